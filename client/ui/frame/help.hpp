#pragma once
// What helps on any screen, also over an open dialog: the list of keys (F1 or ?), the terms (F2),
// what was begun and not sent, how it works in five steps, and how to do what one does at the
// table.
#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Takes the keys and draws what is open; to be called last on a screen.
void draw_help(Panel& panel, BarState& state);

// The list of keys, as a dialog; call while `keys_open`.
void draw_keys(Panel& panel, BarState& state);

// Keys on their caps with what they do, cut from the top of the column.
void draw_key_lines(Panel& panel, Rect& column, const std::vector<KeyLine>& lines);
// The lines of the list that say this; the letters of the acts on an item are the state's.
std::vector<KeyLine> key_lines_for(const std::vector<Say>& says, const HelpState& help);

}  // namespace casustafel::ui
