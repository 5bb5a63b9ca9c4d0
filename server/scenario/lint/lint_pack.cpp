#include "server/scenario/lint/lint_pack.hpp"

#include <algorithm>

#include "server/scenario/lint/condition_shape.hpp"
#include "server/scenario/lint/references.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

bool is_inactive(const RulesFile& rules, const core::BasisId& id) {
    return std::any_of(rules.bases.begin(), rules.bases.end(), [&](const core::Basis& basis) {
        return basis.id == id && basis.status == "inactive";
    });
}

void check_conditions_of(const RulesDefault& rule, Findings& findings, const std::string& list) {
    for (std::size_t index = 0; index < rule.when.size(); ++index) {
        const std::string path = element(list, index);
        if (!findings.sound(path)) continue;
        check_condition_shape(rule.when[index], findings, path);
        if (!rule.when[index].person.empty())
            findings.report(under(path, "person"), {Key::diagnostic_pack_names_person, {}});
    }
}

}  // namespace

void lint_pack(const RulesFile& rules, Findings& findings, const std::string& name) {
    if (!name.empty() && !rules.id.empty() && rules.id != name)
        findings.report("id", {Key::diagnostic_other_rules_id, {rules.id, name}});
    References refer(findings);
    Seen organisations_seen, bases_seen;
    const IdList organisations = ids_in(findings, "organisations", rules.organisations);
    const IdList bases = ids_in(findings, "bases", rules.bases);
    refer.unique(organisations, "organisations", organisations_seen);
    refer.unique(bases, "bases", bases_seen);
    for (std::size_t index = 0; index < rules.defaults.size(); ++index) {
        const std::string path = element("defaults", index);
        const auto& rule = rules.defaults[index];
        refer.each(rule.from_organisations, under(path, "from_organisations"), organisations,
                   Key::diagnostic_no_such_organisation);
        refer.each(rule.to_organisations, under(path, "to_organisations"), organisations,
                   Key::diagnostic_no_such_organisation);
        refer.each(rule.bases, under(path, "bases"), bases, Key::diagnostic_no_such_basis);
        for (std::size_t basis = 0; basis < rule.bases.size(); ++basis)
            if (is_inactive(rules, rule.bases[basis]))
                findings.report(element(under(path, "bases"), basis),
                                {Key::diagnostic_basis_inactive, {rule.bases[basis].value}});
        check_conditions_of(rule, findings, under(path, "when"));
    }
    refer.settle();
}

}  // namespace casustafel::scenario
