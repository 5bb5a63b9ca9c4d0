"""kill -9 of a server under load. Ten people in each of two sessions act as fast as they may; at some
moment the process is killed; it is started again on the same directory, all come back, and what was not
acknowledged is said again with the same id. Then each act that was acknowledged has to be in the view of
who did it, once, and in the log, once."""
import random
import threading

from contract import v1
from table import CASE_A, Desk, running

KILLS = 100
SESSIONS = 2
SEATS = ["OVJ", "PRC", "CAS", "POL-Z", "RVK-Z", "SHN-Z", "OOV", "NAZ", "DJI", "VT"]
BURSTS = 9  # of two acts each, in one round: in 25 rounds fewer than one may bring


class Actor:
    """A participant, what it has said, and what of it was acknowledged."""

    def __init__(self, person, to):
        self.person, self.to = person, to
        self.said = {}            # command id -> the command
        self.text = {}            # command id -> the text in it
        self.acknowledged = set()
        self.number = 0

    def burst(self, many):
        for _ in range(many):
            self.number += 1
            text = f"{self.person.role} zegt {self.number}"
            what = v1.SendMessage(to=[self.to], text=text)
            command_id = self.person.act(what)
            self.said[command_id], self.text[command_id] = what, text

    def hear(self):
        self.person.drain()
        for command_id, outcome in self.person.answers.items():
            if outcome == "accepted" and command_id in self.said:
                self.acknowledged.add(command_id)

    def open_acts(self):
        return [command_id for command_id in self.said if command_id not in self.acknowledged]

    def come_back(self, address):
        if self.person.closed is None:
            self.person.line.cut()
        self.person = self.person.back(address)

    def say_again(self):
        for command_id in self.open_acts():
            self.person.act(self.said[command_id], command_id=command_id)

    def counted(self):
        """(lost, twice): acknowledged texts that its own view has not, or has more than once."""
        texts = [message.text for message in self.person.entities("message", self.person.view)
                 if message.sender == self.person.role]
        acknowledged = [self.text[command_id] for command_id in self.acknowledged]
        lost = sum(text not in set(texts) for text in acknowledged)
        return lost, len(texts) - len(set(texts))


def run(server, counts, kills=KILLS, seed=9):
    chance = random.Random(seed)
    acknowledged = lost = twice = again = starts = unknown_at_kill = 0
    done = 0
    while done < kills:
        # A participant may bring 500 acts of a kind, so sessions change now and then.
        sessions = []
        for _ in range(SESSIONS):
            desk, people = running(server, SEATS, CASE_A)
            sessions.append((desk, [Actor(person, "PRC" if role != "PRC" else "OVJ")
                                    for role, person in people.items()]))
        actors = [actor for _, those in sessions for actor in those]
        for _ in range(min(25, kills - done)):
            killer = threading.Timer(chance.uniform(0, 0.12), server.kill)
            killer.start()
            for _ in range(BURSTS):
                for actor in actors:
                    actor.burst(2)
                for actor in actors:
                    actor.hear()
            killer.join()
            done += 1
            for actor in actors:
                actor.hear()  # what was on its way when it died
            unknown_at_kill += sum(len(actor.open_acts()) for actor in actors)
            counts.demand(server.start(), f"kill {done}: it did not start: {server.complained[-3:]}")
            starts += 1
            counts.demand(server.word("trainer-key") is None, f"kill {done}: a new trainer key")
            for place, (desk, those) in enumerate(sessions):
                for actor in those:
                    actor.come_back(server.address)
                    counts.demand(hasattr(actor.person.welcome, "participant"),
                                  f"kill {done}: {actor.person.role} was {actor.person.welcome}")
                sessions[place] = (Desk(server, desk.code), those)
            for actor in actors:
                actor.person.wait(lambda: actor.person.view in actor.person.views
                                  and actor.person.held == "")
                missing, doubled = actor.counted()
                lost, twice = lost + missing, twice + doubled
                again += len(actor.open_acts())
                actor.say_again()
            for actor in actors:
                actor.person.wait(lambda: not [one for one in actor.open_acts()
                                               if one not in actor.person.answers])
                actor.hear()
                refused = {actor.person.answers.get(one) for one in actor.open_acts()}
                counts.demand(not refused, f"kill {done}: said again, {refused}")
        for desk, those in sessions:
            for actor in those:
                actor.hear()
                actor.person.wait(lambda: len(actor.person.entities("message", actor.person.view))
                                  >= len(actor.acknowledged), 5)
                missing, doubled = actor.counted()
                lost, twice = lost + missing, twice + doubled
                acknowledged += len(actor.acknowledged)
            in_log = [line for line in server.verb("export", desk.code).stdout.splitlines()
                      if "zegt" in line]
            said = sum(len(actor.acknowledged) for actor in those)
            counts.demand(len(in_log) == said, f"{desk.code}: {said} acknowledged, "
                                               f"{len(in_log)} records in the log")
            verdict = server.verb("replay", desk.code, "--verify")
            counts.demand(verdict.returncode == 0, f"{desk.code}: {verdict.stdout[-300:]}")
            desk.do(v1.EndSession())
            for peer in (desk, *(actor.person for actor in those)):
                peer.hang_up()
    counts.row(f"kill -9 under load, {kills} times: acknowledged, lost", acknowledged, lost,
               f"started again {starts} times; {unknown_at_kill} acts unanswered at a kill, "
               f"{again} said again")
    counts.row("  the same: acknowledged, there twice", acknowledged, twice)
    counts.demand(lost == 0 and twice == 0, "an acknowledged act was lost or done twice")
