#include "client/ui/acts/item_acts.hpp"

#include <algorithm>
#include <cctype>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"
#include "client/ui/panel/item_band.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

// A step about an item. Its words are the texts `item_act.<name>` with `…_body`,
// `item_act.act_<name>` and, for what it asks, `text_<name>`, `missing_<name>` and `person_<name>`.
// What it asks follows from the fields of its act.
struct Step {
    std::string_view name;
    std::size_t limit;  // of what is written, in characters; 0: nothing is
    char letter;        // the key that opens it; 0: none
    v1::Command::WhatCase act;
    bool asks_role, asks_purpose, asks_person, about_item;
    void (*write)(v1::Command&, const ItemActState&);
    void (*read)(v1::Command, ItemActState&);
};

template <class Act>
void write_act(Act& act, const ItemActState& state) {
    if constexpr (requires { act.set_item(""); }) act.set_item(state.item);
    if constexpr (requires { act.set_to(""); }) act.set_to(state.role);
    if constexpr (requires { act.set_purpose(""); }) act.set_purpose(state.purpose);
    if constexpr (requires { act.set_person(""); }) act.set_person(state.person);
    if constexpr (requires { act.set_reason(""); }) act.set_reason(state.text);
    if constexpr (requires { act.set_text(""); }) act.set_text(state.text);
}

template <class Act>
void read_act(const Act& act, ItemActState& state) {
    if constexpr (requires { act.item(); }) state.item = act.item();
    if constexpr (requires { act.to(); }) state.role = act.to();
    if constexpr (requires { act.purpose(); }) state.purpose = act.purpose();
    if constexpr (requires { act.person(); }) state.person = act.person();
    if constexpr (requires { act.reason(); }) state.text = act.reason();
    if constexpr (requires { act.text(); }) state.text = act.text();
}

template <class Act>
constexpr Step step(std::string_view name, v1::Command::WhatCase what, std::size_t limit = 0,
                    char letter = 0) {
    return {.name = name,
            .limit = limit,
            .letter = letter,
            .act = what,
            .asks_role = requires(const Act& act){act.to();
}
, .asks_purpose = requires(const Act& act) { act.purpose(); }
, .asks_person = requires(const Act& act) { act.person(); }
, .about_item = requires(const Act& act) { act.item(); }
,
    .write = [](v1::Command& command,
                const ItemActState& state) { write_act(*act_in<Act>(command), state); },
    .read = [](v1::Command command, ItemActState& state) { read_act(*act_in<Act>(command), state); }
};  // namespace
}  // namespace casustafel::ui

using Command = v1::Command;
namespace limits = contract::limits;

constexpr Step steps[] = {
    step<v1::NoteGutFeeling>("gut_feeling", Command::kNoteGutFeeling,
                             limits::note_gut_feeling_text_characters, 'o'),
    step<v1::AskAuthority>("authority", Command::kAskAuthority,
                           limits::ask_authority_reason_characters),
    step<v1::AskPrivacyOfficer>(privacy_step, Command::kAskPrivacyOfficer),
    step<v1::InformPerson>("inform", Command::kInformPerson, limits::inform_person_text_characters),
    step<v1::AskConsent>("consent", Command::kAskConsent),
};

const Step* step_of(std::string_view name) {
    const auto found = std::find_if(std::begin(steps), std::end(steps),
                                    [&](const Step& step) { return step.name == name; });
    return found == std::end(steps) ? nullptr : found;
}

std::string words_of(const Panel& panel, const Step& step, std::string_view before,
                     std::string_view after = {}) {
    return panel.word("item_act",
                      std::string(before) + std::string(step.name) + std::string(after));
}

std::string key_of(const ItemActState& state) { return state.kind + " " + state.item; }

// What the privacy officer asks back about a question put before; empty when there was none.
const v1::PrivacyAdvice* advice_on(const Panel& panel, const std::string& item) {
    for (const v1::PrivacyAdvice* advice : panel.view->all<v1::PrivacyAdvice>())
        if (advice->item() == item) return advice;
    return nullptr;
}

