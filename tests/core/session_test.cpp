// Lobby, seats, connections and the trainer's control: given what was done, when a command, then
// events or a rejection.
#include <gtest/gtest.h>

#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/timed_case.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::host;
using support::newcomer;
using support::participant;
using support::Play;
using support::trainer;

const RoleId a{"A"}, b{"B"}, c{"C"}, nowhere{"NOWHERE"};
constexpr ParticipantId p1{1}, p2{2}, p3{3};

class Session : public testing::Test {
protected:
    void started() {
        first = play.seat(a);
        play.must(trainer(), StartSession{});
    }

    void expect_events(const Outcome& outcome, const std::vector<Event>& events) {
        ASSERT_TRUE(std::holds_alternative<std::vector<Event>>(outcome))
            << name(std::get<Rejection>(outcome));
        EXPECT_TRUE(std::get<std::vector<Event>>(outcome) == events);
    }

    void expect_rejected(const Outcome& outcome, Rejection rejection) {
        ASSERT_TRUE(std::holds_alternative<Rejection>(outcome)) << "accepted";
        EXPECT_EQ(name(std::get<Rejection>(outcome)), name(rejection));
    }

    Scenario scenario = support::timed_case();
    Play play{scenario};
    Actor first;
};

TEST_F(Session, numbers_those_who_join_and_never_gives_a_number_twice) {
    expect_events(play.submit(newcomer(), JoinSession{Language::en}),
                  {ParticipantJoined{p1, Language::en}});
    expect_events(play.submit(newcomer(), JoinSession{}), {ParticipantJoined{p2, Language::nl}});
    play.must(participant(p2), LeaveSession{});
    expect_events(play.submit(newcomer(), JoinSession{}), {ParticipantJoined{p3, Language::nl}});
    EXPECT_EQ(play.state().participants.at(p1).language, Language::en);
    EXPECT_FALSE(play.state().participants.at(p2).present);
}

TEST_F(Session, is_full_when_everybody_it_has_room_for_is_present) {
    for (std::size_t person = 0; person < limits::participants; ++person)
        play.must(newcomer(), JoinSession{});
    expect_rejected(play.submit(newcomer(), JoinSession{}), Rejection::session_is_full);
    play.must(participant(p1), LeaveSession{});
    play.must(newcomer(), JoinSession{});
}

TEST_F(Session, bounds_how_many_come_and_go) {
    for (std::size_t person = 1; person <= limits::participants_ever; ++person) {
        play.must(newcomer(), JoinSession{});
        play.must(participant(static_cast<ParticipantId>(person)), LeaveSession{});
    }
    expect_rejected(play.submit(newcomer(), JoinSession{}), Rejection::session_is_full);
}

TEST_F(Session, is_joined_once_and_by_people_only) {
    play.must(newcomer(), JoinSession{});
    expect_rejected(play.submit(participant(p1), JoinSession{}), Rejection::already_so);
    expect_rejected(play.submit(trainer(), JoinSession{}), Rejection::participant_only);
}

TEST_F(Session, seats_one_participant_in_a_role_and_nobody_else_in_it) {
    play.must(newcomer(), JoinSession{});
    play.must(newcomer(), JoinSession{});
    expect_events(play.submit(participant(p1), TakeRole{a}), {RoleTaken{p1, a}});
    EXPECT_EQ(roles_of(play.state(), p1), std::vector<RoleId>{a});
    EXPECT_TRUE(roles_of(play.state(), p2).empty());
    expect_rejected(play.submit(participant(p1), TakeRole{a}), Rejection::already_so);
    expect_rejected(play.submit(participant(p2), TakeRole{a}), Rejection::role_taken);
    expect_rejected(play.submit(participant(p2), TakeRole{nowhere}), Rejection::unknown);
    expect_rejected(play.submit(trainer(), TakeRole{b}), Rejection::participant_only);
}

