#pragma once
// Lengths that differ by layout, as values: a panel states each once, by name, and asks for it
// where it draws. And tables, which state their columns once, as data.
#include <span>
#include <vector>

#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

struct Measure {
    float wide, compact, narrow;

    constexpr float in(Layout layout) const {
        return layout == Layout::wide ? wide : layout == Layout::compact ? compact : narrow;
    }
    float in(const Ui& ui) const { return in(ui.layout()); }
};

inline bool is_wide(const Ui& ui) { return ui.layout() == Layout::wide; }
inline bool is_narrow(const Ui& ui) { return ui.layout() == Layout::narrow; }

namespace measure {
inline constexpr Measure pad{24, 16, 16};         // from the edge of a panel to its words
inline constexpr Measure dialog_pad{32, 32, 16};  // the same in a dialog
}  // namespace measure

// As high as it wants: where what is drawn says afterwards how high it became.
inline constexpr float unlimited_height = 100'000;
constexpr Rect unlimited(Rect area) {
    return {area.left, area.top, area.right, area.top + unlimited_height};
}

// How much room a table has. `tight`: compact, and its rows do not all fit; `small`: less than
// that.
enum class Room : std::uint8_t { wide, compact, tight, small, narrow };

// The width of a column in each; 0: the table does without it there.
struct ColumnWidth {
    float wide, compact, tight, small, narrow;

    constexpr float in(Room room) const {
        const float all[] = {wide, compact, tight, small, narrow};
        return all[static_cast<std::size_t>(room)];
    }
};
constexpr ColumnWidth by_layout(float wide, float compact, float narrow) {
    return {wide, compact, compact, compact, narrow};
}
constexpr Room room_of(Layout layout) {
    return layout == Layout::wide      ? Room::wide
           : layout == Layout::compact ? Room::compact
                                       : Room::narrow;
}

inline constexpr float the_rest = -1;
inline constexpr ColumnWidth rest_of_row{the_rest, the_rest, the_rest, the_rest, the_rest};

// A row cut into columns of these widths; `the_rest`, once, takes what the others leave.
std::vector<Rect> columns(Rect row, std::span<const float> widths);

}  // namespace casustafel::ui
