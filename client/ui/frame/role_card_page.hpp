#pragma once
// The role card on paper: one page of HTML that needs nothing else, escaped by construction, or the
// same words as plain text.
#include <string>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

std::string role_card_page(const Panel& panel);
std::string role_card_text(const Panel& panel);

// Writes the page and says where; when there is no place for it the words are copied instead.
void print_role_card(Panel& panel, BarState& state);

// With &, <, >, " and ' made harmless.
std::string escaped(std::string_view text);

}  // namespace casustafel::ui
