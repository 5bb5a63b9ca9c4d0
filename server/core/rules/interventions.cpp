// Interventions: used by who holds the power, on items that the role itself holds, as often as the
// case lets all together. What is filled in or awaits an answer is kept as an inquiry. Which reply
// comes is settled when it is used, so that nothing is judged twice; until it comes a trainer, or
// who plays along with one, may answer by hand.
#include "server/core/rules/interventions.hpp"

#include <algorithm>

#include "server/core/families/visible.hpp"
#include "server/core/law/checks.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/citing.hpp"
#include "server/core/rules/consequences.hpp"
#include "server/core/rules/filling_in.hpp"

namespace casustafel::core {
namespace {

// Others may be using it at this moment: what is left is told last.
std::optional<Rejection> cannot_be_used_now(const Act& act, const Intervention& intervention) {
    if (intervention.from_sim_ms && act.stamp.sim_ms < *intervention.from_sim_ms)
        return Rejection::too_early;
    if (intervention.until_sim_ms && act.stamp.sim_ms > *intervention.until_sim_ms)
        return Rejection::too_late;
    if (!all_hold({act.state, act.stamp.sim_ms}, intervention.when)) return Rejection::not_yet;
    return std::nullopt;
}

bool is_kept(const Intervention& intervention) {
    return !intervention.fields.empty() || !intervention.replies.empty();
}

const Reply* reply_to(const Act& act, const Intervention& intervention,
                      const std::vector<FilledIn>& filled_in) {
    const auto fits = [&](const Reply& reply) {
        return std::ranges::all_of(reply.to,
                                   [&](const FilledIn& wanted) {
                                       return core::filled_in(filled_in, wanted.field) ==
                                              wanted.value;
                                   }) &&
               all_hold({act.state, act.stamp.sim_ms}, reply.when);
    };
    const auto found = std::ranges::find_if(intervention.replies, fits);
    return found == intervention.replies.end() ? nullptr : &*found;
}

// Never at this very moment: the clock brings nothing before what was decided last.
std::int64_t comes_at(const Act& act, const Reply& reply) {
    return sim_after(act.scenario, act.stamp.sim_ms, std::max<std::int64_t>(1, reply.after_ms));
}

const Inquiry* inquiry(const State& state, EntityId use) {
    const auto found = state.inquiries.find(use);
    return found == state.inquiries.end() ? nullptr : &found->second;
}

}  // namespace

int uses_left(const State& state, const Intervention& intervention) {
    const auto counted = state.times_used.find(intervention.id);
    const int used = counted != state.times_used.end()
                         ? counted->second
                         : state.interventions.contains(intervention.id);
    return std::max(0, intervention.times - used);
}

bool sees(const State& state, const RoleId& role, const Intervention& intervention) {
    if (!names(users_of(*state.scenario, intervention), role)) return false;
    return is_offered(state, {{}, {}, intervention.id}, intervention.hidden) ||
           state.interventions.contains(intervention.id);
}

bool sees(const State&, const RoleId& role, const Inquiry& inquiry) {
    return inquiry.event.by == role;
}

Outcome decide_on(const Act& act, const UseIntervention& command) {
    const Intervention* intervention = find(act.scenario, command.intervention);
    if (!intervention) return Rejection::unknown;
    // Everybody knows who has which power; what one can do with it, only who has it.
    if (!sees(act.state, act.actor.role, *intervention)) return Rejection::unknown;
    if (!is_offered(act.state, {{}, {}, intervention->id}, intervention->hidden))
        return Rejection::too_late;
    if (uses_left(act.state, *intervention) == 0) return Rejection::already_used;
    if (const auto rejection = cannot_be_used_now(act, *intervention)) return *rejection;
    if (const auto rejection = cannot_cite(act, command.cited)) return *rejection;
    if (!rests_on_one_of(command.cited, intervention->must_cite)) return Rejection::must_cite;
    if (const auto rejection = cannot_fill_in(act, intervention->fields, command.filled_in))
        return *rejection;
    InterventionUsed used{.intervention = command.intervention,
                          .by = act.actor.role,
                          .cited = each_once(command.cited),
                          .text = command.text,
                          .filled_in = in_order(intervention->fields, command.filled_in),
                          .reply = {}};
    if (is_kept(*intervention)) {
        if (act.state.inquiries.size() >= limits::intervention_uses) return Rejection::too_much;
        used.use = act.fresh;
        if (const Reply* reply = reply_to(act, *intervention, used.filled_in)) {
            used.reply = reply->id;
            used.reply_at_sim_ms = comes_at(act, *reply);
        }
    }
    return std::vector<Event>{std::move(used)};
}

Outcome decide_on(const Act& act, const ReplyByHand& command) {
    const Inquiry* asked = inquiry(act.state, command.use);
    if (!asked) return Rejection::unknown;
    if (asked->answered) return Rejection::already_answered;
    const Intervention& intervention = *find(act.scenario, asked->event.intervention);
    if (command.reply.empty() ? is_blank(command.text) : !find(intervention, command.reply))
        return command.reply.empty() ? Rejection::empty_text : Rejection::unknown;
    return std::vector<Event>{
        InterventionAnswered{command.use, intervention.id, command.reply, command.text}};
}

std::vector<ReplyDue> replies_due(const State& state) {
    std::vector<ReplyDue> due;
    for (const auto& [use, asked] : state.inquiries)
        if (!asked.answered && !asked.event.reply.empty())
            due.push_back({asked.event.reply_at_sim_ms,
                           {use, asked.event.intervention, asked.event.reply, {}}});
    return due;
}

void apply_on(State& state, const Record& record, const InterventionUsed& event) {
    const Intervention* written = find(*state.scenario, event.intervention);
    state.interventions.insert_or_assign(event.intervention,
                                         InterventionUse{event, record.stamp.sim_ms});
    if (event.use != EntityId::none)
        state.inquiries.insert_or_assign(event.use, Inquiry{event, record.stamp.sim_ms});
    if (written == nullptr) return;
    if (written->times > 1) ++state.times_used[event.intervention];
    put_on_its_way(state, record, {CauseKind::intervention, event.intervention.value, {}, 0},
                   written->consequences);
}

void apply_on(State& state, const Record& record, const InterventionAnswered& event) {
    Inquiry& asked = state.inquiries[event.use];
    asked.answered = true;
    asked.answer = event;
    asked.answered_at_sim_ms = record.stamp.sim_ms;
    const Intervention* written = find(*state.scenario, event.intervention);
    const Reply* reply = written ? find(*written, event.reply) : nullptr;
    if (reply != nullptr)
        put_on_its_way(state, record,
                       {CauseKind::reply, event.intervention.value, {event.reply.value}, 0},
                       reply->consequences);
}

}  // namespace casustafel::core
