#include "client/ui/acts/ask_dialog.hpp"

#include <algorithm>

#include "client/ui/acts/recipients.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float question_height = 106;

std::string missing(const Panel& panel, const AskDraft& draft) {
    if (draft.to.empty()) return panel.say(Say::ask_missing_who);
    if (draft.person.empty()) return panel.say(Say::ask_missing_person);
    if (draft.category.empty()) return panel.say(Say::ask_missing_category);
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

void send(Panel& panel, AskState& state) {
    panel.act<v1::AskForInformation>([&](auto& ask) {
        for (const std::string& role : state.draft.to) ask.add_to(role);
        ask.set_person(state.draft.person);
        ask.set_category(state.draft.category);
        ask.set_item(state.draft.item);
        ask.set_text(state.draft.text);
    });
    state.draft = {};
    state.open = false;
}

std::vector<RecipientGroup> groups(const Panel& panel) { return {{"", other_roles(panel, {})}}; }

void draw_who(Panel& panel, Rect area, AskState& state) {
    panel.ui.area("ask.people");
    draw_recipients(panel, area, "ask.people", groups(panel),
                    {state.draft.to, nullptr, state.people});
}

void draw_person(Panel& panel, Rect& area, AskDraft& draft) {
    std::vector<Option> options;
    int chosen = -1;
    for (const v1::Person* person : panel.view->all<v1::Person>()) {
        if (person->id() == draft.person) chosen = static_cast<int>(options.size());
        options.push_back(
            {person->id(), panel.in(person->name()), panel.in(person->description())});
    }
    panel.draw().cut_line(area, 22, panel.say(Say::ask_person), {Type::strong}, 4);
    const int picked = select(panel.ui, area.cut_top(40), "ask.person", options, chosen,
                              panel.say(Say::ask_choose_person));
    if (picked >= 0)
        draft.person = options[static_cast<std::size_t>(picked)].key, draft.item.clear();
}

void draw_category(Panel& panel, Rect& area, AskDraft& draft) {
    std::vector<Option> options;
    int chosen = -1;
    for (const std::string_view category : contract::words<contract::Category>) {
        if (category == draft.category) chosen = static_cast<int>(options.size());
        options.push_back({std::string(category), panel.word("category", category)});
    }
    panel.draw().cut_line(area, 22, panel.say(Say::ask_category), {Type::strong}, 4);
    const int picked = select(panel.ui, area.cut_top(40), "ask.category", options, chosen,
                              panel.say(Say::ask_choose_category));
    if (picked >= 0)
        draft.category = options[static_cast<std::size_t>(picked)].key, draft.item.clear();
}

// Returns the height used; the field for the question takes what is left of the area, and no less
// than three lines.
float draw_what(Panel& panel, Rect area, AskDraft& draft) {
    panel.ui.area("ask.what");
    const float top = area.top;
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
    if (const v1::Item* item =
            draft.item.empty() ? nullptr : panel.view->find<v1::Item>(draft.item)) {
        area.cut_top(
            panel.draw().paragraph(
                area, panel.say(Say::ask_about_item, {item->id() + " " + panel.item_title(*item)}),
                {Type::small, Token::text_2}, 2) +
            12);
    }
    panel.draw().cut_line(area, 22, panel.say(Say::ask_text), {Type::strong}, 4);
    field(panel.ui, area.cut_top(question_height), "ask.text", draft.text,
          {.several_lines = true, .limit = contract::limits::ask_for_information_text_characters});
    area.cut_top(6);
    panel.draw().cut_paragraph(area, panel.say(Say::ask_text_hint), {Type::small, Token::text_2});
    return area.top - top;
}

void draw_steps(Panel& panel, Dialog& dialog, AskState& state) {
    const Tab steps[] = {{"1", panel.say(Say::ask_who)}, {"2", panel.say(Say::ask_category)}};
    const int picked =
        tab_row(panel.ui, dialog.cut_band(40).inset(16, 0), "ask.step", steps, state.step);
    if (picked >= 0) state.step = picked;
    dialog.page([&](Rect body) {
        if (state.step != 0) return draw_what(panel, body, state.draft);
        const float high = recipients_height(panel, groups(panel), false);
        draw_who(panel, body.cut_top(high), state);
        return high;
    });
}

void draw_side_by_side(Panel& panel, Dialog& dialog, AskState& state) {
    Rect body = dialog.body;
    Rect people = body.cut_left(400);
    panel.draw().vertical_rule(people.right, people.top, people.bottom);
    people = people.inset(24, 16);
    panel.draw().line({people.left + 8, people.top, people.right, people.top + 22},
                      panel.say(Say::ask_who), {Type::strong});
    people.cut_top(26);
    draw_who(panel, people, state);
    const float what = draw_what(panel, body.inset(32, 16), state.draft);
    dialog.fit(32 + std::max(what, 26 + recipients_height(panel, groups(panel), false)));
}

bool draw_act(Panel& panel, Dialog& dialog, Rect foot, const AskDraft& draft) {
    panel.ui.area("ask.footer");
    const std::vector<std::string> names(draft.to.begin(), draft.to.end());
    const std::string whom =
        names.size() > 2 ? std::to_string(names.size()) : enumerate(panel, names);
    return draw_foot(
        dialog, foot,
        {.name = "ask.act",
         .label = names.empty() ? panel.say(Say::ask_act_nobody) : panel.say(Say::ask_act, {whom}),
         .why = missing(panel, draft),
         .icon = Icon::question});
}

struct Asks {
    static constexpr const char* path = "ask";
    static auto& only(auto& table) { return table.ask.draft; }
    // Whom it asks and what about may stand there already; only an open dialog makes that a draft.
    static bool is_draft(const DraftNotes& to) {
        const AskDraft& draft = to.table.ask.draft;
        return !blank(draft.text) || (to.table.ask.open && !draft.to.empty());
    }
    static std::string title(const DraftNotes& to) {
        const std::set<std::string>& whom = to.table.ask.draft.to;
        if (whom.empty()) return to.panel.say(Say::draft_ask_nobody);
        return to.panel.say(Say::draft_ask, {enumerate(to.panel, {whom.begin(), whom.end()})});
    }
    static void resume(TableState& table) { table.ask.open = true; }
    static bool put_back(TableState& table, const v1::Command& command) {
        if (!command.has_ask_for_information()) return false;
        const v1::AskForInformation& ask = command.ask_for_information();
        if (table.ask.draft.text.empty() && !table.ask.open)
            table.ask.draft = {{ask.to().begin(), ask.to().end()},
                               ask.person(),
                               ask.category(),
                               ask.item(),
                               ask.text()};
        return true;
    }
};

}  // namespace

