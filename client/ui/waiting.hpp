#pragma once
// What asks this role for a yes or no: something said aloud that it should confirm, and a question
// for its agreement. Each is one line with its two buttons; nothing here vanishes by itself.
#include "client/ui/panel.hpp"

namespace casustafel::ui {

// Cuts a row per open question off the top of `area`, at most three; the rest follows later.
void draw_waiting(Panel& panel, Rect& area);

}  // namespace casustafel::ui
