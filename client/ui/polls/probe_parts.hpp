#pragma once
// Inside the poll of a participant only: what was chosen, what the server has of it, and the dialog
// over both.
#include "client/ui/polls/probe.hpp"

namespace casustafel::ui {

// What the server has.
ProbeChoices probe_said(const v1::Probe& probe);
// What was chosen; at first what the server already has.
ProbeDraft& draft_of(const Panel& panel, const v1::Probe& probe, ProbeState& state);
// The server has what was chosen, and nothing else is on its way.
bool probe_received(const v1::Probe& probe, const ProbeDraft& draft);

void draw_probe_questions(Panel& panel, ProbeState& state, const v1::Probe& probe);

}  // namespace casustafel::ui
