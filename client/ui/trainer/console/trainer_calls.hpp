#pragma once
// What cannot wait at the console, whatever part of it is open: who asks for help, an inject that
// goes in a few seconds, and on a small screen the worst of what stalls.
#include <string>
#include <vector>

#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/console/stalls.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// The calls nobody answered yet, oldest first.
std::vector<const v1::HelpCall*> open_calls(const Panel& panel);
// "Samira, VT, vraagt om hulp".
std::string call_words(const Panel& panel, const v1::HelpCall& call);

// Cuts one banner off the top of the screen for the oldest call.
void draw_help_calls(Panel& panel, Rect& screen, TrainerState& state);
// All calls; call while `state.help_open`.
void draw_help_list(Panel& panel, TrainerState& state);

// Small screens: cuts a strip off the top for an inject that is about to go, else the worst stall.
void draw_pressing(Panel& panel, Rect& screen, TrainerState& state,
                   const std::vector<Stall>& found);

// A pause, outlined, and the oldest call in words: where the bar with both is not in sight. Cuts
// both off the right.
void draw_pause_and_call(Panel& panel, Rect& row, const std::string& name);

}  // namespace casustafel::ui
