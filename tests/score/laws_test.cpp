// What holds for the score of any session whatever, over random cases and play.
#include <algorithm>

#include "numbers.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::score {
namespace {

constexpr std::uint64_t sessions = 150;

class AnySession : public testing::Test {
protected:
    // Calls check(scenario, log) for many random sessions.
    template <class Check>
    void over_many(Check check) {
        for (std::uint64_t key = 1; key <= sessions; ++key) {
            SCOPED_TRACE("seed " + std::to_string(key));
            Seed seed(key);
            const core::Scenario scenario = random_scenario(seed);
            Play play(scenario, key);
            open_at_random(seed, play);
            play_at_random(seed, play, 120);
            check(scenario, play.log());
        }
    }
};

void expect_sound(const Indicator& indicator, std::size_t log_size) {
    EXPECT_GE(indicator.opportunities, 0);
    if (indicator.value) {
        EXPECT_GE(*indicator.value, 0) << name(indicator.id);
        EXPECT_LE(*indicator.value, 100 + 1e-9) << name(indicator.id);
    }
    if (indicator.range) {
        EXPECT_LE(indicator.range->low, *indicator.value);
        EXPECT_GE(indicator.range->high, *indicator.value);
    }
    for (const Evidence& evidence : indicator.evidence) {
        for (const std::uint64_t seq : evidence.seqs) EXPECT_TRUE(seq >= 1 && seq <= log_size);
    }
}

TEST_F(AnySession, has_numbers_from_0_to_100_within_their_ranges_that_point_into_the_log) {
    int with_value = 0;
    over_many([&](const core::Scenario& scenario, const std::vector<core::Record>& log) {
        const Score found = score(scenario, log, {.minimum_opportunities = 1});
        ASSERT_EQ(found.team.size(), indicator_count);
        for (const auto* indicators : {&found.team, &found.tables, &found.roles}) {
            for (const Indicator& indicator : *indicators) expect_sound(indicator, log.size());
        }
        with_value += std::ranges::count_if(found.team,
                                            [](const auto& one) { return one.value.has_value(); });
    });
    EXPECT_GT(with_value, 500) << "the random sessions hardly touch the score";
}

TEST_F(AnySession, scores_the_same_twice) {
    over_many([](const core::Scenario& scenario, const std::vector<core::Record>& log) {
        const Score one = score(scenario, log), other = score(scenario, log);
        for (std::size_t at = 0; at < indicator_count; ++at) {
            EXPECT_EQ(one.team[at].value, other.team[at].value);
            EXPECT_EQ(one.team[at].evidence.size(), other.team[at].evidence.size());
        }
        EXPECT_EQ(one.headings.sharing.value, other.headings.sharing.value);
    });
}

}  // namespace
}  // namespace casustafel::score
