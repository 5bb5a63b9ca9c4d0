#include "client/platform/native/translate.hpp"

#include <SDL_keyboard.h>

#include <string_view>

#include "proto/contract/utf8.hpp"

namespace casustafel::platform {
namespace {

using ui::Key;

// A key by its place. Keys without a sign may be moved about by the layout (Escape on Caps Lock),
// and then it is what they have become that counts.
Key place_of(const SDL_Keysym& sym) {
    switch (sym.sym) {
        case SDLK_TAB: return Key::tab;
        case SDLK_RETURN:
        case SDLK_RETURN2: return Key::enter;
        case SDLK_ESCAPE: return Key::escape;
        case SDLK_SPACE: return Key::space;
        case SDLK_BACKSPACE: return Key::backspace;
        case SDLK_DELETE: return Key::del;
        default: break;
    }
    const auto place = (sym.sym & SDLK_SCANCODE_MASK) != 0 ? sym.sym & ~SDLK_SCANCODE_MASK
                                                           : static_cast<int>(sym.scancode);
    return place > 0 && place <= 0xFF ? static_cast<Key>(place) : Key::none;
}

ui::Modifiers modifiers_of(int state) {
    return {.shift = (state & KMOD_SHIFT) != 0,
            .control = (state & KMOD_CTRL) != 0,
            .alt = (state & KMOD_LALT) != 0,
            .alt_graph = (state & (KMOD_RALT | KMOD_MODE)) != 0,
            .num_lock = (state & KMOD_NUM) != 0};
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
        case SDL_KEYUP:
            // What is typed without a key going down, by an input method, is no echo of one.
            beside_ = modifiers_of(event.key.keysym.mod);
            repeats_ = false;
            return true;
        case SDL_KEYMAPCHANGED: latin_layout_ = has_latin_letters(); return true;
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
    const SDL_Keysym& sym = event.keysym;
    beside_ = modifiers_of(sym.mod);
    repeats_ = event.repeat != 0;
    ui::KeyEvent key{
        .key = place_of(sym), .latin_layout = latin_layout_, .with = beside_, .repeat = repeats_};
    if (sym.sym > 0 && (sym.sym & SDLK_SCANCODE_MASK) == 0)
        key.types = static_cast<char32_t>(sym.sym);
    const ui::Stroke stroke = ui::stroke_of(key);
    if (stroke.intent != ui::Intent::none && input_.strokes.size() < most_strokes)
        input_.strokes.push_back(stroke);
}

void Translator::take_text(const char* text) {
    if (!beside_.type_text()) return;
    const std::string_view typed(text);
    for (std::size_t at = 0; at < typed.size() && input_.strokes.size() < most_strokes;) {
        const char32_t character = contract::next_character(typed, at);
        input_.strokes.push_back({.repeat = repeats_, .typed = character});
    }
}

bool has_latin_letters() {
    for (int letter = SDL_SCANCODE_A; letter <= SDL_SCANCODE_Z; ++letter) {
        const SDL_Keycode types = SDL_GetKeyFromScancode(static_cast<SDL_Scancode>(letter));
        if (types >= SDLK_a && types <= SDLK_z) return true;
    }
    return false;
}

}  // namespace casustafel::platform
