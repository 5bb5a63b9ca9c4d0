#include "client/ui/paint/fonts.hpp"

#include <cmath>

#include <stb_truetype.h>

#include "client/ui/paint/pictograms.hpp"
#include "proto/contract/utf8.hpp"
#include "proto/text_rules/clusters.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::ui {
namespace {

// Inter's ascent and descent together: ImGui sizes a font by that box, we by the em
// (client/ui/README.md §type).
constexpr float box_per_em = 1.21F, signs_box_per_em = 1.164F, picture_per_em = 1.15F;
constexpr char32_t keycap = 0x20E3;
constexpr std::size_t most_extra_characters = 2000;

constexpr ImWchar plain_ranges[] = {0x0020, 0x007E, 0x00A0, 0x00FF, 0x2013, 0x2014, 0x2018, 0x2019,
                                    0x201C, 0x201D, 0x2022, 0x2022, 0x2026, 0x2026, 0x20AC, 0x20AC,
                                    0x2190, 0x2193, 0x21B5, 0x21B5, 0xFFFD, 0xFFFD};
constexpr ImWchar clock_ranges[] = {0x0020, 0x0020, 0x00A0, 0x00A0, 0x002D,
                                    0x003A, 0x0041, 0x005A, 0xFFFD, 0xFFFD};

// A byte that is a sign by itself: no accent, which begins with 0xCC or more, follows.
bool is_plain(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) < 0x80 &&
           (at + 1 == text.size() || static_cast<unsigned char>(text[at + 1]) < 0xCC);
}

// Other scripts want letters that change with their neighbours, or are written from the right:
// drawn one by one they would be wrong, so they are boxes although a font has some of them.
bool is_drawn_script(char32_t c) {
    return c < 0x530 || (c >= 0x1D00 && c < 0x2C80) || (c >= 0xA640 && c < 0xA6A0) ||
           (c >= 0xA720 && c < 0xA800) || (c >= 0xFB00 && c <= 0xFB06) || c == 0xFFFD;
}

bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }
bool is_skin(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

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

bool Fonts::is_known(char32_t character) const {
    const auto holds = [character](const std::vector<unsigned char>& bytes) {
        stbtt_fontinfo font{};
        return !bytes.empty() && stbtt_InitFont(&font, bytes.data(), 0) != 0 &&
               stbtt_FindGlyphIndex(&font, static_cast<int>(character)) != 0;
    };
    return is_drawn_script(character) && (holds(bytes_.regular) || holds(bytes_.signs));
}

ImFont* Fonts::add(const std::vector<unsigned char>& bytes, float size_px, const ImWchar* ranges,
                   bool merge) {
    ImFontConfig config;
    config.MergeMode = merge;
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
    std::set<char32_t> letters, pictures;
    for (const char32_t each : extra_) (is_private(each) ? pictures : letters).insert(each);
    text_ranges_ = ranges_with(plain_ranges, letters);
    picture_ranges_ = ranges_with({}, pictures);
    sign_ranges_ = ranges_with({}, letters);
    digit_ranges_ = ranges_with(clock_ranges, {});
    for (std::size_t index = 0; index < text_.size(); ++index) {
        const auto type = static_cast<Type>(index);
        const auto& ranges = type == Type::countdown ? digit_ranges_ : text_ranges_;
        text_[index] = add(metrics(type).semibold ? bytes_.semibold : bytes_.regular,
                           std::round(metrics(type).size_px * scale) * box_per_em, ranges.data());
        if (type == Type::countdown) continue;
        const float em = std::round(metrics(type).size_px * scale);
        if (!pictures.empty()) add(bytes_.icons, em * picture_per_em, picture_ranges_.data(), true);
        if (!letters.empty() && !bytes_.signs.empty())
            add(bytes_.signs, em * signs_box_per_em, sign_ranges_.data(), true);
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

// Null when no font holds it, or not yet.
const ImFontGlyph* Fonts::found(Type type, char32_t character) {
    if (character < 0x20 || character > 0xFFFF) return nullptr;
    const ImFont* font = text_[static_cast<std::size_t>(type)];
    const ImFontGlyph* glyph = font->FindGlyphNoFallback(static_cast<ImWchar>(character));
    if (glyph != nullptr) return glyph;
    if (type == Type::countdown || extra_.contains(character)) return nullptr;
    if (is_private(character) || is_known(character)) missing_.insert(character);
    return nullptr;
}

void Fonts::take_into(DrawnSign& sign, Type type, char32_t character) {
    const bool hidden =
        text_rules::standing_of(character) == text_rules::Standing::depends || is_skin(character);
    if (hidden || sign.boxed != 0) return;
    if (is_flag_letter(character) || character == keycap) sign.framed = true;
    if (character == keycap) return;
    const char16_t picture = picture_of(character);
    const char32_t drawn = is_flag_letter(character) ? character - 0x1F1E6 + U'A'
                           : picture != 0            ? char32_t{picture}
                                                     : character;
    const bool of_its_own = picture == 0 && is_private(drawn);
    const ImFontGlyph* glyph = of_its_own ? nullptr : found(type, drawn);
    if (glyph == nullptr || sign.count == sign.glyphs.size()) {
        sign.boxed = character;
        return;
    }
    sign.glyphs[sign.count++] = glyph;
    sign.advance_px += glyph->AdvanceX;
}

DrawnSign Fonts::sign(Type type, std::u32string_view cluster) {
    DrawnSign sign;
    for (const char32_t character : cluster) take_into(sign, type, character);
    const float dot = dot_px(type);
    if (sign.boxed != 0) {
        const float columns = sign.boxed > 0xFFFF ? 3 : 2;
        sign.count = 0;
        sign.advance_px = (4 * columns + 4) * dot;
    } else if (sign.framed) {
        sign.advance_px += 6 * dot;
    }
    return sign;
}

DrawnSign Fonts::sign(Type type, std::string_view cluster) {
    std::array<char32_t, 16> characters{};
    std::size_t count = 0;
    for (std::size_t at = 0; at < cluster.size() && count < characters.size(); ++count)
        characters[count] = contract::next_character(cluster, at);
    return sign(type, std::u32string_view(characters.data(), count));
}

float Fonts::dot_px(Type type) const {
    return std::max(1.0F, std::round(metrics(type).size_px * scale_ / 16));
}

const ImFontGlyph* Fonts::glyph(IconSize size, Icon icon) const {
    return icon_[static_cast<std::size_t>(size)]->FindGlyph(static_cast<ImWchar>(icon));
}

float Fonts::width(Type type, std::string_view text) {
    float sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_plain(text, at)) {
            const auto letter = static_cast<char32_t>(text[at++]);
            sum += sign(type, std::u32string_view(&letter, 1)).advance_px;
        } else {
            const std::size_t end = text_rules::cluster_end(text, at);
            sum += sign(type, text.substr(at, end - at)).advance_px;
            at = end;
        }
    }
    return sum / scale_;
}

float Fonts::box_px(Type type) const { return text_[static_cast<std::size_t>(type)]->FontSize; }

}  // namespace casustafel::ui
