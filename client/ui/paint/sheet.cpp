#include "client/ui/paint/sheet.hpp"

#include <algorithm>

namespace casustafel::ui {
namespace {

constexpr int border = 1;  // letters are sampled between two texels, also at their edges

}  // namespace

std::optional<Sheet::Place> Sheet::add(int width, int height) {
    const int across = width + border, down = height + border;
    if (across + border > wide) return std::nullopt;
    auto shelf = std::find_if(shelves_.begin(), shelves_.end(), [&](const Shelf& each) {
        return each.high >= down && each.high <= down + down / 4 && each.used + across <= wide;
    });
    if (shelf == shelves_.end()) {
        if (rows_ + down > most_rows) return std::nullopt;
        shelves_.push_back({rows_, down, border});
        rows_ += down;
        coverage_.resize(static_cast<std::size_t>(rows_) * wide);
        shelf = std::prev(shelves_.end());
    }
    const Place place{shelf->used, shelf->top};
    shelf->used += across;
    return place;
}

void Sheet::clear() {
    coverage_.clear();
    shelves_.clear();
    rows_ = 0;
    ++edition_;
}

}  // namespace casustafel::ui
