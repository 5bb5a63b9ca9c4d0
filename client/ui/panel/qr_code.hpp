#pragma once
// The QR code that the server made of where people come in, as large as fits with whole pixels to a
// module, and the quiet edge that a camera needs. It does not know how a code is made.
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// False, and nothing is drawn, when there is none or it would be too small to read.
bool draw_qr_code(Panel& panel, Rect area, const v1::Invitation& invitation);

}  // namespace casustafel::ui
