#pragma once
// The colours, sizes and radii as values (client/ui/README.md §colours, §grid and §type). Nothing
// in the client names a colour by its number except this room's theme.cpp: panels name a token and
// the theme says what it is, in light and in high contrast. `text_pairs` lists which words may
// stand on which ground, so that a test can compute every contrast there is.
#include <cstdint>
#include <span>

namespace casustafel::ui {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    bool operator==(const Colour&) const = default;
};

enum class Token : std::uint8_t {
    canvas,          // the ground behind panels
    surface,         // panels, cards, dialogs
    inset,           // group rows, quoted text
    text,            // words
    text_2,          // meta, captions
    line,            // rules between panels and rows
    control_border,  // fields and outlined buttons
    accent,          // the primary button, selection, links
    accent_soft,     // ground of what is selected or pointed at
    accent_hover,    // the primary button pointed at
    on_accent,       // words on accent
    good,            // connected, ready, fact
    good_soft,
    attention,  // time short, assumption, limit
    attention_soft,
    wrong,  // refused, connection lost, sensitivity 3
    wrong_soft,
    table_z,   // square badge, nowhere else
    table_v,   // round badge, nowhere else
    on_table,  // letters on a badge
    disabled,  // words of what cannot be used
    disabled_ground,
    count_ground,  // the pill behind a count
    bar_empty,     // the unfilled part of a bar; decoration
    scrollbar,
    focus,  // the ring
    scrim,  // what lies over the screen under a dialog
    last_,
};

enum class Contrast : std::uint8_t { light, high };

// The colour of a token.
Colour colour(Token token, Contrast contrast);

// Whether soft fills are replaced by a border in the token's own colour.
constexpr bool borders_for_fills(Contrast contrast) { return contrast == Contrast::high; }

// The contrast ratio of WCAG 2.2 (relative luminance of sRGB), from 1 to 21; alpha is ignored.
double contrast_ratio(Colour one, Colour other);

struct TextPair {
    Token text, ground;
};

// Every text colour with every ground it is drawn on; disabled words are not in it.
std::span<const TextPair> text_pairs();

enum class Type : std::uint8_t {
    countdown,     // 48/56 semibold: reading time, a code; digits and capitals only
    title,         // 28/36 semibold: clock, screen title
    heading,       // 20/28 semibold: title of an item, big value
    panel,         // 17/26 semibold: panel title
    reading,       // 17/26 regular: long reading
    strong,        // 15/22 semibold: button, row title
    body,          // 15/22 regular: text, field
    strong_small,  // 13/18 semibold
    small,         // 13/18 regular: caption, meta; nothing is smaller
    last_,
};

struct TypeMetrics {
    float size_px, line_px;
    bool semibold;
};

constexpr TypeMetrics metrics(Type type) {
    constexpr TypeMetrics all[] = {{48, 56, true},  {28, 36, true},  {20, 28, true},
                                   {17, 26, true},  {17, 26, false}, {15, 22, true},
                                   {15, 22, false}, {13, 18, true},  {13, 18, false}};
    return all[static_cast<std::size_t>(type)];
}

// The same size in the other weight; sizes that have one weight keep it.
constexpr Type semibold(Type type) {
    if (type == Type::body) return Type::strong;
    if (type == Type::small) return Type::strong_small;
    return type == Type::reading ? Type::panel : type;
}

namespace space {
constexpr float grid = 8;
constexpr float control = 40;         // height of fields and buttons
constexpr float control_in_row = 32;  // height of buttons in rows
constexpr float main_button = 48;
constexpr float smallest_target = 24;
constexpr float reading_measure = 720;
}  // namespace space

namespace radius {
constexpr float keycap = 4, control = 6, card = 8, dialog = 12;
}

}  // namespace casustafel::ui
