#include "server/core/values/scenario.hpp"

#include <algorithm>

namespace casustafel::core {

namespace {

template <class Thing, class IdType>
const Thing* with_id(const std::vector<Thing>& things, const IdType& id) {
    const auto found = std::find_if(things.begin(), things.end(),
                                    [&](const Thing& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

const Table* find(const Scenario& scenario, const TableId& id) {
    return with_id(scenario.tables, id);
}
const Role* find(const Scenario& scenario, const RoleId& id) { return with_id(scenario.roles, id); }
const Person* find(const Scenario& scenario, const PersonId& id) {
    return with_id(scenario.people, id);
}
const Item* find(const Scenario& scenario, const ItemId& id) { return with_id(scenario.items, id); }
const Meeting* find(const Scenario& scenario, const MeetingId& id) {
    return with_id(scenario.meetings, id);
}
const Inject* find(const Scenario& scenario, const InjectId& id) {
    return with_id(scenario.injects, id);
}
const Decision* find(const Scenario& scenario, const DecisionId& id) {
    return with_id(scenario.decisions, id);
}
const DecisionOption* find(const Decision& decision, const OptionId& id) {
    return with_id(decision.options, id);
}
const Power* find(const Scenario& scenario, const PowerId& id) {
    return with_id(scenario.powers, id);
}
const Intervention* find(const Scenario& scenario, const InterventionId& id) {
    return with_id(scenario.interventions, id);
}
const Reply* find(const Intervention& intervention, const ReplyId& id) {
    return with_id(intervention.replies, id);
}
const std::vector<RoleId>& users_of(const Scenario& scenario, const Intervention& intervention) {
    const Power* power = find(scenario, intervention.power);
    return power != nullptr ? power->holders : intervention.by;
}
const FormField* find(const std::vector<FormField>& fields, const FieldId& id) {
    return with_id(fields, id);
}
const Ending* find(const Scenario& scenario, const EndingId& id) {
    return with_id(scenario.endings, id);
}
const Prompt* find(const Scenario& scenario, const PromptId& id) {
    return with_id(scenario.prompts, id);
}
const PromptQuestion* find(const Prompt& prompt, const QuestionId& id) {
    return with_id(prompt.questions, id);
}
const PromptOption* find(const PromptQuestion& question, const OptionId& id) {
    return with_id(question.options, id);
}
const Basis* find(const Scenario& scenario, const BasisId& id) {
    return with_id(scenario.rules.bases, id);
}
const Organisation* find(const Scenario& scenario, const OrganisationId& id) {
    return with_id(scenario.organisations, id);
}

bool is_original_holder(const Item& item, const RoleId& role) {
    return std::find(item.holders.begin(), item.holders.end(), role) != item.holders.end() ||
           std::any_of(item.later_holders.begin(), item.later_holders.end(),
                       [&](const LaterHolder& later) { return later.role == role; });
}

std::vector<RoleId> original_holders(const Item& item) {
    std::vector<RoleId> holders = item.holders;
    for (const LaterHolder& later : item.later_holders) {
        const bool listed = std::find(holders.begin(), holders.end(), later.role) != holders.end();
        if (!listed) holders.push_back(later.role);
    }
    return holders;
}

}  // namespace casustafel::core
