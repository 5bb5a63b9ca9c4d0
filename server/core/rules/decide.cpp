// The dispatch of `decide`, and the checks that all families share: who may ask this, and when.
#include "server/core/rules/decide.hpp"

#include <algorithm>
#include <type_traits>

#include "server/core/rules/emergence.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/values/invariant.hpp"

namespace casustafel::core {

namespace {

using Objection = std::optional<Rejection>;

Objection unless(bool allowed, Rejection otherwise) {
    return allowed ? Objection{} : Objection{otherwise};
}

Objection against_participant(const State& state, const Actor& actor) {
    if (actor.kind != ActorKind::participant) return Rejection::participant_only;
    const auto found = state.participants.find(actor.participant);
    return unless(found != state.participants.end() && found->second.present, Rejection::unknown);
}

Objection against_role(const State& state, const Actor& actor) {
    if (actor.role.empty()) return Rejection::not_your_role;
    const auto found = state.seats.find(actor.role);
    if (found == state.seats.end()) return Rejection::unknown;
    const Seat& seat = found->second;
    if (actor.kind == ActorKind::trainer) return unless(seat.stand_in, Rejection::not_your_role);
    if (seat.occupant == actor.participant) return std::nullopt;
    return seat.former.contains(actor.participant) ? Rejection::role_changed
                                                   : Rejection::not_your_role;
}

// A role may be left out of what needs none; one that is named must be held now.
Objection against_named_role(const State& state, const Actor& actor) {
    return actor.role.empty() ? std::nullopt : against_role(state, actor);
}

Objection against_who(const State& state, const Actor& actor, Who who) {
    switch (who) {
        case Who::newcomer:
            if (actor.kind != ActorKind::participant) return Rejection::participant_only;
            return unless(actor.participant == ParticipantId::nobody, Rejection::already_so);
        case Who::participant:
            if (const auto objection = against_participant(state, actor)) return objection;
            return against_named_role(state, actor);
        case Who::participant_or_trainer:
            if (actor.kind == ActorKind::trainer) return against_named_role(state, actor);
            return against_who(state, actor, Who::participant);
        case Who::seated_or_trainer:
            if (actor.kind == ActorKind::trainer && actor.role.empty()) return std::nullopt;
            return against_who(state, actor, Who::seated);
        case Who::seated:
            if (actor.kind == ActorKind::trainer) return against_role(state, actor);
            if (const auto objection = against_participant(state, actor)) return objection;
            return against_role(state, actor);
        case Who::trainer:
            if (actor.kind != ActorKind::trainer) return Rejection::trainer_only;
            return against_named_role(state, actor);
        case Who::host: return unless(actor.kind == ActorKind::host, Rejection::no_power);
    }
    invariant(false, "every kind of asker is judged");
    return std::nullopt;
}

Objection against_when(const State& state, When when) {
    const SessionPhase phase = state.phase;
    if (when == When::always) return std::nullopt;
    if (phase == SessionPhase::ended) return Rejection::session_ended;
    if (when == When::before_end) return std::nullopt;
    if (phase == SessionPhase::lobby) return Rejection::not_started;
    if (when == When::once_started) return std::nullopt;
    if (phase == SessionPhase::paused) return Rejection::session_paused;
    const bool swapping = state.swap.stage != SwapStage::none;
    if (when == When::in_swap) return unless(swapping, Rejection::no_swap);
    const bool asking = holding_prompt(state) != nullptr;
    if (asking) return Rejection::prompt_open;
    return unless(!swapping, Rejection::swap_under_way);
}

// The end goes first: after it nobody is told anything else. Then who asks, then whether it is the
// time.
Objection against(const State& state, const Actor& actor, const Gate& at) {
    if (at.when != When::always && state.phase == SessionPhase::ended)
        return Rejection::session_ended;
    if (const auto objection = against_who(state, actor, at.who)) return objection;
    return against_when(state, at.when);
}

// Whether nobody is told anything else: of prompts only while none is open after the end.
template <class C>
bool is_over(const State& state) {
    constexpr bool of_prompts = std::is_same_v<C, AnswerPrompt> || std::is_same_v<C, ClosePrompt>;
    if (!of_prompts || state.phase != SessionPhase::ended) return false;
    return std::ranges::none_of(state.scenario->prompts, [&](const Prompt& prompt) {
        return status_of(state, prompt.id) == PromptStatus::open;
    });
}

}  // namespace

Outcome decide(const State& state, const Actor& actor, const Command& command,
               const Circumstances& circumstances) {
    const Act act{state, *state.scenario, actor,
                  stamp_at(state.clock, *state.scenario, circumstances.real_ms),
                  circumstances.fresh};
    Outcome outcome = std::visit(
        [&]<class C>(const C& wanted) -> Outcome {
            if (is_over<C>(state)) return Rejection::session_ended;
            if (const auto objection = against(state, actor, C::gate)) return *objection;
            return decide_on(act, wanted);
        },
        command);
    auto* events = std::get_if<std::vector<Event>>(&outcome);
    invariant(!events || !events->empty(), "an accepted command makes at least one event");
    if (events) add_emergences(*events, state);
    return outcome;
}

}  // namespace casustafel::core
