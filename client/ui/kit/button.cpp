#include "client/ui/kit/button.hpp"

#include <algorithm>
#include <cmath>

#include "client/ui/kit/scroll_area.hpp"

namespace casustafel::ui {
namespace {

constexpr float icon_gap = 8, keycap_height = 20;

float padding(const ButtonLook& look) { return look.small ? 10 : 16; }
Type type_of(const ButtonLook& look) {
    if (look.style == ButtonStyle::quiet) return look.small ? Type::small : Type::body;
    return look.small ? Type::strong_small : Type::strong;
}

Token words_colour(const ButtonLook& look) {
    if (!look.enabled) return Token::disabled;
    if (look.style == ButtonStyle::primary) return Token::on_accent;
    return look.style == ButtonStyle::text ? Token::accent : Token::text;
}

void draw_ground(Ui& ui, Rect area, const ButtonLook& look, const Response& response) {
    Painter& draw = ui.draw();
    if (!look.enabled) {
        if (look.style == ButtonStyle::text || look.style == ButtonStyle::quiet) return;
        draw.fill(area, Token::disabled_ground, radius::control);
        draw.border(area, ui.settings().contrast == Contrast::high ? Token::disabled : Token::line,
                    1, radius::control);
        return;
    }
    if (look.style == ButtonStyle::primary) {
        draw.fill(area, response.hovered ? Token::accent_hover : Token::accent, radius::control);
        return;
    }
    if (look.style == ButtonStyle::outlined) draw.fill(area, Token::surface, radius::control);
    if (response.hovered) draw.fill(area, Token::accent_soft, radius::control);
    if (look.style == ButtonStyle::outlined)
        draw.border(area, Token::control_border, 1, radius::control);
}

}  // namespace

void focus_ring(Ui& ui, Rect area, float radius) {
    ui.draw().border(area.inset(-3.5F), Token::focus, 2, radius + 3);
}

void focus_ring_inside(Ui& ui, Rect area, float radius) {
    ui.draw().border(area, Token::focus, 2, radius);
}

float keycap_width(Ui& ui, std::string_view key) {
    return std::max(22.0F, ui.draw().width(key, Type::small) + 12);
}

float keycap(Ui& ui, Point left_middle, std::string_view key, Token colour) {
    const float wide = keycap_width(ui, key);
    const Rect cap{left_middle.x, left_middle.y - keycap_height / 2, left_middle.x + wide,
                   left_middle.y + keycap_height / 2};
    ui.draw().border(cap, colour == Token::text_2 ? Token::control_border : colour, 1,
                     radius::keycap);
    ui.draw().line(cap, key, {Type::small, colour, Align::centre});
    return wide;
}

float button_width(Ui& ui, std::string_view label, const ButtonLook& look) {
    float wide = 2 * padding(look);
    if (look.icon != Icon::none) wide += size_px(IconSize::control);
    if (!label.empty()) wide += ui.draw().width(label, type_of(look));
    if (look.icon != Icon::none && !label.empty()) wide += icon_gap;
    if (!look.keycap.empty()) wide += icon_gap + keycap_width(ui, look.keycap);
    return std::ceil(wide);
}

bool button(Ui& ui, Rect area, std::string name, std::string_view label, ButtonLook look,
            std::string_view spoken) {
    Widget widget{.name = std::move(name),
                  .label = std::string(label.empty() ? spoken : label),
                  .rect = area};
    widget.enabled = look.enabled;
    widget.group = look.group;
    keep_whole(ui, area);
    const Response response = ui.touch(std::move(widget));
    draw_ground(ui, area, look, response);
    if (response.ring) focus_ring(ui, area, radius::control);

    Painter& draw = ui.draw();
    const Token colour = words_colour(look);
    const float content =
        std::min(button_width(ui, label, look) - 2 * padding(look), area.width() - 8);
    float x = area.centre().x - content / 2;
    const float middle = area.centre().y;
    const auto draw_icon = [&] {
        draw.icon({x + size_px(IconSize::control) / 2, middle}, look.icon, IconSize::control,
                  colour == Token::text ? Token::text_2 : colour);
        x += size_px(IconSize::control) + icon_gap;
    };
    if (look.icon != Icon::none && !look.icon_last) draw_icon();
    if (!label.empty()) {
        const float after =
            (look.keycap.empty() ? 0 : icon_gap + keycap_width(ui, look.keycap)) +
            (look.icon != Icon::none && look.icon_last ? icon_gap + size_px(IconSize::control) : 0);
        const float room = area.right - 4 - after - x;
        const Rect words =
            draw.line({x, area.top, x + room, area.bottom}, label, {type_of(look), colour});
        x = words.right + icon_gap;
    }
    if (look.icon != Icon::none && look.icon_last) draw_icon();
    if (!look.keycap.empty())
        keycap(ui, {x, middle}, look.keycap, colour == Token::text ? Token::text_2 : colour);
    return response.activated;
}

bool button_right(Ui& ui, Rect& row, float high, std::string name, std::string_view label,
                  ButtonLook look, std::string_view spoken) {
    const Rect place = row.cut_right(button_width(ui, label, look));
    return button(ui, high > 0 ? place.middle_row(high) : place, std::move(name), label, look,
                  spoken);
}

bool button_left(Ui& ui, Rect& row, float high, std::string name, std::string_view label,
                 ButtonLook look, std::string_view spoken) {
    const Rect place = row.cut_left(button_width(ui, label, look));
    return button(ui, high > 0 ? place.middle_row(high) : place, std::move(name), label, look,
                  spoken);
}

bool link(Ui& ui, Rect area, std::string name, std::string_view label, Icon icon) {
    Painter& draw = ui.draw();
    const float lead = icon == Icon::none ? 0 : size_px(IconSize::control) + 6;
    const float wide = std::min(area.width(), lead + draw.width(label, Type::strong_small));
    const Rect target = Rect{area.left, area.top, area.left + wide, area.bottom}.middle_row(
        std::max(area.height(), space::smallest_target));
    keep_whole(ui, target);
    const Response response = ui.touch(
        {.name = std::move(name), .label = std::string(label), .rect = target, .kind = Kind::link});
    if (icon != Icon::none)
        draw.icon({area.left + 10, area.centre().y}, icon, IconSize::control, Token::accent);
    const Rect words = draw.line({area.left + lead, area.top, area.right, area.bottom}, label,
                                 {Type::strong_small, Token::accent});
    if (response.hovered)
        draw.horizontal_rule(words.left, words.right, words.bottom - 1, Token::accent);
    if (response.ring) focus_ring_inside(ui, target.inset(-4, 0), radius::keycap);
    return response.activated;
}

void reason_line(Ui& ui, Rect area, std::string_view reason) {
    ui.draw().icon({area.left + 8, area.centre().y}, Icon::information, IconSize::small,
                   Token::text_2);
    area.left += 22;
    const TextLook look{Type::small, Token::text_2};
    const float high = ui.draw().paragraph_height(area.width(), reason, look.type, 2);
    if (high <= metrics(look.type).line_px || high > area.height())
        ui.draw().line(area, reason, look);
    else
        ui.draw().paragraph(area.middle_row(high), reason, look, 2);
}

}  // namespace casustafel::ui
