#include "client/ui/entrance/lobby.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "client/ui/entrance/certificate_dialog.hpp"
#include "client/ui/entrance/join_dialog.hpp"
#include "client/ui/entrance/lobby_form.hpp"
#include "client/ui/entrance/seats.hpp"
#include "client/ui/frame/help.hpp"
#include "client/ui/frame/onlookers.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/table/role_card.hpp"
#include "proto/contract/codes.hpp"

namespace casustafel::ui {
namespace {

// Asks about the code as soon as it has its length, and again when it changes.
void look_up(Panel& panel, LobbyState& state) {
    const std::string code = plain_code(state.code);
    if (code.size() != contract::code_letters || code == state.looked_up) return;
    // Who is coming in or is in already must not be taken back to the door.
    if (panel.model.link == model::Link::offline || inside(panel) || state.joining) return;
    state.looked_up = code;
    panel.outbox.look_up(code);
}

void draw_seated(Panel& panel, Rect column, LobbyState& state) {
    panel.ui.area("form");
    Rect bottom = column.cut_bottom(84);
    scroll_area(panel.ui, column, "lobby.card", [&](Rect inner) {
        const float top = inner.top;
        inner = unlimited(inner);
        const bool narrow = panel.ui.layout() == Layout::narrow;
        panel.draw().cut_line(inner, narrow ? 28 : 40, panel.say(Say::lobby_seated),
                              {narrow ? Type::heading : Type::title}, 4);
        panel.draw().cut_paragraph(inner, panel.say(Say::lobby_seated_body),
                                   {Type::body, Token::text_2}, (narrow ? 8.0F : 16.0F));
        draw_role_head(panel, inner.cut_top(64));
        inner.cut_top(8);
        return inner.top - top + draw_role_rows(panel, inner, Type::body);
    });
    // Now there is time to read it.
    const std::string how = panel.say(Say::lobby_how);
    Rect line = bottom.cut_top(40).middle_row(28);
    if (link(panel.ui, line.cut_left(panel.draw().width(how, Type::strong_small) + 30), "lobby.how",
             how, Icon::information))
        state.bar.help.open = Help::practice;
    if (button(panel.ui, bottom.cut_bottom(40), "lobby.stand_up", panel.say(Say::lobby_stand_up),
               {})) {
        panel.act<v1::ReleaseRole>([&](auto& act) { act.set_role(panel.role); });
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
        empty_state(panel, area.middle(std::min(520.0F, area.width()), 110), Say::lobby_ended,
                    Say::lobby_ended_body, true);
        return;
    }
    if (!code_found(panel, state)) {
        empty_state(panel, area.middle(std::min(520.0F, area.width()), 110), Say::lobby_empty,
                    Say::lobby_empty_body, true);
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
                  [&](Rect rest) { draw_help_line(panel, rest, state); });
        return draw_fields(panel, page, state, FormPart::identity);
    }
    draw_take_seat(panel, page.cut_bottom(80), state);
    draw_fields(panel, page, state, FormPart::notice);
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

void draw_lobby(Panel& panel, LobbyState& state, PromptState* prompt) {
    Rect screen = panel.ui.screen();
    Rect bar = draw_bar(panel, screen.cut_top(height_of_bar(panel.ui)));
    draw_connection(panel, bar);
    draw_settings(panel, bar);
    if (inside(panel)) draw_onlookers(panel, bar, state.bar.help);
    draw_strips(panel, screen, state.bar);
    if (prompt != nullptr) draw_prompt_bar(panel, screen, *prompt, state.bar);
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
    if (prompt != nullptr && draw_prompt(panel, *prompt)) return;
    if (state.other_ways) draw_join_dialog(panel, state);
    draw_certificate_question(panel, state);
    draw_help(panel, state.bar);
}

}  // namespace casustafel::ui
