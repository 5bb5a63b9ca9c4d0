#!/usr/bin/python3 -B
"""A client that knows the .proto files only plays a piece of case A against a real server, comes
back, is refused by name and is closed by name for what the contract says closes. Each test is a
sentence of the contract.

    /usr/bin/python3 -B tests/protocol/short_test.py build/dev/bin/casustafel
"""
import os
import ssl
import subprocess
import sys
import tempfile
import unittest

from contract import limit, reason_of, v1
from line import Closed, Line, frame, PING
from peer import Peer
from posted import Polled, Streamed
from server import Server
from table import Desk, Participant, running

server = None


def setUpModule():
    server.__enter__()


def tearDownModule():
    server.__exit__()


class Played(unittest.TestCase):
    """One session of case A with a trainer and two people: OVJ and PRC."""

    @classmethod
    def setUpClass(cls):
        cls.desk, people = running(server, ["OVJ", "PRC"])
        cls.ovj, cls.prc = people["OVJ"], people["PRC"]

    @classmethod
    def tearDownClass(cls):
        for peer in (cls.desk, cls.ovj, cls.prc):
            peer.hang_up()

    def test_a_message_reaches_its_addressee_and_the_trainer(self):
        self.assertEqual(self.ovj.do(v1.SendMessage(to=["PRC"], text="Bel je mij?")), "accepted")
        for peer in (self.prc, self.desk):
            self.assertTrue(peer.wait(lambda: any(
                message.text == "Bel je mij?" for message in peer.entities("message"))))

    def test_an_item_is_read_marked_and_asked_about(self):
        self.assertEqual(self.ovj.do(v1.ReadItem(item="A01")), "accepted")
        self.assertEqual(self.ovj.do(v1.MarkItem(item="A01", mark="fact")), "accepted")
        self.assertEqual(self.ovj.do(v1.MarkItem(item="A01", mark="fact")), "already_so")
        self.ovj.wait(lambda: self.ovj.entity("role:OVJ", "item:A01").mark == "fact")
        item = self.ovj.entity("role:OVJ", "item:A01")
        self.assertTrue(item.read and item.form == 5 and item.original)
        self.assertEqual(self.prc.do(v1.AskForInformation(
            to=["OVJ"], person="jesse", category="police", text="Wat is er?")), "accepted")
        request = self.ovj.wait(lambda: next(
            (found for found in self.ovj.entities("request") if found.text == "Wat is er?"), None))
        self.assertEqual(self.ovj.do(v1.ShareItem(
            item="A01", to=["PRC"], purpose="person_centred_approach", basis="WJSG", form=2,
            request=request.id)), "accepted")
        shared = self.prc.wait(lambda: self.prc.entity("role:PRC", "item:A01"))
        self.assertEqual((shared.form, shared.received_from, shared.title.nl), (2, "OVJ", ""))
        verdict = self.desk.wait(lambda: next(
            (share.verdicts for share in self.desk.entities("share") if share.item == "A01"), None))
        self.assertEqual([(one.role, one.light) for one in verdict], [("PRC", "green")])
        self.assertFalse(self.prc.entities("share")[0].verdicts, "trainers only")

    def test_a_question_is_refused_with_a_reason_or_is_not_here(self):
        for answer, kind in ((v1.RefuseRequest(reason="no_purpose", text="Waarvoor?"), "refused"),
                             (v1.AnswerNotHere(), "not_here")):
            text = f"Vraag voor {kind}"
            self.ovj.do(v1.AskForInformation(to=["PRC"], person="jesse", category="health",
                                             text=text))
            request = self.prc.wait(lambda: next(
                (found for found in self.prc.entities("request") if found.text == text), None))
            answer.request = request.id
            self.assertEqual(self.prc.do(answer), "accepted")
            self.assertEqual(self.prc.do(answer), "already_answered")
            got = self.ovj.wait(lambda: next(
                (list(found.answers) for found in self.ovj.entities("request")
                 if found.text == text and found.answers), None))
            self.assertEqual(got[0].kind, kind)

    def test_who_comes_back_has_the_same_view_and_each_act_once(self):
        one = os.urandom(16)
        act = v1.SendMessage(to=["PRC"], text="Eenmaal")
        self.assertEqual(self.ovj.do(act, command_id=one), "accepted")
        self.ovj.wait(lambda: any(m.text == "Eenmaal" for m in self.ovj.entities("message")))
        before = set(self.ovj.views["role:OVJ"])
        again = self.ovj.back()
        self.assertEqual(again.welcome.returned, True)
        self.assertEqual(reason_of(self.ovj.close_code()), "superseded")
        type(self).ovj = again
        again.wait(lambda: "role:OVJ" in again.views)
        self.assertEqual(before, set(again.views["role:OVJ"]))
        self.assertEqual(again.do(act, command_id=one), "accepted")
        again.drain(0.3)
        self.assertEqual([m.text for m in again.entities("message")].count("Eenmaal"), 1)
        again.act(v1.SendMessage(to=["PRC"], text="Iets anders"), command_id=one)
        self.assertEqual(reason_of(again.close_code()), "reused_command")
        type(self).ovj = again.back()

    def test_what_the_rules_do_not_allow_is_rejected_by_name(self):
        ovj, prc = self.ovj, self.prc
        far = "é" * (limit("SendMessage", "text", "characters") + 1)
        for what, by, reason in (
                (v1.ReadItem(item="A05"), ovj, "unknown"),     # exists, hidden
                (v1.ReadItem(item="geen"), ovj, "unknown"),    # does not exist
                (v1.ShareItem(item="A20", to=["PRC"], purpose="care", basis="INT", form=1), ovj,
                 "unknown"),
                (v1.SendMessage(to=["PRC"], text=far), ovj, "text_too_long"),
                (v1.SendMessage(to=["PRC"], text="a\x07b"), ovj, "bad_text"),
                (v1.SendMessage(to=["PRC"], text=" "), ovj, "empty_text"),
                (v1.SendMessage(text="x"), ovj, "no_recipients"),
                (v1.SendMessage(to=["OVJ"], text="x"), ovj, "to_yourself"),
                (v1.SendMessage(meeting="O4", text="x"), ovj, "not_in_meeting"),
                (v1.PauseSession(), ovj, "trainer_only"),
                (v1.EndSession(), ovj, "trainer_only"),
                (v1.ReadItem(item="A01"), self.desk, "not_your_role"),
                (v1.CallPause(), self.desk, "participant_only"),
                (v1.StartSession(), self.desk, "already_started"),
                (v1.TakeRole(role="RN-Z"), prc, "seat_is_given"),
                (v1.TakeRole(role="OVJ"), prc, "role_taken"),
                (v1.SetSpeed(permille=1), self.desk, "speed_out_of_range")):
            self.assertEqual(by.do(what), reason, str(what))
        self.assertEqual(prc.do(v1.ReadItem(item="A01"), as_role="OVJ"), "not_your_role")
        self.assertEqual(ovj.do(v1.SendMessage(to=["PRC"], text="x" * 2000)), "accepted")

    def test_frames_that_are_no_command_are_refused_by_their_own_name(self):
        for what in (dict(list_sessions=v1.ListSessions()), dict(set_door=v1.SetDoor(open=False)),
                     dict(list_scenarios=v1.ListScenarios()),
                     dict(ask_results=v1.AskResults()), dict(ask_report=v1.AskReport(language="nl")),
                     dict(see_as=v1.SeeAs(role="PRC")),
                     dict(rename=v1.Rename(participant=1, name="Ander")),
                     dict(set_maximum_speed=v1.SetMaximumSpeed(on=True)),
                     dict(issue_reentry_code=v1.IssueReentryCode(participant=2)),
                     dict(attach_session=v1.AttachSession(code=self.ovj.code)),
                     dict(new_session=v1.NewSession(scenario="oefentafel", request_id=b"1"))):
            self.assertEqual(self.ovj.ask("nothing", **what), "trainer_only", str(what))
        again = v1.Join(code=self.ovj.code, name="Nog", language="nl", token=os.urandom(32))
        self.assertEqual(self.ovj.ask("joined", join=again), "already_joined")


