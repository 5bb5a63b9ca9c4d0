#include "client/ui/paint/typeface.hpp"

#include <cmath>

#include <stb_truetype.h>

namespace casustafel::ui {
namespace {

constexpr int finer = 3;

}  // namespace

struct Typeface::Font {
    stbtt_fontinfo info;
};

Typeface::Typeface(std::span<const unsigned char> file) {
    if (file.empty()) return;
    auto font = std::make_unique<Font>();
    const int offset = stbtt_GetFontOffsetForIndex(file.data(), 0);
    if (offset >= 0 && stbtt_InitFont(&font->info, file.data(), offset) != 0)
        font_ = std::move(font);
}

Typeface::~Typeface() = default;

bool Typeface::holds(char32_t character) const {
    return font_ != nullptr && stbtt_FindGlyphIndex(&font_->info, static_cast<int>(character)) != 0;
}

float Typeface::ascent(float size_px) const {
    if (font_ == nullptr) return 0;
    int ascent = 0, descent = 0, gap = 0;
    stbtt_GetFontVMetrics(&font_->info, &ascent, &descent, &gap);
    const float scale = stbtt_ScaleForPixelHeight(&font_->info, size_px);
    return std::floor(static_cast<float>(ascent) * scale + 1);
}

std::optional<ImFontGlyph> Typeface::letter(char32_t character, float size_px, float baseline,
                                            Sheet& sheet) const {
    if (!holds(character)) return std::nullopt;
    const stbtt_fontinfo* info = &font_->info;
    const int index = stbtt_FindGlyphIndex(info, static_cast<int>(character));
    const float scale = stbtt_ScaleForPixelHeight(info, size_px);
    int left = 0, top = 0, right = 0, bottom = 0, advance = 0, bearing = 0;
    stbtt_GetGlyphHMetrics(info, index, &advance, &bearing);
    stbtt_GetGlyphBitmapBox(info, index, scale * finer, scale, &left, &top, &right, &bottom);
    ImFontGlyph glyph{};
    glyph.Codepoint = character;
    glyph.AdvanceX = static_cast<float>(advance) * scale;
    if (right <= left || bottom <= top) return glyph;  // a space
    const int wide = right - left + finer - 1, high = bottom - top;
    const auto place = sheet.add(wide, high);
    if (!place) return std::nullopt;
    float shift_x = 0, shift_y = 0;
    stbtt_MakeGlyphBitmapSubpixelPrefilter(info, sheet.at(*place), wide, high, Sheet::stride(),
                                           scale * finer, scale, 0, 0, finer, 1, &shift_x, &shift_y,
                                           index);
    glyph.Visible = 1;
    glyph.X0 = static_cast<float>(left) / finer + shift_x;
    glyph.X1 = static_cast<float>(left + wide) / finer + shift_x;
    glyph.Y0 = baseline + static_cast<float>(top);
    glyph.Y1 = baseline + static_cast<float>(bottom);
    glyph.U0 = static_cast<float>(place->left);
    glyph.V0 = static_cast<float>(place->top);
    glyph.U1 = static_cast<float>(place->left + wide);
    glyph.V1 = static_cast<float>(place->top + high);
    return glyph;
}

}  // namespace casustafel::ui
