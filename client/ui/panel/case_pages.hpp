#pragma once
// What the case itself has to say at length: how it ended, for everybody after the end, and the
// page that its author wrote for the trainer. They are texts to read; nothing is done in them.
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Draws how the case ended: its title, its text, and what went well and what was lost. Returns the
// height it used; 0 when the case has no ending or is not over.
float draw_ending(Panel& panel, Rect area);

enum class CasePage : std::uint8_t { none, ending, trainer };

// Whether the view holds this page, so that a menu can offer it.
bool has_page(const Panel& panel, CasePage page);
// Draws the page in a dialog; `open` becomes none when the person closes it.
void draw_case_page(Panel& panel, CasePage& open);

}  // namespace casustafel::ui
