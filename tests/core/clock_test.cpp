#include <gtest/gtest.h>

#include "server/core/values/clock.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/random_scenario.hpp"
#include "tests/support/core/timed_case.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::Seed;

CaseClock running_from(const Stamp& anchor, int speed_permille = 1000, int segment = 0) {
    CaseClock clock;
    clock.running = true;
    clock.anchor = anchor;
    clock.speed_permille = speed_permille;
    clock.segment = segment;
    return clock;
}

TEST(Clock, runs_all_three_clocks_from_the_anchor) {
    const auto scenario = support::timed_case();
    const auto clock = running_from({1'000, 400, at(0, 9)});
    EXPECT_EQ(stamp_at(clock, scenario, 1'000), (Stamp{1'000, 400, at(0, 9)}));
    EXPECT_EQ(stamp_at(clock, scenario, 1'001), (Stamp{1'001, 401, at(0, 9) + 120}));
    EXPECT_EQ(stamp_at(clock, scenario, 31'000), (Stamp{31'000, 30'400, at(0, 10)}));
}

TEST(Clock, standing_still_lets_only_the_session_age) {
    const auto scenario = support::timed_case();
    CaseClock clock;
    clock.anchor = {1'000, 400, at(0, 9)};
    EXPECT_EQ(stamp_at(clock, scenario, 9'000), (Stamp{9'000, 400, at(0, 9)}));
    EXPECT_FALSE(real_when_sim(clock, scenario, at(0, 9)));
    EXPECT_FALSE(real_when_active(clock, 400));
}

TEST(Clock, speed_multiplies_case_time_only) {
    const auto scenario = support::timed_case();
    const auto fast = running_from({0, 0, at(0, 9)}, 2'500);
    EXPECT_EQ(stamp_at(fast, scenario, 100), (Stamp{100, 100, at(0, 9) + 30'000}));
    const auto slow = running_from({0, 0, at(0, 9)}, 100);
    EXPECT_EQ(stamp_at(slow, scenario, 100), (Stamp{100, 100, at(0, 9) + 1'200}));
}

TEST(Clock, waits_at_the_end_of_the_segment_however_long_it_takes) {
    const auto scenario = support::timed_case();
    const auto clock = running_from({0, 0, at(0, 9)});
    EXPECT_EQ(stamp_at(clock, scenario, 60'000).sim_ms, at(0, 11));
    EXPECT_EQ(stamp_at(clock, scenario, 60'001).sim_ms, at(0, 11));
    constexpr auto for_ever = std::int64_t{1} << 60;
    EXPECT_EQ(stamp_at(clock, scenario, for_ever), (Stamp{for_ever, for_ever, at(0, 11)}));
}

TEST(Clock, says_when_an_instant_of_the_case_comes) {
    const auto scenario = support::timed_case();
    const auto clock = running_from({1'000, 0, at(0, 10)});
    EXPECT_EQ(real_when_sim(clock, scenario, at(0, 10, 2)), 2'000);
    EXPECT_EQ(real_when_sim(clock, scenario, at(0, 10) + 1), 1'001);  // rounded up, never too early
    EXPECT_EQ(real_when_sim(clock, scenario, at(0, 9)), 1'000);       // it was before: at once
    EXPECT_EQ(real_when_sim(clock, scenario, at(0, 11)), 31'000);
    EXPECT_FALSE(real_when_sim(clock, scenario, at(0, 11) + 1));
    EXPECT_EQ(real_when_active(clock, 250), 1'250);
    EXPECT_EQ(real_when_active(clock, -5), 1'000);
}

TEST(Clock, never_goes_back_and_its_inverse_is_exact) {
    for (std::uint64_t number = 1; number <= 2'000; ++number) {
        Seed seed(number);
        const auto scenario = support::random_scenario(seed);
        const auto segment = seed.below(scenario.segments.size());
        const auto& [from, to, real, round] = scenario.segments[segment];
        const Stamp anchor{seed.between(0, 1'000'000), seed.between(0, 1'000'000),
                           seed.between(from, to)};
        const auto clock = running_from(anchor, static_cast<int>(seed.between(100, 100'000)),
                                        static_cast<int>(segment));
        const auto now = anchor.real_ms + seed.between(0, 2'000'000);
        EXPECT_LE(stamp_at(clock, scenario, now).sim_ms, stamp_at(clock, scenario, now + 1).sim_ms);
        EXPECT_EQ(stamp_at(clock, scenario, now).active_ms - anchor.active_ms,
                  now - anchor.real_ms);

        const auto wanted = seed.between(anchor.sim_ms, to);
        const auto when = real_when_sim(clock, scenario, wanted);
        ASSERT_TRUE(when) << "seed " << number;
        EXPECT_GE(stamp_at(clock, scenario, *when).sim_ms, wanted) << "seed " << number;
        if (*when > anchor.real_ms) {
            EXPECT_LT(stamp_at(clock, scenario, *when - 1).sim_ms, wanted) << "seed " << number;
        }
    }
}

TEST(Clock, terms_do_not_run_across_a_cut) {
    const auto scenario = support::timed_case();
    EXPECT_EQ(sim_after(scenario, at(0, 9), at(0, 1)), at(0, 10));
    EXPECT_EQ(sim_after(scenario, at(0, 10), at(0, 1)), at(0, 11));
    EXPECT_EQ(sim_after(scenario, at(0, 10, 30), at(0, 1)), at(1, 9, 30));
    EXPECT_EQ(sim_after(scenario, at(0, 20), at(0, 0, 10)), at(1, 9, 10));  // asked inside the cut
    EXPECT_EQ(sim_after(scenario, at(1, 9, 30), at(0, 2)), at(1, 11, 30));  // ends after the end
    EXPECT_EQ(sim_after(scenario, at(1, 12), at(0, 1)), at(1, 13));
    EXPECT_EQ(sim_after(scenario, at(0, 9), at(0, 4)), at(1, 11));
}

TEST(Clock, counts_only_the_case_time_that_ran) {
    const auto scenario = support::timed_case();
    EXPECT_EQ(running_between(scenario, at(0, 9), at(0, 10)), at(0, 1));
    EXPECT_EQ(running_between(scenario, at(0, 10, 30), at(1, 9, 30)), at(0, 1));
    EXPECT_EQ(running_between(scenario, at(0, 12), at(0, 20)), 0);
    EXPECT_EQ(running_between(scenario, at(0, 0), at(2, 0)), at(0, 3));
}

TEST(Clock, a_term_is_the_time_that_runs_until_its_end) {
    for (std::uint64_t number = 1; number <= 500; ++number) {
        Seed seed(number);
        const auto scenario = support::random_scenario(seed);
        const auto from = seed.between(scenario.start_sim_ms(), scenario.end_sim_ms());
        const auto left = running_between(scenario, from, scenario.end_sim_ms());
        const auto term = seed.between(0, left);
        const auto end = sim_after(scenario, from, term);
        EXPECT_EQ(running_between(scenario, from, end), term) << "seed " << number;
        EXPECT_EQ(sim_after(scenario, from, left + 7), scenario.end_sim_ms() + 7)
            << "seed " << number;
    }
}

TEST(ClockDeathTest, does_not_run_backwards) {
    const auto scenario = support::timed_case();
    EXPECT_DEATH(stamp_at(running_from({1'000, 0, at(0, 9)}), scenario, 999), "go back");
}

}  // namespace
}  // namespace casustafel::core
