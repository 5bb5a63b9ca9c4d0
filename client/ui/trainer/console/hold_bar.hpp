#pragma once
// What a trainer sees while the session waits for people after a restart of the server: for whom,
// and the way on without them.
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Cuts its place off the screen; nothing while there is nobody to wait for.
void draw_hold_bar(Panel& panel, Rect& screen);

}  // namespace casustafel::ui
