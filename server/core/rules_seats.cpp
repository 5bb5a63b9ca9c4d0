#include "server/core/limits.hpp"
#include "server/core/rules.hpp"

namespace casustafel::core {

Outcome decide_on(const Act&, const AssignRole&) { return Rejection::unknown; }      // branch only
Outcome decide_on(const Act&, const SeatAutopilot&) { return Rejection::unknown; }   // branch only
Outcome decide_on(const Act&, const StandIn&) { return Rejection::unknown; }         // branch only
Outcome decide_on(const Act&, const CallPause&) { return Rejection::unknown; }       // branch only
Outcome decide_on(const Act&, const CallForHelp&) { return Rejection::unknown; }     // branch only
Outcome decide_on(const Act&, const AnswerHelp&) { return Rejection::unknown; }      // branch only
Outcome decide_on(const Act&, const Whisper&) { return Rejection::unknown; }         // branch only
Outcome decide_on(const Act&, const BookmarkMoment&) { return Rejection::unknown; }  // branch only
void apply_on(State&, const Record&, const AutopilotSeated&) {}                      // branch only
void apply_on(State&, const Record&, const AutopilotLeft&) {}                        // branch only
void apply_on(State&, const Record&, const StandInStarted&) {}                       // branch only
void apply_on(State&, const Record&, const StandInEnded&) {}                         // branch only
void apply_on(State&, const Record&, const PauseCalled&) {}                          // branch only
void apply_on(State&, const Record&, const HelpCalled&) {}                           // branch only
void apply_on(State&, const Record&, const HelpAnswered&) {}                         // branch only
void apply_on(State&, const Record&, const Whispered&) {}                            // branch only
void apply_on(State&, const Record&, const MomentBookmarked&) {}                     // branch only

}  // namespace casustafel::core
