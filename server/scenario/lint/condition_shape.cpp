#include "server/scenario/lint/condition_shape.hpp"

namespace casustafel::scenario {
namespace {

using core::ConditionKind;
using text::Key;

// What goes with a condition besides its name.
struct Asks {
    bool person = false, subject = false, years = false;
};

Asks allowed_with(ConditionKind kind) {
    switch (kind) {
        case ConditionKind::consent:
        case ConditionKind::measure: return {.person = true, .subject = true, .years = false};
        case ConditionKind::minor:
        case ConditionKind::acute: return {.person = true, .subject = false, .years = false};
        case ConditionKind::age: return {.person = true, .subject = false, .years = true};
        case ConditionKind::present_in_circle:
            return {.person = false, .subject = true, .years = false};
        case ConditionKind::triage_accepted:
        case ConditionKind::weighing_recorded:
        case ConditionKind::authority_agrees:
        case ConditionKind::covenant:
        case ConditionKind::person_is_informed:
        case ConditionKind::privacy_advice: break;
    }
    return {};
}

}  // namespace

void check_condition_shape(const core::Condition& condition, Findings& findings,
                           const std::string& path) {
    const std::string word(core::name(condition.kind));
    const Asks asks = allowed_with(condition.kind);
    const bool extra = (!condition.person.empty() && !asks.person) ||
                       (!condition.subject.empty() && !asks.subject) ||
                       (condition.years != 0 && !asks.years);
    if (extra) findings.report(path, {Key::diagnostic_condition_asks_less, {word}});
    if (asks.years && condition.years == 0)
        findings.report(path, {Key::diagnostic_condition_asks, {word, "years"}});
}

}  // namespace casustafel::scenario
