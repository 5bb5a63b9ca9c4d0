#include "client/ui/trainer/console/session_card.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/question.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/listed.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

namespace limits = contract::limits;

constexpr float notes_height = 84;

const v1::SessionEntry* session_of(const Panel& panel, const std::string& code) {
    for (const v1::SessionEntry& each : panel.model.sessions)
        if (each.code() == code) return &each;
    return nullptr;
}

std::string case_title(const Panel& panel, const SessionCardState& card) {
    for (const v1::ScenarioEntry& each : panel.model.scenarios)
        if (each.id() == card.scenario) return panel.in(each.title());
    return card.scenario;
}

// It runs, or somebody is in it: then it stays where it is.
bool in_use(const v1::SessionEntry& session) {
    return session.phase() == contract::SessionPhase::running ||
           session.phase() == contract::held_phase || session.connected() > 0;
}

void await_code(const Panel& panel, TrainerState& state) {
    state.awaited_code = panel.model.created_code.empty() ? "-" : panel.model.created_code;
}

void keep(Panel& panel, TrainerState& state) {
    SessionCardState& card = state.card;
    v1::ClientFrame frame;
    if (card.code.empty()) {
        frame.mutable_new_session()->set_scenario(card.scenario);
        *frame.mutable_new_session()->mutable_card() = card.typed;
        if (card.open_it) await_code(panel, state);
    } else {
        frame.mutable_set_card()->set_code(card.code);
        *frame.mutable_set_card()->mutable_card() = card.typed;
    }
    panel.outbox.say(std::move(frame));
    card.open = false;
}

void copy(Panel& panel, TrainerState& state) {
    v1::ClientFrame frame;
    frame.mutable_new_session()->set_copy_of(state.card.code);
    panel.outbox.say(std::move(frame));
    state.card.open = false;
}

void put_away(Panel& panel, TrainerState& state, bool archived) {
    v1::ClientFrame frame;
    frame.mutable_archive_session()->set_code(state.card.code);
    frame.mutable_archive_session()->set_archived(archived);
    panel.outbox.say(std::move(frame));
    state.card.open = false;
}

bool one_field(Panel& panel, Rect& body, const char* name, Say label, std::string& text,
               std::size_t limit) {
    const FieldResult typed =
        labelled_field(panel.ui, body, name, panel.say(label), text, {.limit = limit});
    body.cut_top(12);
    return typed.submitted;
}

bool draw_fields(Panel& panel, Rect& body, v1::SessionCard& card) {
    bool submitted = one_field(panel, body, "card.name", Say::card_name, *card.mutable_name(),
                               limits::session_card_name_characters);
    Rect row = body.cut_top(66);
    Rect left = row.cut_left((row.width() - 16) / 2);
    row.cut_left(16);
    submitted |= one_field(panel, left, "card.date", Say::card_date, *card.mutable_date(),
                           limits::session_card_date_characters);
    submitted |= one_field(panel, row, "card.group", Say::card_group, *card.mutable_group(),
                           limits::session_card_group_characters);
    body.cut_top(12);
    labelled_field(panel.ui, body, "card.notes", panel.say(Say::card_notes), *card.mutable_notes(),
                   {.several_lines = true, .limit = limits::session_card_notes_characters},
                   panel.say(Say::card_notes_hint), notes_height);
    body.cut_top(12);
    return submitted;
}

