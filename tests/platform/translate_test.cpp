#include "client/platform/native/translate.hpp"

#include <gtest/gtest.h>

namespace casustafel::platform {
namespace {

SDL_Event key(SDL_Keycode code, Uint32 type, Uint16 modifiers = 0,
              SDL_Scancode place = SDL_SCANCODE_UNKNOWN) {
    SDL_Event event{};
    event.type = type;
    event.key.keysym.sym = code;
    event.key.keysym.scancode = place;
    event.key.keysym.mod = modifiers;
    return event;
}

SDL_Event text(const char* characters) {
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    std::snprintf(event.text.text, sizeof event.text.text, "%s", characters);
    return event;
}

// What these events come to, in a frame of their own.
std::vector<ui::Stroke> strokes_of(const std::vector<SDL_Event>& events) {
    Translator translator;
    translator.begin(1);
    for (const SDL_Event& event : events) translator.take(event);
    return translator.input().strokes;
}

SDL_Event button(Uint32 type, int x, int y) {
    SDL_Event event{};
    event.type = type;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = x;
    event.button.y = y;
    event.button.clicks = 1;
    return event;
}

SDL_Event motion(int x, int y) {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.x = x;
    event.motion.y = y;
    return event;
}

TEST(Translator, keeps_a_key_that_goes_down_and_up_in_one_frame) {
    Translator translator;
    translator.begin(1);
    EXPECT_TRUE(translator.take(key(SDLK_RETURN, SDL_KEYDOWN)));
    EXPECT_TRUE(translator.take(key(SDLK_RETURN, SDL_KEYUP)));
    ASSERT_EQ(translator.input().strokes.size(), 1U);
    EXPECT_EQ(translator.input().strokes[0].intent, ui::Intent::confirm);
}

TEST(Translator, keeps_typed_text_and_keys_in_their_order) {
    Translator translator;
    translator.begin(1);
    const SDL_Event typed = text("é");
    translator.take(typed);
    translator.take(key(SDLK_LEFT, SDL_KEYDOWN, KMOD_LSHIFT));
    translator.take(typed);
    const auto& strokes = translator.input().strokes;
    ASSERT_EQ(strokes.size(), 3U);
    EXPECT_EQ(strokes[0].typed, U'é');
    EXPECT_EQ(strokes[1].intent, ui::Intent::left);
    EXPECT_TRUE(strokes[1].extends);
    EXPECT_EQ(strokes[2].typed, U'é');
}

TEST(Translator, leaves_what_follows_a_click_to_the_next_frame) {
    Translator translator;
    translator.begin(0.5F);
    EXPECT_TRUE(translator.take(motion(10, 10)));
    EXPECT_TRUE(translator.take(button(SDL_MOUSEBUTTONDOWN, 40, 20)));
    EXPECT_TRUE(translator.take(button(SDL_MOUSEBUTTONUP, 40, 20)));
    EXPECT_FALSE(translator.take(motion(300, 300)));
    EXPECT_FALSE(translator.take(button(SDL_MOUSEBUTTONDOWN, 300, 300)));
    EXPECT_TRUE(translator.input().pressed);
    EXPECT_TRUE(translator.input().released);
    EXPECT_EQ(translator.input().mouse.x, 20);
    translator.begin(0.5F);
    EXPECT_FALSE(translator.input().pressed);
    EXPECT_TRUE(translator.take(button(SDL_MOUSEBUTTONDOWN, 300, 300)));
    EXPECT_TRUE(translator.input().held);
}

// As X passes it on, and as Windows, VNC and Citrix do.
TEST(Translator, types_with_altgr_and_fires_no_shortcut) {
    for (const int with :
         {int{KMOD_RALT}, int{KMOD_MODE}, KMOD_LCTRL | KMOD_RALT, KMOD_LCTRL | KMOD_LALT}) {
        const auto beside = static_cast<Uint16>(with);
        const auto strokes =
            strokes_of({key(SDLK_v, SDL_KEYDOWN, beside, SDL_SCANCODE_V), text("€")});
        ASSERT_EQ(strokes.size(), 1U) << with;
        EXPECT_EQ(strokes[0].typed, U'€');
    }
}

TEST(Translator, leaves_out_the_echo_that_some_layouts_give_of_a_shortcut) {
    const auto strokes =
        strokes_of({key(SDLK_1, SDL_KEYDOWN, KMOD_LALT, SDL_SCANCODE_1), text("1")});
    ASSERT_EQ(strokes.size(), 1U);
    EXPECT_EQ(strokes[0].intent, ui::Intent::part_1);
}

TEST(Translator, copies_on_a_russian_keyboard) {
    constexpr SDL_Keycode es = 0x441;
    const auto strokes = strokes_of({key(es, SDL_KEYDOWN, KMOD_LCTRL, SDL_SCANCODE_C)});
    ASSERT_EQ(strokes.size(), 1U);
    EXPECT_EQ(strokes[0].intent, ui::Intent::copy);
}

TEST(Translator, follows_a_key_that_the_layout_moved) {
    const auto strokes = strokes_of({key(SDLK_ESCAPE, SDL_KEYDOWN, 0, SDL_SCANCODE_CAPSLOCK),
                                     key(SDLK_HOME, SDL_KEYDOWN, 0, SDL_SCANCODE_UNKNOWN)});
    ASSERT_EQ(strokes.size(), 2U);
    EXPECT_EQ(strokes[0].intent, ui::Intent::close);
    EXPECT_EQ(strokes[1].intent, ui::Intent::home);
}

TEST(Translator, knows_the_keypad_by_num_lock) {
    const auto seven = [](int with) {
        return key(SDLK_KP_7, SDL_KEYDOWN, static_cast<Uint16>(with), SDL_SCANCODE_KP_7);
    };
    EXPECT_EQ(strokes_of({seven(0)}).at(0).intent, ui::Intent::home);
    const auto typed = strokes_of({seven(KMOD_NUM), text("7")});
    ASSERT_EQ(typed.size(), 1U);
    EXPECT_EQ(typed[0].typed, U'7');
}

TEST(Translator, says_of_a_key_held_down_that_it_repeats_and_of_what_it_types) {
    SDL_Event held = key(SDLK_d, SDL_KEYDOWN, 0, SDL_SCANCODE_D);
    held.key.repeat = 1;
    const auto strokes =
        strokes_of({held, text("d"), key(SDLK_d, SDL_KEYUP, 0, SDL_SCANCODE_D), text("日")});
    ASSERT_EQ(strokes.size(), 3U);
    EXPECT_TRUE(strokes[0].repeat);
    EXPECT_TRUE(strokes[1].repeat);
    EXPECT_FALSE(strokes[2].repeat);  // from an input method
}

}  // namespace
}  // namespace casustafel::platform