TEST_F(Session, lets_the_occupant_or_a_trainer_release_a_role) {
    play.seat(a);
    play.seat(b);
    expect_rejected(play.submit(participant(p2), ReleaseRole{a}), Rejection::not_your_role);
    expect_events(play.submit(participant(p1), ReleaseRole{a}), {RoleReleased{p1, a}});
    expect_rejected(play.submit(participant(p1), ReleaseRole{a}), Rejection::role_changed);
    expect_rejected(play.submit(trainer(), ReleaseRole{a}), Rejection::role_is_free);
    expect_events(play.submit(trainer(), ReleaseRole{b}), {RoleReleased{p2, b}});
    expect_rejected(play.submit(trainer(), ReleaseRole{nowhere}), Rejection::unknown);
    EXPECT_EQ(play.state().seats.at(a).former, std::set<ParticipantId>{p1});
}

TEST_F(Session, lets_somebody_else_sit_down_after_a_release_in_the_middle) {
    started();
    play.must(first, ReleaseRole{a});
    const auto second = play.seat(a);
    play.must(second, ReadItem{ItemId{"I-START"}});
    expect_rejected(play.submit(first, ReadItem{ItemId{"I-START"}}), Rejection::role_changed);
}

TEST_F(Session, gets_a_role_up_from_its_meetings_when_it_is_given_up) {
    started();
    play.must(first, EnterMeeting{MeetingId{"M"}});
    expect_events(play.submit(first, LeaveSession{}),
                  {MeetingLeft{a, MeetingId{"M"}}, RoleReleased{p1, a}, ParticipantLeft{p1}});
    EXPECT_TRUE(play.state().present.at(MeetingId{"M"}).empty());
    expect_rejected(play.submit(first, LeaveSession{}), Rejection::unknown);
    expect_rejected(play.submit(participant(p1), TakeRole{a}), Rejection::unknown);
}

