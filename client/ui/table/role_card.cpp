#include "client/ui/table/role_card.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"

namespace casustafel::ui {
namespace {

constexpr float more_room = 1.25F;  // for what is essential, at the cost of the list below

struct CardRow {
    Say label;
    const v1::Text* text;
    bool limit;
    bool essential;
};

bool is_shown(const CardRow& row, RoleRows which) {
    return which == RoleRows::all || row.limit || (which == RoleRows::essential && row.essential);
}

std::vector<CardRow> rows_of(const Panel& panel, RoleRows which) {
    const v1::RoleCard* card =
        panel.view == nullptr ? nullptr : panel.view->find<v1::RoleCard>(panel.role);
    if (card == nullptr) return {};
    std::vector<CardRow> rows = {{Say::card_task, &card->task(), false, false},
                                 {Say::card_power, &card->power(), false, false},
                                 {Say::card_limit, &card->limit(), true, true},
                                 {Say::card_wants, &card->wants(), false, false},
                                 {Say::card_misses, &card->misses(), false, true}};
    std::erase_if(rows, [&](const CardRow& row) {
        return panel.in(*row.text).empty() || !is_shown(row, which);
    });
    return rows;
}

float label_width(Type type) { return type == Type::reading ? 112 : 72; }
float gap(Type type) { return type == Type::reading ? 16 : 8; }

// The limit in full, as far as it leaves a list below, and what one misses in the lines that are
// left, at least one.
float draw_shortened(Panel& panel, Rect area, float room) {
    const float top = area.top, line = metrics(Type::small).line_px,
                most_for_limit = area.height() * 0.6F;
    for (const CardRow& row : rows_of(panel, RoleRows::essential)) {
        const float left = row.limit ? most_for_limit : room - (area.top - top);
        panel.draw().line(
            {area.left, area.top, area.left + label_width(Type::small) - 4, area.top + line},
            panel.say(row.label),
            {Type::strong_small, row.limit ? Token::attention : Token::text_2});
        area.cut_top(panel.draw().paragraph(
                         {area.left + label_width(Type::small), area.top, area.right, area.bottom},
                         panel.in(*row.text), {Type::small},
                         std::max(1, static_cast<int>(left / line))) +
                     gap(Type::small));
    }
    return area.top - top;
}

}  // namespace

void draw_role_head(Panel& panel, Rect area) {
    Rect medal = area.cut_left(40).middle_row(40);
    role_medal(panel.ui, medal, panel.table_of(panel.role), panel.role);
    area.cut_left(12);
    area = area.middle_row(44);
    panel.draw().line(area.cut_top(26), panel.role_name(panel.role), {Type::panel});
    const v1::Role* role = panel.view->find<v1::Role>(panel.role);
    const std::string who = role == nullptr ? std::string() : panel.occupant_name(*role);
    panel.draw().line(
        area,
        who.empty() ? panel.say(Say::card_your_role) : panel.say(Say::card_your_role_name, {who}),
        {Type::small, Token::text_2});
}

float role_rows_height(Panel& panel, float width, Type type, RoleRows which) {
    float height = 0;
    for (const CardRow& row : rows_of(panel, which)) {
        height +=
            panel.draw().paragraph_height(width - label_width(type), panel.in(*row.text), type) +
            gap(type);
    }
    return height;
}

float draw_role_rows(Panel& panel, Rect area, Type type, RoleRows which) {
    const float top = area.top;
    for (const CardRow& row : rows_of(panel, which)) {
        const float line = metrics(type).line_px;
        panel.draw().line({area.left, area.top, area.left + label_width(type) - 4, area.top + line},
                          panel.say(row.label),
                          {type == Type::reading ? Type::strong : Type::strong_small,
                           row.limit ? Token::attention : Token::text_2});
        area.cut_top(panel.draw().paragraph(
                         {area.left + label_width(type), area.top, area.right, area.bottom},
                         panel.in(*row.text), {type}) +
                     gap(type));
    }
    return area.top - top;
}

float draw_role_card(Panel& panel, Rect area, float most_height, RoleCardState& state) {
    panel.ui.area("role");
    const float top = area.top;
    draw_role_head(panel, area.cut_top(64));
    area.cut_top(4);
    const float link_height = 32;
    const float room = most_height - 68;
    const auto fits = [&](RoleRows which, float most) {
        return role_rows_height(panel, area.width(), Type::small, which) <= most;
    };
    const bool whole = fits(RoleRows::all, room);
    // Never without what one must not forget, however long it is told.
    const RoleRows which = whole ? RoleRows::all
                           : fits(RoleRows::essential, room * more_room - link_height)
                               ? RoleRows::essential
                               : RoleRows::limit;
    area.cut_top(which == RoleRows::limit ? draw_shortened(panel, area, room - link_height)
                                          : draw_role_rows(panel, area, Type::small, which));
    if (!whole) {
        if (link(panel.ui, area.cut_top(link_height - 8), "role.whole", panel.say(Say::card_whole)))
            state.whole_open = true;
        area.cut_top(8);
    }
    return area.top - top;
}

// What who sat here before passed on stays with the card; returns the height used.
float draw_received_handover(Panel& panel, Rect area) {
    const v1::HandoverNote* note = panel.view->find<v1::HandoverNote>(panel.role);
    if (note == nullptr || note->text().empty()) return 0;
    const float top = area.top;
    area.cut_top(12);
    panel.draw().horizontal_rule(area.left, area.right, area.top);
    area.cut_top(10);
    panel.draw().cut_line(area, 26, panel.say(Say::card_handover), {Type::panel}, 2);
    panel.draw().cut_paragraph(area, note->text(), {Type::reading});
    return area.top - top;
}

void draw_whole_role_card(Panel& panel, RoleCardState& state) {
    Dialog dialog(panel.ui, "role_card", 760, 420, panel.say(Say::card_whole));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect inner) {
        const float top = inner.top;
        draw_role_head(panel, inner.cut_top(64));
        inner.cut_top(8);
        inner.cut_top(draw_role_rows(panel, inner, Type::reading));
        return inner.top - top + draw_received_handover(panel, inner);
    });
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) state.whole_open = false;
}

}  // namespace casustafel::ui
