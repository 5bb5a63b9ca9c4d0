#pragma once
// From a key to what it means. A platform says in neutral words which key went down (where it lies,
// what it types on the layout in use, with what beside it) and gets the stroke for the kit's input.
// Where the layout has Latin letters its letters count; where it has none (Russian, Greek,
// Ukrainian, Hebrew) the places of a US keyboard do. It knows no window system, and needs the
// standard library only: the window and the web use the same table.
#include <cstdint>

#include "client/ui/keys/intent.hpp"

namespace casustafel::ui {

// Where a key lies, named by what is printed there on a US keyboard. The numbers are those of USB
// (HID usage page 7), which SDL calls scancodes; letters and digits follow in that order.
enum class Key : std::uint8_t {
    none = 0,
    a = 4,
    z = 29,
    one = 30,
    zero = 39,
    enter = 40,
    escape = 41,
    backspace = 42,
    tab = 43,
    space = 44,
    minus = 45,
    equals = 46,
    f1 = 58,
    f2 = 59,
    f6 = 63,
    insert = 73,
    home = 74,
    page_up = 75,
    del = 76,
    end = 77,
    page_down = 78,
    right = 79,
    left = 80,
    down = 81,
    up = 82,
    keypad_minus = 86,
    keypad_plus = 87,
    keypad_enter = 88,
    keypad_1 = 89,
    keypad_2 = 90,
    keypad_3 = 91,
    keypad_4 = 92,
    keypad_5 = 93,
    keypad_6 = 94,
    keypad_7 = 95,
    keypad_8 = 96,
    keypad_9 = 97,
    keypad_0 = 98,
    keypad_point = 99,
    help = 117,
    again = 121,
    undo = 122,
    cut = 123,
    copy = 124,
    paste = 125,
    find = 126,
};

struct Modifiers {
    bool shift = false, control = false, alt = false;  // the command key of a Mac is its control
    bool alt_graph = false;                            // reaches the third sign on a key
    bool num_lock = false;

    // AltGr types, and so does Ctrl with Alt, as which Windows, VNC and Citrix pass it on.
    bool reach_third_sign() const { return alt_graph || (control && alt); }
    // What is typed with these is text; with Ctrl or Alt alone it is the echo of a shortcut.
    bool type_text() const { return reach_third_sign() || (!control && !alt); }
};

struct KeyEvent {
    Key key = Key::none;
    char32_t types = 0;  // what it types by itself on the layout in use; 0: nothing, or not known
    bool latin_layout = true;  // that layout has Latin letters
    Modifiers with{};
    bool repeat = false;  // it was down already
};

// A key that means something, or typed text when `intent` is none.
struct Stroke {
    Intent intent = Intent::none;
    bool extends = false;  // a move that selects what it passes
    bool repeat = false;
    char letter = 0;     // 'a'…'z', '0'…'9' with Intent::letter
    char32_t typed = 0;  // the character
};

// What the key means. Intent::none: nothing to this program, though it may type text.
Stroke stroke_of(const KeyEvent& event);

// The place of a lower-case letter or a digit on a US keyboard.
constexpr Key key_of(char letter) {
    if (letter >= 'a' && letter <= 'z')
        return static_cast<Key>(static_cast<int>(Key::a) + (letter - 'a'));
    if (letter >= '1' && letter <= '9')
        return static_cast<Key>(static_cast<int>(Key::one) + (letter - '1'));
    return letter == '0' ? Key::zero : Key::none;
}

}  // namespace casustafel::ui
