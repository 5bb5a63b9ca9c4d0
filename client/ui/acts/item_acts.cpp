#include "client/ui/acts/item_acts.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/item_band.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

using Step = ItemActKind;

// What a step says. One with words to write has a label above them, a sentence while they are empty
// and a limit in characters.
struct StepWords {
    Say title, explanation, act;
    Say label{}, missing{};
    std::size_t limit = 0;
};

StepWords words_of(Step kind) {
    switch (kind) {
        case Step::authority:
            return {
                Say::item_act_authority,         Say::item_act_authority_body,
                Say::item_act_act_authority,     Say::item_act_text_authority,
                Say::item_act_missing_authority, contract::limits::ask_authority_reason_characters};
        case Step::consent:
            return {Say::item_act_consent, Say::item_act_consent_body, Say::item_act_act_consent};
        case Step::inform:
            return {Say::item_act_inform,         Say::item_act_inform_body,
                    Say::item_act_act_inform,     Say::item_act_text_inform,
                    Say::item_act_missing_inform, contract::limits::inform_person_text_characters};
        case Step::privacy:
            return {Say::item_act_privacy, Say::item_act_privacy_body, Say::item_act_act_privacy};
        case Step::none:
        case Step::gut_feeling: break;
    }
    return {Say::item_act_gut_feeling,         Say::item_act_gut_feeling_body,
            Say::item_act_act_gut_feeling,     Say::item_act_text_gut_feeling,
            Say::item_act_missing_gut_feeling, contract::limits::note_gut_feeling_text_characters};
}

bool names_role(Step kind) { return kind == Step::authority || kind == Step::privacy; }
bool has_text(Step kind) { return words_of(kind).limit > 0; }

bool blank(const std::string& text) { return text.find_first_not_of(" \n") == std::string::npos; }

// A choice of one: what it is called, and what its field says while nothing is chosen.
struct Choice {
    const char* name;
    Say label, placeholder;
};

// One of several under its label; the choice is the key.
void choose(Panel& panel, Rect& area, const Choice& choice, const std::vector<Option>& options,
            std::string& chosen) {
    int index = -1;
    for (std::size_t at = 0; at < options.size(); ++at)
        if (options[at].key == chosen) index = static_cast<int>(at);
    keep_whole(panel.ui, {area.left, area.top, area.right, area.top + 66});
    panel.draw().line(area.cut_top(22), panel.say(choice.label), {Type::strong});
    area.cut_top(4);
    const int picked = select(panel.ui, area.cut_top(40), choice.name, options, index,
                              panel.say(choice.placeholder));
    if (picked >= 0) chosen = options[static_cast<std::size_t>(picked)].key;
    area.cut_top(panel.ui.layout() == Layout::narrow ? 4 : 12);
}

// What the privacy officer asks back about a question put before; empty when there was none.
const v1::PrivacyAdvice* advice_on(const Panel& panel, const std::string& item) {
    for (const v1::PrivacyAdvice* advice : panel.view->all<v1::PrivacyAdvice>())
        if (advice->item() == item) return advice;
    return nullptr;
}

void draw_choices(Panel& panel, Rect& area, ItemActState& state) {
    std::vector<Option> options;
    if (names_role(state.kind)) {
        for (const v1::Role* role : panel.view->all<v1::Role>())
            if (role->id() != panel.role)
                options.push_back({role->id(), role->id() + "  " + panel.in(role->name()), {}});
        choose(panel, area, {"item_act.role", Say::item_act_to, Say::item_act_choose_role}, options,
               state.role);
    }
    if (state.kind == Step::privacy) {
        options.clear();
        for (const std::string_view purpose : contract::words<contract::Purpose>)
            options.push_back({std::string(purpose), panel.word("purpose", purpose),
                               panel.word("purpose", std::string(purpose) + ".gist")});
        choose(panel, area, {"item_act.purpose", Say::item_act_purpose, Say::share_choose_purpose},
               options, state.purpose);
    }
    if (state.kind == Step::inform) {
        for (const v1::Person* person : panel.view->all<v1::Person>())
            options.push_back({person->id(), panel.in(person->name()), {}});
        choose(panel, area,
               {"item_act.person", Say::item_act_person_inform, Say::ask_choose_person}, options,
               state.person);
    }
    if (state.kind == Step::consent) {
        for (const v1::ConsentScope* scope : panel.view->all<v1::ConsentScope>())
            options.push_back({scope->person() + ":" + scope->scope(),
                               panel.person_name(scope->person()), scope->scope()});
        choose(panel, area,
               {"item_act.person", Say::item_act_person_consent, Say::ask_choose_person}, options,
               state.person);
    }
}

