#pragma once
// The letters and icons, rasterised once per scale into one alpha-8 atlas. The bytes of the three
// font files come from the platform; this room opens no file. Only what is used is rasterised:
// plain Latin at the start, and any other character the fonts hold as soon as a text asks for it
// (`refresh` between two frames). A character no font holds shows as the replacement mark.
#include <imgui.h>

#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "client/ui/paint/icons.hpp"
#include "client/ui/paint/theme.hpp"

namespace casustafel::ui {

struct FontBytes {
    std::vector<unsigned char> regular, semibold, icons;
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

    // The glyph to draw for a character, never null; remembers a character that is missing.
    const ImFontGlyph* glyph(Type type, char32_t character);
    const ImFontGlyph* glyph(IconSize size, Icon icon) const;

    // The width of a text on one line, in logical pixels.
    float width(Type type, std::string_view text);
    float width(Type type, char32_t character);

    // Height of the em box plus descent the atlas was built with, in device pixels.
    float box_px(Type type) const;

private:
    ImFont* add(const std::vector<unsigned char>& bytes, float size_px, const ImWchar* ranges);

    FontBytes bytes_;
    float scale_ = 0;
    std::array<ImFont*, static_cast<std::size_t>(Type::last_)> text_{};
    std::array<ImFont*, static_cast<std::size_t>(IconSize::last_)> icon_{};
    std::vector<ImWchar> digit_ranges_, text_ranges_, icon_ranges_;
    std::set<char32_t> extra_;    // asked for by a text and to be in the atlas
    std::set<char32_t> missing_;  // asked for since the last build
};

}  // namespace casustafel::ui
