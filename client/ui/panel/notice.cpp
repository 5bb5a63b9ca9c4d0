#include "client/ui/panel/notice.hpp"

namespace casustafel::ui {
namespace {

constexpr float padding = 16, lead = 32;

void draw_ground(Ui& ui, Rect area, Tone tone) {
    ui.draw().fill(area, ground_of(tone), radius::control);
    if (borders_for_fills(ui.draw().contrast()))
        ui.draw().border(area, words_of(tone), 1, radius::control);
}

}  // namespace

Icon notice_icon(Tone tone) {
    switch (tone) {
        case Tone::attention: return Icon::hourglass;
        case Tone::wrong: return Icon::alert;
        case Tone::good: return Icon::check_circle;
        case Tone::neutral:
        case Tone::accent: break;
    }
    return Icon::information;
}

float notice_height(Ui& ui, float width, NoticeText words) {
    const float measure = width - 2 * padding - lead;
    float height = 2 * 14 + metrics(Type::strong).line_px;
    if (!words.body.empty())
        height += 2 + ui.draw().paragraph_height(measure, words.body, Type::body);
    return height;
}

float notice(Ui& ui, Rect area, Tone tone, NoticeText words) {
    area.bottom = area.top + notice_height(ui, area.width(), words);
    ui.note_status(std::string(words.title) + ". " + std::string(words.body));
    draw_ground(ui, area, tone);
    ui.draw().icon({area.left + padding + 10, area.top + 25}, notice_icon(tone), IconSize::control,
                   words_of(tone));
    Rect inner{area.left + padding + lead, area.top + 14, area.right - padding, area.bottom};
    ui.draw().line(inner.cut_top(22), words.title, {Type::strong});
    inner.cut_top(2);
    if (!words.body.empty()) ui.draw().paragraph(inner, words.body, {Type::body});
    return area.height();
}

void limit_line(Ui& ui, Rect area, std::string_view words, Tone tone) {
    ui.note_status(std::string(words));
    draw_ground(ui, area, tone);
    ui.draw().icon({area.left + 22, area.centre().y}, Icon::information, IconSize::control,
                   words_of(tone));
    ui.draw().line({area.left + 40, area.top, area.right - 12, area.bottom}, words, {Type::body});
}

float empty_state(Ui& ui, Rect area, NoticeText words, bool framed) {
    const float inset = framed ? 24 : 0;
    const float measure = std::min(area.width() - 2 * inset, space::reading_measure);
    const float body = ui.draw().paragraph_height(measure, words.body, Type::body);
    const float high = 22 + 2 + body + (framed ? 40 : 0);
    if (framed) {
        const Rect card{area.left, area.top, area.right, area.top + high};
        ui.draw().fill(card, Token::surface, radius::card);
        ui.draw().border(card, Token::line, 1, radius::card);
        area.top += 20;
    }
    area.left += inset;
    area.right = area.left + measure;
    ui.draw().line(area.cut_top(22), words.title, {Type::strong});
    area.cut_top(2);
    ui.draw().paragraph(area, words.body, {Type::body, Token::text_2});
    return high;
}

}  // namespace casustafel::ui
