#include "client/ui/plan.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/cite.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/field.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/recipients.hpp"
#include "client/ui/select.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t longest_text_bytes = 500;
constexpr std::int64_t hour_ms = 3'600'000, day_ms = 24 * hour_ms;

template <class List, class One>
bool has(const List& list, const One& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

bool writes_plan(const Panel& panel) {
    const v1::Plan* plan = panel.view->plan();
    return plan != nullptr && has(plan->roles(), panel.role);
}

// Deadlines to choose from: later today, tomorrow, the days and weeks after.
std::vector<std::int64_t> deadlines(const Panel& panel) {
    const std::int64_t now = panel.sim_ms(), today = now / day_ms * day_ms;
    std::vector<std::int64_t> all;
    for (const std::int64_t hour : {12, 14, 16, 17})
        if (today + hour * hour_ms > now) all.push_back(today + hour * hour_ms);
    for (const std::int64_t days : {1, 2, 3, 4, 7, 10, 14, 28})
        for (const std::int64_t hour : {9, 17})
            if (hour == 9 || days < 4) all.push_back(today + days * day_ms + hour * hour_ms);
    return all;
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

class ActionDialog {
public:
    ActionDialog(Panel& panel, PlanState& state)
        : panel_(panel), state_(state), draft_(state.draft) {}

    void draw() {
        const bool narrow = panel_.ui.layout() == Layout::narrow;
        Dialog dialog(panel_.ui, "action", 1080, 660,
                      panel_.say(state_.changing == 0 ? Say::plan_new : Say::plan_change),
                      "action.text");
        const Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(narrow ? 16 : 32, 10);
        Rect body = dialog.body;
        if (narrow) {
            const Tab steps[] = {{"what", panel_.say(Say::plan_what)},
                                 {"informed", panel_.say(Say::plan_informed)},
                                 {"items", panel_.say(Say::plan_items)}};
            const int picked = tab_row(panel_.ui, body.cut_top(36).inset(16, 0), "action.step",
                                       steps, state_.step);
            if (picked >= 0) state_.step = picked;
            body = body.inset(16, 8);
            if (state_.step == 0) draw_what(body);
            if (state_.step == 1) draw_informed(body);
            if (state_.step == 2) draw_items(body);
        } else {
            Rect left = body.cut_left(body.width() * 0.44F);
            panel_.draw().vertical_rule(left.right, left.top, left.bottom);
            draw_what(left.inset(28, 16));
            Rect right = body.inset(28, 16);
            draw_informed(right.cut_left(right.width() / 2 - 12));
            right.cut_left(24);
            draw_items(right);
        }
        draw_footer(footer);
        if (dialog.closed()) {
            state_.kept[state_.changing] = draft_;
            state_.open = false;
        }
    }

private:
    void draw_role_choice(Rect& area, const std::string& name, Say label, std::string& role,
                          std::string_view placeholder) {
        std::vector<Option> options;
        int chosen = -1;
        for (const v1::Role* each : panel_.view->roles()) {
            if (each->id() == role) chosen = static_cast<int>(options.size());
            options.push_back({each->id(), each->id() + "  " + panel_.in(each->name()), {}});
        }
        panel_.draw().line(area.cut_top(22), panel_.say(label), {Type::strong});
        area.cut_top(4);
        const int picked = select(panel_.ui, area.cut_top(40), name, options, chosen, placeholder,
                                  !panel_.looking);
        if (picked >= 0) role = options[static_cast<std::size_t>(picked)].key;
        area.cut_top(10);
    }

    void draw_power(Rect& area) {
        std::vector<Option> options{{"none", panel_.say(Say::plan_no_power), {}}};
        int chosen = 0;
        for (const v1::Power* power : panel_.view->powers()) {
            if (power->id() == draft_.power) chosen = static_cast<int>(options.size());
            options.push_back(
                {power->id(), panel_.in(power->name()),
                 enumerate(panel_, {power->holders().begin(), power->holders().end()})});
        }
        panel_.draw().line(area.cut_top(22), panel_.say(Say::plan_power), {Type::strong});
        area.cut_top(4);
        const int picked = select(panel_.ui, area.cut_top(40), "action.power", options, chosen, {},
                                  !panel_.looking);
        if (picked == 0) draft_.power.clear();
        if (picked > 0) draft_.power = options[static_cast<std::size_t>(picked)].key;
        area.cut_top(10);
    }

    void draw_deadline(Rect& area) {
        std::vector<std::int64_t> times = deadlines(panel_);
        if (draft_.deadline_sim_ms != 0 && !has(times, draft_.deadline_sim_ms))
            times.insert(times.begin(), draft_.deadline_sim_ms);
        std::vector<Option> options;
        int chosen = -1;
        for (const std::int64_t time : times) {
            if (time == draft_.deadline_sim_ms) chosen = static_cast<int>(options.size());
            options.push_back({std::to_string(time), moment(panel_, time), {}});
        }
        panel_.draw().line(area.cut_top(22), panel_.say(Say::plan_deadline), {Type::strong});
        area.cut_top(4);
        const int picked = select(panel_.ui, area.cut_top(40), "action.deadline", options, chosen,
                                  panel_.say(Say::plan_choose_deadline), !panel_.looking);
        if (picked >= 0) draft_.deadline_sim_ms = times[static_cast<std::size_t>(picked)];
        area.cut_top(10);
    }

    void draw_what(Rect area) {
        panel_.ui.area("action.what");
        scroll_area(panel_.ui, area, "action.form", [&](Rect inner) {
            const float top = inner.top;
            inner.bottom = inner.top + 100'000;
            panel_.draw().line(inner.cut_top(22), panel_.say(Say::plan_text), {Type::strong});
            inner.cut_top(4);
            field(panel_.ui, inner.cut_top(72), "action.text", draft_.text,
                  {.several_lines = true,
                   .enabled = !panel_.looking,
                   .limit_bytes = longest_text_bytes});
            inner.cut_top(12);
            draw_role_choice(inner, "action.lead", Say::plan_lead, draft_.lead,
                             panel_.say(Say::plan_choose_lead));
            draw_power(inner);
            if (!draft_.power.empty())
                draw_role_choice(inner, "action.power_holder", Say::plan_power_holder,
                                 draft_.power_holder, panel_.say(Say::plan_holder_is_lead));
            draw_deadline(inner);
            return inner.top - top;
        });
    }

    void draw_informed(Rect area) {
        panel_.ui.area("action.informed");
        panel_.draw().line(area.cut_top(32), panel_.say(Say::plan_informed), {Type::panel});
        draw_recipients(panel_, area, "action.informed", {{"", other_roles(panel_, {})}},
                        {draft_.informed, nullptr, state_.informed});
    }

    void draw_items(Rect area) {
        panel_.ui.area("action.items");
        panel_.draw().line(area.cut_top(32), panel_.say(Say::plan_items), {Type::panel});
        CitedDraft ticked;
        for (const std::string& item : draft_.items) ticked.items[item] = false;
        ticked.list = state_.items;
        draw_cited(panel_, area, "action.item", ticked, false);
        state_.items = ticked.list;
        draft_.items.clear();
        for (const auto& [item, assumption] : ticked.items) draft_.items.insert(item);
    }

    std::string missing() const {
        if (draft_.text.find_first_not_of(" \n") == std::string::npos)
            return panel_.say(Say::plan_missing_text);
        if (draft_.lead.empty()) return panel_.say(Say::plan_missing_lead);
        return panel_.phase_is("running") ? std::string() : panel_.say(Say::share_not_running);
    }

    void draw_footer(Rect row) {
        panel_.ui.area("action.footer");
        const std::string why = missing();
        const std::string label = panel_.say(state_.changing == 0 ? Say::plan_add : Say::plan_save);
        const ButtonLook primary{.style = ButtonStyle::primary,
                                 .icon = Icon::check,
                                 .enabled = why.empty() && !panel_.looking};
        const bool pressed =
            button(panel_.ui, row.cut_right(button_width(panel_.ui, label, primary)).middle_row(40),
                   "action.act", label, primary);
        row.cut_right(10);
        if (state_.changing != 0) {
            const std::string away = panel_.say(Say::plan_withdraw);
            const ButtonLook look{.style = ButtonStyle::text, .enabled = !panel_.looking};
            if (button(panel_.ui, row.cut_left(button_width(panel_.ui, away, look)).middle_row(40),
                       "action.withdraw", away, look)) {
                v1::Command command = panel_.command();
                command.mutable_withdraw_action()->set_action(state_.changing);
                panel_.outbox.act(std::move(command));
                close();
                return;
            }
        }
        if (!why.empty()) reason_line(panel_.ui, row, why);
        if ((pressed || panel_.ui.take({Key::enter, false, true})) && primary.enabled) send();
    }

    void send() {
        v1::Command command = panel_.command();
        v1::ActionTerms& terms = state_.changing == 0
                                     ? *command.mutable_add_action()->mutable_terms()
                                     : *command.mutable_change_action()->mutable_terms();
        if (state_.changing != 0) command.mutable_change_action()->set_action(state_.changing);
        terms.set_text(draft_.text);
        terms.set_lead(draft_.lead);
        terms.set_power(draft_.power);
        if (!draft_.power.empty()) terms.set_power_holder(draft_.power_holder);
        if (draft_.deadline_sim_ms != 0) terms.set_deadline_sim_ms(draft_.deadline_sim_ms);
        for (const std::string& item : draft_.items) terms.add_items(item);
        for (const std::string& role : draft_.informed) terms.add_informed(role);
        panel_.outbox.act(std::move(command));
        close();
    }

    void close() {
        state_.kept.erase(state_.changing);
        state_.draft = {};
        state_.changing = 0;
        state_.open = false;
    }

    Panel& panel_;
    PlanState& state_;
    ActionDraft& draft_;
};

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

void draw_action_dialog(Panel& panel, PlanState& state) { ActionDialog(panel, state).draw(); }

}  // namespace casustafel::ui
