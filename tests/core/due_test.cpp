// What the clock brings in the timed case (tests/support/core/timed_case.hpp): each instant one
// record, at its own time, also inside the cut.
#include <gtest/gtest.h>

#include <string>

#include "server/core/values/limits.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/timed_case.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::host;
using support::Play;
using support::trainer;

const RoleId a{"A"}, b{"B"}, c{"C"};

class DueThings : public testing::Test {
protected:
    void start(int speed_permille = 1000) {
        first = play.seat(a);
        if (speed_permille != 1000) play.must(trainer(), SetSpeed{speed_permille});
        play.must(trainer(), StartSession{});
        opened = play.log().size();
    }

    // The records of the clock since the start.
    std::vector<Record> timers() const {
        std::vector<Record> found;
        for (std::size_t seq = opened; seq < play.log().size(); ++seq)
            if (!play.log()[seq].command) found.push_back(play.log()[seq]);
        return found;
    }

    void expect_record(const Record& record, const Stamp& stamp, const std::vector<Event>& events) {
        EXPECT_EQ(record.stamp, stamp) << record.stamp.real_ms << " " << record.stamp.sim_ms;
        EXPECT_TRUE(record.events == events);
    }

    Scenario scenario = support::timed_case();
    Play play{scenario};
    Actor first;
    std::size_t opened = 0;
};

std::vector<Event> later() { return {ItemDealt{ItemId{"I-LATER"}, {b}}}; }
std::vector<Event> timed() {
    return {InjectTookEffect{InjectId{"TIMED"}}, ItemDealt{ItemId{"I-TIMED"}, {c}}};
}
std::vector<Event> night() { return {ItemDealt{ItemId{"I-NIGHT"}, {a}}}; }
std::vector<Event> morning() { return {ItemDealt{ItemId{"I-MORNING"}, {a}}}; }
std::vector<Event> by_hand() {
    return {InjectTookEffect{InjectId{"HAND"}}, ItemDealt{ItemId{"I-HAND"}, {b}},
            FactsChanged{{.becomes_acute = {PersonId{"P"}}}}};
}

TEST_F(DueThings, come_in_order_at_their_own_time_to_the_end) {
    start();
    play.run_out();
    const auto found = timers();
    ASSERT_EQ(found.size(), 6u);
    expect_record(found[0], {30'000, 30'000, at(0, 10)}, later());
    expect_record(found[1], {45'000, 45'000, at(0, 10, 30)}, timed());
    expect_record(found[2], {60'000, 60'000, at(0, 20)}, night());
    expect_record(found[3], {60'000, 60'000, at(1, 9)}, {SegmentEntered{1}});
    expect_record(found[4], {60'000, 60'000, at(1, 9)}, morning());
    expect_record(found[5], {90'000, 90'000, at(1, 10)}, {SessionEnded{EndReason::time_is_up}});
    EXPECT_EQ(play.state().phase, SessionPhase::ended);
    EXPECT_EQ(holding(play.state(), a, ItemId{"I-NIGHT"})->since_sim_ms, at(0, 20));
    EXPECT_EQ(play.state().injects.at(InjectId{"TIMED"}).at_sim_ms, at(0, 10, 30));
    EXPECT_EQ(play.state().injects.at(InjectId{"HAND"}).status, InjectStatus::waiting);
}

