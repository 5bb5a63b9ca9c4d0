#pragma once
// The network in words and numbers: the same as the drawing, for who cannot see it and for when
// there is no room to draw.
#include "client/ui/trainer/network/network_links.hpp"
#include "client/ui/trainer/network/network_state.hpp"

namespace casustafel::ui {

// All links as rows, of a chosen role only its own.
void draw_as_table(Panel& panel, Rect area, NetworkState& state, const std::vector<Link>& all);

// What a chosen role gave and got, and the way back to everybody.
void draw_of_role(Panel& panel, Rect row, NetworkState& state, const std::vector<Link>& all);

}  // namespace casustafel::ui
