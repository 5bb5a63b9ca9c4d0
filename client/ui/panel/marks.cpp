#include "client/ui/panel/marks.hpp"

#include <algorithm>

#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

text::Key sensitivity_key(int level) {
    constexpr text::Key keys[] = {text::Key::ui_sensitivity_0, text::Key::ui_sensitivity_1,
                                  text::Key::ui_sensitivity_2, text::Key::ui_sensitivity_3};
    return keys[std::clamp(level, 0, 3)];
}

Tone sensitivity_tone(int level) {
    return level >= 3 ? Tone::wrong : level == 2 ? Tone::attention : Tone::neutral;
}

}  // namespace

TableSign table_sign(std::string_view table_id) {
    const bool square = table_id == "Z";
    return {square, square ? Token::table_z : Token::table_v, std::string(table_id.substr(0, 1))};
}

void table_badge(Ui& ui, Point centre, std::string_view table_id, float size) {
    const TableSign sign = table_sign(table_id);
    const Rect box = Rect{centre.x, centre.y, centre.x, centre.y}.inset(-size / 2);
    ui.draw().fill(box, sign.colour, sign.square ? 3 : size / 2);
    ui.draw().line(box, sign.letter, {Type::strong_small, Token::on_table, Align::centre});
}

void role_badge(Ui& ui, Rect area, std::string_view table_id, std::string_view code, bool filled) {
    const TableSign sign = table_sign(table_id);
    const float round = sign.square ? radius::keycap : area.height() / 2;
    if (filled) {
        ui.draw().fill(area, sign.colour, round);
    } else {
        ui.draw().fill(area, Token::surface, round);
        ui.draw().border(area, Token::control_border, 1, round);
    }
    ui.draw().line(area.inset(2, 0), code,
                   {Type::strong_small, filled ? Token::on_table : Token::text_2, Align::centre});
}

float role_label(Ui& ui, Rect area, std::string_view table_id, std::string_view code) {
    table_badge(ui, {area.left + 10, area.centre().y}, table_id);
    const Rect words =
        ui.draw().line({area.left + 28, area.top, area.right, area.bottom}, code, {Type::strong});
    return words.right - area.left;
}

void role_medal(Ui& ui, Rect area, std::string_view table_id, std::string_view code) {
    const TableSign sign = table_sign(table_id);
    ui.draw().fill(area, sign.colour, sign.square ? radius::control : area.height() / 2);
    const Type type = code.size() > 3      ? Type::strong_small
                      : area.height() > 48 ? Type::panel
                                           : Type::strong;
    ui.draw().line(area.inset(1, 0), code, {type, Token::on_table, Align::centre});
}

void sensitivity_bars(Ui& ui, Point left_middle, int level) {
    Painter& draw = ui.draw();
    const Token full = words_of(sensitivity_tone(level));
    for (int bar = 0; bar < 3; ++bar) {
        const float height = 4.0F + 3.5F * static_cast<float>(bar);
        const float x = left_middle.x + 5.0F * static_cast<float>(bar);
        const Rect area{x, left_middle.y + 5.5F - height, x + 4, left_middle.y + 5.5F};
        if (bar < level) {
            draw.fill(area, full);
        } else if (borders_for_fills(draw.contrast())) {
            draw.border(area, Token::text_2);
        } else {
            draw.fill(area, Token::bar_empty);
        }
    }
}

float sensitivity_width(Ui& ui, int level) {
    return 20 + ui.draw().width(ui.say(sensitivity_key(level)), Type::small);
}

Rect sensitivity_label(Ui& ui, Rect area, int level, Align align) {
    const std::string words = ui.say(sensitivity_key(level));
    const float wide = std::min(area.width(), sensitivity_width(ui, level));
    const float left = align == Align::right ? area.right - wide : area.left;
    sensitivity_bars(ui, {left, area.centre().y}, level);
    ui.draw().line({left + 20, area.top, left + wide + 0.5F, area.bottom}, words,
                   {Type::small, words_of(sensitivity_tone(level))});
    return {left, area.top, left + wide, area.bottom};
}

Rect mark_label(Ui& ui, Rect area, std::string_view mark, Align align, bool strong) {
    struct Row {
        contract::Mark mark;
        Icon icon;
        Tone tone;
        text::Key words;
    };
    constexpr Row rows[] = {
        {contract::Mark::fact, Icon::fact, Tone::good, text::Key::ui_mark_fact},
        {contract::Mark::assumption, Icon::help, Tone::attention, text::Key::ui_mark_assumption},
        {contract::Mark::refuted, Icon::refuted, Tone::wrong, text::Key::ui_mark_refuted},
    };
    for (const Row& row : rows)
        if (mark == row.mark)
            return icon_label(ui, area, row.icon, ui.say(row.words), row.tone, strong, align);
    return icon_label(ui, area, Icon::none, ui.say(text::Key::ui_mark_none), Tone::neutral, false,
                      align);
}

}  // namespace casustafel::ui
