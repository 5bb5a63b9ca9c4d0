#include "client/ui/panel/qr_code.hpp"

#include <algorithm>
#include <cmath>

namespace casustafel::ui {
namespace {

constexpr int quiet = 2, largest_side = 177;

bool dark(const v1::Invitation& code, int row, int column) {
    const int at = row * static_cast<int>(code.side()) + column;
    const auto byte = static_cast<std::size_t>(at / 8);
    return byte < code.modules().size() &&
           (static_cast<unsigned char>(code.modules()[byte]) >> (7 - at % 8) & 1) != 0;
}

// What stands beside each other is one rectangle: a row without seams.
void draw_row(Panel& panel, const v1::Invitation& code, int row, Rect line, float module) {
    const int side = static_cast<int>(code.side());
    for (int column = 0; column < side;) {
        int end = column;
        while (end < side && dark(code, row, end)) ++end;
        if (end > column)
            panel.draw().fill({line.left + module * static_cast<float>(column), line.top,
                               line.left + module * static_cast<float>(end), line.top + module},
                              Token::text);
        column = std::max(end, column + 1);
    }
}

}  // namespace

bool draw_qr_code(Panel& panel, Rect area, const v1::Invitation& invitation) {
    const int side = static_cast<int>(std::min<std::uint32_t>(invitation.side(), largest_side));
    if (side < 21) return false;
    // Whole pixels of the screen, whatever the scale.
    const float scale = panel.ui.settings().scale;
    const auto all = static_cast<float>(side + 2 * quiet);
    const float module = std::floor(std::min(area.width(), area.height()) * scale / all) / scale;
    if (module * scale < 2) return false;
    const float wide = module * all;
    const float left = std::round((area.centre().x - wide / 2) * scale) / scale;
    const float top = std::round((area.centre().y - wide / 2) * scale) / scale;
    panel.draw().fill({left, top, left + wide, top + wide}, Token::surface);
    for (int row = 0; row < side; ++row)
        draw_row(panel, invitation, row,
                 {left + module * quiet, top + module * static_cast<float>(row + quiet),
                  left + wide, top + wide},
                 module);
    return true;
}

}  // namespace casustafel::ui
