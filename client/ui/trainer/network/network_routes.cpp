#include "client/ui/trainer/network/network_routes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "client/ui/trainer/network/network_paths.hpp"

namespace casustafel::ui {
namespace {

constexpr float turn = 12, step = 6, lane = 5;
constexpr int steps_of_turn = 5, lanes = 4;

// How one search for a way is made: how far it keeps from the boxes, whether it also runs beside
// the turns of earlier ways, and by how much its length counts as longer than it is.
struct Search {
    float clearance;
    bool beside_earlier;
    float costs;
};

float distance(Point one, Point other) { return std::hypot(one.x - other.x, one.y - other.y); }

float length_of(const std::vector<Point>& way) {
    float sum = 0;
    for (std::size_t index = 1; index < way.size(); ++index)
        sum += distance(way[index - 1], way[index]);
    return sum;
}

Point between(Point one, Point other, float share) {
    return {one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share};
}

bool is_clear(Point from, Point to, std::span<const Rect> boxes, float clear) {
    return std::none_of(boxes.begin(), boxes.end(),
                        [&](const Rect& box) { return runs_under(from, to, box.inset(-clear)); });
}

bool is_clear(const std::vector<Point>& points, std::span<const Rect> boxes, float clear) {
    for (std::size_t index = 1; index < points.size(); ++index)
        if (!is_clear(points[index - 1], points[index], boxes, clear)) return false;
    return true;
}

bool is_taken(Point at, std::span<const Point> turned) {
    return std::any_of(turned.begin(), turned.end(),
                       [&](Point other) { return distance(at, other) < lane - 1; });
}

// Where the way may turn: its ends, and the corners of every box, just clear of it and of where
// another way turned before.
std::vector<Point> turning_points(const Course& course, float clear,
                                  std::span<const Point> turned) {
    const Point a = course.from.centre(), b = course.to.centre();
    const float length = std::max(1.0F, distance(a, b));
    const float x = -(b.y - a.y) / length * course.aside, y = (b.x - a.x) / length * course.aside;
    std::vector<Point> points{{b.x + x, b.y + y}, {a.x + x, a.y + y}};
    for (const Rect& box : course.others)
        for (int corner = 0; corner < 4; ++corner)
            for (int beside = 0; beside < lanes; ++beside) {
                const Rect around = box.inset(-clear - 0.5F - lane * static_cast<float>(beside));
                const Point at{corner % 2 == 0 ? around.left : around.right,
                               corner < 2 ? around.top : around.bottom};
                if (is_taken(at, turned)) continue;
                if (course.area.contains(at)) points.push_back(at);
                break;
            }
    return points;
}

// The shortest way from the first point to the second, backwards; empty: there is none.
std::vector<Point> shortest(const std::vector<Point>& points, std::span<const Rect> boxes,
                            float clear) {
    constexpr float far = std::numeric_limits<float>::max();
    std::vector<float> length(points.size(), far);
    std::vector<std::size_t> before(points.size(), 0);
    std::vector<bool> done(points.size(), false);
    length[0] = 0;
    while (!done[1]) {
        std::size_t near = points.size();
        for (std::size_t index = 0; index < points.size(); ++index)
            if (!done[index] && length[index] < far &&
                (near == points.size() || length[index] < length[near]))
                near = index;
        if (near == points.size()) return {};
        done[near] = true;
        for (std::size_t next = 1; next < points.size(); ++next) {
            const float sum = length[near] + distance(points[near], points[next]);
            if (done[next] || sum >= length[next]) continue;
            if (!is_clear(points[near], points[next], boxes, clear)) continue;
            length[next] = sum;
            before[next] = near;
        }
    }
    std::vector<Point> way{points[1]};
    for (std::size_t at = 1; at != 0; at = before[at]) way.push_back(points[before[at]]);
    return way;
}

std::vector<Point> rounded(const std::vector<Point>& way) {
    std::vector<Point> points{way.front()};
    for (std::size_t index = 1; index + 1 < way.size(); ++index) {
        const Point at = way[index];
        const float in = distance(way[index - 1], at), out = distance(at, way[index + 1]);
        const float leg = std::min({turn, in / 2, out / 2});
        const Point begin = between(at, way[index - 1], leg / std::max(1.0F, in)),
                    end = between(at, way[index + 1], leg / std::max(1.0F, out));
        for (int part = 0; part <= steps_of_turn; ++part) {
            const float share = static_cast<float>(part) / steps_of_turn;
            points.push_back(between(between(begin, at, share), between(at, end, share), share));
        }
    }
    points.push_back(way.back());
    return points;
}

// Points at small distances along the way, of the part between the two boxes.
std::vector<Point> outside(const std::vector<Point>& way, Rect from, Rect to) {
    std::vector<Point> points;
    for (std::size_t index = 1; index < way.size(); ++index) {
        const float length = distance(way[index - 1], way[index]);
        const int parts = std::max(1, static_cast<int>(std::ceil(length / step)));
        for (int part = index == 1 ? 0 : 1; part <= parts; ++part) {
            const Point at = between(way[index - 1], way[index],
                                     static_cast<float>(part) / static_cast<float>(parts));
            if (!from.inset(-2).contains(at) && !to.inset(-1).contains(at)) points.push_back(at);
        }
    }
    return points;
}

}  // namespace

bool runs_under(Point from, Point to, Rect box) {
    if (box.empty() || std::max(from.x, to.x) <= box.left || std::min(from.x, to.x) >= box.right ||
        std::max(from.y, to.y) <= box.top || std::min(from.y, to.y) >= box.bottom)
        return false;
    const float dx = to.x - from.x, dy = to.y - from.y;
    float enters = 0, leaves = 1;
    const auto within = [&](float begin, float along, float low, float high) {
        if (along == 0) return;
        const float one = (low - begin) / along, other = (high - begin) / along;
        enters = std::max(enters, std::min(one, other));
        leaves = std::min(leaves, std::max(one, other));
    };
    within(from.x, dx, box.left, box.right);
    within(from.y, dy, box.top, box.bottom);
    return enters < leaves;
}

std::vector<Point> way_round(const Course& course, std::vector<Point>& turned) {
    // Beside the others and well clear of the boxes, unless that is a long way about.
    constexpr Search searches[] = {
        {7, true, 1}, {4, true, 1.25F}, {7, false, 1.4F}, {4, false, 1.75F}, {1.5F, false, 3}};
    std::vector<Point> best;
    float least = std::numeric_limits<float>::max(), clear = 0;
    for (const Search& search : searches) {
        const std::span<const Point> others =
            search.beside_earlier ? std::span<const Point>(turned) : std::span<const Point>();
        std::vector<Point> way = shortest(turning_points(course, search.clearance, others),
                                          course.others, search.clearance);
        if (way.empty() || length_of(way) * search.costs >= least) continue;
        least = length_of(way) * search.costs;
        clear = search.clearance;
        best = std::move(way);
    }
    if (best.empty()) return {};
    turned.insert(turned.end(), best.begin() + 1, best.end() - 1);
    const std::vector<Point> smooth = rounded(best);
    auto points =
        outside(is_clear(smooth, course.others, clear / 2) ? smooth : best, course.from, course.to);
    return points.size() > 1 ? points : std::vector<Point>();
}

}  // namespace casustafel::ui
