#include <gtest/gtest.h>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

struct Sheet {
    int count = 500, chosen = -1;
    bool from_bottom = false;
    float height = 380;
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
            scroll_list(ui, {10, 10, 290, 10 + height}, "list", rows, state,
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

// Rows that come and go while somebody points at them, each with a button.
struct Arrivals {
    std::vector<std::string> names{"a", "b", "c"};
    float height = 300;
    ListState state{};
    std::string used{}, folded{};

    void draw(Ui& ui) {
        button(ui, {10, 350, 290, 390}, "elsewhere", "Elders");
        std::vector<Row> rows;
        for (const std::string& name : names)
            if (folded.empty() || name < folded) rows.push_back({"row." + name, 48});
        std::vector<std::string> shown;
        for (const Row& row : rows) shown.push_back(row.name);
        scroll_list(ui, {10, 10, 290, 10 + height}, "arrivals", rows, state,
                    [&](std::size_t index, Rect row, const Response&) {
                        if (button(ui, row.inset(4), shown[index] + ".use", shown[index]))
                            used = shown[index];
                    },
                    {.bare = true});
    }
};

class Arriving : public testing::Test {
protected:
    Arrivals sheet;
    Harness harness{300, 400, [this](Ui& ui) { sheet.draw(ui); }};

    float top(const std::string& row) { return harness.widget("row." + row + ".use").rect.top; }
    void become(std::vector<std::string> names) {
        sheet.names = std::move(names);
        harness.settle();
    }
};

TEST_F(Arriving, rows_stay_under_the_mouse_and_new_ones_come_in_below) {
    harness.hover("row.b.use");
    const float before = top("b");
    become({"x", "a", "b", "c"});
    EXPECT_EQ(top("b"), before);
    EXPECT_GT(top("x"), top("c"));
    harness.click("row.b.use");
    EXPECT_EQ(sheet.used, "row.b");
    EXPECT_EQ(top("b"), before) << "what came meanwhile waits until the mouse is elsewhere";
    harness.hover("elsewhere");
    EXPECT_LT(top("x"), top("a"));
}

TEST_F(Arriving, a_click_is_for_what_was_there_when_the_row_came) {
    harness.hover("row.b.use");
    sheet.names = {"x", "y", "a", "b", "c"};
    harness.click("row.b.use");
    EXPECT_EQ(sheet.used, "row.b");
}

TEST_F(Arriving, new_rows_that_do_not_fit_are_counted) {
    sheet.height = 3 * 48 + 28;
    harness.settle();
    harness.hover("row.b.use");
    become({"x", "a", "b", "c"});
    EXPECT_TRUE(harness.reads("Nog 1 hieronder, 1 nieuw")) << harness.everything();
}

TEST_F(Arriving, what_goes_leaves_its_room) {
    harness.hover("row.c.use");
    const float before = top("c");
    become({"b", "c"});
    EXPECT_EQ(top("c"), before);
    harness.hover("elsewhere");
    EXPECT_LT(top("c"), before);
}

TEST_F(Arriving, what_the_person_does_takes_its_place_at_once) {
    become({"a", "b", "c"});
    harness.click("row.a.use");
    sheet.folded = "b";  // as a row that folds the others away does in the frame of its click
    harness.click("row.a.use");
    EXPECT_FALSE(harness.shows("row.b.use"));
    sheet.folded.clear();
    harness.hover("elsewhere");
    EXPECT_TRUE(harness.shows("row.b.use"));
}

TEST_F(List, tells_how_many_rows_are_above) {
    harness.wheel({100, 100}, -2);
    EXPECT_TRUE(harness.reads("hierboven")) << harness.everything();
    EXPECT_EQ(text_faults(harness.ui), "");
    for (int turn = 0; turn < 4; ++turn) harness.wheel({100, 100}, 2);
    EXPECT_FALSE(harness.reads("hierboven"));
    EXPECT_TRUE(harness.shows("row.1"));
}

TEST(NamelessRows, are_a_fault_when_there_is_something_to_use_in_them) {
    ListState state;
    Harness harness(300, 400, [&](Ui& ui) {
        const Row rows[] = {{"", 48}};
        scroll_list(
            ui, {10, 10, 290, 300}, "nameless", rows, state,
            [&](std::size_t, Rect row, const Response&) { button(ui, row.inset(4), "use", "Doe"); },
            {.bare = true});
    });
    harness.settle();
    EXPECT_NE(widget_faults(harness.ui), "");
}

// A form of questions with their answers, rows and a button, in less room than it needs.
struct Form {
    std::string answers[6];
    float high = 230;

    void draw(Ui& ui) {
        scroll_area(ui, {10, 10, 290, 10 + high}, "form", [&](Rect inner) {
            const float top = inner.top;
            for (int index = 0; index < 6; ++index) {
                const std::string number = std::to_string(index);
                const float begins = inner.top;
                ui.draw().line(inner.cut_top(26), "Vraag " + number, {});
                field(ui, inner.cut_top(40), "field." + number, answers[index]);
                keep_whole(ui, {inner.left, begins, inner.right, inner.top});
                inner.cut_top(14);
            }
            for (int index = 0; index < 9; ++index) {
                const std::string number = std::to_string(index);
                button(ui, inner.cut_top(48), "button." + number, "Knop " + number);
            }
            return inner.top - top;
        });
    }
};

class Page : public testing::Test {
protected:
    Form form;
    Harness harness{300, 400, [this](Ui& ui) { form.draw(ui); }};

    // What stands there in part, and questions without their field or the other way round.
    std::string halves() const {
        std::string found;
        for (const Widget& item : harness.ui.record().widgets())
            if (item.partly && !item.hidden) found += item.name + " ";
        for (int index = 0; index < 6; ++index) {
            const std::string number = std::to_string(index);
            const bool asked = harness.reads("Vraag " + number);
            if (asked == harness.widget("field." + number).hidden) found += "question " + number;
        }
        return found;
    }
};

TEST_F(Page, shows_whole_things_only_wherever_it_is_scrolled_to) {
    for (const float high : {230.0F, 180.0F, 300.0F}) {
        form.high = high;
        harness.ui.number("form.offset") = 0;
        harness.settle();
        for (int notch = 0; notch < 14; ++notch, harness.wheel({100, 100}, -1))
            EXPECT_EQ(halves(), "") << high << " down " << notch;
        EXPECT_FALSE(harness.widget("button.8").hidden);
        for (int notch = 0; notch < 14; ++notch, harness.wheel({100, 100}, 1))
            EXPECT_EQ(halves(), "") << high << " up " << notch;
        EXPECT_EQ(harness.ui.number("form.offset"), 0);
        EXPECT_FALSE(harness.widget("field.0").hidden);
    }
}

TEST_F(Page, brings_what_gets_focus_in_sight_as_a_whole) {
    for (int stop = 0; stop < 40; ++stop) {
        harness.press(Key::tab, stop >= 20);
        EXPECT_EQ(halves(), "") << stop << ": " << harness.ui.focused();
        if (harness.ui.focused() == "form") continue;
        EXPECT_FALSE(harness.widget(harness.ui.focused()).hidden) << stop;
    }
}

TEST_F(Page, reaches_its_end_by_keys) {
    harness.ui.focus("form");
    harness.settle();
    for (int press = 0; press < 40; ++press) {
        harness.press(Key::down);
        EXPECT_EQ(halves(), "") << press;
    }
    EXPECT_FALSE(harness.widget("button.8").hidden);
    for (int press = 0; press < 10; ++press) harness.press(Key::page_up);
    EXPECT_FALSE(harness.widget("field.0").hidden);
}

TEST_F(List, counts_one_earlier_message_as_one) {
    sheet.count = 4;  // the first is a heading
    sheet.from_bottom = true;
    sheet.height = 140;
    harness.settle();
    EXPECT_TRUE(harness.reads("1 eerder bericht")) << harness.everything();
    EXPECT_FALSE(harness.reads("eerdere"));
}

}  // namespace
}  // namespace casustafel::ui
