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
#include "server/core/rules/filling_in.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/values/clock.hpp"
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
    const auto phase = state.phases.find(goes_on_in(state, decision.meeting));
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
bool was_missed(const State& state, const Decision& decision, const DecisionState& now) {
    return now.at_sim_ms >= deadline_of(state, decision);
}

bool is_closed(const Act& act, const Decision& decision) {
    const DecisionStatus status = now(act, decision).status;
    return status == DecisionStatus::pending || status == DecisionStatus::taken;
}

// Why this option cannot be chosen with what is filled in, or nothing.
std::optional<Rejection> cannot_choose(const Act& act, const Decision& decision,
                                       const DecisionOption& option,
                                       const std::vector<FilledIn>& filled_in) {
    if (!is_offered(act.state, decision, option)) return Rejection::too_late;
    return cannot_fill_in(act, option.fields, filled_in);
}

bool is_alike(const DecisionAgreed& one, const DecisionAgreed& other) {
    return one.option == other.option && one.filled_in == other.filled_in;
}

// Nobody waits for the agreement of a computer or an empty chair.
bool is_asked_to_agree(const State& state, const RoleId& role) {
    const auto seat = state.seats.find(role);
    return seat != state.seats.end() &&
           (seat->second.occupant != ParticipantId::nobody || seat->second.stand_in);
}

// The agreements to the same, this one the last.
std::vector<DecisionAgreed> agreed_with(const Act& act, const Decision& decision,
                                        const DecisionAgreed& last) {
    std::vector<DecisionAgreed> all;
    for (const RoleId& role : decision.deciders) {
        const auto found = act.state.agreements.find({decision.id, role});
        if (role != last.by && found != act.state.agreements.end() && is_alike(found->second, last))
            all.push_back(found->second);
    }
    all.push_back(last);
    return all;
}

DecisionPended pended(const Act& act, const DecisionAgreed& agreed) {
    return {agreed.decision, agreed.option, agreed.by,
            agreed.cited,    agreed.text,   act.stamp.active_ms + limits::pending_window_ms,
            agreed.filled_in};
}

// What all together rest it on, and what the first of them said.
DecisionPended together(const Act& act, const std::vector<DecisionAgreed>& all) {
    DecisionAgreed made = all.back();
    for (const DecisionAgreed& each : all) {
        made.cited.insert(made.cited.end(), each.cited.begin(), each.cited.end());
        if (is_blank(made.text)) made.text = each.text;
    }
    made.cited = each_once(made.cited);
    return pended(act, made);
}

// With the last of those who are asked it is taken.
std::vector<Event> agreement(const Act& act, const Decision& decision, DecisionAgreed agreed) {
    const auto all = agreed_with(act, decision, agreed);
    const auto agrees = [&](const RoleId& role) {
        return !is_asked_to_agree(act.state, role) ||
               std::ranges::find(all, role, &DecisionAgreed::by) != all.end();
    };
    std::vector<Event> events{std::move(agreed)};
    if (std::ranges::all_of(decision.deciders, agrees)) events.push_back(together(act, all));
    return events;
}

bool has_agreed(const Act& act, const Decision& decision) {
    return act.state.agreements.contains({decision.id, act.actor.role});
}

// The option with which it was taken, when it took effect.
const DecisionOption* taken_option(const State& state, const DecisionId& id) {
    const Decision* decision = find(*state.scenario, id);
    const auto found = state.decisions.find(id);
    if (!decision || found == state.decisions.end() ||
        found->second.status != DecisionStatus::taken)
        return nullptr;
    return find(*decision, found->second.taken.option);
}

}  // namespace

bool takes_decision(const RoleId& role, const Decision& decision) {
    return names(decision.deciders, role);
}

bool sees(const State& state, const RoleId& id, const Decision& decision) {
    const Role* role = find(*state.scenario, id);
    return takes_decision(id, decision) || names(decision.prepared_by, id) ||
           (role != nullptr && role->table == decision.table);
}

bool sees(const State& state, const RoleId& role, const Proposal& proposal) {
    const Decision* decision = find(*state.scenario, proposal.event.decision);
    return decision != nullptr && sees(state, role, *decision);
}

bool sees(const State& state, const RoleId& role, const Decision& decision,
          const DecisionOption& option) {
    const bool decides = takes_decision(role, decision);
    if ((decides || names(decision.prepared_by, role)) && is_offered(state, decision, option))
        return true;
    const DecisionState& now = state.decisions.at(decision.id);
    if (now.status == DecisionStatus::taken && now.taken.option == option.id) return true;
    return std::ranges::any_of(state.proposals, [&](const auto& each) {
        const DecisionProposed& made = each.second.event;
        return made.decision == decision.id && made.option == option.id;
    });
}

std::int64_t deadline_of(const State& state, const Decision& decision) {
    const auto found = state.extended.find(decision.id);
    return found == state.extended.end() ? decision.deadline_sim_ms : found->second.deadline_sim_ms;
}

bool is_offered(const State& state, const Decision& decision, const DecisionOption& option) {
    return is_offered(state, {decision.id, option.id, {}}, option.starts_hidden());
}

// An option that does not show yet asks nothing.
bool asks_for_grounds(const Decision& decision) {
    return decision.must_cite ||
           std::ranges::any_of(decision.options, [](const DecisionOption& option) {
               return !option.must_cite.empty() && !option.starts_hidden();
           });
}

bool contradict(const State& state, const DecisionId& one, const DecisionId& other) {
    const DecisionOption* first = taken_option(state, one);
    const DecisionOption* second = taken_option(state, other);
    if (one == other || !first || !second) return false;
    return names(first->contradicts, Offer{other, second->id, {}}) ||
           names(second->contradicts, Offer{one, first->id, {}});
}

