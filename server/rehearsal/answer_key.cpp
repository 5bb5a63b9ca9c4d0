#include "server/rehearsal/answer_key.hpp"

#include "server/core/lawful.hpp"

namespace casustafel::rehearsal {
namespace {

template <class Id>
std::vector<std::string> strings(const std::vector<Id>& ids) {
    std::vector<std::string> made;
    for (const Id& id : ids) made.push_back(id.value);
    return made;
}

void add_condition(const core::Scenario& scenario, const core::Item& item,
                   const core::Condition& condition, bots::KeyWay& way) {
    if (const auto answer = core::settled(scenario, condition, item)) {
        way.attainable &= *answer;
        return;
    }
    switch (condition.kind) {
        case core::ConditionKind::triage_accepted: way.needs_triage = true; break;
        case core::ConditionKind::weighing_recorded: way.needs_weighing = true; break;
        case core::ConditionKind::present_in_circle:
            way.circles.push_back(condition.subject);
            break;
        default: way.attainable = false;
    }
}

bots::KeyWay key_way(const core::Scenario& scenario, const core::Item& item,
                     const core::Grant& grant) {
    bots::KeyWay way;
    way.from = strings(grant.from);
    way.to = strings(grant.to);
    for (const core::Purpose purpose : grant.purposes)
        way.purposes.emplace_back(core::name(purpose));
    way.bases = strings(grant.bases);
    way.max_form = static_cast<std::uint32_t>(grant.max_form);
    for (const core::Condition& condition : grant.when)
        add_condition(scenario, item, condition, way);
    return way;
}

bots::KeyNeed key_need(const core::Need& need) {
    return {need.role.value, std::string(core::name(need.purpose)),
            static_cast<std::uint32_t>(need.min_form), need.known_to_holder};
}

// Whom the red lines keep the item from; a line for everybody names every role.
std::vector<std::vector<std::string>> kept_from(const core::Scenario& scenario,
                                                const core::Item& item) {
    std::vector<std::vector<std::string>> lines;
    for (const core::RedLine& line : item.never) {
        lines.push_back(strings(line.to));
        if (!line.to.empty()) continue;
        for (const core::Role& role : scenario.roles) lines.back().push_back(role.id.value);
    }
    return lines;
}

bots::KeyItem key_item(const core::Scenario& scenario, const core::Item& item) {
    bots::KeyItem made;
    made.id = item.id.value;
    made.category = core::name(item.category);
    made.about = strings(item.about);
    made.sensitivity = static_cast<std::uint32_t>(item.sensitivity);
    made.true_fact = item.truth == core::Truth::true_;
    made.refuted_by = strings(item.refuted_by);
    made.holders = strings(item.holders);
    for (const core::Need& need : item.needs) made.needs.push_back(key_need(need));
    for (const core::Grant& grant : item.grants)
        made.ways.push_back(key_way(scenario, item, grant));
    made.never_to = kept_from(scenario, item);
    made.onward = core::name(item.onward);
    return made;
}

}  // namespace

bots::AnswerKey answer_key(const core::Scenario& scenario) {
    bots::AnswerKey key;
    for (const core::Role& role : scenario.roles) {
        key.roles.push_back({role.id.value, role.table.value, role.accepts_triage});
    }
    for (const core::Item& item : scenario.items) key.items.push_back(key_item(scenario, item));
    for (const core::Meeting& meeting : scenario.meetings) {
        key.meetings.push_back({meeting.id.value, meeting.table.value, strings(meeting.members)});
    }
    return key;
}

}  // namespace casustafel::rehearsal
