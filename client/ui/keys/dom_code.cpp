#include "client/ui/keys/dom_code.hpp"

#include <algorithm>
#include <array>

namespace casustafel::ui {
namespace {

struct Place {
    std::string_view code;
    Key key;
};

constexpr std::array places{Place{"Enter", Key::enter},
                            Place{"Escape", Key::escape},
                            Place{"Backspace", Key::backspace},
                            Place{"Tab", Key::tab},
                            Place{"Space", Key::space},
                            Place{"Minus", Key::minus},
                            Place{"Equal", Key::equals},
                            Place{"F1", Key::f1},
                            Place{"F2", Key::f2},
                            Place{"F6", Key::f6},
                            Place{"Insert", Key::insert},
                            Place{"Home", Key::home},
                            Place{"PageUp", Key::page_up},
                            Place{"Delete", Key::del},
                            Place{"End", Key::end},
                            Place{"PageDown", Key::page_down},
                            Place{"ArrowRight", Key::right},
                            Place{"ArrowLeft", Key::left},
                            Place{"ArrowDown", Key::down},
                            Place{"ArrowUp", Key::up},
                            Place{"NumpadSubtract", Key::keypad_minus},
                            Place{"NumpadAdd", Key::keypad_plus},
                            Place{"NumpadEnter", Key::keypad_enter},
                            Place{"Numpad1", Key::keypad_1},
                            Place{"Numpad2", Key::keypad_2},
                            Place{"Numpad3", Key::keypad_3},
                            Place{"Numpad4", Key::keypad_4},
                            Place{"Numpad5", Key::keypad_5},
                            Place{"Numpad6", Key::keypad_6},
                            Place{"Numpad7", Key::keypad_7},
                            Place{"Numpad8", Key::keypad_8},
                            Place{"Numpad9", Key::keypad_9},
                            Place{"Numpad0", Key::keypad_0},
                            Place{"NumpadDecimal", Key::keypad_point},
                            Place{"Help", Key::help},
                            Place{"Again", Key::again},
                            Place{"Undo", Key::undo},
                            Place{"Cut", Key::cut},
                            Place{"Copy", Key::copy},
                            Place{"Paste", Key::paste},
                            Place{"Find", Key::find}};

}  // namespace

Key key_of_dom_code(std::string_view code) {
    if (code.size() == 4 && code.starts_with("Key") && code[3] >= 'A' && code[3] <= 'Z')
        return key_of(static_cast<char>(code[3] - 'A' + 'a'));
    if (code.size() == 6 && code.starts_with("Digit") && code[5] >= '0' && code[5] <= '9')
        return key_of(code[5]);
    const auto* const found = std::find_if(places.begin(), places.end(),
                                           [&](const Place& place) { return place.code == code; });
    return found == places.end() ? Key::none : found->key;
}

}  // namespace casustafel::ui
