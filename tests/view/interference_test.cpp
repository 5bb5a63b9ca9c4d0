// Non-interference over random play: what a viewer may not know changes nothing that reaches it.
// And the proof that these checks can fail: each planted leak makes one of them do so.
#include "interference.hpp"

#include <gtest/gtest.h>

namespace casustafel::view {
namespace {

using testing::Leak;

constexpr std::uint64_t sessions = 1'000;
constexpr std::uint64_t sessions_with_a_leak = 1'000;

TEST(Interference, texts_that_a_viewer_may_not_know_change_no_byte_that_reaches_it) {
    std::size_t changed = 0, messages = 0;
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        const Finding finding = substitute(number);
        ASSERT_EQ(finding.difference, "") << "session " << number;
        ASSERT_GT(finding.changed, 0u) << "session " << number;
        changed += finding.changed;
        messages += finding.messages;
    }
    RecordProperty("changed_texts", static_cast<int>(changed));
    RecordProperty("compared_messages", static_cast<int>(messages));
    EXPECT_GT(changed, sessions * 50);
    EXPECT_GT(messages, sessions * 20);
}

TEST(Interference, acts_that_do_not_reach_a_viewer_change_no_byte_that_reaches_it) {
    std::size_t inserted = 0, refused = 0, messages = 0;
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        const Finding finding = insert(number);
        ASSERT_EQ(finding.difference, "") << "session " << number;
        ASSERT_GT(finding.inserted + finding.refused, 0u) << "session " << number;
        inserted += finding.inserted;
        refused += finding.refused;
        messages += finding.messages;
    }
    RecordProperty("inserted_acts", static_cast<int>(inserted));
    RecordProperty("refused_acts", static_cast<int>(refused));
    RecordProperty("compared_messages", static_cast<int>(messages));
    EXPECT_GT(inserted, sessions * 5);
    EXPECT_GT(messages, sessions * 10);
}

using Check = Finding (*)(std::uint64_t, const House&);

bool notices(Check check, const House& house) {
    for (std::uint64_t number = 1; number <= sessions_with_a_leak; ++number)
        if (!check(number, house).difference.empty()) return true;
    return false;
}

TEST(PlantedLeak, of_one_field_more_is_noticed_by_substitution) {
    EXPECT_TRUE(notices(substitute, {.leak = Leak::one_field_more}));
}

TEST(PlantedLeak, of_a_number_that_counts_everybodys_messages_is_noticed_by_insertion) {
    EXPECT_TRUE(notices(insert, {.leak = Leak::counter}));
}

TEST(PlantedLeak, of_an_entity_sent_again_is_noticed_by_insertion) {
    EXPECT_TRUE(notices(insert, {.leak = Leak::resent_entity}));
}

TEST(PlantedLeak, of_what_others_opened_is_noticed_by_insertion) {
    EXPECT_TRUE(notices(insert, {.leak = Leak::others_readings}));
}

TEST(PlantedLeak, of_a_decision_that_waits_is_noticed_by_insertion) {
    EXPECT_TRUE(notices(insert, {.leak = Leak::pending_decisions}));
}

// Says more than it may when somebody names an item unknown to them that another role has opened.
core::Outcome talkative(const core::State& state, const core::Actor& actor,
                        const core::Command& command, const core::Circumstances& at) {
    core::Outcome outcome = core::decide(state, actor, command, at);
    const auto* read = std::get_if<core::ReadItem>(&command);
    if (!read || outcome != core::Outcome(core::Rejection::unknown)) return outcome;
    for (const auto& [whose, holding] : state.holdings)
        if (whose.second == read->item && holding.read_at_sim_ms)
            return core::Rejection::already_so;
    return outcome;
}

TEST(PlantedLeak, of_a_talkative_rejection_is_noticed_by_insertion) {
    EXPECT_TRUE(notices(insert, {.decide = talkative}));
}

}  // namespace
}  // namespace casustafel::view
