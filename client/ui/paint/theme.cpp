#include "client/ui/paint/theme.hpp"

#include <array>
#include <cmath>

namespace casustafel::ui {
namespace {

constexpr Colour rgb(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value), 255};
}

constexpr auto token_count = static_cast<std::size_t>(Token::last_);

constexpr std::array<Colour, token_count> light = {
    rgb(0xF2F4F7), rgb(0xFFFFFF),          rgb(0xF7F8FA), rgb(0x17202B), rgb(0x4D5A6A),
    rgb(0xDCE1E8), rgb(0x7E8A99),          rgb(0x0A5688), rgb(0xE5EFF6), rgb(0x084870),
    rgb(0xFFFFFF), rgb(0x17663A),          rgb(0xE6F2EA), rgb(0x7F4C00), rgb(0xFBF0DB),
    rgb(0x9B1C2E), rgb(0xFAE9EB),          rgb(0x4F4689), rgb(0x00666B), rgb(0xFFFFFF),
    rgb(0x6B7786), rgb(0xEDF0F4),          rgb(0xE6EAEF), rgb(0xC9D0D9), rgb(0x7E8A99),
    rgb(0x0A5688), Colour{23, 32, 43, 140}};

constexpr std::array<Colour, token_count> high = {
    rgb(0x000000), rgb(0x000000), rgb(0x1A1A1A),       rgb(0xFFFFFF), rgb(0xE6E6E6), rgb(0xFFFFFF),
    rgb(0xFFFFFF), rgb(0xFFDD00), rgb(0x2E2800),       rgb(0xFFE94D), rgb(0x000000), rgb(0x7CF29A),
    rgb(0x000000), rgb(0xFFC04D), rgb(0x000000),       rgb(0xFF9C9C), rgb(0x000000), rgb(0xD5CCFF),
    rgb(0x8FF0EA), rgb(0x000000), rgb(0xBDBDBD),       rgb(0x1A1A1A), rgb(0x000000), rgb(0x4D4D4D),
    rgb(0xFFFFFF), rgb(0x00B7FF), Colour{0, 0, 0, 190}};

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

using enum Token;
constexpr TextPair pairs[] = {{text, canvas},
                              {text, surface},
                              {text, inset},
                              {text, accent_soft},
                              {text, attention_soft},
                              {text, wrong_soft},
                              {text, good_soft},
                              {text, count_ground},
                              {text, disabled_ground},
                              {text_2, canvas},
                              {text_2, surface},
                              {text_2, inset},
                              {text_2, accent_soft},
                              {text_2, count_ground},
                              {text_2, disabled_ground},
                              {text_2, attention_soft},
                              {text_2, wrong_soft},
                              {text_2, good_soft},
                              {accent, canvas},
                              {accent, surface},
                              {accent, inset},
                              {accent, accent_soft},
                              {good, canvas},
                              {good, surface},
                              {good, inset},
                              {good, accent_soft},
                              {good, good_soft},
                              {attention, canvas},
                              {attention, surface},
                              {attention, inset},
                              {attention, accent_soft},
                              {attention, attention_soft},
                              {wrong, canvas},
                              {wrong, surface},
                              {wrong, inset},
                              {wrong, accent_soft},
                              {wrong, wrong_soft},
                              {on_accent, accent},
                              {on_accent, accent_hover},
                              {on_table, table_z},
                              {on_table, table_v},
                              {surface, text}};

}  // namespace

Colour colour(Token token, Contrast contrast) {
    const auto& palette = contrast == Contrast::light ? light : high;
    return palette[static_cast<std::size_t>(token)];
}

double contrast_ratio(Colour one, Colour other) {
    const double first = luminance(one), second = luminance(other);
    const double brighter = first > second ? first : second;
    const double darker = first > second ? second : first;
    return (brighter + 0.05) / (darker + 0.05);
}

std::span<const TextPair> text_pairs() { return pairs; }

}  // namespace casustafel::ui
