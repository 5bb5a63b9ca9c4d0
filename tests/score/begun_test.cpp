// What the case itself begins: a question of a role that only an autopilot plays, and an action
// that is half finished. They are no acts of the group.
#include "numbers.hpp"

namespace casustafel::score {
namespace {

// At minute 20 GGZ, whom nobody plays, asks VT about i1, and VT's half action rests on i2.
core::Scenario begun() {
    core::Scenario made = case_with({needed_by_ovj("i1"), item("i2", {"VT"}, 1)});
    for (core::Role& role : made.roles) {
        if (role.id.value == "GGZ") role.autopilot = core::AutopilotUse::always;
    }
    made.plan = {{"V"}, {}, 1};
    core::Inject inject;
    inject.id = {"BEGIN"};
    inject.title = {"Een vraag", "A question"};
    inject.at_sim_ms = made.start_sim_ms() + 20 * minute_ms;
    inject.asks = {{{"GGZ"}, {{"VT"}}, {"p"}, core::Category::police, {}, {"Weet je?", "Well?"}}};
    inject.actions = {{{"VT"}, {"DJI"}, {"Verlof regelen", "Arrange leave"}, {{"i2"}}}};
    made.injects = {inject};
    return made;
}

class Begun : public testing::Test {
protected:
    Stage& begin() {
        stage_.emplace(scenario_, std::initializer_list<const char*>{"GGZ"});
        return stage_->at(30);
    }
    const Score& finish() { return score_ = all_numbers(scenario_, stage_->play_out()); }
    core::EntityId action() const {
        for (const core::Record& record : stage_->log()) {
            for (const core::Event& event : record.events) {
                if (const auto* added = std::get_if<core::ActionAdded>(&event))
                    return added->action;
            }
        }
        return core::EntityId::none;
    }
    core::EntityId request() const {
        for (const core::Record& record : stage_->log()) {
            for (const core::Event& event : record.events) {
                if (const auto* made = std::get_if<core::RequestMade>(&event)) return made->request;
            }
        }
        return core::EntityId::none;
    }
    const Handover& handover_of(const std::string& role) const {
        for (const Handover& handover : score_.handovers) {
            if (handover.role.value == role) return handover;
        }
        ADD_FAILURE() << "no handover of " << role;
        return score_.handovers.front();
    }

    core::Scenario scenario_ = begun();
    std::optional<Stage> stage_;
    Score score_;
};

TEST_F(Begun, a_question_of_the_case_counts_for_nobody) {
    begin();
    finish();
    EXPECT_EQ(team(score_, IndicatorId::c1).opportunities, 0);
    for (const Evidence& evidence : team(score_, IndicatorId::c2).evidence)
        EXPECT_EQ(evidence.finding, Finding::never_asked);
}

TEST_F(Begun, an_action_that_nobody_changed_is_no_action_of_the_group) {
    begin();
    finish();
    EXPECT_TRUE(score_.plan.empty());
    EXPECT_DOUBLE_EQ(number(score_, IndicatorId::c6), 0);
    EXPECT_EQ(score_.untouched, std::vector{action()});
}

TEST_F(Begun, an_action_is_theirs_once_somebody_changed_it) {
    core::ActionTerms terms;
    terms.text = "verlof vanaf maandag";
    terms.lead = {"DJI"};
    terms.items = {{"i2"}};
    begin().act("VT", core::ChangeAction{action(), terms});
    finish();
    ASSERT_EQ(score_.plan.size(), 1u);
    EXPECT_EQ(score_.plan[0].author.value, "VT");
    EXPECT_DOUBLE_EQ(number(score_, IndicatorId::c6), 60);  // it names no deadline and no power
    EXPECT_TRUE(score_.untouched.empty());
}

TEST_F(Begun, is_no_single_event_to_leave_out) {
    begin();
    const Score found = score(scenario_, stage_->play_out(), {.minimum_opportunities = 0});
    EXPECT_DOUBLE_EQ(team(found, IndicatorId::c6).range->high, 0);
}

TEST_F(Begun, the_note_that_links_the_question_and_what_the_action_rests_on_has_named_both) {
    begin().at(40).act_as_trainer(core::StartSwap{{{{"VT"}, {"DJI"}}}});
    stage_->act("VT", core::WriteHandoverNote{"Let op", {{"i2"}}, {request()}});
    stage_->act("DJI", core::WriteHandoverNote{"Niets", {}, {}});
    stage_->act_as_trainer(core::AdvanceSwap{});
    stage_->act_as_trainer(core::AdvanceSwap{});
    finish();
    EXPECT_EQ(handover_of("VT").begun, (std::vector{request(), action()}));
    EXPECT_EQ(handover_of("VT").begun_mentioned, (std::vector{request(), action()}));
    EXPECT_EQ(handover_of("DJI").begun, std::vector{action()});  // as lead
    EXPECT_TRUE(handover_of("DJI").begun_mentioned.empty());
}

TEST_F(Begun, what_was_answered_or_changed_before_the_swap_is_no_longer_open) {
    begin().not_here("VT", request());
    core::ActionTerms terms;
    terms.text = "anders";
    terms.lead = {"DJI"};
    stage_->act("VT", core::ChangeAction{action(), terms});
    stage_->at(40).swap("VT", "DJI");
    finish();
    EXPECT_TRUE(handover_of("VT").begun.empty());
}

}  // namespace
}  // namespace casustafel::score
