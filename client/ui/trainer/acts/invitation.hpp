#pragma once
// Where people come in, to show them: the address, the code and the QR code of both.
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// `open` becomes false when it is closed.
void draw_invitation(Panel& panel, bool& open);

}  // namespace casustafel::ui
