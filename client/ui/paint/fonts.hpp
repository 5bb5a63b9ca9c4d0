#pragma once
// The letters and icons, rasterised once per scale into one alpha-8 atlas. The bytes of the three
// font files come from the platform; this room opens no file. Only what is used is rasterised:
// plain Latin at the start, and any other character the fonts hold as soon as a text asks for it
// (`refresh` between two frames): Latin, Greek, Cyrillic, one-colour signs and the usual emoji.
// What no font holds shows as a box with its code, so that nobody takes it for a question mark.
#include <imgui.h>

#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "client/ui/paint/icons.hpp"
#include "client/ui/paint/theme.hpp"

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

    // Rasterises everything for this scale (1.0 = 100 %).
    void build(float scale);

    // Builds again when a text asked for characters that are not there yet; true when it did.
    bool refresh();

    float scale() const { return scale_; }

    // How the sign is drawn; remembers characters that are not in the atlas yet.
    DrawnSign sign(Type type, std::u32string_view cluster);
    DrawnSign sign(Type type, std::string_view cluster);
    // The side of a dot of the codes in boxes, and the room inside a frame, in device pixels.
    float dot_px(Type type) const;
    const ImFontGlyph* glyph(IconSize size, Icon icon) const;

    // The width of a text on one line, in logical pixels.
    float width(Type type, std::string_view text);
    float width(Type type, char32_t character) { return width(type, {&character, 1}); }
    // Of one sign.
    float width(Type type, std::u32string_view cluster) {
        return sign(type, cluster).advance_px / scale_;
    }

    // Height of the em box plus descent the atlas was built with, in device pixels.
    float box_px(Type type) const;

private:
    ImFont* add(const std::vector<unsigned char>& bytes, float size_px, const ImWchar* ranges,
                bool merge = false);
    // Whether the font of the text or that of the signs holds it and it may be drawn by itself.
    bool is_known(char32_t character) const;
    const ImFontGlyph* found(Type type, char32_t character);
    void take_into(DrawnSign& sign, Type type, char32_t character);

    FontBytes bytes_;
    float scale_ = 0;
    std::array<ImFont*, static_cast<std::size_t>(Type::last_)> text_{};
    std::array<ImFont*, static_cast<std::size_t>(IconSize::last_)> icon_{};
    std::vector<ImWchar> digit_ranges_, text_ranges_, sign_ranges_, picture_ranges_, icon_ranges_;
    std::set<char32_t> extra_;    // asked for by a text and to be in the atlas
    std::set<char32_t> missing_;  // asked for since the last build
};

}  // namespace casustafel::ui
