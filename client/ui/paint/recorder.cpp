#include "client/ui/paint/recorder.hpp"

#include <algorithm>
#include <set>

namespace casustafel::ui {
namespace {

struct Stop {
    std::string group;  // empty: the widget alone
    std::vector<const Widget*> widgets;

    const Widget& entry() const {
        const auto selected = std::find_if(widgets.begin(), widgets.end(),
                                           [](const Widget* widget) { return widget->selected; });
        return selected == widgets.end() ? *widgets.front() : **selected;
    }
    bool holds(std::string_view name) const {
        return std::any_of(widgets.begin(), widgets.end(),
                           [&](const Widget* widget) { return widget->name == name; });
    }
};

std::vector<Stop> stops(std::span<const Widget> widgets, int layer) {
    std::vector<Stop> found;
    for (const Widget& widget : widgets) {
        if (widget.layer != layer || !widget.takes_focus()) continue;
        const auto same = std::find_if(found.begin(), found.end(), [&](const Stop& stop) {
            return !widget.group.empty() && stop.group == widget.group;
        });
        if (same == found.end()) {
            found.push_back({widget.group, {&widget}});
        } else {
            same->widgets.push_back(&widget);
        }
    }
    return found;
}

std::size_t step(std::size_t from, std::size_t count, int direction) {
    return (from + count + static_cast<std::size_t>(direction + static_cast<int>(count))) % count;
}

}  // namespace

void Recorder::add(Widget widget) {
    widget.order = order_++;
    widgets_.push_back(std::move(widget));
}

void Recorder::add(DrawnText text) {
    text.order = order_++;
    texts_.push_back(std::move(text));
}

void Recorder::note_field(std::string_view name, FieldText field) {
    const auto found = std::find_if(widgets_.rbegin(), widgets_.rend(),
                                    [&](const Widget& widget) { return widget.name == name; });
    if (found != widgets_.rend()) found->field = std::move(field);
}

void Recorder::clear() {
    order_ = 0;
    statuses_.clear();
    widgets_.clear();
    texts_.clear();
    faults_.clear();
}

const Widget* Recorder::find(std::string_view name) const {
    const auto found = std::find_if(widgets_.begin(), widgets_.end(),
                                    [&](const Widget& widget) { return widget.name == name; });
    return found == widgets_.end() ? nullptr : &*found;
}

const Widget* Recorder::at(Point point, int layer) const {
    const auto found = std::find_if(widgets_.rbegin(), widgets_.rend(), [&](const Widget& widget) {
        return widget.layer == layer && !widget.hidden && widget.rect.contains(point);
    });
    return found == widgets_.rend() ? nullptr : &*found;
}

std::vector<std::string> Recorder::doubled_names() const {
    std::set<std::string> seen;
    std::vector<std::string> doubled;
    for (const Widget& widget : widgets_) {
        if (!seen.insert(widget.name).second) doubled.push_back(widget.name);
    }
    return doubled;
}

std::string next_stop(std::span<const Widget> widgets, std::string_view focused, int layer,
                      int direction) {
    const std::vector<Stop> all = stops(widgets, layer);
    if (all.empty()) return {};
    const auto here =
        std::find_if(all.begin(), all.end(), [&](const Stop& stop) { return stop.holds(focused); });
    if (here == all.end()) return (direction > 0 ? all.front() : all.back()).entry().name;
    return all[step(static_cast<std::size_t>(here - all.begin()), all.size(), direction)]
        .entry()
        .name;
}

std::string next_in_group(std::span<const Widget> widgets, std::string_view focused,
                          int direction) {
    const auto here = std::find_if(widgets.begin(), widgets.end(),
                                   [&](const Widget& widget) { return widget.name == focused; });
    if (here == widgets.end() || here->group.empty()) return {};
    std::vector<const Widget*> members;
    for (const Widget& widget : widgets) {
        if (widget.group == here->group && widget.layer == here->layer && widget.takes_focus())
            members.push_back(&widget);
    }
    const auto at = std::find(members.begin(), members.end(), &*here) - members.begin();
    const auto to = std::clamp<std::ptrdiff_t>(at + direction, 0,
                                               static_cast<std::ptrdiff_t>(members.size()) - 1);
    return members[static_cast<std::size_t>(to)]->name;
}

std::string next_area(std::span<const Widget> widgets, std::string_view focused, int layer,
                      int direction) {
    std::vector<std::string> areas;
    std::string current;
    for (const Widget& widget : widgets) {
        if (widget.layer != layer || !widget.takes_focus()) continue;
        if (std::find(areas.begin(), areas.end(), widget.area) == areas.end())
            areas.push_back(widget.area);
        if (widget.name == focused) current = widget.area;
    }
    if (areas.empty()) return {};
    const auto here = std::find(areas.begin(), areas.end(), current);
    const std::size_t from =
        here == areas.end() ? 0 : static_cast<std::size_t>(here - areas.begin());
    const std::string& wanted = areas[step(from, areas.size(), direction)];
    for (const Stop& stop : stops(widgets, layer)) {
        if (stop.widgets.front()->area == wanted) return stop.entry().name;
    }
    return {};
}

}  // namespace casustafel::ui