// A choice of a person: the texts of the step that asks for it.
void choose_person(Panel& panel, Rect& area, const Step& step, const std::vector<Option>& options,
                   ItemActState& state) {
    choose(panel, area,
           {"item_act.person", words_of(panel, step, "person_"), Say::ask_choose_person}, options,
           state.person);
}

void draw_choices(Panel& panel, Rect& area, const Step& step, ItemActState& state) {
    std::vector<Option> options;
    if (step.asks_role) {
        for (const v1::Role* role : panel.view->all<v1::Role>())
            if (role->id() != panel.role)
                options.push_back({role->id(), role->id() + "  " + panel.in(role->name()), {}});
        choose(panel, area,
               {"item_act.role", panel.say(Say::item_act_to), Say::item_act_choose_role}, options,
               state.role);
    }
    if (step.asks_purpose) {
        options.clear();
        for (const std::string_view purpose : contract::words<contract::Purpose>)
            options.push_back({std::string(purpose), panel.word("purpose", purpose),
                               panel.word("purpose", std::string(purpose) + ".gist")});
        choose(panel, area,
               {"item_act.purpose", panel.say(Say::item_act_purpose), Say::share_choose_purpose},
               options, state.purpose);
    }
    if (step.asks_person) {
        options.clear();
        for (const v1::Person* person : panel.view->all<v1::Person>())
            options.push_back({person->id(), panel.in(person->name()), {}});
        choose_person(panel, area, step, options, state);
    }
}

std::string missing(const Panel& panel, const Step& step, const ItemActState& state) {
    if (step.asks_role && state.role.empty()) return panel.say(Say::item_act_missing_role);
    if (step.asks_purpose && state.purpose.empty()) return panel.say(Say::item_act_missing_purpose);
    if (step.asks_person && state.person.empty()) return panel.say(Say::item_act_missing_person);
    if (step.limit > 0 && blank(state.text)) return words_of(panel, step, "missing_");
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

// What the privacy officer has time for, and asked back before.
void draw_privacy(Panel& panel, Rect& body, const ItemActState& state) {
    if (const v1::PrivacyOfficer* officer = panel.view->find<v1::PrivacyOfficer>())
        panel.draw().cut_paragraph(
            body, panel.say(Say::item_act_privacy_left, {std::to_string(officer->left())}),
            {Type::small, Token::text_2}, 10);
    if (advice_on(panel, state.item) != nullptr)
        panel.draw().cut_paragraph(body, panel.say(Say::item_act_privacy_advice), {Type::strong},
                                   12);
}

void draw_form(Panel& panel, Rect& body, const Step& step, ItemActState& state) {
    // On a narrow screen all of it fits without scrolling.
    const bool narrow = panel.ui.layout() == Layout::narrow;
    panel.draw().cut_paragraph(body, words_of(panel, step, "", "_body"),
                               {Type::body, Token::text_2}, (narrow ? 4.0F : 14.0F));
    if (step.asks_purpose) draw_privacy(panel, body, state);
    draw_choices(panel, body, step, state);
    if (step.limit > 0) {
        panel.draw().cut_line(body, 22, words_of(panel, step, "text_"), {Type::strong}, 4);
        field(panel.ui, body.cut_top(narrow ? 52 : 84), "item_act.text", state.text,
              {.several_lines = true, .limit = step.limit});
    }
}

// The steps that were begun and not sent.
struct ItemSteps {
    static constexpr const char* path = "item_act";
    static auto& kept(auto& table) { return table.item_act.kept; }
    static bool is_open(const TableState& table) { return !table.item_act.now.kind.empty(); }
    static std::string open_key(const TableState& table) { return key_of(table.item_act.now); }
    static auto& open_draft(auto& table) { return table.item_act.now; }
    static bool is_readable(const ItemActState& act) { return step_of(act.kind) != nullptr; }
    static bool is_draft(const DraftNotes&, const std::string&, const ItemActState& act) {
        return is_readable(act);
    }
    static std::string title(const DraftNotes& to, const std::string&, const ItemActState& act) {
        return to.panel.word(path, act.kind) + ", " + act.item;
    }
    static void resume(TableState& table, const std::string&, const ItemActState& act) {
        open_item_act(table.item_act, act.kind, act.item);
    }
    static bool put_back(TableState& table, const v1::Command& command) {
        for (const Step& step : steps) {
            if (step.act != command.what_case() || !step.about_item) continue;
            ItemActState act{std::string(step.name), {}, {}, {}, {}, {}};
            step.read(command, act);
            keep_item_act(table.item_act, act);
            return true;
        }
        return false;
    }
};

}  // namespace

