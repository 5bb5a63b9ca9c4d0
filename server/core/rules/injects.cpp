// Injects, the items that reach their holders, and the trainer looking through a role.
//
// An inject of the case that the trainer fired and took back waits again: it still comes at its own
// time when that lies ahead, and by hand at any time. Its own time passing while it was pending is
// no second chance for the clock. An improvised one that was taken back is gone. One that the clock
// skipped, because what it asks was not so or the trainer held it back, can still be fired by hand:
// the trainer always may.
#include "server/core/rules/injects.hpp"

#include <algorithm>

#include "proto/contract/hex.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/consequences.hpp"
#include "server/core/rules/information.hpp"
#include "server/core/rules/prompt.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/values/limits.hpp"

namespace casustafel::core {

namespace {

const InjectState* inject_of(const State& state, const InjectId& id) {
    const auto found = state.injects.find(id);
    return found == state.injects.end() ? nullptr : &found->second;
}

std::int64_t window_ends(const Act& act) { return act.stamp.active_ms + limits::pending_window_ms; }

bool can_be_fired(const InjectState& inject) {
    return inject.status == InjectStatus::waiting || inject.status == InjectStatus::skipped;
}

InjectId improvised_id(EntityId fresh) {
    return {contract::to_hex(static_cast<std::uint64_t>(fresh))};
}

std::size_t improvised_count(const State& state) {
    std::size_t found = 0;
    for (const auto& [id, inject] : state.injects) found += inject.improvised ? 1 : 0;
    return found;
}

// Made by the case, so its id follows from the inject and its place in it.
EntityId id_of_scripted(const Inject& inject, std::size_t index) {
    return derived_id(index, inject.id.value);
}

RequestMade scripted_request(const Scenario& scenario, const Inject& inject, std::size_t index,
                             std::int64_t sim_ms) {
    const ScriptedAsk& ask = inject.asks[index];
    RequestMade made{.request = id_of_scripted(inject, index),
                     .asker = ask.from,
                     .to = in_scenario_order(scenario, ask.to),
                     .person = ask.person,
                     .category = ask.category,
                     .item = ask.item,
                     .text = {},
                     .term_ends_sim_ms = {},
                     .scripted = {inject.id, static_cast<int>(index)}};
    for (const RoleId& asked : made.to)
        made.term_ends_sim_ms.push_back(
            term_end(scenario, *find(scenario, made.asker), asked, sim_ms));
    return made;
}

ActionAdded scripted_action(const Inject& inject, std::size_t index) {
    const ScriptedAction& action = inject.actions[index];
    ActionTerms terms;
    terms.lead = action.lead;
    terms.items = action.items;
    return {id_of_scripted(inject, index),
            action.author,
            std::move(terms),
            {inject.id, static_cast<int>(index)}};
}

// Questions of roles that only autopilots play, and actions that were begun.
void add_scripted(std::vector<Event>& events, const State& state, const Inject& inject,
                  std::int64_t sim_ms) {
    for (std::size_t index = 0; index < inject.asks.size(); ++index)
        events.push_back(scripted_request(*state.scenario, inject, index, sim_ms));
    for (std::size_t index = 0; index < inject.actions.size(); ++index)
        events.push_back(scripted_action(inject, index));
}

}  // namespace

bool sees(const State& state, const RoleId& role, const InjectId& id) {
    const auto found = state.injects.find(id);
    if (found == state.injects.end()) return false;
    const InjectState& now = found->second;
    if (now.status != InjectStatus::effective) return false;
    if (now.improvised) return names_or_any(now.to, role);
    const Inject* inject = find(*state.scenario, id);
    return inject != nullptr && names_or_any(inject->to, role);
}

Outcome decide_on(const Act& act, const FireInject& wanted) {
    const auto* inject = inject_of(act.state, wanted.inject);
    if (!inject) return Rejection::unknown;
    if (!can_be_fired(*inject)) return Rejection::already_fired;
    return std::vector<Event>{InjectPended{wanted.inject, window_ends(act), {}, {}, {}}};
}

// As if its time had come and what it asks was not so: from then on it is the trainer's.
Outcome decide_on(const Act& act, const HoldBackInject& wanted) {
    const auto* inject = inject_of(act.state, wanted.inject);
    const auto* written = find(act.scenario, wanted.inject);
    if (!inject || !written) return Rejection::unknown;
    if (inject->status == InjectStatus::skipped) return Rejection::already_so;
    if (inject->status != InjectStatus::waiting) return Rejection::already_fired;
    return std::vector<Event>{InjectSkipped{wanted.inject}};
}

Outcome decide_on(const Act& act, const ImproviseInject& wanted) {
    if (!knows(act, {wanted.to, {}})) return Rejection::unknown;
    if (is_blank(wanted.text)) return Rejection::empty_text;
    if (improvised_count(act.state) >= limits::improvised_injects) return Rejection::too_much;
    const auto id = improvised_id(act.fresh);
    if (inject_of(act.state, id)) return Rejection::already_so;
    return std::vector<Event>{InjectPended{id, window_ends(act), wanted.title, wanted.text,
                                           in_scenario_order(act.scenario, wanted.to)}};
}

Outcome decide_on(const Act& act, const RetractInject& wanted) {
    const auto* inject = inject_of(act.state, wanted.inject);
    if (!inject) return Rejection::unknown;
    if (inject->status != InjectStatus::pending) return Rejection::not_pending;
    return std::vector<Event>{InjectRetracted{wanted.inject}};
}

Outcome decide_on(const Act& act, const HastenInject& wanted) {
    const auto* inject = inject_of(act.state, wanted.inject);
    if (!inject) return Rejection::unknown;
    if (inject->status != InjectStatus::pending) return Rejection::not_pending;
    std::vector<Event> events;
    add_inject_effects(events, act.state, wanted.inject, act.stamp.sim_ms);
    return events;
}

Outcome decide_on(const Act& act, const LookThroughRole& wanted) {
    if (!find(act.scenario, wanted.role)) return Rejection::unknown;
    return std::vector<Event>{RoleLookedThrough{wanted.role}};
}

void add_inject_effects(std::vector<Event>& events, const State& state, const InjectId& id,
                        std::int64_t sim_ms) {
    const auto* now = inject_of(state, id);
    if (!now || now->status == InjectStatus::effective) return;
    if (std::find(events.begin(), events.end(), Event{InjectTookEffect{id}}) != events.end())
        return;
    events.push_back(InjectTookEffect{id});
    const auto* inject = find(*state.scenario, id);
    if (!inject) return;
    for (const auto& dealt : inject->deals)
        if (const auto* item = find(*state.scenario, dealt))
            events.push_back(ItemDealt{dealt, item->holders});
    add_fact_change(events, inject->facts);
    add_track_changes(events, state, inject->tracks);
    add_scripted(events, state, *inject, sim_ms);
}

void apply_on(State& state, const Record& record, const ItemDealt& event) {
    state.available.emplace(event.item, record.stamp.sim_ms);
    for (const auto& role : event.to) {
        auto& holding = state.holdings[{role, event.item}];
        if (holding.original) continue;
        holding.form = Form::source;
        holding.lawful_form = Form::source;
        holding.original = true;
        holding.since_sim_ms = record.stamp.sim_ms;
        holding.share = EntityId::none;
    }
}

void apply_on(State& state, const Record&, const InjectPended& event) {
    auto& inject = state.injects[event.inject];
    inject.status = InjectStatus::pending;
    inject.effective_at_active_ms = event.effective_at_active_ms;
    if (find(*state.scenario, event.inject)) return;
    inject.improvised = true;
    inject.title = event.title;
    inject.text = event.text;
    inject.to = event.to;
}

void apply_on(State& state, const Record&, const InjectRetracted& event) {
    auto& inject = state.injects[event.inject];
    inject.status = inject.improvised ? InjectStatus::retracted : InjectStatus::waiting;
    inject.effective_at_active_ms = 0;
}

void apply_on(State& state, const Record& record, const InjectTookEffect& event) {
    auto& inject = state.injects[event.inject];
    inject.status = InjectStatus::effective;
    inject.effective_at_active_ms = 0;
    inject.at_sim_ms = record.stamp.sim_ms;
    if (const auto* written = find(*state.scenario, event.inject))
        put_on_its_way(state, record, {CauseKind::inject, event.inject.value, {}, 0},
                       written->consequences);
    for (const auto& prompt : state.scenario->prompts)
        if (prompt.moment == PromptMoment::inject && prompt.inject == event.inject)
            put_on_its_way(state, record, prompt.id);
}

void apply_on(State& state, const Record&, const RoleLookedThrough& event) {
    state.looked_through.insert(event.role);
}

}  // namespace casustafel::core
