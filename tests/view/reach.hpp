#pragma once
// The model of what reaches a viewer, written from design and core alone and never asking the view
// room: an act that does not reach a viewer must leave no trace in what that viewer gets.
#include "server/core/families/event.hpp"
#include "server/core/families/state.hpp"
#include "server/view/families/viewer.hpp"

namespace casustafel::view {

// Whether the viewer (a seat or a role) may notice that this happened; `before` is the state it
// happens in.
bool reaches(const core::State& before, const Viewer&, const core::Event&);

}  // namespace casustafel::view