// What is done with the whole of it; a row of quiet buttons, and why one cannot be used.
void draw_acts(Panel& panel, Rect& body, TrainerState& state, const v1::SessionEntry& session) {
    const bool archived = session.phase() == contract::archived_phase;
    const bool free = !in_use(session);
    panel.draw().horizontal_rule(body.left, body.right, body.top);
    body.cut_top(12);
    Rect row = body.cut_top(40);
    if (button_left(panel.ui, row, 40, "card.copy", panel.say(Say::card_copy),
                    {.icon = Icon::copy}))
        copy(panel, state);
    row.cut_left(8);
    if (archived) {
        if (button_left(panel.ui, row, 40, "card.back", panel.say(Say::card_take_back),
                        {.icon = Icon::undo}))
            put_away(panel, state, false);
    } else if (button_left(panel.ui, row, 40, "card.archive", panel.say(Say::card_archive),
                           {.enabled = free})) {
        state.card.archive_asked = true;
        panel.ui.focus("archive.cancel");
    }
    row.cut_left(8);
    if (button_left(panel.ui, row, 40, "card.delete", panel.say(Say::card_delete),
                    {.style = ButtonStyle::quiet, .enabled = free})) {
        state.card.delete_asked = true;
        panel.ui.focus("delete.cancel");
    }
    if (free) return;
    body.cut_top(4);
    reason_line(panel.ui, body.cut_top(24), panel.say(Say::card_in_use));
}

void draw_delete_question(Panel& panel, TrainerState& state, const v1::SessionEntry& session) {
    const std::string title =
        session.card().name().empty() ? panel.in(session.title()) : session.card().name();
    const Answer answer = draw_question(panel, {.name = "delete",
                                                .title = panel.say(Say::desk_delete_title, {title}),
                                                .body = panel.say(Say::desk_delete_body, {title}),
                                                .yes = panel.say(Say::card_delete)});
    if (answer == Answer::yes) {
        v1::ClientFrame frame;
        frame.mutable_delete_session()->set_code(state.card.code);
        panel.outbox.say(std::move(frame));
        state.card.open = false;
    }
    if (answer != Answer::none) state.card.delete_asked = false;
}

// What it means, said before it is done: the names do not come back with it.
void draw_archive_question(Panel& panel, TrainerState& state, const v1::SessionEntry& session) {
    const std::string title =
        session.card().name().empty() ? panel.in(session.title()) : session.card().name();
    const Answer answer =
        draw_question(panel, {.name = "archive",
                              .title = panel.say(Say::desk_archive_title, {title}),
                              .body = panel.say(Say::desk_archive_body),
                              .yes = panel.say(Say::desk_archive_act)});
    if (answer == Answer::yes) put_away(panel, state, true);
    if (answer != Answer::none) state.card.archive_asked = false;
}

}  // namespace

void open_card(SessionCardState& state, const v1::SessionEntry& session) {
    state = {};
    state.open = true;
    state.code = session.code();
    state.typed = session.card();
}

void open_new_card(SessionCardState& state, const std::string& scenario) {
    state = {};
    state.open = true;
    state.scenario = scenario;
}

void draw_session_card(Panel& panel, TrainerState& state) {
    SessionCardState& card = state.card;
    const v1::SessionEntry* session = session_of(panel, card.code);
    if (!card.code.empty() && session == nullptr) {  // another trainer deleted it
        card.open = false;
        return;
    }
    if (card.archive_asked) return draw_archive_question(panel, state, *session);
    if (card.delete_asked) return draw_delete_question(panel, state, *session);
    const std::string title = session == nullptr
                                  ? panel.say(Say::card_new_title, {case_title(panel, card)})
                                  : panel.say(Say::card_title, {code_text(session->code())});
    Dialog dialog(panel, "card", 640, 560, title, "card.name");
    const Rect foot = dialog.cut_foot();
    bool submitted = false;
    dialog.page([&](Rect& body) {
        submitted = draw_fields(panel, body, card.typed);
        if (session != nullptr) draw_acts(panel, body, state, *session);
    });
    const bool pressed =
        draw_foot(dialog, foot,
                  {.name = "card.keep",
                   .label = panel.say(session == nullptr ? Say::card_prepare : Say::card_keep),
                   .icon = Icon::check});
    if (pressed || (submitted && panel.ui.excess() == 0)) keep(panel, state);
    if (dialog.closed()) card.open = false;
}

}  // namespace casustafel::ui
