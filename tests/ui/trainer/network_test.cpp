// The network of shares as geometry: in a full house at the sizes it is drawn at, every role can
// send every other an arrow that crosses nobody.
#include <gtest/gtest.h>

#include <cmath>

#include "client/ui/trainer/network/network.hpp"
#include "client/ui/trainer/network/network_links.hpp"
#include "client/ui/trainer/network/network_paths.hpp"
#include "client/ui/trainer/network/network_routes.hpp"

namespace casustafel::ui {
namespace {

constexpr float box_width = 62, box_height = 28, heads = 28;

// The boxes of two tables in strips beside each other, as the drawing places them.
std::vector<Rect> full_house(Rect area, std::size_t left, std::size_t right) {
    std::vector<Rect> boxes;
    const auto weight = [](std::size_t roles) { return 5 + static_cast<float>(roles); };
    const float all = area.width(), share = weight(left) / (weight(left) + weight(right));
    Rect strips[] = {area.cut_left(all * share), area};
    const std::size_t counts[] = {left, right};
    for (int index = 0; index < 2; ++index) {
        strips[index].cut_top(heads);
        for (const Point at : around(strips[index].inset(10, 8), counts[index], box_width))
            boxes.push_back(Rect{at.x, at.y, at.x, at.y}.inset(-box_width / 2, -box_height / 2));
    }
    return boxes;
}

bool touches(const std::vector<Point>& path, Rect box) {
    for (std::size_t index = 1; index < path.size(); ++index) {
        const Point from = path[index - 1], to = path[index];
        const int parts = 1 + static_cast<int>(std::hypot(to.x - from.x, to.y - from.y) * 2);
        for (int part = 0; part <= parts; ++part) {
            const float share = static_cast<float>(part) / static_cast<float>(parts);
            if (box.contains(
                    Point{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share}))
                return true;
        }
    }
    return false;
}

struct House {
    const char* name;
    Rect area;
    std::size_t left, right;
};

class FullHouse : public testing::TestWithParam<House> {};

TEST_P(FullHouse, crosses_no_role_from_any_role_to_any_other) {
    const auto& [name, area, left, right] = GetParam();
    const auto boxes = full_house(area, left, right);
    ASSERT_EQ(boxes.size(), left + right) << "no room to draw in";
    const Rect inside{area.left, area.top + heads, area.right, area.bottom};
    for (std::size_t from = 0; from < boxes.size(); ++from)
        for (std::size_t to = 0; to < boxes.size(); ++to) {
            if (from == to) continue;
            std::vector<Rect> others;
            for (std::size_t index = 0; index < boxes.size(); ++index)
                if (index != from && index != to) others.push_back(boxes[index]);
            for (const float aside : {0.0F, 7.0F}) {
                std::vector<Point> turned;
                const auto path =
                    path_between({boxes[from], boxes[to], others, inside, aside, 11}, turned);
                ASSERT_GT(path.size(), 1U) << from << " to " << to;
                for (const Rect& box : others)
                    EXPECT_FALSE(touches(path, box)) << from << " to " << to << ", " << aside;
            }
        }
}

INSTANTIATE_TEST_SUITE_P(Sizes, FullHouse,
                         testing::Values(House{"sixteen_at_1280", {480, 276, 912, 684}, 7, 9},
                                         House{"eighteen_at_1600", {592, 276, 1168, 830}, 8, 10},
                                         House{"twenty_one_at_1280", {480, 276, 912, 684}, 6, 15},
                                         House{"nine_in_a_row", {0, 0, 620, 250}, 4, 5}),
                         [](const auto& house) { return std::string(house.param.name); });

TEST(NetworkRoute, says_whether_a_line_runs_under_a_box) {
    const Rect box{10, 10, 20, 20};
    EXPECT_TRUE(runs_under({0, 15}, {30, 15}, box));
    EXPECT_TRUE(runs_under({12, 12}, {13, 13}, box));
    EXPECT_TRUE(runs_under({8, 16}, {16, 24}, box));
    EXPECT_FALSE(runs_under({0, 18}, {8, 22}, box));
    EXPECT_FALSE(runs_under({8, 18}, {14, 26}, box));
    EXPECT_FALSE(runs_under({0, 20}, {30, 20}, box));
}

TEST(NetworkRoute, turns_beside_where_another_turned) {
    const Rect from{0, 100, 60, 128}, to{300, 100, 360, 128}, area{0, 0, 400, 240};
    const std::vector<Rect> wall{{150, 60, 200, 200}};
    std::vector<Point> turned;
    const auto first = way_round({from, to, wall, area}, turned);
    const auto second = way_round({from, to, wall, area}, turned);
    const auto highest = [](const std::vector<Point>& path) {
        float top = 1000;
        for (const Point at : path) top = std::min(top, at.y);
        return top;
    };
    EXPECT_LT(highest(second), highest(first) - 3);
    EXPECT_FALSE(touches(second, wall.front()));
}

TEST(NetworkRoute, goes_round_a_wall_and_gives_up_inside_one) {
    const Rect from{0, 100, 60, 128}, to{300, 100, 360, 128}, area{0, 0, 400, 240};
    const std::vector<Rect> wall{{150, 20, 200, 200}};
    std::vector<Point> turned;
    const auto path = way_round({from, to, wall, area}, turned);
    ASSERT_GT(path.size(), 1U);
    EXPECT_FALSE(touches(path, wall.front()));
    const std::vector<Rect> closed{{150, 0, 200, 240}};
    EXPECT_TRUE(way_round({from, to, closed, area}, turned).empty());
}

}  // namespace
}  // namespace casustafel::ui
