#pragma once
// One font file: which characters it has, and its letters as coverage in a sheet, each when it is
// asked for. Letters are three times as fine across as pixels are, so that they can stand between
// two of them.
#include <imgui.h>

#include <memory>
#include <optional>
#include <span>

#include "client/ui/paint/sheet.hpp"

namespace casustafel::ui {

class Typeface {
public:
    // `file` is a whole font file and outlives this; one that cannot be read has no characters.
    explicit Typeface(std::span<const unsigned char> file);
    ~Typeface();

    bool holds(char32_t character) const;
    // How far the baseline lies below the top of a line of this size, in whole pixels.
    float ascent(float size_px) const;
    // The letter, drawn from this baseline; its texture coordinates are texels of the sheet.
    // Nothing when the font does not hold it or the sheet is full.
    std::optional<ImFontGlyph> letter(char32_t character, float size_px, float baseline,
                                      Sheet& sheet) const;

private:
    struct Font;
    std::unique_ptr<Font> font_;
};

}  // namespace casustafel::ui
