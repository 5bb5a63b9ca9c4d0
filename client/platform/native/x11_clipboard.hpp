#pragma once
// What SDL 2 cannot do with the clipboard of X11: read a selection that comes in pieces (INCR, from
// about 256 kB on), and hand what was copied to the clipboard manager before the window closes. It
// speaks to the display over a line of its own, and does nothing where there is no X11.
#include <optional>
#include <string>

namespace casustafel::platform {

// The text that another program has on the clipboard, in one piece or in many; nothing when there
// is none, no display, or its owner does not answer within a second. Of what is far too long the
// begin.
std::optional<std::string> read_x11_clipboard();

// Gives this text to the clipboard manager, so that it can be pasted after the program has ended.
// False when there is no manager or it does not take it within a second.
bool leave_on_x11_clipboard(const std::string& text);

}  // namespace casustafel::platform
