// The network in words and numbers: the same as the drawing, for who cannot see it and for when
// there is no room to draw.
#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/trainer/network/network.hpp"

namespace casustafel::ui {
namespace {

constexpr float table_row = 34;

struct Columns {
    Rect from, to, count, where, last;
};

Columns columns(Rect row) {
    Columns at;
    at.last = row.cut_right(96);
    at.from = row.cut_left(std::min(104.0F, row.width() * 0.3F));
    at.to = row.cut_left(std::min(104.0F, row.width() * 0.4F));
    at.count = row.cut_left(52);
    at.where = row;
    return at;
}

void draw_heads(Panel& panel, Rect row) {
    const TextLook look{Type::small, Token::text_2};
    const Columns at = columns(row);
    panel.draw().line(at.from, panel.say(Say::network_from), look);
    panel.draw().line(at.to, panel.say(Say::network_to), look);
    panel.draw().line({at.count.left, at.count.top, at.count.right - 16, at.count.bottom},
                      panel.say(Say::network_times), {look.type, look.colour, Align::right});
    if (at.where.width() > 100) panel.draw().line(at.where, panel.say(Say::network_where), look);
    panel.draw().line(at.last, panel.say(Say::network_last), look);
}

void draw_table_row(Panel& panel, Rect row, const Link& link) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    const Columns at = columns(row);
    const std::string from = panel.table_of(link.from), to = panel.table_of(link.to);
    role_label(panel.ui, at.from, from, link.from);
    role_label(panel.ui, at.to, to, link.to);
    panel.draw().line({at.count.left, at.count.top, at.count.right - 16, at.count.bottom},
                      std::to_string(link.count), {Type::strong, Token::text, Align::right});
    if (at.where.width() > 100)
        panel.draw().line(at.where,
                          from == to ? panel.say(Say::network_within_table, {from})
                                     : panel.say(Say::network_between),
                          {Type::small, from == to ? Token::text_2 : Token::accent});
    panel.draw().line(at.last, when_words(panel, link.last_sim_ms), {Type::small, Token::text_2});
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
    const std::string label = panel.say(Say::network_all);
    const ButtonLook look{.style = ButtonStyle::text, .small = true};
    if (button(panel.ui, row.cut_right(button_width(panel.ui, label, look)).middle_row(28),
               "network.all", label, look))
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
    if (!state.role.empty()) draw_of_role(panel, area.cut_top(32), state, everything);
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
    Rect heads = area.cut_top(26);
    // Over their columns, also when a scroll bar takes its part.
    if (table_row * static_cast<float>(all.size()) > area.height()) heads.right -= 10;
    draw_heads(panel, heads);
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
