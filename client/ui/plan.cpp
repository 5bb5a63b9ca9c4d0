#include "client/ui/plan.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"

namespace casustafel::ui {
namespace {

template <class List, class One>
bool has(const List& list, const One& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

bool writes_plan(const Panel& panel) {
    const v1::Plan* plan = panel.view->plan();
    return plan != nullptr && has(plan->roles(), panel.role);
}

void send_confirmation(Panel& panel, std::uint64_t id) {
    v1::Command command = panel.command();
    command.mutable_confirm_action()->set_action(id);
    panel.outbox.act(std::move(command));
}

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
                   {action->informed().begin(), action->informed().end()}};
    for (const v1::CitedItem& item : action->items())
        if (!item.item().empty()) state.draft.items.insert(item.item());
}

// One action as a row: what, by whom, when, who knows.
void draw_action(Panel& panel, Rect row, const v1::Action& action, PlanState& state) {
    const std::string name = "action." + std::to_string(action.id());
    const bool asked = has(action.informed(), panel.role) && !has(action.confirmed(), panel.role);
    const bool writes = writes_plan(panel);
    if (asked || writes) {
        const std::string label = panel.say(asked ? Say::plan_confirm : Say::plan_open);
        const ButtonLook look{.icon = asked ? Icon::check : Icon::none,
                              .enabled = !panel.looking && panel.phase_is("running"),
                              .small = true};
        if (button(panel.ui, row.cut_right(button_width(panel.ui, label, look)).middle_row(32),
                   name + (asked ? ".confirm" : ".open"), label, look)) {
            if (asked)
                send_confirmation(panel, action.id());
            else
                open_action(panel, state, &action);
        }
        row.cut_right(12);
    }
    const bool narrow = panel.ui.layout() == Layout::narrow;
    if (!narrow) {
        Rect meta = row.cut_right(210).middle_row(42);
        const std::string when =
            action.has_deadline_sim_ms()
                ? panel.say(Say::decision_before, {moment(panel, action.deadline_sim_ms())})
                : panel.say(Say::plan_no_deadline);
        panel.draw().line(meta.cut_top(22), when, {Type::small, Token::text_2, Align::right});
        panel.draw().line(meta,
                          panel.say(Say::plan_confirmed, {std::to_string(action.confirmed_size()),
                                                          std::to_string(action.informed_size())}),
                          {Type::small, Token::text_2, Align::right});
        row.cut_right(12);
    }
    role_label(panel.ui, row.cut_left(96), panel.table_of(action.lead()), action.lead());
    panel.draw().paragraph(row.middle_row(44), model::words_of(action, panel.english()), {}, 2);
}

}  // namespace

void draw_plan(Panel& panel, Rect area, PlanState& state) {
    const v1::Plan* plan = panel.view->plan();
    const auto actions = panel.view->actions();
    if (plan != nullptr && writes_plan(panel)) {
        Rect head = area.cut_top(44);
        const std::string label = panel.say(Say::plan_add);
        const ButtonLook look{.icon = Icon::add,
                              .enabled = !panel.looking && panel.phase_is("running"),
                              .small = true};
        if (button(panel.ui, head.cut_left(button_width(panel.ui, label, look)).middle_row(32),
                   "plan.add", label, look))
            open_action(panel, state, nullptr);
        head.cut_left(16);
        panel.draw().line(head,
                          panel.say(Say::plan_count, {std::to_string(actions.size()),
                                                      std::to_string(plan->expected())}),
                          {Type::small, Token::text_2});
    }
    if (actions.empty()) {
        empty_state(
            panel.ui, area.inset(0, 12),
            {panel.say(Say::plan_empty),
             panel.say(plan == nullptr ? Say::plan_empty_elsewhere : Say::plan_empty_body)});
        return;
    }
    std::vector<Row> rows(actions.size(), Row{"", 56});
    scroll_list(panel.ui, area, "dock.plan", rows, state.list,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = area.right - 10;
                    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
                    draw_action(panel, row, *actions[index], state);
                },
                {.bare = true});
}

void restore_action(PlanState& state, const v1::Command& command) {
    const bool added = command.has_add_action();
    if (!added && !command.has_change_action()) return;
    const v1::ActionTerms& terms =
        added ? command.add_action().terms() : command.change_action().terms();
    const std::uint64_t changed = added ? 0 : command.change_action().action();
    const auto newer = state.kept.find(changed);
    if (newer != state.kept.end() && !newer->second.text.empty()) return;
    state.kept[changed] = {terms.text(),
                           terms.lead(),
                           terms.power(),
                           terms.power_holder(),
                           terms.deadline_sim_ms(),
                           {terms.items().begin(), terms.items().end()},
                           {terms.informed().begin(), terms.informed().end()}};
}

}  // namespace casustafel::ui
