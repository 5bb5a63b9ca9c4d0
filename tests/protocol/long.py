#!/usr/bin/python3 -B
"""Everything that takes longer than a test may, by name; README.md says what each tries.

    /usr/bin/python3 -B tests/protocol/long.py PROGRAM [floods guesses seats silence canaries fuzz …]
"""
import importlib
import sys

from counts import Counts
from server import Server

ALL = ("floods", "guesses", "seats", "ghosts", "silence", "canaries", "fuzz", "kills", "damage")


def main(program, names):
    counts = Counts()
    print(f"{'what':<58} {'tried':>8} {'through':>8}", flush=True)
    for name in names or ALL:
        with Server(program) as server:
            importlib.import_module(name).run(server, counts)
            if server.process.poll() is None:
                counts.demand(server.stop() == 0, f"{name}: the server did not stop well")
            else:
                counts.demand(False, f"{name}: the server ended by itself: {server.complained[-3:]}")
            verdict = server.verb("verify")
            counts.demand(verdict.returncode == 0, f"{name}: verify says {verdict.stdout[-500:]}")
    for wrong in counts.wrong:
        print(f"WRONG: {wrong}")
    return 1 if counts.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
