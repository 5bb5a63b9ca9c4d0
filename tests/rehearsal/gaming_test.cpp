// Nobody does better at working together by a trick than by playing well (client/bots/README.md
// §gaming): every gaming persona against the lawful one, on case A with sixteen people.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "cases.hpp"
#include "server/score/score.hpp"

namespace casustafel::rehearsal {
namespace {

using bots::Character;

constexpr std::uint64_t seeds = 20;

// Means over the seeds. A number that is not there counts as 0.
struct Means {
    double sharing = 0, arrived = 0, cooperation = 0;
    std::array<double, score::indicator_count> by{};
};

Means means_of(Character character) {
    const hosting::CaseTexts& texts = shipped_case("vijf-overleggen");
    Means means;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto run = run_session(texts, {.character = character, .seed = seed, .people = 16});
        const auto score = score::score(*texts.scenario, run.records, {.ranges = false});
        means.sharing += score.headings.sharing.value.value_or(0) / seeds;
        means.arrived += score.headings.arrived.value_or(0) / seeds;
        means.cooperation += score.headings.cooperation.value.value_or(0) / seeds;
        for (std::size_t at = 0; at < means.by.size(); ++at)
            means.by[at] += score.team[at].value.value_or(0) / seeds;
    }
    return means;
}

void print(Character character, const Means& means) {
    std::printf("%-17s %5.1f %5.1f |", std::string(bots::name(character)).c_str(), means.sharing,
                means.cooperation);
    for (const double value : means.by) std::printf(" %5.1f", value);
    std::printf("\n");
}

const Means& lawful() {
    static const Means means = means_of(Character::lawful);
    return means;
}

class Gaming : public testing::TestWithParam<Character> {};

TEST_P(Gaming, gives_no_more_on_working_together_than_playing_well) {
    const Means found = means_of(GetParam());
    print(Character::lawful, lawful());
    print(GetParam(), found);
    EXPECT_LE(found.cooperation, lawful().cooperation);
    if (found.sharing > lawful().sharing) {
        EXPECT_GT(found.arrived, lawful().arrived) << "by information that did arrive, and only so";
    }
}

std::string test_name(Character character) {
    std::string name(bots::name(character));
    for (char& letter : name) letter = letter == '-' ? '_' : letter;
    return name;
}

INSTANTIATE_TEST_SUITE_P(CaseA, Gaming,
                         testing::ValuesIn(bots::gaming_characters().begin(),
                                           bots::gaming_characters().end()),
                         [](const auto& tested) { return test_name(tested.param); });

}  // namespace
}  // namespace casustafel::rehearsal
