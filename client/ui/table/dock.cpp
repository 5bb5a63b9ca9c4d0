#include "client/ui/table/dock.hpp"

#include <algorithm>

#include "client/ui/acts/boards.hpp"
#include "client/ui/acts/decisions.hpp"
#include "client/ui/acts/interventions.hpp"
#include "client/ui/acts/plan.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/columns.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float dock_folded = 48, dock_most = 260, dock_most_compact = 208, foot = 8;
constexpr int tab_count = 6;
constexpr float shares_head = 26, share_height = 48, intervention_height = 56, empty_height = 96;

void draw_time(Panel& panel, Rect area, const v1::Share& share) {
    panel.draw().line(area, clock_text(share.at_sim_ms()), {Type::small, Token::text_2});
}

// What was shared, and over it what for.
void draw_item(Panel& panel, Rect area, const v1::Share& share) {
    const v1::Item* item = panel.view->find<v1::Item>(share.item());
    area = area.middle_row(42);
    panel.draw().line(
        area.cut_top(22),
        share.item() + "  " + (item == nullptr ? std::string() : panel.item_title(*item)), {});
    panel.draw().line(
        area,
        panel.say(Say::dock_for_purpose, {in_sentence(panel.word("purpose", share.purpose()))}),
        {Type::small, Token::text_2});
}

void draw_giver(Panel& panel, Rect area, const v1::Share& share) {
    role_label(panel.ui, area, panel.table_of(share.giver()), share.giver());
}

void draw_receivers(Panel& panel, Rect area, const v1::Share& share) {
    panel.draw().line(area, enumerate(panel, {share.to().begin(), share.to().end()}), {});
}

void draw_form(Panel& panel, Rect area, const v1::Share& share) {
    panel.draw().line(area, form_name(panel, share.form()), {Type::strong_small});
}

constexpr Column<v1::Share> share_columns[] = {
    {.width = by_layout(56, 56, 56), .head = Say::dock_time, .draw = draw_time},
    {.width = rest_of_row, .head = Say::dock_item, .draw = draw_item, .gap = 12},
    {.width = by_layout(96, 88, 88),
     .head = Say::dock_from,
     .draw = draw_giver,
     .beside_code = badge_room},
    {.width = by_layout(0.16F, 0.14F, 0.14F),
     .head = Say::dock_to,
     .draw = draw_receivers,
     .gap = 8},
    {.width = by_layout(116, 100, 100), .head = Say::dock_form, .draw = draw_form}};

float people_row_height(Panel& panel, const v1::Person& person, float width, float name_width) {
    return 16 + std::max(22.0F,
                         panel.draw().paragraph_height(width - name_width - 10,
                                                       panel.in(person.description()), Type::body));
}

float name_column(const Panel& panel) { return panel.ui.layout() == Layout::narrow ? 150 : 200; }

// What a tab has to show, in whole rows.
float content_height(Panel& panel, int tab, float width, float most) {
    std::vector<Row> rows;
    float head = 0;
    const auto same = [&](std::size_t count, float height) { rows.assign(count, Row{"", height}); };
    switch (tab) {
        case 0: same(panel.view->all<v1::Decision>().size(), decision_row_height(panel)); break;
        case 1:
            head = plan_head_height(panel);
            same(panel.view->all<v1::Action>().size(), plan_row_height(panel));
            break;
        case 2:
            same(panel.view->all<v1::Intervention>().size() + panel.view->all<v1::Inquiry>().size(),
                 intervention_height);
            break;
        case 3:
            head = shares_head;
            same(panel.view->all<v1::Share>().size(), share_height);
            break;
        case 5: same(panel.view->all<v1::Board>().size(), board_row_height); break;
        default:
            head = 8;
            for (const v1::Person* person : panel.view->all<v1::Person>())
                rows.push_back({"", people_row_height(panel, *person, width, name_column(panel))});
    }
    if (tab == 5 && rows.empty()) return 0;
    return rows.empty() ? head + empty_height : head + whole_rows_height(rows, most - head);
}

}  // namespace

bool dock_is_open(const Panel& panel, const DockState& state) {
    return state.touched ? state.open : panel.ui.layout() == Layout::wide;
}

float dock_height(Panel& panel, Rect column, const TableState& table) {
    if (!dock_is_open(panel, table.dock)) return dock_folded;
    const bool wide = panel.ui.layout() == Layout::wide;
    const float most = std::min(wide ? dock_most : dock_most_compact, column.height() * 0.4F);
    // As high as the tallest of its tabs: none of them jumps away under the mouse.
    float content = 0;
    for (int tab = 0; tab < tab_count; ++tab)
        content = std::max(
            content, content_height(panel, tab, column.width() - 2 * measure::pad.in(panel.ui),
                                    most - dock_folded - foot));
    return std::min(most, dock_folded + content + foot);
}

