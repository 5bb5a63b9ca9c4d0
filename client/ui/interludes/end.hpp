#pragma once
// The end for a participant: calm, with how the case ended, what one did oneself in all the seats
// one held, and the way to look back. No scores: those open with the debrief.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/interludes/stints.hpp"
#include "client/ui/panel/panel.hpp"
#include "client/ui/polls/prompt.hpp"

namespace casustafel::ui {

struct EndState {
    bool looking_back = false;
    bool replay_asked = false;  // wants to look back at how it went
    Stints stints;              // of this person, in all the seats they held
    BarState bar;
};

void draw_end(Panel& panel, EndState& state, TableState& table, PromptState* prompt = nullptr);

}  // namespace casustafel::ui
