#include "server/core/law/verdict.hpp"

#include <algorithm>
#include <tuple>

#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/values/invariant.hpp"

namespace casustafel::core {
namespace {

constexpr int very_sensitive = 3;
constexpr int far_too_rich_steps = 2;

const BasisId& open_basis() {
    static const BasisId open{"OPEN"};
    return open;
}

Form lawful_form(const State& state, const RoleId& role, const Item& item) {
    const Holding* held = holding(state, role, item.id);
    return held ? held->lawful_form : Form::silent;
}

Form breached_form(const State& state, const RoleId& role, const Item& item) {
    const Holding* held = holding(state, role, item.id);
    return held ? held->breached_form : Form::silent;
}

bool in_circle(const State& state, const std::string& circle, const RoleId& role) {
    const auto& meetings = state.scenario->meetings;
    return std::any_of(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
        return (meeting.id.value == circle || meeting.table.value == circle) &&
               is_present(state, meeting.id, role);
    });
}

// What was answered for this very scope goes before what was answered for everything.
bool has_consented(const State& state, const PersonId& person, const std::string& scope) {
    const auto& consents = state.legal.consents;
    auto answer = consents.find({person, scope});
    if (answer == consents.end()) answer = consents.find({person, std::string{}});
    return answer != consents.end() && answer->second;
}

// An authority needs nobody's agreement to what it gives itself.
bool authority_agrees(const State& state, const Item& item, const RoleId& giver,
                      const RoleId& recipient) {
    const Role* role = find(*state.scenario, giver);
    if (role != nullptr && role->gives_authority) return true;
    return std::any_of(state.legal.authority.begin(), state.legal.authority.end(),
                       [&](const auto& entry) {
                           const AuthorityQuestion& question = entry.second;
                           return question.event.by == giver && question.event.item == item.id &&
                                  question.event.to == recipient && question.agreed == true;
                       });
}

bool has_privacy_advice(const State& state, const Item& item, const RoleId& giver,
                        const RoleId& recipient) {
    const auto& advice = state.legal.privacy_advice;
    return std::any_of(advice.begin(), advice.end(), [&](const PrivacyAdviceGiven& given) {
        return given.by == giver && given.item == item.id && given.to == recipient;
    });
}

// The role has the item from the case itself by now, or saw it come into being.
bool has_by_itself(const State& state, const Item& item, const RoleId& role) {
    const Holding* held = holding(state, role, item.id);
    return held != nullptr && (held->original || held->emerged);
}

// Whether this giver may pass the item on to this recipient now.
bool travels(const State& state, const Item& item, const RoleId& giver, const RoleId& recipient) {
    return has_by_itself(state, item, giver) ||
           travels_onward(*state.scenario, item, giver, recipient);
}

bool all_hold(const State& state, const std::vector<Condition>& conditions, const Item& item,
              const RoleId& giver, const RoleId& recipient) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return holds(state, condition, item, giver, recipient);
    });
}

// One of the ways between which a share chooses, with what it says about that share.
struct Candidate {
    Way way;
    bool purpose = false;
    bool basis = false;
    bool form = false;

    auto rank() const { return std::tuple(purpose, basis, form, way.max_form); }
};

Candidate candidate(const Grant& grant, int index, const ShareTerms& terms) {
    return {{index, grant.max_form},
            names(grant.purposes, terms.purpose),
            names(grant.bases, terms.basis),
            terms.form <= grant.max_form};
}

std::optional<Candidate> choose(const State& state, const Item& item, const ShareTerms& terms,
                                const RoleId& recipient) {
    std::optional<Candidate> chosen;
    // Only a better one replaces the chosen, so that of equals the first listed stays.
    const auto consider = [&](const Candidate& next) {
        if (!chosen || next.rank() > chosen->rank()) chosen = next;
    };
    for (std::size_t i = 0; i < item.grants.size(); ++i) {
        const Grant& grant = item.grants[i];
        if (!covers(grant, terms.giver, recipient)) continue;
        if (!all_hold(state, grant.when, item, terms.giver, recipient)) continue;
        consider(candidate(grant, static_cast<int>(i), terms));
    }
    if (item.sensitivity == 0) consider({Way{}, true, terms.basis == open_basis(), true});
    return chosen;
}

// The red line with the highest severity that holds for this form, as a red verdict.
std::optional<Verdict> crossed_line(const State& state, const Item& item, const RoleId& giver,
                                    const RoleId& recipient, Form form) {
    std::optional<Verdict> worst;
    for (std::size_t i = 0; i < item.never.size(); ++i) {
        const RedLine& line = item.never[i];
        if (!forbids(line, recipient, form)) continue;
        if (!all_hold(state, line.when, item, giver, recipient)) continue;
        const int severity = line.severity.value_or(item.sensitivity);
        if (worst && worst->severity >= severity) continue;
        worst = Verdict{
            .labels = {Label::red_line}, .severity = severity, .red_line = static_cast<int>(i)};
    }
    return worst;
}

Verdict red(Label label, const Item& item, int grant = -1) {
    return {.labels = {label}, .severity = item.sensitivity, .grant = grant};
}

void note_need(Verdict& verdict, const State& state, const Item& item, const ShareTerms& terms,
               const RoleId& recipient) {
    if (const Need* own = unmet_need(state, item, recipient, terms.purpose)) {
        verdict.need_form = own->min_form;
    } else if (const auto relayed = relay_need(state, item, recipient)) {
        verdict.need_form = *relayed;
        verdict.relay = true;
    }
}

