#pragma once
// A small case that nobody wrote: two tables, a few roles, items with needs, grants and red lines,
// meetings, injects and segments with cuts, all from one seed. Every text in it is different and
// says whose it is
// ("item I2 facts"), so a test can tell which of them went where. Valid as the scenario reader
// would have it, with the corners that hand-written cases avoid: things due inside a cut, at the
// first and the last instant, two at once, and after the end.
#include "server/core/values/scenario.hpp"
#include "tests/support/core/seed.hpp"

namespace casustafel::support {

core::Scenario random_scenario(Seed&);

}  // namespace casustafel::support
