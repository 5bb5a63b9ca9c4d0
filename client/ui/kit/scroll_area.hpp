#pragma once
// A page that scrolls. At its edges it shows whole lines, rows and fields, never a half; what is
// too high by less than a line does not scroll.
#include <functional>
#include <type_traits>
#include <utility>

#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

// A text or a form longer than its place: scrolls, and draws whole lines, rows and fields only;
// what is too high by less than a line does not scroll. `draw` draws in a rectangle of unlimited
// height and returns the height it used.
void scroll_area(Ui& ui, Rect area, const std::string& name,
                 const std::function<float(Rect)>& draw);

// The same for what cuts off the top of its rectangle what it used.
template <class Draw>
concept CutsWhatItUses = std::is_void_v<std::invoke_result_t<Draw&, Rect&>>;
template <CutsWhatItUses Draw>
std::function<float(Rect)> height_used(Draw draw) {
    return [draw](Rect area) mutable {
        const float top = area.top;
        draw(area);
        return area.top - top;
    };
}
template <CutsWhatItUses Draw>
void scroll_area(Ui& ui, Rect area, const std::string& name, Draw draw) {
    scroll_area(ui, area, name, height_used(std::move(draw)));
}

// What is drawn here is one thing: a scrolling area shows it completely or not at all.
void keep_whole(Ui& ui, Rect area);

}  // namespace casustafel::ui
