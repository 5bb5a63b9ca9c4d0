#pragma once
// Inside core only: what every rule may look at. The declarations of `decide_on` and `apply_on`
// stand beside their commands and events in the header of each family, their bodies next to each
// other in its rules_*.cpp; what one family asks of another stands in that one's rules_*.hpp.
#include <iterator>

#include "server/core/decide.hpp"

namespace casustafel::core {

// A command on its way.
struct Act {
    const State& state;
    const Scenario& scenario;
    const Actor& actor;
    Stamp stamp;
    EntityId fresh;
};

// These events, after those.
inline void append(std::vector<Event>& events, std::vector<Event> more) {
    events.insert(events.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

}  // namespace casustafel::core
