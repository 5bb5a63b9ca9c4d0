"""A guest in a running case who wants to see more than is its to see: every free seat in turn, acts in
the name of others, commands of the desk, and the token of somebody else."""
import os
import time

from contract import reason_of, v1
from counts import tally
from table import CASE_A, Participant, running

DESK = ("start_session pause_session resume_session set_speed end_session fire_inject "
        "improvise_inject retract_inject hasten_inject look_through_role assign_role seat_autopilot "
        "stand_in answer_help whisper bookmark_moment start_swap advance_swap cancel_swap open_prompt "
        "close_prompt correct_score send_away declassify_case").split()


def run(server, counts):
    desk, people = running(server, ["OVJ", "PRC"], CASE_A)
    prc = people["PRC"]
    roles = [role.id for role in desk.entities("role", "trainer")]
    guest = Participant(server.address, desk.code, "Wandelaar", keep_bytes=True)
    guest.join()
    outcomes = []
    for role in roles:
        outcomes.append(guest.do(v1.TakeRole(role=role), as_role=""))
        guest.do(v1.ReleaseRole(role=role), as_role="")
    seen = [key for view in guest.views.values() for key in view if key.startswith("item:")]
    counts.row("seats walked past in a running case", len(roles), outcomes.count("accepted"),
               f"{tally(outcomes)}; items read: {len(seen)}")
    counts.demand(not seen and "accepted" not in outcomes, "a guest walked into a seat")

    outcomes = [prc.do(v1.TakeRole(role=role), as_role="") for role in roles]
    counts.row("further seats by who has one", len(roles), outcomes.count("accepted"),
               tally(outcomes))
    outcomes = [prc.do(what, as_role=role) for role in roles if role != "PRC"
                for what in (v1.ReadItem(item="A01"), v1.SendMessage(to=["PRC"], text="x"))]
    counts.row("acts in the name of another role", len(outcomes), outcomes.count("accepted"),
               tally(outcomes))

    outcomes = []
    for name in DESK:
        for asker, as_role in ((prc, "PRC"), (prc, ""), (guest, "")):
            peer = asker
            command = v1.Command(command_id=os.urandom(16), as_role=as_role)
            getattr(command, name).SetInParent()
            if peer.closed is not None:
                peer = peer.back()
            time.sleep(0.07)
            peer.say(command=command)
            peer.wait(lambda: command.command_id in peer.answers)
            outcomes.append(peer.answers.get(command.command_id) or reason_of(peer.closed))
    counts.row("commands of the desk by participants", len(outcomes), outcomes.count("accepted"),
               tally(outcomes))
    counts.demand("accepted" not in outcomes, "a participant did what is the trainer's")

    tries = []
    for token in [prc.token[:-1] + bytes([prc.token[-1] ^ bit]) for bit in (1, 2, 4, 8)] + [
            prc.token[:31], prc.token + b"\0", b"\0" * 32, b""]:
        thief = Participant(server.address, desk.code, "Dief", token, source="127.0.2.1")
        tries.append(str(thief.ask("joined", resume=v1.Resume(code=desk.code, token=token))))
    counts.row("tokens close to somebody's", len(tries), sum("participant" in one for one in tries),
               tally(tries))
    desk.drain(0.2)
    counts.demand(desk.do(v1.BookmarkMoment(title="nog hier")) == "accepted", "the desk went dead")
