#include "client/ui/kit/scroll_area.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_list.hpp"

namespace casustafel::ui {
namespace {

constexpr float bar_room = 10, less_than_a_line = 10, a_pixel = 1;
constexpr float pixels_per_notch = 66, pixels_per_key = 44;
// What is higher than this share of the place is cut all the same: hiding it would leave nothing.
constexpr float most_hidden = 0.7F;

// The things of an area that must stay whole, where they are when nothing is scrolled.
class Wholes {
public:
    Wholes(const std::vector<Rect>& places, Rect area) : places_(places), area_(area) {}

    // The thing that the upper edge would cut at this offset, or nullptr.
    const Rect* at_edge(int offset) const { return cut_by(area_.top + static_cast<float>(offset)); }

    // The part of the area that cuts nothing at this offset.
    Rect seen(int offset) const {
        const auto scrolled = static_cast<float>(offset);
        Rect seen = area_;
        while (const Rect* low = cut_by(seen.bottom + scrolled)) seen.bottom = low->top - scrolled;
        while (const Rect* high = cut_by(seen.top + scrolled)) seen.top = high->bottom - scrolled;
        return seen.empty() ? area_ : seen;
    }

private:
    const Rect* cut_by(float edge) const {
        const float highest = area_.height() * most_hidden;
        for (const Rect& place : places_)
            if (place.height() <= highest && place.top < edge - a_pixel &&
                place.bottom > edge + a_pixel)
                return &place;
        return nullptr;
    }

    std::span<const Rect> places_;
    Rect area_;
};

// How far is scrolled, by wheel, by key and by focus; what came to the upper edge comes in sight
// as a whole, or leaves it.
class Offset {
public:
    Offset(Ui& ui, const std::string& name, Rect area, const Wholes& wholes)
        : offset_(ui.number(name + ".offset")),
          settled_(ui.number(name + ".settled")),
          wholes_(wholes),
          needed_(ui.number(name + ".needed")),
          area_(area) {
        most_ = std::max(0, needed_ - static_cast<int>(area.height()));
        // Too high by less than a line is empty room at its end: no bar for that.
        if (!scrolls()) most_ = 0;
        // The last page begins with something whole.
        if (const Rect* cut = wholes.at_edge(most_); most_ > 0 && cut != nullptr)
            most_ = static_cast<int>(cut->bottom - area.top);
        offset_ -= static_cast<int>(ui.take_wheel(area) * pixels_per_notch);
    }

    bool scrolls() const { return static_cast<float>(most_) >= less_than_a_line; }

    void walk_by_keys(Ui& ui) {
        const int page = static_cast<int>(area_.height() - pixels_per_key);
        if (ui.take(Intent::down)) offset_ += static_cast<int>(pixels_per_key);
        if (ui.take(Intent::up)) offset_ -= static_cast<int>(pixels_per_key);
        if (ui.take(Intent::page_down)) offset_ += page;
        if (ui.take(Intent::page_up)) offset_ -= page;
    }

    int settle() {
        offset_ = std::clamp(offset_, 0, most_);
        const Rect* cut = offset_ == settled_ ? nullptr : wholes_.at_edge(offset_);
        if (cut != nullptr)
            offset_ = static_cast<int>((offset_ > settled_ ? cut->bottom : cut->top) - area_.top);
        return settled_ = offset_ = std::clamp(offset_, 0, most_);
    }

private:
    int &offset_, &settled_;
    const Wholes& wholes_;
    int needed_;  // measured when it was last drawn
    Rect area_;
    int most_ = 0;
};

}  // namespace

void keep_whole(Ui& ui, Rect area) {
    if (ui.scroll_area.empty()) return;
    const auto offset = static_cast<float>(ui.number(ui.scroll_area + ".settled"));
    ui.wholes(ui.scroll_area).push_back(area.moved(0, offset));
}

void scroll_area(Ui& ui, Rect area, const std::string& name,
                 const std::function<float(Rect)>& draw) {
    const std::vector<Rect> places = std::exchange(ui.wholes(name), {});
    const Wholes wholes(places, area);
    Offset way(ui, name, area, wholes);
    const bool scrolls = way.scrolls();
    Rect inner = area;
    if (scrolls) {
        const Response response =
            ui.touch({.name = name, .label = name, .rect = area, .kind = Kind::row});
        inner.right -= bar_room + 4;
        if (response.focused) way.walk_by_keys(ui);
        if (response.ring) focus_ring_inside(ui, area, radius::keycap);
    }
    const int offset = way.settle();
    inner.bottom = inner.top + unlimited_height;
    Rect seen = scrolls ? wholes.seen(offset) : area;
    if (!scrolls) seen.bottom += less_than_a_line;
    ui.draw().push_clip(seen, true);
    const std::string outer = std::exchange(ui.scroll_area, name);
    int& needed = ui.number(name + ".needed");
    const int before = needed;
    needed = static_cast<int>(draw(inner.moved(0, -static_cast<float>(offset))));
    ui.scroll_area = outer;
    ui.draw().pop_clip();
    const Rect now = scrolls ? Wholes(ui.wholes(name), area).seen(offset) : seen;
    const bool moved = std::abs(now.top - seen.top) + std::abs(now.bottom - seen.bottom) > a_pixel;
    if (needed != before || moved) ui.wake_after(0);
    if (scrolls) {
        const float all = static_cast<float>(std::max(1, needed));
        scroll_bar(ui, area, static_cast<float>(offset) / all, area.height() / all);
    }
}

}  // namespace casustafel::ui
