#include "server/core/rules/information.hpp"

#include <algorithm>

#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/law/sharing.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

bool fits(const Item& item, const PersonId& person, Category category) {
    return item.category == category && names(item.about, person);
}

// The request of this id when the actor's role knows of it.
const Request* known_request(const Act& act, EntityId id) {
    const auto found = act.state.requests.find(id);
    if (found == act.state.requests.end()) return nullptr;
    return sees(act.state, act.actor.role, found->second) ? &found->second : nullptr;
}

// Why this role may not answer the request; nothing when it may.
std::optional<Rejection> cannot_answer(const Act& act, const Request& request) {
    if (!names(request.event.to, act.actor.role)) return Rejection::not_asked;
    if (!awaits_answer(act.state, request, act.actor.role)) return Rejection::already_answered;
    return std::nullopt;
}

Outcome answered(RequestAnswered answer) { return std::vector<Event>{std::move(answer)}; }

// Why this share is no answer to the request it names; nothing when it is one, or names none.
std::optional<Rejection> cannot_answer_with(const Act& act, const ShareItem& command,
                                            const std::vector<RoleId>& reached) {
    if (command.request == EntityId::none) return std::nullopt;
    const Request& request = act.state.requests.at(command.request);
    if (const auto rejection = cannot_answer(act, request)) return rejection;
    const bool reaches_asker = names(reached, request.event.asker);
    const Item& item = *find(act.scenario, command.item);
    if (!reaches_asker || !asks_for(request.event, item)) return Rejection::does_not_match;
    return std::nullopt;
}

bool knows_all_named(const Act& act, const ShareItem& command) {
    return sees(act.state, act.actor.role, command.item) &&
           knows(act, Address{command.to, command.meeting}) &&
           find(act.scenario, command.basis) != nullptr &&
           (command.request == EntityId::none || known_request(act, command.request));
}

std::vector<Event> shared(const Act& act, const ShareItem& command, std::vector<RoleId> reached) {
    const bool answers = command.request != EntityId::none;
    std::vector<Event> events{
        judged(act.state, {.share = act.fresh,
                           .item = command.item,
                           .terms = {act.actor.role, command.purpose, command.basis, command.form},
                           .to = std::move(reached),
                           .meeting = command.meeting,
                           .text = command.text,
                           .request = command.request,
                           .partial = command.partial && answers})};
    if (answers) {
        events.push_back(RequestAnswered{.request = command.request,
                                         .by = act.actor.role,
                                         .kind = AnswerKind::shared,
                                         .share = act.fresh});
    }
    return events;
}

// What one recipient knows after a share. A red share tells, but delivers nothing.
void deliver(State& state, const Record& record, const ItemShared& share, const Recipient& to) {
    Holding& held = state.holdings[{to.role, share.item}];
    if (held.form == Form::silent) held.since_sim_ms = record.stamp.sim_ms;
    if (share.form > held.form) {
        held.form = share.form;
        held.share = share.share;
    }
    const bool breach = light(to.verdict) == Light::red;
    Form& reached = breach ? held.breached_form : held.lawful_form;
    reached = std::max(reached, share.form);
}

}  // namespace

bool sees(const State& state, const RoleId& role, const ItemId& item) {
    const Holding* held = holding(state, role, item);
    return held != nullptr && held->form > Form::silent;
}

bool sees(const State&, const RoleId& role, const Share& share) {
    return share.event.giver == role || names(share.event.to, role);
}

bool sees(const State&, const RoleId& role, const Request& request) {
    return request.event.asker == role || names(request.event.to, role);
}

bool sees(const State&, const RoleId& role, const Request& request, const Answer& answer) {
    return request.event.asker == role || answer.by == role;
}

// The stricter table sets it.
std::int64_t term_end(const Scenario& scenario, const Role& asker, const RoleId& asked,
                      std::int64_t sim_ms) {
    const Role& role = *find(scenario, asked);
    const Table* ours = find(scenario, asker.table);
    const Table* theirs = find(scenario, role.table);
    const std::int64_t term_ms =
        std::min(ours ? ours->answer_within_ms : 0, theirs ? theirs->answer_within_ms : 0);
    return sim_after(scenario, sim_ms, term_ms);
}

Outcome decide_on(const Act& act, const ReadItem& command) {
    if (!sees(act.state, act.actor.role, command.item)) return Rejection::unknown;
    const Holding& held = *holding(act.state, act.actor.role, command.item);
    if (held.read_at_sim_ms) return Rejection::already_so;
    return std::vector<Event>{ItemRead{act.actor.role, command.item}};
}

Outcome decide_on(const Act& act, const MarkItem& command) {
    if (!sees(act.state, act.actor.role, command.item)) return Rejection::unknown;
    const Holding& held = *holding(act.state, act.actor.role, command.item);
    if (held.mark == command.mark) return Rejection::already_so;
    return std::vector<Event>{ItemMarked{act.actor.role, command.item, command.mark}};
}

Outcome decide_on(const Act& act, const ShareItem& command) {
    if (!knows_all_named(act, command)) return Rejection::unknown;
    const Form held = form_held(act.state, act.actor.role, command.item);
    if (command.form == Form::silent || command.form > held) return Rejection::form_not_held;
    auto reached = audience(act, Address{command.to, command.meeting});
    if (const auto* rejection = std::get_if<Rejection>(&reached)) return *rejection;
    auto& roles = std::get<std::vector<RoleId>>(reached);
    if (const auto rejection = cannot_answer_with(act, command, roles)) return *rejection;
    if (act.state.shares.size() >= limits::shares) return Rejection::too_much;
    return shared(act, command, std::move(roles));
}

