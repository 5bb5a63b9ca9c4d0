"""What was tried and what got through, as rows that a person reads."""
import collections


class Counts:
    def __init__(self):
        self.rows = []
        self.wrong = []

    def row(self, what, tried, through, note=""):
        """`through` of `tried` had the effect that who tried it wanted."""
        self.rows.append((what, tried, through, note))
        print(f"{what:<58} {tried:>8} {through:>8}  {note}", flush=True)

    def demand(self, holds, what):
        """Something that has to be so; what is not is told at the end, and is the exit code."""
        if not holds:
            self.wrong.append(what)
            print(f"WRONG: {what}", flush=True)


def tally(outcomes):
    """{"accepted": 3, "too_much": 2} as words."""
    counted = collections.Counter(outcomes)
    return ", ".join(f"{name} {count}" for name, count in counted.most_common())
