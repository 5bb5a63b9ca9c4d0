#pragma once
// A line on which one goes through moments: by the mouse, or by keys while it has focus (arrows one
// step, page keys ten, Home and End).
#include <cstddef>
#include <functional>
#include <string>

#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

// Where the person goes in this frame, or -1. `marks`: whether a moment stands out.
int time_line(Ui& ui, Rect area, const std::string& name, const std::string& label, std::size_t at,
              std::size_t count, const std::function<bool(std::size_t)>& marks);

}  // namespace casustafel::ui
