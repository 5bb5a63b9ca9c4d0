#pragma once
// How it works, told in five steps with pictures of the screens; it changes nothing and can be left
// at any step.
#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// How it works, as five steps; call while `state.open` is practice.
void draw_practice(Panel& panel, HelpState& state);

}  // namespace casustafel::ui
