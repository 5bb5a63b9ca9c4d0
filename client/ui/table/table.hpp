#pragma once
// The table as a participant sits at it: role and dossier left, requests and the chosen item in the
// middle, talk right, the time on top. The same screen serves a trainer who looks on.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct PromptState;

// `prompt`: where the answers of who sits here are kept; nullptr: nobody is asked anything here.
void draw_table(Panel& panel, TableState& state, PromptState* prompt = nullptr);

// The time of the case with the time left, cut off the right of a bar.
void draw_clock(Panel& panel, Rect& bar);

}  // namespace casustafel::ui