def filled_in(field):
    """Something that a field of a form takes."""
    value = {"choice": field.choices[0].id if field.choices else "", "person": "jesse",
             "role": "CAS"}.get(field.kind, "Zoals besproken.")
    return v1.FilledIn(field=field.id, value=value)


class ToTheEnd(unittest.TestCase):
    """A seat that is asked for, a decision, a swap and the end, with what is shown after it."""

    def test_a_session_runs_to_its_end(self):
        desk, people = running(server, ["OVJ", "PRC"])
        ovj, prc = people["OVJ"], people["PRC"]
        number = prc.entity("role:PRC", "role:PRC").occupant

        self.assertEqual(prc.do(v1.TakeRole(role="RN-Z")), "seat_is_given")
        wishes = desk.wait(lambda: desk.heard("seat_wishes"))
        self.assertEqual(dict(wishes.roles), {number: "RN-Z"})
        self.assertEqual(desk.do(v1.AssignRole(participant=number, role="RN-Z")), "accepted")
        self.assertTrue(prc.wait(lambda: "role:RN-Z" in prc.views))
        self.assertEqual(prc.do(v1.ReleaseRole(role="RN-Z"), as_role=""), "accepted")
        self.assertTrue(prc.wait(lambda: "role:RN-Z" not in prc.views))

        decision = ovj.entity("role:OVJ", "decision:Z1")
        self.assertGreater(len(decision.options), 1)
        other = prc.entity("role:PRC", "decision:Z1")
        self.assertFalse(other and other.options, "options are its deciders' only")
        self.assertEqual(prc.do(v1.TakeDecision(decision="V3", option="geen")), "unknown")
        option = decision.options[0]
        take = v1.TakeDecision(decision="Z1", option=option.id, text="Let op.",
                               cited=[v1.Cited(item="A01", **{"as": "fact"})],
                               filled_in=[filled_in(field) for field in option.fields])
        self.assertEqual(ovj.do(take), "accepted")
        self.assertEqual(ovj.do(take), "already_taken")
        self.assertTrue(desk.wait(lambda: desk.entity("trainer", "decision:Z1").status == "pending"))
        self.assertEqual(ovj.do(v1.RetractDecision(decision="Z1")), "accepted")

        self.assertEqual(desk.do(v1.StartSwap(pairs=[v1.SwapPair(one="OVJ", other="PRC")])),
                         "accepted")
        self.assertEqual(ovj.do(v1.SendMessage(to=["PRC"], text="x")), "swap_under_way")
        self.assertEqual(ovj.do(v1.WriteHandoverNote(text="Bel de officier.", items=["A01"])),
                         "accepted")
        self.assertEqual(desk.do(v1.AdvanceSwap()), "accepted")
        self.assertTrue(prc.wait(lambda: "role:OVJ" in prc.views and "role:PRC" not in prc.views))
        self.assertEqual(prc.entity("role:OVJ", "handover:OVJ").text, "Bel de officier.")
        self.assertEqual(desk.do(v1.AdvanceSwap()), "accepted")
        self.assertEqual(ovj.do(v1.SendMessage(to=["OVJ"], text="x")), "role_changed")
        self.assertEqual(ovj.do(v1.SendMessage(to=["OVJ"], text="x"), as_role="PRC"), "accepted")

        self.assertEqual(desk.do(v1.EndSession()), "accepted")
        self.assertEqual(prc.do(v1.ReadItem(item="A01"), as_role="OVJ"), "session_ended")
        self.assertTrue(desk.ask("results", ask_results=v1.AskResults()).ByteSize())
        desk.say(ask_report=v1.AskReport(language="nl"))
        self.assertTrue(desk.wait(lambda: any(
            frame.WhichOneof("what") == "report" and not frame.report.more for frame in desk.news)))
        page = "".join(frame.report.html for frame in desk.news
                       if frame.WhichOneof("what") == "report")
        self.assertTrue(page.lower().startswith("<!doctype html>") and "</html>" in page[-20:], page[:40])
        for name in ("Naam0", "Naam1"):
            self.assertNotIn(name, page)

        prc.say(sign_out=v1.SignOut())
        prc.drain(0.3)
        self.assertIn(prc.back().welcome, ("no_longer_here", "wrong_token"))


