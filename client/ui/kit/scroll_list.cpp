#include "client/ui/kit/scroll_list.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_area.hpp"

namespace casustafel::ui {
namespace {

constexpr float more_height = 28, bar_width = 6, bar_room = 10, bar_margin = 4, frame_indent = 12;
constexpr int rows_per_notch = 2;

class List {
public:
    List(Ui& ui, Rect area, const std::string& name, std::span<const Row> rows, ListState& state,
         ListLook look)
        : ui_(ui), area_(area), name_(name), rows_(rows), state_(state), look_(look) {
        float all = 0;
        for (const Row& row : rows) all += row.height;
        fits_ = all <= area.height();
    }

    int draw(const std::function<void(std::size_t, Rect, const Response&)>& draw_row) {
        walk_by_keys();
        scroll();
        const int end = end_from(state_.first);
        int chosen = -1;
        float y = area_.top + (look_.from_bottom ? more_above_height() : 0);
        if (look_.from_bottom && !fits_)
            y = std::max(y, area_.bottom - more_below_height(end) - height(state_.first, end));
        ui_.draw().push_clip(area_, true);
        announce_above(y);
        for (int index = state_.first; index < end; ++index) {
            const Row& row = rows_[static_cast<std::size_t>(index)];
            const Rect rect{area_.left, y, area_.right - (fits_ ? 0 : room_for_bar()),
                            y + row.height};
            // A heading comes with what it heads.
            const bool heads = row.heading && index + 1 < end;
            const float next = heads ? rows_[static_cast<std::size_t>(index) + 1].height : 0;
            keep_whole(ui_, {rect.left, rect.top, rect.right, rect.bottom + next});
            const Response response = draw_ground(row, rect);
            draw_row(static_cast<std::size_t>(index), rect, response);
            if (response.ring && !look_.cards)
                focus_ring_inside(ui_, rect.inset(1), radius::keycap);
            if (response.activated) chosen = index;
            y += row.height;
        }
        announce_below(end, y);
        ui_.draw().pop_clip();
        return chosen;
    }

private:
    float room_for_bar() const { return bar_room + (look_.framed ? bar_margin : 0); }

    int count() const { return static_cast<int>(rows_.size()); }

    float height(int from, int until) const {
        float sum = 0;
        for (int index = from; index < until; ++index)
            sum += rows_[static_cast<std::size_t>(index)].height;
        return sum;
    }

    float more_above_height() const { return !fits_ && state_.first > 0 ? more_height : 0; }
    float more_below_height(int end) const { return end < count() ? more_height : 0; }

    // One past the last row that fits whole when `first` is on top. One row always shows.
    int end_from(int first) const {
        if (fits_) return count();
        float room = area_.height() - (look_.from_bottom && first > 0 ? more_height : 0);
        int end = first;
        while (end < count()) {
            const float next = rows_[static_cast<std::size_t>(end)].height;
            const float reserve = end + 1 < count() ? more_height : 0;
            if (next + reserve > room && end > first) break;
            room -= next;
            ++end;
        }
        return end;
    }

    // The first row with which the last one is just in sight.
    int last_first() const {
        if (fits_) return 0;
        int first = count() - 1;
        while (first > 0 && end_from(first - 1) == count()) --first;
        return std::max(0, first);
    }

    int focused_row() const {
        for (int index = 0; index < count(); ++index) {
            if (rows_[static_cast<std::size_t>(index)].name == ui_.focused()) return index;
        }
        return -1;
    }

    bool is_heading(int index) const { return rows_[static_cast<std::size_t>(index)].heading; }
    bool can_focus(int index) const {
        return index >= 0 && index < count() && !is_heading(index) &&
               rows_[static_cast<std::size_t>(index)].enabled;
    }

    void walk_by_keys() {
        const int at = look_.bare ? -1 : focused_row();
        if (at < 0) return;
        const int page = std::max(1, end_from(state_.first) - state_.first - 1);
        int to = at;
        const auto walk = [&](int direction, int steps) {
            for (int left = steps, next = at + direction; left > 0 && next >= 0 && next < count();
                 next += direction) {
                if (!can_focus(next)) continue;
                to = next;
                --left;
            }
        };
        if (ui_.take(Intent::down))
            walk(1, 1);
        else if (ui_.take(Intent::up))
            walk(-1, 1);
        else if (ui_.take(Intent::page_down))
            walk(1, page);
        else if (ui_.take(Intent::page_up))
            walk(-1, page);
        else if (ui_.take(Intent::end))
            walk(1, count());
        else if (ui_.take(Intent::home))
            walk(-1, count());
        else
            return;
        ui_.focus(rows_[static_cast<std::size_t>(to)].name);
        bring_into_sight(to);
    }

    void bring_into_sight(int index) {
        // A heading just above the first row comes along.
        const int from = index > 0 && is_heading(index - 1) ? index - 1 : index;
        if (from < state_.first) state_.first = from;
        while (index >= end_from(state_.first) && state_.first < index) ++state_.first;
        state_.follows_end = state_.first >= last_first();
    }

