#include "client/ui/paint/recorder.hpp"

#include <algorithm>
#include <set>

namespace casustafel::ui {
namespace {

struct Stop {
    std::string group;  // empty: the widget alone
    std::vector<const Item*> widgets;

    const Item& entry() const {
        const auto selected = std::find_if(widgets.begin(), widgets.end(),
                                           [](const Item* item) { return item->selected; });
        return selected == widgets.end() ? *widgets.front() : **selected;
    }
    bool holds(std::string_view name) const {
        return std::any_of(widgets.begin(), widgets.end(),
                           [&](const Item* item) { return item->name == name; });
    }
};

std::vector<Stop> stops(std::span<const Item> items, int layer) {
    std::vector<Stop> found;
    for (const Item& item : items) {
        if (item.layer != layer || !item.takes_focus()) continue;
        const auto same = std::find_if(found.begin(), found.end(), [&](const Stop& stop) {
            return !item.group.empty() && stop.group == item.group;
        });
        if (same == found.end()) {
            found.push_back({item.group, {&item}});
        } else {
            same->widgets.push_back(&item);
        }
    }
    return found;
}

std::size_t step(std::size_t from, std::size_t count, int direction) {
    return (from + count + static_cast<std::size_t>(direction + static_cast<int>(count))) % count;
}

}  // namespace

void Recorder::clear() {
    items_.clear();
    texts_.clear();
}

const Item* Recorder::find(std::string_view name) const {
    const auto found = std::find_if(items_.begin(), items_.end(),
                                    [&](const Item& item) { return item.name == name; });
    return found == items_.end() ? nullptr : &*found;
}

const Item* Recorder::at(Point point, int layer) const {
    const auto found = std::find_if(items_.rbegin(), items_.rend(), [&](const Item& item) {
        return item.layer == layer && !item.hidden && item.rect.contains(point);
    });
    return found == items_.rend() ? nullptr : &*found;
}

std::vector<std::string> Recorder::doubled_names() const {
    std::set<std::string> seen;
    std::vector<std::string> doubled;
    for (const Item& item : items_) {
        if (!seen.insert(item.name).second) doubled.push_back(item.name);
    }
    return doubled;
}

std::string next_stop(std::span<const Item> items, std::string_view focused, int layer,
                      int direction) {
    const std::vector<Stop> all = stops(items, layer);
    if (all.empty()) return {};
    const auto here =
        std::find_if(all.begin(), all.end(), [&](const Stop& stop) { return stop.holds(focused); });
    if (here == all.end()) return (direction > 0 ? all.front() : all.back()).entry().name;
    return all[step(static_cast<std::size_t>(here - all.begin()), all.size(), direction)]
        .entry()
        .name;
}

std::string next_in_group(std::span<const Item> items, std::string_view focused, int direction) {
    const auto here = std::find_if(items.begin(), items.end(),
                                   [&](const Item& item) { return item.name == focused; });
    if (here == items.end() || here->group.empty()) return {};
    std::vector<const Item*> members;
    for (const Item& item : items) {
        if (item.group == here->group && item.layer == here->layer && item.takes_focus())
            members.push_back(&item);
    }
    const auto at = std::find(members.begin(), members.end(), &*here) - members.begin();
    const auto to = std::clamp<std::ptrdiff_t>(at + direction, 0,
                                               static_cast<std::ptrdiff_t>(members.size()) - 1);
    return members[static_cast<std::size_t>(to)]->name;
}

std::string next_area(std::span<const Item> items, std::string_view focused, int layer,
                      int direction) {
    std::vector<std::string> areas;
    std::string current;
    for (const Item& item : items) {
        if (item.layer != layer || !item.takes_focus()) continue;
        if (std::find(areas.begin(), areas.end(), item.area) == areas.end())
            areas.push_back(item.area);
        if (item.name == focused) current = item.area;
    }
    if (areas.empty()) return {};
    const auto here = std::find(areas.begin(), areas.end(), current);
    const std::size_t from =
        here == areas.end() ? 0 : static_cast<std::size_t>(here - areas.begin());
    const std::string& wanted = areas[step(from, areas.size(), direction)];
    for (const Stop& stop : stops(items, layer)) {
        if (stop.widgets.front()->area == wanted) return stop.entry().name;
    }
    return {};
}

}  // namespace casustafel::ui