TEST_F(Session, starts_with_what_is_in_play_from_the_start) {
    play.seat(b);
    play.pass(5'000);
    expect_events(play.submit(trainer(), StartSession{}),
                  {SessionStarted{}, ItemDealt{ItemId{"I-START"}, {a}}});
    EXPECT_EQ(play.now(), (Stamp{5'000, 0, at(0, 9)}));
    play.pass(1'000);
    EXPECT_EQ(play.now(), (Stamp{6'000, 1'000, at(0, 9, 2)}));
    const auto* held = holding(play.state(), a, ItemId{"I-START"});
    ASSERT_TRUE(held);
    EXPECT_EQ(held->form, Form::source);
    EXPECT_EQ(held->lawful_form, Form::source);
    EXPECT_TRUE(held->original);
    EXPECT_EQ(held->since_sim_ms, at(0, 9));
    EXPECT_FALSE(holding(play.state(), b, ItemId{"I-START"}));
}

TEST_F(Session, starts_once_and_not_for_empty_chairs) {
    expect_rejected(play.submit(trainer(), StartSession{}), Rejection::no_roles_taken);
    started();
    expect_rejected(play.submit(trainer(), StartSession{}), Rejection::already_started);
    play.must(trainer(), PauseSession{});
    expect_rejected(play.submit(trainer(), StartSession{}), Rejection::already_started);
}

TEST_F(Session, stands_still_in_a_pause_and_goes_on_where_it_was) {
    started();
    play.pass(1'000);
    expect_events(play.submit(trainer(), PauseSession{}), {SessionPaused{}});
    play.pass(500'000);
    EXPECT_EQ(play.now(), (Stamp{501'000, 1'000, at(0, 9, 2)}));
    expect_rejected(play.submit(trainer(), PauseSession{}), Rejection::already_so);
    expect_events(play.submit(trainer(), ResumeSession{}), {SessionResumed{}});
    expect_rejected(play.submit(trainer(), ResumeSession{}), Rejection::not_paused);
    play.pass(1'000);
    EXPECT_EQ(play.now(), (Stamp{502'000, 2'000, at(0, 9, 4)}));
}

TEST_F(Session, changes_speed_from_now_on) {
    started();
    play.pass(1'000);
    expect_events(play.submit(trainer(), SetSpeed{3'000}), {SpeedSet{3'000}});
    play.pass(1'000);
    EXPECT_EQ(play.now(), (Stamp{2'000, 2'000, at(0, 9, 8)}));
    expect_rejected(play.submit(trainer(), SetSpeed{3'000}), Rejection::already_so);
    expect_rejected(play.submit(trainer(), SetSpeed{99}), Rejection::speed_out_of_range);
    expect_rejected(play.submit(trainer(), SetSpeed{100'001}), Rejection::speed_out_of_range);
    play.must(trainer(), SetSpeed{100});
    play.must(trainer(), SetSpeed{100'000});
}

TEST_F(Session, takes_the_speed_set_in_the_lobby_or_in_a_pause) {
    play.must(trainer(), SetSpeed{2'000});
    started();
    play.pass(1'000);
    EXPECT_EQ(play.now().sim_ms, at(0, 9, 4));
    play.must(trainer(), PauseSession{});
    play.must(trainer(), SetSpeed{500});
    play.pass(10'000);
    EXPECT_EQ(play.now().sim_ms, at(0, 9, 4));
    play.must(trainer(), ResumeSession{});
    play.pass(1'000);
    EXPECT_EQ(play.now().sim_ms, at(0, 9, 5));
}

TEST_F(Session, ends_when_the_trainer_says_so_and_stays_ended) {
    started();
    play.pass(1'000);
    expect_events(play.submit(trainer(), EndSession{}), {SessionEnded{EndReason::trainer}});
    EXPECT_EQ(play.state().phase, SessionPhase::ended);
    EXPECT_EQ(play.state().end_reason, EndReason::trainer);
    play.pass(1'000'000);
    EXPECT_EQ(play.now().sim_ms, at(0, 9, 2));
    EXPECT_FALSE(next_due(play.state()));
}

TEST_F(Session, can_be_called_off_in_the_lobby) {
    expect_events(play.submit(trainer(), EndSession{}), {SessionEnded{EndReason::trainer}});
    expect_rejected(play.submit(newcomer(), JoinSession{}), Rejection::session_ended);
}

TEST_F(Session, is_opened_to_everybody_by_a_trainer_after_the_end_and_once) {
    started();
    expect_rejected(play.submit(trainer(), DeclassifyCase{}), Rejection::too_early);
    play.must(trainer(), EndSession{});
    expect_rejected(play.submit(participant(p1), DeclassifyCase{}), Rejection::trainer_only);
    EXPECT_FALSE(play.state().declassified);
    expect_events(play.submit(trainer(), DeclassifyCase{}), {CaseDeclassified{}});
    EXPECT_TRUE(play.state().declassified);
    expect_rejected(play.submit(trainer(), DeclassifyCase{}), Rejection::already_so);
}

TEST_F(Session, notes_connections_that_are_lost_and_back) {
    play.must(newcomer(), JoinSession{});
    expect_rejected(play.submit(host(), NoteConnection{p1, true}), Rejection::already_so);
    expect_events(play.submit(host(), NoteConnection{p1, false}), {ConnectionLost{p1}});
    EXPECT_FALSE(play.state().participants.at(p1).connected);
    expect_rejected(play.submit(host(), NoteConnection{p1, false}), Rejection::already_so);
    expect_events(play.submit(host(), NoteConnection{p1, true}), {ConnectionRestored{p1}});
    expect_rejected(play.submit(host(), NoteConnection{p2, true}), Rejection::unknown);
    expect_rejected(play.submit(host(), NoteConnection{ParticipantId::nobody, true}),
                    Rejection::unknown);
    play.must(participant(p1), LeaveSession{});
    expect_rejected(play.submit(host(), NoteConnection{p1, false}), Rejection::unknown);
}

TEST_F(Session, counts_recoveries_without_touching_the_clock) {
    started();
    play.pass(1'000);
    const auto before = play.now();
    expect_events(play.submit(host(), NoteRecovery{}), {SessionRecovered{}});
    EXPECT_EQ(play.now(), before);
    EXPECT_EQ(play.state().recoveries, 1);
}

}  // namespace
}  // namespace casustafel::core
