#include "client/ui/entrance/lobby.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "client/ui/entrance/certificate_dialog.hpp"
#include "client/ui/entrance/data_notice.hpp"
#include "client/ui/entrance/join_dialog.hpp"
#include "client/ui/entrance/lobby_return.hpp"
#include "client/ui/entrance/seats.hpp"
#include "client/ui/frame/help.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/table/role_card.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t shortest_code = 6, longest_code = 8;

bool inside(const Panel& panel) { return panel.model.participant != 0; }

// What is known is of the code that stands in the field.
bool code_found(const Panel& panel, const LobbyState& state) {
    if (panel.view == nullptr || panel.view->find<v1::Session>() == nullptr) return false;
    return inside(panel) || (!state.looked_up.empty() && plain_code(state.code) == state.looked_up);
}

// The code is right, and there is nothing left to join.
bool is_over(const Panel& panel, const LobbyState& state) {
    return !inside(panel) && code_found(panel, state) && panel.phase_is(Phase::ended);
}

std::string over_words(const Panel& panel) {
    return panel.say(Say::lobby_ended) + ". " + panel.say(Say::lobby_ended_body);
}

// Where the way back or a strip on top takes room, the gaps go first: all there is to fill in and
// to tick stays in sight.
bool tight(const Panel& panel, const LobbyState& state) {
    return !inside(panel) && panel.ui.layout() == Layout::compact &&
           (!state.resume_code.empty() || panel.model.link == model::Link::offline);
}

// Asks about the code as soon as it has its length, and again when it changes.
void look_up(Panel& panel, LobbyState& state) {
    const std::string code = plain_code(state.code);
    if (code.size() < shortest_code || code.size() > longest_code || code == state.looked_up)
        return;
    // Who is coming in or is in already must not be taken back to the door.
    if (panel.model.link == model::Link::offline || inside(panel) || state.joining) return;
    state.looked_up = code;
    panel.outbox.look_up(code);
}

// Waiting helps against a lost line, not against a server that nobody vouches for.
std::string no_connection(const Panel& panel) {
    return panel.say(panel.trouble.fingerprint.empty() ? Say::lobby_reason_offline
                                                       : Say::lobby_reason_unsafe);
}

