#include "server/scenario/loading/assemble.hpp"

#include <algorithm>

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
    scenario.decisions = file.decisions;
    scenario.powers = file.powers;
    scenario.interventions = file.interventions;
    scenario.tracks = file.tracks;
    for (const auto& written : file.consequences) {
        scenario.consequences.push_back(written);
        scenario.consequences.back().at_sim_ms = written.at;
    }
    scenario.plan = file.plan;
    scenario.boards = file.boards;
    scenario.swap = file.swap;
    scenario.probes = file.probes;
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
    scenario.rules = {rules.id, rules.version, rules.bases};
    return scenario;
}

}  // namespace casustafel::scenario
