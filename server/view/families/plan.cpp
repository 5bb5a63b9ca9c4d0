// The plan and its actions.
#include "server/view/families/cited.hpp"
#include "server/view/families/families.hpp"
#include "server/view/families/form.hpp"

namespace casustafel::view {
namespace {

constexpr Kind plan = kind(v1::Entity::kPlan);
constexpr Kind action = kind(v1::Entity::kAction);

Seen seen_plan(const Eyes& eyes) { return when(core::sees_plan(eyes.state, eyes.role())); }

Seen any_plan(const Eyes& eyes) { return when(eyes.scenario().plan.has_value()); }

void fill_plan(const Look& look, v1::Entity& entity) {
    v1::Plan& m = *entity.mutable_plan();
    const core::PlanTask& task = *look.scenario.plan;
    m.set_table(task.table.value);
    m.set_expected(static_cast<std::uint32_t>(task.expected));
    put_form(task.fields, m.mutable_fields());
    for (const core::Role& role : look.scenario.roles)
        if (core::sees_plan(look.state, role.id)) m.add_roles(role.id.value);
}

// Until it is withdrawn.
const core::PlanAction* standing(const Eyes& eyes) {
    const auto* found = made(eyes.state.plan, eyes.subject);
    return found && !found->withdrawn ? found : nullptr;
}

Seen own_action(const Eyes& eyes) {
    const auto* found = standing(eyes);
    return eyes.own(found && eyes.see(*found));
}

Seen any_action(const Eyes& eyes) { return when(standing(eyes), FacetKind::trainer); }

void fill_action(const Look& look, v1::Entity& entity) {
    v1::Action& m = *entity.mutable_action();
    const core::PlanAction& added = look.state.plan.at(entity_id(look.subject));
    const core::ActionTerms& terms = added.terms;
    m.set_id(look.subject.number);
    m.set_author(added.author.value);
    m.set_text(terms.text);
    m.set_lead(terms.lead.value);
    m.set_power(terms.power.value);
    m.set_power_holder(terms.power_holder.value);
    if (terms.deadline_sim_ms) m.set_deadline_sim_ms(*terms.deadline_sim_ms);
    for (const core::ItemId& item : terms.items) m.add_items()->set_item(named_to(look, item));
    put_ids(terms.informed, m.mutable_informed());
    put_ids(added.confirmed, m.mutable_confirmed());
    put_filled_in(terms.filled_in, m.mutable_filled_in());
    m.set_added_at_sim_ms(added.added_at_sim_ms);
    if (const auto* inject = find(look.scenario, added.scripted.inject))
        put(inject->actions[static_cast<std::size_t>(added.scripted.index)].text,
            m.mutable_scripted());
}

constexpr Row rows[] = {
    {.kind = plan,
     .key = contract::entities::plan,
     .offered = Offered::of_the_case,
     .place = 72,
     .list = list_one,
     .role = seen_plan,
     .trainer = any_plan,
     .fill = fill_plan},
    {.kind = action,
     .key = contract::entities::action,
     .offered = Offered::of_play,
     .list = list_made<&core::State::plan>,
     .role = own_action,
     .trainer = any_action,
     .fill = fill_action},
};

struct Changes : Touch {
    void on(const core::ActionAdded& e) { add(action, e.action); }
    void on(const core::ActionChanged& e) { add(action, e.action); }
    void on(const core::ActionWithdrawn& e) { add(action, e.action); }
    void on(const core::ActionConfirmed& e) { add(action, e.action); }
    void on_item(const core::ItemId& item) {
        add_those(action, after.plan, [&](const core::PlanAction& each) {
            const auto& items = each.terms.items;
            return std::find(items.begin(), items.end(), item) != items.end();
        });
    }
};

}  // namespace

constinit const Family families::plan = family<Changes>(rows);

}  // namespace casustafel::view