class AtTheDoor(unittest.TestCase):
    """What somebody meets who is nobody yet."""

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk(server)
        cls.code = cls.desk.new_session()

    def peer(self, **kwargs):
        peer = Peer(server.address, **kwargs)
        self.addCleanup(peer.line.cut)
        return peer

    def guest(self, name="Gast", token=None):
        guest = Participant(server.address, self.code, name, token)
        self.addCleanup(guest.line.cut)
        return guest

    def closes(self, reason, peer, why=""):
        self.assertEqual(reason_of(peer.close_code()), reason, why)

    def test_wrong_answers_are_refused_by_name(self):
        peer = self.peer()
        token = os.urandom(32)
        self.assertEqual(peer.ask("x", look_up=v1.LookUp(code="ZZZZZZZZ")), "wrong_code")
        self.assertEqual(peer.ask("x", observe=v1.Observe(code="ZZZZZZZZ")), "wrong_code")
        self.assertEqual(peer.ask("x", open_as_trainer=v1.OpenAsTrainer(key="nee")), "wrong_key")
        for code in (self.code, "ZZZZZZZZ"):
            self.assertEqual(peer.ask("x", resume=v1.Resume(code=code, token=token)), "wrong_token")
        self.assertEqual(peer.ask("x", reenter=v1.Reenter(code=self.code, reentry_code="ZZZZZZZZ",
                                                          token=token)), "wrong_reentry_code")
        for name in ("", "\u2800", "x" * 41, "De trainer"):
            self.assertEqual(peer.ask("x", join=v1.Join(code=self.code, name=name, language="nl",
                                                        token=token)), "bad_name", name)
        peer.act(v1.SayReady())
        self.assertEqual(peer.wait(lambda: peer.refusal("command")), "not_attached")
        self.assertEqual(peer.ask("x", stand_by=v1.StandBy()), "not_attached")

    def test_the_code_shows_free_seats_and_no_names(self):
        guest = self.guest("Geheimnaam")
        guest.join()
        peer = self.peer(keep_bytes=True)
        peer.say(look_up=v1.LookUp(code=self.code))
        self.assertTrue(peer.wait(lambda: peer.entities("role")))
        screen = self.peer(keep_bytes=True)
        self.assertEqual(screen.ask("observing", observe=v1.Observe(code=self.code)).code, self.code)
        screen.act(v1.SayReady())
        self.assertEqual(screen.wait(lambda: screen.refusal("command")), "observer")
        for read in peer.read + screen.read:
            self.assertNotIn(b"Geheimnaam", read)

    def test_a_closed_door_keeps_out_who_is_new_and_nobody_else(self):
        guest = self.guest()
        guest.join()
        self.desk.say(set_door=v1.SetDoor(open=False))
        self.assertTrue(self.desk.wait(lambda: self.desk.heard("door")))
        self.assertEqual(self.guest("Laat").join(), "door_closed")
        self.assertTrue(guest.back().welcome.returned)
        self.desk.news.clear()
        self.desk.say(set_door=v1.SetDoor(open=True))
        self.desk.expect("door")

    def test_a_one_time_code_brings_back_once_and_the_old_token_is_worth_nothing(self):
        guest = self.guest()
        number = guest.join().participant
        code = self.desk.ask("reentry_code",
                             issue_reentry_code=v1.IssueReentryCode(participant=number)).code
        token = os.urandom(32)
        wish = v1.Reenter(code=self.code, reentry_code=code, token=token)
        self.assertEqual(self.peer().ask("joined", reenter=wish).participant, number)
        self.assertEqual(self.peer().ask("joined", reenter=wish).participant, number, "said twice")
        wish.token = os.urandom(32)
        self.assertEqual(self.peer().ask("joined", reenter=wish), "wrong_reentry_code")
        self.assertEqual(guest.back().welcome, "wrong_token")

    def test_who_is_sent_away_is_told_so_and_stays_out(self):
        guest = self.guest()
        number = guest.join().participant
        self.assertEqual(self.desk.do(v1.SendAway(participant=number)), "accepted")
        self.closes("sent_away", guest)
        self.assertIn(guest.back().welcome, ("no_longer_here", "wrong_token"))

    def test_bytes_that_are_no_frame_close(self):
        unknown_field = v1.ClientFrame(ping=v1.Ping(nonce=1)).SerializeToString() + b"\xfa\x3e\x01x"
        for message in (b"\xff\xff\xff", b"", unknown_field,
                        v1.ClientFrame(hello=v1.Hello(newest_version=1)).SerializeToString()):
            peer = self.peer()
            peer.line.send(message)
            with self.subTest(message):
                self.closes("malformed", peer)
        peer = self.peer(hello=False)
        peer.say(ping=v1.Ping(nonce=1))
        self.closes("malformed", peer)

    def test_what_no_program_makes_closes(self):
        def command(**fields):
            made = v1.Command(command_id=os.urandom(16), **fields)
            return v1.ClientFrame(command=made).SerializeToString()
        share = dict(item="A01", to=["PRC"], purpose="care", basis="INT", form=1)
        for message in (
                command(mark_item=v1.MarkItem(item="A01", mark="misschien")),
                command(share_item=v1.ShareItem(**{**share, "purpose": "anders"})),
                command(share_item=v1.ShareItem(**{**share, "form": 6})),
                command(share_item=v1.ShareItem(**{**share, "item": "A" * 65})),
                command(share_item=v1.ShareItem(**{**share, "to": ["PRC"] * 65})),
                command(as_role="R" * 65, say_ready=v1.SayReady()),
                command(),
                command(join_session=v1.JoinSession(language="nl")),
                command(note_recovery=v1.NoteRecovery()),
                command(say_ready=v1.SayReady()) + b"\xfa\x3e\x01x",
                v1.ClientFrame(command=v1.Command(command_id=b"kort", say_ready=v1.SayReady()))
                .SerializeToString()):
            guest = self.guest()
            guest.join()
            guest.line.send(message)
            with self.subTest(v1.ClientFrame.FromString(message)):
                self.closes("malformed", guest)

    def test_a_join_of_no_program_is_refused(self):
        right = dict(code=self.code, name="N", language="nl", token=os.urandom(32))
        for wrong, reason in ((dict(token=b"kort"), "wrong_token"),
                              (dict(code="A" * 129), "wrong_code")):
            refused = self.peer().ask("joined", join=v1.Join(**{**right, **wrong}))
            self.assertEqual(refused, reason, wrong)
        self.assertEqual(self.desk.ask("session_created", new_session=v1.NewSession(
            scenario="oefentafel", request_id=b"x" * 65)), "bad_request")
        self.assertEqual(self.desk.ask("session_created", new_session=v1.NewSession(
            scenario="geen", request_id=b"x")), "unknown_scenario")
        other = self.peer().ask("joined", join=v1.Join(**{**right, "language": "fr"}))
        self.assertTrue(other.participant, "a language that is not ours is Dutch")

    def test_a_line_is_closed_by_name(self):
        peer = self.peer(hello=False)
        peer.say(hello=v1.Hello(oldest_version=7, newest_version=9))
        self.closes("wrong_version", peer)
        peer = self.peer()
        peer.line.send(b"x" * (64 * 1024 + 1))
        self.closes("too_large", peer)
        peer = self.peer()
        for _ in range(300):
            peer.say(ping=v1.Ping(nonce=1))
        self.closes("too_fast", peer)
        peer = self.peer()
        peer.line.send_raw(frame(PING, b"x") + frame(PING, b"y", masked=False))
        self.assertIsNotNone(peer.close_code(), "an unmasked frame")
        peer = self.peer(source="127.0.0.9")
        for _ in range(30):
            peer.say(look_up=v1.LookUp(code="ZZZZZZZZ"))
        self.closes("wrong_code", peer)

    def test_an_origin_that_is_not_the_servers_own_gets_no_line(self):
        with self.assertRaises(Closed) as refused:
            Line(server.address, headers=["Origin: https://example.org"])
        self.assertEqual(refused.exception.code, 403)
        host = f"http://{server.address[0]}:{server.address[1]}"
        Line(server.address, headers=[f"Origin: {host}"]).hang_up()


