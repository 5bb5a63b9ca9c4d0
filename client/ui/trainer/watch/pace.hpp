#pragma once
// An act of the trainer, and the two that stand in several bars: stopping the clock or letting it
// go on, and how fast the case goes.
#include <array>
#include <cstdint>
#include <utility>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Puts an act of the trainer in the outbox, filled in by `fill`.
template <class Fill>
void act_as_trainer(Panel& panel, Fill fill) {
    v1::Command command;
    fill(command);
    panel.outbox.act(std::move(command));
}

// How fast the case goes: in the bar, and where that has no room in the menu.
struct Pace {
    const char *key, *label;
    std::uint32_t permille;
};
inline constexpr std::array paces = {Pace{"half", "½×", 500}, Pace{"one", "1×", 1000},
                                     Pace{"two", "2×", 2000}, Pace{"four", "4×", 4000}};
// Stops the clock or lets it go on; the second press of a double click does nothing.
void pause_or_resume(Panel& panel);
void set_pace(Panel& panel, std::uint32_t permille);

}  // namespace casustafel::ui
