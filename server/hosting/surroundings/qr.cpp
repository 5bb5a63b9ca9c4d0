#include "server/hosting/surroundings/qr.hpp"

#include <qrencode.h>

namespace casustafel::hosting {

bool QrCode::dark(std::size_t row, std::size_t column) const {
    if (row >= side || column >= side) return false;
    const std::size_t at = row * side + column;
    return (static_cast<unsigned char>(modules[at / 8]) >> (7 - at % 8) & 1) != 0;
}

std::optional<QrCode> qr_code(const std::string& text) {
    if (text.empty()) return std::nullopt;
    QRcode* made = QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M);
    if (made == nullptr) return std::nullopt;
    QrCode code;
    code.side = static_cast<std::size_t>(made->width);
    const std::size_t count = code.side * code.side;
    code.modules.assign((count + 7) / 8, '\0');
    for (std::size_t at = 0; at < count; ++at)
        if ((made->data[at] & 1) != 0)
            code.modules[at / 8] = static_cast<char>(code.modules[at / 8] | 0x80 >> at % 8);
    QRcode_free(made);
    return code;
}

std::string qr_for_terminal(const QrCode& code) {
    constexpr std::size_t margin = 2;
    const std::size_t all = code.side + 2 * margin;
    const auto light = [&](std::size_t row, std::size_t column) {
        return row < all && !code.dark(row - margin, column - margin);
    };
    std::string drawn;
    for (std::size_t row = 0; row < all; row += 2) {
        for (std::size_t column = 0; column < all; ++column) {
            const bool above = light(row, column), below = light(row + 1, column);
            drawn += above ? (below ? "█" : "▀") : (below ? "▄" : " ");
        }
        drawn += '\n';
    }
    return drawn;
}

}  // namespace casustafel::hosting