class WithoutWebSocket(unittest.TestCase):
    """The same session by server-sent events and by polls, with a trainer on a WebSocket."""

    def play(self, way, other, host=None):
        host = host or server
        desk, people = running(host, ["OVJ", "PRC"], way=way)
        ovj, prc = people["OVJ"], people["PRC"]
        self.assertEqual(ovj.do(v1.SendMessage(to=["PRC"], text="Bel je mij?")), "accepted")
        for peer in (prc, desk):
            self.assertTrue(peer.wait(lambda: any(
                message.text == "Bel je mij?" for message in peer.entities("message"))))
        self.assertEqual(ovj.do(v1.ReadItem(item="A05")), "unknown")
        # Said on a line that drops before the answer, and once more on the next one.
        one, act = os.urandom(16), v1.SendMessage(to=["PRC"], text="Eenmaal")
        ovj.act(act, command_id=one)
        ovj.line.cut()
        again = ovj.back(way=other)
        self.assertTrue(again.welcome.returned)
        self.assertEqual(again.do(act, command_id=one), "accepted")
        for text in ("een", "twee", "drie"):
            again.act(v1.SendMessage(to=["PRC"], text=text))
        prc.wait(lambda: any(message.text == "drie" for message in prc.entities("message")))
        said = [m.text for m in sorted(prc.entities("message"), key=lambda m: m.id)]
        self.assertEqual(said.count("Eenmaal"), 1)
        self.assertLessEqual({"een", "twee", "drie"}, set(said))
        # The newest line of a person is theirs.
        newest = again.back(way=way)
        self.assertEqual(reason_of(again.close_code()), "superseded")
        self.assertEqual(newest.do(v1.SendMessage(to=["PRC"], text="Daar ben ik")), "accepted")
        for peer in (desk, prc, newest):
            peer.hang_up()

    def test_by_server_sent_events(self):
        self.play(Streamed, Polled)

    def test_by_polls(self):
        self.play(Polled, Streamed)

    def test_under_tls(self):
        with tempfile.TemporaryDirectory() as folder:
            pair = [f"{folder}/cert.pem", f"{folder}/key.pem"]
            subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                            "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
                            "-out", pair[0], "-keyout", pair[1]], check=True, capture_output=True)
            trust = ssl.create_default_context(cafile=pair[0])
            host = Server(server.program, options=["--tls-cert", pair[0], "--tls-key", pair[1]])
            with host:
                for way in (Streamed, Polled):
                    one = Peer(host.address, way=lambda *where, way=way: way(*where, tls=trust))
                    refused = one.ask("refused", look_up=v1.LookUp(code="ZZZZZZZZ"))
                    self.assertEqual(refused.reason, "wrong_code")
                    one.say(ping=v1.Ping(nonce=7))
                    self.assertEqual(one.expect("pong").nonce, 7)
                    one.hang_up()
                self.assertEqual(host.stop(), 0)

    def test_what_is_too_much_or_no_message_closes_by_name(self):
        for way in (Streamed, Polled):
            for body, reason in ((b"\0\0\0", "malformed"), (b"\0\0\0\x02\xff\xff", "malformed"),
                                 (b"\xff\xff\xff\xff", "too_large")):
                line = way(server.address)
                line.post(body)
                with self.assertRaises(Closed) as ending:
                    while line.receive(10) is not None:
                        pass
                self.assertEqual(reason_of(ending.exception.code), reason)
        flooding = Peer(server.address, way=Polled)
        for _ in range(300):
            flooding.say(ping=v1.Ping(nonce=1))
        self.assertEqual(reason_of(flooding.close_code()), "too_fast")


class AtItsEnds(unittest.TestCase):
    """Ten seconds without Hello, and a server that stops."""

    def test_no_hello_closes_as_silent_and_a_server_that_stops_says_so(self):
        with Server(server.program) as stopping:
            desk = Desk(stopping)
            silent = Peer(stopping.address, hello=False)
            self.assertEqual(reason_of(silent.close_code(15)), "silent")
            self.assertEqual(stopping.stop(), 0)
        self.assertEqual(reason_of(desk.close_code()), "going_away")


if __name__ == "__main__":
    server = Server(sys.argv.pop(1))
    unittest.main(verbosity=2)
