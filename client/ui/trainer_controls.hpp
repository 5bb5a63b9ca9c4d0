#pragma once
// The trainer's two bars: which session this is and through whose eyes one looks; and the clock
// with the one big button, the pace, the round or the swap, and how far the meetings are. What has
// no room in a bar stands in the menu, so nothing is out of reach on a small screen.
#include <array>

#include "client/ui/panel.hpp"
#include "client/ui/trainer_state.hpp"

namespace casustafel::ui {

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

void draw_trainer_bar(Panel& panel, Rect area, TrainerState& state);
void draw_trainer_controls(Panel& panel, Rect row, TrainerState& state);
float height_of_controls(const Panel& panel);

// Starts, or asks first when seats are empty at a table where others sit.
void ask_to_start(Panel& panel, TrainerState& state);
// Call while `state.start_asked`.
void draw_start_question(Panel& panel, TrainerState& state);

// Puts an act of the trainer in the outbox, filled in by `fill`.
template <class Fill>
void act_as_trainer(Panel& panel, Fill fill) {
    v1::Command command;
    fill(command);
    panel.outbox.act(std::move(command));
}

}  // namespace casustafel::ui
