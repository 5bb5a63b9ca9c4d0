#include "server/core/limits.hpp"
#include "server/core/rules.hpp"

namespace casustafel::core {

Outcome decide_on(const Act&, const RegisterSpokenShare&) {
    return Rejection::unknown;
}  // branch only
Outcome decide_on(const Act&, const ConfirmSpokenShare&) {
    return Rejection::unknown;
}  // branch only
Outcome decide_on(const Act&, const NoteGutFeeling&) { return Rejection::unknown; }  // branch only
void apply_on(State&, const Record&, const SpokenShareRegistered&) {}                // branch only
void apply_on(State&, const Record&, const SpokenShareAnswered&) {}                  // branch only
void apply_on(State&, const Record&, const GutFeelingNoted&) {}                      // branch only

}  // namespace casustafel::core
