#include "client/ui/trainer/console/trainer_desk.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/frame/help.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/trainer/console/session_card.hpp"
#include "proto/contract/listed.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

void ask_lists(Panel& panel) {
    v1::ClientFrame sessions, scenarios;
    sessions.mutable_list_sessions();
    scenarios.mutable_list_scenarios();
    panel.outbox.say(std::move(sessions));
    panel.outbox.say(std::move(scenarios));
}

// What goes on first, then what waits to begin, what is damaged, what is over, and last what was
// put away.
int rank(const v1::SessionEntry& session) {
    if (session.phase() == contract::archived_phase) return 4;
    if (session.phase() == contract::SessionPhase::ended ||
        session.phase() == contract::continued_phase)
        return 3;
    if (contract::is_shut(session.phase())) return 2;
    return session.phase() == contract::SessionPhase::lobby ? 1 : 0;
}

Tone tone_of(const v1::SessionEntry& session) {
    if (session.phase() == contract::SessionPhase::running) return Tone::good;
    const bool wrong =
        session.phase() == contract::held_phase || session.phase() == contract::damaged_phase;
    return wrong ? Tone::wrong : Tone::neutral;
}

// How many are there; of one that nobody gets into, what can be done.
std::string note_of(const Panel& panel, const v1::SessionEntry& session) {
    if (session.phase() == contract::damaged_phase) return panel.say(Say::desk_damaged_note);
    if (session.phase() == contract::salvaged_phase) return panel.say(Say::desk_salvaged_note);
    // What it is called stands above; then when, for whom, and of which case.
    std::string note;
    for (const std::string& part :
         {session.card().date(), session.card().group(),
          session.card().name().empty() ? std::string() : panel.in(session.title())})
        if (!part.empty()) note += part + " · ";
    if (!session.continued_as().empty())
        return at_start(panel.say(Say::desk_continued_note, {code_text(session.continued_as())}));
    if (!session.forked_from().empty())
        note += panel.say(Say::desk_forked_note, {code_text(session.forked_from()),
                                                  moment(panel, session.forked_at_sim_ms())}) +
                " · ";
    if (session.phase() == contract::archived_phase)
        return note + panel.say(Say::desk_participants, {std::to_string(session.participants())});
    return note + panel.say(Say::desk_session_note, {std::to_string(session.participants()),
                                                     std::to_string(session.connected())});
}

std::vector<v1::SessionEntry> in_order(const Panel& panel) {
    std::vector<v1::SessionEntry> all(panel.model.sessions.begin(), panel.model.sessions.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& one, const auto& other) { return rank(one) < rank(other); });
    return all;
}

bool goes_on(const v1::SessionEntry& session) { return session.seated() > 0; }

// Of one that goes on: where it is, who plays, who is silent, and first who calls.
void draw_pulse(Panel& panel, Rect line, const v1::SessionEntry& session) {
    if (session.calls() > 0) {
        const std::string words =
            session.calls() == 1 ? panel.say(Say::desk_call)
                                 : panel.say(Say::desk_calls, {std::to_string(session.calls())});
        const float wide = panel.draw().width(words, Type::strong_small) + 26;
        icon_label(panel.ui, line.cut_left(wide), Icon::help, words, Tone::attention, true);
        line.cut_left(12);
    }
    std::string words = panel.in(session.round());
    if (!words.empty()) words += ", ";
    words += clock_text(session.sim_ms()) + " · " +
             panel.say(Say::desk_seated, {std::to_string(session.seated())});
    if (session.silent() > 0)
        words += " · " + panel.say(Say::desk_silent, {std::to_string(session.silent())});
    panel.draw().line(line, words, {Type::small, Token::text_2});
}

void draw_sessions(Panel& panel, Rect area, TrainerState& state) {
    panel.ui.area("sessions");
    Rect head = area.cut_top(40);
    const std::string label = panel.say(Say::desk_refresh);
    const ButtonLook look{.style = ButtonStyle::text, .small = true};
    if (button(panel.ui,
               head.cut_right(button_width(panel.ui, label, look)).middle_row(32).moved(10, 0),
               "desk.refresh", label, look))
        ask_lists(panel);
    const auto sessions = in_order(panel);
    const bool some_ended = !sessions.empty() && rank(sessions.back()) >= 3;
    panel.draw().line(head, panel.say(some_ended ? Say::desk_sessions_all : Say::desk_sessions),
                      {Type::panel});
    area.cut_top(8);
    if (sessions.empty()) {
        empty_state(panel, area, Say::desk_no_sessions, Say::desk_no_sessions_body, true);
        return;
    }
    float code_wide = 124;
    for (const v1::SessionEntry& session : sessions)
        code_wide =
            std::max(code_wide, panel.draw().width(code_text(session.code()), Type::heading) + 16);
    std::vector<Row> rows;
    for (const v1::SessionEntry& session : sessions)
        rows.push_back({"desk.session." + session.code(), goes_on(session) ? 94.0F : 72.0F, false,
                        false, session.code()});
    const int picked = scroll_list(
        panel.ui, area, "desk.sessions", rows, state.sessions,
        [&](std::size_t index, Rect row, const Response& response) {
            const v1::SessionEntry& session = sessions[index];
            row.bottom -= 8;
            panel.draw().fill(row, response.hovered ? Token::accent_soft : Token::surface,
                              radius::card);
            panel.draw().border(row, Token::line, 1, radius::card);
            Rect inner = row.inset(16, 10);
            if (goes_on(session)) draw_pulse(panel, inner.cut_bottom(22), session);
            const std::string phase = panel.word("phase", session.phase());
            if (!contract::is_shut(session.phase()) &&
                button_right(panel.ui, inner, 32, "desk.open." + session.code(),
                             panel.say(Say::desk_open), {.small = true}))
                open_session(panel, state, session.code());
            const bool has_card = session.phase() != contract::damaged_phase &&
                                  session.phase() != contract::salvaged_phase;
            if (has_card) {
                if (!contract::is_shut(session.phase())) inner.right -= 4;
                if (button_right(panel.ui, inner, 32, "desk.card." + session.code(),
                                 panel.say(Say::desk_card),
                                 {.style = ButtonStyle::text, .small = true}))
                    open_card(state.card, session);
            }
            inner.right -= 12;
            // The note of one that went on elsewhere says so.
            if (session.continued_as().empty()) {
                const Rect right = inner.cut_right(chip_width(panel.ui, Icon::none, phase));
                chip(panel.ui, {right.left, right.centre().y}, Icon::none, phase, tone_of(session));
            }
            inner.right -= 12;
            Rect code = inner.cut_left(code_wide);
            panel.draw().line(code, code_text(session.code()), {Type::heading});
            panel.draw().line(inner.cut_top(22), session_title(panel, session), {Type::strong});
            panel.draw().line(inner.cut_top(20), note_of(panel, session),
                              {Type::small, Token::text_2});
            if (response.ring) focus_ring_inside(panel.ui, row, radius::card);
        },
        {.cards = true});
    if (picked < 0) return;
    const v1::SessionEntry& session = sessions[static_cast<std::size_t>(picked)];
    if (!contract::is_shut(session.phase())) open_session(panel, state, session.code());
}

