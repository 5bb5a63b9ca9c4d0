#pragma once
// Who may see what: one law for each kind of thing, `sees(state, role, thing)`, which stands beside
// the thing in the header of its family and is decided among its rules. `decide` answers `unknown`
// by it and the view room projects by it, each through this header. There is no second way to
// decide what a role may see.
#include "server/core/families/state.hpp"
