#include "server/scenario/loading/assemble.hpp"

#include <algorithm>

#include "server/core/values/clock.hpp"
#include "server/scenario/loading/expand_prompts.hpp"

namespace casustafel::scenario {
namespace {

bool lists(const auto& list, const auto& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<core::RoleId> roles_of(const CaseFile& file,
                                   const std::vector<core::OrganisationId>& organisations) {
    std::vector<core::RoleId> roles;
    for (const auto& role : file.roles)
        if (lists(organisations, role.organisation)) roles.push_back(role.id);
    return roles;
}

// Gives the default for the roles of this case, or nothing when nobody here gives or receives by
// it.
std::optional<core::Grant> expand(const CaseFile& file, const RulesDefault& rule) {
    core::Grant grant{.from = roles_of(file, rule.from_organisations),
                      .to = roles_of(file, rule.to_organisations),
                      .purposes = rule.purposes,
                      .bases = rule.bases,
                      .max_form = rule.max_form,
                      .when = rule.when,
                      .by_default = true};
    const bool nobody_gives = grant.from.empty() && !rule.from_organisations.empty();
    const bool nobody_receives = grant.to.empty() && !rule.to_organisations.empty();
    const bool only_to_itself = grant.from.size() == 1 && grant.from == grant.to;
    if (nobody_gives || nobody_receives || only_to_itself) return std::nullopt;
    return grant;
}

core::Item with_defaults(const CaseItem& written, const CaseFile& file, const RulesFile& rules) {
    core::Item item = written;
    if (!written.defaults) return item;
    for (const auto& rule : rules.defaults) {
        if (!lists(rule.categories, item.category)) continue;
        if (auto grant = expand(file, rule)) item.grants.push_back(std::move(*grant));
    }
    return item;
}

const core::DecisionType* type_of(const CaseFile& file, const RulesFile& rules,
                                  const core::TypeId& id) {
    for (const auto* types : {&file.decision_types, &rules.decision_types})
        for (const auto& type : *types)
            if (type.id == id) return &type;
    return nullptr;
}

void take_over(core::Text& text, const core::Text& of_type) {
    if (text.nl.empty()) text = of_type;
}

// The fields of the type, those that the option writes itself in their place, and its others.
std::vector<core::FormField> joined(std::vector<core::FormField> fields,
                                    const std::vector<core::FormField>& own) {
    for (const auto& each : own) {
        const auto same = std::ranges::find(fields, each.id, &core::FormField::id);
        if (same == fields.end())
            fields.push_back(each);
        else
            *same = each;
    }
    return fields;
}

void complete(core::DecisionOption& option, const std::vector<core::FormField>& of_decision,
              const CaseFile& file, const RulesFile& rules) {
    const auto* type = type_of(file, rules, option.type);
    const auto of_type = type == nullptr ? std::vector<core::FormField>{} : type->fields;
    option.fields = joined(joined(of_type, of_decision), option.fields);
    if (type == nullptr) return;
    take_over(option.title, type->title);
    take_over(option.text, type->text);
    take_over(option.fits_when, type->fits_when);
}

core::Decision completed(core::Decision decision, const CaseFile& file, const RulesFile& rules) {
    for (auto& option : decision.options) complete(option, decision.fields, file, rules);
    if (const auto& clock = decision.clock; clock && clock->counts_ms > 0)
        decision.deadline_sim_ms = core::counted_after(clock->from_sim_ms, clock->counts_ms,
                                                       clock->night_from_ms, clock->night_to_ms);
    if (decision.taken_by == core::TakenBy::power)
        for (const auto& power : file.powers)
            if (power.id == decision.power) decision.deciders = power.holders;
    return decision;
}

}  // namespace

core::Scenario assemble(const CaseFile& file, const RulesFile& rules) {
    core::Scenario scenario;
    scenario.id = file.id;
    scenario.title = file.title;
    scenario.pitch = file.pitch;
    scenario.content_notice = file.content_notice;
    scenario.organisations = file.organisations;
    scenario.tables = file.tables;
    scenario.roles = file.roles;
    scenario.people = file.people;
    for (const auto& item : file.items) scenario.items.push_back(with_defaults(item, file, rules));
    scenario.meetings = file.meetings;
    scenario.injects = file.injects;
    for (const auto& decision : file.decisions)
        scenario.decisions.push_back(completed(decision, file, rules));
    scenario.powers = file.powers;
    scenario.interventions = file.interventions;
    scenario.tracks = file.tracks;
    for (const auto& written : file.consequences) scenario.consequences.push_back(written);
    scenario.plan = file.plan;
    scenario.swap = file.swap;
    scenario.consents = file.consents;
    scenario.endings = file.endings;
    scenario.questions = file.questions;
    scenario.trainer_page = file.trainer_page;
    scenario.weights = file.weights;
    for (const auto& round : file.rounds) {
        for (auto segment : round.segments) {
            segment.round = static_cast<int>(scenario.rounds.size());
            scenario.segments.push_back(segment);
        }
        scenario.rounds.push_back(round);
    }
    scenario.facts = file.facts;
    scenario.prompts = prompts_of(file, scenario);
    scenario.rules = {rules.id, rules.version, rules.bases};
    return scenario;
}

}  // namespace casustafel::scenario
