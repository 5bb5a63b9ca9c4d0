#pragma once
// The role swap: first everybody writes what the next person in their seat must know, then
// everybody reads the card, dossier and note of the seat they come into. The case's time stands
// still.
#include <string>
#include <vector>

#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"
#include "client/ui/polls/prompt.hpp"

namespace casustafel::ui {

// What this person passed on. It belongs to the person, not to the seat: whoever comes into another
// seat can still read what they wrote, and the view of the seat they left is gone by then.
struct Handover {
    struct Line {
        bool request = false;
        std::string title, words;
    };
    std::string role;
    std::string text;
    std::vector<Line> linked;
};

// Draws the whole screen while a swap is under way; `handover` nullptr: nobody's, as when somebody
// only looks on.
void draw_swap(Panel& panel, TableState& state, Handover* handover = nullptr,
               PromptState* prompt = nullptr);

}  // namespace casustafel::ui
