#include "client/ui/trainer/network/network_paths.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/trainer/network/network_routes.hpp"

namespace casustafel::ui {
namespace {

constexpr int steps = 28;
constexpr float clear_of_boxes = 6, shortest_shaft = 16, bow_step = 18;
constexpr int bows = 9;

struct Bow {
    Point from, control, to;
    Point at(float share) const {
        const float left = 1 - share;
        return {left * left * from.x + 2 * left * share * control.x + share * share * to.x,
                left * left * from.y + 2 * left * share * control.y + share * share * to.y};
    }
};

// From middle to middle, this far aside; widest at this share of the way.
Bow bow_of(Rect from, Rect to, float aside, float share) {
    const Point a = from.centre(), b = to.centre();
    const float length = std::max(1.0F, std::hypot(b.x - a.x, b.y - a.y));
    const Point on{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
    // A bow reaches half as far as its control point.
    const float reach = aside * 2 / length;
    return {a, {on.x - (b.y - a.y) * reach, on.y + (b.x - a.x) * reach}, b};
}

// The part between the two boxes.
std::vector<Point> outside(const Bow& bow, Rect from, Rect to) {
    std::vector<Point> points;
    for (int index = 0; index <= steps * 4; ++index) {
        const Point at = bow.at(static_cast<float>(index) / (steps * 4));
        if (!from.inset(-2).contains(at) && !to.inset(-1).contains(at)) points.push_back(at);
    }
    // As few as the eye needs, and the last one exactly.
    std::vector<Point> few;
    for (std::size_t index = 0; index < points.size(); index += 4) few.push_back(points[index]);
    if (!points.empty()) few.push_back(points.back());
    return few;
}

float length_of(const std::vector<Point>& points) {
    float sum = 0;
    for (std::size_t index = 1; index < points.size(); ++index)
        sum += std::hypot(points[index].x - points[index - 1].x,
                          points[index].y - points[index - 1].y);
    return sum;
}

int hits(const std::vector<Point>& points, std::span<const Rect> others, Rect area) {
    int sum = 0;
    for (std::size_t index = 1; index < points.size(); ++index) {
        if (!area.contains(points[index])) sum += 2;
        for (const Rect& box : others)
            if (runs_under(points[index - 1], points[index], box.inset(-clear_of_boxes))) ++sum;
    }
    return sum;
}

}  // namespace

std::vector<Point> path_between(const Course& course, std::vector<Point>& turned) {
    std::vector<Point> best;
    int fewest = -1;
    for (int bow = 0; bow <= 2 * bows && fewest != 0; ++bow) {
        const float more =
            bow_step * static_cast<float>((bow + 1) / 2) * (bow % 2 == 1 ? 1.0F : -1.0F);
        for (const float share : {0.5F, 0.35F, 0.65F, 0.2F, 0.8F}) {
            auto points = outside(bow_of(course.from, course.to, course.aside + more, share),
                                  course.from, course.to);
            if (points.size() < 2) continue;
            const int wrong = hits(points, course.others, course.area) +
                              (length_of(points) < course.head + shortest_shaft ? 1 : 0);
            if (fewest >= 0 && wrong >= fewest) continue;
            fewest = wrong;
            best = std::move(points);
        }
    }
    if (fewest == 0) return best;
    auto round = way_round(course, turned);
    return round.empty() ? best : round;
}

}  // namespace casustafel::ui