std::string missing(const Panel& panel, const ItemActState& state) {
    if (names_role(state.kind) && state.role.empty()) return panel.say(Say::item_act_missing_role);
    if (state.kind == Step::privacy && state.purpose.empty())
        return panel.say(Say::item_act_missing_purpose);
    if ((state.kind == Step::consent || state.kind == Step::inform) && state.person.empty())
        return panel.say(Say::item_act_missing_person);
    if (has_text(state.kind) && blank(state.text)) return panel.say(words_of(state.kind).missing);
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

v1::Command command_of(const Panel& panel, const ItemActState& state) {
    v1::Command command = panel.command();
    switch (state.kind) {
        case Step::authority:
            command.mutable_ask_authority()->set_item(state.item);
            command.mutable_ask_authority()->set_to(state.role);
            command.mutable_ask_authority()->set_reason(state.text);
            break;
        case Step::consent: {
            const std::size_t colon = state.person.find(':');
            command.mutable_ask_consent()->set_person(state.person.substr(0, colon));
            if (colon != std::string::npos)
                command.mutable_ask_consent()->set_scope(state.person.substr(colon + 1));
            break;
        }
        case Step::inform:
            command.mutable_inform_person()->set_person(state.person);
            command.mutable_inform_person()->set_text(state.text);
            break;
        case Step::privacy:
            command.mutable_ask_privacy_officer()->set_item(state.item);
            command.mutable_ask_privacy_officer()->set_to(state.role);
            command.mutable_ask_privacy_officer()->set_purpose(state.purpose);
            break;
        case Step::none:
        case Step::gut_feeling:
            command.mutable_note_gut_feeling()->set_item(state.item);
            command.mutable_note_gut_feeling()->set_text(state.text);
    }
    return command;
}

// What the privacy officer has time for, and asked back before.
void draw_privacy(Panel& panel, Rect& body, const ItemActState& state) {
    if (const v1::PrivacyOfficer* officer = panel.view->find<v1::PrivacyOfficer>())
        body.cut_top(panel.draw().paragraph(
                         body,
                         panel.say(Say::item_act_privacy_left, {std::to_string(officer->left())}),
                         {Type::small, Token::text_2}) +
                     10);
    if (advice_on(panel, state.item) != nullptr)
        body.cut_top(
            panel.draw().paragraph(body, panel.say(Say::item_act_privacy_advice), {Type::strong}) +
            12);
}

float draw_form(Panel& panel, Rect body, ItemActState& state) {
    const float top = body.top;
    // On a narrow screen all of it fits without scrolling.
    const bool narrow = panel.ui.layout() == Layout::narrow;
    body.cut_top(panel.draw().paragraph(body, panel.say(words_of(state.kind).explanation),
                                        {Type::body, Token::text_2}) +
                 (narrow ? 4.0F : 14.0F));
    if (state.kind == Step::privacy) draw_privacy(panel, body, state);
    draw_choices(panel, body, state);
    if (has_text(state.kind)) {
        panel.draw().line(body.cut_top(22), panel.say(words_of(state.kind).label), {Type::strong});
        body.cut_top(4);
        field(panel.ui, body.cut_top(narrow ? 52 : 84), "item_act.text", state.text,
              {.several_lines = true, .limit = words_of(state.kind).limit});
    }
    return body.top - top;
}

}  // namespace

