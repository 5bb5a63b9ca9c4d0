// Decisions: proposed by whoever sees them, taken by who may, on items that the role itself holds.
// One waits ten seconds in which it can be taken back; only then does anything follow from it.
//
// A deadline passes a decision that is open. One that is pending then is in time; when it is taken
// back after its deadline, the deadline passes it at that moment. A decision that was missed can
// still be taken late.
#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/citing.hpp"
#include "server/core/rules/consequences.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/values/limits.hpp"

namespace casustafel::core {
namespace {

// The option of this id when the actor sees it; in the first edition who saw the decision saw all.
const DecisionOption* known_option(const Act& act, const Decision& decision, const OptionId& id) {
    const DecisionOption* option = find(decision, id);
    const bool known = option && (act.state.edition < Edition::second ||
                                  sees(act.state, act.actor.role, decision, *option));
    return known ? option : nullptr;
}

// Whether enough is cited to take this option. In the first edition some options asked for one of
// their own items, so that trying told which ones.
bool is_grounded(const Act& act, const Decision& decision, const DecisionOption& option,
                 const std::vector<Cited>& cited) {
    if (act.state.edition < Edition::second) return rests_on_one_of(cited, option.must_cite);
    return !cited.empty() || !asks_for_grounds(decision);
}

// The decision of this id when the actor sees it.
const Decision* known_decision(const Act& act, const DecisionId& id) {
    const Decision* decision = find(act.scenario, id);
    const bool known = decision && sees(act.state, act.actor.role, *decision);
    return known ? decision : nullptr;
}

const DecisionState& now(const Act& act, const Decision& decision) {
    return act.state.decisions.at(decision.id);
}

// While its meeting still forms its picture a proposal is kept for later.
bool is_too_soon(const State& state, const Decision& decision) {
    const auto phase = state.phases.find(decision.meeting);
    return phase != state.phases.end() && phase->second == MeetingPhase::picture;
}

// Why the actor cannot take back or hasten this decision, or nothing.
std::optional<Rejection> cannot_touch(const Act& act, const DecisionId& id) {
    const Decision* decision = known_decision(act, id);
    if (!decision) return Rejection::unknown;
    if (!takes_decision(act.actor.role, *decision)) return Rejection::not_a_decider;
    if (now(act, *decision).status != DecisionStatus::pending) return Rejection::not_pending;
    return std::nullopt;
}

// Its deadline passed before it was taken.
bool was_missed(const Decision& decision, const DecisionState& state) {
    return state.at_sim_ms >= decision.deadline_sim_ms;
}

}  // namespace

bool takes_decision(const RoleId& role, const Decision& decision) {
    return names(decision.deciders, role);
}

bool sees(const State& state, const RoleId& id, const Decision& decision) {
    const Role* role = find(*state.scenario, id);
    return takes_decision(id, decision) || (role != nullptr && role->table == decision.table);
}

bool sees(const State& state, const RoleId& role, const Proposal& proposal) {
    const Decision* decision = find(*state.scenario, proposal.event.decision);
    return decision != nullptr && sees(state, role, *decision);
}

bool sees(const State& state, const RoleId& role, const Decision& decision,
          const DecisionOption& option) {
    if (takes_decision(role, decision)) return true;
    const DecisionState& now = state.decisions.at(decision.id);
    if (now.status == DecisionStatus::taken && now.taken.option == option.id) return true;
    return std::ranges::any_of(state.proposals, [&](const auto& each) {
        const DecisionProposed& made = each.second.event;
        return made.decision == decision.id && made.option == option.id;
    });
}

bool asks_for_grounds(const Decision& decision) {
    return std::ranges::any_of(
        decision.options, [](const DecisionOption& option) { return !option.must_cite.empty(); });
}

Outcome decide_on(const Act& act, const ProposeDecision& command) {
    const Decision* decision = known_decision(act, command.decision);
    if (!decision) return Rejection::unknown;
    const bool in_words = act.state.edition >= Edition::second && command.option.empty();
    if (!in_words && !known_option(act, *decision, command.option)) return Rejection::unknown;
    if (in_words && is_blank(command.text)) return Rejection::empty_text;
    // That it is pending is known to its deciders only, so it stops nobody from proposing.
    if (now(act, *decision).status == DecisionStatus::taken) return Rejection::already_taken;
    if (const auto rejection = cannot_cite(act, command.cited)) return *rejection;
    if (act.state.proposals.size() >= limits::proposals) return Rejection::too_much;
    return std::vector<Event>{DecisionProposed{act.fresh, command.decision, command.option,
                                               act.actor.role, each_once(command.cited),
                                               command.text, is_too_soon(act.state, *decision)}};
}

Outcome decide_on(const Act& act, const TakeDecision& command) {
    const Decision* decision = known_decision(act, command.decision);
    if (!decision) return Rejection::unknown;
    if (!takes_decision(act.actor.role, *decision)) return Rejection::not_a_decider;
    const DecisionOption* option = find(*decision, command.option);
    if (!option) return Rejection::unknown;
    const auto status = now(act, *decision).status;
    if (status == DecisionStatus::pending || status == DecisionStatus::taken)
        return Rejection::already_taken;
    if (const auto rejection = cannot_cite(act, command.cited)) return *rejection;
    if (!is_grounded(act, *decision, *option, command.cited)) return Rejection::must_cite;
    return std::vector<Event>{DecisionPended{command.decision, command.option, act.actor.role,
                                             each_once(command.cited), command.text,
                                             act.stamp.active_ms + limits::pending_window_ms}};
}

Outcome decide_on(const Act& act, const RetractDecision& command) {
    if (const auto rejection = cannot_touch(act, command.decision)) return *rejection;
    std::vector<Event> events{DecisionRetracted{command.decision, act.actor.role}};
    const Decision& decision = *find(act.scenario, command.decision);
    const bool over = act.stamp.sim_ms >= decision.deadline_sim_ms;
    if (over && !was_missed(decision, now(act, decision)))
        events.push_back(DecisionDeadlinePassed{command.decision});
    return events;
}

Outcome decide_on(const Act& act, const HastenDecision& command) {
    if (const auto rejection = cannot_touch(act, command.decision)) return *rejection;
    const auto& taken = act.state.decisions.at(command.decision).taken;
    return std::vector<Event>{DecisionTookEffect{command.decision, taken.option}};
}

void apply_on(State& state, const Record& record, const DecisionProposed& event) {
    state.proposals.insert_or_assign(event.proposal, Proposal{event, record.stamp.sim_ms});
}

void apply_on(State& state, const Record& record, const DecisionPended& event) {
    state.decisions[event.decision] = {DecisionStatus::pending, event, record.stamp.sim_ms,
                                       record.actor.participant};
}

void apply_on(State& state, const Record&, const DecisionRetracted& event) {
    const Decision* decision = find(*state.scenario, event.decision);
    auto& before = state.decisions[event.decision];
    DecisionState after;
    if (decision && was_missed(*decision, before)) {
        after.status = DecisionStatus::missed;
        after.at_sim_ms = decision->deadline_sim_ms;
    }
    before = after;
}

void apply_on(State& state, const Record& record, const DecisionTookEffect& event) {
    auto& decision = state.decisions[event.decision];
    decision.status = DecisionStatus::taken;
    const Decision* written = find(*state.scenario, event.decision);
    const DecisionOption* option = written ? find(*written, event.option) : nullptr;
    if (option)
        put_on_its_way(state, record, {CauseKind::decision, event.decision.value, event.option, 0},
                       option->consequences);
}

void apply_on(State& state, const Record& record, const DecisionDeadlinePassed& event) {
    auto& decision = state.decisions[event.decision];
    decision.status = DecisionStatus::missed;
    decision.at_sim_ms = record.stamp.sim_ms;
    if (const Decision* written = find(*state.scenario, event.decision))
        put_on_its_way(state, record, {CauseKind::decision, event.decision.value, {}, 0},
                       written->when_missed);
}

}  // namespace casustafel::core
