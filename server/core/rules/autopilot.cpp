#include "server/core/rules/autopilot.hpp"

#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/core/law/sharing.hpp"
#include "server/core/law/verdict.hpp"
#include "server/core/values/clock.hpp"

namespace casustafel::core {
namespace {

std::vector<RoleId> autopilot_roles(const State& state) {
    std::vector<RoleId> roles;
    for (const auto& [role, seat] : state.seats)
        if (seat.autopilot) roles.push_back(role);
    return roles;
}

// Some case time after it was asked, or after it sat down to an older question.
std::int64_t answers_at(const State& state, const RoleId& role, std::int64_t asked_at_sim_ms) {
    const auto from = std::max(asked_at_sim_ms, state.seats.at(role).autopilot_since_sim_ms);
    return sim_after(*state.scenario, from, limits::autopilot_answers_after_ms);
}

// What it would give, and how.
struct Gift {
    const Item* item = nullptr;
    ShareTerms terms;
};

// The need of the asker that the item's card speaks of; the least of several, nullptr without.
const Need* need_of(const Item& item, const RoleId& asker) {
    const Need* least = nullptr;
    for (const auto& need : item.needs)
        if (need.role == asker && (!least || need.min_form < least->min_form)) least = &need;
    return least;
}

// Whether the role gave this item to the asker before, in this form or a richer one.
bool gave_before(const State& state, const Gift& gift, const RoleId& asker) {
    return std::any_of(state.shares.begin(), state.shares.end(), [&](const auto& entry) {
        const ItemShared& share = entry.second.event;
        return share.giver == gift.terms.giver && share.item == gift.item->id &&
               share.form >= gift.terms.form && names(share.to, asker);
    });
}

// The grant by which the role may give the item to the asker now: one for what the asker needs it
// for before another, then the first listed.
const Grant* usable_grant(const State& state, const Item& item, const RoleId& giver,
                          const RoleId& asker, const Need* need) {
    const Grant* first = nullptr;
    for (const auto& grant : item.grants) {
        const bool usable =
            covers(grant, giver, asker) && grant.max_form > Form::silent &&
            !grant.purposes.empty() && !grant.bases.empty() &&
            std::all_of(grant.when.begin(), grant.when.end(), [&](const Condition& condition) {
                return holds(state, condition, item, giver, asker);
            });
        if (!usable) continue;
        if (!need || names(grant.purposes, need->purpose)) return &grant;
        if (!first) first = &grant;
    }
    return first;
}

// What it may lawfully give of this item, in the least form that serves; nothing when it may not.
std::optional<Gift> gift_of(const State& state, const Item& item, const RoleId& giver,
                            const RoleId& asker) {
    const Need* need = need_of(item, asker);
    Form form =
        std::min(need ? need->min_form : Form::conclusion, holding(state, giver, item.id)->form);
    Gift gift{&item, {giver, need ? need->purpose : Purpose{}, BasisId{"OPEN"}, form}};
    if (item.sensitivity > 0) {
        const Grant* grant = usable_grant(state, item, giver, asker, need);
        if (!grant) return std::nullopt;
        gift.terms.form = std::min(form, grant->max_form);
        const bool fits = need && names(grant->purposes, need->purpose);
        gift.terms.purpose = fits ? need->purpose : grant->purposes.front();
        gift.terms.basis = grant->bases.front();
    }
    if (!has_lawful_way(state, item, giver, asker, gift.terms.form)) return std::nullopt;
    return gift;
}

// Made by the clock, so its id follows from the request and the role that answers.
EntityId id_of_share(const AutopilotTask& task) {
    return derived_id(static_cast<std::uint64_t>(task.request), task.role.value);
}

std::vector<Event> giving(const State& state, const AutopilotTask& task, const RoleId& asker,
                          const Gift& gift) {
    const auto share = id_of_share(task);
    return {
        judged(state, {.share = share,
                       .item = gift.item->id,
                       .terms = gift.terms,
                       .to = {asker},
                       .meeting = {},
                       .text = {},
                       .request = task.request}),
        RequestAnswered{
            .request = task.request, .by = task.role, .kind = AnswerKind::shared, .share = share}};
}

std::vector<Event> refusing(const AutopilotTask& task, RefusalReason reason) {
    return {RequestAnswered{
        .request = task.request, .by = task.role, .kind = AnswerKind::refused, .reason = reason}};
}

std::vector<Event> answering(const State& state, const AutopilotTask& task) {
    const RequestMade& asked = state.requests.at(task.request).event;
    std::optional<Gift> chosen;
    bool holds_one = false, given_all = false;
    for (const auto& item : state.scenario->items) {
        const Holding* held = holding(state, task.role, item.id);
        if (!asks_for(asked, item) || !held || held->form == Form::silent) continue;
        holds_one = true;
        const auto gift = gift_of(state, item, task.role, asked.asker);
        if (!gift) continue;
        const bool old = gave_before(state, *gift, asked.asker);
        given_all = given_all || old;
        // What the asker needs goes before what merely fits the question.
        const bool better = !chosen || (need_of(item, asked.asker) != nullptr &&
                                        need_of(*chosen->item, asked.asker) == nullptr);
        if (!old && better) chosen = gift;
    }
    const bool room = state.shares.size() < limits::shares;
    if (chosen && room) return giving(state, task, asked.asker, *chosen);
    if (given_all) return refusing(task, RefusalReason::not_necessary);
    if (holds_one) return refusing(task, RefusalReason::no_basis);
    return {
        RequestAnswered{.request = task.request, .by = task.role, .kind = AnswerKind::not_here}};
}

}  // namespace

// This is asked at every command, over everything that was ever asked: the cheap question whether
// an autopilot is meant goes first.
std::vector<AutopilotTask> autopilot_tasks(const State& state) {
    std::vector<AutopilotTask> tasks;
    const auto autopilots = autopilot_roles(state);
    if (autopilots.empty()) return tasks;
    for (const auto& [id, request] : state.requests)
        for (const auto& role : request.event.to)
            if (names(autopilots, role) && awaits_answer(state, request, role))
                tasks.push_back(
                    {answers_at(state, role, request.at_sim_ms), role, id, EntityId::none});
    for (const auto& [id, action] : state.plan)
        for (const auto& role : action.terms.informed)
            if (!action.withdrawn && names(autopilots, role) && !action.confirmed.contains(role))
                tasks.push_back(
                    {answers_at(state, role, action.changed_at_sim_ms), role, EntityId::none, id});
    return tasks;
}

std::vector<Event> carry_out(const State& state, const AutopilotTask& task) {
    if (task.action != EntityId::none) return {ActionConfirmed{task.action, task.role}};
    return answering(state, task);
}

}  // namespace casustafel::core
