#pragma once
// The place of a key by the name that browsers give it (KeyboardEvent.code, as the W3C lists them
// in "UI Events KeyboardEvent code Values").
#include <string_view>

#include "client/ui/keys/keys.hpp"

namespace casustafel::ui {

// Key::none for a place that means nothing to this program.
Key key_of_dom_code(std::string_view code);

}  // namespace casustafel::ui
