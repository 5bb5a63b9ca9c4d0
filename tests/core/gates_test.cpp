// Who may ask what, and when: the checks that all families share, over every command there is.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/timed_case.hpp"

namespace casustafel::core {
namespace {

using support::host;
using support::newcomer;
using support::participant;
using support::Play;
using support::trainer;

const RoleId a{"A"}, b{"B"};

std::vector<Command> acts_of_a_role() {
    return {ReadItem{},        ShareItem{},         AskForInformation{},  RefuseRequest{},
            ReferRequest{},    AnswerNotHere{},     MarkItem{},           SendMessage{},
            EnterMeeting{},    LeaveMeeting{},      PutUpForTriage{},     AcceptTriage{},
            RecordWeighing{},  AskAuthority{},      AnswerAuthority{},    AskConsent{},
            InformPerson{},    AskPrivacyOfficer{}, ConfirmSpokenShare{}, NoteGutFeeling{},
            AgreeToDecision{}, ExtendDecision{},    ProposeDecision{},    TakeDecision{},
            RetractDecision{}, HastenDecision{},    UseIntervention{},    AddAction{},
            ChangeAction{},    WithdrawAction{},    ConfirmAction{},      MovePhase{},
            InviteToMeeting{}, NoteHeard{},         DenyHeard{},          PutCard{},
            ChangeCard{},      WithdrawCard{},      TakeStance{},         ConveneMeeting{},
            CloseMeeting{},    ChooseFormat{}};
}

std::vector<Command> acts_of_the_swap() { return {WriteHandoverNote{}, SayReady{}}; }

std::vector<Command> acts_of_a_trainer() {
    return {
        StartSession{},   PauseSession{},    ResumeSession{},   SetSpeed{},       EndSession{},
        FireInject{},     ImproviseInject{}, RetractInject{},   HastenInject{},   LookThroughRole{},
        AssignRole{},     SeatAutopilot{},   StandIn{},         AnswerHelp{},     Whisper{},
        BookmarkMoment{}, StartSwap{},       AdvanceSwap{},     CancelSwap{},     OpenPrompt{},
        ClosePrompt{},    CorrectScore{},    SendAway{},        HoldBackInject{}, LengthenTerms{},
        ReplyByHand{},    AdmitObserver{},   DismissObserver{}, DeclassifyCase{}};
}

std::vector<Command> acts_of_a_participant() { return {CallPause{}, CallForHelp{}}; }

std::vector<Command> acts_in_the_lobby() {
    return {JoinSession{}, LeaveSession{}, TakeRole{}, ReleaseRole{}};
}

std::vector<Command> acts_of_the_host() {
    return {NoteConnection{}, NoteRecovery{}, NoteObserver{}, NoteFork{}};
}

std::string said(const Outcome& outcome) {
    const auto* rejection = std::get_if<Rejection>(&outcome);
    return rejection ? std::string(name(*rejection)) : "accepted";
}

class Gates : public testing::Test {
protected:
    Gates() { seated = play.seat(a); }

    void expect_all(const std::vector<Command>& commands, const Actor& actor, Rejection rejection) {
        for (const auto& command : commands)
            EXPECT_EQ(said(play.submit(actor, command)), name(rejection)) << act_name(command);
    }

