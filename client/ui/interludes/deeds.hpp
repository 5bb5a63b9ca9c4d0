#pragma once
// What was done from a seat that its next holder must know, also when nobody wrote it down:
// decisions, what was promised, agreed to, answered, asked and given, and what was said last. It is
// read from the role's view, so it is true of the seat, whoever sat there. Nothing here is news to
// the role itself.
#include <cstdint>
#include <string>
#include <vector>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct Deed {
    Icon icon{};
    std::string title, words;  // what was done, and with what
    std::int64_t at_sim_ms = 0;
};

// What binds the seat comes first; of each kind the newest first.
std::vector<Deed> deeds_of(const Panel& panel, const std::string& role);

// Draws them in an area that scrolls, and cuts off what they take.
void draw_deeds(Panel& panel, Rect& inner, const std::vector<Deed>& deeds);

}  // namespace casustafel::ui
