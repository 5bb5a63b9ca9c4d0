#pragma once
// A column of topics by name, the chosen one marked, so that one goes straight to what one wants
// to know. It draws names only; what is said of a topic is its page's.
#include <span>
#include <string>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct TopicName {
    Say title;
    Icon icon;
};

// Widgets are called "<page>.1" …; a click changes `chosen`.
void draw_topic_names(Panel& panel, Rect area, const std::string& page,
                      std::span<const TopicName> names, int& chosen);

}  // namespace casustafel::ui
