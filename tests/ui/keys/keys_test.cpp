// Keys on the layouts people have: what they mean is the same on each.
#include "client/ui/keys/keys.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>

namespace casustafel::ui {
namespace {

// What a layout types at the places of a US keyboard: A to Z, then 1 to 0, minus and equals.
struct Layout {
    const char* name;
    bool latin;
    std::u32string_view letters, digits, signs;
};

constexpr std::u32string_view us_digits = U"1234567890", us_signs = U"-=";
constexpr Layout layouts[] = {
    {"us", true, U"abcdefghijklmnopqrstuvwxyz", us_digits, us_signs},
    {"us-intl", true, U"abcdefghijklmnopqrstuvwxyz", us_digits, us_signs},
    {"nl", true, U"abcdefghijklmnopqrstuvwxyz", us_digits, U"/°"},
    {"de", true, U"abcdefghijklmnopqrstuvwxzy", us_digits, U"ß´"},
    {"fr", true, U"qbcdefghijkl,noparstuvzxyw", U"&é\"'(-è_çà", U")="},
    {"cz", true, U"abcdefghijklmnopqrstuvwxzy", U"+ěščřžýáíé", U"=´"},
    {"dvorak", true, U"axje.uidchtnmbrl'poygk,qf;", us_digits, U"[]"},
    {"ru", false, U"фисвуапршолдьтщзйкыегмцчня", us_digits, us_signs},
    {"ua", false, U"фисвуапршолдьтщзйкіегмцчня", us_digits, us_signs},
    {"gr", false, U"αβψδεφγηιξκλμνοπ;ρστθωςχυζ", us_digits, us_signs},
    {"he", false, U"שנבגקכעיןחלךצמםפ/רדאוה'סטז", us_digits, us_signs},
};

const std::map<char, Intent> with_control = {
    {'a', Intent::select_all},  {'c', Intent::copy},    {'f', Intent::search},
    {'m', Intent::note_moment}, {'r', Intent::results}, {'v', Intent::paste},
    {'x', Intent::cut},         {'y', Intent::redo},    {'z', Intent::undo}};

KeyEvent at(const Layout& layout, int letter, Modifiers with = {}) {
    return {.key = key_of(static_cast<char>('a' + letter)),
            .types = layout.letters[static_cast<std::size_t>(letter)],
            .latin_layout = layout.latin,
            .with = with};
}

// The letter that a person reads on this key, or that lies there where there are none to read.
char read_on(const Layout& layout, int letter) {
    const char32_t types = layout.letters[static_cast<std::size_t>(letter)];
    if (!layout.latin) return static_cast<char>('a' + letter);
    return types >= U'a' && types <= U'z' ? static_cast<char>(types) : '\0';
}

TEST(Keys, mean_by_their_letter_and_by_their_place_where_there_are_no_latin_letters) {
    for (const Layout& layout : layouts) {
        ASSERT_EQ(layout.letters.size(), 26U) << layout.name;
        for (int letter = 0; letter < 26; ++letter) {
            const char read = read_on(layout, letter);
            const auto meant = with_control.find(read);
            EXPECT_EQ(stroke_of(at(layout, letter, {.control = true})).intent,
                      meant == with_control.end() ? Intent::none : meant->second)
                << layout.name << " Ctrl with the key at " << static_cast<char>('a' + letter);
            EXPECT_EQ(stroke_of(at(layout, letter)).letter, read) << layout.name;
        }
    }
}

TEST(Keys, know_another_script_when_the_platform_does_not_know_the_layout) {
    KeyEvent es{.key = key_of('c'), .types = U'с', .with = {.control = true}};
    EXPECT_EQ(stroke_of(es).intent, Intent::copy);
    es.types = 0;
    EXPECT_EQ(stroke_of(es).intent, Intent::copy);
    es.types = U'C';  // Caps Lock, as a browser says it
    EXPECT_EQ(stroke_of(es).intent, Intent::copy);
}

TEST(Keys, reach_the_parts_of_a_dialog_where_digits_need_shift) {
    for (const Layout& layout : layouts)
        for (int part = 0; part < 4; ++part) {
            const KeyEvent event{.key = key_of(static_cast<char>('1' + part)),
                                 .types = layout.digits[static_cast<std::size_t>(part)],
                                 .latin_layout = layout.latin,
                                 .with = {.alt = true}};
            EXPECT_EQ(static_cast<int>(stroke_of(event).intent),
                      static_cast<int>(Intent::part_1) + part)
                << layout.name;
        }
}

TEST(Keys, make_everything_larger_and_smaller_on_every_layout_and_on_the_keypad) {
    constexpr auto elsewhere = static_cast<Key>(51);
    const auto means = [](Key key, char32_t types, Modifiers with) {
        with.control = true;
        return stroke_of({.key = key, .types = types, .with = with}).intent;
    };
    for (const bool shift : {false, true})
        EXPECT_EQ(means(Key::equals, U'=', {.shift = shift}), Intent::larger);
    EXPECT_EQ(means(elsewhere, U'+', {}), Intent::larger);
    EXPECT_EQ(means(elsewhere, U'-', {}), Intent::smaller);
    EXPECT_EQ(means(Key::minus, U'+', {}), Intent::larger);  // Swedish
    EXPECT_EQ(means(Key::zero, U'0', {}), Intent::usual_size);
    EXPECT_EQ(means(Key::zero, U'à', {}), Intent::usual_size);  // French
    for (const bool num_lock : {false, true}) {
        EXPECT_EQ(means(Key::keypad_plus, 0, {.num_lock = num_lock}), Intent::larger);
        EXPECT_EQ(means(Key::keypad_minus, 0, {.num_lock = num_lock}), Intent::smaller);
    }
    EXPECT_EQ(means(Key::keypad_0, 0, {.num_lock = true}), Intent::usual_size);
}

TEST(Keys, know_the_older_way_to_copy_paste_and_cut) {
    const auto means = [](Key key, Modifiers with) {
        return stroke_of({.key = key, .with = with}).intent;
    };
    EXPECT_EQ(means(Key::insert, {.shift = true}), Intent::paste);
    EXPECT_EQ(means(Key::insert, {.control = true}), Intent::copy);
    EXPECT_EQ(means(Key::del, {.shift = true}), Intent::cut);
    EXPECT_EQ(means(Key::insert, {}), Intent::none);
    EXPECT_EQ(means(Key::del, {}), Intent::delete_right);
    EXPECT_EQ(means(Key::keypad_0, {.control = true}), Intent::copy);
    EXPECT_EQ(means(Key::copy, {}), Intent::copy);
}

TEST(Keys, move_on_the_keypad_without_num_lock_and_leave_its_digits_to_the_text) {
    const auto means = [](int digit, Modifiers with) {
        const Key key = digit == 0 ? Key::keypad_0
                                   : static_cast<Key>(static_cast<int>(Key::keypad_1) + digit - 1);
        return stroke_of({.key = key, .with = with}).intent;
    };
    const Intent moves[] = {Intent::none, Intent::end,    Intent::down,  Intent::page_down,
                            Intent::left, Intent::none,   Intent::right, Intent::home,
                            Intent::up,   Intent::page_up};
    for (int digit = 0; digit <= 9; ++digit) {
        EXPECT_EQ(means(digit, {}), moves[digit]) << digit;
        EXPECT_EQ(means(digit, {.num_lock = true}), Intent::none) << digit;
        EXPECT_EQ(means(digit, {.shift = true}), Intent::none) << digit;
        EXPECT_EQ(means(digit, {.shift = true, .num_lock = true}), moves[digit]) << digit;
    }
    EXPECT_EQ(stroke_of({.key = Key::keypad_point}).intent, Intent::delete_right);
    EXPECT_EQ(stroke_of({.key = Key::keypad_enter, .with = {.control = true}}).intent,
              Intent::send);
}

// As AltGr itself, and as Windows, VNC and Citrix pass it on: on every key of every layout.
TEST(Keys, type_with_altgr_and_with_control_and_alt_and_mean_nothing_else) {
    for (const Modifiers with :
         {Modifiers{.alt_graph = true}, Modifiers{.control = true, .alt = true},
          Modifiers{.control = true, .alt = true, .alt_graph = true},
          Modifiers{.control = true, .alt_graph = true}}) {
        EXPECT_TRUE(with.type_text());
        for (const Layout& layout : layouts)
            for (int letter = 0; letter < 26; ++letter)
                EXPECT_EQ(stroke_of(at(layout, letter, with)).intent, Intent::none) << layout.name;
        for (int key = 1; key < 256; ++key) {
            const Stroke stroke = stroke_of({.key = static_cast<Key>(key), .with = with});
            EXPECT_TRUE(stroke.intent == Intent::none || repeats(stroke.intent)) << key;
        }
    }
    EXPECT_FALSE(Modifiers{.control = true}.type_text());
    EXPECT_FALSE(Modifiers{.alt = true}.type_text());
    EXPECT_TRUE(Modifiers{.shift = true}.type_text());
}

TEST(Keys, select_with_shift) {
    EXPECT_TRUE(stroke_of({.key = Key::left, .with = {.shift = true}}).extends);
    EXPECT_EQ(stroke_of({.key = Key::left, .with = {.shift = true, .control = true}}).intent,
              Intent::word_left);
    EXPECT_FALSE(stroke_of({.key = Key::left}).extends);
    EXPECT_EQ(stroke_of({.key = Key::tab, .with = {.shift = true}}).intent, Intent::previous);
}

}  // namespace
}  // namespace casustafel::ui
