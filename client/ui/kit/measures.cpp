#include "client/ui/kit/measures.hpp"

#include <algorithm>

namespace casustafel::ui {

std::vector<Rect> columns(Rect row, std::span<const float> widths) {
    float rest = row.width();
    for (const float width : widths)
        if (width > 0) rest -= width;
    std::vector<Rect> cut;
    for (const float width : widths)
        cut.push_back(row.cut_left(width == the_rest ? std::max(0.0F, rest) : width));
    return cut;
}

}  // namespace casustafel::ui
