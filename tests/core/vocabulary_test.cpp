#include <gtest/gtest.h>

#include <set>
#include <string>

#include "server/core/values/rejection.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {
namespace {

template <class E>
class WordList : public testing::Test {};

using Lists = testing::Types<Purpose, Category, Form, RefusalReason, Mark, Truth, Onward,
                             ConditionKind, Label, Light, SessionPhase, EndReason, TriageStatus,
                             AnswerKind, InjectStatus, Language>;
TYPED_TEST_SUITE(WordList, Lists);

TYPED_TEST(WordList, gives_every_value_a_word_of_its_own_that_leads_back_to_it) {
    std::set<std::string_view> seen;
    for (std::size_t value = 0; value < count<TypeParam>(); ++value) {
        const auto word = name(static_cast<TypeParam>(value));
        EXPECT_FALSE(word.empty());
        EXPECT_TRUE(seen.insert(word).second) << word;
        EXPECT_EQ(named<TypeParam>(word), static_cast<TypeParam>(value)) << word;
    }
    EXPECT_GE(seen.size(), 2u);
}

TYPED_TEST(WordList, does_not_know_words_that_are_not_in_it) {
    for (const auto* word : {"", "nothing", "Care", "care ", "true_"})
        EXPECT_FALSE(named<TypeParam>(word)) << word;
}

TEST(Vocabulary, spells_words_as_authors_write_them) {
    EXPECT_EQ(name(Purpose::charging_decision), "charging_decision");
    EXPECT_EQ(name(Purpose::care), "care");
    EXPECT_EQ(name(Category::open), "open");
    EXPECT_EQ(name(Truth::true_), "true");
    EXPECT_EQ(name(Form::source), "source");
    EXPECT_EQ(name(Label::thin), "thin");
    EXPECT_EQ(name(ConditionKind::privacy_advice), "privacy_advice");
    EXPECT_EQ(count<Purpose>(), 14u);
    EXPECT_EQ(count<Category>(), 13u);
    EXPECT_EQ(count<Form>(), 6u);
    EXPECT_EQ(count<ConditionKind>(), 12u);
}

TEST(Vocabulary, names_rejections_and_finds_them_back) {
    for (int value = 0; value <= static_cast<int>(Rejection::too_much); ++value) {
        const auto rejection = static_cast<Rejection>(value);
        EXPECT_EQ(named<Rejection>(name(rejection)), rejection);
    }
    EXPECT_EQ(name(Rejection::not_your_role), "not_your_role");
    EXPECT_FALSE(named<Rejection>("no_such_thing"));
}

TEST(VocabularyDeathTest, refuses_to_name_what_is_not_in_the_list) {
    EXPECT_DEATH(name(static_cast<Purpose>(200)), "closed list");
}

}  // namespace
}  // namespace casustafel::core
