#pragma once
// The actions of the plan: who leads one, with which power, until when, and who confirmed it.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/families/information.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/form.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t actions = 200;  // of the plan, withdrawn ones counted too
}  // namespace limits

// What stands in an action of the plan.
struct ActionTerms {
    std::string text;
    RoleId lead;
    PowerId power;        // empty: none needed or named
    RoleId power_holder;  // empty: the lead
    std::optional<std::int64_t> deadline_sim_ms;
    std::vector<ItemId> items;
    std::vector<RoleId> informed;
    std::vector<FilledIn> filled_in{};  // what the case asks of an action besides
    static constexpr std::array<std::string_view, 1> later{"filled_in"};
    DESCRIBED(ActionTerms, text, lead, power, power_holder, deadline_sim_ms, items, informed,
              filled_in);
};

struct AddAction {
    ActionTerms terms;
    static constexpr Holds holds{limits::actions};
    COMMAND(AddAction, seated, while_running, terms);
};

struct ChangeAction {
    EntityId action = EntityId::none;
    ActionTerms terms;
    COMMAND(ChangeAction, seated, while_running, action, terms);
};

struct WithdrawAction {
    EntityId action = EntityId::none;
    COMMAND(WithdrawAction, seated, while_running, action);
};

struct ConfirmAction {  // by a role that was informed
    EntityId action = EntityId::none;
    COMMAND(ConfirmAction, seated, while_running, action);
};

struct ActionAdded {
    EntityId action{};
    RoleId by;
    ActionTerms terms;
    Scripted scripted;  // whose words it has instead of `terms.text`
    EVENT(ActionAdded, action, by, terms, scripted);
};

struct ActionChanged {  // confirmations lapse
    EntityId action{};
    RoleId by;
    ActionTerms terms;
    EVENT(ActionChanged, action, by, terms);
};

struct ActionWithdrawn {
    EntityId action{};
    RoleId by;
    EVENT(ActionWithdrawn, action, by);
};

struct ActionConfirmed {
    EntityId action{};
    RoleId by;
    EVENT(ActionConfirmed, action, by);
};

struct PlanAction {
    RoleId author;
    ActionTerms terms;
    std::set<RoleId> confirmed;
    std::int64_t added_at_sim_ms = 0;
    std::int64_t changed_at_sim_ms = 0;  // when its terms were last set: added or changed
    bool withdrawn = false;
    Scripted scripted;  // until somebody changes it
    DESCRIBED(PlanAction, author, terms, confirmed, added_at_sim_ms, changed_at_sim_ms, withdrawn,
              scripted);
};
// Who sees the plan, and whoever the action names.
bool sees(const State&, const RoleId&, const PlanAction&);

struct StateOfPlan {
    std::map<EntityId, PlanAction> plan;
    DESCRIBED(StateOfPlan, plan);
};
// The roles of the plan's table and its guests see and write the plan, when the case has one.
bool sees_plan(const State&, const RoleId&);

using PlanCommands = Kinds<AddAction, ChangeAction, WithdrawAction, ConfirmAction>;
using PlanEvents = Kinds<ActionAdded, ActionChanged, ActionWithdrawn, ActionConfirmed>;

}  // namespace casustafel::core