Outcome decide_on(const Act& act, const AskForInformation& command) {
    const MeetingId no_meeting;
    const bool item_known = command.item.empty() || sees(act.state, act.actor.role, command.item);
    if (!item_known || !find(act.scenario, command.person)) return Rejection::unknown;
    if (!knows(act, Address{command.to, no_meeting})) return Rejection::unknown;
    if (command.to.empty()) return Rejection::no_recipients;
    if (command.to.size() > act.scenario.roles.size()) return Rejection::too_many_recipients;
    if (names(command.to, act.actor.role)) return Rejection::to_yourself;
    if (!command.item.empty() &&
        !fits(*find(act.scenario, command.item), command.person, command.category)) {
        return Rejection::does_not_match;
    }
    if (act.state.requests.size() >= limits::requests) return Rejection::too_much;

    RequestMade made{.request = act.fresh,
                     .asker = act.actor.role,
                     .to = in_scenario_order(act.scenario, command.to),
                     .person = command.person,
                     .category = command.category,
                     .item = command.item,
                     .text = command.text};
    const Role& asker = *find(act.scenario, made.asker);
    for (const RoleId& asked : made.to) {
        made.term_ends_sim_ms.push_back(term_end(act.scenario, asker, asked, act.stamp.sim_ms));
    }
    return std::vector<Event>{std::move(made)};
}

Outcome decide_on(const Act& act, const RefuseRequest& command) {
    const Request* request = known_request(act, command.request);
    const bool names_role = !command.offered_role.empty();
    if (!request) return Rejection::unknown;
    if (names_role && !find(act.scenario, command.offered_role)) return Rejection::unknown;
    if (const auto rejection = cannot_answer(act, *request)) return *rejection;
    if (names_role && command.offered_role == act.actor.role) return Rejection::to_yourself;
    if (names_role && command.offered_role == request->event.asker) {
        return Rejection::does_not_match;
    }
    return answered({.request = command.request,
                     .by = act.actor.role,
                     .kind = AnswerKind::refused,
                     .reason = command.reason,
                     .text = command.text,
                     .offered_form = command.offered_form,
                     .offered_role = command.offered_role});
}

Outcome decide_on(const Act& act, const ReferRequest& command) {
    const Request* request = known_request(act, command.request);
    if (!request || !find(act.scenario, command.to)) return Rejection::unknown;
    if (const auto rejection = cannot_answer(act, *request)) return *rejection;
    if (command.to == act.actor.role) return Rejection::to_yourself;
    if (command.to == request->event.asker) return Rejection::does_not_match;
    return answered({.request = command.request,
                     .by = act.actor.role,
                     .kind = AnswerKind::referred,
                     .referred_to = command.to,
                     .text = command.text});
}

Outcome decide_on(const Act& act, const AnswerNotHere& command) {
    const Request* request = known_request(act, command.request);
    if (!request) return Rejection::unknown;
    if (const auto rejection = cannot_answer(act, *request)) return *rejection;
    return answered(
        {.request = command.request, .by = act.actor.role, .kind = AnswerKind::not_here});
}

Outcome decide_on(const Act& act, const LengthenTerms& command) {
    if (!find(act.scenario, command.role)) return Rejection::unknown;
    const auto& requests = act.state.requests;
    const bool waits = std::any_of(requests.begin(), requests.end(), [&](const auto& each) {
        return names(each.second.event.to, command.role) &&
               awaits_answer(act.state, each.second, command.role);
    });
    if (!waits) return Rejection::nothing_waits;
    return std::vector<Event>{TermsLengthened{command.role, command.minutes * 60'000LL}};
}

// A term that is over already begins again now: more time is time to answer in.
void apply_on(State& state, const Record& record, const TermsLengthened& event) {
    for (auto& [id, request] : state.requests) {
        auto& terms = request.event.term_ends_sim_ms;
        const auto asked = std::min(terms.size(), request.event.to.size());
        for (std::size_t at = 0; at < asked; ++at)
            if (request.event.to[at] == event.role && awaits_answer(state, request, event.role))
                terms[at] = sim_after(*state.scenario, std::max(terms[at], record.stamp.sim_ms),
                                      event.by_ms);
    }
}

void apply_on(State& state, const Record& record, const ItemRead& event) {
    Holding& held = state.holdings[{event.role, event.item}];
    if (!held.read_at_sim_ms) held.read_at_sim_ms = record.stamp.sim_ms;
}

void apply_on(State& state, const Record&, const ItemMarked& event) {
    state.holdings[{event.role, event.item}].mark = event.mark;
}

void apply_on(State& state, const Record& record, const ItemShared& event) {
    // What was said aloud is confirmed by another than who said it.
    const ParticipantId by =
        event.aloud ? state.seats[event.giver].occupant : record.actor.participant;
    state.shares.insert_or_assign(event.share, Share{event, record.stamp.sim_ms, by});
    for (const Recipient& recipient : event.recipients) deliver(state, record, event, recipient);
}

void apply_on(State& state, const Record& record, const RequestMade& event) {
    state.requests.insert_or_assign(event.request, Request{event, record.stamp.sim_ms, {}});
}

void apply_on(State& state, const Record& record, const RequestAnswered& event) {
    const auto found = state.requests.find(event.request);
    if (found == state.requests.end()) return;
    found->second.answers.push_back(Answer{event.by, event.kind, event.reason, event.referred_to,
                                           event.share, event.text, record.stamp.sim_ms,
                                           event.offered_form, event.offered_role});
}

}  // namespace casustafel::core
