"""Every sentence of case A is a canary. Each role of the case takes its seat and reads all that the server
sends it, byte by byte; what it was sent is held against what the contract says a role may know. Then
something is shared, an inject fires and a decision is taken, and it is held against that again."""
import re

import yaml

from contract import ROOT, v1
from peer import Peer
from table import CASE_A, Participant, running

FORMS = {"pointer": 1, "conclusion": 2, "summary": 3, "text": 4, "source_text": 5}


def _sentences(node, path=()):
    """(path, sentence) of everything long enough to be recognised."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _sentences(value, (*path, str(key)))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            name = value.get("id", place) if isinstance(value, dict) else place
            yield from _sentences(value, (*path, str(name)))
    elif isinstance(node, str) and len(node.strip()) >= 14:
        yield path, node.strip()


def canaries(file):
    """sentence -> where it stands in the case; only those that stand in one place, by themselves."""
    places = {}
    for path, sentence in _sentences(yaml.safe_load(file.read_text())):
        for line in sentence.split("\n"):
            if len(line.strip()) >= 14:
                places.setdefault(line.strip(), set()).add(path)
    everything = "\n".join(places)
    return {line: next(iter(paths)) for line, paths in places.items()
            if len(paths) == 1 and everything.count(line) == 1
            and not {"id", "category", "kind"} & set(next(iter(paths)))}


class Reader:
    """What one role may know by what the contract says of each entity, and what it was sent."""

    def __init__(self, person, role):
        self.person, self.role = person, role

    def may_know(self, path, sentence):
        view = self.person.views[f"role:{self.role}"]
        kind, name = path[0], path[1] if len(path) > 1 else ""
        if kind in ("title", "pitch", "content_notice", "tables", "people", "powers", "rounds",
                    "organisations"):
            return True
        if kind == "roles":
            return name == self.role or path[2] in ("name", "aim", "organisation")
        if kind == "meetings":
            return f"meeting:{name}" in view
        if kind == "items":
            form = self._form(view, name)
            if path[2] == "title":
                return form >= 3
            if path[2] in FORMS:
                return form >= FORMS[path[2]]
            return path[2] in ("truth", "caution") and form >= 4
        if kind == "injects" and path[2] == "asks":
            kind = "questions"
        if kind == "injects" and path[2] == "actions":
            return any(sentence in (action.scripted.nl, action.scripted.en)
                       and ("plan" in view or self.role in (action.lead, action.power_holder,
                                                            *action.informed))
                       for action in self.person.entities("action", f"role:{self.role}"))
        if kind == "injects":
            return f"notice:{name}" in view and path[2] in ("title", "text")
        if kind == "decisions":
            decision = view.get(f"decision:{name}")
            if decision is None:
                return False
            if path[2] != "options":
                return path[2] == "title"
            return path[3] in [option.id for option in decision.decision.options]
        if kind == "interventions":
            return f"intervention:{name}" in view
        if kind == "questions":
            return any(sentence in (request.scripted.nl, request.scripted.en)
                       and self.role in (request.asker, *request.to)
                       for request in self.person.entities("request", f"role:{self.role}"))
        return False

    @staticmethod
    def _form(view, item):
        found = view.get(f"item:{item}")
        return found.item.form if found else 0


class Outsider(Reader):
    """Somebody without a seat: what the lobby shows to everybody."""

    def may_know(self, path, sentence):
        return path[0] in ("title", "pitch", "content_notice", "tables", "rounds",
                           "organisations") or (
            path[0] == "roles" and path[2] in ("name", "aim", "organisation"))


def run(server, counts):
    file = next(path for path in (ROOT / "scenarios").glob("*.yaml")
                if re.search(rf"^id: {CASE_A}$", path.read_text(), re.M))
    case = yaml.safe_load(file.read_text())
    sentences = canaries(file)
    roles = [role["id"] for role in case["roles"] if role.get("autopilot") != "always"]
    desk, people = running(server, roles, CASE_A, keep_bytes=True)
    standing = Participant(server.address, desk.code, "Staand", keep_bytes=True)
    standing.join()
    looker, screen = (Peer(server.address, keep_bytes=True) for _ in range(2))
    looker.say(look_up=v1.LookUp(code=desk.code))
    screen.say(observe=v1.Observe(code=desk.code))
    readers = [Reader(person, role) for role, person in people.items()] + [
        Outsider(standing, "who stands"), Outsider(looker, "who looked up"),
        Outsider(screen, "a screen")]
    for reader in readers:
        reader.person.drain(0.3)
    _hold(counts, sentences, readers, "at the start")

    giver, item = _a_giver(people)
    outcome = people[giver].do(v1.ShareItem(item=item, to=["PRC"], purpose="person_centred_approach",
                                            basis="WGSZ", form=2))
    counts.demand(outcome == "accepted", f"the share was {outcome}")
    for inject in desk.entities("inject_control", "trainer"):
        desk.do(v1.FireInject(inject=inject.id))
    for decision in desk.entities("decision", "trainer"):
        decider = decision.deciders[0]
        if decider in people:
            people[decider].do(v1.TakeDecision(decision=decision.id, option=decision.options[0].id,
                                               cited=_cited(people[decider]), text="Omdat."))
    desk.drain(12)  # an inject or a decision can be taken back for some seconds
    for reader in readers:
        reader.person.drain(0.5)
    _hold(counts, sentences, readers, "after a share, all injects and decisions")


def _a_giver(people):
    for role, person in people.items():
        for item in person.entities("item", person.view):
            if role != "PRC" and item.original and item.form >= 2:
                return role, item.id


def _cited(person):
    return [v1.Cited(item=item.id, **{"as": "fact"})
            for item in person.entities("item", person.view)][:1]


def _hold(counts, sentences, readers, when):
    tried = through = known_and_read = 0
    for reader in readers:
        read = b"".join(reader.person.read)
        for sentence, path in sentences.items():
            allowed = reader.may_know(path, sentence)
            there = sentence.encode() in read
            tried += not allowed
            known_and_read += allowed and there
            if there and not allowed:
                through += 1
                if through <= 12:
                    counts.demand(False, f"{reader.role} read {'.'.join(path)}: {sentence[:60]}")
    counts.row(f"sentences one may not know, {when}", tried, through,
               f"{len(sentences)} canaries, {len(readers)} readers; allowed and read {known_and_read}")
    counts.demand(known_and_read > 1000, "the readers read hardly anything")