Outcome decide_on(const Act& act, const ProposeDecision& command) {
    const Decision* decision = known_decision(act, command.decision);
    if (!decision) return Rejection::unknown;
    const bool in_words = act.state.edition >= Edition::second && command.option.empty();
    const DecisionOption* option = known_option(act, *decision, command.option);
    if (!in_words && !option) return Rejection::unknown;
    if (in_words && is_blank(command.text)) return Rejection::empty_text;
    // That it is pending is known to its deciders only, so it stops nobody from proposing.
    if (now(act, *decision).status == DecisionStatus::taken) return Rejection::already_taken;
    if (const auto rejection = cannot_cite(act, command.cited)) return *rejection;
    // Who proposes an option may leave open what is filled in with it.
    if (in_words && !command.filled_in.empty()) return Rejection::unknown;
    if (!command.filled_in.empty())
        if (const auto rejection = cannot_choose(act, *decision, *option, command.filled_in))
            return *rejection;
    if (act.state.proposals.size() >= limits::proposals) return Rejection::too_much;
    return std::vector<Event>{DecisionProposed{
        act.fresh, command.decision, command.option, act.actor.role, each_once(command.cited),
        command.text, is_too_soon(act.state, *decision),
        in_words ? std::vector<FilledIn>{} : in_order(option->fields, command.filled_in)}};
}

Outcome decide_on(const Act& act, const TakeDecision& command) {
    const Decision* decision = known_decision(act, command.decision);
    if (!decision) return Rejection::unknown;
    if (!takes_decision(act.actor.role, *decision)) return Rejection::not_a_decider;
    const DecisionOption* option = known_option(act, *decision, command.option);
    if (!option) return Rejection::unknown;
    if (is_closed(act, *decision)) return Rejection::already_taken;
    if (const auto rejection = cannot_cite(act, command.cited)) return *rejection;
    if (!is_grounded(act, *decision, *option, command.cited)) return Rejection::must_cite;
    if (decision->must_look_ahead && is_blank(command.text)) return Rejection::empty_text;
    if (const auto rejection = cannot_choose(act, *decision, *option, command.filled_in))
        return *rejection;
    DecisionAgreed wanted{command.decision, command.option,
                          act.actor.role,   each_once(command.cited),
                          command.text,     in_order(option->fields, command.filled_in)};
    if (decision->taken_by == TakenBy::all) return agreement(act, *decision, std::move(wanted));
    return std::vector<Event>{pended(act, wanted)};
}

Outcome decide_on(const Act& act, const AgreeToDecision& command) {
    const Decision* decision = known_decision(act, command.decision);
    if (!decision) return Rejection::unknown;
    if (!takes_decision(act.actor.role, *decision)) return Rejection::not_a_decider;
    const auto with = act.state.agreements.find({command.decision, command.with});
    if (with == act.state.agreements.end()) return Rejection::unknown;
    if (is_closed(act, *decision)) return Rejection::already_taken;
    if (const auto rejection = cannot_cite(act, command.cited)) return *rejection;
    const auto own = act.state.agreements.find({command.decision, act.actor.role});
    if (own != act.state.agreements.end() && is_alike(own->second, with->second))
        return Rejection::already_so;
    if (!is_offered(act.state, *decision, *find(*decision, with->second.option)))
        return Rejection::too_late;
    DecisionAgreed agreed = with->second;
    agreed.by = act.actor.role;
    agreed.cited = each_once(command.cited);
    agreed.text = command.text;
    return agreement(act, *decision, std::move(agreed));
}

Outcome decide_on(const Act& act, const ExtendDecision& command) {
    const Decision* decision = known_decision(act, command.decision);
    if (!decision) return Rejection::unknown;
    if (!takes_decision(act.actor.role, *decision)) return Rejection::not_a_decider;
    const DecisionClock clock = decision->clock.value_or(DecisionClock{});
    if (clock.extension_ms == 0) return Rejection::no_power;
    if (is_closed(act, *decision)) return Rejection::already_taken;
    if (act.state.extended.contains(command.decision)) return Rejection::already_so;
    if (act.stamp.sim_ms >= decision->deadline_sim_ms) return Rejection::too_late;
    if (is_blank(command.reason)) return Rejection::empty_text;
    return std::vector<Event>{
        DecisionExtended{command.decision, act.actor.role, command.reason,
                         counted_after(decision->deadline_sim_ms, clock.extension_ms,
                                       clock.night_from_ms, clock.night_to_ms)}};
}

Outcome decide_on(const Act& act, const RetractDecision& command) {
    const Decision* known = known_decision(act, command.decision);
    const bool open = known && !is_closed(act, *known);
    std::vector<Event> events{DecisionRetracted{command.decision, act.actor.role}};
    if (open && has_agreed(act, *known)) return events;
    if (const auto rejection = cannot_touch(act, command.decision)) return *rejection;
    const Decision& decision = *find(act.scenario, command.decision);
    const bool over = act.stamp.sim_ms >= deadline_of(act.state, decision);
    if (over && !was_missed(act.state, decision, now(act, decision)))
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
    if (decision && was_missed(state, *decision, before)) {
        after.status = DecisionStatus::missed;
        after.at_sim_ms = deadline_of(state, *decision);
    }
    before = after;
    state.agreements.erase({event.decision, event.by});
}

void apply_on(State& state, const Record&, const DecisionAgreed& event) {
    state.agreements.insert_or_assign({event.decision, event.by}, event);
}

void apply_on(State& state, const Record&, const DecisionExtended& event) {
    state.extended.insert_or_assign(event.decision, event);
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