    Scenario scenario = support::timed_case();
    Play play{scenario};
    Actor seated;
};

TEST(GatesOfAll, the_lists_of_this_test_name_every_command) {
    EXPECT_EQ(acts_of_a_role().size() + acts_of_the_swap().size() + acts_of_a_trainer().size() +
                  acts_of_a_participant().size() + acts_in_the_lobby().size() +
                  acts_of_the_host().size(),
              std::variant_size_v<CommandKinds> - 2)
        << "a role's, or a trainer's for one: RegisterSpokenShare; in a prompt: AnswerPrompt";
}

TEST_F(Gates, acts_of_a_role_wait_for_the_start) {
    expect_all(acts_of_a_role(), seated, Rejection::not_started);
}

TEST_F(Gates, acts_of_a_role_wait_out_a_pause_except_reading) {
    play.must(trainer(), StartSession{});
    play.must(trainer(), PauseSession{});
    auto others = acts_of_a_role();
    others.erase(others.begin());  // ReadItem
    expect_all(others, seated, Rejection::session_paused);
    EXPECT_EQ(said(play.submit(seated, ReadItem{ItemId{"I-START"}})), "accepted");
}

TEST_F(Gates, acts_of_a_role_are_for_participants_and_a_trainer_who_stands_in) {
    play.must(trainer(), StartSession{});
    for (auto actor : {host(), Actor{}}) {
        actor.role = a;
        expect_all(acts_of_a_role(), actor, Rejection::participant_only);
        expect_all({RegisterSpokenShare{}}, actor, Rejection::participant_only);
    }
    auto standing_in = trainer();
    expect_all(acts_of_a_role(), standing_in, Rejection::not_your_role);
    standing_in.role = a;
    expect_all(acts_of_a_role(), standing_in, Rejection::not_your_role);
    play.must(trainer(), ReleaseRole{a});
    play.must(trainer(), StandIn{a});
    EXPECT_EQ(said(play.submit(standing_in, ReadItem{ItemId{"I-START"}})), "accepted");
    standing_in.role = RoleId{"NOWHERE"};
    expect_all(acts_of_a_role(), standing_in, Rejection::unknown);
}

TEST_F(Gates, acts_of_a_role_wait_out_a_swap_except_reading) {
    play.must(trainer(), StartSession{});
    expect_all(acts_of_the_swap(), seated, Rejection::no_swap);
    play.must(trainer(), StartSwap{{{a, b}}});
    auto others = acts_of_a_role();
    others.erase(others.begin());  // ReadItem
    others.push_back(RegisterSpokenShare{});
    expect_all(others, seated, Rejection::swap_under_way);
    EXPECT_EQ(said(play.submit(seated, ReadItem{ItemId{"I-START"}})), "accepted");
    play.must(trainer(), PauseSession{});
    expect_all(acts_of_the_swap(), seated, Rejection::session_paused);
}

TEST_F(Gates, calls_are_for_participants_once_it_started) {
    expect_all(acts_of_a_participant(), seated, Rejection::not_started);
    play.must(trainer(), StartSession{});
    for (const auto& actor : {trainer(), host(), Actor{}})
        expect_all(acts_of_a_participant(), actor, Rejection::participant_only);
    expect_all(acts_of_a_participant(), newcomer(), Rejection::unknown);
}

TEST_F(Gates, acts_of_a_role_are_for_who_holds_it_now) {
    play.must(trainer(), StartSession{});
    const auto other = play.seat(b);
    expect_all(acts_of_a_role(), participant(other.participant, a), Rejection::not_your_role);
    expect_all(acts_of_a_role(), participant(seated.participant), Rejection::not_your_role);
    expect_all(acts_of_a_role(), participant(seated.participant, RoleId{"NOWHERE"}),
               Rejection::unknown);
    expect_all(acts_of_a_role(), participant(ParticipantId{9}, a), Rejection::unknown);
    expect_all(acts_of_a_role(), newcomer(), Rejection::unknown);
}

TEST_F(Gates, an_act_typed_before_the_role_changed_is_refused_as_such) {
    play.must(trainer(), StartSession{});
    play.must(seated, ReleaseRole{a});
    expect_all(acts_of_a_role(), seated, Rejection::role_changed);
    play.must(participant(seated.participant), TakeRole{b});
    expect_all(acts_of_a_role(), seated, Rejection::role_changed);
    play.must(participant(seated.participant), ReleaseRole{b});
    play.must(participant(seated.participant), TakeRole{a});
    EXPECT_EQ(said(play.submit(seated, ReadItem{ItemId{"I-START"}})), "accepted");
}

TEST_F(Gates, control_of_the_session_is_the_trainers) {
    for (const auto& actor : {seated, host(), Actor{}, newcomer()})
        expect_all(acts_of_a_trainer(), actor, Rejection::trainer_only);
}

TEST_F(Gates, connections_are_noted_by_the_host_only) {
    for (const auto& actor : {seated, trainer(), Actor{}})
        expect_all(acts_of_the_host(), actor, Rejection::no_power);
}

TEST_F(Gates, pausing_injects_help_and_swaps_wait_for_the_start) {
    expect_all({PauseSession{}, ResumeSession{}, FireInject{}, ImproviseInject{}, RetractInject{},
                HastenInject{}, AnswerHelp{}, Whisper{}, BookmarkMoment{}, StartSwap{},
                AdvanceSwap{}, CancelSwap{}, OpenPrompt{}, ClosePrompt{}, CorrectScore{}},
               trainer(), Rejection::not_started);
}

TEST_F(Gates, coming_and_going_is_possible_in_every_phase_before_the_end) {
    const auto come_and_go = [&] {
        const auto somebody = play.seat(b);
        play.must(somebody, ReleaseRole{b});
        play.must(participant(somebody.participant), LeaveSession{});
    };
    come_and_go();
    play.must(trainer(), StartSession{});
    come_and_go();
    play.must(trainer(), PauseSession{});
    come_and_go();
}

TEST_F(Gates, after_the_end_nothing_changes_whoever_asks) {
    play.must(trainer(), StartSession{});
    play.must(trainer(), EndSession{});
    for (const auto& actor :
         {seated, trainer(), host(), newcomer(), participant(ParticipantId{9})}) {
        expect_all(acts_of_a_role(), actor, Rejection::session_ended);
        expect_all(acts_of_the_swap(), actor, Rejection::session_ended);
        expect_all(acts_of_a_participant(), actor, Rejection::session_ended);
        expect_all(acts_in_the_lobby(), actor, Rejection::session_ended);
        for (const auto& command : acts_of_a_trainer())
            if (!std::holds_alternative<LookThroughRole>(command) &&
                !std::holds_alternative<CorrectScore>(command) &&
                !std::holds_alternative<DeclassifyCase>(command) &&
                !std::holds_alternative<DismissObserver>(command))
                expect_all({command}, actor, Rejection::session_ended);
        expect_all({NoteRecovery{}, NoteObserver{}, NoteFork{}}, actor, Rejection::session_ended);
    }
}

TEST_F(Gates, after_the_end_connections_are_noted_and_trainers_look) {
    play.must(trainer(), StartSession{});
    play.must(trainer(), EndSession{});
    EXPECT_EQ(said(play.submit(host(), NoteConnection{seated.participant, false})), "accepted");
    EXPECT_EQ(said(play.submit(trainer(), LookThroughRole{a})), "accepted");
    EXPECT_EQ(said(play.submit(seated, LookThroughRole{a})), "trainer_only");
}

}  // namespace
}  // namespace casustafel::core