// The verdict as far as the law goes; what the recipient needs comes after.
Verdict judge_lawfulness(const State& state, const Item& item, const ShareTerms& terms,
                         const RoleId& recipient) {
    if (auto line = crossed_line(state, item, terms.giver, recipient, terms.form)) return *line;
    if (!travels(state, item, terms.giver, recipient)) return red(Label::onward, item);
    const auto chosen = choose(state, item, terms, recipient);
    if (!chosen) return red(Label::no_way, item);

    const int steps_over = static_cast<int>(terms.form) - static_cast<int>(chosen->way.max_form);
    if (steps_over >= far_too_rich_steps && item.sensitivity >= very_sensitive) {
        return red(Label::far_too_rich, item, chosen->way.grant);
    }
    Verdict verdict{.grant = chosen->way.grant};
    if (!chosen->purpose) verdict.labels.push_back(Label::purpose);
    if (!chosen->basis) verdict.labels.push_back(Label::basis);
    if (!chosen->form) verdict.labels.push_back(Label::form);
    return verdict;
}

}  // namespace

Light light(const Verdict& verdict) {
    if (verdict.labels.empty()) return Light::green;
    const bool red = std::any_of(verdict.labels.begin(), verdict.labels.end(),
                                 [](Label label) { return label <= Label::far_too_rich; });
    return red ? Light::red : Light::amber;
}

bool holds(const State& state, const Condition& condition, const Item& item, const RoleId& giver,
           const RoleId& recipient) {
    const auto anyone = [&](auto holds_for) { return for_person(condition, item, holds_for); };
    switch (condition.kind) {
        case ConditionKind::triage_accepted: return state.legal.triage == TriageStatus::accepted;
        case ConditionKind::present_in_circle:
            return in_circle(state, condition.subject, recipient);
        case ConditionKind::consent:
            return anyone([&](const PersonId& person) {
                return has_consented(state, person, condition.subject);
            });
        case ConditionKind::weighing_recorded:
            return state.legal.weighings.contains({giver, item.id});
        case ConditionKind::authority_agrees:
            return authority_agrees(state, item, giver, recipient);
        case ConditionKind::covenant: return state.legal.covenant;
        case ConditionKind::minor:
        case ConditionKind::age: return settled(*state.scenario, condition, item).value_or(false);
        case ConditionKind::measure:
            return anyone([&](const PersonId& person) {
                return is_under_measure(state.legal.measures, person, condition.subject);
            });
        case ConditionKind::acute:
            return anyone(
                [&](const PersonId& person) { return state.legal.acute.contains(person); });
        case ConditionKind::person_is_informed:
            return anyone([&](const PersonId& person) {
                return state.legal.informed.contains({giver, person});
            });
        case ConditionKind::privacy_advice:
            return has_privacy_advice(state, item, giver, recipient);
    }
    invariant(false, "every condition is looked up");
    return false;
}

std::optional<Way> way(const State& state, const Item& item, const ShareTerms& terms,
                       const RoleId& recipient) {
    const auto chosen = choose(state, item, terms, recipient);
    if (!chosen) return std::nullopt;
    return chosen->way;
}

Verdict judge(const State& state, const Item& item, const ShareTerms& terms,
              const RoleId& recipient) {
    Verdict verdict = judge_lawfulness(state, item, terms, recipient);
    note_need(verdict, state, item, terms, recipient);
    if (light(verdict) == Light::red) return verdict;

    const bool needed = verdict.need_form != Form::silent;
    if (!needed && item.sensitivity >= 1) verdict.labels.push_back(Label::necessity);
    if (needed && terms.form < verdict.need_form) verdict.labels.push_back(Label::thin);
    return verdict;
}

std::vector<Recipient> recipients(const State& state, const Item& item, const ShareTerms& terms,
                                  const std::vector<RoleId>& addressed) {
    std::vector<Recipient> found;
    for (const Role& role : state.scenario->roles) {
        if (role.id == terms.giver || !names(addressed, role.id)) continue;
        if (lawful_form(state, role.id, item) >= terms.form) continue;
        Verdict verdict = judge(state, item, terms, role.id);
        // What a role was wrongly told before cannot be wrongly told to it again.
        const bool told_before = breached_form(state, role.id, item) >= terms.form;
        if (told_before && light(verdict) == Light::red) continue;
        found.push_back({role.id, std::move(verdict)});
    }
    return found;
}

bool is_met(const State& state, const Item& item, const Need& need) {
    return lawful_form(state, need.role, item) >= need.min_form;
}

const Need* unmet_need(const State& state, const Item& item, const RoleId& role,
                       std::optional<Purpose> stated) {
    const Need* chosen = nullptr;
    const auto rank = [&](const Need& need) {
        return std::tuple(need.purpose != stated, need.min_form);
    };
    for (const Need& need : item.needs) {
        if (need.role != role || is_met(state, item, need)) continue;
        if (!chosen || rank(need) < rank(*chosen)) chosen = &need;
    }
    return chosen;
}

bool covers(const Grant& grant, const RoleId& giver, const RoleId& recipient) {
    return names_or_any(grant.from, giver) && names_or_any(grant.to, recipient);
}

bool has_lawful_way(const State& state, const Item& item, const RoleId& giver,
                    const RoleId& recipient, Form form) {
    return !crossed_line(state, item, giver, recipient, form) &&
           travels(state, item, giver, recipient) &&
           offers_way(item, giver, recipient, form, [&](const Condition& condition) {
               return holds(state, condition, item, giver, recipient);
           });
}

}  // namespace casustafel::core
