"""A session with people in it: a trainer at the desk, participants in their seats, as the long tests
and the short one begin."""
import os

from contract import v1
from peer import Peer

CASE_A = "vijf-overleggen"


class Participant(Peer):
    """A participant with the key to come back: join once, then return as often as it likes."""

    def __init__(self, address, code, name, token=None, **kwargs):
        super().__init__(address, **kwargs)
        self.address, self.code, self.name = address, code, name
        self.token = token or os.urandom(32)
        self.role = ""

    def join(self):
        """Gives Joined, or the word of the refusal."""
        return self.ask("joined", join=v1.Join(code=self.code, name=self.name, language="nl",
                                               token=self.token))

    def sit(self, role):
        """Takes a seat in the lobby; gives "accepted" or why not."""
        outcome = self.do(v1.TakeRole(role=role))
        if outcome == "accepted":
            self.role = role
            self.wait(lambda: self.view in self.views)
        return outcome

    @property
    def view(self):
        return f"role:{self.role}"

    def act(self, what, as_role=None, command_id=None, send=True):
        return super().act(what, self.role if as_role is None else as_role, command_id, send)

    def do(self, what, as_role=None, command_id=None):
        return super().do(what, self.role if as_role is None else as_role, command_id)

    def back(self, address=None, **kwargs):
        """The same participant on a new line; the old one stays as it is."""
        again = Participant(address or self.address, self.code, self.name, self.token, **kwargs)
        again.role = self.role
        again.welcome = again.ask("joined", resume=v1.Resume(code=self.code, token=self.token))
        return again


class Desk(Peer):
    """A trainer with the key."""

    def __init__(self, server, code=None, **kwargs):
        super().__init__(server.address, **kwargs)
        self.opened = self.ask("trainer_opened", open_as_trainer=v1.OpenAsTrainer(key=server.key))
        self.code = code
        if code:
            self.attach(code)

    def new_session(self, scenario=CASE_A):
        made = self.ask("session_created", new_session=v1.NewSession(
            scenario=scenario, request_id=os.urandom(16)))
        self.attach(made.code)
        return made.code

    def attach(self, code):
        self.code = code
        self.ask("attached", attach_session=v1.AttachSession(code=code))
        self.wait(lambda: "trainer" in self.views)


def running(server, seats, scenario=CASE_A, **kwargs):
    """(desk, participants by role) of a session of this case that has started."""
    desk = Desk(server)
    code = desk.new_session(scenario)
    people = {}
    for place, role in enumerate(seats):
        person = Participant(server.address, code, f"Naam{place}", **kwargs)
        person.join()
        if person.sit(role) != "accepted":
            raise RuntimeError(f"no seat as {role}")
        people[role] = person
    if desk.do(v1.StartSession()) != "accepted":
        raise RuntimeError("the session does not start")
    for person in people.values():
        person.wait(lambda: any(session.phase == "running"
                                for session in person.entities("session", person.view)))
    return desk, people
