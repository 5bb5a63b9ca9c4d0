"""Flips and cuts in a data directory. Three sessions are played and the server is killed, so that the
write-ahead file holds what the database does not have yet. Then, on a copy each time, something is damaged
in `casustafel.db` or `casustafel.db-wal`, and a tenth as often in `casustafel.heads`. What `verify` calls
whole has to be what was written, byte for byte, and be served with all that people had seen; the rest has to
be named at start. Nothing prints a new key."""
import collections
import concurrent.futures
import hashlib
import pathlib
import random
import shutil
import tempfile
import time

from contract import v1
from server import Server
from table import CASE_A, Desk, running

PAGE = 4096


def flip(chance, data):
    at = chance.randrange(len(data))
    data[at] ^= 1 << chance.randrange(8)


def smear(chance, data):
    """Some bytes in a row become others."""
    at, many = chance.randrange(len(data)), chance.choice((2, 8, 64, 512))
    data[at:at + many] = chance.randbytes(len(data[at:at + many]))


def blank(chance, data):
    """A page becomes zeros, as after a lost write."""
    at = chance.randrange(len(data)) // PAGE * PAGE
    data[at:at + PAGE] = bytes(len(data[at:at + PAGE]))


def cut(chance, data):
    del data[chance.randrange(len(data)):]


def cut_at_a_page(chance, data):
    del data[chance.randrange(len(data)) // PAGE * PAGE:]


def cut_a_little(chance, data):
    del data[-chance.choice((1, 24, 100, PAGE, PAGE + 24)):]


def older(chance, data):
    """A page goes where another belongs."""
    one, other = (chance.randrange(len(data)) // PAGE * PAGE for _ in range(2))
    data[one:one + PAGE] = data[other:other + len(data[one:one + PAGE])]


def gone(chance, data):
    del data[:]


WAYS = (flip, flip, flip, flip, flip, flip, smear, blank, cut, cut_at_a_page, cut_a_little, older)


class Played:
    """What was written: the exports, who was there and what they had seen."""

    def __init__(self, program):
        self.server = Server(program)
        self.server.start()
        self.people, self.desks = {}, {}
        for place in range(3):
            # Two of a case share its text: what damages that holds both, and not the other.
            desk, people = running(self.server, ["OVJ", "PRC"], (CASE_A, "oefentafel", CASE_A)[place])
            for number in range(30 + 25 * place):
                people["OVJ"].do(v1.SendMessage(to=["PRC"], text=f"bericht {number} van {place}"))
            self.people[desk.code], self.desks[desk.code] = people["OVJ"], desk
            if place == 1:
                self.server.stop()  # what stands by then goes into the database
                self.server.start()
        for code, person in self.people.items():
            person = self.people[code] = person.back(self.server.address)
            Desk(self.server, code).do(v1.ResumeSession())
            person.wait(lambda: person.held == "")
            for number in range(20):
                person.do(v1.SendMessage(to=["PRC"], text=f"later {number}"))
            person.drain(0.2)
        self.seen = {code: texts(person) for code, person in self.people.items()}
        self.server.kill()
        self.exports = {code: self._export(self.server, code) for code in self.people}

    @staticmethod
    def _export(server, code, data=None):
        shown = server.verb("export", code, data=data)
        return hashlib.sha256(shown.stdout.encode()).hexdigest() if shown.returncode == 0 else None

    def export(self, code, data):
        return self._export(self.server, code, data)


def texts(person):
    return sorted(message.text for message in person.entities("message", person.view))


def run(server, counts, cases=500, of_heads=50, seed=13):
    """`server` is not used: the directory is played by a server of its own."""
    chance = random.Random(seed)
    played = Played(server.program)
    files = {name: (played.server.data / name).read_bytes()
             for name in ("casustafel.db", "casustafel.db-wal", "casustafel.heads")}
    print({name: len(data) for name, data in files.items()},
          {code: len(seen) for code, seen in played.seen.items()}, flush=True)
    plans = []
    for case in range(cases + of_heads):
        name = list(files)[case % 2 if case < cases else 2]
        way = gone if case in (10, 11) else chance.choice(WAYS)
        damaged = bytearray(files[name])
        way(chance, damaged)
        plans.append((case, name, way, None if way is gone and case == 11 else bytes(damaged)))

    def judge(plan):
        case, name, way, damaged = plan
        with tempfile.TemporaryDirectory(prefix="casustafel-damage.") as folder:
            data = pathlib.Path(folder) / "data"
            shutil.copytree(played.server.data, data)
            if damaged is None:
                (data / name).unlink()
            else:
                (data / name).write_bytes(damaged)
            outcome, wrong = _judge(played, data)
        for one in wrong:
            counts.demand(False, f"case {case}, {way.__name__} in {name}: {one}")
        return name, outcome

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = collections.Counter(pool.map(judge, plans))
    for (name, outcome), many in sorted(found.items()):
        counts.row(f"damage in {name}: {outcome}", many, 0)


def _hear_out(server, patience=20):
    """Waits for all that a start says: that so many sessions were recovered, and the code of each."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        told = [line for line in server.complained if " sessions recovered from " in line]
        codes = [line for line in server.said if line.startswith("session ")]
        if told and len(codes) == int(told[0].split(" sessions recovered ")[0].split()[-1]):
            return
        time.sleep(0.01)


def _judge(played, data):
    """(what was found, what is wrong about it)"""
    wrong = []
    verdict = played.server.verb("verify", data=data)
    whole = [code for code in played.people if f"{code} klopt" in verdict.stdout]
    named = [code for code in played.people if f"{code} is beschadigd" in verdict.stdout]
    if verdict.returncode == 0 and len(whole) < len(played.people):
        wrong.append(f"verify is content with {len(whole)} sessions: {verdict.stdout[-300:]}")
    for code in whole:
        if played.export(code, data) != played.exports[code]:
            wrong.append(f"verify calls {code} whole and it is another")
    server = Server(played.server.program, data)
    server.key = played.server.key
    starts = server.start()
    if starts:
        _hear_out(server)
    said = "\n".join(server.said + server.complained)
    if server.word("trainer-key") is not None:
        wrong.append("a new trainer key")
    if not starts:
        server.process.wait()
        if verdict.returncode == 0 or server.process.returncode == 0 or not said.strip():
            wrong.append(f"it does not start, and nobody says why: {said[-200:]}")
        return "not opened, named", wrong
    served = [line.split()[1] for line in server.said if line.startswith("session ")]
    if sorted(served) != sorted(whole):
        wrong.append(f"served {served}, whole by verify {whole}")
    for code in played.people:
        of_the_list = "lijst van oefeningen" in said  # of a session that is gone only a number is known
        if code not in served and code not in said and not of_the_list:
            wrong.append(f"{code} is neither served nor named")
        if code in served:
            person = played.people[code].back(server.address)
            person.wait(lambda: person.view in person.views)
            if texts(person) != played.seen[code]:
                wrong.append(f"{code} is served with {len(texts(person))} messages")
            person.hang_up()
    if verdict.returncode == 0:
        desk = Desk(server)
        if isinstance(desk.opened, str) or desk.opened is None:
            wrong.append(f"the trainer's key no longer opens: {desk.opened}")
        desk.hang_up()
    server.stop()
    if verdict.returncode == 0:
        return "no difference, all served", wrong
    return f"named; {len(served)} of {len(played.people)} sessions served", wrong
