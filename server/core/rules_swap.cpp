#include "server/core/limits.hpp"
#include "server/core/rules.hpp"

namespace casustafel::core {

Outcome decide_on(const Act&, const StartSwap&) { return Rejection::unknown; }    // branch only
Outcome decide_on(const Act&, const AdvanceSwap&) { return Rejection::unknown; }  // branch only
Outcome decide_on(const Act&, const CancelSwap&) { return Rejection::unknown; }   // branch only
Outcome decide_on(const Act&, const WriteHandoverNote&) {
    return Rejection::unknown;
}  // branch only
Outcome decide_on(const Act&, const SayReady&) { return Rejection::unknown; }  // branch only
void apply_on(State&, const Record&, const SwapStarted&) {}                    // branch only
void apply_on(State&, const Record&, const HandoverNoteWritten&) {}            // branch only
void apply_on(State&, const Record&, const RoleReady&) {}                      // branch only
void apply_on(State&, const Record&, const RolesSwapped&) {}                   // branch only
void apply_on(State&, const Record&, const SwapFinished&) {}                   // branch only
void apply_on(State&, const Record&, const SwapCancelled&) {}                  // branch only

}  // namespace casustafel::core
