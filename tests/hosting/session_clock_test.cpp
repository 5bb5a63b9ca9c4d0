// The time of a session: it goes with the host's clock, stands still when it is held, and at
// maximum speed goes only where it is put.
#include "server/hosting/session/session_clock.hpp"

#include <gtest/gtest.h>

#include "server/rehearsal/local_network.hpp"

namespace casustafel::hosting {
namespace {

class SessionClockTest : public testing::Test {
protected:
    SessionClockTest() { clock.load({}, 0); }

    // What a restart reads of what was written.
    static std::vector<std::pair<std::string, std::string>> written(const SessionClock& clock) {
        std::vector<std::pair<std::string, std::string>> values;
        for (const store::Value& value : clock.values())
            values.emplace_back(value.name, value.bytes.value());
        return values;
    }

    rehearsal::ManualClock host;
    SessionClock clock{host};
};

TEST_F(SessionClockTest, stands_still_until_it_is_let_go) {
    host.pass(500);
    EXPECT_EQ(clock.real_ms(), 0);
    clock.go_on();
    host.pass(500);
    EXPECT_EQ(clock.real_ms(), 500);
}

TEST_F(SessionClockTest, does_not_count_the_time_that_it_stood_still) {
    clock.go_on();
    host.pass(300);
    clock.stand_still();
    host.pass(10'000);
    clock.go_on();
    host.pass(200);
    EXPECT_EQ(clock.real_ms(), 500);
}

TEST_F(SessionClockTest, goes_at_maximum_speed_only_where_it_is_put_and_never_back) {
    clock.go_on();
    host.pass(100);
    clock.set_maximum_speed(true);
    host.pass(5'000);
    EXPECT_EQ(clock.real_ms(), 100);
    clock.jump_to(9'000);
    clock.jump_to(50);
    EXPECT_EQ(clock.real_ms(), 9'000);
    clock.set_maximum_speed(false);
    host.pass(10);
    EXPECT_EQ(clock.real_ms(), 9'010);
}

TEST_F(SessionClockTest, says_when_a_moment_comes_by_the_hosts_clock) {
    host.pass(7'000);
    clock.go_on();
    EXPECT_EQ(clock.steady_when(250), 7'250);
}

TEST_F(SessionClockTest, goes_on_after_a_restart_from_what_was_written_or_from_the_last_record) {
    clock.go_on();
    host.pass(1'200);
    SessionClock again(host);
    again.load(written(clock), 800);
    EXPECT_EQ(again.real_ms(), 1'200);
    SessionClock behind(host);
    behind.load(written(clock), 5'000);
    EXPECT_EQ(behind.real_ms(), 5'000);
}

TEST_F(SessionClockTest, keeps_its_speed_over_a_restart_but_not_over_reading_again) {
    clock.set_maximum_speed(true);
    const auto fast = written(clock);
    SessionClock again(host);
    again.load(fast, 0);
    EXPECT_TRUE(again.maximum_speed());
    again.set_maximum_speed(false);
    again.load(fast, 0);
    EXPECT_FALSE(again.maximum_speed());
}

}  // namespace
}  // namespace casustafel::hosting
