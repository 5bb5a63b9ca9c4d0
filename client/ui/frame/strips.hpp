#pragma once
// The strips under the bar: what is different from usual, and what there is to tell. What is told
// waits behind what was told before it, and stays until somebody closes it.
#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Tells it from the next frame on; what was told and not yet shown is kept behind it.
void tell(BarState& bar, Tell tell);

// It was read and closed on another screen.
void forget_tell(BarState& bar, const Tell& told);

// Takes back what was told under this title.
void untell(BarState& bar, const std::string& title);

// Cuts a line off the top of the screen while the connection is gone, and one when there is
// something to tell; the rest of it, and what else there is to tell, is one click away. What is
// told can be closed, the connection cannot.
void draw_strips(Panel& panel, Rect& screen, BarState& state);

}  // namespace casustafel::ui