    void scroll() {
        // A list in full leaves the wheel to the page it is in.
        const float notches = fits_ ? 0 : ui_.take_wheel(area_);
        if (notches != 0) {
            state_.first -= static_cast<int>(notches * rows_per_notch);
            state_.follows_end = state_.first >= last_first();
        }
        const int at = look_.bare ? -1 : focused_row();
        if (at >= 0 && ui_.just_focused(ui_.focused())) bring_into_sight(at);
        if (look_.from_bottom && state_.follows_end) state_.first = last_first();
        state_.first = std::clamp(state_.first, 0, last_first());
    }

    Response draw_ground(const Row& row, Rect rect) {
        if (row.heading || look_.bare) return {};
        const Response response = ui_.touch({.name = row.name,
                                             .label = row.label,
                                             .rect = rect,
                                             .kind = Kind::row,
                                             .enabled = row.enabled,
                                             .selected = row.selected,
                                             .group = name_});
        if (look_.cards) return response;
        if (row.selected || response.hovered) ui_.draw().fill(rect, Token::accent_soft);
        if (row.selected)
            ui_.draw().fill({rect.left, rect.top, rect.left + 4, rect.bottom}, Token::accent);
        return response;
    }

    int countable(int from, int until) const {
        int sum = 0;
        for (int index = from; index < until; ++index) sum += is_heading(index) ? 0 : 1;
        return sum;
    }

    void announce(Rect strip, const std::string& words, Icon icon, const char* suffix,
                  int direction) {
        const Response response = ui_.touch({.name = name_ + suffix,
                                             .label = words,
                                             .rect = strip.middle_row(space::smallest_target),
                                             .kind = Kind::link});
        Rect row = strip;
        row.left += look_.inset_left;
        const Rect drawn = ui_.draw().line(
            row, words, {Type::small, response.hovered ? Token::accent : Token::text_2});
        ui_.draw().icon({drawn.right + 12, strip.centre().y}, icon, IconSize::small, Token::text_2);
        if (response.ring) focus_ring_inside(ui_, drawn.inset(-4, 0), radius::keycap);
        if (response.activated) {
            const int page = std::max(1, end_from(state_.first) - state_.first - 1);
            state_.first = std::clamp(state_.first + direction * page, 0, last_first());
            state_.follows_end = state_.first >= last_first();
        }
    }

    void announce_above(float rows_begin) {
        if (!look_.from_bottom || fits_ || state_.first == 0) return;
        const int above = countable(0, state_.first);
        const std::string words = above == 1
                                      ? ui_.say(text::Key::ui_more_above_one)
                                      : ui_.say(text::Key::ui_more_above, {std::to_string(above)});
        announce({area_.left, rows_begin - more_height, area_.right, rows_begin}, words,
                 Icon::chevron_up, ".above", -1);
    }

    void announce_below(int end, float rows_end) {
        if (fits_) return;
        const int below = countable(end, count());
        if (below > 0 && rows_end <= area_.bottom - more_height) {
            const std::string words = ui_.say(text::Key::ui_more_below, {std::to_string(below)});
            // Right under the last row, so that no empty row seems to hide something.
            announce({area_.left, rows_end, area_.right, rows_end + more_height}, words,
                     Icon::chevron_down, ".below", 1);
        }
        const float all = height(0, count());
        const float margin = look_.framed ? bar_margin : 0;
        scroll_bar(ui_,
                   {area_.left, area_.top + margin, area_.right - margin, area_.bottom - margin},
                   height(0, state_.first) / all, height(state_.first, end) / all);
    }

    Ui& ui_;
    Rect area_;
    const std::string& name_;
    std::span<const Row> rows_;
    ListState& state_;
    ListLook look_;
    bool fits_ = true;
};

}  // namespace

void scroll_bar(Ui& ui, Rect area, float share_above, float share_seen) {
    const Rect track{area.right - bar_width, area.top, area.right, area.bottom};
    ui.draw().fill(track, Token::inset);
    const float top = track.top + track.height() * share_above;
    const float bottom = std::min(track.bottom, top + std::max(24.0F, track.height() * share_seen));
    ui.draw().fill({track.left, std::min(top, bottom - 24), track.right, bottom}, Token::scrollbar,
                   3);
}

float whole_rows_height(std::span<const Row> rows, float most) {
    float all = 0, fits = 0;
    for (const Row& row : rows) {
        all += row.height;
        if (all + more_height <= most) fits = all + more_height;
    }
    return all <= most ? all : fits > 0 ? fits : most;
}

float framed_height(std::span<const Row> rows, float most) {
    return whole_rows_height(rows, most - 2) + 2;
}

int scroll_list(Ui& ui, Rect area, const std::string& name, std::span<const Row> rows,
                ListState& state,
                const std::function<void(std::size_t, Rect, const Response&)>& draw,
                ListLook look) {
    if (look.framed) {
        ui.draw().border(area, Token::control_border, 1, radius::control);
        area = area.inset(1);
        if (look.inset_left == 0) look.inset_left = frame_indent;
    }
    return List(ui, area, name, rows, state, look).draw(draw);
}

}  // namespace casustafel::ui