void draw_shares(Panel& panel, Rect area, DockState& state) {
    auto shares = panel.view->all<v1::Share>();
    std::reverse(shares.begin(), shares.end());
    if (shares.empty()) {
        empty_state(panel, area.inset(0, 16), Say::dock_empty, Say::dock_empty_body);
        return;
    }
    Rect heads = area.cut_top(shares_head);
    heads.right -= 10;
    const Room room = room_of(panel.ui.layout());
    draw_heads(panel, heads, room, share_columns);
    panel.draw().horizontal_rule(area.left, area.right - 10, area.top);
    std::vector<Row> rows;
    for (const v1::Share* share : shares)
        rows.push_back({"share." + std::to_string(share->id()), share_height});
    scroll_list(panel.ui, area, "dock.shares", rows, state.shares,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = area.right - 10;
                    draw_cells(panel, row, room, share_columns, *shares[index]);
                    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
                },
                {.bare = true});
}

void draw_people(Panel& panel, Rect area, DockState& state) {
    std::vector<Row> rows;
    const auto people = panel.view->all<v1::Person>();
    const float name_width = name_column(panel);
    for (const v1::Person* person : people)
        rows.push_back({"", people_row_height(panel, *person, area.width(), name_width)});
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
    const bool narrow = panel.ui.layout() == Layout::narrow;  // a tab of its own: nothing to fold
    if (!narrow) panel.draw().horizontal_rule(area.left, area.right, area.top);
    const bool open = dock_is_open(panel, state);
    Rect tabs = area.cut_top(narrow ? 40 : dock_folded).inset(measure::pad.in(panel.ui), 0);
    const std::string label = panel.say(open ? Say::dock_fold : Say::dock_unfold);
    if (!narrow && button_right(panel.ui, tabs, 32, "dock.fold",
                                panel.ui.layout() == Layout::wide ? label : std::string(),
                                {.style = ButtonStyle::quiet,
                                 .icon = open ? Icon::chevron_down : Icon::chevron_up,
                                 .small = true,
                                 .icon_last = true},
                                label)) {
        state.open = !open;
        state.touched = true;
    }
    const int to_take = decisions_to_take(panel);
    // What came since the tab was last open is counted as new; else there is a plain count.
    const std::size_t shares = panel.view->all<v1::Share>().size(),
                      actions = panel.view->all<v1::Action>().size();
    if (open && state.tab == 1) state.actions_seen = actions;
    if (open && state.tab == 3) state.shares_seen = shares;
    const auto counted = [](std::size_t all, std::size_t seen) {
        return static_cast<int>(seen > 0 && all > seen ? all - seen : all);
    };
    const auto fresh = [](std::size_t all, std::size_t seen) { return seen > 0 && all > seen; };
    std::vector<Tab> choices{
        {"decisions", panel.say(Say::dock_decisions), to_take > 0 ? to_take : -1, true},
        {"plan", panel.say(Say::dock_plan), counted(actions, state.actions_seen),
         fresh(actions, state.actions_seen)},
        {"interventions", panel.say(Say::dock_interventions), -1},
        {"shared", panel.say(Say::dock_shared), counted(shares, state.shares_seen),
         fresh(shares, state.shares_seen)},
        {"people", panel.say(Say::dock_people), -1}};
    // A case without boards has no place for them.
    const int asked = cards_that_ask(panel);
    if (!panel.view->all<v1::Board>().empty())
        choices.push_back(
            {"boards", panel.say(Say::dock_boards), asked > 0 ? asked : -1, asked > 0});
    const float gap = panel.ui.layout() == Layout::wide ? 24 : 14;
    const int picked = tab_row(panel.ui, tabs, "dock.tab", choices, open ? state.tab : -1, gap);
    if (picked >= 0) {
        state.tab = picked;
        state.open = state.touched = true;
    }
    if (!open) return;
    panel.draw().horizontal_rule(area.left, area.right, area.top - 1);
    area.cut_bottom(foot);
    const Rect inner = area.inset(measure::pad.in(panel.ui), 0);
    switch (state.tab) {
        case 0: draw_decisions(panel, inner, table.decision); break;
        case 1: draw_plan(panel, inner, table.plan); break;
        case 2: draw_interventions(panel, inner, table.intervention); break;
        case 3: draw_shares(panel, inner, state); break;
        case 5: draw_boards(panel, inner, table.boards); break;
        default: draw_people(panel, area.inset(measure::pad.in(panel.ui), 4), state);
    }
}

}  // namespace casustafel::ui
