#include "client/ui/entrance/lobby_form.hpp"

#include <algorithm>

#include "client/ui/entrance/data_notice.hpp"
#include "client/ui/entrance/lobby_return.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "proto/contract/codes.hpp"
#include "proto/contract/limits.hpp"
#include "proto/text_rules/name.hpp"

namespace casustafel::ui {
namespace {

std::string over_words(const Panel& panel) {
    return panel.say(Say::lobby_ended) + ". " + panel.say(Say::lobby_ended_body);
}

// What is still missing before one can sit down; nothing when all is there.
std::string missing(const Panel& panel, const LobbyState& state) {
    if (panel.model.link == model::Link::offline) return no_connection(panel);
    if (!code_found(panel, state)) return panel.say(Say::lobby_reason_code);
    if (is_over(panel, state)) return panel.say(Say::lobby_ended_body);
    if (!inside(panel) && !text_rules::is_drawn(state.name))
        return panel.say(Say::lobby_reason_name);
    if (const std::size_t excess = panel.ui.excess_of("lobby.name"); !inside(panel) && excess > 0)
        return words_for_excess(panel.ui, excess);
    if (!inside(panel) && !state.notice_read) return panel.say(Say::lobby_reason_read);
    const v1::Role* seat = panel.view->find<v1::Role>(state.seat);
    if (seat == nullptr) return panel.say(Say::lobby_reason_seat);
    if (seat->occupant() != 0) return panel.say(Say::lobby_seat_gone);
    return {};
}

void take_seat(Panel& panel, LobbyState& state) {
    if (!inside(panel)) {
        panel.outbox.join(plain_code(state.code), state.name, panel.english() ? "en" : "nl");
        state.joining = true;
    }
    v1::Command command;
    command.mutable_take_role()->set_role(state.seat);
    panel.outbox.act(std::move(command));
}

// As it stands on the trainer's screen; what was said of the code before is over.
void change_code(Panel& panel, LobbyState& state) {
    for (char& letter : state.code)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    state.code_error.clear();
    state.seat.clear();
    untell(state.bar, panel.say(Say::notice_refused));
}

void draw_code(Panel& panel, Rect& column, LobbyState& state) {
    const bool over = is_over(panel, state), found = code_found(panel, state) && !over;
    const std::string error = over ? over_words(panel) : found ? std::string() : state.code_error;
    const bool close = tight(panel, state), wide = panel.ui.layout() == Layout::wide;
    panel.draw().cut_line(column, 18, panel.say(Say::lobby_code), {Type::strong_small},
                          close ? 2 : 6);
    FieldLook look{.error = error, .good = found, .type = Type::heading, .limit = 12};
    const float high = wide ? 56 : close ? 40 : 48;
    if (field(panel.ui, column.cut_top(high), "lobby.code", state.code, look).changed)
        change_code(panel, state);
    column.cut_top(close ? 2 : 8);
    const bool asked = !state.looked_up.empty() && plain_code(state.code) == state.looked_up;
    if (found) {
        Rect row = column.cut_top(20);
        panel.draw().icon({row.left + 8, row.centre().y}, Icon::check, IconSize::small,
                          Token::good);
        row.cut_left(22);
        panel.draw().line(row, panel.in(panel.view->find<v1::Session>()->title()),
                          {Type::strong_small});
    } else if (!error.empty()) {
        panel.draw().icon({column.left + 8, column.top + 9}, Icon::alert, IconSize::small,
                          Token::wrong);
        Rect words = column;
        words.cut_left(22);
        column.cut_top(panel.draw().paragraph(words, error, {Type::small, Token::wrong}));
    } else {
        panel.draw().line(column.cut_top(18),
                          panel.say(asked ? Say::lobby_code_searching : Say::lobby_code_hint),
                          {Type::small, Token::text_2});
    }
    column.cut_top(wide ? 20 : close ? 6 : 12);
}

void draw_name(Panel& panel, Rect& inner, LobbyState& state) {
    const float gap = tight(panel, state) ? 2 : 6;
    panel.draw().cut_line(inner, 18, panel.say(Say::lobby_name), {Type::strong_small}, gap);
    field(panel.ui, inner.cut_top(40), "lobby.name", state.name,
          {.limit = contract::limits::join_name_characters});
    inner.cut_top(gap);
    panel.draw().cut_paragraph(inner, panel.say(Say::lobby_name_hint),
                               {Type::small, Token::text_2});
}

}  // namespace

bool inside(const Panel& panel) { return panel.model.participant != 0; }

bool code_found(const Panel& panel, const LobbyState& state) {
    if (panel.view == nullptr || panel.view->find<v1::Session>() == nullptr) return false;
    return inside(panel) || (!state.looked_up.empty() && plain_code(state.code) == state.looked_up);
}

bool is_over(const Panel& panel, const LobbyState& state) {
    return !inside(panel) && code_found(panel, state) && panel.phase_is(Phase::ended);
}

bool tight(const Panel& panel, const LobbyState& state) {
    return !inside(panel) && panel.ui.layout() == Layout::compact &&
           (!state.ways_back.empty() || panel.model.link == model::Link::offline);
}

// Waiting helps against a lost line, not against a server that nobody vouches for.
std::string no_connection(const Panel& panel) {
    return panel.say(panel.trouble.fingerprint.empty() ? Say::lobby_reason_offline
                                                       : Say::lobby_reason_unsafe);
}

void draw_take_seat(Panel& panel, Rect area, LobbyState& state) {
    const std::string reason = missing(panel, state);
    const bool waiting = state.joining && !inside(panel);
    std::string label = panel.say(Say::lobby_take_nobody);
    if (const v1::Role* seat =
            panel.view == nullptr ? nullptr : panel.view->find<v1::Role>(state.seat))
        label = panel.say(Say::lobby_take, {panel.in(seat->name())});
    if (waiting) label = panel.say(Say::lobby_joining);
    const bool taken =
        button(panel.ui, area.cut_top(space::main_button), "lobby.take", label,
               {.style = ButtonStyle::primary, .enabled = reason.empty() && !waiting});
    area.cut_top(8);
    if (!reason.empty()) reason_line(panel.ui, area.cut_top(20), reason);
    if (taken) take_seat(panel, state);
}

void draw_help_line(Panel& panel, Rect row, LobbyState& state) {
    row.cut_left(
        panel.draw().line(row, panel.say(Say::lobby_help), {Type::small, Token::text_2}).width() +
        8);
    const std::string other = panel.say(Say::lobby_other_ways), how = panel.say(Say::lobby_how);
    if (link(panel.ui, row.cut_left(panel.draw().width(other, Type::strong_small) + 2),
             "lobby.other", other))
        state.other_ways = true;
    row.cut_left(16);
    const float wide = panel.draw().width(how, Type::strong_small) + 2;
    if (row.width() >= wide && link(panel.ui, row, "lobby.how", how))
        state.bar.help.open = Help::practice;
}

// Title, code, name and the notice; the narrow screen shows them in two steps.
void draw_fields(Panel& panel, Rect column, LobbyState& state, FormPart part) {
    const bool wide = panel.ui.layout() == Layout::wide;
    const bool typed = plain_code(state.code).size() == contract::code_letters;
    panel.ui.begin_with(typed ? "lobby.name" : "lobby.code");
    scroll_area(panel.ui, column, "lobby.form", [&](Rect& inner) {
        inner = unlimited(inner);
        const Type title = wide ? Type::title : Type::heading;
        if (part != FormPart::notice) {
            const std::string words =
                inside(panel)
                    ? panel.say(Say::lobby_inside, {panel.model.name_of(panel.model.participant)})
                    : panel.say(Say::lobby_title);
            // The way back needs the room of the title where that is scarce.
            const bool back = !inside(panel) && !wide && !state.ways_back.empty();
            if (!back) {
                panel.draw().line(inner.cut_top(metrics(title).line_px), words, {title});
                inner.cut_top(wide ? 16 : 10);
            }
            if (!inside(panel)) inner.cut_top(draw_return(panel, inner, state));
            if (!inside(panel) && part == FormPart::identity) {
                Rect left = inner, right = inner;
                left.right = inner.centre().x - 12;
                right.left = inner.centre().x + 12;
                draw_code(panel, left, state);
                draw_name(panel, right, state);
                inner.top = std::max(left.top, right.top);
            } else if (!inside(panel)) {
                draw_code(panel, inner, state);
                draw_name(panel, inner, state);
                inner.cut_top(wide ? 20 : tight(panel, state) ? 6 : 12);
            }
        }
        if (part != FormPart::identity && !inside(panel))
            inner.cut_top(draw_data_notice(panel, inner, state.notice_read, tight(panel, state)));
    });
}

void draw_form(Panel& panel, Rect column, LobbyState& state) {
    panel.ui.area("form");
    Rect bottom = column.cut_bottom(28);
    Rect action = column.cut_bottom(84);
    draw_fields(panel, column, state, FormPart::all);
    action.cut_top(8);
    draw_take_seat(panel, action, state);
    if (!inside(panel)) draw_help_line(panel, bottom, state);
}

}  // namespace casustafel::ui
