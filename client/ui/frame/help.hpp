#pragma once
// What helps on any screen, also over an open dialog: the list of keys (F1 or ?), the terms (F2),
// what was begun and not sent, and how it works in five steps.
#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Takes the keys and draws what is open; to be called last on a screen.
void draw_help(Panel& panel, BarState& state);

// The list of keys, as a dialog; call while `keys_open`.
void draw_keys(Panel& panel, BarState& state);

}  // namespace casustafel::ui
