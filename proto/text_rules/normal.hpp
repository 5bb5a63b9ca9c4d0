#pragma once
// The form in which a typed text enters the house: normal form C, line feeds for every kind of new
// line, and without invisible marks that mean nothing (README.md §form). The server does this at
// its door; a window does it beforehand, so what a field shows and counts is what arrives. It is
// the same for everybody and the same when it is done twice.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::text_rules {

// A new line in a text of one line becomes a space.
enum class Lines : bool { one, several };

// More accents than this on one letter are no writing; they also would make the work of ordering
// them a way to hold the server up.
inline constexpr std::size_t most_marks = 30;

// Nothing when it may not be: no UTF-8, a control character, more than `most_marks` on one letter.
std::optional<std::string> normalised(std::string_view text, Lines lines);

// The same for what is pasted, and so never refused: what is no character becomes U+FFFD, which
// shows; a control character becomes a space; marks beyond the most fall away.
std::string mended(std::string_view text, Lines lines);

// How long a text is: the Unicode characters of its normal form, which is what every limit of the
// contract counts.
std::size_t count(std::string_view text, Lines lines = Lines::several);

// How many characters too many it has.
std::size_t excess(std::string_view text, std::size_t limit, Lines lines = Lines::several);

}  // namespace casustafel::text_rules