void draw_more_acts(Panel& panel, Rect& row, const v1::Item& item, ItemActs& state) {
    if (row.width() < 40) return;
    const Rect place = row.cut_left(40);
    const ButtonLook look{.icon = Icon::more, .enabled = panel.may_begin()};
    if (button(panel.ui, place, "item.more", {}, look, panel.say(Say::item_act_more)) &&
        look.enabled)
        open_list(panel.ui, "item.more");
    constexpr Step kinds[] = {Step::gut_feeling, Step::authority, Step::privacy, Step::inform,
                              Step::consent};
    const Option options[] = {{"gut_feeling", panel.say(Say::item_act_gut_feeling)},
                              {"authority", panel.say(Say::item_act_authority)},
                              {"privacy", panel.say(Say::item_act_privacy)},
                              {"inform", panel.say(Say::item_act_inform)},
                              {"consent", panel.say(Say::item_act_consent)},
                              {"copy", panel.say(Say::item_act_copy)}};
    const int picked = dropped_list(panel.ui, place, "item.more", options);
    if (look.enabled && panel.ui.take_letter('o', {"item", "dossier"}))
        open_item_act(state, Step::gut_feeling, item.id());
    if (picked < 0) return;
    if (options[picked].key == "copy") {
        panel.ui.copy(item.id() + "  " + panel.in(item.title()) + "\n" + panel.in(item.text()));
        return;
    }
    open_item_act(state, kinds[static_cast<std::size_t>(picked)], item.id());
    if (state.now.kind == Step::inform && state.now.person.empty() && item.about_size() > 0)
        state.now.person = item.about(0);
}

void open_item_act(ItemActs& state, ItemActKind kind, const std::string& item) {
    state.now = {};
    state.now.kind = kind;
    state.now.item = item;
    const auto kept =
        std::find_if(state.kept.begin(), state.kept.end(),
                     [&](const ItemActState& one) { return one.kind == kind && one.item == item; });
    if (kept != state.kept.end()) state.now = *kept;
}

void keep_item_act(ItemActs& state, const ItemActState& act) {
    std::erase_if(state.kept, [&](const ItemActState& one) {
        return one.kind == act.kind && one.item == act.item;
    });
    const bool empty = act.role.empty() && act.purpose.empty() && blank(act.text);
    if (!empty) state.kept.push_back(act);
}

void restore_item_act(ItemActs& state, const v1::Command& command) {
    ItemActState act;
    if (command.has_ask_authority()) {
        act = {Step::authority, command.ask_authority().item(), command.ask_authority().to()};
        act.text = command.ask_authority().reason();
    } else if (command.has_note_gut_feeling()) {
        act = {Step::gut_feeling, command.note_gut_feeling().item()};
        act.text = command.note_gut_feeling().text();
    } else if (command.has_ask_privacy_officer()) {
        act = {Step::privacy, command.ask_privacy_officer().item(),
               command.ask_privacy_officer().to()};
        act.purpose = command.ask_privacy_officer().purpose();
    } else {
        return;
    }
    keep_item_act(state, act);
}

void draw_item_act_dialog(Panel& panel, ItemActs& acts) {
    ItemActState& state = acts.now;
    Dialog dialog(panel, "item_act", 640, 480, panel.say(words_of(state.kind).title));
    draw_item_band(panel, dialog, state.item);
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect body) { return draw_form(panel, body, state); });
    if (draw_foot(dialog, foot,
                  {.name = "item_act.send",
                   .label = panel.say(words_of(state.kind).act),
                   .why = missing(panel, state),
                   .icon = Icon::check})) {
        panel.outbox.act(command_of(panel, state));
        std::erase_if(acts.kept, [&](const ItemActState& one) {
            return one.kind == state.kind && one.item == state.item;
        });
        state = {};
        return;
    }
    if (dialog.closed()) {
        keep_item_act(acts, state);
        state.kind = Step::none;
    }
}

}  // namespace casustafel::ui
