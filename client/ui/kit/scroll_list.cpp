#include "client/ui/kit/scroll_list.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_area.hpp"

namespace casustafel::ui {
namespace {

constexpr float more_height = 28, bar_width = 6, bar_room = 10, bar_margin = 4, frame_indent = 12;
constexpr int rows_per_notch = 2;

// What stands at a place of the list: a row, or the room of one that went while somebody pointed.
struct Place {
    const Row* row;     // nullptr: the room
    std::size_t index;  // of the row, as the panel knows it
    Ui::ShownRow shown;
};

// Which row is which, whatever comes and goes around it: its name, or what a heading says, and
// which of those it is.
std::vector<std::size_t> keys_of(std::span<const Row> rows) {
    std::map<std::size_t, std::size_t> met;
    std::vector<std::size_t> keys;
    for (const Row& row : rows) {
        const std::size_t key = std::hash<std::string>()(row.name.empty() ? row.label : row.name);
        keys.push_back(key + 31 * met[key]++);
    }
    return keys;
}

std::vector<Place> in_their_order(std::span<const Row> rows) {
    const auto keys = keys_of(rows);
    std::vector<Place> places;
    for (std::size_t index = 0; index < rows.size(); ++index)
        places.push_back({&rows[index], index, {keys[index], rows[index].height}});
    return places;
}

// Every row where it was, what went leaves its room, and what is new comes in below.
std::vector<Place> as_before(std::span<const Row> rows, std::span<const Ui::ShownRow> before) {
    std::map<std::size_t, Place> left;
    for (const Place& place : in_their_order(rows)) left.emplace(place.shown.key, place);
    std::vector<Place> places;
    for (const Ui::ShownRow& shown : before) {
        const auto found = left.find(shown.key);
        if (found == left.end()) {
            places.push_back({nullptr, 0, shown});
            continue;
        }
        places.push_back(found->second);
        places.back().shown.fresh = shown.fresh;
        left.erase(found);
    }
    while (!places.empty() && places.back().row == nullptr) places.pop_back();
    for (Place& place : in_their_order(rows)) {
        if (!left.contains(place.shown.key)) continue;
        place.shown.fresh = true;
        places.push_back(place);
    }
    return places;
}

// While somebody points at a list no row of it moves by itself: what one is about to click stays
// where it is. What the person does there takes its place at once. A conversation has nothing to
// click and goes on.
struct Order {
    std::vector<Place> places;
    bool waits;  // it is that of the frame before
};
Order order_of(Ui& ui, Rect area, const std::string& name, std::span<const Row> rows,
               const ListLook& look) {
    if (look.from_bottom && look.bare) return {in_their_order(rows), false};
    Ui::ShownRows now{.given = keys_of(rows)};
    const Ui::ShownRows before = ui.shown_before(name);
    const bool by_the_person = ui.acted_here() && now.given != before.given;
    const bool waits = !before.rows.empty() && ui.pointed_at(area) && !by_the_person;
    auto places = waits ? as_before(rows, before.rows) : in_their_order(rows);
    for (const Place& place : places) now.rows.push_back(place.shown);
    ui.note_shown(name, std::move(now));
    return {std::move(places), waits};
}

class List {
public:
    List(Ui& ui, Rect area, const std::string& name, std::span<const Row> rows, ListState& state,
         ListLook look)
        : ui_(ui), area_(area), name_(name), state_(state), look_(look) {
        Order order = order_of(ui, area, name, rows, look);
        places_ = std::move(order.places);
        waits_ = order.waits;
        // What was in sight keeps its room: no bar comes beside it, and no line under it.
        fits_ = height(0, count()) <= area.height() || (waits_ && memory("fits") != 0);
    }

    int draw(const std::function<void(std::size_t, Rect, const Response&)>& draw_row) {
        walk_by_keys();
        scroll();
        const int end = end_from(state_.first);
        int chosen = -1;
        float y = area_.top + (count() > 0 ? more_above_height(state_.first) : 0);
        if (look_.from_bottom && !fits_)
            y = std::max(y, area_.bottom - more_below_height(end) - height(state_.first, end));
        ui_.draw().push_clip(area_, true);
        announce_above(y);
        for (int index = state_.first; index < end; ++index) {
            const Place& place = at(index);
            const Rect rect{area_.left, y, area_.right - (fits_ ? 0 : room_for_bar()),
                            y + height(index)};
            y = rect.bottom;
            if (place.row == nullptr) continue;
            // A heading comes with what it heads.
            const bool heads = place.row->heading && index + 1 < end;
            keep_whole(ui_, {rect.left, rect.top, rect.right,
                             rect.bottom + (heads ? height(index + 1) : 0)});
            const Response response = draw_ground(*place.row, rect);
            const std::size_t widgets = ui_.record().widgets().size();
            draw_row(place.index, rect, response);
            const bool nameless = place.row->name.empty() && !place.row->heading;
            if (nameless && ui_.record().widgets().size() > widgets)
                ui_.note_fault(name_ + ": something to use in a row without a name");
            if (response.ring && !look_.cards)
                focus_ring_inside(ui_, rect.inset(1), radius::keycap);
            if (response.activated) chosen = static_cast<int>(place.index);
        }
        announce_below(end, y);
        memory("first") = state_.first;
        memory("end") = end;
        memory("fits") = fits_ ? 1 : 0;
        ui_.draw().pop_clip();
        return chosen;
    }

private:
    // What was in sight in the frame before.
    int& memory(const char* what) const { return ui_.number(name_ + ".seen_" + what); }

