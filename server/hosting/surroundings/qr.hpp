#pragma once
// A text as a QR code. The only place that knows the library: screens, also those in a browser, are
// sent the modules and draw them.
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::hosting {

struct QrCode {
    std::size_t side = 0;
    std::string modules;  // side * side bits, row by row, dark is 1, the first in the highest bit
    bool dark(std::size_t row, std::size_t column) const;
};

// Nothing when the text is too long for one, or empty.
std::optional<QrCode> qr_code(const std::string& text);

// In half blocks, for a terminal with light letters on dark: light modules are drawn.
std::string qr_for_terminal(const QrCode&);

}  // namespace casustafel::hosting
