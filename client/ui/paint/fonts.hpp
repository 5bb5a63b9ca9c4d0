#pragma once
// The letters and icons of the interface, in one alpha-8 sheet for the scale that is shown. The
// bytes of the font files come from the platform; this room opens no file. Nothing is rasterised
// before a text asks for it: Latin, Greek, Cyrillic, one-colour signs and the usual emoji. What no
// font holds shows as a box with its code, so that nobody takes it for a question mark.
#include <imgui.h>

#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "client/ui/paint/icons.hpp"
#include "client/ui/paint/theme.hpp"
#include "client/ui/paint/typeface.hpp"

namespace casustafel::ui {

struct FontBytes {
    std::vector<unsigned char> regular, semibold, icons, signs;
};

// How one sign (proto/text_rules) is drawn: its glyphs on end, or a box with a code.
struct DrawnSign {
    std::array<const ImFontGlyph*, 8> glyphs{};
    std::size_t count = 0;
    char32_t boxed = 0;    // the character whose code stands in the box; 0: no box
    bool framed = false;   // the letters of a flag, a key
    float advance_px = 0;  // device pixels
};

class Fonts {
public:
    // Keeps the bytes; `bytes` must be whole font files. An ImGui context must exist.
    explicit Fonts(FontBytes bytes);

    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    // Starts anew for this scale (1.0 = 100 %).
    void build(float scale);

    float scale() const { return scale_; }

    // How the sign is drawn.
    DrawnSign sign(Type type, std::u32string_view cluster);
    DrawnSign sign(Type type, std::string_view cluster);
    // The side of a dot of the codes in boxes, and the room inside a frame, in device pixels.
    float dot_px(Type type) const { return of(type).dot_px; }
    const ImFontGlyph* glyph(IconSize size, Icon icon);

    // The width of a text on one line, in logical pixels.
    float width(Type type, std::string_view text);
    float width(Type type, char32_t character) { return width(type, {&character, 1}); }
    // Of one sign.
    float width(Type type, std::u32string_view cluster) {
        return sign(type, cluster).advance_px / scale_;
    }

    // Height of the em box plus descent, in device pixels.
    float box_px(Type type) const { return of(type).box_px; }

private:
    // The letters of one size and weight that were asked for; null: no font holds it.
    struct Letters {
        float em_px = 0, box_px = 0, baseline = 0, dot_px = 0;
        std::array<const ImFontGlyph*, 0x180> latin{};  // the same, to be found at once
        std::map<char32_t, std::optional<ImFontGlyph>> known;
    };

    Letters& of(Type type) { return text_[static_cast<std::size_t>(type)]; }
    const Letters& of(Type type) const { return text_[static_cast<std::size_t>(type)]; }
    const ImFontGlyph* found(Type type, char32_t character);
    std::optional<ImFontGlyph> made(Type type, char32_t character);
    void take_into(DrawnSign& sign, Type type, char32_t character);

    FontBytes bytes_;
    Typeface regular_, semibold_, icons_, signs_;
    float scale_ = 0;
    Sheet sheet_;
    std::array<Letters, static_cast<std::size_t>(Type::last_)> text_;
    std::array<std::map<Icon, ImFontGlyph>, static_cast<std::size_t>(IconSize::last_)> icon_;
};

}  // namespace casustafel::ui
