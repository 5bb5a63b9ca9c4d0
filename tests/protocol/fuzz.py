"""Frames that were valid once. Every message of the contract is filled by what its fields are, with real
ids where there are any, and then bytes are turned, cut, doubled and spliced. Behind each goes a Ping, so
that it is known which frame closed the line and every one of them is read by the server."""
import os
import random
import time

import line
from contract import reason_of, v1, words
from counts import tally
from peer import Peer
from table import Desk, Participant, running

FRAMES_OF_A_LINE = 44  # with a ping behind each: below what a connection may say at once
OUR_PINGS = 0xCA5 << 48  # no mutated ping has such a number by chance
WORDS = {"purpose": words("Purpose"), "category": words("Category"), "mark": words("Mark"),
         "as": words("Mark"), "phase": words("MeetingPhase"), "reason": words("RefusalReason"),
         "kind": words("CorrectionKind"), "language": words("Language")}
IDS = ["OVJ", "PRC", "CAS", "A01", "A05", "A13", "O1", "O4", "jesse", "V3", "Z1", "INJ-01", "WJSG",
       "nee", "", "x" * 64, "é", "\u202e"]


def fill(chance, message, depth=0):
    """Gives fields values that mean something more often than not."""
    for field in message.DESCRIPTOR.fields:
        if chance.random() < 0.25 and depth:
            continue
        if field.type == field.TYPE_MESSAGE:
            if depth < 4 and not (field.containing_oneof and depth == 0):
                target = getattr(message, field.name)
                if field.label == field.LABEL_REPEATED:
                    for _ in range(chance.randrange(3)):
                        fill(chance, target.add(), depth + 1)
                else:
                    target.SetInParent()
                    fill(chance, target, depth + 1)
            continue
        value = _value(chance, field)
        if field.label == field.LABEL_REPEATED:
            getattr(message, field.name).extend(_value(chance, field)
                                                for _ in range(chance.randrange(4)))
        else:
            setattr(message, field.name, value)


def _value(chance, field):
    if field.type == field.TYPE_STRING:
        own = chance.random() < 0.95 and WORDS.get(field.name)
        return chance.choice(own or IDS)
    if field.type == field.TYPE_BYTES:
        return os.urandom(chance.choice((0, 15, 16, 32, 64)))
    if field.type == field.TYPE_BOOL:
        return chance.random() < 0.5
    if field.type in (field.TYPE_UINT32, field.TYPE_INT32):
        return chance.choice((0, 1, 2, 3, 4, 5, 5, 5, 1000, 2**31 - 1))
    return chance.choice((0, 1, 2**63 - 1, chance.getrandbits(60)))


def valid(chance, only=None):
    """A frame in which everything is what the contract says, as far as a client can know."""
    frame = v1.ClientFrame()
    kinds = [field.name for field in v1.ClientFrame.DESCRIPTOR.fields if field.name != "hello"]
    kind = only or chance.choice(kinds)
    inside = getattr(frame, kind)
    inside.SetInParent()
    if kind == "command":
        inside.command_id, inside.as_role = os.urandom(16), chance.choice(("", "", "OVJ", "PRC"))
        what = chance.choice(v1.Command.DESCRIPTOR.oneofs_by_name["what"].fields).name
        getattr(inside, what).SetInParent()
        fill(chance, getattr(inside, what), 1)
    else:
        fill(chance, inside, 1)
    return frame.SerializeToString()


