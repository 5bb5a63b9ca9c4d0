"""One participant brings as much as it can, of everything that others need too. What it may bring is
a quarter of what a session holds; what the others do meanwhile has to go on."""
import threading
import time

from contract import v1
from counts import tally
from table import Desk, Participant, running

PACE = 14  # acts a second: just under what a participant may
HONEST_EVERY = 1.0


def _messages(n):
    return v1.SendMessage(to=["OVJ"], text=f"vloed {n}")


def _consents(n):
    return v1.AskConsent(person="jesse", scope=f"onderwerp {n}")


def _proposals(n):
    return v1.ProposeDecision(decision="V3", text=f"voorstel {n}")


def _actions(n):
    return v1.AddAction(terms=v1.ActionTerms(text=f"actie {n}", lead="PRC"))


def _questions(n):
    return v1.AskForInformation(to=["OVJ"], person="jesse", category="police", text=f"vraag {n}")


def _feelings(n):
    return v1.NoteGutFeeling(text=f"gevoel {n}")


def _largest(n):
    return v1.SendMessage(to=["OVJ"], text=(f"{n} " + "€" * 2000)[:2000])


KINDS = {"messages": _messages, "consent questions": _consents, "proposals": _proposals,
         "actions of the plan": _actions, "requests": _questions, "gut feelings": _feelings,
         "largest messages": _largest}


def run(server, counts, acts=600):
    """Each kind in a session of its own, all at once."""
    threads = [threading.Thread(target=_one_kind, args=(server, counts, name, make, acts))
               for name, make in KINDS.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    _as_fast_as_it_goes(server, counts)
    _help_and_pause(server, counts)
    _flapping(server, counts)


def _one_kind(server, counts, name, make, acts):
    desk, people = running(server, ["PRC", "OVJ", "CAS"])
    flooder, honest, other = people["PRC"], people["OVJ"], people["CAS"]
    sent, delays, next_honest = [], [], time.monotonic()
    began = time.monotonic()
    for n in range(acts):
        sent.append(flooder.act(make(n)))
        while time.monotonic() < began + (n + 1) / PACE:
            flooder.listen(0.005)
            other.drain()
            desk.drain()
        if time.monotonic() > next_honest:
            next_honest += HONEST_EVERY
            asked = time.monotonic()
            outcome = honest.do(v1.SendMessage(to=["CAS"], text=f"gewoon {n}"))
            delays.append(time.monotonic() - asked)
            counts.demand(outcome == "accepted", f"{name}: an honest message was {outcome}")
    flooder.drain(1)
    outcomes = [flooder.answers.get(act, "no answer") for act in sent]
    counts.row(f"flood of {name}, one participant", acts, outcomes.count("accepted"),
               f"{tally(outcomes)}; others' messages: {len(delays)} of {len(delays)}, "
               f"slowest {max(delays) * 1000:.0f} ms")
    after = [other.do(make(acts + n)) for n in range(10)]
    counts.demand(after == ["accepted"] * 10, f"{name}: after the flood another's were {after}")
    again = Desk(server, desk.code)
    counts.demand("trainer" in again.views, f"{name}: no view at the desk after the flood")
    again.hang_up()
    back = flooder.back()
    counts.demand(back.wait(lambda: flooder.view in back.views), f"{name}: no view after the return")
    back.hang_up()
    for peer in (desk, *people.values()):
        peer.hang_up()


def _as_fast_as_it_goes(server, counts, seconds=30):
    """Messages without a pace, and back again each time the line is closed."""
    desk, people = running(server, ["PRC", "OVJ", "CAS"])
    flooder, honest = people["PRC"], people["OVJ"]
    sent = returns = refused = asked = honest_done = 0
    ends, until = [], time.monotonic() + seconds
    while time.monotonic() < until:
        for n in range(400):
            flooder.act(v1.SendMessage(to=["OVJ"], text=f"storm {sent + n}"))
        sent += 400
        flooder.wait(lambda: False, 0.3)
        if flooder.closed is not None:
            ends.append(flooder.closed)
            flooder = flooder.back()  # its token is still worth something
            returns += 1
            if not hasattr(flooder.welcome, "participant"):
                refused += 1
                time.sleep(0.5)
        honest.drain()
        asked += 1
        honest_done += honest.do(v1.SendMessage(to=["CAS"], text="gewoon")) == "accepted"
        people["CAS"].drain()
        desk.drain()
    desk.drain(1)
    there = sum(message.text.startswith("storm") for message in desk.entities("message", "trainer"))
    counts.row("messages without a pace, back at each close", sent, there,
               f"closed: {tally(ends)}; {returns} returns, {refused} of them refused; "
               f"others' messages: {honest_done} of {asked}")
    counts.demand(honest_done == asked, "an honest message was refused in the storm")
    for peer in (desk, flooder, *people.values()):
        peer.hang_up()


def _help_and_pause(server, counts):
    desk, people = running(server, ["PRC", "OVJ"])
    onlooker = Participant(server.address, desk.code, "Staand")
    onlooker.join()
    for who, peer in (("with a seat", people["PRC"]), ("without a seat", onlooker)):
        for name, what in (("help calls", v1.CallForHelp(text="help")), ("pauses", v1.CallPause())):
            outcomes = []
            for _ in range(100):
                outcomes.append(peer.do(what) or f"closed {peer.closed}")
                if name == "pauses":
                    desk.do(v1.ResumeSession())
                time.sleep(0.07)
            counts.row(f"{name}, pressed 100 times {who}", 100, outcomes.count("accepted"),
                       tally(outcomes))
    for peer in (desk, onlooker, *people.values()):
        peer.hang_up()


def _flapping(server, counts, times=300):
    """A line that comes and goes; each change that is news is a record of the log."""
    desk, people = running(server, ["PRC", "OVJ"])
    before = _records(server, desk.code)
    prc, came, ends = people["PRC"], 0, []
    for _ in range(times):
        prc.line.cut()
        prc = prc.back()
        if hasattr(prc.welcome, "participant"):
            came += 1
        else:
            ends.append(prc.welcome or prc.closed)
    time.sleep(0.5)
    counts.row("a line that flaps: returns", times, came,
               f"{tally(ends)}; records in the log: {_records(server, desk.code) - before}")
    for peer in (desk, prc, people["OVJ"]):
        peer.hang_up()


def _records(server, code):
    return len(server.verb("export", code).stdout.splitlines())
