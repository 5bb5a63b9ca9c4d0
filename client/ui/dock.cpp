#include "client/ui/dock.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/decisions.hpp"
#include "client/ui/dossier.hpp"
#include "client/ui/interventions.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/plan.hpp"

namespace casustafel::ui {
namespace {

float pad(const Panel& panel) { return panel.ui.layout() == Layout::wide ? 24 : 16; }

// Where the columns of the shares begin, as parts of the width.
struct Columns {
    Rect time, item, from, to, purpose, form;
};

Columns columns(const Panel& panel, Rect row) {
    Columns at;
    const bool narrow = panel.ui.layout() == Layout::narrow;
    at.time = row.cut_left(56);
    at.form = row.cut_right(narrow ? 96 : 116);
    const float rest = row.width();
    if (!narrow) at.purpose = row.cut_right(rest * 0.28F);
    at.to = row.cut_right(rest * 0.2F);
    at.from = row.cut_right(88);
    at.item = row;
    at.item.right -= 12;
    return at;
}

void draw_heads(Panel& panel, Rect row) {
    const Columns at = columns(panel, row);
    const TextLook look{Type::small, Token::text_2};
    panel.draw().line(at.time, panel.say(Say::dock_time), look);
    panel.draw().line(at.item, panel.say(Say::dock_item), look);
    panel.draw().line(at.from, panel.say(Say::dock_from), look);
    panel.draw().line(at.to, panel.say(Say::dock_to), look);
    if (!at.purpose.empty()) panel.draw().line(at.purpose, panel.say(Say::dock_purpose), look);
    panel.draw().line(at.form, panel.say(Say::dock_form), look);
}

void draw_share(Panel& panel, Rect row, const v1::Share& share) {
    const Columns at = columns(panel, row);
    panel.draw().line(at.time, clock_text(share.at_sim_ms()), {Type::small, Token::text_2});
    const v1::Item* item = panel.view->item(share.item());
    panel.draw().line(
        at.item, share.item() + "  " + (item == nullptr ? std::string() : panel.item_title(*item)),
        {});
    role_label(panel.ui, at.from, panel.table_of(share.giver()), share.giver());
    panel.draw().line({at.to.left, at.to.top, at.to.right - 8, at.to.bottom},
                      enumerate(panel, {share.to().begin(), share.to().end()}), {});
    if (!at.purpose.empty())
        panel.draw().line(
            {at.purpose.left, at.purpose.top, at.purpose.right - 8, at.purpose.bottom},
            panel.word("purpose", share.purpose()), {Type::small, Token::text_2});
    panel.draw().line(at.form, form_name(panel, share.form()), {Type::strong_small});
}

}  // namespace

bool dock_is_open(const Panel& panel, const DockState& state) {
    return state.touched ? state.open : panel.ui.layout() == Layout::wide;
}

void draw_shares(Panel& panel, Rect area, DockState& state) {
    auto shares = panel.view->shares();
    std::reverse(shares.begin(), shares.end());
    if (shares.empty()) {
        empty_state(panel.ui, area.inset(0, 16),
                    {panel.say(Say::dock_empty), panel.say(Say::dock_empty_body)});
        return;
    }
    Rect heads = area.cut_top(34);
    heads.right -= 10;
    draw_heads(panel, heads);
    panel.draw().horizontal_rule(area.left, area.right - 10, area.top);
    std::vector<Row> rows;
    for (const v1::Share* share : shares)
        rows.push_back({"share." + std::to_string(share->id()), 40});
    scroll_list(panel.ui, area, "dock.shares", rows, state.shares,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = area.right - 10;
                    draw_share(panel, row, *shares[index]);
                    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
                },
                {.bare = true});
}

void draw_people(Panel& panel, Rect area, DockState& state) {
    std::vector<Row> rows;
    const auto people = panel.view->people();
    const float name_width = panel.ui.layout() == Layout::narrow ? 150 : 200;
    for (const v1::Person* person : people) {
        rows.push_back(
            {"", 16 + std::max(22.0F, panel.draw().paragraph_height(area.width() - name_width - 10,
                                                                    panel.in(person->description()),
                                                                    Type::body))});
    }
    scroll_list(panel.ui, area, "dock.people", rows, state.people,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = area.right - 10;
                    Rect inner = row.inset(0, 8);
                    Rect name = inner.cut_left(name_width);
                    panel.draw().line(name.cut_top(22), panel.in(people[index]->name()),
                                      {Type::strong});
                    panel.draw().paragraph(inner, panel.in(people[index]->description()), {});
                    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
                },
                {.bare = true});
}

void draw_dock(Panel& panel, Rect area, TableState& table) {
    DockState& state = table.dock;
    panel.ui.area("dock");
    panel.draw().fill(area, Token::surface);
    panel.draw().horizontal_rule(area.left, area.right, area.top);
    const bool open = dock_is_open(panel, state);
    Rect tabs = area.cut_top(dock_folded).inset(pad(panel), 0);
    const std::string label = panel.say(open ? Say::dock_fold : Say::dock_unfold);
    const std::string shown = panel.ui.layout() == Layout::wide ? label : std::string();
    const ButtonLook look{.style = ButtonStyle::quiet,
                          .icon = open ? Icon::chevron_down : Icon::chevron_up,
                          .small = true,
                          .icon_last = true};
    if (button(panel.ui, tabs.cut_right(button_width(panel.ui, shown, look)).middle_row(32),
               "dock.fold", shown, look, label)) {
        state.open = !open;
        state.touched = true;
    }
    const int to_take = decisions_to_take(panel);
    // What came since the tab was last open is counted as new; else there is a plain count.
    const std::size_t shares = panel.view->shares().size(), actions = panel.view->actions().size();
    if (open && state.tab == 1) state.actions_seen = actions;
    if (open && state.tab == 3) state.shares_seen = shares;
    const auto counted = [](std::size_t all, std::size_t seen) {
        return static_cast<int>(seen > 0 && all > seen ? all - seen : all);
    };
    const auto fresh = [](std::size_t all, std::size_t seen) { return seen > 0 && all > seen; };
    const Tab choices[] = {
        {"decisions", panel.say(Say::dock_decisions), to_take > 0 ? to_take : -1, true},
        {"plan", panel.say(Say::dock_plan), counted(actions, state.actions_seen),
         fresh(actions, state.actions_seen)},
        {"interventions", panel.say(Say::dock_interventions), -1},
        {"shared", panel.say(Say::dock_shared), counted(shares, state.shares_seen),
         fresh(shares, state.shares_seen)},
        {"people", panel.say(Say::dock_people), -1}};
    const float gap = panel.ui.layout() == Layout::wide ? 24 : 14;
    const int picked = tab_row(panel.ui, tabs, "dock.tab", choices, open ? state.tab : -1, gap);
    if (picked >= 0) {
        state.tab = picked;
        state.open = state.touched = true;
    }
    if (!open) return;
    panel.draw().horizontal_rule(area.left, area.right, area.top - 1);
    area.cut_bottom(8);
    const Rect inner = area.inset(pad(panel), 0);
    switch (state.tab) {
        case 0: draw_decisions(panel, inner, table.decision); break;
        case 1: draw_plan(panel, inner, table.plan); break;
        case 2: draw_interventions(panel, inner, table.intervention); break;
        case 3: draw_shares(panel, inner, state); break;
        default: draw_people(panel, area.inset(pad(panel), 4), state);
    }
}

}  // namespace casustafel::ui
