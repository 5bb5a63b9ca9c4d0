// The plan: who writes it, what an action needs to stand, and who is told and confirms.
#include "server/core/families/visible.hpp"
#include "story_fixture.hpp"

namespace casustafel::core {
namespace {

using support::at;

struct Plan : StoryTest {
    void SetUp() override { start(); }

    static ActionTerms terms() {
        return {.text = "Bel oma", .lead = c, .deadline_sim_ms = at(1, 9), .informed = {c, a}};
    }

    EntityId add(const Actor& actor, const ActionTerms& what) {
        return std::get<ActionAdded>(play->must(actor, AddAction{what}).front()).action;
    }

    const PlanAction& action(EntityId id) const { return play->state().plan.at(id); }

    std::optional<Rejection> refused(void (*spoil)(ActionTerms&)) {
        ActionTerms spoiled = terms();
        spoil(spoiled);
        return refusal(at_b, AddAction{spoiled});
    }
};

TEST_F(Plan, is_written_by_the_roles_of_its_table_and_its_guests) {
    EXPECT_EQ(refusal(at_a, AddAction{terms()}), Rejection::no_power);
    const auto id = add(at_b, terms());
    EXPECT_EQ(action(id).author, b);
    EXPECT_EQ(action(id).terms.informed, (std::vector<RoleId>{a, c})) << "in scenario order";
    scenario.plan->guests = {a};
    EXPECT_EQ(refusal(at_a, AddAction{terms()}), std::nullopt);
    scenario.plan.reset();
    EXPECT_EQ(refusal(at_b, AddAction{terms()}), Rejection::no_power);
}

TEST_F(Plan, holds_actions_that_say_what_and_who) {
    EXPECT_EQ(refused([](ActionTerms& it) { it.text = " "; }), Rejection::empty_text);
    EXPECT_EQ(refused([](ActionTerms& it) { it.lead = {}; }), Rejection::no_lead);
    EXPECT_EQ(refused([](ActionTerms& it) { it.lead = {"NOWHERE"}; }), Rejection::unknown);
    EXPECT_EQ(refused([](ActionTerms& it) { it.power = {"NOWHERE"}; }), Rejection::unknown);
    EXPECT_EQ(refused([](ActionTerms& it) { it.power_holder = {"NOWHERE"}; }), Rejection::unknown);
    EXPECT_EQ(refused([](ActionTerms& it) { it.informed = {RoleId{"NOWHERE"}}; }),
              Rejection::unknown);
    EXPECT_EQ(refused([](ActionTerms& it) {
                  it.informed = {4, c};
              }),
              Rejection::too_many_recipients);
    EXPECT_EQ(refused([](ActionTerms& it) { it.deadline_sim_ms = at(0, 9); }), Rejection::too_late);
    EXPECT_EQ(refused([](ActionTerms& it) { it.deadline_sim_ms.reset(); }), std::nullopt);
}

TEST_F(Plan, gives_a_power_to_somebody_who_has_it) {
    EXPECT_EQ(refused([](ActionTerms& it) { it.power = care; }), Rejection::no_power)
        << "the lead does not have it";
    EXPECT_EQ(refused([](ActionTerms& it) {
                  it.power = care;
                  it.power_holder = a;
              }),
              Rejection::no_power);
    EXPECT_EQ(refused([](ActionTerms& it) {
                  it.power = care;
                  it.power_holder = b;
              }),
              std::nullopt);
    EXPECT_EQ(refused([](ActionTerms& it) {
                  it.power = care;
                  it.lead = b;
              }),
              std::nullopt);
}

TEST_F(Plan, rests_on_what_its_writer_holds) {
    EXPECT_EQ(refused([](ActionTerms& it) { it.items = {start_item}; }), Rejection::not_a_ground);
    EXPECT_EQ(refused([](ActionTerms& it) { it.items = {ItemId{"NOWHERE"}}; }),
              Rejection::not_a_ground);
    until(at(0, 10));
    ActionTerms cited = terms();
    cited.items = {later_item, later_item};
    EXPECT_EQ(action(add(at_b, cited)).terms.items, std::vector{later_item});
}

TEST_F(Plan, is_seen_by_its_roles_and_each_action_by_whom_it_names) {
    EXPECT_TRUE(sees_plan(play->state(), b));
    EXPECT_FALSE(sees_plan(play->state(), a));
    ActionTerms without = terms();
    without.informed.clear();
    const auto hidden = add(at_b, without);
    EXPECT_FALSE(sees(play->state(), a, action(hidden)));
    EXPECT_EQ(refusal(at_a, ConfirmAction{hidden}), Rejection::unknown);
    EXPECT_EQ(refusal(at_a, WithdrawAction{hidden}), Rejection::unknown);
    EXPECT_EQ(refusal(at_a, ChangeAction{hidden, terms()}), Rejection::unknown);
    const auto shown = add(at_b, terms());
    EXPECT_TRUE(sees(play->state(), a, action(shown)));
    EXPECT_EQ(refusal(at_a, WithdrawAction{shown}), Rejection::no_power);
    EXPECT_EQ(refusal(at_a, ChangeAction{shown, terms()}), Rejection::no_power);
}

TEST_F(Plan, is_confirmed_by_the_roles_informed) {
    const auto id = add(at_b, terms());
    EXPECT_EQ(refusal(at_b, ConfirmAction{id}), Rejection::not_informed);
    play->must(at_a, ConfirmAction{id});
    EXPECT_EQ(refusal(at_a, ConfirmAction{id}), Rejection::already_so);
    EXPECT_EQ(action(id).confirmed, std::set{a});
    EXPECT_EQ(refusal(at_a, ConfirmAction{EntityId{7}}), Rejection::unknown);
}

TEST_F(Plan, loses_confirmations_when_an_action_changes) {
    const auto id = add(at_b, terms());
    play->must(at_a, ConfirmAction{id});
    EXPECT_EQ(refusal(at_c, ChangeAction{id, terms()}), Rejection::already_so);
    ActionTerms other = terms();
    other.text = "Ga langs bij oma";
    play->pass(1'000);
    play->must(at_c, ChangeAction{id, other});
    EXPECT_TRUE(action(id).confirmed.empty());
    EXPECT_EQ(action(id).author, b);
    EXPECT_EQ(action(id).changed_at_sim_ms, at(0, 9, 2));
    EXPECT_EQ(action(id).added_at_sim_ms, at(0, 9));
}

TEST_F(Plan, keeps_the_items_that_a_changer_cannot_see) {
    until(at(0, 10));
    ActionTerms cited = terms();
    cited.items = {later_item};
    const auto id = add(at_b, cited);
    ActionTerms other = terms();
    other.text = "Ga langs bij oma";
    play->must(at_c, ChangeAction{id, other});
    EXPECT_EQ(action(id).terms.items, std::vector{later_item});
    other.text = "Bel oma";
    play->must(at_b, ChangeAction{id, other});
    EXPECT_TRUE(action(id).terms.items.empty()) << "who sees it can take it out";
}

TEST_F(Plan, keeps_a_deadline_that_passed_but_takes_none_from_the_past) {
    ActionTerms early = terms();
    early.deadline_sim_ms = at(0, 9, 30);
    const auto id = add(at_b, early);
    until(at(0, 10));
    early.text = "Bel oma, alsnog";
    EXPECT_EQ(refusal(at_b, ChangeAction{id, early}), std::nullopt);
    early.deadline_sim_ms = at(0, 9, 45);
    EXPECT_EQ(refusal(at_b, ChangeAction{id, early}), Rejection::too_late);
}

TEST_F(Plan, does_not_bring_back_what_was_withdrawn) {
    const auto id = add(at_b, terms());
    play->must(at_c, WithdrawAction{id});
    EXPECT_EQ(refusal(at_b, WithdrawAction{id}), Rejection::already_so);
    EXPECT_EQ(refusal(at_b, ChangeAction{id, terms()}), Rejection::too_late);
    EXPECT_EQ(refusal(at_a, ConfirmAction{id}), Rejection::too_late);
    EXPECT_EQ(refusal(at_b, WithdrawAction{EntityId{7}}), Rejection::unknown);
}

TEST_F(Plan, does_not_grow_without_end) {
    for (std::size_t number = 0; number < limits::actions; ++number) add(at_b, terms());
    EXPECT_EQ(refusal(at_b, AddAction{terms()}), Rejection::too_much);
}

}  // namespace
}  // namespace casustafel::core
