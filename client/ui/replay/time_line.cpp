#include "client/ui/replay/time_line.hpp"

#include <algorithm>
#include <cmath>

#include "client/ui/kit/button.hpp"

namespace casustafel::ui {
namespace {

constexpr int page = 10;

// How far the keys go; 0: none was pressed.
int keyed(Ui& ui, int at, int last) {
    const struct {
        Intent intent;
        int to;
    } ways[] = {{Intent::left, at - 1},
                {Intent::right, at + 1},
                {Intent::down, at - 1},
                {Intent::up, at + 1},
                {Intent::page_down, at - page},
                {Intent::page_up, at + page},
                {Intent::home, 0},
                {Intent::end, last}};
    for (const auto& way : ways)
        if (ui.take(way.intent)) return std::clamp(way.to, 0, last);
    return -1;
}

}  // namespace

int time_line(Ui& ui, Rect area, const std::string& name, const std::string& label, std::size_t at,
              std::size_t count, const std::function<bool(std::size_t)>& marks) {
    const int last = static_cast<int>(count) - 1;
    const Response response =
        ui.touch({.name = name, .label = label, .rect = area, .enabled = count > 1});
    if (response.ring) focus_ring_inside(ui, area, radius::keycap);
    const Rect track = area.inset(10, 0).middle_row(6);
    const auto x_of = [&](std::size_t moment) {
        return last <= 0 ? track.left
                         : track.left + track.width() * static_cast<float>(moment) /
                                            static_cast<float>(last);
    };
    ui.draw().fill(track, Token::line, radius::keycap);
    ui.draw().fill({track.left, track.top, x_of(at), track.bottom}, Token::accent, radius::keycap);
    float drawn = -10;
    for (std::size_t each = 0; each < count; ++each) {
        if (!marks(each) || x_of(each) - drawn < 4) continue;
        drawn = x_of(each);
        ui.draw().vertical_rule(drawn, track.top - 7, track.top - 2);
    }
    ui.draw().circle({x_of(at), track.centre().y}, 9, Token::accent);
    ui.draw().circle({x_of(at), track.centre().y}, 4, Token::on_accent);
    if (last <= 0) return -1;
    int to = -1;
    if (response.held || response.activated) {
        const float share = (ui.input().mouse.x - track.left) / std::max(1.0F, track.width());
        if (area.contains(ui.input().mouse))
            to = std::clamp(static_cast<int>(std::lround(share * static_cast<float>(last))), 0,
                            last);
    }
    if (response.focused && to < 0) to = keyed(ui, static_cast<int>(at), last);
    return to == static_cast<int>(at) ? -1 : to;
}

}  // namespace casustafel::ui