    float room_for_bar() const { return bar_room + (look_.framed ? bar_margin : 0); }

    int count() const { return static_cast<int>(places_.size()); }
    const Place& at(int index) const { return places_[static_cast<std::size_t>(index)]; }
    const std::string& name_at(int index) const {
        static const std::string nothing;
        return at(index).row == nullptr ? nothing : at(index).row->name;
    }
    float height(int index) const { return at(index).shown.height; }

    float height(int from, int until) const {
        float sum = 0;
        for (int index = from; index < until; ++index) sum += height(index);
        return sum;
    }

    // A list that is hardly higher than a row has no room for it.
    float more_above_height(int first) const {
        const bool told = !fits_ && countable(0, first) > 0;
        return told && area_.height() >= height(first) + more_height ? more_height : 0;
    }
    float more_below_height(int end) const { return end < count() ? more_height : 0; }

    // One past the last row that fits whole when `first` is on top. One row always shows.
    int end_from(int first) const {
        if (fits_) {
            int end = count();
            while (end > 1 && height(0, end) > area_.height()) --end;
            return end;
        }
        float room = area_.height() - more_above_height(first);
        int end = first;
        while (end < count()) {
            const float next = height(end);
            const float reserve = end + 1 < count() ? more_height : 0;
            if (next + reserve > room && end > first) break;
            room -= next;
            ++end;
        }
        const int seen = waits_ && first == memory("first") ? std::min(memory("end"), count()) : 0;
        const bool fit = height(first, seen) <= area_.height() - more_above_height(first);
        return seen > end && fit ? seen : end;
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
            if (name_at(index) == ui_.focused()) return index;
        }
        return -1;
    }

    bool is_heading(int index) const { return at(index).row == nullptr || at(index).row->heading; }
    bool can_focus(int index) const {
        return index >= 0 && index < count() && !is_heading(index) && at(index).row->enabled;
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
        ui_.focus(name_at(to));
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

    int fresh_ones(int from) const {
        int sum = 0;
        for (int index = from; index < count(); ++index)
            sum += at(index).shown.fresh && !is_heading(index) ? 1 : 0;
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
        if (count() == 0 || more_above_height(state_.first) == 0) return;
        const int above = countable(0, state_.first);
        const std::string words =
            !look_.from_bottom ? ui_.say(text::Key::ui_more_above_rows, {std::to_string(above)})
            : above == 1       ? ui_.say(text::Key::ui_more_above_one)
                               : ui_.say(text::Key::ui_more_above, {std::to_string(above)});
        announce({area_.left, rows_begin - more_height, area_.right, rows_begin}, words,
                 Icon::chevron_up, ".above", -1);
    }

    void announce_below(int end, float rows_end) {
        const int below = countable(end, count());
        if (below > 0 && rows_end <= area_.bottom - more_height) {
            const int fresh = fresh_ones(end);
            const std::string words =
                fresh == 0 ? ui_.say(text::Key::ui_more_below, {std::to_string(below)})
                           : ui_.say(text::Key::ui_more_below_new,
                                     {std::to_string(below), std::to_string(fresh)});
            // Right under the last row, so that no empty row seems to hide something; in a frame in
            // the middle of what is left of it.
            const float left = area_.bottom - rows_end;
            const float high = look_.framed && left < 3 * more_height ? left : more_height;
            announce({area_.left, rows_end, area_.right, rows_end + high}, words,
                     Icon::chevron_down, ".below", 1);
        }
        if (fits_) return;
        const float all = height(0, count());
        const float margin = look_.framed ? bar_margin : 0;
        scroll_bar(ui_,
                   {area_.left, area_.top + margin, area_.right - margin, area_.bottom - margin},
                   height(0, state_.first) / all, height(state_.first, end) / all);
    }

    Ui& ui_;
    Rect area_;
    const std::string& name_;
    std::vector<Place> places_;
    ListState& state_;
    ListLook look_;
    bool fits_ = true, waits_ = false;
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
