"""One that talks to the server by the contract: says frames, keeps the views it is sent, and knows
the answer to each of its commands. What it may do is the server's to say, so it checks nothing."""
import os
import time

from contract import v1
from line import Closed, Line

PATIENCE = 20  # seconds; long enough for a machine that does five other things


class Peer:
    def __init__(self, address, source=None, hello=True, keep_bytes=False, way=Line):
        self.line = way(address, source)
        self.views = {}      # name of a view -> key -> Entity
        self.growing = {}    # snapshots of which pieces are still to come
        self.answers = {}    # command id -> "accepted" or the word of a rejection
        self.names = {}
        self.news = []       # frames that were not a view, an answer or names
        self.held = ""
        self.closed = None   # the close code, once the line has ended
        self.read = [] if keep_bytes else None
        if hello:
            self.say(hello=v1.Hello(oldest_version=1, newest_version=1, program="protocol test"))
            self.expect("welcome")

    def say(self, **what):
        """say(join=v1.Join(…)): one frame."""
        self.line.send(v1.ClientFrame(**what).SerializeToString())

    def act(self, what, as_role="", command_id=None, send=True):
        """Sends the command that is this message, and gives its id (or, unsent, the frame)."""
        command_id = command_id or os.urandom(16)
        command = v1.Command(command_id=command_id, as_role=as_role)
        field = next(field.name for field in v1.Command.DESCRIPTOR.oneofs_by_name["what"].fields
                     if field.message_type is what.DESCRIPTOR)
        getattr(command, field).CopyFrom(what)
        if not send:
            return v1.ClientFrame(command=command)
        self.say(command=command)
        return command_id

    def do(self, what, as_role="", command_id=None):
        """Acts and waits for the answer: "accepted", the word of a rejection, or None."""
        command_id = self.act(what, as_role, command_id)
        self.wait(lambda: command_id in self.answers)
        return self.answers.get(command_id)

    def ask(self, answer, **what):
        """Says a frame and waits for the answer of this kind; else gives the word of the refusal."""
        self.news.clear()
        self.say(**what)
        about = next(iter(what))
        found = self.wait(lambda: self.heard(answer) or self.refusal(about))
        return found

    def heard(self, kind):
        """The first frame of this kind in the news, or None."""
        return next((getattr(frame, kind) for frame in self.news
                     if frame.WhichOneof("what") == kind), None)

    def refusal(self, about):
        """The word with which a request was refused, or None."""
        return next((frame.refused.reason for frame in self.news
                     if frame.WhichOneof("what") == "refused" and frame.refused.about == about), None)

    def expect(self, kind):
        """Waits for a frame of this kind."""
        return self.wait(lambda: self.heard(kind))

    def wait(self, done, seconds=PATIENCE):
        """Listens until `done` gives something; gives that, or None at the end of the time or the line."""
        until = time.monotonic() + seconds
        while True:
            found = done()
            if found or self.closed is not None:
                return found
            left = until - time.monotonic()
            if left <= 0:
                return None
            self.listen(left)

    def listen(self, seconds=0.0):
        """Takes in the next batch, if one comes in time."""
        try:
            batch = self.line.receive(seconds)
        except Closed as end:
            self.closed = end.code
            return False
        if batch is None:
            return False
        if self.read is not None:
            self.read.append(batch)
        for frame in v1.ServerBatch.FromString(batch).frames:
            self._take(frame)
        return True

    def drain(self, seconds=0.0):
        """Takes in all that is there, and what comes for so long."""
        until = time.monotonic() + seconds
        while self.closed is None:
            if not self.listen(max(0.0, until - time.monotonic())):
                return

    def close_code(self, seconds=PATIENCE):
        """Waits for the server to end the line; gives its code."""
        self.wait(lambda: self.closed is not None, seconds)
        return self.closed

    def entities(self, kind, view=None):
        """All entities of a kind, from one view or the first that has any."""
        for name, entities in self.views.items():
            found = [getattr(entity, kind) for entity in entities.values()
                     if entity.WhichOneof("what") == kind]
            if name == view or (view is None and found):
                return found
        return []

    def entity(self, view, key):
        """What stands under this key, or None."""
        found = self.views.get(view, {}).get(key)
        return found and getattr(found, found.WhichOneof("what"))

    def hang_up(self):
        self.line.hang_up()
        self.closed = 1000

    def _take(self, frame):
        kind = frame.WhichOneof("what")
        if kind == "view":
            self._merge(frame.view)
        elif kind == "view_closed":
            self.views.pop(frame.view_closed.view, None)
        elif kind == "accepted":
            self.answers[frame.accepted.command_id] = "accepted"
        elif kind == "rejected":
            self.answers[frame.rejected.command_id] = frame.rejected.reason
        elif kind == "names":
            self.names = dict(frame.names.names)
        elif kind == "held":
            self.held = frame.held.reason
        else:
            self.news.append(frame)

    def _merge(self, patch):
        if patch.snapshot:
            self.growing[patch.view] = {}
        entities = self.growing.get(patch.view, self.views.setdefault(patch.view, {}))
        entities.update((entity.key, entity) for entity in patch.entities)
        for key in patch.gone:
            entities.pop(key, None)
        if not patch.more and patch.view in self.growing:
            self.views[patch.view] = self.growing.pop(patch.view)
