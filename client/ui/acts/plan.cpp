#include "client/ui/acts/plan.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/panel/columns.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"

namespace casustafel::ui {
namespace {

constexpr float add_height = 40, heads_height = 24;

template <class List, class One>
bool has(const List& list, const One& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

bool writes_plan(const Panel& panel) {
    const v1::Plan* plan = panel.view->find<v1::Plan>();
    return plan != nullptr && has(plan->roles(), panel.role);
}

void send_confirmation(Panel& panel, std::uint64_t id) {
    panel.act<v1::ConfirmAction>([&](auto& act) { act.set_action(id); });
}

std::string before_words(const Panel& panel, const v1::Action& action) {
    return action.has_deadline_sim_ms() ? moment(panel, action.deadline_sim_ms())
                                        : panel.say(Say::plan_no_deadline);
}

std::string confirmed_words(const Panel& panel, const v1::Action& action) {
    return panel.say(Say::plan_confirmed, {std::to_string(action.confirmed_size()),
                                           std::to_string(action.informed_size())});
}

std::string rests_on(const Panel& panel, const v1::Action& action) {
    std::vector<std::string> items;
    for (const v1::CitedItem& item : action.items())
        if (!item.item().empty()) items.push_back(item.item());
    return items.empty() ? panel.say(Say::plan_rests_on_nothing) : enumerate(panel, items);
}

float button_column(Panel& panel) {
    float wide = 0;
    for (const Say label : {Say::plan_confirm, Say::plan_open})
        wide = std::max(
            wide, button_width(panel.ui, panel.say(label), {.icon = Icon::check, .small = true}));
    return wide + 12;
}

// In the vertical middle of its place, at most two lines.
void draw_middle(Panel& panel, Rect area, const std::string& words, TextLook look) {
    area.right -= 8;
    const float high = panel.draw().paragraph_height(area.width(), words, look.type, 2);
    panel.draw().paragraph(area.middle_row(high), words, look, 2);
}

void draw_words(Panel& panel, Rect area, const v1::Action& action) {
    draw_middle(panel, area, model::words_of(action, panel.english()), {});
}

void draw_lead(Panel& panel, Rect area, const v1::Action& action) {
    role_label(panel.ui, area, panel.table_of(action.lead()), action.lead());
}

void draw_before(Panel& panel, Rect area, const v1::Action& action) {
    draw_middle(panel, area, before_words(panel, action), {Type::small});
}

void draw_grounds(Panel& panel, Rect area, const v1::Action& action) {
    draw_middle(panel, area, rests_on(panel, action), {Type::small});
}

void draw_state(Panel& panel, Rect area, const v1::Action& action) {
    draw_middle(panel, area, confirmed_words(panel, action), {Type::small, Token::text_2});
}

// The button is cut off before. A narrow screen has no columns.
constexpr Column<v1::Action> plan_columns[] = {
    {.width = rest_of_row, .head = Say::plan_action, .draw = draw_words, .gap = 12},
    {.width = by_layout(96, 80, 80),
     .head = Say::plan_lead,
     .draw = draw_lead,
     .beside_code = badge_room},
    {.width = by_layout(108, 72, 72), .head = Say::plan_before, .draw = draw_before},
    {.width = by_layout(112, 68, 68), .head = Say::plan_rests_on, .draw = draw_grounds},
    {.width = by_layout(128, 80, 80), .head = Say::plan_state, .draw = draw_state}};

// Agree with what was put to this role, change what one may change, or read it.
void draw_button(Panel& panel, Rect place, const v1::Action& action, PlanState& state) {
    const bool asked = !panel.looking && has(action.informed(), panel.role) &&
                       !has(action.confirmed(), panel.role);
    if (!asked && !panel.looking && !writes_plan(panel)) return;
    const std::string name = "action." + std::to_string(action.id());
    if (!button_right(panel.ui, place, 32, name + (asked ? ".confirm" : ".open"),
                      panel.say(asked           ? Say::plan_confirm
                                : panel.looking ? Say::requests_look
                                                : Say::plan_open),
                      {.icon = asked ? Icon::check : Icon::none,
                       .enabled = panel.looking || panel.may_act(),
                       .small = true}))
        return;
    if (asked)
        send_confirmation(panel, action.id());
    else if (panel.looking)
        state.reading = action.id();
    else
        open_action(panel, state, &action);
}

// One action as a row: what, by whom, when, on what, who agreed.
void draw_action(Panel& panel, Rect row, const v1::Action& action, PlanState& state) {
    draw_button(panel, row.cut_right(button_column(panel)), action, state);
    if (panel.ui.layout() == Layout::narrow) {
        row = row.inset(0, 6);
        Rect under = row.cut_bottom(20);
        role_label(panel.ui, row.cut_left(84), panel.table_of(action.lead()), action.lead());
        under.cut_left(84);
        draw_words(panel, row, action);
        const std::string when =
            action.has_deadline_sim_ms()
                ? panel.say(Say::decision_before, {before_words(panel, action)})
                : before_words(panel, action);
        panel.draw().line(under, when + " · " + confirmed_words(panel, action),
                          {Type::small, Token::text_2});
        return;
    }
    draw_cells(panel, row, room_of(panel.ui.layout()), plan_columns, action);
}

void draw_add(Panel& panel, Rect head, PlanState& state, std::size_t actions) {
    if (button_left(panel.ui, head, 32, "plan.add", panel.say(Say::plan_add),
                    {.icon = Icon::add, .enabled = panel.may_act(), .small = true}))
        open_action(panel, state, nullptr);
    head.cut_left(16);
    const std::string expected = std::to_string(panel.view->find<v1::Plan>()->expected());
    panel.draw().line(head,
                      actions == 1
                          ? panel.say(Say::plan_count_one, {expected})
                          : panel.say(Say::plan_count, {std::to_string(actions), expected}),
                      {Type::small, Token::text_2});
}

struct Actions {
    static constexpr const char* path = "action";
    static auto& kept(auto& table) { return table.plan.kept; }
    static bool is_open(const TableState& table) { return table.plan.open; }
    static std::uint64_t open_key(const TableState& table) { return table.plan.changing; }
    static auto& open_draft(auto& table) { return table.plan.draft; }
    static constexpr Say title = Say::draft_action;
    static void resume(TableState& table, std::uint64_t changing, const ActionDraft& draft) {
        table.plan.draft = draft;
        table.plan.changing = changing;
        table.plan.open = true;
    }
    static bool put_back(TableState& table, const v1::Command& command) {
        const bool added = command.has_add_action();
        if (!added && !command.has_change_action()) return false;
        const v1::ActionTerms& terms =
            added ? command.add_action().terms() : command.change_action().terms();
        ActionDraft& kept = table.plan.kept[added ? 0 : command.change_action().action()];
        if (!kept.text.empty()) return true;
        kept = {terms.text(),
                terms.lead(),
                terms.power(),
                terms.power_holder(),
                terms.deadline_sim_ms(),
                {terms.items().begin(), terms.items().end()},
                {terms.informed().begin(), terms.informed().end()},
                {}};
        for (const v1::FilledIn& answer : terms.filled_in())
            kept.filled_in[answer.field()] = answer.value();
        return true;
    }
};

}  // namespace

template <class Visit>
void fields(Visit& visit, ActionDraft& draft) {
    visit("text", draft.text, Counts::typed);
    visit("lead", draft.lead, Counts::chosen);
    visit("power", draft.power);
    visit("power_holder", draft.power_holder);
    visit("deadline", draft.deadline_sim_ms);
    visit("items", draft.items);
    visit("informed", draft.informed);
    visit("filled_in", draft.filled_in, Counts::typed);
}

const DraftKind action_drafts = draft_kind<Actions>();

void open_action(const Panel& panel, PlanState& state, const v1::Action* action) {
    state.open = true;
    state.step = 0;
    state.changing = action == nullptr ? 0 : action->id();
    const auto kept = state.kept.find(state.changing);
    state.draft = kept == state.kept.end() ? ActionDraft{} : kept->second;
    if (action == nullptr || kept != state.kept.end()) return;
    state.draft = {model::words_of(*action, panel.english()),
                   action->lead(),
                   action->power(),
                   action->power_holder(),
                   action->deadline_sim_ms(),
                   {},
                   {action->informed().begin(), action->informed().end()},
                   {}};
    for (const v1::FilledInField& answer : action->filled_in())
        state.draft.filled_in[answer.field()] = answer.value();
    for (const v1::CitedItem& item : action->items())
        if (!item.item().empty()) state.draft.items.insert(item.item());
}

float plan_head_height(const Panel& panel) {
    const bool heads =
        panel.ui.layout() != Layout::narrow && !panel.view->all<v1::Action>().empty();
    return (writes_plan(panel) ? add_height : 0) + (heads ? heads_height : 0);
}

float plan_row_height(const Panel& panel) { return panel.ui.layout() == Layout::narrow ? 76 : 56; }

void draw_plan(Panel& panel, Rect area, PlanState& state) {
    const auto actions = panel.view->all<v1::Action>();
    if (writes_plan(panel)) draw_add(panel, area.cut_top(add_height), state, actions.size());
    if (actions.empty()) {
        const bool elsewhere = panel.view->find<v1::Plan>() == nullptr;
        empty_state(panel, area.inset(0, 12), Say::plan_empty,
                    elsewhere ? Say::plan_empty_elsewhere : Say::plan_empty_body);
        return;
    }
    if (panel.ui.layout() != Layout::narrow) {
        Rect heads = area.cut_top(heads_height);
        panel.draw().horizontal_rule(heads.left, heads.right - 10, heads.bottom - 1);
        heads.right -= 10;
        heads.cut_right(button_column(panel));
        draw_heads(panel, heads, room_of(panel.ui.layout()), plan_columns);
    }
    std::vector<Row> rows;
    for (const v1::Action* action : actions)
        rows.push_back({"action." + std::to_string(action->id()), plan_row_height(panel)});
    scroll_list(panel.ui, area, "dock.plan", rows, state.list,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = area.right - 10;
                    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
                    draw_action(panel, row, *actions[index], state);
                },
                {.bare = true});
}

}  // namespace casustafel::ui
