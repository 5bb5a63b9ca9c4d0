#pragma once
// Breaks text into lines, in one weight or several, before anything is drawn: who lays out a panel
// asks here how high a paragraph will be. Words stay whole; only a word wider than the measure is
// cut between characters, so that nothing a participant types can run out of its box.
#include <span>
#include <string_view>
#include <vector>

#include "client/ui/paint/fonts.hpp"

namespace casustafel::ui {

// A stretch of text in one size, weight and colour.
struct Stretch {
    std::string_view text;
    Type type = Type::body;
    Token colour = Token::text;
};

// Part of a run on one line, `x` from the start of the line.
struct Piece {
    std::size_t run, begin, end;
    float x, width;
};

struct TextLine {
    std::vector<Piece> pieces;
    float width = 0;
};

// The lines of these runs one after another, none wider than `width` (a character wider than that
// gets a line of its own). A line feed starts a new line. Never empty: no text is one empty line.
std::vector<TextLine> wrap(Fonts& fonts, std::span<const Stretch> runs, float width);

// The longest beginning of `text` that fits in `width` with an ellipsis behind it; the text itself
// when it fits.
std::string shorten(Fonts& fonts, Type type, std::string_view text, float width);

// Where the lines of an edited text begin and end, counted in characters. A line holds the space or
// line feed it was broken at. The text after a last line feed is a line, be it empty.
struct CharacterLine {
    std::size_t begin, end;
    bool ends_with_feed;
};
// `widths` are those of `character_widths`.
std::vector<CharacterLine> wrap_characters(std::u32string_view text, std::span<const float> widths,
                                           float width);

// How wide each character of an edited text is. The first of a sign has the width of all of it, so
// that no line breaks inside one.
std::vector<float> character_widths(Fonts& fonts, Type type, std::u32string_view text);

}  // namespace casustafel::ui
