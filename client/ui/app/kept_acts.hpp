#pragma once
// The question about acts that waited when this window closed or fell over: what they are, and
// whether they are still to be sent. Nothing of before is sent unasked.
#include <vector>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Draws the question over the screen, when there are such acts; the answer goes to the outbox.
void ask_about_kept_acts(Panel& panel, const std::vector<v1::Command>& acts);

}  // namespace casustafel::ui
