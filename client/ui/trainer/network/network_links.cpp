#include "client/ui/trainer/network/network_links.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace casustafel::ui {
namespace {

constexpr int samples = 720;
constexpr float box_height = 28, inner_ring = 40;

Point on_oval(Rect oval, double turn) {
    const double angle = (turn - 0.25) * 2 * std::numbers::pi;
    return {oval.centre().x + oval.width() / 2 * static_cast<float>(std::cos(angle)),
            oval.centre().y + oval.height() / 2 * static_cast<float>(std::sin(angle))};
}

float distance(Point one, Point other) { return std::hypot(one.x - other.x, one.y - other.y); }

bool are_apart(const std::vector<Point>& points, float box_width) {
    for (std::size_t one = 0; one < points.size(); ++one)
        for (std::size_t other = one + 1; other < points.size(); ++other)
            if (std::abs(points[one].x - points[other].x) < box_width + 4 &&
                std::abs(points[one].y - points[other].y) < box_height + 4)
                return false;
    return true;
}

// At equal distances along the oval, beginning this far along the first step.
std::vector<Point> on_ring(Rect oval, std::size_t count, float begin) {
    std::vector<float> along(samples + 1, 0);
    for (int index = 1; index <= samples; ++index)
        along[static_cast<std::size_t>(index)] =
            along[static_cast<std::size_t>(index) - 1] +
            distance(on_oval(oval, (index - 1.0) / samples), on_oval(oval, index * 1.0 / samples));
    const float step = along.back() / static_cast<float>(std::max<std::size_t>(1, count));
    std::vector<Point> points;
    for (std::size_t index = 0; index < count; ++index) {
        const auto at = std::lower_bound(along.begin(), along.end(),
                                         step * (static_cast<float>(index) + begin));
        points.push_back(on_oval(oval, static_cast<double>(at - along.begin()) / samples));
    }
    return points;
}

// So many of the roles on an inner ring, spread evenly over the order they have.
std::vector<Point> on_rings(Rect oval, std::size_t count, std::size_t within, float box_width) {
    const Rect inner = oval.inset(std::min(oval.width() * 0.3F, box_width + 10),
                                  std::min(oval.height() * 0.3F, inner_ring + 8));
    const auto outside = on_ring(oval, count - within, 0), inside = on_ring(inner, within, 0.5F);
    std::vector<Point> points;
    std::size_t placed_within = 0;
    for (std::size_t index = 0; index < count; ++index) {
        const bool goes_within = (index + 1) * within / count > placed_within;
        points.push_back(goes_within ? inside[placed_within] : outside[index - placed_within]);
        placed_within += goes_within ? 1 : 0;
    }
    return points;
}

// Rows that spring half a box, so that an arrow finds its way between; nothing when even these do
// not fit.
std::vector<Point> in_rows(Rect middles, std::size_t count, float box_width) {
    const float pitch = box_width + 6;
    const auto columns =
        static_cast<std::size_t>(std::max(1.0F, (middles.width() - pitch / 2) / pitch + 1));
    const std::size_t rows = (count + columns - 1) / columns;
    const float high = rows < 2 ? 0 : middles.height() / static_cast<float>(rows - 1);
    if (rows > 1 && high < box_height + 4) return {};
    if (middles.width() < pitch / 2) return {};
    const float wide =
        columns < 2 ? 0 : (middles.width() - pitch / 2) / static_cast<float>(columns - 1);
    std::vector<Point> points;
    for (std::size_t index = 0; index < count; ++index) {
        const std::size_t row = index / columns;
        points.push_back({middles.left + wide * static_cast<float>(index % columns) +
                              (row % 2 == 1 ? pitch / 2 : 0),
                          middles.top + high * static_cast<float>(row)});
    }
    return points;
}

}  // namespace

std::vector<Link> links(const model::View& view, bool asking) {
    std::map<std::pair<std::string, std::string>, Link> found;
    const auto add = [&](const std::string& from, const std::string& to, std::int64_t at) {
        if (from == to) return;
        Link& link = found[{from, to}];
        ++link.count;
        link.last_sim_ms = std::max(link.last_sim_ms, at);
    };
    if (asking) {
        for (const v1::Request* request : view.all<v1::Request>())
            for (const std::string& to : request->to())
                add(request->asker(), to, request->at_sim_ms());
    } else {
        for (const v1::Share* share : view.all<v1::Share>())
            for (const std::string& to : share->to()) add(share->giver(), to, share->at_sim_ms());
    }
    std::vector<Link> all;
    for (auto& [ends, link] : found) {
        link.from = ends.first;
        link.to = ends.second;
        all.push_back(std::move(link));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Link& one, const Link& other) { return one.count > other.count; });
    return all;
}

std::vector<Point> around(Rect area, std::size_t count, float box_width) {
    if (count == 0) return {};
    if (count == 1) return {area.centre()};
    const Rect oval = area.inset(box_width / 2, box_height / 2);
    if (oval.empty()) return {};
    for (std::size_t within = 0; within <= count / 2; ++within) {
        const auto points = on_rings(oval, count, within, box_width);
        if (are_apart(points, box_width)) return points;
    }
    return in_rows(oval, count, box_width);
}

}  // namespace casustafel::ui
