#pragma once
// A small question before an act that takes something from others and cannot be undone. A stray
// click or a double one falls beside it: what has focus at first is the way back, and no key but
// Enter on the button says yes. It does not know what is asked.
#include <cstdint>
#include <string>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct Question {
    std::string name;  // its buttons are name + ".yes" and name + ".cancel"
    std::string title, body, yes;
    Icon icon = Icon::none;
    Say no = Say::ui_cancel;
};

enum class Answer : std::uint8_t { none, yes, no };

// Call while it is asked.
Answer draw_question(Panel& panel, const Question& question);

}  // namespace casustafel::ui
