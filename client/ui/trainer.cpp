#include "client/ui/trainer.hpp"

#include <array>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/feed.hpp"
#include "client/ui/happenings.hpp"
#include "client/ui/injects.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/select.hpp"
#include "client/ui/table.hpp"
#include "client/ui/trainer_desk.hpp"
#include "client/ui/trainer_seats.hpp"
#include "client/ui/trainer_swap.hpp"

namespace casustafel::ui {
namespace {

struct Pace {
    const char *key, *label;
    std::uint32_t permille;
};
constexpr std::array paces = {Pace{"half", "½×", 500}, Pace{"one", "1×", 1000},
                              Pace{"two", "2×", 2000}, Pace{"four", "4×", 4000}};

float pad(const Panel& panel) { return panel.ui.layout() == Layout::wide ? 24 : 16; }

void say_as_trainer(Panel& panel, const std::function<void(v1::Command&)>& fill) {
    v1::Command command;
    fill(command);
    panel.outbox.act(std::move(command));
}

void draw_look_as(Panel& panel, Rect& bar, TrainerState& state) {
    std::vector<Option> options = {{"nobody", panel.say(Say::trainer_look_nobody)}};
    for (const v1::Role* role : panel.view->roles())
        options.push_back(
            {role->id(), role->id() + "  " + panel.in(role->name()), panel.occupant_name(*role)});
    const bool roomy = panel.ui.layout() == Layout::wide;
    const Rect place = bar.cut_right(roomy ? 280.0F : 200.0F).middle_row(40);
    bar.cut_right(10);
    const int picked = select(panel.ui, place, "trainer.look_as", options, 0);
    if (picked > 0) look_as(panel, state, options[static_cast<std::size_t>(picked)].key);
    if (!roomy) return;
    const std::string label = panel.say(Say::trainer_look_as);
    panel.draw().line(bar.cut_right(panel.draw().width(label, Type::small) + 1), label,
                      {Type::small, Token::text_2});
    bar.cut_right(16);
}

void draw_top(Panel& panel, Rect area, TrainerState& state) {
    Rect bar = draw_bar(panel, area);
    draw_menu(panel, bar, state.bar, false);
    bar.cut_right(8);
    draw_connection(panel, bar);
    bar.cut_right(16);
    draw_look_as(panel, bar, state);
    const bool narrow = panel.ui.layout() == Layout::narrow;
    if (!narrow) {
        panel.draw().vertical_rule(bar.left - 10, bar.centre().y - 16, bar.centre().y + 16);
        bar.cut_left(8);
    }
    const std::string code = panel.model.code;
    bar.cut_left(panel.draw().line(bar, code, {Type::panel, Token::accent}).width() + 12);
    const std::string label = panel.say(Say::trainer_desk);
    const ButtonLook look{.style = ButtonStyle::quiet, .small = true};
    const float wide = button_width(panel.ui, label, look);
    if (bar.width() > wide + 140) {
        if (button(panel.ui, bar.cut_right(wide).middle_row(32), "trainer.desk", label, look)) {
            state.at_desk = true;
            state.asked_lists = false;
        }
    }
    if (bar.width() > 60)
        panel.draw().line(bar, panel.in(panel.view->session()->title()),
                          {Type::body, Token::text_2});
}

// The one big button: start, pause, or go on.
void draw_big_button(Panel& panel, Rect& row) {
    const bool small = panel.ui.layout() != Layout::wide;
    const bool lobby = panel.phase_is("lobby"), running = panel.phase_is("running"),
               paused = panel.phase_is("paused");
    if (!lobby && !running && !paused) return;
    const Say label_key = lobby     ? small ? Say::trainer_start_short : Say::trainer_start
                          : running ? small ? Say::trainer_pause_short : Say::trainer_pause
                                    : Say::trainer_resume;
    const std::string label = panel.say(label_key);
    const ButtonLook look{.style = ButtonStyle::primary,
                          .icon = running ? Icon::pause : Icon::play};
    const bool pressed = button(
        panel.ui, row.cut_left(button_width(panel.ui, label, look)).middle_row(space::main_button),
        "trainer.clock", label, look);
    row.cut_left(20);
    const bool key = !lobby && panel.ui.take({Key::space, false, true});
    if (!pressed && !key) return;
    say_as_trainer(panel, [&](v1::Command& command) {
        if (lobby)
            command.mutable_start_session();
        else if (running)
            command.mutable_pause_session();
        else
            command.mutable_resume_session();
    });
}

void draw_pace(Panel& panel, Rect& row) {
    const v1::Session& session = *panel.view->session();
    std::vector<Segment> segments;
    int chosen = -1;
    for (const Pace& pace : paces) {
        if (pace.permille == session.speed_permille()) chosen = static_cast<int>(segments.size());
        segments.push_back({pace.key, pace.label, !panel.phase_is("ended")});
    }
    Rect place = row.cut_left(176);
    row.cut_left(20);
    place = place.middle_row(panel.ui.layout() == Layout::narrow ? 32 : 52);
    if (panel.ui.layout() != Layout::narrow)
        panel.draw().line(place.cut_top(20), panel.say(Say::trainer_pace),
                          {Type::small, Token::text_2});
    const int picked = segmented(panel.ui, place, "trainer.pace", segments, chosen);
    if (picked < 0) return;
    say_as_trainer(panel, [&](v1::Command& command) {
        command.mutable_set_speed()->set_permille(paces[static_cast<std::size_t>(picked)].permille);
    });
}

// A moment worth coming back to in the debrief; Ctrl+M from anywhere.
void mark_moment(Panel& panel, Rect& row) {
    const bool can = panel.phase_is("running") || panel.phase_is("paused");
    const std::string label = panel.say(Say::trainer_moment);
    const ButtonLook look{.style = ButtonStyle::quiet, .icon = Icon::bookmark, .enabled = can};
    const float wide = button_width(panel.ui, label, look);
    const bool fits = row.width() >= wide + 120;
    const bool pressed =
        fits && button(panel.ui, row.cut_left(wide).middle_row(40), "trainer.moment", label, look);
    if (!can || (!pressed && !panel.ui.take({Key::character, false, true, false, 'm'}))) return;
    say_as_trainer(panel, [&](v1::Command& command) {
        command.mutable_bookmark_moment()->set_title(
            panel.say(Say::trainer_moment_at, {clock_text(panel.sim_ms())}));
    });
}

void draw_controls(Panel& panel, Rect row, TrainerState& state) {
    panel.ui.area("controls");
    panel.draw().fill(row, Token::surface);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(pad(panel), 0);
    const v1::Session& session = *panel.view->session();
    Rect clock = row.cut_right(panel.ui.layout() == Layout::narrow ? 150 : 320);
    draw_clock(panel, clock);
    draw_big_button(panel, row);
    if (session.phase() == "ended") {
        icon_label(panel.ui, row, Icon::stop,
                   panel.word("end_reason", session.end_reason()) + " " +
                       panel.say(Say::trainer_ended_hint, {panel.model.code}),
                   Tone::neutral);
        return;
    }
    if (session.phase() == "lobby" && panel.ui.layout() != Layout::narrow) {
        Rect words = row.middle_row(56);
        panel.draw().line(words.cut_top(20), panel.say(Say::trainer_code),
                          {Type::small, Token::text_2});
        panel.draw().line(words, panel.model.code, {Type::title});
        return;
    }
    if (panel.view->swap() == nullptr && row.width() > 180) draw_pace(panel, row);
    draw_swap_control(panel, row, state);
    mark_moment(panel, row);
    const std::string label = panel.say(Say::trainer_end);
    const ButtonLook look{.style = ButtonStyle::text};
    const float wide = button_width(panel.ui, label, look);
    if (row.width() >= wide &&
        button(panel.ui, row.cut_left(wide).middle_row(40), "trainer.end", label, look))
        state.bar.leave_asked = true;
}

void draw_right(Panel& panel, Rect column, TrainerState& state) {
    panel.draw().fill(column, Token::surface);
    panel.draw().vertical_rule(column.left, column.top, column.bottom);
    Rect bottom = column.cut_bottom(std::min(220.0F, column.height() * 0.34F));
    draw_injects(panel, column.inset(pad(panel), 4), state);
    panel.draw().horizontal_rule(bottom.left, bottom.right, bottom.top);
    draw_stalls(panel, bottom.inset(pad(panel), 8), state);
}

void draw_parts(Panel& panel, Rect screen, TrainerState& state) {
    const auto happened = happenings(panel);
    if (panel.ui.layout() == Layout::narrow) {
        const Tab tabs[] = {{"seats", panel.say(Say::trainer_seats)},
                            {"events", panel.say(Say::trainer_events)},
                            {"injects", panel.say(Say::injects_title)},
                            {"stalls", panel.say(Say::stall_title)}};
        Rect top = screen.cut_top(36);
        panel.ui.area("tabs");
        const int picked = tab_row(panel.ui, top.inset(16, 0), "trainer.tab", tabs, state.tab, 20);
        if (picked >= 0) state.tab = picked;
        panel.draw().fill(screen, Token::surface);
        if (state.tab == 0) return draw_trainer_seats(panel, screen, state, happened);
        if (state.tab == 1) return draw_feed(panel, screen.inset(16, 4), state, happened);
        if (state.tab == 2) return draw_injects(panel, screen.inset(16, 4), state);
        return draw_stalls(panel, screen.inset(16, 4), state);
    }
    const bool wide = panel.ui.layout() == Layout::wide;
    const float scale = wide || screen.width() >= 1200 ? 1.0F : screen.width() / 1280;
    const Rect left = screen.cut_left((wide ? 568.0F : 440.0F) * scale);
    panel.draw().fill(left, Token::surface);
    panel.draw().vertical_rule(left.right - 1, left.top, left.bottom);
    draw_trainer_seats(panel, {left.left, left.top, left.right - 1, left.bottom}, state, happened);
    draw_right(panel, screen.cut_right((wide ? 408.0F : 344.0F) * scale), state);
    draw_feed(panel, screen.inset(pad(panel), 8), state, happened);
}

void draw_dialogs(Panel& panel, TrainerState& state) {
    if (state.bar.keys_open) return draw_keys(panel, state.bar);
    if (!state.seat.empty()) return draw_seat_dialog(panel, state);
    if (!state.inject.empty()) return draw_inject_text(panel, state);
    if (state.improvising) return draw_improvise(panel, state);
    if (state.swap.open) return draw_swap_wizard(panel, state);
    if (!state.bar.leave_asked) return;
    if (draw_leave_question(panel, state.bar, panel.say(Say::trainer_end_title),
                            panel.say(Say::trainer_end_body), panel.say(Say::trainer_end))) {
        say_as_trainer(panel, [](v1::Command& command) { command.mutable_end_session(); });
    }
}

// The table of the role looked through, with the way back on top.
void draw_looking(Panel& panel, TrainerState& state, const model::View& view) {
    Panel table = panel;
    table.view = &view;
    table.role = state.look_as;
    table.looking = true;
    Rect strip = panel.ui.screen().cut_top(56);
    panel.ui.area("looking");
    panel.draw().fill(strip, Token::accent_soft);
    panel.draw().horizontal_rule(strip.left, strip.right, strip.bottom - 1);
    strip = strip.inset(pad(panel), 0);
    const std::string label = panel.say(Say::trainer_back);
    const ButtonLook look{.style = ButtonStyle::primary, .small = true};
    const bool back =
        button(panel.ui, strip.cut_right(button_width(panel.ui, label, look)).middle_row(36),
               "looking.back", label, look);
    panel.draw().icon({strip.left + 10, strip.centre().y}, Icon::eye, IconSize::control,
                      Token::accent);
    strip.cut_left(32);
    strip.right -= 12;
    panel.draw().line(strip, panel.say(Say::trainer_looking, {table.role_name(state.look_as)}),
                      {Type::strong});
    draw_table(table, state.looked[state.look_as]);
    if (!back && !panel.ui.take({Key::escape})) return;
    v1::ClientFrame frame;
    frame.mutable_see_as();
    panel.outbox.say(std::move(frame));
    state.look_as.clear();
}

}  // namespace

void draw_trainer(Panel& panel, TrainerState& state) {
    if (state.at_desk || panel.view == nullptr || panel.view->session() == nullptr)
        return draw_desk(panel, state);
    const model::View* looked =
        state.look_as.empty() ? nullptr : panel.model.view("as:" + state.look_as);
    if (looked != nullptr && looked->session() != nullptr)
        return draw_looking(panel, state, *looked);
    Rect screen = panel.ui.screen();
    draw_top(panel, screen.cut_top(height_of_bar(panel.ui)), state);
    draw_strips(panel, screen, state.bar);
    draw_help_calls(panel, screen);
    draw_controls(panel,
                  screen.cut_top(panel.ui.layout() == Layout::wide     ? 80
                                 : panel.ui.layout() == Layout::narrow ? 56
                                                                       : 72),
                  state);
    if (panel.ui.take({Key::f1})) state.bar.keys_open = true;
    draw_parts(panel, screen, state);
    draw_dialogs(panel, state);
}

}  // namespace casustafel::ui
