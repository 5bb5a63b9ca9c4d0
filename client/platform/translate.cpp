#include "client/platform/translate.hpp"

#include <SDL_keyboard.h>

#include <string_view>

#include "proto/contract/utf8.hpp"

namespace casustafel::platform {
namespace {

using ui::Key;

Key key_of(SDL_Keycode code) {
    switch (code) {
        case SDLK_TAB: return Key::tab;
        case SDLK_RETURN:
        case SDLK_RETURN2:
        case SDLK_KP_ENTER: return Key::enter;
        case SDLK_ESCAPE: return Key::escape;
        case SDLK_SPACE: return Key::space;
        case SDLK_BACKSPACE: return Key::backspace;
        case SDLK_DELETE: return Key::del;
        case SDLK_UP: return Key::up;
        case SDLK_DOWN: return Key::down;
        case SDLK_LEFT: return Key::left;
        case SDLK_RIGHT: return Key::right;
        case SDLK_HOME: return Key::home;
        case SDLK_END: return Key::end;
        case SDLK_PAGEUP: return Key::page_up;
        case SDLK_PAGEDOWN: return Key::page_down;
        case SDLK_F1: return Key::f1;
        case SDLK_F2: return Key::f2;
        case SDLK_F6: return Key::f6;
        default: break;
    }
    const bool letter = (code >= SDLK_a && code <= SDLK_z) || (code >= SDLK_0 && code <= SDLK_9);
    return letter || code == SDLK_PLUS || code == SDLK_MINUS || code == SDLK_EQUALS ? Key::character
                                                                                    : Key::none;
}

constexpr std::size_t most_strokes = 4096;

}  // namespace

void Translator::begin(float logical_per_unit) {
    logical_per_unit_ = logical_per_unit;
    buttons_used_ = false;
    input_.pressed = input_.released = false;
    input_.clicks = 0;
    input_.wheel = 0;
    input_.strokes.clear();
}

bool Translator::take(const SDL_Event& event) {
    switch (event.type) {
        case SDL_MOUSEMOTION:
            if (buttons_used_) return false;
            input_.mouse = {static_cast<float>(event.motion.x) * logical_per_unit_,
                            static_cast<float>(event.motion.y) * logical_per_unit_};
            return true;
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP: return take_button(event.button);
        case SDL_MOUSEWHEEL: input_.wheel += event.wheel.preciseY; return true;
        case SDL_KEYDOWN: take_key(event.key); return true;
        case SDL_TEXTINPUT: take_text(event.text.text); return true;
        default: return true;
    }
}

bool Translator::take_button(const SDL_MouseButtonEvent& event) {
    if (event.button != SDL_BUTTON_LEFT) return true;
    const bool down = event.type == SDL_MOUSEBUTTONDOWN;
    if (down && buttons_used_) return false;
    input_.mouse = {static_cast<float>(event.x) * logical_per_unit_,
                    static_cast<float>(event.y) * logical_per_unit_};
    buttons_used_ = true;
    input_.held = down;
    if (down) {
        input_.pressed = true;
        input_.clicks = event.clicks;
    } else {
        input_.released = true;
    }
    return true;
}

void Translator::take_key(const SDL_KeyboardEvent& event) {
    const Key key = key_of(event.keysym.sym);
    if (key == Key::none || input_.strokes.size() >= most_strokes) return;
    ui::KeyPress press{key};
    const auto modifiers = event.keysym.mod;
    press.shift = (modifiers & KMOD_SHIFT) != 0;
    press.control = (modifiers & KMOD_CTRL) != 0;
    // AltGr types characters; it is not the Alt of a shortcut.
    press.alt = (modifiers & KMOD_LALT) != 0;
    if (key == Key::character) press.character = static_cast<char>(event.keysym.sym);
    input_.strokes.push_back({press, 0});
}

void Translator::take_text(const char* text) {
    const std::string_view typed(text);
    // While Ctrl or Alt is down these are shortcuts that some layouts also report as text.
    if ((SDL_GetModState() & (KMOD_CTRL | KMOD_LALT)) != 0 && (SDL_GetModState() & KMOD_MODE) == 0)
        return;
    for (std::size_t at = 0; at < typed.size() && input_.strokes.size() < most_strokes;) {
        const char32_t character = contract::next_character(typed, at);
        if (character == U'?') {
            ui::KeyPress press{Key::character};
            press.character = '?';
            input_.strokes.push_back({press, 0});
        }
        input_.strokes.push_back({{}, character});
    }
}

}  // namespace casustafel::platform
