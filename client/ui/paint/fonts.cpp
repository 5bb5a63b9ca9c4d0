#include "client/ui/paint/fonts.hpp"

#include <cmath>

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

// What a reading time or a code is made of.
bool is_of_clock(char32_t c) {
    return c == 0x20 || c == 0xA0 || (c >= 0x2D && c <= 0x3A) || (c >= 'A' && c <= 'Z') ||
           c == 0xFFFD;
}

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

}  // namespace

Fonts::Fonts(FontBytes bytes)
    : bytes_(std::move(bytes)),
      regular_(bytes_.regular),
      semibold_(bytes_.semibold),
      icons_(bytes_.icons),
      signs_(bytes_.signs) {
    // ImGui wants an atlas of its own with a font in it, and asks nothing of it.
    static constexpr ImWchar space_only[] = {0x20, 0x20, 0};
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    atlas->Clear();
    atlas->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors |
                    ImFontAtlasFlags_NoPowerOfTwoHeight;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // ImGui wants a mutable pointer and, told that it does not own the bytes, leaves them alone.
    config.FontData = const_cast<unsigned char*>(bytes_.regular.data());
    config.FontDataSize = static_cast<int>(bytes_.regular.size());
    config.SizePixels = 16;
    config.GlyphRanges = space_only;
    atlas->AddFont(&config);
    atlas->Build();
    atlas->SetTexID(&sheet_);
}

void Fonts::build(float scale) {
    sheet_.clear();
    scale_ = scale;
    for (auto& glyphs : icon_) glyphs.clear();
    for (std::size_t index = 0; index < text_.size(); ++index) {
        const TypeMetrics metrics = ui::metrics(static_cast<Type>(index));
        Letters& letters = text_[index] = {};
        letters.em_px = std::round(metrics.size_px * scale);
        letters.box_px = letters.em_px * box_per_em;
        letters.baseline = (metrics.semibold ? semibold_ : regular_).ascent(letters.box_px);
        letters.dot_px = std::max(1.0F, std::round(metrics.size_px * scale / 16));
    }
}

// Null when no font holds it.
const ImFontGlyph* Fonts::found(Type type, char32_t character) {
    Letters& letters = of(type);
    const bool latin = character < letters.latin.size();
    if (latin && letters.latin[character] != nullptr) return letters.latin[character];
    const auto [known, is_new] = letters.known.try_emplace(character);
    if (is_new) known->second = made(type, character);
    const ImFontGlyph* glyph = known->second ? &*known->second : nullptr;
    if (latin) letters.latin[character] = glyph;
    return glyph;
}

std::optional<ImFontGlyph> Fonts::made(Type type, char32_t character) {
    if (character < 0x20 || character > 0xFFFF) return std::nullopt;
    if (type == Type::countdown && !is_of_clock(character)) return std::nullopt;
    const Letters& letters = of(type);
    const float baseline = letters.baseline;
    if (is_private(character))
        return icons_.letter(character, letters.em_px * picture_per_em, baseline, sheet_);
    if (!is_drawn_script(character)) return std::nullopt;
    const bool heavy = metrics(type).semibold && semibold_.holds(character);
    const Typeface& face = heavy ? semibold_ : regular_;
    if (face.holds(character)) return face.letter(character, letters.box_px, baseline, sheet_);
    return signs_.letter(character, letters.em_px * signs_box_per_em, baseline, sheet_);
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

const ImFontGlyph* Fonts::glyph(IconSize size, Icon icon) {
    auto& glyphs = icon_[static_cast<std::size_t>(size)];
    const auto [known, is_new] = glyphs.try_emplace(icon);
    if (is_new) {
        const float size_here = std::round(size_px(size) * scale_);
        known->second =
            icons_.letter(static_cast<char32_t>(icon), size_here, icons_.ascent(size_here), sheet_)
                .value_or(ImFontGlyph{});
    }
    return &known->second;
}

float Fonts::width(Type type, std::string_view text) {
    const Letters& letters = of(type);
    float sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_plain(text, at)) {
            const auto letter = static_cast<char32_t>(text[at++]);
            const ImFontGlyph* glyph = letters.latin[letter];
            sum += glyph != nullptr ? glyph->AdvanceX
                                    : sign(type, std::u32string_view(&letter, 1)).advance_px;
        } else {
            const std::size_t end = text_rules::cluster_end(text, at);
            sum += sign(type, text.substr(at, end - at)).advance_px;
            at = end;
        }
    }
    return sum / scale_;
}

}  // namespace casustafel::ui
