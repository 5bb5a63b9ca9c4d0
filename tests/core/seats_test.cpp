// Who plays which role: several roles of one person, the trainer who assigns, moves, replaces and
// stands in, and autopilots.
#include "timed_play.hpp"

namespace casustafel::core {
namespace {

using support::newcomer;
using support::participant;
using support::trainer;

class Seats : public TimedPlay {};

TEST_F(Seats, lets_one_participant_play_several_roles_each_by_its_own_name) {
    const auto somebody = play.seat(a);
    play.must(somebody, TakeRole{b});
    EXPECT_EQ(roles(somebody), (std::vector<RoleId>{a, b}));
    start();
    play.must(in_role(somebody, a), EnterMeeting{MeetingId{"M"}});
    play.must(in_role(somebody, b), EnterMeeting{MeetingId{"M"}});
    expect_rejected(play.submit(in_role(somebody, c), EnterMeeting{MeetingId{"M"}}),
                    Rejection::not_your_role);
    expect_rejected(play.submit(somebody, TakeRole{b}), Rejection::already_so);
    expect_events(play.submit(somebody, ReleaseRole{b}),
                  {MeetingLeft{b, MeetingId{"M"}}, RoleReleased{p1, b}});
    EXPECT_EQ(roles(somebody), std::vector<RoleId>{a});
}

TEST_F(Seats, bounds_how_many_roles_one_participant_holds) {
    const auto somebody = guest();
    for (std::size_t number = 0; number <= limits::roles_of_one_participant; ++number) {
        Role more = scenario.roles.back();
        more.id = RoleId{"X" + std::to_string(number)};
        scenario.roles.push_back(more);
    }
    support::Play larger{scenario};
    larger.must(newcomer(), JoinSession{});
    for (std::size_t number = 0; number < limits::roles_of_one_participant; ++number)
        larger.must(somebody, TakeRole{RoleId{"X" + std::to_string(number)}});
    const RoleId last{"X" + std::to_string(limits::roles_of_one_participant)};
    expect_rejected(larger.submit(somebody, TakeRole{last}), Rejection::too_many_roles);
    expect_rejected(larger.submit(trainer(), AssignRole{p1, last, false}),
                    Rejection::too_many_roles);
    larger.must(trainer(), AssignRole{p1, last, true});
    EXPECT_EQ(roles_of(larger.state(), p1), std::vector<RoleId>{last});
}

TEST_F(Seats, of_everything_one_held_are_given_up_on_leaving) {
    const auto somebody = play.seat(a);
    play.must(somebody, TakeRole{c});
    expect_events(play.submit(somebody, LeaveSession{}),
                  {RoleReleased{p1, a}, RoleReleased{p1, c}, ParticipantLeft{p1}});
}

// Whoever sat in a seat of the computer's gives it back to the computer, however they go.
TEST_F(Seats, of_the_computer_go_back_to_it_when_a_person_gives_them_up) {
    role(b).from_group_size = 9;
    support::Play small{scenario};
    const auto somebody = small.seat(a);
    small.must(trainer(), StartSession{});
    EXPECT_TRUE(small.state().seats.at(b).autopilot);
    const std::vector<Command> ways{ReleaseRole{b}, LeaveSession{}};
    for (const Command& way : ways) {
        const auto other = participant(
            std::get<ParticipantJoined>(small.must(newcomer(), JoinSession{}).front()).participant);
        small.must(other, TakeRole{b});
        EXPECT_FALSE(small.state().seats.at(b).autopilot);
        small.must(other, way);
        EXPECT_TRUE(small.state().seats.at(b).autopilot) << way.index();
    }
    small.must(trainer(), AssignRole{somebody.participant, b, false});
    small.must(trainer(), ReleaseRole{b});
    EXPECT_TRUE(small.state().seats.at(b).autopilot);
    small.must(trainer(), ReleaseRole{b});
    EXPECT_FALSE(small.state().seats.at(b).autopilot) << "the trainer sent the computer away";
    small.must(trainer(), AssignRole{somebody.participant, b, true});
    EXPECT_FALSE(small.state().seats.at(a).autopilot) << "a seat that was never the computer's";
}

TEST_F(Seats, go_to_the_first_of_two_who_take_one_in_the_same_millisecond) {
    const auto one = guest();
    const auto other = guest();
    expect_events(play.submit(one, TakeRole{a}), {RoleTaken{p1, a}});
    expect_rejected(play.submit(other, TakeRole{a}), Rejection::role_taken);
}

TEST_F(Seats, are_assigned_by_a_trainer) {
    const auto somebody = guest();
    expect_events(trainer_does(AssignRole{p1, a, false}), {RoleTaken{p1, a}});
    expect_rejected(trainer_does(AssignRole{p1, a, false}), Rejection::already_so);
    expect_rejected(trainer_does(AssignRole{p1, a, true}), Rejection::already_so);
    expect_rejected(trainer_does(AssignRole{p2, b, false}), Rejection::unknown);
    expect_rejected(trainer_does(AssignRole{p1, nowhere, false}), Rejection::unknown);
    guest();
    expect_rejected(trainer_does(AssignRole{p2, a, false}), Rejection::role_taken);
    play.must(somebody, LeaveSession{});
    expect_rejected(trainer_does(AssignRole{p1, b, false}), Rejection::unknown);
}

TEST_F(Seats, are_changed_by_a_move_that_gives_up_every_other_role) {
    const auto somebody = play.seat(a);
    play.must(somebody, TakeRole{b});
    start();
    play.must(in_role(somebody, a), EnterMeeting{MeetingId{"M"}});
    expect_events(trainer_does(AssignRole{p1, c, true}),
                  {MeetingLeft{a, MeetingId{"M"}}, RoleReleased{p1, a}, RoleReleased{p1, b},
                   RoleTaken{p1, c}});
    expect_rejected(play.submit(in_role(somebody, a), EnterMeeting{MeetingId{"M"}}),
                    Rejection::role_changed);
    trainer_must(AssignRole{p1, a, false});
    expect_events(trainer_does(AssignRole{p1, a, true}), {RoleReleased{p1, c}});
    EXPECT_EQ(roles(somebody), std::vector<RoleId>{a});
}

TEST_F(Seats, are_filled_by_autopilots_at_the_start_where_none_but_they_sit_or_the_group_is_small) {
    role(b).from_group_size = 2;
    role(c).autopilot = AutopilotUse::always;
    play.seat(a);
    const auto events = trainer_must(StartSession{});
    EXPECT_TRUE(std::vector<Event>(events.begin(), events.begin() + 3) ==
                (std::vector<Event>{SessionStarted{}, AutopilotSeated{b}, AutopilotSeated{c}}));
    EXPECT_TRUE(seat(b).autopilot);
    EXPECT_TRUE(is_played(seat(c)));
}

TEST_F(Seats, stay_free_at_the_start_when_the_group_is_large_enough_for_a_person) {
    role(b).from_group_size = 2;
    role(a).from_group_size = 3;
    play.seat(a);
    play.seat(c);
    start();
    EXPECT_FALSE(is_played(seat(b)));
    EXPECT_FALSE(seat(a).autopilot) << "somebody sat there already";
}

TEST_F(Seats, of_one_person_with_two_roles_count_as_a_group_of_one) {
    role(b).from_group_size = 2;
    const auto somebody = play.seat(a);
    play.must(somebody, TakeRole{c});
    start();
    EXPECT_TRUE(seat(b).autopilot);
}

TEST_F(Seats, of_autopilots_are_taken_by_people_unless_they_are_always_theirs) {
    role(c).autopilot = AutopilotUse::always;
    const auto somebody = guest();
    trainer_must(SeatAutopilot{b});
    expect_events(play.submit(somebody, TakeRole{b}), {AutopilotLeft{b}, RoleTaken{p1, b}});
    EXPECT_FALSE(seat(b).autopilot);
    expect_rejected(play.submit(somebody, TakeRole{c}), Rejection::role_is_autopilots);
    expect_rejected(trainer_does(AssignRole{p1, c, true}), Rejection::role_is_autopilots);
}

TEST_F(Seats, that_only_autopilots_play_go_back_to_one_after_a_stand_in) {
    role(c).autopilot = AutopilotUse::always;
    play.seat(a);
    start();
    expect_rejected(trainer_does(ReleaseRole{c}), Rejection::role_is_autopilots);
    trainer_must(StandIn{c});
    expect_events(trainer_does(ReleaseRole{c}), {StandInEnded{c}, AutopilotSeated{c}});
    EXPECT_TRUE(seat(c).autopilot);
}

TEST_F(Seats, are_given_to_an_autopilot_by_a_trainer_whoever_sat_there) {
    const auto somebody = play.seat(a);
    start();
    play.must(somebody, EnterMeeting{MeetingId{"M"}});
    expect_events(trainer_does(SeatAutopilot{a}),
                  {MeetingLeft{a, MeetingId{"M"}}, RoleReleased{p1, a}, AutopilotSeated{a}});
    expect_rejected(trainer_does(SeatAutopilot{a}), Rejection::already_so);
    expect_rejected(trainer_does(SeatAutopilot{nowhere}), Rejection::unknown);
    expect_rejected(play.submit(somebody, ReadItem{start_item}), Rejection::role_changed);
    expect_events(trainer_does(SeatAutopilot{b}), {AutopilotSeated{b}});
    trainer_must(StandIn{c});
    expect_events(trainer_does(SeatAutopilot{c}), {StandInEnded{c}, AutopilotSeated{c}});
}

TEST_F(Seats, are_played_by_a_trainer_who_stands_in_until_released) {
    const auto somebody = play.seat(a);
    start();
    expect_rejected(trainer_does(StandIn{a}), Rejection::role_taken);
    expect_rejected(trainer_does(StandIn{nowhere}), Rejection::unknown);
    expect_events(trainer_does(StandIn{b}), {StandInStarted{b}});
    expect_rejected(trainer_does(StandIn{b}), Rejection::already_so);
    const auto standing_in = in_role(trainer(), b);
    play.must(standing_in, EnterMeeting{MeetingId{"M"}});
    expect_rejected(play.submit(somebody, TakeRole{b}), Rejection::role_taken);
    expect_events(trainer_does(ReleaseRole{b}), {MeetingLeft{b, MeetingId{"M"}}, StandInEnded{b}});
    expect_rejected(play.submit(standing_in, EnterMeeting{MeetingId{"M"}}),
                    Rejection::not_your_role);
}

TEST_F(Seats, pass_from_an_autopilot_to_a_trainer_and_from_a_trainer_to_a_person) {
    play.seat(a);
    trainer_must(SeatAutopilot{b});
    expect_events(trainer_does(StandIn{b}), {AutopilotLeft{b}, StandInStarted{b}});
    expect_events(trainer_does(AssignRole{p1, b, false}), {StandInEnded{b}, RoleTaken{p1, b}});
    EXPECT_EQ(seat(b).occupant, p1);
    EXPECT_FALSE(seat(b).stand_in);
}

TEST_F(Seats, of_autopilots_are_freed_by_a_trainer_only) {
    const auto somebody = guest();
    trainer_must(SeatAutopilot{b});
    expect_rejected(play.submit(somebody, ReleaseRole{b}), Rejection::not_your_role);
    expect_events(trainer_does(ReleaseRole{b}), {AutopilotLeft{b}});
    expect_rejected(trainer_does(ReleaseRole{b}), Rejection::role_is_free);
}

TEST_F(Seats, of_autopilots_alone_start_no_session) {
    trainer_must(SeatAutopilot{a});
    expect_rejected(trainer_does(StartSession{}), Rejection::no_roles_taken);
}

TEST_F(Seats, without_anybody_still_get_what_an_inject_brings_them) {
    play.seat(a);
    start();
    trainer_must(FireInject{InjectId{"HAND"}});
    trainer_must(HastenInject{InjectId{"HAND"}});
    ASSERT_TRUE(holding(play.state(), b, ItemId{"I-HAND"}));
    const auto late = play.seat(b);
    play.must(late, ReadItem{ItemId{"I-HAND"}});
}

}  // namespace
}  // namespace casustafel::core
