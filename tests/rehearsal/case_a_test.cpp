// Case A, "Vijf overleggen, vier mensen", played whole from nine in the morning of day 0 to the
// review on day 14, swap included, by groups of every size and every persona.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <map>

#include "cases.hpp"
#include "server/core/rules/verify.hpp"
#include "server/score/score.hpp"

namespace casustafel::rehearsal {
namespace {

using bots::Character;

const hosting::CaseTexts& case_a() { return shipped_case("vijf-overleggen"); }

std::string ending_of(const Run& run) {
    const auto reached = events<core::EndingReached>(run);
    return reached.empty() ? std::string() : reached.front().ending.value;
}

class EverySize : public testing::TestWithParam<int> {};

TEST_P(EverySize, plays_through_the_swap_to_the_review_and_verifies) {
    for (const Character character : {Character::ideal, Character::lawful, Character::answers_only,
                                      Character::flooder, Character::silent}) {
        SCOPED_TRACE(bots::name(character));
        const auto run = run_session(case_a(), {.character = character, .people = GetParam()});
        EXPECT_TRUE(run.ended);
        EXPECT_EQ(events<core::RolesSwapped>(run).size(), 1U);
        EXPECT_EQ(events<core::SwapFinished>(run).size(), 1U);
        const auto ended = events<core::SessionEnded>(run);
        ASSERT_EQ(ended.size(), 1U);
        EXPECT_EQ(ended.front().reason, core::EndReason::time_is_up);
        EXPECT_EQ(run.records.back().stamp.sim_ms, case_a().scenario->end_sim_ms());
        EXPECT_FALSE(ending_of(run).empty());
        EXPECT_TRUE(core::verify(*case_a().scenario, run.records).empty());
    }
}

TEST_P(EverySize, has_a_person_in_as_many_roles_and_autopilots_in_the_rest) {
    const auto run = run_session(case_a(), {.character = Character::silent, .people = GetParam()});
    EXPECT_EQ(events<core::RoleTaken>(run).size(), static_cast<std::size_t>(GetParam()));
    EXPECT_EQ(events<core::AutopilotSeated>(run).size(),
              case_a().scenario->roles.size() - static_cast<std::size_t>(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(CaseA, EverySize, testing::Values(8, 12, 16),
                         [](const auto& tested) { return std::to_string(tested.param); });

TEST(CaseA, ends_carried_by_all_for_the_ideal_ones_and_badly_for_the_silent) {
    EXPECT_EQ(ending_of(run_session(case_a(), {.character = Character::ideal})), "GEDRAGEN");
    EXPECT_EQ(ending_of(run_session(case_a(), {.character = Character::silent})), "SLECHT");
}

TEST(CaseA, has_everybody_write_a_note_and_say_ready_before_anybody_changes_seats) {
    const auto run = run_session(case_a(), {.character = Character::ideal});
    const auto swapped = events<core::RolesSwapped>(run);
    ASSERT_EQ(swapped.size(), 1U);
    EXPECT_EQ(events<core::HandoverNoteWritten>(run).size(), swapped.front().seats.size());
    EXPECT_EQ(events<core::RoleReady>(run).size(), 2 * swapped.front().seats.size())
        << "once after writing and once after reading";
}

// The order must hold on both headings (client/bots/README.md §personas).
// A hundred seeds, in four parts that can run beside each other.
class AQuarter : public testing::TestWithParam<std::uint64_t> {};

TEST_P(AQuarter, ranks_ideal_above_lawful_above_flooder_and_silent) {
    constexpr std::uint64_t seeds = 25;
    constexpr std::array characters{Character::ideal, Character::lawful, Character::answers_only,
                                    Character::flooder, Character::silent};
    struct Sum {
        double sharing = 0, cooperation = 0;
    };
    std::map<Character, Sum> means;
    std::map<Character, std::map<std::string, int>> endings;
    const auto numbers = [&](Character character, std::uint64_t seed) {
        const auto run =
            run_session(case_a(), {.character = character, .seed = seed, .people = 16});
        const auto score = score::score(*case_a().scenario, run.records, {.ranges = false});
        ++endings[character][ending_of(run)];
        const Sum made{score.headings.sharing.value.value_or(0),
                       score.headings.cooperation.value.value_or(0)};
        means[character].sharing += made.sharing / seeds;
        means[character].cooperation += made.cooperation / seeds;
        return made;
    };
    for (std::uint64_t seed = GetParam(); seed < GetParam() + seeds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::map<Character, Sum> by;
        for (const Character character : characters) by[character] = numbers(character, seed);
        for (const auto heading : {&Sum::sharing, &Sum::cooperation}) {
            EXPECT_GT(by[Character::ideal].*heading, by[Character::lawful].*heading);
            EXPECT_GT(by[Character::lawful].*heading, by[Character::flooder].*heading);
            EXPECT_GT(by[Character::lawful].*heading, by[Character::silent].*heading);
        }
    }
    for (const Character character : characters) {
        std::cout << bots::name(character) << ": " << score::shown(means[character].sharing)
                  << " / " << score::shown(means[character].cooperation) << ", endings";
        for (const auto& [ending, times] : endings[character])
            std::cout << ' ' << (ending.empty() ? "none" : ending) << " x" << times;
        std::cout << '\n';
    }
}

INSTANTIATE_TEST_SUITE_P(CaseA, AQuarter, testing::Values(1, 26, 51, 76), [](const auto& tested) {
    return "seeds_from_" + std::to_string(tested.param);
});

}  // namespace
}  // namespace casustafel::rehearsal
