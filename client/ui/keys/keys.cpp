#include "client/ui/keys/keys.hpp"

#include <algorithm>
#include <iterator>

namespace casustafel::ui {
namespace {

enum class Beside : std::uint8_t { nothing, shift, control, control_shift, alt };
// Whether Shift may be down as well: it selects, or it is needed to type the sign.
enum class Shift : std::uint8_t { as_said, selects, either };

struct Meaning {
    Beside beside;
    Key key;    // by place, or
    char sign;  // by what the layout has on it
    Intent intent;
    Shift shift = Shift::as_said;
};

constexpr Meaning by_place(Beside beside, Key key, Intent intent, Shift shift = Shift::as_said) {
    return {beside, key, 0, intent, shift};
}
constexpr Meaning by_sign(Beside beside, char sign, Intent intent, Shift shift = Shift::as_said) {
    return {beside, Key::none, sign, intent, shift};
}

// The one table of this program's keys.
constexpr Meaning meanings[] = {
    by_place(Beside::nothing, Key::left, Intent::left, Shift::selects),
    by_place(Beside::nothing, Key::right, Intent::right, Shift::selects),
    by_place(Beside::nothing, Key::up, Intent::up, Shift::selects),
    by_place(Beside::nothing, Key::down, Intent::down, Shift::selects),
    by_place(Beside::nothing, Key::home, Intent::home, Shift::selects),
    by_place(Beside::nothing, Key::end, Intent::end, Shift::selects),
    by_place(Beside::nothing, Key::page_up, Intent::page_up),
    by_place(Beside::nothing, Key::page_down, Intent::page_down),
    by_place(Beside::control, Key::left, Intent::word_left, Shift::selects),
    by_place(Beside::control, Key::right, Intent::word_right, Shift::selects),
    by_place(Beside::control, Key::home, Intent::text_start, Shift::selects),
    by_place(Beside::control, Key::end, Intent::text_end, Shift::selects),
    by_place(Beside::nothing, Key::tab, Intent::next),
    by_place(Beside::shift, Key::tab, Intent::previous),
    by_place(Beside::nothing, Key::f6, Intent::next_area),
    by_place(Beside::shift, Key::f6, Intent::previous_area),

    by_place(Beside::nothing, Key::backspace, Intent::delete_left, Shift::either),
    by_place(Beside::nothing, Key::del, Intent::delete_right),
    by_place(Beside::control, Key::backspace, Intent::delete_word_left),
    by_place(Beside::control, Key::del, Intent::delete_word_right),
    by_sign(Beside::control, 'z', Intent::undo),
    by_sign(Beside::control_shift, 'z', Intent::redo),
    by_sign(Beside::control, 'y', Intent::redo),
    by_sign(Beside::control, 'x', Intent::cut),
    by_place(Beside::shift, Key::del, Intent::cut),
    by_sign(Beside::control, 'c', Intent::copy),
    by_place(Beside::control, Key::insert, Intent::copy),
    by_sign(Beside::control, 'v', Intent::paste),
    by_place(Beside::shift, Key::insert, Intent::paste),
    by_sign(Beside::control, 'a', Intent::select_all),
    by_place(Beside::nothing, Key::undo, Intent::undo),
    by_place(Beside::nothing, Key::again, Intent::redo),
    by_place(Beside::nothing, Key::cut, Intent::cut),
    by_place(Beside::nothing, Key::copy, Intent::copy),
    by_place(Beside::nothing, Key::paste, Intent::paste),

    by_place(Beside::nothing, Key::enter, Intent::confirm),
    by_place(Beside::shift, Key::enter, Intent::line_break),
    by_place(Beside::control, Key::enter, Intent::send),
    by_place(Beside::nothing, Key::space, Intent::press),
    by_place(Beside::nothing, Key::escape, Intent::close),

    by_place(Beside::nothing, Key::f1, Intent::help),
    by_place(Beside::nothing, Key::help, Intent::help),
    by_place(Beside::nothing, Key::f2, Intent::terms),
    by_sign(Beside::control, 'f', Intent::search),
    by_place(Beside::nothing, Key::find, Intent::search),
    by_sign(Beside::control, '+', Intent::larger, Shift::either),
    by_sign(Beside::control, '=', Intent::larger, Shift::either),
    by_place(Beside::control, Key::keypad_plus, Intent::larger),
    by_sign(Beside::control, '-', Intent::smaller),
    by_place(Beside::control, Key::keypad_minus, Intent::smaller),
    by_sign(Beside::control, '0', Intent::usual_size),
    by_place(Beside::control, Key::keypad_0, Intent::usual_size),
    by_sign(Beside::alt, '1', Intent::part_1),
    by_sign(Beside::alt, '2', Intent::part_2),
    by_sign(Beside::alt, '3', Intent::part_3),
    by_sign(Beside::alt, '4', Intent::part_4),
    by_place(Beside::control, Key::space, Intent::pause),
    by_sign(Beside::control, 'm', Intent::note_moment),
    by_sign(Beside::control, 'r', Intent::results),
};

// The keypad without NumLock, from its 1.
constexpr Key keypad_moves[] = {Key::end,     Key::down,   Key::page_down, Key::left,
                                Key::none,    Key::right,  Key::home,      Key::up,
                                Key::page_up, Key::insert, Key::del};

// With NumLock Shift turns the keypad round, so that it selects nothing there.
KeyEvent without_keypad(KeyEvent event) {
    if (event.key == Key::keypad_enter) event.key = Key::enter;
    if (event.key < Key::keypad_1 || event.key > Key::keypad_point) return event;
    if (event.with.num_lock != event.with.shift) return event;
    event.key = keypad_moves[static_cast<int>(event.key) - static_cast<int>(Key::keypad_1)];
    event.types = 0;
    event.with.shift = false;
    return event;
}

char digit_at(Key key) {
    if (key == Key::zero) return '0';
    const int from_one = static_cast<int>(key) - static_cast<int>(Key::one);
    return from_one >= 0 && from_one < 9 ? static_cast<char>('1' + from_one) : '\0';
}

char sign_at(Key key) {
    if (key >= Key::a && key <= Key::z)
        return static_cast<char>('a' + (static_cast<int>(key) - static_cast<int>(Key::a)));
    if (key == Key::minus) return '-';
    return key == Key::equals ? '=' : digit_at(key);
}

// What is on this key for a shortcut: what the layout types there, unless that is of another
// script.
char sign_on(const KeyEvent& event) {
    constexpr char32_t first_greek = 0x370;
    if (!event.latin_layout || event.types == 0 || event.types >= first_greek)
        return sign_at(event.key);
    if (event.types >= U'A' && event.types <= U'Z')
        return static_cast<char>(event.types - U'A' + U'a');
    return event.types < 0x80 ? static_cast<char>(event.types) : '\0';
}

bool fits(const Meaning& meaning, const Modifiers& with) {
    const bool control =
        meaning.beside == Beside::control || meaning.beside == Beside::control_shift;
    const bool shift = meaning.beside == Beside::shift || meaning.beside == Beside::control_shift;
    return with.control == control && with.alt == (meaning.beside == Beside::alt) &&
           (meaning.shift != Shift::as_said || with.shift == shift);
}

template <typename Matches>
const Meaning* find(const Modifiers& with, Matches matches) {
    const auto* found = std::find_if(
        std::begin(meanings), std::end(meanings),
        [&](const Meaning& meaning) { return matches(meaning) && fits(meaning, with); });
    return found == std::end(meanings) ? nullptr : found;
}

const Meaning* find(const KeyEvent& event) {
    const auto with_sign = [&](char sign) {
        return find(event.with,
                    [&](const Meaning& meaning) { return sign != 0 && meaning.sign == sign; });
    };
    if (event.key != Key::none)
        if (const auto* found =
                find(event.with, [&](const Meaning& meaning) { return meaning.key == event.key; }))
            return found;
    if (const auto* found = with_sign(sign_on(event))) return found;
    // Layouts that reach their digits with Shift have other signs on those keys.
    return with_sign(digit_at(event.key));
}

// A letter or a digit by itself.
char plain_letter(const KeyEvent& event) {
    if (event.with.shift || event.with.control || event.with.alt) return 0;
    const auto is_one = [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
    };
    const char sign = sign_on(event);
    return is_one(sign) ? sign : digit_at(event.key);
}

}  // namespace

Stroke stroke_of(const KeyEvent& said) {
    KeyEvent event = without_keypad(said);
    const bool third_sign = event.with.reach_third_sign();
    if (third_sign) event.with.control = event.with.alt = false;
    Stroke stroke{.repeat = event.repeat};
    if (const Meaning* meaning = find(event)) {
        // Whoever holds AltGr is typing, which takes moves and corrections along and nothing else.
        if (third_sign && !repeats(meaning->intent)) return {};
        stroke.intent = meaning->intent;
        stroke.extends = meaning->shift == Shift::selects && event.with.shift;
        return stroke;
    }
    stroke.letter = third_sign ? '\0' : plain_letter(event);
    if (stroke.letter != 0) stroke.intent = Intent::letter;
    return stroke;
}

}  // namespace casustafel::ui
