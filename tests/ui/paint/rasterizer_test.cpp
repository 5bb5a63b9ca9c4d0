#include "client/ui/paint/rasterizer.hpp"

#include <gtest/gtest.h>

#include <string>

#include "client/ui/paint/picture.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

// Draws on an empty frame of 12x8 and shows it as rows of letters: '.' black, '#' white, digits for
// tenths of brightness between.
std::string drawn(const std::function<void(ImDrawList&)>& draw) {
    ImGuiContext* context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {12, 8};
    io.DeltaTime = 0.01F;
    current_atlas();
    ImGui::NewFrame();
    draw(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    Picture picture(12, 8);
    Rasterizer().draw(*ImGui::GetDrawData(), current_atlas(), picture.target());
    ImGui::DestroyContext(context);
    std::string rows;
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 12; ++x) {
            const std::uint32_t green = picture.at(x, y) >> 8 & 255;
            rows += green == 0     ? '.'
                    : green == 255 ? '#'
                                   : static_cast<char>('0' + green * 10 / 256);
        }
        rows += '\n';
    }
    return rows;
}

constexpr ImU32 white = IM_COL32_WHITE;

TEST(Rasterizer, fills_the_pixels_whose_centres_are_in_a_box) {
    EXPECT_EQ(drawn([](ImDrawList& list) {
                  list.AddRectFilled({2, 1}, {6, 4}, white);
              }),
              "............\n"
              "..####......\n"
              "..####......\n"
              "..####......\n"
              "............\n"
              "............\n"
              "............\n"
              "............\n");
}

TEST(Rasterizer, blends_what_is_half_transparent) {
    const std::string half = drawn([](ImDrawList& list) {
        list.AddRectFilled({0, 0}, {1, 1}, IM_COL32(255, 255, 255, 128));
    });
    EXPECT_EQ(half[0], '5');
}

TEST(Rasterizer, draws_nothing_outside_the_clip) {
    EXPECT_EQ(drawn([](ImDrawList& list) {
                  list.PushClipRect({3, 2}, {5, 4});
                  list.AddRectFilled({-50, -50}, {500, 500}, white);
                  list.AddTriangleFilled({-50, -50}, {500, -50}, {0, 500}, white);
                  list.PopClipRect();
              }),
              "............\n"
              "............\n"
              "...##.......\n"
              "...##.......\n"
              "............\n"
              "............\n"
              "............\n"
              "............\n");
}

TEST(Rasterizer, draws_each_pixel_of_two_touching_triangles_exactly_once) {
    // Half transparent: a pixel drawn twice would be brighter, one missed would be black.
    const std::string rows = drawn([](ImDrawList& list) {
        list.Flags = ImDrawListFlags_None;
        const ImU32 half = IM_COL32(255, 255, 255, 128);
        list.AddTriangleFilled({1, 1}, {11, 1.3F}, {10, 7}, half);
        list.AddTriangleFilled({1, 1}, {10, 7}, {2, 7}, half);
    });
    EXPECT_EQ(rows.find_first_not_of(".5\n"), std::string::npos) << rows;
    // Inside there is no hole: between the first and the last drawn pixel of a row nothing is
    // black.
    for (std::size_t y = 0; y < 8; ++y) {
        const std::string row = rows.substr(y * 13, 12);
        const std::size_t first = row.find('5'), last = row.rfind('5');
        if (first == std::string::npos) continue;
        EXPECT_EQ(row.substr(first, last - first + 1).find('.'), std::string::npos) << rows;
    }
}

TEST(Rasterizer, softens_the_edge_of_a_circle) {
    EXPECT_EQ(drawn([](ImDrawList& list) {
                  list.AddCircleFilled({6, 4}, 3, white, 24);
              }),
              "............\n"
              "....5995....\n"
              "...5####5...\n"
              "...9####9...\n"
              "...9####9...\n"
              "...5####5...\n"
              "....5995....\n"
              "............\n");
}

TEST(Rasterizer, puts_the_channels_where_the_target_wants_them) {
    ImGuiContext* context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {1, 1};
    current_atlas();
    ImGui::NewFrame();
    ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, {1, 1}, IM_COL32(1, 2, 3, 255));
    ImGui::Render();
    std::uint32_t pixel = 0;
    PixelTarget swapped{&pixel, 1, 1, 1, 0, 8, 16};
    Rasterizer().draw(*ImGui::GetDrawData(), current_atlas(), swapped);
    ImGui::DestroyContext(context);
    EXPECT_EQ(pixel & 0xFFFFFF, 0x030201U);
}

TEST(Rasterizer, gives_the_same_picture_twice) {
    const auto draw = [](Ui& ui) {
        ui.draw().line({4, 4, 150, 30}, "Zorg- en Veiligheidshuis", {Type::panel});
    };
    Harness one(160, 40, draw), two(160, 40, draw);
    EXPECT_EQ(one.picture().png(), two.picture().png());
}

}  // namespace
}  // namespace casustafel::ui
