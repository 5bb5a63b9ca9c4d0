// The clock of a session: what is due comes by itself, and bots can make it run as fast as they
// can.
#include <gtest/gtest.h>

#include "server/core/rules/verify.hpp"
#include "server/hosting/surroundings/limits.hpp"
#include "tests/support/cases/small_case.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

class Time : public testing::Test {
protected:
    explicit Time(core::Scenario scenario = hosted_case())
        : house(House::Completion::at_once, std::move(scenario)) {}

    House house;
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = seated('v', "VT");
    ConnectionId ovj = seated('o', "OVJ");

    ConnectionId seated(char who, const std::string& role) {
        const auto connection = house.greeted();
        house.say(connection, join(code, std::string("gast ") + who, token(who)));
        house.say(connection, frame_of(take_role(role), command_id(who)));
        return connection;
    }
    void begin() { house.say(trainer, frame_of(start(), command_id('s'))); }
    void maximum_speed() {
        v1::ClientFrame fast;
        fast.mutable_set_maximum_speed()->set_on(true);
        house.say(trainer, fast);
    }
    // Frames since Joined, as a bot counts them; reads the box.
    std::uint64_t seen(ConnectionId connection) {
        for (const ServerFrame& frame : house.hear(connection)) {
            if (frame.has_joined()) seen_[connection] = 0;
            if (frame.has_refused() || frame.has_pong()) continue;
            ++seen_[connection];
            if (frame.has_clock_reached()) reached_[connection] = frame.clock_reached().sim_ms();
        }
        return seen_[connection];
    }
    void stand_by(ConnectionId connection, std::int64_t until_sim_ms) {
        v1::ClientFrame frame;
        frame.mutable_stand_by()->set_frames_seen(seen(connection));
        frame.mutable_stand_by()->set_until_sim_ms(until_sim_ms);
        house.say(connection, frame);
    }
    std::int64_t reached(ConnectionId connection) {
        seen(connection);
        return reached_[connection];
    }
    std::int64_t sim_ms() { return house.host().find(code)->entry().sim_ms(); }
    std::string phase() { return house.host().find(code)->entry().phase(); }

    std::map<ConnectionId, std::uint64_t> seen_;
    std::map<ConnectionId, std::int64_t> reached_;
};

TEST_F(Time, brings_a_timed_inject_at_its_own_time_without_anybody_asking) {
    begin();
    house.hear(vt);
    house.pass(minute_ms - 1);
    EXPECT_TRUE(house.hear(vt).empty());
    house.pass(1);
    const auto heard = house.hear(vt);
    const auto* view = first(heard, &ServerFrame::has_view);
    ASSERT_NE(view, nullptr);
    bool notice = false;
    for (const v1::Entity& entity : view->view().entities()) notice |= entity.has_notice();
    EXPECT_TRUE(notice);
}

// How long before something falls due the command arrives, while the clock goes on under it.
class ClockThatGoesOn : public Time, public testing::WithParamInterface<int> {};

TEST_P(ClockThatGoesOn, judges_a_command_and_what_is_due_at_one_instant) {
    begin();
    house.pass(minute_ms - GetParam());
    house.clock().creep(1);
    house.say(vt, frame_of(message("OVJ", "hallo"), command_id('1'), "VT"));
    house.clock().creep(0);
    house.pass(100);
    EXPECT_TRUE(core::verify(house.scenario(), house.log()).empty());
}

INSTANTIATE_TEST_SUITE_P(MillisecondsBefore, ClockThatGoesOn, testing::Range(1, 13));

TEST_F(Time, asks_to_be_woken_for_what_is_due_and_for_nothing_when_it_stands_still) {
    house.drop(vt);
    house.drop(ovj);
    EXPECT_GT(house.host().next_wake_ms(), house.clock().steady_ms() + 3'600'000);
    begin();
    EXPECT_LE(house.host().next_wake_ms(), house.clock().steady_ms() + limits::save_clock_every_ms);
}