template <class Visit>
void fields(Visit& visit, ItemActState& act) {
    visit("kind", act.kind);
    visit("item", act.item);
    visit("role", act.role, Counts::chosen);
    visit("person", act.person);
    visit("purpose", act.purpose);
    visit("text", act.text, Counts::typed);
}

const DraftKind item_act_drafts = draft_kind<ItemSteps>();

void draw_more_acts(Panel& panel, Rect& row, const v1::Item& item, ItemActs& state) {
    if (row.width() < 40) return;
    const Rect place = row.cut_left(40);
    const ButtonLook look{.icon = Icon::more, .enabled = panel.may_begin()};
    if (button(panel.ui, place, "item.more", {}, look, panel.say(Say::item_act_more)) &&
        look.enabled)
        open_list(panel.ui, "item.more");
    std::vector<Option> options;
    for (const Step& step : steps)
        options.push_back({std::string(step.name), words_of(panel, step, ""), {}});
    options.push_back({"copy", panel.say(Say::item_act_copy), {}});
    const int picked = dropped_list(panel.ui, place, "item.more", options);
    for (const Step& step : steps)
        if (step.letter != 0 && look.enabled &&
            panel.ui.take_letter(step.letter, {"item", "dossier"}))
            open_item_act(state, step.name, item.id());
    if (picked < 0) return;
    if (static_cast<std::size_t>(picked) == std::size(steps)) {
        panel.ui.copy(item.id() + "  " + panel.in(item.title()) + "\n" + whole_text(panel, item));
        return;
    }
    const Step& step = steps[picked];
    open_item_act(state, step.name, item.id());
    if (step.asks_person && state.now.person.empty() && item.about_size() > 0)
        state.now.person = item.about(0);
}

std::vector<KeyLine> item_act_letters() {
    std::vector<KeyLine> lines;
    for (const Step& step : steps)
        if (const auto says = text::find("ui.key_" + std::string(step.name));
            says && step.letter != 0)
            lines.push_back(
                {{std::string(1, static_cast<char>(std::toupper(step.letter)))}, *says});
    return lines;
}

void open_item_act(ItemActs& state, std::string_view kind, const std::string& item) {
    state.now = {std::string(kind), item, {}, {}, {}, {}};
    const auto kept = state.kept.find(key_of(state.now));
    if (kept != state.kept.end()) state.now = kept->second;
}

void keep_item_act(ItemActs& state, const ItemActState& act) {
    const bool empty = act.role.empty() && act.purpose.empty() && blank(act.text);
    if (empty)
        state.kept.erase(key_of(act));
    else
        state.kept[key_of(act)] = act;
}

void draw_item_act_dialog(Panel& panel, ItemActs& acts) {
    ItemActState& state = acts.now;
    const Step* step = step_of(state.kind);
    if (step == nullptr) return state.kind.clear();
    Dialog dialog(panel, "item_act", 640, 480, words_of(panel, *step, ""));
    draw_item_band(panel, dialog, state.item);
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) { draw_form(panel, body, *step, state); });
    if (draw_foot(dialog, foot,
                  {.name = "item_act.send",
                   .label = words_of(panel, *step, "act_"),
                   .why = missing(panel, *step, state),
                   .icon = Icon::check})) {
        v1::Command command = panel.command();
        step->write(command, state);
        panel.outbox.act(std::move(command));
        acts.kept.erase(key_of(state));
        state = {};
        return;
    }
    if (dialog.closed()) {
        keep_item_act(acts, state);
        state.kind.clear();
    }
}

}  // namespace casustafel::ui
