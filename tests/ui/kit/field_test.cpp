#include <gtest/gtest.h>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

struct Form {
    std::string name, story;
    int submitted = 0, newlines = 0;

    void draw(Ui& ui) {
        if (field(ui, {10, 10, 210, 50}, "name", name, {.limit = 12}).submitted) ++submitted;
        if (field(ui, {10, 60, 210, 160}, "story", story, {.several_lines = true, .limit = 2'000})
                .submitted)
            ++submitted;
        button(ui, {10, 170, 110, 210}, "next", "Verder");
    }
};

class Field : public testing::Test {
protected:
    Form form;
    Harness harness{240, 240, [this](Ui& ui) { form.draw(ui); }};
};

TEST_F(Field, takes_what_is_typed_and_edits_it) {
    harness.click("name");
    harness.type("Samira");
    harness.press(Key::left);
    harness.press(Key::backspace);
    harness.type("é");
    EXPECT_EQ(form.name, "Samiéa");
    harness.press(Key::home);
    harness.press(Key::del);
    EXPECT_EQ(form.name, "amiéa");
    harness.press_letter('z', true);
    EXPECT_EQ(form.name, "Samiéa");
}

TEST_F(Field, holds_no_more_than_its_limit_and_no_control_characters) {
    harness.click("name");
    harness.type(std::string("a\x01\x1b\x7f\t") + "bcdefghijklmnop");
    EXPECT_EQ(form.name, "abcdefghijkl");
    form.name.clear();
    harness.settle();
    harness.ui.copy("éééééééé\nlijn");
    harness.press_letter('v', true);
    EXPECT_EQ(form.name, "éééééééé lij");
}

// The server counts characters, and so does a field: what the server would take is not cut.
TEST_F(Field, counts_characters_and_not_bytes) {
    std::string pasted;
    for (int letter = 0; letter < 1'500; ++letter) pasted += "ë";
    harness.click("story");
    harness.ui.copy(pasted);
    harness.press_letter('v', true);
    EXPECT_EQ(form.story, pasted);
    harness.type("ё");
    EXPECT_EQ(form.story, pasted + "ё");
}

TEST_F(Field, submits_with_enter_in_one_line_and_control_enter_in_several) {
    harness.click("name");
    harness.press(Key::enter);
    EXPECT_EQ(form.submitted, 1);
    harness.click("story");
    harness.type("een");
    harness.press(Key::enter);
    harness.type("twee");
    EXPECT_EQ(form.story, "een\ntwee");
    EXPECT_EQ(form.submitted, 1);
    harness.press(Key::enter, false, true);
    EXPECT_EQ(form.submitted, 2);
    EXPECT_EQ(form.story, "een\ntwee");
}

TEST_F(Field, breaks_lines_softly_and_moves_between_them) {
    harness.click("story");
    harness.type("Mirjam trok haar aangifte in na bezoek");
    EXPECT_EQ(form.story.find('\n'), std::string::npos);
    harness.press(Key::up);
    harness.type("X");
    EXPECT_NE(form.story.back(), 'X');
    EXPECT_EQ(text_faults(harness.ui), "");
}

TEST_F(Field, keeps_a_pasted_text_of_ten_kilobytes_inside_its_limit) {
    harness.click("story");
    harness.ui.copy(std::string(10000, 'w'));
    harness.press_letter('v', true);
    EXPECT_EQ(form.story.size(), 2000U);
    EXPECT_EQ(text_faults(harness.ui), "");
}

TEST_F(Field, copies_and_cuts_what_is_selected) {
    harness.click("name");
    harness.type("Wout Tom");
    harness.press(Key::left, true, true);
    harness.press_letter('x', true);
    EXPECT_EQ(form.name, "Wout ");
    EXPECT_EQ(harness.ui.paste(), "Tom");
    harness.press_letter('a', true);
    harness.press_letter('c', true);
    EXPECT_EQ(harness.ui.paste(), "Wout ");
    harness.type("J");
    EXPECT_EQ(form.name, "J");
}

TEST_F(Field, selects_a_word_by_double_click) {
    form.name = "Noor";
    harness.settle();
    harness.click("name", 2);
    harness.type("T");
    EXPECT_EQ(form.name, "T");
}

TEST_F(Field, lets_tab_and_shortcuts_through) {
    harness.click("story");
    harness.press(Key::tab);
    EXPECT_EQ(harness.ui.focused(), "next");
    EXPECT_EQ(form.story, "");
}

TEST_F(Field, shows_a_text_the_panel_replaces_while_it_has_focus) {
    harness.click("name");
    harness.type("abc");
    form.name = "";
    harness.settle();
    harness.type("d");
    EXPECT_EQ(form.name, "d");
}

TEST_F(Field, asks_for_a_frame_while_the_caret_blinks) {
    harness.click("name");
    EXPECT_NEAR(harness.ui.wakes_after_seconds(), 0.5, 0.01);
    harness.click("next");
    EXPECT_LT(harness.ui.wakes_after_seconds(), 0);
}

}  // namespace
}  // namespace casustafel::ui
