#include "client/ui/paint/fonts.hpp"

#include <cmath>

#include "proto/contract/utf8.hpp"

namespace casustafel::ui {
namespace {

// Inter's ascent and descent together: ImGui sizes a font by that box, we by the em
// (client/ui/README.md §type).
constexpr float box_per_em = 1.21F;
constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t most_extra_characters = 2000;

constexpr ImWchar plain_ranges[] = {0x0020, 0x007E, 0x00A0, 0x00FF, 0x2013, 0x2014, 0x2018, 0x2019,
                                    0x201C, 0x201D, 0x2022, 0x2022, 0x2026, 0x2026, 0x20AC, 0x20AC,
                                    0x2190, 0x2193, 0x21B5, 0x21B5, 0xFFFD, 0xFFFD};
constexpr ImWchar clock_ranges[] = {0x0020, 0x0020, 0x00A0, 0x00A0, 0x002D,
                                    0x003A, 0x0041, 0x005A, 0xFFFD, 0xFFFD};

bool fits_atlas(char32_t character) { return character >= 0x20 && character <= 0xFFFF; }

std::vector<ImWchar> ranges_with(std::span<const ImWchar> plain, const std::set<char32_t>& extra) {
    std::vector<ImWchar> ranges(plain.begin(), plain.end());
    for (const char32_t character : extra) {
        ranges.insert(ranges.end(), 2, static_cast<ImWchar>(character));
    }
    ranges.push_back(0);
    return ranges;
}

}  // namespace

Fonts::Fonts(FontBytes bytes) : bytes_(std::move(bytes)) {
    for (const char16_t icon : all_icons) icon_ranges_.insert(icon_ranges_.end(), 2, icon);
    icon_ranges_.push_back(0);
}

ImFont* Fonts::add(const std::vector<unsigned char>& bytes, float size_px, const ImWchar* ranges) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // ImGui wants a mutable pointer and, told that it does not own the bytes, leaves them alone.
    config.FontData = const_cast<unsigned char*>(bytes.data());
    config.FontDataSize = static_cast<int>(bytes.size());
    config.SizePixels = size_px;
    config.OversampleH = 3;
    config.OversampleV = 1;
    config.GlyphRanges = ranges;
    return ImGui::GetIO().Fonts->AddFont(&config);
}

void Fonts::build(float scale) {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    atlas->Clear();
    atlas->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors |
                    ImFontAtlasFlags_NoPowerOfTwoHeight;
    text_ranges_ = ranges_with(plain_ranges, extra_);
    digit_ranges_ = ranges_with(clock_ranges, {});
    for (std::size_t index = 0; index < text_.size(); ++index) {
        const auto type = static_cast<Type>(index);
        const auto& ranges = type == Type::countdown ? digit_ranges_ : text_ranges_;
        text_[index] = add(metrics(type).semibold ? bytes_.semibold : bytes_.regular,
                           std::round(metrics(type).size_px * scale) * box_per_em, ranges.data());
    }
    for (std::size_t index = 0; index < icon_.size(); ++index) {
        icon_[index] = add(bytes_.icons, std::round(size_px(static_cast<IconSize>(index)) * scale),
                           icon_ranges_.data());
    }
    atlas->Build();
    missing_.clear();
    scale_ = scale;
}

bool Fonts::refresh() {
    if (missing_.empty()) return false;
    const std::size_t before = extra_.size();
    for (const char32_t character : missing_) {
        if (extra_.size() < most_extra_characters) extra_.insert(character);
    }
    missing_.clear();
    if (extra_.size() == before) return false;
    build(scale_);
    return true;
}

const ImFontGlyph* Fonts::glyph(Type type, char32_t character) {
    ImFont* font = text_[static_cast<std::size_t>(type)];
    if (!fits_atlas(character)) return font->FindGlyph(static_cast<ImWchar>(replacement));
    const auto wide = static_cast<ImWchar>(character);
    const ImFontGlyph* found = font->FindGlyphNoFallback(wide);
    if (found != nullptr) return found;
    // Characters already asked for and still not here are in no font; the clock has digits and
    // capitals.
    if (type != Type::countdown && !extra_.contains(character)) missing_.insert(character);
    return font->FindGlyph(wide);
}

const ImFontGlyph* Fonts::glyph(IconSize size, Icon icon) const {
    return icon_[static_cast<std::size_t>(size)]->FindGlyph(static_cast<ImWchar>(icon));
}

float Fonts::width(Type type, char32_t character) {
    return glyph(type, character)->AdvanceX / scale_;
}

float Fonts::width(Type type, std::string_view text) {
    float sum = 0;
    for (std::size_t at = 0; at < text.size();)
        sum += width(type, contract::next_character(text, at));
    return sum;
}

float Fonts::box_px(Type type) const { return text_[static_cast<std::size_t>(type)]->FontSize; }

}  // namespace casustafel::ui
