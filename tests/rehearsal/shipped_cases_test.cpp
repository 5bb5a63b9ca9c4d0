// Every case in scenarios/, played whole by every persona, and scored: a case in which those who do
// well do not score well teaches the wrong thing (client/bots/README.md §personas).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iostream>

#include "server/core/rules/verify.hpp"
#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/score/score.hpp"

namespace casustafel::rehearsal {
namespace {

using bots::Character;

constexpr std::array characters{Character::ideal, Character::lawful, Character::flooder,
                                Character::silent, Character::answers_only};
constexpr std::uint64_t seeds = 3;

std::vector<std::filesystem::path> shipped() {
    std::vector<std::filesystem::path> files;
    for (const auto& each : std::filesystem::directory_iterator(CASUSTAFEL_SOURCE_DIR "/scenarios"))
        if (each.path().extension() == ".yaml") files.push_back(each.path());
    std::ranges::sort(files);
    return files;
}

struct Numbers {
    score::Score score;
    double sharing = 0, cooperation = 0;  // a heading without value counts as 0
};

class ShippedCase : public testing::TestWithParam<std::filesystem::path> {
protected:
    void SetUp() override {
        auto loaded = scenario::load_scenario(GetParam(), GetParam().parent_path());
        ASSERT_TRUE(loaded.scenario) << GetParam();
        texts_ = {loaded.names.scenario, loaded.names.rules, loaded.scenario_text,
                  loaded.rules_text, std::make_shared<core::Scenario>(*loaded.scenario)};
    }

    rehearsal::Run run(Character character, std::uint64_t seed = 1) const {
        return run_session(texts_, {.character = character, .seed = seed});
    }

    Numbers numbers(Character character, std::uint64_t seed) const {
        Numbers made{
            score::score(*texts_.scenario, run(character, seed).records, {.ranges = false})};
        made.sharing = made.score.headings.sharing.value.value_or(0);
        made.cooperation = made.score.headings.cooperation.value.value_or(0);
        return made;
    }

    hosting::CaseTexts texts_;
};

TEST_P(ShippedCase, plays_to_its_end_and_verifies_whoever_plays_it) {
    for (const Character character : characters) {
        const auto played = run(character);
        EXPECT_TRUE(played.ended) << bots::name(character);
        EXPECT_TRUE(core::verify(*texts_.scenario, played.records).empty())
            << bots::name(character);
    }
}

// Two points are left for what a case may hold on purpose: a need between two roles that nobody
// plays, and a decision whose grounds no single decider may hold all of.
TEST_P(ShippedCase, gives_the_ideal_ones_nearly_full_marks_on_all_that_is_scored) {
    const score::Score score = numbers(Character::ideal, 1).score;
    int scored = 0;
    for (const score::Indicator& indicator : score.team) {
        if (!indicator.value) continue;
        ++scored;
        EXPECT_GE(score::shown(*indicator.value), 98) << score::name(indicator.id);
    }
    EXPECT_GE(scored, 10);
    EXPECT_TRUE(score.flags.empty());
    EXPECT_GE(score::shown(*score.headings.sharing.value), 99);
    EXPECT_GE(score::shown(*score.headings.cooperation.value), 99);
}

TEST_P(ShippedCase, ranks_ideal_above_lawful_above_flooder_and_silent) {
    double ideal_more = 0;  // a small case may give the lawful ones full marks on one heading
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        std::array<Numbers, characters.size()> by;
        for (std::size_t at = 0; at < characters.size(); ++at) {
            by[at] = numbers(characters[at], seed);
            std::cout << GetParam().stem().string() << " seed " << seed << ' '
                      << bots::name(characters[at]) << ": " << score::shown(by[at].sharing) << " / "
                      << score::shown(by[at].cooperation) << '\n';
        }
        const auto& [ideal, lawful, flooder, silent, answers_only] = by;
        for (const auto heading : {&Numbers::sharing, &Numbers::cooperation}) {
            EXPECT_GE(ideal.*heading, lawful.*heading) << seed;
            EXPECT_GT(lawful.*heading, flooder.*heading) << seed;
            EXPECT_GT(lawful.*heading, silent.*heading) << seed;
            ideal_more += ideal.*heading - lawful.*heading;
        }
    }
    EXPECT_GT(ideal_more, 0);
}

INSTANTIATE_TEST_SUITE_P(scenarios, ShippedCase, testing::ValuesIn(shipped()),
                         [](const auto& tested) {
                             std::string name = tested.param.stem().string();
                             std::replace_if(
                                 name.begin(), name.end(),
                                 [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
                             return name;
                         });

}  // namespace
}  // namespace casustafel::rehearsal
