// What follows from decisions, interventions and injects: consequences on their way, the hidden
// tracks they move, and the ending they lead to.
#include "server/core/rules/consequences.hpp"

#include <algorithm>

#include "server/core/law/checks.hpp"
#include "server/core/rules/injects.hpp"
#include "server/core/rules/prompt.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

constexpr int lowest = 0;
constexpr int highest = 10;

// A clock that stands still has passed nothing.
std::int64_t real_of(const State& state, const Stamp& stamp) {
    return real_when_sim(state.clock, *state.scenario, stamp.sim_ms).value_or(stamp.real_ms);
}

// The first case time that does not lie before this record: within one millisecond of the case
// many real ones may pass.
std::int64_t soonest(const State& state, const Stamp& stamp) {
    return real_of(state, stamp) < stamp.real_ms ? stamp.sim_ms + 1 : stamp.sim_ms;
}

const std::vector<Consequence>* of_decision(const Scenario& scenario, const Cause& cause) {
    const Decision* decision = find(scenario, DecisionId{cause.id});
    if (!decision) return nullptr;
    if (cause.option.empty()) return &decision->when_missed;
    const DecisionOption* option = find(*decision, cause.option);
    return option ? &option->consequences : nullptr;
}

const std::vector<Consequence>* all_of(const Scenario& scenario, const Cause& cause) {
    switch (cause.kind) {
        case CauseKind::decision: return of_decision(scenario, cause);
        case CauseKind::intervention: {
            const auto* intervention = find(scenario, InterventionId{cause.id});
            return intervention ? &intervention->consequences : nullptr;
        }
        case CauseKind::reply: {
            const auto* intervention = find(scenario, InterventionId{cause.id});
            const auto* reply =
                intervention ? find(*intervention, ReplyId{cause.option.value}) : nullptr;
            return reply ? &reply->consequences : nullptr;
        }
        case CauseKind::inject: {
            const auto* inject = find(scenario, InjectId{cause.id});
            return inject ? &inject->consequences : nullptr;
        }
        case CauseKind::time: return &scenario.consequences;
        case CauseKind::showing: return nullptr;  // it only shows
    }
    return nullptr;
}

int value_so_far(const std::vector<Event>& events, const State& state, const TrackChange& change) {
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        if (const auto* changed = std::get_if<TrackChanged>(&*event))
            if (changed->person == change.person && changed->track == change.track)
                return changed->value;
    const auto found = state.tracks.find({change.person, change.track});
    return found == state.tracks.end() ? lowest : found->second;
}

// What a thing that waits for its checks asks; nullptr when it does not wait.
const std::vector<Check>* checks_of(const Scenario& scenario, const Cause& cause) {
    if (cause.kind == CauseKind::showing) {
        const Decision* decision = find(scenario, DecisionId{cause.id});
        const DecisionOption* option = decision ? find(*decision, cause.option) : nullptr;
        return option ? &option->shows_when : nullptr;
    }
    if (cause.kind != CauseKind::time) return nullptr;
    const Consequence* consequence = consequence_of(scenario, cause);
    return consequence && !consequence->at_sim_ms ? &consequence->when : nullptr;
}

void add_offers(std::vector<Event>& events, const std::vector<Offer>& offers, bool open) {
    for (const Offer& offer : offers) events.push_back(OfferChanged{offer, open});
}

void add_effects(std::vector<Event>& events, const State& state, const Consequence& consequence,
                 std::int64_t sim_ms) {
    add_track_changes(events, state, consequence.tracks);
    add_fact_change(events, consequence.facts);
    for (const ItemId& id : consequence.deals)
        if (const Item* item = find(*state.scenario, id))
            events.push_back(ItemDealt{id, item->holders});
    for (const auto& inject : consequence.injects)
        add_inject_effects(events, state, inject, sim_ms);
    add_offers(events, consequence.opens, true);
    add_offers(events, consequence.closes, false);
}

const Ending* ending_of(const State& state, std::int64_t sim_ms) {
    const auto& endings = state.scenario->endings;
    const auto found = std::find_if(endings.begin(), endings.end(), [&](const Ending& ending) {
        return all_hold({state, sim_ms}, ending.when);
    });
    return found == endings.end() ? nullptr : &*found;
}

}  // namespace

const Consequence* consequence_of(const Scenario& scenario, const Cause& cause) {
    const auto* consequences = all_of(scenario, cause);
    const auto index = static_cast<std::size_t>(cause.index);
    const bool exists = consequences && cause.index >= 0 && index < consequences->size();
    return exists ? &(*consequences)[index] : nullptr;
}

void put_on_its_way(State& state, const Record& record, const Cause& cause,
                    const std::vector<Consequence>& consequences) {
    const Stamp& now = record.stamp;
    for (std::size_t index = 0; index < consequences.size(); ++index) {
        const auto after_ms = consequences[index].after_ms;
        // Without delay it comes at once, also inside a cut, where no case time runs.
        const auto at =
            after_ms > 0 ? sim_after(*state.scenario, now.sim_ms, after_ms) : now.sim_ms;
        Cause one = cause;
        one.index = static_cast<int>(index);
        // Of what is used twice at one moment, the second comes a moment later.
        PendingConsequence coming{std::max(at, soonest(state, now)), one};
        while (!state.consequences.insert(coming).second) ++coming.at_sim_ms;
    }
}