TEST_F(DueThings, keep_their_own_time_when_one_millisecond_brings_several) {
    start(100'000);  // 12000 simulated milliseconds in each real one
    scenario.items[1].available_sim_ms = at(0, 9) + 100;
    scenario.injects[0].at_sim_ms = at(0, 9) + 200;
    play.pass(1);
    const auto found = timers();
    ASSERT_EQ(found.size(), 2u);
    expect_record(found[0], {1, 1, at(0, 9) + 100}, later());
    expect_record(found[1], {1, 1, at(0, 9) + 200}, timed());
    EXPECT_EQ(play.now().sim_ms, at(0, 9) + 12'000);
}

TEST_F(DueThings, of_one_instant_are_one_record_in_scenario_order) {
    scenario.items[3].available_sim_ms = at(0, 10);
    scenario.injects[0].at_sim_ms = at(0, 10);
    start();
    play.pass(30'000);
    const auto found = timers();
    ASSERT_EQ(found.size(), 1u);
    expect_record(found[0], {30'000, 30'000, at(0, 10)},
                  {later()[0], night()[0], timed()[0], timed()[1]});
}

TEST_F(DueThings, an_inject_of_the_first_instant_comes_right_after_the_start) {
    scenario.injects[0].at_sim_ms = at(0, 9);
    start();
    EXPECT_EQ(next_due(play.state()), 0);
    play.pass(0);
    ASSERT_EQ(timers().size(), 1u);
    expect_record(timers()[0], {0, 0, at(0, 9)}, timed());
}

TEST_F(DueThings, an_inject_from_before_the_start_comes_at_the_start) {
    scenario.injects[0].at_sim_ms = at(0, 8);
    start();
    play.pass(0);
    ASSERT_EQ(timers().size(), 1u);
    expect_record(timers()[0], {0, 0, at(0, 9)}, timed());
}

TEST_F(DueThings, of_active_time_come_before_the_cut_and_before_the_end) {
    start();
    play.pass(50'000);
    play.must(trainer(), FireInject{InjectId{"HAND"}});
    play.pass(10'000);
    auto found = timers();
    ASSERT_EQ(found.size(), 6u);
    expect_record(found[2], {60'000, 60'000, at(0, 11)}, by_hand());
    EXPECT_TRUE(found[3].events == night());
    play.pass(20'000);
    play.must(trainer(), ImproviseInject{"title", "text", {}});
    play.run_out();
    found = timers();
    ASSERT_EQ(found.size(), 8u);
    EXPECT_TRUE(std::holds_alternative<InjectTookEffect>(found[6].events.front()));
    EXPECT_EQ(found[6].stamp, found[7].stamp);
    EXPECT_TRUE(std::holds_alternative<SessionEnded>(found[7].events.front()));
}

TEST_F(DueThings, of_the_last_instant_come_before_the_end_and_later_ones_never) {
    scenario.items[1].available_sim_ms = at(1, 10);
    scenario.items[3].available_sim_ms = at(1, 10) + 1;
    start();
    play.run_out();
    const auto found = timers();
    ASSERT_GE(found.size(), 2u);
    expect_record(found[found.size() - 2], {90'000, 90'000, at(1, 10)}, later());
    EXPECT_FALSE(play.state().available.contains(ItemId{"I-NIGHT"}));
}

TEST_F(DueThings, wait_while_the_session_is_paused_or_has_not_started) {
    EXPECT_FALSE(next_due(play.state()));
    start();
    play.pass(29'999);
    play.must(trainer(), PauseSession{});
    play.must(host(), NoteConnection{first.participant, false});
    EXPECT_FALSE(next_due(play.state()));
    EXPECT_FALSE(due(play.state(), 10'000'000));
    play.pass(100'000);
    play.must(trainer(), ResumeSession{});
    EXPECT_EQ(next_due(play.state()), 130'000);
    play.pass(1);
    ASSERT_EQ(timers().size(), 1u);
    expect_record(timers()[0], {130'000, 30'000, at(0, 10)}, later());
}

TEST_F(DueThings, an_inject_fired_by_hand_takes_effect_when_its_window_ends) {
    start();
    play.pass(1'000);
    play.must(trainer(), FireInject{InjectId{"HAND"}});
    EXPECT_EQ(play.state().injects.at(InjectId{"HAND"}).effective_at_active_ms, 11'000);
    play.pass(9'999);
    EXPECT_TRUE(timers().empty());
    EXPECT_FALSE(play.state().legal.acute.contains(PersonId{"P"}));
    play.pass(1);
    ASSERT_EQ(timers().size(), 1u);
    expect_record(timers()[0], {11'000, 11'000, at(0, 9, 22)}, by_hand());
    EXPECT_TRUE(play.state().legal.acute.contains(PersonId{"P"}));
}

TEST_F(DueThings, the_window_of_an_inject_stands_still_in_a_pause) {
    start();
    play.must(trainer(), FireInject{InjectId{"HAND"}});
    play.pass(4'000);
    play.must(trainer(), PauseSession{});
    play.pass(60'000);
    play.must(trainer(), ResumeSession{});
    EXPECT_EQ(next_due(play.state()), 70'000);
}

TEST_F(DueThings, somebody_gone_for_two_minutes_is_absent_until_back) {
    scenario.segments[0].real_ms = 600'000;
    start();
    play.must(host(), NoteConnection{first.participant, false});
    play.pass(limits::absence_after_ms - 1);
    EXPECT_TRUE(timers().empty());
    play.pass(1);
    ASSERT_EQ(timers().size(), 1u);
    EXPECT_TRUE(timers()[0].events == std::vector<Event>{AbsenceStarted{first.participant}});
    EXPECT_TRUE(play.state().participants.at(first.participant).absent);
    play.pass(1'000);
    EXPECT_EQ(timers().size(), 1u);
    play.must(host(), NoteConnection{first.participant, true});
    EXPECT_FALSE(play.state().participants.at(first.participant).absent);
}

TEST_F(DueThings, nobody_is_absent_who_came_back_in_time_or_has_no_role) {
    scenario.segments[0].real_ms = 600'000;
    start();
    play.must(host(), NoteConnection{first.participant, false});
    play.pass(100'000);
    play.must(host(), NoteConnection{first.participant, true});
    play.pass(100'000);
    play.must(first, ReleaseRole{a});
    play.must(host(), NoteConnection{first.participant, false});
    play.pass(150'000);
    for (const auto& record : timers())
        for (const auto& event : record.events)
            EXPECT_FALSE(std::holds_alternative<AbsenceStarted>(event));
}

TEST_F(DueThings, the_two_minutes_count_from_sitting_down) {
    scenario.segments[0].real_ms = 900'000;
    start();
    const auto second = play.must(support::newcomer(), JoinSession{});
    const auto id = std::get<ParticipantJoined>(second.front()).participant;
    play.must(host(), NoteConnection{id, false});
    play.pass(200'000);
    play.must(support::participant(id), TakeRole{c});
    play.pass(limits::absence_after_ms - 1);
    EXPECT_FALSE(play.state().participants.at(id).absent);
    play.pass(1);
    EXPECT_TRUE(play.state().participants.at(id).absent);
}

TEST_F(DueThings, more_than_fits_one_record_comes_in_several_at_the_same_instant) {
    const auto many = limits::events_per_instant + 10;
    for (std::size_t number = 0; number < many; ++number) {
        Item more = scenario.items.front();
        more.id = ItemId{"I-MORE-" + std::to_string(number)};
        more.available_sim_ms = at(0, 9, 30);
        scenario.items.push_back(more);
    }
    scenario.injects[0].at_sim_ms = at(0, 9, 30);
    start();
    play.pass(15'000);
    const auto found = timers();
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].events.size(), limits::events_per_instant);
    EXPECT_EQ(found[1].events.size(), 12u);
    EXPECT_EQ(found[0].stamp, found[1].stamp);
    EXPECT_EQ(play.state().injects.at(InjectId{"TIMED"}).status, InjectStatus::effective);
}

}  // namespace
}  // namespace casustafel::core