// What is still missing before one can sit down; nothing when all is there.
std::string missing(const Panel& panel, const LobbyState& state) {
    if (panel.model.link == model::Link::offline) return no_connection(panel);
    if (!code_found(panel, state)) return panel.say(Say::lobby_reason_code);
    if (is_over(panel, state)) return panel.say(Say::lobby_ended_body);
    if (!inside(panel) && state.name.find_first_not_of(' ') == std::string::npos)
        return panel.say(Say::lobby_reason_name);
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
    panel.draw().line(column.cut_top(18), panel.say(Say::lobby_code), {Type::strong_small});
    column.cut_top(close ? 2 : 6);
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

// The main button with what is missing under it; 84 high.
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

void draw_name(Panel& panel, Rect& inner, LobbyState& state) {
    const float gap = tight(panel, state) ? 2 : 6;
    panel.draw().line(inner.cut_top(18), panel.say(Say::lobby_name), {Type::strong_small});
    inner.cut_top(gap);
    field(panel.ui, inner.cut_top(40), "lobby.name", state.name,
          {.limit = contract::limits::join_name_characters});
    inner.cut_top(gap);
    inner.cut_top(panel.draw().paragraph(inner, panel.say(Say::lobby_name_hint),
                                         {Type::small, Token::text_2}));
}

void draw_help(Panel& panel, Rect row, LobbyState& state) {
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

enum class Part : std::uint8_t { all, identity, notice };

// Title, code, name and the notice; the narrow screen shows them in two steps.
void draw_fields(Panel& panel, Rect column, LobbyState& state, Part part) {
    const bool wide = panel.ui.layout() == Layout::wide;
    scroll_area(panel.ui, column, "lobby.form", [&](Rect inner) {
        const float top = inner.top;
        inner = unlimited(inner);
        const Type title = wide ? Type::title : Type::heading;
        if (part != Part::notice) {
            const std::string words =
                inside(panel)
                    ? panel.say(Say::lobby_inside, {panel.model.name_of(panel.model.participant)})
                    : panel.say(Say::lobby_title);
            // The way back needs the room of the title where that is scarce.
            const bool back = !inside(panel) && !wide && !state.resume_code.empty();
            if (!back) {
                panel.draw().line(inner.cut_top(metrics(title).line_px), words, {title});
                inner.cut_top(wide ? 16 : 10);
            }
            if (!inside(panel)) inner.cut_top(draw_return(panel, inner, state));
            if (!inside(panel) && part == Part::identity) {
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
        if (part != Part::identity && !inside(panel))
            inner.cut_top(draw_data_notice(panel, inner, state.notice_read, tight(panel, state)));
        return inner.top - top;
    });
}

void draw_form(Panel& panel, Rect column, LobbyState& state) {
    panel.ui.area("form");
    Rect bottom = column.cut_bottom(28);
    Rect action = column.cut_bottom(84);
    draw_fields(panel, column, state, Part::all);
    action.cut_top(8);
    draw_take_seat(panel, action, state);
    if (!inside(panel)) draw_help(panel, bottom, state);
}

void draw_seated(Panel& panel, Rect column, LobbyState& state) {
    panel.ui.area("form");
    Rect bottom = column.cut_bottom(84);
    scroll_area(panel.ui, column, "lobby.card", [&](Rect inner) {
        const float top = inner.top;
        inner = unlimited(inner);
        const bool narrow = panel.ui.layout() == Layout::narrow;
        panel.draw().line(inner.cut_top(narrow ? 28 : 40), panel.say(Say::lobby_seated),
                          {narrow ? Type::heading : Type::title});
        inner.cut_top(4);
        inner.cut_top(panel.draw().paragraph(inner, panel.say(Say::lobby_seated_body),
                                             {Type::body, Token::text_2}) +
                      (narrow ? 8.0F : 16.0F));
        draw_role_head(panel, inner.cut_top(64));
        inner.cut_top(8);
        return inner.top - top + draw_role_rows(panel, inner, Type::body, false);
    });
    // Now there is time to read it.
    const std::string how = panel.say(Say::lobby_how);
    Rect line = bottom.cut_top(40).middle_row(28);
    if (link(panel.ui, line.cut_left(panel.draw().width(how, Type::strong_small) + 30), "lobby.how",
             how, Icon::information))
        state.bar.help.open = Help::practice;
    if (button(panel.ui, bottom.cut_bottom(40), "lobby.stand_up", panel.say(Say::lobby_stand_up),
               {})) {
        v1::Command command = panel.command();
        command.mutable_release_role()->set_role(panel.role);
        panel.outbox.act(std::move(command));
        state.seat.clear();
    }
}

float draw_hint(Panel& panel, Rect area, const std::string& words) {
    panel.draw().icon({area.left + 8, area.top + 9}, Icon::information, IconSize::small,
                      Token::text_2);
    area.cut_left(24);
    return panel.draw().paragraph(area, words, {Type::small, Token::text_2});
}

float draw_content_notice(Panel& panel, Rect area) {
    const std::string& words = panel.in(panel.view->find<v1::Session>()->content_notice());
    return words.empty() ? 0 : draw_hint(panel, area, words);
}

void draw_right(Panel& panel, Rect area, LobbyState& state) {
    panel.ui.area("seats");
    if (is_over(panel, state)) {
        empty_state(panel.ui, area.middle(std::min(520.0F, area.width()), 110),
                    {panel.say(Say::lobby_ended), panel.say(Say::lobby_ended_body)}, true);
        return;
    }
    if (!code_found(panel, state)) {
        empty_state(panel.ui, area.middle(std::min(520.0F, area.width()), 110),
                    {panel.say(Say::lobby_empty), panel.say(Say::lobby_empty_body)}, true);
        return;
    }
    const v1::Session& session = *panel.view->find<v1::Session>();
    const SeatCount seats = count_seats(*panel.view);
    Rect title = area.cut_top(40);
    panel.draw().line(
        title.cut_right(180),
        panel.say(Say::lobby_seats_free, {std::to_string(seats.free), std::to_string(seats.all)}),
        {Type::small, Token::text_2, Align::right});
    panel.draw().line(title,
                      panel.role.empty() ? panel.say(Say::lobby_seats) : panel.in(session.title()),
                      {panel.ui.layout() == Layout::wide ? Type::title : Type::heading});
    Rect pitch = area;
    pitch.right = std::min(pitch.right, pitch.left + space::reading_measure + 80);
    if (panel.ui.layout() != Layout::narrow) {
        area.cut_top(
            panel.draw().paragraph(pitch, panel.in(session.pitch()), {Type::body, Token::text_2}) +
            8);
        area.cut_top(draw_content_notice(panel, {pitch.left, area.top, pitch.right, area.bottom}) +
                     12);
        const float high = panel.draw().paragraph_height(area.width() - 24,
                                                         panel.say(Say::lobby_unsure), Type::small);
        if (panel.role.empty())
            draw_hint(panel, area.cut_bottom(high + 8), panel.say(Say::lobby_unsure));
    }
    draw_seats(panel, area, state.seat, panel.role, state.lists);
}

// Why the next step makes no sense yet; empty when it does.
std::string missing_before_next(const Panel& panel, const LobbyState& state) {
    if (panel.model.link == model::Link::offline) return no_connection(panel);
    if (!code_found(panel, state)) return panel.say(Say::lobby_reason_code);
    if (is_over(panel, state)) return panel.say(Say::lobby_ended_body);
    return state.step == 1 && panel.view->find<v1::Role>(state.seat) == nullptr
               ? panel.say(Say::lobby_reason_seat)
               : std::string();
}

// The button to the next step, with the reason beside it when there is one; else `beside` is drawn.
void draw_next(Panel& panel, Rect row, LobbyState& state,
               const std::function<void(Rect)>& beside = {}) {
    const std::string reason = missing_before_next(panel, state);
    const ButtonLook look{.style = ButtonStyle::primary,
                          .icon = Icon::arrow_right,
                          .enabled = reason.empty(),
                          .icon_last = true};
    if (button(panel.ui, row.cut_right(160).middle_row(40), "lobby.next",
               panel.say(Say::lobby_next), look))
        ++state.step;
    row.cut_right(12);
    if (!reason.empty()) reason_line(panel.ui, row.cut_right(210), reason);
    if (beside) beside(row.middle_row(28));
}

void draw_narrow(Panel& panel, Rect screen, LobbyState& state) {
    if (!panel.role.empty()) return draw_seated(panel, screen.inset(24, 16), state);
    panel.ui.area("form");
    const Tab steps[] = {{"code", panel.say(Say::lobby_step_code)},
                         {"seat", panel.say(Say::lobby_step_seat)},
                         {"join", panel.say(Say::lobby_step_join)}};
    Rect top = screen.cut_top(40);
    panel.draw().fill(top, Token::surface);
    panel.draw().horizontal_rule(top.left, top.right, top.bottom - 1);
    const int picked = tab_row(panel.ui, top.inset(24, 0), "lobby.step", steps, state.step);
    if (picked >= 0) state.step = picked;
    Rect page = screen.inset(24, 8);
    if (state.step == 1) {
        draw_next(panel, page.cut_bottom(48), state);
        return draw_right(panel, page, state);
    }
    panel.draw().fill(screen, Token::surface);
    if (state.step == 0) {
        draw_next(panel, page.cut_bottom(48), state,
                  [&](Rect rest) { draw_help(panel, rest, state); });
        return draw_fields(panel, page, state, Part::identity);
    }
    draw_take_seat(panel, page.cut_bottom(80), state);
    draw_fields(panel, page, state, Part::notice);
}

}  // namespace

std::string plain_code(std::string_view typed) {
    std::string code;
    for (const char letter : typed) {
        if (letter >= 'a' && letter <= 'z') code += static_cast<char>(letter - 'a' + 'A');
        if ((letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')) code += letter;
    }
    return code;
}

void draw_lobby(Panel& panel, LobbyState& state) {
    Rect screen = panel.ui.screen();
    Rect bar = draw_bar(panel, screen.cut_top(height_of_bar(panel.ui)));
    draw_connection(panel, bar);
    draw_settings(panel, bar);
    draw_strips(panel, screen, state.bar);
    if (std::exchange(state.bar.retry_asked, false)) {
        state.certificate_refused.clear();  // asks again
        if (!state.server.empty()) panel.outbox.connect(state.server);
    }
    look_up(panel, state);
    if (inside(panel)) state.joining = false;
    if (panel.ui.layout() == Layout::narrow) {
        draw_narrow(panel, screen, state);
    } else {
        const bool wide = panel.ui.layout() == Layout::wide;
        const Rect left = screen.cut_left(wide ? 432 : 352);
        const float edge = wide ? 24 : tight(panel, state) ? 8 : 16;
        panel.draw().fill(left, Token::surface);
        panel.draw().vertical_rule(left.right - 1, left.top, left.bottom);
        const Rect form = left.inset(wide ? 40 : 24, edge);
        if (panel.role.empty())
            draw_form(panel, form, state);
        else
            draw_seated(panel, form, state);
        draw_right(panel, screen.inset(wide ? 40 : 24, wide ? 24 : 16), state);
    }
    if (state.other_ways) draw_join_dialog(panel, state);
    draw_certificate_question(panel, state);
    draw_help(panel, state.bar);
}

}  // namespace casustafel::ui
