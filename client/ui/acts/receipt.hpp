#pragma once
// What the server said yes to last, in one line at the foot of the table. It is replaced by the
// next act and never vanishes by itself; its place is always there, so that nothing moves when it
// comes.
#include <cstdint>
#include <optional>
#include <string>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct Receipt {
    v1::Command act;
    std::int64_t at_sim_ms = 0;
};

// Whether an act gets a receipt: not what shows by itself where it was done (a message, reading).
bool gets_receipt(const v1::Command& act);

// "Gedeeld met OVJ en VT: G04 Wat Ineke vertelde".
std::string receipt_words(const Panel& panel, const v1::Command& act);

// Cuts the line off the bottom.
void draw_receipt(Panel& panel, Rect& screen, const std::optional<Receipt>& last);

}  // namespace casustafel::ui