TEST_F(Time, tells_one_that_stands_by_when_its_time_has_come) {
    begin();
    stand_by(vt, 5'000);
    house.pass(4'999);
    EXPECT_EQ(reached(vt), 0);
    house.pass(1);
    EXPECT_EQ(reached(vt), 5'000);
}

TEST_F(Time, tells_it_once) {
    begin();
    stand_by(vt, 5'000);
    house.pass(5'000);
    house.hear(vt);
    house.pass(5'000);
    EXPECT_EQ(first(house.hear(vt), &ServerFrame::has_clock_reached), nullptr);
}

TEST_F(Time, stands_still_at_maximum_speed_until_everybody_stands_by) {
    maximum_speed();
    begin();
    stand_by(vt, 5'000);
    house.pass(60'000);
    EXPECT_EQ(sim_ms(), 0);
    stand_by(ovj, 9'000);
    EXPECT_EQ(sim_ms(), 5'000);
    EXPECT_EQ(reached(vt), 5'000);
    EXPECT_EQ(reached(ovj), 0);
}

TEST_F(Time, does_not_go_on_while_somebody_has_not_seen_its_last_frame) {
    maximum_speed();
    begin();
    stand_by(vt, 5'000);
    v1::ClientFrame early;
    early.mutable_stand_by()->set_frames_seen(seen(ovj) - 1);
    early.mutable_stand_by()->set_until_sim_ms(9'000);
    house.say(ovj, early);
    EXPECT_EQ(sim_ms(), 0);
}

// The inject is for a role where nobody sits.
class TimeForNobody : public Time {
protected:
    TimeForNobody() : Time(scenario()) {}

    static core::Scenario scenario() {
        core::Scenario made = hosted_case();
        made.injects.front().to = {{"GGZ"}};
        made.injects.front().deals.clear();
        return made;
    }
};

TEST_F(TimeForNobody, goes_on_by_itself_at_maximum_speed_when_what_was_due_reaches_nobody) {
    maximum_speed();
    begin();
    house.drop(trainer);
    stand_by(vt, INT64_MAX);
    stand_by(ovj, INT64_MAX);
    EXPECT_EQ(phase(), "ended");
}

TEST_F(Time, plays_to_the_end_at_once_when_everybody_only_waits) {
    maximum_speed();
    begin();
    for (int time = 0; time < 10 && phase() != "ended"; ++time) {
        stand_by(vt, INT64_MAX);
        stand_by(ovj, INT64_MAX);
    }
    EXPECT_EQ(phase(), "ended");
    EXPECT_EQ(house.clock().steady_ms(), 0);
    EXPECT_TRUE(core::verify(house.scenario(), house.log()).empty());
}

TEST_F(Time, stands_still_in_a_pause_also_at_maximum_speed) {
    maximum_speed();
    begin();
    v1::Command pause;
    pause.mutable_pause_session();
    house.say(trainer, frame_of(pause, command_id('p')));
    stand_by(vt, 5'000);
    stand_by(ovj, 5'000);
    house.pass(60'000);
    EXPECT_EQ(sim_ms(), 0);
}

TEST_F(Time, goes_back_to_the_pace_of_the_case_where_it_is) {
    maximum_speed();
    begin();
    stand_by(vt, 5'000);
    stand_by(ovj, 5'000);
    v1::ClientFrame slow;
    slow.mutable_set_maximum_speed()->set_on(false);
    house.say(trainer, slow);
    house.pass(3'000);
    EXPECT_EQ(sim_ms(), 8'000);
}

TEST_F(Time, calls_an_absence_after_two_minutes_without_connection) {
    begin();
    house.drop(vt);
    house.pass(119'999);
    EXPECT_FALSE(std::holds_alternative<core::AbsenceStarted>(house.log().back().events.front()));
    house.pass(1);
    EXPECT_TRUE(std::holds_alternative<core::AbsenceStarted>(house.log().back().events.front()));
}

TEST_F(Time, ends_the_session_when_its_time_is_up) {
    begin();
    house.pass(600 * minute_ms);
    EXPECT_EQ(phase(), "ended");
    EXPECT_TRUE(core::verify(house.scenario(), house.log()).empty());
}

TEST_F(Time, writes_down_how_far_it_went_when_the_server_stops) {
    begin();
    house.pass(7'000);
    house.host().stop();
    house.restart();
    const auto back_vt = house.greeted();
    house.say(back_vt, resume(code, token('v')));
    const auto back_ovj = house.greeted();
    house.say(back_ovj, resume(code, token('o')));
    EXPECT_EQ(house.log().back().stamp.real_ms, 7'000);
}

}  // namespace
}  // namespace casustafel::hosting
