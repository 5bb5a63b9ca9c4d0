// The trainer's corrections of the score (README.md §corrections): something was a slip of the
// mouse, or went otherwise in the room. Nothing in the session changes; the score is also counted
// without it. They can be made after the end too, when the group tells how it was.
#include "server/core/rules/audience.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

bool exists(const State& state, const CorrectionTarget& target) {
    switch (target.kind) {
        case CorrectionKind::share: return state.shares.contains(target.made);
        case CorrectionKind::request: return state.requests.contains(target.made);
        case CorrectionKind::action: return state.plan.contains(target.made);
        case CorrectionKind::decision: return find(*state.scenario, target.decision) != nullptr;
    }
    return false;
}

// What the kind does not ask about is left out, so that one thing has one name.
CorrectionTarget tidy(CorrectionTarget target) {
    if (target.kind == CorrectionKind::decision) target.made = EntityId::none;
    if (target.kind != CorrectionKind::decision) target.decision = {};
    return target;
}

}  // namespace

Outcome decide_on(const Act& act, const CorrectScore& wanted) {
    if (act.state.phase == SessionPhase::lobby) return Rejection::not_started;
    const auto target = tidy(wanted.target);
    if (!exists(act.state, target)) return Rejection::unknown;
    if (is_blank(wanted.reason)) return Rejection::empty_text;
    if (act.state.corrections.contains(target) == wanted.leave_out) return Rejection::already_so;
    return std::vector<Event>{ScoreCorrected{target, wanted.leave_out, wanted.reason}};
}

void apply_on(State& state, const Record& record, const ScoreCorrected& event) {
    if (event.leave_out)
        state.corrections.insert_or_assign(event.target,
                                           Correction{event.reason, record.stamp.sim_ms});
    else
        state.corrections.erase(event.target);
}

}  // namespace casustafel::core
