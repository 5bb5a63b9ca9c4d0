#pragma once
// What asks this role for an answer: something said aloud that it should confirm, something it is
// said to have told aloud itself, and a question for its agreement. Each is a card with its
// buttons; nothing here vanishes by itself. What this role only waits for is among the notices.
#include <string>
#include <vector>

#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// With `which`, yes asks which item it was.
struct WaitingQuestion {
    std::string name, title, body, yes, no;
    v1::Command if_yes, if_no;
    std::uint64_t which = 0;
};

std::vector<WaitingQuestion> waiting_questions(const Panel& panel);

float waiting_card_height(Panel& panel, const WaitingQuestion& question, float width);
void draw_waiting_card(Panel& panel, const WaitingQuestion& question, Rect row, HeardState& heard);

// The first question at the top of `area`, with how many more there are; all of them when the
// person asked for that. `low`: only the line that tells how many. The height comes beforehand.
float waiting_height(Panel& panel, Rect area, const HeardState& heard, bool low);
void draw_waiting(Panel& panel, Rect area, HeardState& heard, bool low);

}  // namespace casustafel::ui