template <class Visit>
void fields(Visit& visit, AskDraft& draft) {
    visit("to", draft.to, Counts::in_title);
    visit("person", draft.person);
    visit("category", draft.category, Counts::chosen, "category");
    visit("item", draft.item);
    visit("text", draft.text, Counts::typed);
}

const DraftKind ask_drafts = draft_kind<Asks>();

void open_ask(Panel& panel, AskState& state, const v1::Item* item) {
    state.open = true;
    if (item == nullptr) return;
    state.draft.item = item->id();
    state.draft.category = item->category();
    if (item->about_size() > 0) state.draft.person = item->about(0);
    if (!item->received_from().empty() &&
        panel.view->find<v1::Role>(item->received_from()) != nullptr)
        state.draft.to.insert(item->received_from());
}

void draw_ask_dialog(Panel& panel, AskState& state) {
    Dialog dialog(panel, "ask", 960, 600, panel.say(Say::ask_title));
    const Rect foot = dialog.cut_foot();
    if (panel.ui.layout() == Layout::narrow)
        draw_steps(panel, dialog, state);
    else
        draw_side_by_side(panel, dialog, state);
    if (draw_act(panel, dialog, foot, state.draft)) send(panel, state);
    if (dialog.closed()) state.open = false;
}

}  // namespace casustafel::ui
