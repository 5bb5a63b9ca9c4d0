#pragma once
// Inside core only: what every rule may look at. COMMAND and EVENT in the header of each family
// declare `decide_on` and `apply_on`; their bodies stand next to each other in the file here that
// has the family's name, and what one family asks of another in the header beside it.
#include <iterator>

#include "server/core/rules/decide.hpp"

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