void add_track_changes(std::vector<Event>& events, const State& state,
                       const std::vector<TrackChange>& changes) {
    for (const auto& change : changes) {
        if (!state.tracks.contains({change.person, change.track})) continue;
        const int before = value_so_far(events, state, change);
        const int after = std::clamp(before + change.by, lowest, highest);
        if (after != before) events.push_back(TrackChanged{change.person, change.track, after});
    }
}

void add_fact_change(std::vector<Event>& events, const FactChange& change) {
    if (change != FactChange{}) events.push_back(FactsChanged{change});
}

std::vector<Event> consequence_events(const State& state, const Cause& cause, std::int64_t sim_ms) {
    if (cause.kind == CauseKind::showing)
        return {ConsequenceCame{cause, true},
                OfferChanged{{DecisionId{cause.id}, cause.option, {}}, true}};
    const Consequence* consequence = consequence_of(*state.scenario, cause);
    // What waited for its checks came because they held.
    const bool waited = checks_of(*state.scenario, cause) != nullptr;
    const bool held = consequence && (waited || all_hold({state, sim_ms}, consequence->when));
    std::vector<Event> events{ConsequenceCame{cause, held}};
    if (held) add_effects(events, state, *consequence, sim_ms);
    return events;
}

void wait_for_checks(State& state) {
    const Scenario& scenario = *state.scenario;
    for (std::size_t index = 0; index < scenario.consequences.size(); ++index)
        if (!scenario.consequences[index].at_sim_ms)
            state.waiting.insert({CauseKind::time, {}, {}, static_cast<int>(index)});
    for (const Decision& decision : scenario.decisions)
        for (const DecisionOption& option : decision.options)
            if (!option.shows_when.empty())
                state.waiting.insert({CauseKind::showing, decision.id.value, option.id, 0});
}

void bring_what_became_true(State& state, const Record& record) {
    if (state.waiting.empty() || state.phase == SessionPhase::lobby) return;
    const CaseNow now{state, record.stamp.sim_ms};
    std::vector<Cause> true_now;
    for (const Cause& cause : state.waiting)
        if (all_hold(now, *checks_of(*state.scenario, cause))) true_now.push_back(cause);
    for (Cause& cause : true_now) {
        state.waiting.erase(cause);
        state.consequences.insert({soonest(state, record.stamp), std::move(cause)});
    }
}

std::vector<PendingConsequence> waiting_for_time(const State& state) {
    std::vector<PendingConsequence> coming;
    for (const Cause& cause : state.waiting)
        if (const auto at = when_time_has_passed(state, *checks_of(*state.scenario, cause)))
            if (*at > state.clock.swept_sim_ms) coming.push_back({*at, cause});
    return coming;
}

bool waits_for_time(const State& state) {
    return std::ranges::any_of(state.waiting, [&](const Cause& cause) {
        return std::ranges::any_of(*checks_of(*state.scenario, cause), [](const Check& check) {
            return check.kind == CheckKind::time_since;
        });
    });
}

bool is_offered(const State& state, const Offer& offer, bool starts_hidden) {
    const auto changed = state.offers.find(offer);
    return changed == state.offers.end() ? !starts_hidden : changed->second;
}

std::vector<Event> end_events(const State& state, EndReason reason, std::int64_t sim_ms) {
    std::vector<Event> events;
    State after = state;
    for (const auto& decision : state.scenario->decisions) {
        auto& now = after.decisions.at(decision.id);
        if (now.status != DecisionStatus::pending) continue;
        now.status = DecisionStatus::taken;
        events.push_back(DecisionTookEffect{decision.id, now.taken.option});
    }
    append(events, closing_of_all(after));
    append(events, judged_predictions(after));
    events.push_back(SessionEnded{reason});
    // What was stopped in the lobby, or before the case's last stretch, came to no ending.
    const auto last = static_cast<int>(state.scenario->segments.size()) - 1;
    if (state.phase == SessionPhase::lobby || state.clock.segment < last) return events;
    if (const Ending* ending = ending_of(after, sim_ms))
        events.push_back(EndingReached{ending->id});
    return events;
}

// The earliest of this cause: what can be used more than once may have several on their way.
void apply_on(State& state, const Record&, const ConsequenceCame& event) {
    const auto found =
        std::ranges::find(state.consequences, event.cause, &PendingConsequence::cause);
    if (found != state.consequences.end()) state.consequences.erase(found);
    state.waiting.erase(event.cause);
}

void apply_on(State& state, const Record&, const TrackChanged& event) {
    state.tracks[{event.person, event.track}] = event.value;
}

void apply_on(State& state, const Record&, const OfferChanged& event) {
    state.offers.insert_or_assign(event.offer, event.open);
}

void apply_on(State& state, const Record&, const InjectSkipped& event) {
    state.injects[event.inject].status = InjectStatus::skipped;
}

void apply_on(State& state, const Record&, const EndingReached& event) {
    state.ending = event.ending;
}

}  // namespace casustafel::core
