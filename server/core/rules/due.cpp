// What the clock brings. Everything that can become due is an occasion with its instant; the
// earliest instant is one record. At one real_ms the order is: things of the case by their own
// time, things of active time, things inside the cut by their own time, and last the next segment
// or the end. What one instant brings is one record, except that what looks at State, or counts on
// from it, has a record of its own, so that it sees what came just before it.
#include "server/core/rules/due.hpp"

#include <algorithm>
#include <compare>

#include "server/core/law/checks.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/rules/autopilot.hpp"
#include "server/core/rules/consequences.hpp"
#include "server/core/rules/emergence.hpp"
#include "server/core/rules/injects.hpp"
#include "server/core/rules/interventions.hpp"
#include "server/core/rules/legal.hpp"
#include "server/core/rules/prompt.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/rules/session.hpp"
#include "server/core/rules/swap.hpp"
#include "server/core/values/limits.hpp"

namespace casustafel::core {

namespace {

enum class Rank { case_time, active_time, inside_cut, turn };

struct Instant {
    std::int64_t real_ms = 0;
    Rank rank = Rank::turn;
    std::int64_t sim_ms = 0;  // of the record
    auto operator<=>(const Instant&) const = default;
};

using MaybeInstant = std::optional<Instant>;

const Segment& current_segment(const State& state) {
    return state.scenario->segments[static_cast<std::size_t>(state.clock.segment)];
}

const Segment* next_segment(const State& state) {
    const auto next = static_cast<std::size_t>(state.clock.segment) + 1;
    return next < state.scenario->segments.size() ? &state.scenario->segments[next] : nullptr;
}

std::int64_t segment_ends_real_ms(const State& state) {
    return *real_when_sim(state.clock, *state.scenario, current_segment(state).to_sim_ms);
}

// When something at this case time happens; nothing when that is for a later segment.
MaybeInstant instant_of_case_time(const State& state, std::int64_t sim_ms) {
    if (const auto real = real_when_sim(state.clock, *state.scenario, sim_ms))
        return Instant{*real, Rank::case_time, std::max(sim_ms, state.clock.anchor.sim_ms)};
    const auto* next = next_segment(state);
    if (!next || sim_ms >= next->from_sim_ms) return std::nullopt;
    return Instant{segment_ends_real_ms(state), Rank::inside_cut, sim_ms};
}

Instant instant_of_active_time(const State& state, std::int64_t active_ms) {
    const auto real = *real_when_active(state.clock, active_ms);
    return {real, Rank::active_time, stamp_at(state.clock, *state.scenario, real).sim_ms};
}

bool is_dealt(const State& state, const Item& item, const RoleId& role) {
    const Holding* held = holding(state, role, item.id);
    return held != nullptr && held->original;
}

bool waits_for_its_time(const State& state, const Item& item) {
    // The cheap questions first: most items are in play from the start.
    const auto done = std::max(state.scenario->start_sim_ms(), state.clock.swept_sim_ms);
    return item.available_sim_ms && *item.available_sim_ms > done && !item.holders.empty() &&
           !is_dealt(state, item, item.holders.front()) &&
           !is_dealt_by_play(*state.scenario, item.id);
}

// A role that gets the item later. What comes before the start comes at the start.
bool waits_for_its_time(const State& state, const Item& item, const LaterHolder& later) {
    return later.from_sim_ms > state.clock.swept_sim_ms && !is_dealt(state, item, later.role);
}

// Who left for good has no role, and is not missed.
bool is_missed(const State& state, ParticipantId id, const Participant& participant) {
    return !participant.connected && !participant.absent && !roles_of(state, id).empty();
}

std::vector<Event> effects_of(const State& state, const InjectId& id, std::int64_t sim_ms) {
    std::vector<Event> events;
    add_inject_effects(events, state, id, sim_ms);
    return events;
}

// What the time of an inject brings: its effects, or that its conditions did not hold.
std::vector<Event> timed_effects_of(const State& state, const Inject& inject, std::int64_t sim_ms) {
    if (all_hold({state, sim_ms}, inject.when)) return effects_of(state, inject.id, sim_ms);
    return {InjectSkipped{inject.id}};
}

// A decision that was taken needs no thought beforehand any more.
bool still_asks(const State& state, const Prompt& prompt) {
    if (prompt.moment != PromptMoment::decision) return true;
    const auto found = state.decisions.find(prompt.decision);
    return found != state.decisions.end() && found->second.status == DecisionStatus::open;
}

std::vector<Event> opening_at(const State& state, const Prompt& prompt, std::int64_t real_ms) {
    return {opening(prompt, stamp_at(state.clock, *state.scenario, real_ms).active_ms)};
}

bool looks_at_state(const Inject& inject) { return !inject.when.empty() || !inject.tracks.empty(); }

// Calls visit(instant, make, alone) for everything that can still happen, in the order of ties;
// `make` gives its events, `alone` says that they have a record of their own.
template <class Visit>
void of_case_time(const State& state, const Visit& visit) {
    const auto& scenario = *state.scenario;
    for (const auto& item : scenario.items)
        if (waits_for_its_time(state, item))
            if (const auto at = instant_of_case_time(state, *item.available_sim_ms))
                visit(*at, [&] { return std::vector<Event>{ItemDealt{item.id, item.holders}}; });
    for (const auto& item : scenario.items)
        for (const auto& later : item.later_holders)
            if (waits_for_its_time(state, item, later))
                if (const auto at = instant_of_case_time(state, later.from_sim_ms))
                    visit(*at, [&] {
                        return std::vector<Event>{ItemDealt{item.id, {later.role}}};
                    });
    for (const auto& inject : scenario.injects)
        if (inject.at_sim_ms && *inject.at_sim_ms > state.clock.swept_sim_ms &&
            state.injects.at(inject.id).status == InjectStatus::waiting)
            if (const auto at = instant_of_case_time(state, *inject.at_sim_ms))
                visit(
                    *at, [&] { return timed_effects_of(state, inject, at->sim_ms); },
                    looks_at_state(inject));
    for (const auto& decision : scenario.decisions)
        if (state.decisions.at(decision.id).status == DecisionStatus::open)
            if (const auto at = instant_of_case_time(state, deadline_of(state, decision)))
                visit(*at, [&] { return std::vector<Event>{DecisionDeadlinePassed{decision.id}}; });
    for (const auto& pending : state.consequences)
        if (const auto at = instant_of_case_time(state, pending.at_sim_ms))
            visit(
                *at, [&] { return consequence_events(state, pending.cause, at->sim_ms); }, true);
    for (const auto& waiting : waiting_for_time(state))
        if (const auto at = instant_of_case_time(state, waiting.at_sim_ms))
            visit(
                *at, [&] { return consequence_events(state, waiting.cause, at->sim_ms); }, true);
    for (const auto& coming : consents_due(state))
        if (const auto at = instant_of_case_time(state, coming.at_sim_ms))
            visit(*at, [&] { return std::vector<Event>{coming.answer}; });
    for (const auto& coming : replies_due(state))
        if (const auto at = instant_of_case_time(state, coming.at_sim_ms))
            visit(*at, [&] { return std::vector<Event>{coming.answer}; });
    for (const auto& prompt : scenario.prompts)
        if (prompt.at_sim_ms && *prompt.at_sim_ms > state.clock.swept_sim_ms &&
            status_of(state, prompt.id) == PromptStatus::waiting && still_asks(state, prompt))
            // Not inside a cut: nobody is at the table there.
            if (const auto at = instant_of_case_time(state, *prompt.at_sim_ms);
                at && at->rank == Rank::case_time)
                visit(
                    *at, [&] { return opening_at(state, prompt, at->real_ms); }, true);
    for (const auto& task : autopilot_tasks(state))
        if (const auto at = instant_of_case_time(state, task.at_sim_ms))
            visit(
                *at, [&] { return carry_out(state, task); }, true);
}

// Who is away is not waited for: a swap or a prompt may go on with it.
template <class Visit>
void visit_absence(const State& state, ParticipantId id, const Participant& participant,
                   const Visit& visit) {
    const auto at =
        instant_of_active_time(state, participant.lost_at_active_ms + limits::absence_after_ms);
    visit(
        at,
        [&] {
            const auto stamp = stamp_at(state.clock, *state.scenario, at.real_ms);
            return going_on(state, stamp, {AbsenceStarted{id}});
        },
        state.clock.case_held);
}

// Those that something brought open as soon as they may; those that are open close.
template <class Visit>
void of_prompts(const State& state, const Visit& visit) {
    // Inside a cut nobody is at the table: there it waits for the next stretch.
    const bool in_cut = state.clock.swept_sim_ms > current_segment(state).to_sim_ms;
    for (const auto& [id, active_ms] : state.coming) {
        if (in_cut) break;
        const Prompt* prompt = find(*state.scenario, id);
        if (!prompt || !may_open_now(state, *prompt)) continue;
        const auto at = instant_of_active_time(state, active_ms);
        visit(
            at, [&] { return opening_at(state, *prompt, at.real_ms); }, true);
    }
    for (const auto& [id, now] : state.prompts)
        if (now.status == PromptStatus::open)
            visit(
                instant_of_active_time(state, now.until_active_ms),
                [&] { return closing_of(state, id); }, true);
}

template <class Visit>
void of_active_time(const State& state, const Visit& visit) {
    const auto pending = [&](const InjectId& id, const InjectState& inject, bool alone) {
        if (inject.status != InjectStatus::pending) return;
        const auto at = instant_of_active_time(state, inject.effective_at_active_ms);
        visit(
            at, [&] { return effects_of(state, id, at.sim_ms); }, alone);
    };
    for (const auto& inject : state.scenario->injects)
        pending(inject.id, state.injects.at(inject.id), !inject.tracks.empty());
    for (const auto& [id, inject] : state.injects)
        if (inject.improvised) pending(id, inject, false);
    for (const auto& decision : state.scenario->decisions) {
        const auto& now = state.decisions.at(decision.id);
        if (now.status == DecisionStatus::pending)
            visit(instant_of_active_time(state, now.taken.effective_at_active_ms), [&] {
                return std::vector<Event>{DecisionTookEffect{decision.id, now.taken.option}};
            });
    }
    for (const auto& [id, participant] : state.participants)
        if (is_missed(state, id, participant)) visit_absence(state, id, participant, visit);
    of_prompts(state, visit);
    if (const auto until = state.swap.until_active_ms; state.swap.stage != SwapStage::none)
        visit(instant_of_active_time(state, until),
              [&, until] { return next_stage_of_swap(state, until); });
}

template <class Visit>
void of_the_turn(const State& state, const Visit& visit) {
    const auto real = segment_ends_real_ms(state);
    if (const auto* next = next_segment(state))
        visit(Instant{real, Rank::turn, next->from_sim_ms}, [&] {
            const int segment = state.clock.segment + 1;
            std::vector<Event> events{SegmentEntered{segment}};
            const auto now = stamp_at(state.clock, *state.scenario, real).active_ms;
            if (auto swap = planned_swap(state, segment, now)) events.push_back(std::move(*swap));
            return events;
        });
    else
        visit(Instant{real, Rank::turn, current_segment(state).to_sim_ms}, [&] {
            return end_events(state, EndReason::time_is_up, current_segment(state).to_sim_ms);
        });
}

template <class Visit>
void every_occasion(const State& state, const Visit& visit) {
    if (!state.clock.running) return;
    if (!state.clock.case_held) of_case_time(state, visit);
    of_active_time(state, visit);
    if (!state.clock.case_held) of_the_turn(state, visit);
}

MaybeInstant earliest(const State& state) {
    MaybeInstant first;
    every_occasion(state, [&](const Instant& at, const auto&, bool = false) {
        if (!first || at < *first) first = at;
    });
    return first;
}

}  // namespace

std::optional<std::int64_t> next_due(const State& state) {
    const auto at = earliest(state);
    return at ? std::optional{at->real_ms} : std::nullopt;
}

bool leave_due(const State& after, const Record& record) {
    // What it made true comes at this very instant.
    const auto& coming = after.consequences;
    if (!coming.empty() && coming.begin()->at_sim_ms <= record.stamp.sim_ms + 1) return false;
    if (waits_for_time(after)) return false;
    return std::ranges::all_of(record.events, [](const Event& event) {
        return std::visit(
            []<class E>(const E&) {
                return requires { E::leaves_due; };
            },
            static_cast<const EventKinds&>(event));
    });
}

std::optional<Due> due(const State& state, std::int64_t real_ms) {
    const auto first = earliest(state);
    if (!first || first->real_ms > real_ms) return std::nullopt;
    Due found{stamp_at(state.clock, *state.scenario, first->real_ms), {}};
    found.stamp.sim_ms = first->sim_ms;
    bool full = false;
    every_occasion(state, [&](const Instant& at, const auto& make, bool alone = false) {
        if (full || at != *first) return;
        // What does not fit is still due at this instant, and comes with the next record.
        const bool opens = found.events.empty();
        full = alone;
        if (alone && !opens) return;
        auto events = make();
        full = full || (!opens && found.events.size() + events.size() > limits::events_per_instant);
        if (opens || !full) found.events.insert(found.events.end(), events.begin(), events.end());
    });
    add_emergences(found.events, state);
    return found;
}

}  // namespace casustafel::core
