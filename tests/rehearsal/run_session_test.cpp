// Whole sessions of the practice case by personas, through the real host at maximum speed.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "server/core/law/verdict.hpp"
#include "server/core/rules/decide.hpp"
#include "server/core/rules/verify.hpp"
#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::rehearsal {
namespace {

using bots::Character;

const hosting::CaseTexts& practice_case() {
    static const hosting::CaseTexts texts = [] {
        const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
        auto loaded = scenario::load_scenario(folder / "oefentafel.yaml", folder);
        return hosting::CaseTexts{loaded.names.scenario, loaded.names.rules, loaded.scenario_text,
                                  loaded.rules_text,
                                  std::make_shared<core::Scenario>(*loaded.scenario)};
    }();
    return texts;
}

Run run(Character character, std::uint64_t seed = 1) {
    return run_session(practice_case(), {.character = character, .seed = seed});
}

template <class E>
std::vector<E> events(const Run& run) {
    std::vector<E> found;
    for (const core::Record& record : run.records) {
        for (const core::Event& event : record.events) {
            if (const E* one = std::get_if<E>(&event)) found.push_back(*one);
        }
    }
    return found;
}

class Rehearsal : public testing::TestWithParam<Character> {};

TEST_P(Rehearsal, plays_the_practice_case_to_its_end_and_verifies) {
    const auto played = run(GetParam());
    EXPECT_TRUE(played.ended);
    ASSERT_FALSE(events<core::SessionEnded>(played).empty());
    EXPECT_EQ(events<core::SessionEnded>(played).front().reason, core::EndReason::time_is_up);
    EXPECT_TRUE(core::verify(*practice_case().scenario, played.records).empty());
}

TEST_P(Rehearsal, gives_the_same_log_for_the_same_seed) {
    EXPECT_EQ(run(GetParam(), 7).encoded, run(GetParam(), 7).encoded);
}

INSTANTIATE_TEST_SUITE_P(every_character, Rehearsal,
                         testing::Values(Character::ideal, Character::lawful,
                                         Character::answers_only, Character::flooder,
                                         Character::silent),
                         [](const auto& tested) {
                             std::string name(bots::name(tested.param));
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST(Rehearsal, lets_lawful_people_differ_by_seed) {
    std::set<std::size_t> lengths;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        lengths.insert(run(Character::lawful, seed).records.size());
    }
    EXPECT_GT(lengths.size(), 1u);
}

TEST(Rehearsal, lets_the_ideal_ones_meet_every_need_without_one_wrong_share) {
    const auto played = run(Character::ideal);
    const core::Scenario& scenario = *practice_case().scenario;
    core::State state = core::initial(scenario);
    for (const core::Record& record : played.records) core::apply(state, record);
    for (const core::Item& item : scenario.items) {
        for (const core::Need& need : item.needs) {
            EXPECT_TRUE(core::is_met(state, item, need))
                << item.id.value << " for " << need.role.value;
        }
    }
    for (const core::ItemShared& share : events<core::ItemShared>(played)) {
        for (const core::Recipient& to : share.recipients) {
            EXPECT_TRUE(to.verdict.labels.empty())
                << share.item.value << " from " << share.giver.value << " to " << to.role.value;
        }
    }
}

TEST(Rehearsal, lets_the_silent_share_nothing_and_the_flooder_everything) {
    EXPECT_TRUE(events<core::ItemShared>(run(Character::silent)).empty());
    EXPECT_FALSE(events<core::ItemShared>(run(Character::flooder)).empty());
}

TEST(Rehearsal, gives_one_role_another_character_than_the_rest) {
    const auto played = run_session(
        practice_case(),
        {.character = Character::silent, .characters = {{"POL-Z", Character::flooder}}});
    // It keeps that character in the role that the swap gives it.
    std::set<core::ParticipantId> givers;
    for (const core::Record& record : played.records) {
        for (const core::Event& event : record.events) {
            if (std::holds_alternative<core::ItemShared>(event))
                givers.insert(record.actor.participant);
        }
    }
    EXPECT_EQ(givers.size(), 1U);
}

}  // namespace
}  // namespace casustafel::rehearsal
