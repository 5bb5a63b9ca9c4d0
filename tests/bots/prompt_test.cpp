// How personas answer questions to everybody.
#include <gtest/gtest.h>

#include "client/bots/bot.hpp"
#include "table.hpp"

namespace casustafel::bots {
namespace {

class PromptTest : public PersonaTest {
protected:
    PromptTest() {
        key.prompts = {{"R1", {{"LEAD", "PRC"}, {"NEXT", "HOME"}}}};
        v1::Prompt* prompt = put("prompt:R1")->mutable_prompt();
        prompt->set_id("R1");
        prompt->set_status("open");
        prompt->set_holds(true);
        for (const char* question : {"LEAD", "NEXT"}) {
            v1::PromptQuestion* asked = prompt->add_questions();
            asked->set_id(question);
            for (const char* option : {"OVJ", "PRC", "HOME", "HELD"})
                asked->add_options()->set_id(option);
        }
    }
    std::vector<v1::AnswerPrompt> answers_of(Character character, std::uint64_t seed) {
        Persona persona = seated(character, "VT", seed);
        std::vector<v1::AnswerPrompt> found;
        for (const v1::Command& act : acts_of(persona))
            if (act.has_answer_prompt()) found.push_back(act.answer_prompt());
        EXPECT_TRUE(acts_of(persona).empty()) << "once";
        return found;
    }
    static int right(const v1::AnswerPrompt& answer) {
        int count = 0;
        for (const v1::PromptAnswer& each : answer.answers())
            count += (each.question() == "LEAD" && each.option() == "PRC") ||
                     (each.question() == "NEXT" && each.option() == "HOME");
        return count;
    }
};

TEST_F(PromptTest, are_answered_at_once_and_right_when_ideal) {
    const auto answers = answers_of(Character::ideal, 1);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers[0].prompt(), "R1");
    EXPECT_EQ(answers[0].answers_size(), 2);
    EXPECT_EQ(right(answers[0]), 2);
}

TEST_F(PromptTest, are_answered_right_in_most_cases_when_lawful_and_by_chance_by_the_others) {
    const auto share_right = [&](Character character) {
        int count = 0;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            const auto answers = answers_of(character, seed);
            if (answers.size() == 1) count += right(answers[0]);
        }
        return count / 2;
    };
    EXPECT_NEAR(share_right(Character::lawful), 85, 8) << "80 known, a quarter of the rest guessed";
    EXPECT_NEAR(share_right(Character::flooder), 25, 12);
    EXPECT_NEAR(share_right(Character::answers_only), 25, 12);
}

TEST_F(PromptTest, are_left_alone_by_the_silent_and_by_who_has_answered) {
    EXPECT_TRUE(answers_of(Character::silent, 1).empty());
    patch.mutable_entities(patch.entities_size() - 1)->mutable_prompt()->add_mine();
    EXPECT_TRUE(answers_of(Character::ideal, 1).empty());
}

TEST_F(PromptTest, come_before_everything_else) {
    hold("A1");
    Persona persona = seated(Character::ideal, "VT");
    const auto acts = acts_of(persona);
    ASSERT_EQ(acts.size(), 1U);
    EXPECT_TRUE(acts[0].has_answer_prompt());
    patch.mutable_entities()->DeleteSubrange(patch.entities_size() - 2, 1);
    EXPECT_EQ(shares(acts_of(persona)).size(), 1U) << "nothing was forgotten meanwhile";
}

}  // namespace
}  // namespace casustafel::bots
