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

TEST_F(Field, takes_no_control_characters_and_one_line_stays_one_line) {
    harness.click("name");
    harness.type("a\x01\x1b\x7f\tb");
    EXPECT_EQ(form.name, "ab");
    form.name.clear();
    harness.settle();
    harness.ui.copy("éé\nlijn");
    harness.press_letter('v', true);
    EXPECT_EQ(form.name, "éé lijn");
}

TEST_F(Field, keeps_what_is_too_long_says_by_how_much_and_does_not_send_it) {
    harness.click("name");
    harness.type("abcdefghijklm");
    EXPECT_EQ(form.name, "abcdefghijklm");
    EXPECT_TRUE(harness.reads("1 teken te veel"));
    harness.ui.copy("éééé");
    harness.press_letter('v', true);
    EXPECT_EQ(form.name, "abcdefghijklméééé");
    EXPECT_TRUE(harness.reads("5 tekens te veel"));
    harness.press(Key::enter);
    EXPECT_EQ(form.submitted, 0);
    for (int times = 0; times < 5; ++times) harness.press(Key::backspace);
    EXPECT_FALSE(harness.reads("te veel"));
    harness.press(Key::enter);
    EXPECT_EQ(form.submitted, 1);
    EXPECT_EQ(text_faults(harness.ui), "");
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

TEST_F(Field, keeps_a_pasted_text_of_ten_kilobytes_whole) {
    harness.click("story");
    harness.ui.copy(std::string(10000, 'w'));
    harness.press_letter('v', true);
    EXPECT_EQ(form.story.size(), 10000U);
    EXPECT_TRUE(harness.reads("8000 tekens te veel"));
    EXPECT_EQ(text_faults(harness.ui), "");
}

TEST_F(Field, says_that_a_text_of_a_megabyte_was_not_pasted) {
    harness.click("story");
    harness.type("er stond iets");
    harness.ui.copy(std::string(1'000'000, 'w'));
    harness.press_letter('v', true);
    EXPECT_EQ(form.story, "er stond iets");
    EXPECT_TRUE(harness.reads("Te lang: niet geplakt"));
    harness.type("!");
    EXPECT_FALSE(harness.reads("niet geplakt"));
}

TEST_F(Field, takes_a_text_from_a_word_processor_as_the_server_does) {
    harness.click("story");
    harness.ui.copy(
        "\uFEFF\u202AMirjam\u202C zei:\u2028\u201Ccli\u00ADe\u0308nt\u201D\r\nen\u2029weg\u200B");
    harness.press_letter('v', true);
    EXPECT_EQ(form.story, "Mirjam zei:\n\u201Ccliënt\u201D\nen\nweg");
}

TEST_F(Field, deletes_and_passes_whole_signs) {
    for (const char* sign :
         {"🇳🇱", "👨‍👩‍👧‍👦", "👍🏽", "q\u0323\u0308", "❤️", "1️⃣"}) {
        form.name.clear();
        harness.click("name");
        harness.ui.copy(std::string("a") + sign + "b");
        harness.press_letter('v', true);
        harness.press(Key::left);
        harness.press(Key::backspace);
        EXPECT_EQ(form.name, "ab") << sign;
        harness.press_letter('z', true);
        harness.press(Key::home);
        harness.press(Key::right);
        harness.press(Key::right, true);
        harness.press_letter('c', true);
        EXPECT_EQ(harness.ui.paste(), sign);
        harness.press(Key::del);
        EXPECT_EQ(form.name, "ab") << sign;
    }
}

TEST_F(Field, makes_one_letter_of_a_letter_and_the_accent_typed_behind_it) {
    harness.click("name");
    harness.type("Noe\u0308l");
    EXPECT_EQ(form.name, "Noël");
}

TEST_F(Field, takes_back_a_replacement_in_one_step) {
    harness.click("name");
    harness.type("Noor");
    harness.press_letter('a', true);
    harness.ui.copy("Wout");
    harness.press_letter('v', true);
    EXPECT_EQ(form.name, "Wout");
    harness.press_letter('z', true);
    EXPECT_EQ(form.name, "Noor");
    harness.press_letter('y', true);
    EXPECT_EQ(form.name, "Wout");
    harness.press_letter('a', true);
    harness.type("X");
    harness.press_letter('z', true);
    EXPECT_EQ(form.name, "Wout");
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
