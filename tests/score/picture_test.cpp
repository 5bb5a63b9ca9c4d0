// C6, its picture half: freeze prompts. How much the answers agree, times how many are right.
#include <algorithm>

#include "numbers.hpp"

namespace casustafel::score {
namespace {

core::PromptOption option(const std::string& id, bool right = false) {
    return {.id = {id}, .text = {id, id}, .right = right};
}

// "lead": who is in the lead? PRC is right. "risk": what is the greatest risk? "home" is right.
core::Scenario asking() {
    core::Scenario made = case_with({item("i1", {"VT"}, 1)});
    made.prompts = {
        {.id = {"P1"},
         .title = {"Even stil", "Hold on"},
         .questions = {{{"lead"}, {"Wie?", "Who?"}, {option("PRC", true), option("OVJ")}},
                       {{"risk"}, {"Wat?", "What?"}, {option("home", true), option("street")}}}}};
    return made;
}

class Picture : public testing::Test {
protected:
    void begin(std::initializer_list<const char*> vacant = {}) {
        stage_.emplace(scenario_, vacant);
        stage_->at(10).act_as_trainer(core::OpenPrompt{{"P1"}});
    }
    void answer(const std::string& role, const std::string& lead, const std::string& risk = "") {
        std::vector<core::PromptAnswer> answers{{{"lead"}, {lead}}};
        if (!risk.empty()) answers.push_back({{"risk"}, {risk}});
        stage_->act(role, core::AnswerPrompt{{"P1"}, answers});
    }
    void close() { stage_->act_as_trainer(core::ClosePrompt{{"P1"}}); }
    const Indicator& finish() {
        score_ = all_numbers(scenario_, stage_->play_out());
        return team(score_, IndicatorId::c6);
    }

    core::Scenario scenario_ = asking();
    std::optional<Stage> stage_;
    Score score_;
};

TEST_F(Picture, is_whole_when_all_say_what_is_right) {
    begin();
    for (const char* role : {"OVJ", "POL", "VT"}) answer(role, "PRC", "home");
    close();
    EXPECT_DOUBLE_EQ(finish().value.value(), 100);
    EXPECT_EQ(team(score_, IndicatorId::c6).opportunities, 6);
}

// lead: 4 answers, 3 right, of 6 pairs 3 agree. risk: 4 answers, 2 right, of 6 pairs 2 agree.
TEST_F(Picture, is_the_mean_agreement_times_the_mean_share_right) {
    begin();
    answer("OVJ", "PRC", "home");
    answer("POL", "PRC", "home");
    answer("VT", "PRC", "street");
    answer("DJI", "OVJ", "street");
    close();
    const double agreement = (3.0 / 6 + 2.0 / 6) / 2, right = (3.0 / 4 + 2.0 / 4) / 2;
    EXPECT_NEAR(finish().value.value(), 100 * agreement * right, 1e-9);
}

TEST_F(Picture, counts_the_last_answer_of_each_participant) {
    begin();
    answer("OVJ", "OVJ", "street");
    for (const char* role : {"OVJ", "POL", "VT"}) answer(role, "PRC", "home");
    close();
    EXPECT_DOUBLE_EQ(finish().value.value(), 100);
}

TEST_F(Picture, leaves_out_a_question_with_fewer_than_three_answers) {
    begin();
    answer("OVJ", "PRC", "street");
    answer("POL", "PRC", "street");
    answer("VT", "PRC");
    close();
    EXPECT_DOUBLE_EQ(finish().value.value(), 100);
    EXPECT_FALSE(score_.pictures[1].counted);
}

TEST_F(Picture, leaves_out_a_question_to_which_no_answer_was_right) {
    scenario_.prompts[0].questions[1].options[0].right = false;
    begin();
    for (const char* role : {"OVJ", "POL", "VT"}) answer(role, "PRC", "street");
    close();
    EXPECT_DOUBLE_EQ(finish().value.value(), 100);
    EXPECT_TRUE(score_.pictures[1].right.empty());
}

TEST_F(Picture, says_nothing_of_two_answers_or_of_a_prompt_that_was_never_closed) {
    begin();
    for (const char* role : {"OVJ", "POL"}) answer(role, "PRC", "home");
    close();
    EXPECT_FALSE(finish().value);
    stage_.reset();
    begin();
    for (const char* role : {"OVJ", "POL", "VT"}) answer(role, "PRC", "home");
    EXPECT_EQ(number(scenario_, stage_->log(), IndicatorId::c6), -1);
}

TEST_F(Picture, waits_for_the_end_with_what_a_prediction_was_worth) {
    scenario_.prompts[0].questions[1].predicts = true;
    begin();
    for (const char* role : {"OVJ", "POL", "VT"}) answer(role, "PRC", "street");
    close();
    EXPECT_EQ(number(scenario_, stage_->log(), IndicatorId::c6), 100);
    EXPECT_DOUBLE_EQ(finish().value.value(), 50);
}

TEST_F(Picture, makes_the_mean_with_the_plan) {
    scenario_.plan = {{"V"}, {}, 1};
    begin();
    for (const char* role : {"OVJ", "POL", "VT"}) answer(role, "PRC", "home");
    close();
    EXPECT_DOUBLE_EQ(finish().value.value(), 50);
    EXPECT_DOUBLE_EQ(team(score_, IndicatorId::c6).halves->picture.value(), 100);
    EXPECT_DOUBLE_EQ(team(score_, IndicatorId::c6).halves->plan.value(), 0);
}

TEST_F(Picture, leaves_a_plan_of_too_few_actions_to_say_something_out_of_the_mean) {
    scenario_.plan = {{"V"}, {}, 2};
    begin();
    for (const char* role : {"OVJ", "POL", "VT"}) answer(role, "PRC", "home");
    close();
    stage_->act("PRC", core::AddAction{{.text = "bellen", .lead = {"PRC"}}});
    const Score found = score(scenario_, stage_->play_out());
    EXPECT_DOUBLE_EQ(team(found, IndicatorId::c6).value.value(), 100);
    EXPECT_FALSE(team(found, IndicatorId::c6).halves->plan);
}

TEST_F(Picture, shows_who_answered_what_by_role_and_what_was_right) {
    begin();
    answer("VT", "OVJ");
    answer("OVJ", "PRC");
    answer("POL", "PRC");
    close();
    const Evidence& shown = finish().evidence.at(0);
    EXPECT_EQ(shown.finding, Finding::prompt_question);
    EXPECT_EQ(shown.question.value, "lead");
    ASSERT_EQ(shown.votes.size(), 3u);
    EXPECT_EQ(shown.votes[0].role.value, "OVJ");  // in the order of the case
    EXPECT_TRUE(shown.votes[0].right);
    EXPECT_EQ(shown.votes[2].role.value, "VT");
    EXPECT_EQ(shown.votes[2].option.value, "OVJ");
    EXPECT_FALSE(shown.votes[2].right);
    EXPECT_EQ(shown.right.at(0).value, "PRC");
    EXPECT_EQ(shown.seqs.size(), 4u);  // three answers and the judgement
}

TEST_F(Picture, has_a_range_over_the_answers) {
    begin();
    for (const char* role : {"OVJ", "POL", "VT"}) answer(role, "PRC");
    answer("DJI", "OVJ");
    close();
    const Score found = score(scenario_, stage_->play_out());
    const Range& range = *team(found, IndicatorId::c6).range;
    EXPECT_DOUBLE_EQ(range.high, 100);  // without the one who differs
    EXPECT_LT(range.low, 50);
}

}  // namespace
}  // namespace casustafel::score
