#include "client/ui/panel/pills.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/marks.hpp"

namespace casustafel::ui {
namespace {

constexpr float high = 34, gap = 8, sign = 20, badge = 20, padding = 10;

// Room for the words in either weight, so that choosing moves nothing.
float wide_of(Ui& ui, const Pill& pill) {
    return padding + sign + 6 + (pill.table.empty() ? 0 : badge + 6) +
           ui.draw().width(pill.label, Type::strong) + padding + 4;
}

}  // namespace

int pills(Ui& ui, Rect& area, const std::string& name, std::span<const Pill> choices, int chosen) {
    Painter& draw = ui.draw();
    int picked = -1;
    Point at{area.left, area.top};
    for (std::size_t index = 0; index < choices.size(); ++index) {
        const Pill& pill = choices[index];
        const float wide = std::min(wide_of(ui, pill), area.width());
        if (at.x + wide > area.right && at.x > area.left) at = {area.left, at.y + high + gap};
        Rect place{at.x, at.y, at.x + wide, at.y + high};
        at.x += wide + gap;
        const bool selected = static_cast<int>(index) == chosen;
        keep_whole(ui, place);
        const Response response = ui.touch({.name = name + "." + pill.key,
                                            .label = pill.label,
                                            .rect = place,
                                            .kind = Kind::radio,
                                            .selected = selected,
                                            .group = name});
        draw.fill(place, selected || response.hovered ? Token::accent_soft : Token::surface,
                  high / 2);
        draw.border(place, selected ? Token::accent : Token::control_border, selected ? 2 : 1,
                    high / 2);
        if (response.ring) focus_ring(ui, place, high / 2);
        place.cut_left(padding);
        draw_radio(ui, {place.left + sign / 2, place.centre().y}, selected);
        place.cut_left(sign + 6);
        if (!pill.table.empty()) {
            table_badge(ui, {place.left + badge / 2, place.centre().y}, pill.table);
            place.cut_left(badge + 6);
        }
        place.right -= padding;
        draw.line(place, pill.label, {selected ? Type::strong : Type::body});
        if (response.activated && !selected) picked = static_cast<int>(index);
    }
    if (!choices.empty()) area.cut_top(at.y + high - area.top);
    return picked;
}

}  // namespace casustafel::ui
