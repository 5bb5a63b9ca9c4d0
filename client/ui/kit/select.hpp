#pragma once
// A field that drops a list: one of many. Closed it shows the choice; Enter, Space or a click opens
// it, arrows walk, Enter takes, Esc closes. The open list lies over everything and takes all input.
#include <span>
#include <string>

#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

struct Option {
    std::string key, label;
    std::string note{};  // one line in smaller type
    bool apart = false;  // a line above it sets it apart from the others
};

// Returns the index the person chose in this frame, or -1. Options are named `name.KEY`.
int select(Ui& ui, Rect area, const std::string& name, std::span<const Option> options, int chosen,
           std::string_view placeholder = {}, bool enabled = true);

// The list alone, under a button or whatever else opened it with `open_list`. Returns the index
// chosen in this frame, or -1.
void open_list(Ui& ui, const std::string& name);
int dropped_list(Ui& ui, Rect anchor, const std::string& name, std::span<const Option> options,
                 int chosen = -1);

}  // namespace casustafel::ui
