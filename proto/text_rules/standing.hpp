#pragma once
// What each Unicode character may be in a text that somebody typed. It is the one list of the
// house: window, console, reader of cases and server all ask here (README.md §characters).
#include <cstdint>

namespace casustafel::text_rules {

enum class Standing : std::uint8_t {
    stays,
    line,        // a new line, whatever it was written with
    space,       // stands as a plain space: a tab
    depends,     // invisible, and part of what stands before it or nothing: a joiner, a variation
    falls_away,  // invisible and without meaning here: a soft hyphen, a zero width space
    steers,      // the same, and turns the direction of reading; no file may hold it either
    refused,     // no character of a text: controls, noncharacters
};

Standing standing_of(char32_t character);

// Whether this one is drawn upon the one before it: an accent, a vowel sign.
bool is_mark(char32_t character);

}  // namespace casustafel::text_rules
