#pragma once
// Who shares with whom, or asks whom, as a drawing: a role in its table's shape, an arrow from
// giver to receiver, thicker the more often. The table beside it says exactly the same in words and
// numbers. Choosing a role leaves only its own arrows.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/network/network_state.hpp"

namespace casustafel::ui {

void draw_network(Panel& panel, Rect area, NetworkState& state);

}  // namespace casustafel::ui
