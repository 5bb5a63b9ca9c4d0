#include "server/core/limits.hpp"
#include "server/core/rules.hpp"

namespace casustafel::core {

void apply_on(State&, const Record&, const ConsequenceCame&) {}  // branch only
void apply_on(State&, const Record&, const TrackChanged&) {}     // branch only
void apply_on(State&, const Record&, const InjectSkipped&) {}    // branch only
void apply_on(State&, const Record&, const EndingReached&) {}    // branch only

}  // namespace casustafel::core
