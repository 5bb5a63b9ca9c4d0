"""Sockets that open and say nothing, or half of something. Others must still get in."""
import resource
import time

from contract import reason_of, v1
from counts import tally
from line import Closed, connect
from peer import Peer
from table import Desk, Participant


def run(server, counts):
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    desk = Desk(server)
    code = desk.new_session()
    held = []
    for what, said, many in (("TCP connections that say nothing", b"", 300),
                             ("half HTTP requests", b"GET /ws HTTP/1.1\r\nHost: x\r\n", 300)):
        for n in range(many):
            try:
                socket = connect(server.address, f"127.0.3.{n % 3 + 1}")
                socket.sendall(said)
                held.append(socket)
            except OSError:
                pass
        _others_get_in(server, counts, code, what, many)
    silent = []
    for n in range(900):
        try:
            silent.append(Peer(server.address, source=f"127.0.4.{n % 2 + 1}", hello=False))
        except (Closed, OSError):
            pass
    _others_get_in(server, counts, code, "WebSockets without Hello", 900, len(silent))
    until, ends = time.monotonic() + 16, []
    for peer in silent:
        peer.close_code(max(0.0, until - time.monotonic()))
        ends.append(reason_of(peer.closed))
    counts.row("WebSockets without Hello, still open after 16 s", len(silent),
               ends.count("still open"), tally(ends))
    for socket in held:
        socket.close()
    mute = [Participant(server.address, code, f"Stil{n}", source="127.0.6.1") for n in range(10)]
    for guest in mute:
        guest.join()
    until = time.monotonic() + 65
    while time.monotonic() < until:
        desk.drain(1)  # the others answer no ping all the while
    seen = sum(one.connected for one in desk.entities("participant", "trainer"))
    for guest in mute:
        guest.drain(1)
    counts.row("participants whose line went dead, thought present after 65 s", 10, seen,
               tally(reason_of(guest.closed) for guest in mute))
    counts.demand(desk.do(v1.BookmarkMoment(title="nog hier")) == "not_started"
                  or desk.closed is None, "the desk lost its line")


def _others_get_in(server, counts, code, what, many, held=None):
    came, slowest = 0, 0.0
    for n in range(10):
        began = time.monotonic()
        try:
            guest = Participant(server.address, code, f"Gast{n}", source="127.0.0.5")
            came += hasattr(guest.join(), "participant")
            guest.hang_up()
        except (Closed, OSError):
            pass
        slowest = max(slowest, time.monotonic() - began)
    counts.row(f"{what}; newcomers kept out of 10", many, 10 - came,
               f"slowest newcomer {slowest * 1000:.0f} ms" + (f"; {held} held" if held else ""))
    counts.demand(came == 10, f"{what} kept {10 - came} newcomers out")
