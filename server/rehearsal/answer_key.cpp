#include "server/rehearsal/answer_key.hpp"

#include <algorithm>
#include <optional>

#include "server/core/law/lawful.hpp"

namespace casustafel::rehearsal {
namespace {

template <class Id>
std::vector<std::string> strings(const std::vector<Id>& ids) {
    std::vector<std::string> made;
    for (const Id& id : ids) made.push_back(id.value);
    return made;
}

// The people that a condition speaks of: the one it names, else those the item is about.
std::vector<std::string> people_of(const core::Item& item, const core::Condition& condition) {
    return condition.person.empty() ? strings(item.about)
                                    : std::vector<std::string>{condition.person.value};
}

// Whether a fact of the case that no act can change is so when play begins.
bool holds_from_the_start(const core::Scenario& scenario, const core::Item& item,
                          const core::Condition& condition) {
    if (const auto answer = core::settled(scenario, condition, item)) return *answer;
    const auto& facts = scenario.facts;
    const auto people = people_of(item, condition);
    const auto any_person = [&](const auto& so) { return std::ranges::any_of(people, so); };
    switch (condition.kind) {
        case core::ConditionKind::covenant: return facts.covenant;
        case core::ConditionKind::acute:
            return any_person([&](const std::string& person) {
                return core::names(facts.acute, core::PersonId{person});
            });
        case core::ConditionKind::measure:
            return any_person([&](const std::string& person) {
                return core::names(facts.measures, {core::PersonId{person}, condition.subject});
            });
        case core::ConditionKind::triage_accepted:
        case core::ConditionKind::present_in_circle:
        case core::ConditionKind::consent:
        case core::ConditionKind::weighing_recorded:
        case core::ConditionKind::authority_agrees:
        case core::ConditionKind::minor:
        case core::ConditionKind::age:
        case core::ConditionKind::person_is_informed:
        case core::ConditionKind::privacy_advice: break;
    }
    return false;
}

// Whether the person says yes when asked.
bool will_agree(const core::Scenario& scenario, const std::string& person,
                const std::string& scope) {
    return std::ranges::any_of(scenario.consents, [&](const core::ConsentScript& script) {
        return script.person.value == person && script.given &&
               (script.scope == scope || script.scope.empty());
    });
}

void add_condition(const core::Scenario& scenario, const core::Item& item,
                   const core::Condition& condition, bots::KeyWay& way) {
    switch (condition.kind) {
        case core::ConditionKind::triage_accepted: way.needs_triage = true; return;
        case core::ConditionKind::weighing_recorded: way.needs_weighing = true; return;
        case core::ConditionKind::authority_agrees: way.needs_authority = true; return;
        case core::ConditionKind::privacy_advice: way.needs_privacy_advice = true; return;
        case core::ConditionKind::present_in_circle:
            way.circles.push_back(condition.subject);
            return;
        case core::ConditionKind::person_is_informed:
            for (const std::string& person : people_of(item, condition))
                way.informed.push_back(person);
            return;
        case core::ConditionKind::consent:
            for (const std::string& person : people_of(item, condition)) {
                way.attainable &= will_agree(scenario, person, condition.subject);
                way.consents.emplace_back(person, condition.subject);
            }
            return;
        case core::ConditionKind::covenant:
        case core::ConditionKind::minor:
        case core::ConditionKind::age:
        case core::ConditionKind::measure:
        case core::ConditionKind::acute: break;
    }
    way.attainable &= holds_from_the_start(scenario, item, condition);
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
std::vector<bots::KeyRedLine> kept_from(const core::Scenario& scenario, const core::Item& item) {
    std::vector<bots::KeyRedLine> lines;
    for (const core::RedLine& line : item.never) {
        lines.push_back({strings(line.to), static_cast<std::uint32_t>(line.from_form)});
        if (!line.to.empty()) continue;
        for (const core::Role& role : scenario.roles) lines.back().to.push_back(role.id.value);
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
    for (const core::LaterHolder& later : item.later_holders)
        made.holders.push_back(later.role.value);
    for (const core::Need& need : item.needs) made.needs.push_back(key_need(need));
    for (const core::Grant& grant : item.grants)
        made.ways.push_back(key_way(scenario, item, grant));
    made.never_to = kept_from(scenario, item);
    made.onward = core::name(item.onward);
    return made;
}

// What a consequence does to the people, its injects included; a lower risk is better.
int benefit_of(const std::vector<core::TrackChange>& changes) {
    int sum = 0;
    for (const core::TrackChange& change : changes)
        sum += change.track == core::Track::reoffending_risk ? -change.by : change.by;
    return sum;
}

int benefit_of(const core::Scenario& scenario, const std::vector<core::Consequence>& all) {
    int sum = 0;
    for (const core::Consequence& each : all) {
        sum += benefit_of(each.tracks);
        for (const core::InjectId& id : each.injects) {
            const core::Inject* inject = core::find(scenario, id);
            if (inject != nullptr) sum += benefit_of(inject->tracks);
        }
    }
    return sum;
}

// The reply that does people most good; nullptr: nobody answers.
const core::Reply* best_reply(const core::Scenario& scenario, const core::Intervention& asked) {
    const auto best = std::ranges::max_element(
        asked.replies, std::less{},
        [&](const core::Reply& reply) { return benefit_of(scenario, reply.consequences); });
    return best == asked.replies.end() ? nullptr : &*best;
}

std::string something_for(const core::Scenario& scenario, const core::FormField& field) {
    switch (field.kind) {
        case core::FieldKind::choice: return field.choices.empty() ? "" : field.choices[0].id.value;
        case core::FieldKind::person:
            return scenario.people.empty() ? "" : scenario.people[0].id.value;
        case core::FieldKind::role: return scenario.roles.empty() ? "" : scenario.roles[0].id.value;
        case core::FieldKind::power:
            return scenario.powers.empty() ? "" : scenario.powers[0].id.value;
        case core::FieldKind::moment: return std::to_string(scenario.end_sim_ms());
        case core::FieldKind::text: return "Zoals we het nu zien.";
    }
    return {};
}

// A question to outside is wise as long as its answer does no harm.
bots::KeyIntervention key_intervention(const core::Scenario& scenario,
                                       const core::Intervention& each) {
    bots::KeyIntervention made{each.id.value, strings(each.must_cite),
                               benefit_of(scenario, each.consequences)};
    const core::Reply* reply = best_reply(scenario, each);
    if (reply != nullptr) made.benefit += 1 + benefit_of(scenario, reply->consequences);
    for (const core::FormField& field : each.fields) {
        const std::string wanted =
            reply == nullptr ? std::string() : core::filled_in(reply->to, field.id);
        made.fields.emplace_back(field.id.value,
                                 wanted.empty() ? something_for(scenario, field) : wanted);
    }
    return made;
}

// What is filled in with an option: what is best, else something.
std::vector<std::pair<std::string, std::string>> filled_in_with(
    const core::Scenario& scenario, const core::DecisionOption& option) {
    std::vector<std::pair<std::string, std::string>> made;
    for (const core::FormField& field : option.fields) {
        const std::string& best = core::filled_in(option.best_with, field.id);
        made.emplace_back(field.id.value, best.empty() ? something_for(scenario, field) : best);
    }
    return made;
}

bots::KeyDecision key_decision(const core::Scenario& scenario, const core::Decision& decision) {
    bots::KeyDecision made;
    made.id = decision.id.value;
    made.table = decision.table.value;
    made.deadline_sim_ms = decision.deadline_sim_ms;
    made.deciders = strings(decision.deciders);
    made.prepared_by = strings(decision.prepared_by);
    for (const core::DecisionOption& option : decision.options) {
        made.options.push_back(
            {option.id.value, option.best, strings(option.must_cite), strings(option.prevented_by),
             benefit_of(scenario, option.consequences), filled_in_with(scenario, option)});
    }
    for (const core::Required& each : decision.required) {
        made.required.push_back({each.item.value,
                                 static_cast<std::uint32_t>(each.min_form.value_or(core::Form{})),
                                 each.any, strings(each.of)});
    }
    return made;
}

// The plan is written once its table has decided for the first time, or should have.
bots::KeyPlan key_plan(const core::Scenario& scenario) {
    bots::KeyPlan made;
    if (!scenario.plan) return made;
    made.expected = scenario.plan->expected;
    for (const core::Role& role : scenario.roles) {
        if (role.table == scenario.plan->table || core::names(scenario.plan->guests, role.id))
            made.roles.push_back(role.id.value);
    }
    std::optional<std::int64_t> first;
    for (const core::Decision& decision : scenario.decisions) {
        if (decision.table == scenario.plan->table)
            first = std::min(first.value_or(decision.deadline_sim_ms), decision.deadline_sim_ms);
    }
    made.from_sim_ms = first.value_or(scenario.start_sim_ms());
    return made;
}

// What people who do well bring about; that they ask, meet, tell and plan as they should goes
// without saying.
bool is_expected(const bots::AnswerKey& key, const core::Check& check) {
    using core::CheckKind;
    const bots::KeyDecision* decision = key.decision(check.decision.value);
    const bots::KeyOption* best = decision == nullptr ? nullptr : decision->best();
    if (check.kind == CheckKind::decision_taken)
        return check.options.empty() ||
               (best != nullptr && core::names(check.options, core::OptionId{best->id}));
    if (check.kind == CheckKind::filled_in)
        return best != nullptr && std::ranges::any_of(best->fields, [&](const auto& field) {
                   return field.first == check.field.value &&
                          core::names(check.values, field.second);
               });
    if (check.kind == CheckKind::intervention_used || check.kind == CheckKind::act_used) {
        const auto* intervention = key.intervention(check.intervention.value);
        return intervention != nullptr && intervention->benefit > 0;
    }
    return check.kind != CheckKind::track_at_least && check.kind != CheckKind::inject_happened;
}

// Whether the check holds when everybody decides and does what is wise; what nobody can foresee
// does not.
bool expected(const bots::AnswerKey& key, const core::Check& check) {
    return is_expected(key, check) != check.negated;
}

bots::KeyPrompt key_prompt(const bots::AnswerKey& key, const core::Prompt& prompt) {
    bots::KeyPrompt made{prompt.id.value, {}};
    for (const core::PromptQuestion& question : prompt.questions) {
        for (const core::PromptOption& option : question.options) {
            const bool right =
                option.right_when.empty()
                    ? option.right
                    : std::ranges::all_of(option.right_when, [&](const core::Check& check) {
                          return expected(key, check);
                      });
            if (right) made.right.emplace_back(question.id.value, option.id.value);
        }
    }
    return made;
}

}  // namespace

bots::AnswerKey answer_key(const core::Scenario& scenario) {
    bots::AnswerKey key;
    for (const core::Role& role : scenario.roles) {
        key.roles.push_back({role.id.value, role.table.value, role.accepts_triage,
                             role.gives_authority, role.autopilot == core::AutopilotUse::always,
                             role.from_group_size});
    }
    for (const core::Item& item : scenario.items) key.items.push_back(key_item(scenario, item));
    for (const core::Meeting& meeting : scenario.meetings) {
        key.meetings.push_back({meeting.id.value, meeting.table.value, strings(meeting.members),
                                strings(meeting.convened_by)});
    }
    for (const core::Decision& decision : scenario.decisions)
        key.decisions.push_back(key_decision(scenario, decision));
    for (const core::Power& power : scenario.powers)
        key.powers.push_back({power.id.value, strings(power.holders), strings(power.affected)});
    for (const core::Intervention& each : scenario.interventions) {
        key.interventions.push_back(key_intervention(scenario, each));
    }
    for (const core::Prompt& prompt : scenario.prompts)
        key.prompts.push_back(key_prompt(key, prompt));
    key.plan = key_plan(scenario);
    key.end_sim_ms = scenario.end_sim_ms();
    return key;
}

}  // namespace casustafel::rehearsal
