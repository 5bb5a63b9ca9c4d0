"""Who does not know a code, a key or a token, and tries. Everything comes from one address; a class at
another must not notice, and who has a token comes back from anywhere."""
import os
import random

from contract import v1
from counts import tally
from peer import Peer
from table import Desk, Participant

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
GUESSER, CLASS = "127.0.0.66", "127.0.0.77"


def _code():
    return "".join(random.choice(LETTERS) for _ in range(8))


def run(server, counts, tries=2000):
    desk = Desk(server)
    code = desk.new_session()
    inside = Participant(server.address, code, "Binnen", source=GUESSER)
    number = inside.join().participant
    desk.ask("reentry_code", issue_reentry_code=v1.IssueReentryCode(participant=number))

    def wish(kind):
        return {"join codes": dict(look_up=v1.LookUp(code=_code())),
                "joins": dict(join=v1.Join(code=_code(), name="G", language="nl",
                                           token=os.urandom(32))),
                "trainer keys": dict(open_as_trainer=v1.OpenAsTrainer(
                    key="".join(_code() for _ in range(4))[:28])),
                "re-entry codes": dict(reenter=v1.Reenter(code=code, reentry_code=_code(),
                                                          token=os.urandom(32))),
                "tokens": dict(resume=v1.Resume(code=code, token=os.urandom(32)))}[kind]

    for place, kind in enumerate(("join codes", "joins", "trainer keys", "re-entry codes",
                                  "tokens")):
        source = GUESSER if place == 0 else f"127.0.1.{place}"
        outcomes = _guess(server, source, wish, kind, tries)
        looked_up = [one for one in outcomes if one in ("wrong_code", "wrong_key", "wrong_token",
                                                        "wrong_reentry_code")]
        counts.row(f"guesses of {kind} from one address: looked up", tries, len(looked_up),
                   tally(outcomes))
        found = [one for one in outcomes if one == "right"]
        counts.demand(not found, f"a guess of {kind} was right")
        if kind != "tokens":
            counts.demand(len(looked_up) <= 60, f"{kind}: {len(looked_up)} were looked up")

    right = Participant(server.address, code, "Zelfde adres", source=GUESSER).join()
    counts.row("the right code from the address that guessed", 1,
               int(hasattr(right, "participant")), str(right).strip())
    back = inside.back(source=GUESSER)
    counts.demand(hasattr(back.welcome, "participant"), "a token did not come back")
    here = Participant(server.address, code, "Ander adres", source=CLASS).join()
    counts.demand(hasattr(here, "participant"), f"a class elsewhere noticed: {here}")
    counts.row("meanwhile: a token from there, a code from elsewhere", 2, 2, "both have to get in")


def _guess(server, source, wish, kind, tries):
    outcomes, peer = [], None
    while len(outcomes) < tries:
        if peer is None or peer.closed is not None:
            peer = Peer(server.address, source=source)
        asked = wish(kind)
        found = None
        peer.news.clear()
        peer.say(**asked)
        about = next(iter(asked))
        found = peer.wait(lambda: peer.refusal(about) or peer.news or peer.views)
        outcomes.append(found if isinstance(found, str) else
                        f"closed {peer.closed}" if peer.closed is not None else "right")
        if len(outcomes) % 90 == 0 and peer.closed is None:
            peer.hang_up()
    return outcomes
