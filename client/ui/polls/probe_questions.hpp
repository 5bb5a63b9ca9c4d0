#pragma once
// The questions of a poll as a dialog: what is chosen, what became of it, and what is still below.
#include "client/ui/polls/probe.hpp"

namespace casustafel::ui {

void draw_probe_questions(Panel& panel, ProbeState& state, const v1::Probe& probe);

}  // namespace casustafel::ui
