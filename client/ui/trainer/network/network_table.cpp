#include "client/ui/trainer/network/network_table.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/columns.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/trainer/network/network_links.hpp"

namespace casustafel::ui {
namespace {

constexpr float table_row = 34, head_row = 26, of_role_row = 32;

void draw_from(Panel& panel, Rect area, const Link& link) {
    role_label(panel.ui, area, panel.table_of(link.from), link.from);
}

void draw_to(Panel& panel, Rect area, const Link& link) {
    role_label(panel.ui, area, panel.table_of(link.to), link.to);
}

void draw_count(Panel& panel, Rect area, const Link& link) {
    panel.draw().line(area, std::to_string(link.count), {Type::strong, Token::text, Align::right});
}

void draw_where(Panel& panel, Rect area, const Link& link) {
    const std::string from = panel.table_of(link.from);
    const bool within = from == panel.table_of(link.to);
    panel.draw().line(
        area,
        within ? panel.say(Say::network_within_table, {from}) : panel.say(Say::network_between),
        {Type::small, within ? Token::text_2 : Token::accent});
}

void draw_last(Panel& panel, Rect area, const Link& link) {
    panel.draw().line(area, when_words(panel, link.last_sim_ms), {Type::small, Token::text_2});
}

// With little room where it happened goes first, then when.
constexpr ColumnWidth code_width{104, 104, 76, 76, 104}, last_width{96, 96, 96, 60, 96};
constexpr Column<Link> link_columns[] = {
    {.width = code_width,
     .head = Say::network_from,
     .draw = draw_from,
     .gap = 8,
     .beside_code = badge_room},
    {.width = code_width,
     .head = Say::network_to,
     .draw = draw_to,
     .gap = 8,
     .beside_code = badge_room},
    {.width = by_layout(52, 52, 52),
     .head = Say::network_times,
     .draw = draw_count,
     .gap = 16,
     .align = Align::right},
    {.width = rest_of_row, .head = Say::network_where, .draw = draw_where, .least = 100},
    {.width = last_width, .head = Say::network_last, .draw = draw_last, .least = 40}};

Room room_of(float width) {
    return width >= 443 ? Room::wide : width >= 330 ? Room::tight : Room::small;
}

void draw_table_row(Panel& panel, Rect row, const Link& link) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    draw_cells(panel, row, room_of(row.width()), link_columns, link);
}

// Who plays and gave (or asked) nothing yet.
std::vector<std::string> silent(const Panel& panel, const std::vector<Link>& all) {
    std::vector<std::string> names;
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        const bool played = role->occupant() != 0 || role->autopilot() || role->stand_in();
        if (played && std::none_of(all.begin(), all.end(),
                                   [&](const Link& each) { return each.from == role->id(); }))
            names.push_back(role->id());
    }
    return names;
}

}  // namespace

void draw_of_role(Panel& panel, Rect row, NetworkState& state, const std::vector<Link>& all) {
    int gave = 0, got = 0;
    for (const Link& link : all) {
        gave += link.from == state.role ? link.count : 0;
        got += link.to == state.role ? link.count : 0;
    }
    const std::string words =
        panel.say(state.asking ? Say::network_of_role_asking : Say::network_of_role,
                  {state.role, std::to_string(gave), std::to_string(got)});
    if (button_right(panel.ui, row, 28, "network.all", panel.say(Say::network_all),
                     {.style = ButtonStyle::text, .small = true}))
        state.role.clear();
    panel.draw().line(row, words, {Type::strong_small});
}

void draw_as_table(Panel& panel, Rect area, NetworkState& state,
                   const std::vector<Link>& everything) {
    // Of a chosen role only its own rows.
    std::vector<Link> all;
    for (const Link& link : everything)
        if (state.role.empty() || link.from == state.role || link.to == state.role)
            all.push_back(link);
    if (!state.role.empty()) draw_of_role(panel, area.cut_top(of_role_row), state, everything);
    const auto names = silent(panel, everything);
    if (state.role.empty() && !names.empty()) {
        const std::string words =
            panel.say(state.asking ? Say::network_silent_asking : Say::network_silent,
                      {enumerate(panel, names)});
        const float high = panel.draw().paragraph_height(area.width(), words, Type::small, 2);
        Rect strip = area.cut_bottom(high + 12);
        strip.cut_top(8);
        panel.draw().paragraph(strip, words, {Type::small, Token::text_2}, 2);
    }
    Rect heads = area.cut_top(head_row);
    // Over their columns, also when a scroll bar takes its part.
    if (table_row * static_cast<float>(all.size()) > area.height()) heads.right -= 10;
    draw_heads(panel, heads, room_of(heads.width()), link_columns);
    std::vector<Row> rows;
    for (const Link& link : all)
        rows.push_back({"network.link." + link.from + "." + link.to, table_row, false, false,
                        link.from + " → " + link.to + " " + std::to_string(link.count)});
    scroll_list(panel.ui, area, "network.table", rows, state.list,
                [&](std::size_t index, Rect row, const Response&) {
                    draw_table_row(panel, row, all[index]);
                });
}

}  // namespace casustafel::ui
