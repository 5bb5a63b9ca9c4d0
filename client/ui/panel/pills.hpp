#pragma once
// One of many, all in sight: choices side by side that wrap to as many lines as they need, so that
// each is one click away. Arrows walk them; what is chosen is said by shape, weight and colour.
#include <span>
#include <string>

#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

struct Pill {
    std::string key, label;
    std::string table{};  // of a role: its table's badge is shown
};

// Cuts the lines off the top of `area`; returns the index chosen in this frame, or -1. They are
// named `name.KEY`.
int pills(Ui& ui, Rect& area, const std::string& name, std::span<const Pill> choices, int chosen);

}  // namespace casustafel::ui