void set_up(Panel& panel, TrainerState& state, const std::string& scenario) {
    v1::ClientFrame frame;
    frame.mutable_new_session()->set_scenario(scenario);
    panel.outbox.say(std::move(frame));
    state.awaited_code = panel.model.created_code.empty() ? "-" : panel.model.created_code;
}

void draw_cases(Panel& panel, Rect area, TrainerState& state) {
    panel.ui.area("cases");
    panel.draw().cut_line(area, 40, panel.say(Say::desk_new), {Type::panel}, 8);
    const auto& cases = panel.model.scenarios;
    if (panel.ui.layout() != Layout::narrow && !cases.empty())
        panel.draw().cut_paragraph(area, panel.say(Say::desk_new_hint),
                                   {Type::small, Token::text_2}, 10);
    if (cases.empty()) {
        empty_state(panel, area, Say::desk_no_cases, Say::desk_no_cases_body, true);
        return;
    }
    std::vector<Row> rows;
    for (const v1::ScenarioEntry& each : cases) rows.push_back({"case." + each.id(), 72});
    scroll_list(
        panel.ui, area, "desk.cases", rows, state.cases,
        [&](std::size_t index, Rect row, const Response&) {
            const v1::ScenarioEntry& each = cases[index];
            row.bottom -= 8;
            panel.draw().fill(row, Token::surface, radius::card);
            panel.draw().border(row, Token::line, 1, radius::card);
            Rect inner = row.inset(16, 10);
            if (button_right(panel.ui, inner, 32, "desk.case." + each.id(),
                             panel.say(Say::desk_start_case),
                             {.style = index == 0 ? ButtonStyle::primary : ButtonStyle::outlined,
                              .small = true})) {
                set_up(panel, state, each.id());
            }
            inner.right -= 4;
            if (button_right(panel.ui, inner, 32, "desk.prepare." + each.id(),
                             panel.say(Say::desk_prepare),
                             {.style = ButtonStyle::text, .small = true}))
                open_new_card(state.card, each.id());
            inner.right -= 12;
            panel.draw().line(inner.cut_top(22), panel.in(each.title()), {Type::strong});
            panel.draw().line(inner.cut_top(20),
                              panel.say(Say::desk_case_note, {std::to_string(each.roles()),
                                                              std::to_string(each.minutes())}),
                              {Type::small, Token::text_2});
        },
        {.bare = true});
}

}  // namespace

void open_session(Panel& panel, TrainerState& state, const std::string& code) {
    state.at_desk = false;
    state.look_as.clear();
    panel.outbox.attach(code);
}

std::string session_title(const Panel& panel, const v1::SessionEntry& session) {
    const std::string& name = session.card().name();
    const std::string title = name.empty() ? panel.in(session.title()) : name;
    return title.empty() ? panel.say(Say::desk_unreadable_case) : title;
}

void draw_desk(Panel& panel, TrainerState& state) {
    if (!std::exchange(state.asked_lists, true)) ask_lists(panel);
    if (!state.awaited_code.empty() && !panel.model.created_code.empty() &&
        panel.model.created_code != state.awaited_code) {
        state.awaited_code.clear();
        open_session(panel, state, panel.model.created_code);
    }
    Rect screen = panel.ui.screen();
    Rect bar = draw_bar(panel, screen.cut_top(height_of_bar(panel.ui)));
    draw_menu(panel, bar, state.bar, false);
    bar.cut_right(8);
    draw_connection(panel, bar);
    panel.draw().line(bar, panel.say(Say::desk_title), {Type::body, Token::text_2});
    draw_strips(panel, screen, state.bar);
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const float pad = panel.ui.layout() == Layout::wide ? 40 : narrow ? 16 : 24;
    Rect inner = screen.inset(pad, narrow ? 4 : 24);
    if (narrow) {
        draw_sessions(panel, inner.cut_top(inner.height() / 2), state);
        draw_cases(panel, inner, state);
    } else {
        const float wide = (inner.width() - pad) * 0.6F;
        draw_sessions(panel, inner.cut_left(wide), state);
        inner.cut_left(pad);
        draw_cases(panel, inner, state);
    }
    if (state.bar.keys_open) return draw_keys(panel, state.bar);
    if (state.card.open) draw_session_card(panel, state);
}

}  // namespace casustafel::ui
