#include "client/ui/ask_dialog.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/field.hpp"
#include "client/ui/purposes.hpp"
#include "client/ui/recipients.hpp"
#include "client/ui/select.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t longest_text_bytes = 500;

std::string missing(const Panel& panel, const AskDraft& draft) {
    if (draft.to.empty()) return panel.say(Say::ask_missing_who);
    if (draft.person.empty()) return panel.say(Say::ask_missing_person);
    if (draft.category.empty()) return panel.say(Say::ask_missing_category);
    return panel.phase_is("running") ? std::string() : panel.say(Say::share_not_running);
}

void send(Panel& panel, AskState& state) {
    v1::Command command = panel.command();
    v1::AskForInformation& ask = *command.mutable_ask_for_information();
    for (const std::string& role : state.draft.to) ask.add_to(role);
    ask.set_person(state.draft.person);
    ask.set_category(state.draft.category);
    ask.set_item(state.draft.item);
    ask.set_text(state.draft.text);
    panel.outbox.act(std::move(command));
    state.draft = {};
    state.open = false;
}

void draw_who(Panel& panel, Rect area, AskState& state) {
    panel.ui.area("ask.people");
    panel.draw().line(area.cut_top(32), panel.say(Say::ask_who), {Type::panel});
    draw_recipients(panel, area, "ask.people", {{"", other_roles(panel, {})}},
                    {state.draft.to, nullptr, state.people});
}

void draw_person(Panel& panel, Rect& area, AskDraft& draft) {
    std::vector<Option> options;
    int chosen = -1;
    for (const v1::Person* person : panel.view->people()) {
        if (person->id() == draft.person) chosen = static_cast<int>(options.size());
        options.push_back(
            {person->id(), panel.in(person->name()), panel.in(person->description())});
    }
    panel.draw().line(area.cut_top(22), panel.say(Say::ask_person), {Type::strong});
    area.cut_top(4);
    const int picked = select(panel.ui, area.cut_top(40), "ask.person", options, chosen,
                              panel.say(Say::ask_choose_person));
    if (picked >= 0)
        draft.person = options[static_cast<std::size_t>(picked)].key, draft.item.clear();
}

void draw_category(Panel& panel, Rect& area, AskDraft& draft) {
    std::vector<Option> options;
    int chosen = -1;
    for (const std::string_view category : all_categories) {
        if (category == draft.category) chosen = static_cast<int>(options.size());
        options.push_back({std::string(category), panel.word("category", category)});
    }
    panel.draw().line(area.cut_top(22), panel.say(Say::ask_category), {Type::strong});
    area.cut_top(4);
    const int picked = select(panel.ui, area.cut_top(40), "ask.category", options, chosen,
                              panel.say(Say::ask_choose_category));
    if (picked >= 0)
        draft.category = options[static_cast<std::size_t>(picked)].key, draft.item.clear();
}

void draw_what(Panel& panel, Rect area, AskDraft& draft) {
    panel.ui.area("ask.what");
    const bool side_by_side = area.width() > 420;
    Rect left = area, right = area;
    if (side_by_side) {
        left.right = area.centre().x - 12;
        right.left = area.centre().x + 12;
    }
    draw_person(panel, left, draft);
    if (!side_by_side) right.top = left.top + 12;
    draw_category(panel, right, draft);
    area.top = right.top + 16;
    if (const v1::Item* item = draft.item.empty() ? nullptr : panel.view->item(draft.item)) {
        area.cut_top(
            panel.draw().paragraph(
                area, panel.say(Say::ask_about_item, {item->id() + " " + panel.item_title(*item)}),
                {Type::small, Token::text_2}, 2) +
            12);
    }
    panel.draw().line(area.cut_top(22), panel.say(Say::ask_text), {Type::strong});
    area.cut_top(4);
    const std::string hint = panel.say(Say::ask_text_hint);
    const float hint_height = panel.draw().paragraph_height(area.width(), hint, Type::small);
    const Rect under = area.cut_bottom(hint_height);
    area.cut_bottom(6);
    if (area.height() > 40)
        field(panel.ui, area, "ask.text", draft.text,
              {.several_lines = true, .limit_bytes = longest_text_bytes});
    panel.draw().paragraph(under, hint, {Type::small, Token::text_2});
}

void draw_footer(Panel& panel, Rect row, AskState& state) {
    panel.ui.area("ask.footer");
    const std::string why = missing(panel, state.draft);
    std::vector<std::string> names(state.draft.to.begin(), state.draft.to.end());
    const std::string whom =
        names.size() > 2 ? std::to_string(names.size()) : enumerate(panel, names);
    const std::string label =
        names.empty() ? panel.say(Say::ask_act_nobody) : panel.say(Say::ask_act, {whom});
    const ButtonLook primary{.style = ButtonStyle::primary,
                             .icon = Icon::question,
                             .keycap = panel.ui.layout() == Layout::narrow ? "" : "Ctrl ↵",
                             .enabled = why.empty()};
    const bool pressed =
        button(panel.ui, row.cut_right(button_width(panel.ui, label, primary)).middle_row(40),
               "ask.act", label, primary);
    row.right -= 12;
    if (!why.empty()) reason_line(panel.ui, row, why);
    if ((pressed || panel.ui.take({Key::enter, false, true})) && why.empty()) send(panel, state);
}

}  // namespace

void open_ask(Panel& panel, AskState& state, const v1::Item* item) {
    state.open = true;
    if (item == nullptr) return;
    state.draft.item = item->id();
    state.draft.category = item->category();
    if (item->about_size() > 0) state.draft.person = item->about(0);
    if (!item->received_from().empty() && panel.view->role(item->received_from()) != nullptr)
        state.draft.to.insert(item->received_from());
}

void restore_ask(AskState& state, const v1::AskForInformation& ask) {
    if (!state.draft.text.empty() || state.open) return;
    state.draft = {
        {ask.to().begin(), ask.to().end()}, ask.person(), ask.category(), ask.item(), ask.text()};
}

void draw_ask_dialog(Panel& panel, AskState& state) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Dialog dialog(panel.ui, "ask", 960, 600, panel.say(Say::ask_title));
    const Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(narrow ? 16 : 32, 10);
    Rect body = dialog.body;
    if (narrow) {
        Rect top = body.cut_top(36);
        const Tab steps[] = {{"1", panel.say(Say::ask_who)}, {"2", panel.say(Say::ask_category)}};
        const int picked = tab_row(panel.ui, top.inset(16, 0), "ask.step", steps, state.step);
        if (picked >= 0) state.step = picked;
        if (state.step == 0)
            draw_who(panel, body.inset(16, 6), state);
        else
            draw_what(panel, body.inset(16, 6), state.draft);
    } else {
        const Rect people = body.cut_left(400);
        panel.draw().vertical_rule(people.right, people.top, people.bottom);
        draw_who(panel, people.inset(24, 12), state);
        draw_what(panel, body.inset(32, 16), state.draft);
    }
    draw_footer(panel, footer, state);
    if (dialog.closed()) state.open = false;
}

}  // namespace casustafel::ui
