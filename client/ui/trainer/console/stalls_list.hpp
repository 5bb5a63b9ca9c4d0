#pragma once
// The rows of what stalls: what is wrong, and a button for what one can do about it.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/console/stalls.hpp"

namespace casustafel::ui {

void draw_stalls(Panel& panel, Rect area, TrainerState& state, const std::vector<Stall>& found);

// The worst alone, pinned under another list; cuts its strip off the bottom when there is one.
void draw_worst_stall(Panel& panel, Rect& column, TrainerState& state,
                      const std::vector<Stall>& found);

// Icon, what is wrong, and a button for what one can do about it.
void draw_stall_line(Panel& panel, Rect row, TrainerState& state, const Stall& stall,
                     const std::string& name);

}  // namespace casustafel::ui
