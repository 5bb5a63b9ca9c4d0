#pragma once
// Who looks on, as everybody in the room may know: an eye with their number in the bar, and behind
// it who they are, whom they see and how long ago. It does not know how somebody came to look on.
#include <string>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// "ziet wat OVJ ziet, 5 minuten later".
std::string onlooker_words(const Panel& panel, const v1::Observer& observer);
// "2 mensen kijken mee".
std::string onlookers_count(const Panel& panel);

// Cuts the eye off the right of a bar; nothing while nobody was invited.
void draw_onlookers(Panel& panel, Rect& bar, HelpState& help);
// The list; call while it is open.
void draw_onlooker_list(Panel& panel, HelpState& help);

}  // namespace casustafel::ui
