#include "client/platform/translate.hpp"

#include <gtest/gtest.h>

namespace casustafel::platform {
namespace {

SDL_Event key(SDL_Keycode code, Uint32 type, Uint16 modifiers = 0) {
    SDL_Event event{};
    event.type = type;
    event.key.keysym.sym = code;
    event.key.keysym.mod = modifiers;
    return event;
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
    EXPECT_EQ(translator.input().strokes[0].press.key, ui::Key::enter);
}

TEST(Translator, keeps_typed_text_and_keys_in_their_order) {
    Translator translator;
    translator.begin(1);
    SDL_Event typed{};
    typed.type = SDL_TEXTINPUT;
    std::snprintf(typed.text.text, sizeof typed.text.text, "é");
    translator.take(typed);
    translator.take(key(SDLK_LEFT, SDL_KEYDOWN, KMOD_LSHIFT));
    translator.take(typed);
    const auto& strokes = translator.input().strokes;
    ASSERT_EQ(strokes.size(), 3U);
    EXPECT_EQ(strokes[0].typed, U'é');
    EXPECT_EQ(strokes[1].press.key, ui::Key::left);
    EXPECT_TRUE(strokes[1].press.shift);
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

TEST(Translator, does_not_take_altgr_for_a_shortcut) {
    Translator translator;
    translator.begin(1);
    translator.take(key(SDLK_e, SDL_KEYDOWN, KMOD_RALT));
    EXPECT_FALSE(translator.input().strokes[0].press.alt);
}

}  // namespace
}  // namespace casustafel::platform
