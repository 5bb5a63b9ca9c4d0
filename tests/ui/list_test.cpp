#include <gtest/gtest.h>

#include "client/ui/scroll_list.hpp"
#include "harness.hpp"

namespace casustafel::ui {
namespace {

struct Sheet {
    int count = 500, chosen = -1;
    bool from_bottom = false;
    ListState state;
    std::size_t drawn = 0;

    void draw(Ui& ui) {
        std::vector<Row> rows;
        for (int index = 0; index < count; ++index) {
            const bool heading = index % 100 == 0;
            rows.push_back({"row." + std::to_string(index), heading ? 30.0F : 48.0F, heading,
                            index == chosen, std::to_string(index)});
        }
        drawn = 0;
        const int picked =
            scroll_list(ui, {10, 10, 290, 390}, "list", rows, state,
                        [&](std::size_t index, Rect row, const Response&) {
                            ++drawn;
                            ui.draw().line(row.inset(8, 0), "Stuk " + std::to_string(index), {});
                        },
                        {.from_bottom = from_bottom});
        if (picked >= 0) chosen = picked;
    }
};

class List : public testing::Test {
protected:
    Sheet sheet;
    Harness harness{300, 400, [this](Ui& ui) { sheet.draw(ui); }};
};

TEST_F(List, draws_whole_rows_only_and_says_how_many_follow) {
    EXPECT_EQ(text_faults(harness.ui), "");
    EXPECT_LT(sheet.drawn, 10U);
    const auto below = 495 - (sheet.drawn - 1);  // five of the rows are headings
    EXPECT_TRUE(harness.reads("Nog " + std::to_string(below) + " hieronder"))
        << harness.everything();
}

TEST_F(List, walks_with_arrows_and_keeps_the_row_in_sight) {
    harness.click("row.1");
    EXPECT_EQ(sheet.chosen, 1);
    for (int index = 0; index < 120; ++index) harness.press(Key::down);
    EXPECT_EQ(harness.ui.focused(), "row.122");  // the heading 100 is passed over
    EXPECT_TRUE(harness.shows("row.122"));
    EXPECT_EQ(text_faults(harness.ui), "");
    harness.press(Key::enter);
    EXPECT_EQ(sheet.chosen, 122);
    harness.press(Key::end);
    EXPECT_EQ(harness.ui.focused(), "row.499");
    EXPECT_TRUE(harness.shows("row.499"));
    harness.press(Key::home);
    EXPECT_EQ(harness.ui.focused(), "row.1");
    EXPECT_TRUE(harness.reads("Stuk 0"));
}

TEST_F(List, scrolls_by_wheel_to_the_end_and_no_further) {
    for (int index = 0; index < 400; ++index) harness.wheel({100, 100}, -3);
    EXPECT_TRUE(harness.shows("row.499"));
    EXPECT_FALSE(harness.reads("hieronder"));
    EXPECT_EQ(text_faults(harness.ui), "");
}

TEST_F(List, goes_on_when_the_announcement_is_clicked) {
    harness.click("list.below");
    EXPECT_FALSE(harness.shows("row.1"));
    EXPECT_TRUE(harness.shows("row.7"));
}

TEST_F(List, needs_no_bar_when_everything_fits) {
    sheet.count = 5;
    harness.settle();
    EXPECT_EQ(sheet.drawn, 5U);
    EXPECT_FALSE(harness.reads("hieronder"));
}

TEST_F(List, follows_a_conversation_until_somebody_scrolls_up) {
    sheet.from_bottom = true;
    harness.settle();
    EXPECT_TRUE(harness.shows("row.499"));
    sheet.count = 501;
    harness.settle();
    EXPECT_TRUE(harness.reads("Stuk 500"));
    harness.wheel({100, 100}, 3);
    sheet.count = 520;
    harness.settle();
    EXPECT_FALSE(harness.shows("row.519"));
    EXPECT_TRUE(harness.reads("eerdere berichten"));
    EXPECT_EQ(text_faults(harness.ui), "");
}

TEST_F(List, survives_losing_its_rows) {
    harness.click("row.1");
    harness.press(Key::end);
    sheet.count = 0;
    harness.settle();
    EXPECT_EQ(sheet.drawn, 0U);
    sheet.count = 3;
    harness.settle();
    EXPECT_EQ(sheet.drawn, 3U);
}

}  // namespace
}  // namespace casustafel::ui
