#include "client/ui/kit/choice.hpp"

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/signs.hpp"

namespace casustafel::ui {
namespace {

constexpr float box = 20, box_gap = 8, tick_room = 22, radio_edge = 5;

Response touch_labelled(Ui& ui, Rect area, std::string name, std::string_view label, Kind kind,
                        std::string_view group, bool chosen, bool enabled) {
    const float wide =
        std::min(area.width(), box + box_gap + ui.draw().width(label, Type::body) + 4);
    Rect target{area.left, area.top, area.left + wide, area.bottom};
    if (target.height() < space::smallest_target)
        target = target.middle_row(space::smallest_target);
    keep_whole(ui, target);
    const Response response = ui.touch({.name = std::move(name),
                                        .label = std::string(label),
                                        .rect = target,
                                        .kind = kind,
                                        .enabled = enabled,
                                        .selected = chosen,
                                        .group = std::string(group)});
    if (response.ring) focus_ring_inside(ui, target.inset(-4, 0), radius::keycap);
    return response;
}

void draw_label(Ui& ui, Rect area, std::string_view label, bool enabled) {
    ui.draw().line({area.left + box + box_gap, area.top, area.right, area.bottom}, label,
                   {Type::body, enabled ? Token::text : Token::disabled});
}

}  // namespace

void draw_tick(Ui& ui, Point centre, Tick tick, bool enabled) {
    Painter& draw = ui.draw();
    const Rect square = Rect{centre.x, centre.y, centre.x, centre.y}.inset(-box / 2);
    if (tick == Tick::none) {
        draw.fill(square, enabled ? Token::surface : Token::disabled_ground, radius::keycap);
        draw.border(square, enabled ? Token::control_border : Token::disabled, 1.5F,
                    radius::keycap);
        return;
    }
    draw.fill(square, enabled ? Token::accent : Token::disabled, radius::keycap);
    draw.icon(centre, tick == Tick::full ? Icon::check : Icon::minus, IconSize::small,
              enabled ? Token::on_accent : Token::disabled_ground);
}

void draw_radio(Ui& ui, Point centre, bool chosen, bool enabled) {
    Painter& draw = ui.draw();
    const Token edge = !enabled ? Token::disabled : chosen ? Token::accent : Token::control_border;
    draw.circle(centre, box / 2, enabled ? Token::surface : Token::disabled_ground);
    draw.ring(centre, box / 2, edge, chosen ? 2.0F : 1.5F);
    if (chosen) draw.circle(centre, 6, edge);
}

bool check_box(Ui& ui, Rect area, std::string name, std::string_view label, Tick tick,
               bool enabled) {
    const Response response = touch_labelled(ui, area, std::move(name), label, Kind::check, {},
                                             tick != Tick::none, enabled);
    draw_tick(ui, {area.left + box / 2, area.centre().y}, tick, enabled);
    draw_label(ui, area, label, enabled);
    return response.activated;
}

float radio_height(Painter& draw, float width, std::string_view label) {
    return 2 * radio_edge + draw.paragraph_height(width - box - box_gap, label, Type::body);
}

bool radio(Ui& ui, Rect area, std::string name, std::string_view group, std::string_view label,
           bool chosen, bool enabled) {
    const Response response =
        touch_labelled(ui, area, std::move(name), label, Kind::radio, group, chosen, enabled);
    const float measure = area.width() - box - box_gap;
    const bool fits = ui.draw().width(label, Type::body) <= measure;
    if (fits || area.height() < radio_height(ui.draw(), area.width(), label)) {
        draw_radio(ui, {area.left + box / 2, area.centre().y}, chosen, enabled);
        draw_label(ui, area, label, enabled);
    } else {
        draw_radio(ui, {area.left + box / 2, area.top + radio_edge + 11}, chosen, enabled);
        Rect words = area.inset(0, radio_edge);
        words.cut_left(box + box_gap);
        ui.draw().paragraph(words, label, {Type::body, enabled ? Token::text : Token::disabled});
    }
    return response.activated && !chosen;
}

float segmented_width(Ui& ui, std::span<const Segment> segments) {
    float widest = 0;
    for (const Segment& segment : segments)
        widest = std::max(widest, ui.draw().width(segment.label, Type::strong_small));
    return (widest + 24) * static_cast<float>(segments.size());
}

int segmented(Ui& ui, Rect area, const std::string& name, std::span<const Segment> segments,
              int chosen) {
    Painter& draw = ui.draw();
    keep_whole(ui, area);
    draw.fill(area, Token::surface, radius::control);
    draw.border(area, Token::control_border, 1, radius::control);
    const float wide = area.width() / static_cast<float>(segments.size());
    int picked = -1;
    for (std::size_t index = 0; index < segments.size(); ++index) {
        const Segment& segment = segments[index];
        const float left = area.left + wide * static_cast<float>(index);
        const Rect part{left, area.top, left + wide, area.bottom};
        const bool selected = static_cast<int>(index) == chosen;
        const Response response = ui.touch({.name = name + "." + segment.key,
                                            .label = segment.label,
                                            .rect = part,
                                            .kind = Kind::segment,
                                            .enabled = segment.enabled,
                                            .selected = selected,
                                            .group = name});
        if (selected || response.hovered)
            draw.fill(part.inset(selected ? 0 : 1), Token::accent_soft, radius::control);
        if (selected) draw.border(part, Token::accent, 2, radius::control);
        const int at = static_cast<int>(index);
        if (at > 0 && !selected && at - 1 != chosen)
            draw.vertical_rule(part.left, part.top + 1, part.bottom - 1, Token::control_border);
        const Token colour = !segment.enabled ? Token::disabled
                             : selected       ? Token::accent
                                              : Token::text;
        draw.line(part.inset(4, 0), segment.label,
                  {selected ? Type::strong_small : Type::small, colour, Align::centre});
        if (response.ring) focus_ring(ui, part, radius::control);
        if (response.activated && !selected) picked = static_cast<int>(index);
    }
    return picked;
}

namespace {

constexpr float note_gap = 8;

float note_width(Ui& ui, const std::string& note) {
    return note.empty() ? 0 : note_gap + ui.draw().width(note, Type::small);
}

}  // namespace

int tab_row(Ui& ui, Rect area, const std::string& name, std::span<const Tab> tabs, int chosen,
            float gap) {
    Painter& draw = ui.draw();
    int picked = -1;
    float x = area.left;
    for (std::size_t index = 0; index < tabs.size(); ++index) {
        const Tab& tab = tabs[index];
        const bool selected = static_cast<int>(index) == chosen;
        const Type type = selected ? Type::strong : Type::body;
        const float words = draw.width(tab.label, type);
        const std::string count = tab.count < 0          ? std::string()
                                  : tab.count > tab.most ? std::to_string(tab.most) + "+"
                                                         : std::to_string(tab.count);
        const float wide = std::max(words + (count.empty() ? 0 : 8 + count_pill_width(ui, count)) +
                                        (tab.done ? tick_room : 0) + note_width(ui, tab.note),
                                    space::smallest_target);
        const Rect part{x, area.top, std::min(x + wide, area.right), area.bottom};
        const Response response = ui.touch({.name = name + "." + tab.key,
                                            .label = tab.label,
                                            .rect = part,
                                            .kind = Kind::tab,
                                            .selected = selected,
                                            .group = name});
        const Token colour = selected || response.hovered ? Token::text : Token::text_2;
        draw.line({part.left, part.top, part.left + words + 1, part.bottom}, tab.label,
                  {type, colour});
        if (!count.empty())
            count_pill(ui, {part.left + words + 8, part.centre().y}, count, tab.asks_attention);
        if (!tab.note.empty())
            draw.line({part.right - note_width(ui, tab.note) + note_gap, part.top, part.right + 1,
                       part.bottom},
                      tab.note, {Type::small, Token::text_2});
        if (tab.done)
            draw.icon({part.right - 8, part.centre().y}, Icon::check, IconSize::small,
                      Token::accent);
        if (selected)
            draw.fill({part.left, part.bottom - 3, part.right, part.bottom}, Token::accent);
        if (response.ring) focus_ring_inside(ui, part.inset(-6, 4), radius::keycap);
        if (response.activated && (!selected || tab.shut)) picked = static_cast<int>(index);
        x += wide + gap;
    }
    return picked;
}

}  // namespace casustafel::ui
