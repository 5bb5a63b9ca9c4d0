#pragma once
// The bar on top of every screen and the strips under it: the name of the program, connection,
// settings, and what is different from usual (offline, paused, refused, back again).
#include <string>

#include "client/ui/notice.hpp"
#include "client/ui/panel.hpp"
#include "client/ui/select.hpp"

namespace casustafel::ui {

// Something to tell that stays until it is closed.
struct Tell {
    Tone tone = Tone::neutral;
    std::string title, body;
};

struct BarState {
    bool leave_asked = false;  // the person chose to leave; the screen asks for a confirmation
    bool keys_open = false;    // the list of keys is shown
    Tell tell;                 // empty title: nothing
};

constexpr float bar_height = 64, bar_height_compact = 56;
float height_of_bar(const Ui& ui);

// Ground, rule and the program's name; returns what is left of the bar.
Rect draw_bar(Panel& panel, Rect bar);
// Cuts the connection off the right.
void draw_connection(Panel& panel, Rect& bar);
// Text size, contrast and language side by side, cut off the right (lobby).
void draw_settings(Panel& panel, Rect& bar);
// The same behind one button, with keys and leaving, cut off the right (table, trainer). `first` is
// what the screen itself has to choose; returns the key of those that was chosen, or nothing.
std::string draw_menu(Panel& panel, Rect& bar, BarState& state, bool can_leave,
                      const std::vector<Option>& first = {});

// Cuts the strips that apply off the top of the screen.
void draw_strips(Panel& panel, Rect& screen, BarState& state);

// The list of keys, as a dialog; call while `keys_open`.
void draw_keys(Panel& panel, BarState& state);
// The question whether to leave; true when the person said yes.
bool draw_leave_question(Panel& panel, BarState& state, std::string_view title,
                         std::string_view body, std::string_view act);

}  // namespace casustafel::ui
