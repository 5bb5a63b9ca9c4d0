#pragma once
// The screen of a window that was closed for good: this person went on at another screen, or has no
// place any more. Nothing can be done or typed here; one button brings the seat back, or leads to
// the beginning when there is none.
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Whether this window is closed to who had a place in it.
bool is_closed(const Panel& panel);

void draw_closed(Panel& panel);

}  // namespace casustafel::ui
