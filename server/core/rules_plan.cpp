#include "server/core/limits.hpp"
#include "server/core/rules.hpp"

namespace casustafel::core {

Outcome decide_on(const Act&, const AddAction&) { return Rejection::unknown; }       // branch only
Outcome decide_on(const Act&, const ChangeAction&) { return Rejection::unknown; }    // branch only
Outcome decide_on(const Act&, const WithdrawAction&) { return Rejection::unknown; }  // branch only
Outcome decide_on(const Act&, const ConfirmAction&) { return Rejection::unknown; }   // branch only
void apply_on(State&, const Record&, const ActionAdded&) {}                          // branch only
void apply_on(State&, const Record&, const ActionChanged&) {}                        // branch only
void apply_on(State&, const Record&, const ActionWithdrawn&) {}                      // branch only
void apply_on(State&, const Record&, const ActionConfirmed&) {}                      // branch only

}  // namespace casustafel::core
