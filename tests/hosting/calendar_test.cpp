// Time counts as far as there is evidence of it.
#include "server/hosting/surroundings/calendar.hpp"

#include <gtest/gtest.h>

namespace casustafel::hosting {
namespace {

constexpr std::int64_t hour = 3'600'000, day = 24 * hour, year = 365 * day;
constexpr std::int64_t today = 56 * year;

class CalendarTest : public testing::Test {
protected:
    CalendarTest() { calendar.load({}, 0, wall, 0); }

    void run_for(std::int64_t ms) {
        for (std::int64_t left = ms; left > 0; left -= hour) {
            wall += hour;
            steady += hour;
            calendar.look(wall, steady);
        }
    }
    // The server stops, its clock goes on or is set, and it starts again.
    void off(std::int64_t wall_moves_by) {
        const std::string kept = calendar.value();
        wall += wall_moves_by;
        steady = 77;
        calendar = {};
        calendar.load(kept, 0, wall, steady);
    }
    std::int64_t gone() const { return calendar.now_ms() - today; }

    std::int64_t wall = today, steady = 0;
    Calendar calendar;
};

TEST_F(CalendarTest, counts_the_time_that_the_server_runs) {
    run_for(31 * day);
    EXPECT_EQ(gone(), 31 * day);
}

TEST_F(CalendarTest, counts_a_night_off_at_once) {
    off(16 * hour);
    EXPECT_EQ(gone(), 16 * hour);
}

TEST_F(CalendarTest, believes_a_month_off_after_a_day) {
    off(40 * day);
    EXPECT_EQ(gone(), 0);
    run_for(23 * hour);
    EXPECT_EQ(gone(), 23 * hour);
    run_for(2 * hour);
    EXPECT_EQ(gone(), 40 * day + 25 * hour);
}

TEST_F(CalendarTest, believes_a_server_that_runs_an_hour_a_week_one_start_later) {
    for (int week = 0; week < 5; ++week) {
        off(7 * day);
        run_for(hour);
    }
    EXPECT_EQ(gone(), 4 * 7 * day + 5 * hour);
}

TEST_F(CalendarTest, never_believes_a_clock_that_is_set_right_within_the_day) {
    off(73 * year);
    run_for(5 * hour);
    wall -= 73 * year;
    run_for(40 * hour);
    EXPECT_EQ(gone(), 45 * hour);
    off(73 * year);
    off(-73 * year);
    run_for(40 * hour);
    EXPECT_EQ(gone(), 85 * hour);
}

TEST_F(CalendarTest, never_believes_one_that_says_the_same_at_every_start) {
    off(73 * year);
    for (int start = 0; start < 100; ++start) off(60'000);
    EXPECT_LT(gone(), day);
}

TEST_F(CalendarTest, takes_a_step_while_running_as_it_takes_one_at_a_start) {
    run_for(2 * hour);
    wall += 73 * year;
    run_for(3 * hour);
    EXPECT_EQ(gone(), 5 * hour);
}

TEST_F(CalendarTest, goes_on_when_a_clock_that_was_wrong_from_the_start_is_set_back) {
    wall -= 60 * day;
    run_for(31 * day);
    EXPECT_EQ(gone(), 31 * day);
}

TEST_F(CalendarTest, that_was_never_kept_goes_on_from_the_newest_log) {
    Calendar fresh;
    fresh.load({}, today - 40 * day, today, 0);
    EXPECT_EQ(fresh.now_ms(), today - 40 * day);
    fresh.load({}, today + 73 * year, today, 0);
    EXPECT_EQ(fresh.now_ms(), today);
    fresh.load("no calendar", 0, today, 0);
    EXPECT_EQ(fresh.now_ms(), today);
}

}  // namespace
}  // namespace casustafel::hosting