def mutated(chance, one, other):
    """One of the ways in which bytes go wrong; in five of twelve none."""
    data, way = bytearray(one), chance.randrange(12)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        at = chance.randrange(len(data) + 1)
        if way == 0 and data:
            data[at - 1] ^= 1 << chance.randrange(8)
        elif way == 1:
            data.insert(at, chance.randrange(256))
        elif way == 2 and data:
            del data[at - 1]
        elif way == 3:
            data[at:at] = data[at // 2:at]
        elif way == 4:
            data = data[:at] + bytearray(other)[len(other) // 2:]
        elif way == 5 and data:
            data = data[:at] or data
        elif way == 6 and data:
            data[at - 1] = chance.choice((0x00, 0x7f, 0x80, 0xff))
    return bytes(data)


def ends(frame):
    """Of a session that is over little is left to try."""
    return v1.ClientFrame.FromString(frame).command.WhichOneof("what") == "end_session"


class Volley:
    """Says frames, each with its Ping, over as many lines as that takes."""

    def __init__(self, opens):
        self.opens, self.peer = opens, None
        self.said_on_line = 0
        self.tried, self.lines, self.ends = 0, 0, []
        self.answers = []

    def say(self, frames):
        """Until each was read by the server."""
        waiting = list(frames)
        while waiting:
            if self.peer is None or self.peer.closed is not None or \
                    self.said_on_line + len(waiting) > FRAMES_OF_A_LINE:
                if self.peer is not None and self.peer.closed is None:
                    self.peer.hang_up()
                self.peer, self.said_on_line = self.opens(), 0
                self.lines += 1
            peer = self.peer
            peer.news.clear()
            for number, frame in enumerate(waiting, 1):
                peer.line.send(frame)
                peer.say(ping=v1.Ping(nonce=OUR_PINGS + number))
            self.said_on_line += len(waiting)
            peer.wait(lambda: self._pong(peer) == len(waiting), 30)
            read = self._pong(peer)
            if peer.closed is not None:
                self.ends.append(reason_of(peer.closed))
                read += 1  # the one that closed it
            elif read < len(waiting):
                raise RuntimeError("the server does not answer")
            self.answers += list(peer.answers.values())
            peer.answers.clear()
            self.tried += min(read, len(waiting))
            waiting = waiting[read:]

    @staticmethod
    def _pong(peer):
        return max([frame.pong.nonce - OUR_PINGS for frame in peer.news
                    if frame.WhichOneof("what") == "pong"
                    and OUR_PINGS < frame.pong.nonce < OUR_PINGS + 1000], default=0)


def run(server, counts, frames=120_000, seed=20):
    chance = random.Random(seed)
    watched, people = running(server, ["OVJ", "PRC"])
    before = server.memory_kb()
    addresses = (f"127.1.{n // 250}.{n % 250 + 1}" for n in range(10**9))
    corpus = [valid(chance) for _ in range(4000)]
    commands = [valid(chance, "command") for _ in range(4000)]
    delays = []

    def nobody():
        return Peer(server.address, source=next(addresses))

    codes = [Desk(server).new_session("oefentafel")]

    def trainer():
        desk = Desk(server, codes[-1], source="127.9.0.1")
        if any(session.phase == "ended" for session in desk.entities("session")):
            codes.append(desk.new_session("oefentafel"))
        return desk

    guests = []

    def participant():
        if len(guests) < 30:
            guests.append(Participant(server.address, watched.code, f"Gast{len(guests)}",
                                      source=f"127.8.0.{len(guests) + 1}"))
            guests[-1].join()
            return guests[-1]
        for _ in range(40):
            guest = chance.choice(guests).back()
            if guest.closed is None and hasattr(guest.welcome, "participant"):
                return guest
            time.sleep(0.05)
        raise RuntimeError("no way back for a guest")

    for name, opens, pool, share in (("nobody", nobody, corpus, 0.7),
                                     ("a trainer", trainer, [one for one in commands if not
                                                             ends(one)], 0.2),
                                     ("participants", participant, commands, 0.1)):
        volley = Volley(opens)
        while volley.tried < frames * share:
            some = [mutated(chance, chance.choice(pool), chance.choice(pool))
                    for _ in range(FRAMES_OF_A_LINE)]
            # Where most close, a few at a time are fewer bytes said in vain.
            volley.say(some[:8] if name == "nobody" else some[:15])
            if volley.lines % 200 == 0 or name != "nobody" and volley.lines % 20 == 0:
                began = time.monotonic()
                outcome = people["OVJ"].do(v1.SendMessage(to=["PRC"], text="gewoon"))
                delays.append(time.monotonic() - began)
                counts.demand(outcome in ("accepted", "share_used_up", "too_much"),
                              f"fuzz: an honest message was {outcome}")
                people["PRC"].drain()
                watched.drain()
        counts.row(f"mutated frames by {name}: lines that closed otherwise", volley.tried,
                   sum(end not in ("malformed", "reused_command", "wrong_code", "too_large")
                       for end in volley.ends),
                   f"{volley.lines} lines, {tally(volley.ends)}; answers: "
                   f"{tally(volley.answers)[:160]}")
    _below_the_frames(server, counts, chance, corpus, [watched, *people.values()])
    outcome = people["OVJ"].do(v1.SendMessage(to=["PRC"], text="nog steeds"))
    counts.demand(outcome == "accepted", f"fuzz: at the end an honest message was {outcome}")
    counts.row("  meanwhile: honest messages not accepted", len(delays), 0,
               f"slowest {max(delays) * 1000:.0f} ms; memory {before // 1024} -> "
               f"{server.memory_kb() // 1024} MB")
    counts.demand(server.process.poll() is None, "the server ended")


def _below_the_frames(server, counts, chance, corpus, watching, times=10_000):
    """The same for what lies under a frame: the HTTP request and the WebSocket's own bytes."""
    request = ("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
               "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n").encode()
    hello = line.frame(line.BINARY, v1.ClientFrame(hello=v1.Hello(
        oldest_version=1, newest_version=1)).SerializeToString())
    opened = answered = 0
    for n in range(times):
        if n % 200 == 0:
            for peer in watching:  # who answers no ping for a minute is gone
                peer.drain()
        rest = hello + b"".join(line.frame(chance.choice((1, 2, 8, 9, 10, 3, 0)), chance.choice(corpus)[:125])
                                for _ in range(3))
        source = f"127.2.{n % 200}.{n // 200 % 200 + 1}"
        try:
            if n % 2:
                socket = line.connect(server.address, source)
                socket.sendall(mutated(chance, request, request))
                socket.settimeout(0.05)
                opened += b" 101 " in socket.recv(4096)
                socket.close()
            else:
                below = line.Line(server.address, source)
                below.send_raw(mutated(chance, rest, rest))
                answered += below.receive(0.02) is not None
                below.cut()
        except (OSError, line.Closed):
            pass
    counts.row("mutated requests and WebSocket bytes", times, 0,
               f"{opened} requests were answered 101, {answered} lines with Welcome")
