#include <gtest/gtest.h>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

struct Sheet {
    int clicks = 0, chosen = 1, purpose = -1;
    bool open = false, ticked = false, closes = false;
    std::string typed;

    void draw(Ui& ui) {
        ui.area("top");
        if (button(ui, {10, 10, 110, 50}, "one", "Een")) ++clicks;
        button(ui, {120, 10, 220, 50}, "off", "Uit", {.enabled = false});
        field(ui, {230, 10, 430, 50}, "field", typed, {.limit = 20});
        ui.area("bottom");
        const Segment segments[] = {{"a", "A"}, {"b", "B"}, {"c", "C"}};
        const int picked = segmented(ui, {10, 100, 200, 136}, "form", segments, chosen);
        if (picked >= 0) chosen = picked;
        if (check_box(ui, {220, 100, 330, 136}, "tick", "Gelezen",
                      ticked ? Tick::full : Tick::none))
            ticked = !ticked;
        const Option options[] = {{"x", "Zorg"}, {"y", "Veiligheid"}, {"z", "Wonen"}};
        const int option =
            select(ui, {350, 100, 500, 140}, "purpose", options, purpose, "Kies een doel");
        if (option >= 0) purpose = option;
        if (button(ui, {10, 160, 110, 200}, "open", "Open")) open = true;
        if (open) dialog(ui);
    }

    void dialog(Ui& ui) {
        Dialog box(ui, "box", 300, 200, "Delen");
        Rect body = box.body.inset(24, 8);
        if (button(ui, body.cut_top(40), "inside", "Binnen")) ++clicks;
        body.cut_top(8);
        button(ui, body.cut_top(40), "inside.2", "Nog een");
        if (box.closed()) open = false;
    }
};

class Focus : public testing::Test {
protected:
    Sheet sheet;
    Harness harness{640, 400, [this](Ui& ui) { sheet.draw(ui); }};

    std::vector<std::string> tab_through(int count, bool back = false) {
        std::vector<std::string> names;
        for (int index = 0; index < count; ++index) {
            harness.press(Key::tab, back);
            names.push_back(harness.ui.focused());
        }
        return names;
    }
};

TEST_F(Focus, walks_in_the_order_of_drawing_and_takes_a_group_as_one_stop) {
    EXPECT_EQ(tab_through(7), (std::vector<std::string>{"one", "field", "form.b", "tick", "purpose",
                                                        "open", "one"}));
    EXPECT_EQ(tab_through(2, true), (std::vector<std::string>{"open", "purpose"}));
}

TEST_F(Focus, walks_inside_a_group_with_arrows_and_chooses) {
    tab_through(3);
    harness.press(Key::right);
    EXPECT_EQ(harness.ui.focused(), "form.c");
    EXPECT_EQ(sheet.chosen, 2);
    harness.press(Key::right);
    EXPECT_EQ(sheet.chosen, 2);
}

TEST_F(Focus, jumps_between_areas_with_f6) {
    harness.press(Key::tab);
    harness.press(Key::f6);
    EXPECT_EQ(harness.ui.focused(), "form.b");
    EXPECT_TRUE(harness.ui.area_has_focus("bottom"));
    harness.press(Key::f6, true);
    EXPECT_EQ(harness.ui.focused(), "one");
}

TEST_F(Focus, acts_by_click_enter_and_space) {
    harness.click("one");
    EXPECT_EQ(sheet.clicks, 1);
    harness.press(Key::enter);
    harness.press(Key::space);
    EXPECT_EQ(sheet.clicks, 3);
    harness.click("tick");
    EXPECT_TRUE(sheet.ticked);
}

TEST_F(Focus, does_nothing_for_a_disabled_button) {
    harness.click("off");
    EXPECT_EQ(harness.ui.focused(), "");
    EXPECT_FALSE(harness.widget("off").enabled);
}

TEST_F(Focus, does_not_act_when_the_mouse_leaves_before_it_is_released) {
    harness.hover("one");
    Input press;
    press.pressed = press.held = true;
    harness.frame(press);
    harness.hover("tick");
    Input release;
    release.released = true;
    harness.frame(release);
    EXPECT_EQ(sheet.clicks, 0);
    EXPECT_FALSE(sheet.ticked);
}

TEST_F(Focus, stays_in_a_dialog_and_comes_back_when_it_closes) {
    harness.click("open");
    EXPECT_EQ(harness.ui.focused(), "inside");
    EXPECT_EQ(tab_through(3), (std::vector<std::string>{"inside.2", "box.close", "inside"}));
    harness.click("one");  // lies under the scrim
    EXPECT_EQ(sheet.clicks, 0);
    harness.press(Key::escape);
    EXPECT_FALSE(sheet.open);
    EXPECT_EQ(harness.ui.focused(), "open");
    harness.click("one");
    EXPECT_EQ(sheet.clicks, 1);
}

TEST_F(Focus, chooses_from_a_dropped_list_by_mouse_and_by_key) {
    harness.click("purpose");
    ASSERT_TRUE(harness.shows("purpose.y"));
    harness.click("purpose.y");
    EXPECT_EQ(sheet.purpose, 1);
    EXPECT_FALSE(harness.shows("purpose.y"));
    EXPECT_EQ(harness.ui.focused(), "purpose");
    harness.press(Key::enter);
    harness.press(Key::down);
    harness.press(Key::enter);
    EXPECT_EQ(sheet.purpose, 2);
    harness.press(Key::enter);
    harness.press(Key::escape);
    EXPECT_FALSE(harness.shows("purpose.y"));
    EXPECT_EQ(sheet.purpose, 2);
}

TEST(DroppedList, is_as_wide_as_its_longest_line_within_the_screen) {
    std::string label = "POL-Z  Politie aan de ZSM-tafel in het zaaltje op de derde verdieping";
    const auto draw = [&](Ui& ui) {
        const Option options[] = {{"long", label}, {"short", "VT", "een korte regel"}};
        select(ui, {700, 10, 780, 50}, "invite", options, -1, "Wie");
    };
    Harness harness(800, 300, draw);
    harness.click("invite");
    EXPECT_TRUE(harness.reads(label)) << harness.everything();
    EXPECT_LE(harness.widget("invite.long").rect.right, 800);
    label += ", " + label;  // longer than the screen is wide
    harness.settle();
    EXPECT_GE(harness.widget("invite.long").rect.left, 0);
    EXPECT_LE(harness.widget("invite.long").rect.right, 800);
}

TEST_F(Focus, closes_a_dropped_list_on_a_click_beside_it) {
    harness.click("purpose");
    harness.click("purpose.outside");
    EXPECT_FALSE(harness.shows("purpose.outside"));
    EXPECT_EQ(sheet.clicks, 0);
}

TEST_F(Focus, does_nothing_at_the_second_click_where_something_else_slid_under_the_mouse) {
    harness.click("open");
    harness.press(Key::escape);
    harness.hover("one");
    const auto click = [&](int count) {
        Input press;
        press.pressed = press.held = true;
        press.clicks = count;
        harness.frame(press);
        Input release;
        release.released = true;
        harness.frame(release);
        harness.settle();
    };
    click(2);  // the first of the two was on "open"
    EXPECT_EQ(sheet.clicks, 0);
    click(1);
    click(2);
    EXPECT_EQ(sheet.clicks, 2);
}

TEST_F(Focus, leaves_letters_to_the_field_that_is_typed_in) {
    harness.click("field");
    harness.press_letter('d');
    EXPECT_EQ(sheet.typed, "d");
}

}  // namespace
}  // namespace casustafel::ui
