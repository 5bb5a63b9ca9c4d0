"""People who come in and go, and stay for ever in a list; and a session full of people who sit nowhere.
Whoever has a seat, a token or the key must still get in, and so must who comes when they have gone."""
import os

from contract import v1
from counts import tally
from peer import Peer
from table import Desk, Participant, running


def run(server, counts, times=600):
    desk, people = running(server, ["OVJ", "PRC"])
    code = desk.code
    outcomes = []
    for n in range(times):
        guest = Participant(server.address, code, f"Spook{n}", source=f"127.3.0.{n % 200 + 1}")
        outcomes.append(_word(guest.join()))
        guest.hang_up()
        desk.drain()
    counts.row("join and go again", times, outcomes.count("joined"), tally(outcomes))
    _others(server, counts, desk, people, "after those who went")

    held, outcomes = [], []
    for n in range(120):
        guest = Participant(server.address, code, f"Zit{n}", source=f"127.3.1.{n % 200 + 1}")
        outcomes.append(_word(guest.join()))
        held.append(guest)
        desk.drain()
    counts.row("join and stay, without a seat", len(outcomes), outcomes.count("joined"),
               tally(outcomes))
    _others(server, counts, desk, people, "beside those who stay", newcomers=False)
    for guest in held[:5]:
        guest.hang_up()
    desk.drain(0.3)
    counts.demand(_word(Participant(server.address, code, "Nieuw").join()) == "joined",
                  "nobody new came in when five had gone")

    screens = []
    for n in range(100):
        screen = Peer(server.address, source=f"127.3.2.{n % 200 + 1}")
        if n % 2 == 0:
            screen.say(look_up=v1.LookUp(code=code))
        else:
            screen.say(observe=v1.Observe(code=code))
        screens.append(screen)
    for screen in screens:
        screen.drain(0.01)
        screen.views.clear()
    held[5].hang_up()  # which everybody is told who still looks on
    desk.drain(0.5)
    told = []
    for screen in screens:
        screen.drain()
        told.append(bool(screen.views))
    counts.row("people who only look on: still told", 50, sum(told[0::2]), "the newest 20")
    counts.row("screens that look on: still told", 50, sum(told[1::2]), "8, the others are refused")
    _others(server, counts, desk, people, "beside those who look on", newcomers=False)

    wishes = 0
    guest = next(one for one in held[5:] if one.closed is None)
    for n in range(200):
        guest.do(v1.TakeRole(role=("CAS", "OOV")[n % 2]), as_role="")
        guest.wait(lambda: False, 0.07)
    desk.drain(0.3)
    wishes = sum(frame.WhichOneof("what") == "seat_wishes" for frame in desk.news)
    counts.row("asked for a seat again and again: told to the trainer", 200, wishes)
    for peer in (desk, *people.values(), *held, *screens):
        if peer.closed is None:
            peer.hang_up()


def _word(answer):
    return "joined" if hasattr(answer, "participant") else str(answer)


def _others(server, counts, desk, people, when, newcomers=True):
    """Who has a token or the key, and who is new."""
    tried = {}
    back = people["OVJ"].back()
    people["OVJ"] = back
    tried["a return"] = _word(back.welcome) == "joined"
    tried["a trainer"] = "trainer" in Desk(server, desk.code).views
    act = v1.SendMessage(to=["PRC"], text=f"nog hier {os.urandom(4).hex()}")
    tried["an act"] = back.do(act) == "accepted"
    if newcomers:
        newcomer = Participant(server.address, desk.code, "Nieuwkomer")
        tried["somebody new"] = _word(newcomer.join()) == "joined"
    for name, came in tried.items():
        counts.demand(came, f"{when}: {name} did not get through")
