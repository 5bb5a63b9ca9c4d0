#pragma once
// The only way out: State as one viewer may see it, as keyed entities of the contract. Pure
// functions. Whether a viewer may see a thing is asked of families/visible.hpp and of nobody
// else; what is not disclosed is not projected. No entity differs merely because time went on,
// except in the clock readings that say when they were taken: Session.sim_ms, and the fields whose
// names end in _in_ms.
#include <optional>
#include <vector>

#include "casustafel/v1/view.pb.h"
#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"
#include "server/view/families/subject.hpp"
#include "server/view/families/viewer.hpp"

namespace casustafel::view {

// Everything that could be visible to this viewer, in a fixed order; some of it may project to
// nothing.
std::vector<Key> keys(const core::State&, const Viewer&);

// The entity as this viewer may see it at `now`, or nothing.
std::optional<v1::Entity> project(const core::State&, core::Stamp now, const Viewer&, const Key&);

// Every key whose projection this record may have changed for some viewer; `after` is State with
// the record applied. What is not among them has not changed for anybody.
std::vector<Key> touched(const core::State& after, const core::Record&);

}  // namespace casustafel::view
