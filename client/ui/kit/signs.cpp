#include "client/ui/kit/signs.hpp"

#include <algorithm>

namespace casustafel::ui {
namespace {

constexpr float pill_height = 20, chip_height = 24, presence_height = 28;

}  // namespace

float count_pill_width(Ui& ui, std::string_view count) {
    return std::max(22.0F, ui.draw().width(count, Type::strong_small) + 14);
}

void count_pill(Ui& ui, Point left_middle, std::string_view count, bool asks_attention) {
    const Rect pill{left_middle.x, left_middle.y - pill_height / 2,
                    left_middle.x + count_pill_width(ui, count), left_middle.y + pill_height / 2};
    Painter& draw = ui.draw();
    draw.fill(pill, asks_attention ? Token::accent : Token::count_ground, pill_height / 2);
    if (!asks_attention && borders_for_fills(draw.contrast()))
        draw.border(pill, Token::line, 1, pill_height / 2);
    draw.line(
        pill, count,
        {Type::strong_small, asks_attention ? Token::on_accent : Token::text_2, Align::centre});
}

Token words_of(Tone tone) {
    constexpr Token tokens[] = {Token::text_2, Token::accent, Token::good, Token::attention,
                                Token::wrong};
    return tokens[static_cast<std::size_t>(tone)];
}

Token ground_of(Tone tone) {
    constexpr Token tokens[] = {Token::disabled_ground, Token::accent_soft, Token::good_soft,
                                Token::attention_soft, Token::wrong_soft};
    return tokens[static_cast<std::size_t>(tone)];
}

float chip_width(Ui& ui, Icon icon, std::string_view words) {
    return ui.draw().width(words, Type::strong_small) + (icon == Icon::none ? 16 : 36);
}

float chip(Ui& ui, Point left_middle, Icon icon, std::string_view words, Tone tone) {
    const float wide = chip_width(ui, icon, words);
    const Rect area{left_middle.x, left_middle.y - chip_height / 2, left_middle.x + wide,
                    left_middle.y + chip_height / 2};
    Painter& draw = ui.draw();
    draw.fill(area, ground_of(tone), radius::keycap);
    if (borders_for_fills(draw.contrast())) draw.border(area, words_of(tone), 1, radius::keycap);
    float x = area.left + 8;
    if (icon != Icon::none) {
        draw.icon({x + 7, area.centre().y}, icon, IconSize::small, words_of(tone));
        x += 20;
    }
    draw.line({x, area.top, area.right, area.bottom}, words, {Type::strong_small, words_of(tone)});
    return wide;
}

float presence_chip_width(Ui& ui, std::string_view code) {
    return ui.draw().width(code, Type::strong_small) + 36;
}

float presence_chip(Ui& ui, Point left_middle, std::string_view code, bool present) {
    const float wide = presence_chip_width(ui, code);
    const Rect area{left_middle.x, left_middle.y - presence_height / 2, left_middle.x + wide,
                    left_middle.y + presence_height / 2};
    Painter& draw = ui.draw();
    draw.border(area, Token::line, 1, presence_height / 2);
    const Point dot{area.left + 14, area.centre().y};
    if (present) {
        draw.circle(dot, 4, Token::good);
    } else {
        draw.ring(dot, 4, Token::text_2, 1.5F);
    }
    draw.line({area.left + 24, area.top, area.right, area.bottom}, code,
              {Type::strong_small, present ? Token::text : Token::text_2});
    return wide;
}

Rect icon_label(Ui& ui, Rect area, Icon icon, std::string_view words, Tone tone, bool strong,
                Align align, IconSize size) {
    Painter& draw = ui.draw();
    const Type type = strong ? Type::strong_small : Type::small;
    const float lead = icon == Icon::none ? 0 : size_px(size) + 4;
    const float wide = std::min(area.width(), lead + draw.width(words, type));
    const float left = align == Align::right ? area.right - wide : area.left;
    if (icon != Icon::none)
        draw.icon({left + size_px(size) / 2, area.centre().y}, icon, size, words_of(tone));
    draw.line({left + lead, area.top, left + wide + 0.5F, area.bottom}, words,
              {type, words_of(tone)});
    return {left, area.top, left + wide, area.bottom};
}

void new_dot(Ui& ui, Point centre) { ui.draw().circle(centre, 4, Token::accent); }

}  // namespace casustafel::ui
