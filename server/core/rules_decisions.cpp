#include "server/core/limits.hpp"
#include "server/core/rules.hpp"

namespace casustafel::core {

Outcome decide_on(const Act&, const ProposeDecision&) { return Rejection::unknown; }  // branch only
Outcome decide_on(const Act&, const TakeDecision&) { return Rejection::unknown; }     // branch only
Outcome decide_on(const Act&, const RetractDecision&) { return Rejection::unknown; }  // branch only
Outcome decide_on(const Act&, const HastenDecision&) { return Rejection::unknown; }   // branch only
Outcome decide_on(const Act&, const UseIntervention&) { return Rejection::unknown; }  // branch only
void apply_on(State&, const Record&, const DecisionProposed&) {}                      // branch only
void apply_on(State&, const Record&, const DecisionPended&) {}                        // branch only
void apply_on(State&, const Record&, const DecisionRetracted&) {}                     // branch only
void apply_on(State&, const Record&, const DecisionTookEffect&) {}                    // branch only
void apply_on(State&, const Record&, const DecisionDeadlinePassed&) {}                // branch only
void apply_on(State&, const Record&, const InterventionUsed&) {}                      // branch only

}  // namespace casustafel::core
