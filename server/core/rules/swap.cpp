// The swap: everybody writes a handover note, the seats of each pair change hands at one instant,
// everybody reads, and the case goes on. While it lasts active time runs and case time stands
// still.
//
// A stage is over when every person in the pairs said ready, when its time is up, or when the
// trainer goes on. Who is away, has left or never sat there is not waited for: the seat moves as it
// is. Dossier, requests, meetings and note stay with the role; who sits there changes, nothing
// else.
#include "server/core/rules/swap.hpp"

#include <algorithm>
#include <set>

#include "server/core/families/visible.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/meetings.hpp"
#include "server/core/rules/prompt.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/rules/session.hpp"

namespace casustafel::core {
namespace {

SwapPlan plan_of(const Scenario& scenario) { return scenario.swap.value_or(SwapPlan{}); }

bool takes_part(const State& state, const RoleId& role) {
    const auto& pairs = state.swap.pairs;
    return std::any_of(pairs.begin(), pairs.end(), [&](const SwapPair& pair) {
        return pair.one == role || pair.other == role;
    });
}

// Whether the swap waits for the word of who plays this role.
bool is_waited_for(const State& state, const RoleId& role) {
    const auto participant = state.participants.find(state.seats.at(role).occupant);
    return participant != state.participants.end() && !participant->second.absent;
}

// With nobody at all to wait for the stage keeps its time, so that the trainer sees it pass.
bool everybody_is_ready(const State& state) {
    bool somebody = false;
    for (const auto& pair : state.swap.pairs) {
        for (const auto& role : {pair.one, pair.other}) {
            if (!is_waited_for(state, role)) continue;
            if (!state.swap.ready.contains(role)) return false;
            somebody = true;
        }
    }
    return somebody;
}

SeatChange seat_taken_from(const State& state, const RoleId& role, const RoleId& other) {
    const Seat& seat = state.seats.at(other);
    return {role, seat.occupant, seat.autopilot, seat.stand_in};
}

SwapStarted started(const Scenario& scenario, std::vector<SwapPair> pairs, std::int64_t active_ms) {
    return {std::move(pairs), active_ms + plan_of(scenario).writing_ms};
}

// Why these pairs cannot change seats; nothing when they can.
std::optional<Rejection> cannot_swap(const Act& act, const std::vector<SwapPair>& pairs) {
    if (pairs.empty()) return Rejection::nothing_to_swap;
    std::set<RoleId> named;
    for (const auto& pair : pairs) {
        const Role* one = find(act.scenario, pair.one);
        const Role* other = find(act.scenario, pair.other);
        if (!one || !other) return Rejection::unknown;
        if (!named.insert(pair.one).second || !named.insert(pair.other).second)
            return Rejection::nothing_to_swap;
        if (one->autopilot == AutopilotUse::always || other->autopilot == AutopilotUse::always)
            return Rejection::role_is_autopilots;
    }
    return std::nullopt;
}

template <class Id>
bool names_twice(const std::vector<Id>& all) {
    return std::set<Id>(all.begin(), all.end()).size() < all.size();
}

bool knows_all_named(const Act& act, const WriteHandoverNote& note) {
    const RoleId& role = act.actor.role;
    const auto knows_item = [&](const ItemId& item) { return sees(act.state, role, item); };
    const auto knows_request = [&](EntityId id) {
        const auto found = act.state.requests.find(id);
        return found != act.state.requests.end() && sees(act.state, role, found->second);
    };
    return std::all_of(note.items.begin(), note.items.end(), knows_item) &&
           std::all_of(note.requests.begin(), note.requests.end(), knows_request);
}

void seat(State& state, const Record& record, const SeatChange& change) {
    Seat& seat = state.seats[change.role];
    if (seat.occupant != ParticipantId::nobody) seat.former.insert(seat.occupant);
    seat.occupant = change.occupant;
    if (change.autopilot && !seat.autopilot) seat.autopilot_since_sim_ms = record.stamp.sim_ms;
    seat.autopilot = change.autopilot;
    if (seat.autopilot && state.edition >= Edition::second) state.autopilots.insert(change.role);
    seat.stand_in = change.stand_in;
}

// The term of every answer still owed and not yet late stands still during the swap. A late one
// stays late: it is of who sat there.
void extend_terms(State& state, const Record& record, std::int64_t extension_ms) {
    for (auto& [id, request] : state.requests) {
        auto& terms = request.event.term_ends_sim_ms;
        const auto asked = std::min(terms.size(), request.event.to.size());
        for (std::size_t at = 0; at < asked; ++at) {
            if (terms[at] < record.stamp.sim_ms) continue;
            if (!awaits_answer(state, request, request.event.to[at])) continue;
            terms[at] = sim_after(*state.scenario, terms[at], extension_ms);
        }
    }
}

// The case goes on from here.
void finish(State& state, const Record& record) {
    for (const auto& prompt : state.scenario->prompts)
        if (prompt.moment == PromptMoment::swap) state.coming.erase(prompt.id);
    state.swap.stage = SwapStage::none;
    state.swap.pairs.clear();
    state.swap.ready.clear();
    state.clock.case_held = false;
    anchor(state, record);
}

}  // namespace

std::vector<Event> next_stage_of_swap(const State& state, std::int64_t active_ms) {
    if (state.swap.stage == SwapStage::reading) return {SwapFinished{}};
    std::vector<Event> events = closing_of_swap(state);
    RolesSwapped swapped{.until_active_ms = active_ms + plan_of(*state.scenario).reading_ms,
                         .term_extension_ms = limits::swap_term_extension_ms};
    for (const auto& [one, other] : state.swap.pairs) {
        swapped.seats.push_back(seat_taken_from(state, one, other));
        swapped.seats.push_back(seat_taken_from(state, other, one));
    }
    // A role that nobody plays any more is present nowhere.
    for (const auto& change : swapped.seats) {
        if (is_played({change.occupant, change.autopilot, change.stand_in})) continue;
        append(events, leaving_events(state, change.role));
    }
    events.push_back(std::move(swapped));
    return events;
}

bool is_swap_awaited_no_longer(const State& state) {
    return state.swap.stage != SwapStage::none && everybody_is_ready(state);
}

std::optional<Event> planned_swap(const State& state, int segment, std::int64_t active_ms) {
    const auto& plan = state.scenario->swap;
    if (!plan || plan->pairs.empty() || state.swap.count > 0) return std::nullopt;
    const auto& segments = state.scenario->segments;
    const auto round_of = [&](int at) { return segments[static_cast<std::size_t>(at)].round; };
    // Rounds are counted from 1 in the plan and from 0 in a segment.
    const bool enters =
        round_of(segment) >= plan->after_round && round_of(state.clock.segment) < plan->after_round;
    if (!enters) return std::nullopt;
    return started(*state.scenario, plan->pairs, active_ms);
}

Outcome decide_on(const Act& act, const StartSwap& wanted) {
    if (act.state.swap.stage != SwapStage::none) return Rejection::swap_under_way;
    if (holding_prompt(act.state)) return Rejection::prompt_open;
    auto pairs = wanted.pairs.empty() ? plan_of(act.scenario).pairs : wanted.pairs;
    if (const auto rejection = cannot_swap(act, pairs)) return *rejection;
    if (act.state.swap.count >= static_cast<int>(limits::swaps)) return Rejection::too_much;
    return std::vector<Event>{started(act.scenario, std::move(pairs), act.stamp.active_ms)};
}

Outcome decide_on(const Act& act, const AdvanceSwap&) {
    if (act.state.swap.stage == SwapStage::none) return Rejection::no_swap;
    return next_stage_of_swap(act.state, act.stamp.active_ms);
}

Outcome decide_on(const Act& act, const CancelSwap&) {
    if (act.state.swap.stage != SwapStage::writing) return Rejection::no_swap;
    auto events = closing_of_swap(act.state);
    events.push_back(SwapCancelled{});
    return events;
}

Outcome decide_on(const Act& act, const WriteHandoverNote& wanted) {
    const RoleId& role = act.actor.role;
    if (act.state.swap.stage != SwapStage::writing || !takes_part(act.state, role))
        return Rejection::no_swap;
    if (!knows_all_named(act, wanted)) return Rejection::unknown;
    if (is_blank(wanted.text) && wanted.items.empty() && wanted.requests.empty())
        return Rejection::empty_text;
    // Named once each, so that the only bound is what this role itself can see.
    if (names_twice(wanted.items) || names_twice(wanted.requests)) return Rejection::too_much;
    HandoverNoteWritten note{role, wanted.text, wanted.items, wanted.requests};
    if (act.state.swap.written.contains(role) && act.state.swap.notes.at(role) == note)
        return Rejection::already_so;
    return std::vector<Event>{std::move(note)};
}

Outcome decide_on(const Act& act, const SayReady&) {
    const RoleId& role = act.actor.role;
    if (!takes_part(act.state, role)) return Rejection::no_swap;
    if (act.state.swap.ready.contains(role)) return Rejection::already_so;
    return going_on(act.state, act.stamp, {RoleReady{role}});
}

void apply_on(State& state, const Record& record, const SwapStarted& event) {
    state.swap.stage = SwapStage::writing;
    state.swap.pairs = event.pairs;
    state.swap.until_active_ms = event.until_active_ms;
    state.swap.ready.clear();
    state.swap.written.clear();
    state.clock.case_held = true;
    anchor(state, record);
    for (const auto& prompt : state.scenario->prompts)
        if (prompt.moment == PromptMoment::swap) put_on_its_way(state, record, prompt.id);
}

void apply_on(State& state, const Record&, const HandoverNoteWritten& event) {
    state.swap.notes.insert_or_assign(event.role, event);
    state.swap.written.insert(event.role);
}

void apply_on(State& state, const Record&, const RoleReady& event) {
    state.swap.ready.insert(event.role);
}

void apply_on(State& state, const Record& record, const RolesSwapped& event) {
    for (const auto& change : event.seats) seat(state, record, change);
    extend_terms(state, record, event.term_extension_ms);
    state.swap.stage = SwapStage::reading;
    state.swap.until_active_ms = event.until_active_ms;
    state.swap.ready.clear();
    ++state.swap.count;
}

void apply_on(State& state, const Record& record, const SwapFinished&) { finish(state, record); }

void apply_on(State& state, const Record& record, const SwapCancelled&) { finish(state, record); }

}  // namespace casustafel::core
