#include "client/ui/trainer/console/trainer.hpp"

#include <algorithm>

#include "client/ui/frame/help.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/table/table.hpp"
#include "client/ui/trainer/acts/inject_dialogs.hpp"
#include "client/ui/trainer/acts/injects.hpp"
#include "client/ui/trainer/acts/inquiries.hpp"
#include "client/ui/trainer/acts/invitation.hpp"
#include "client/ui/trainer/acts/paper.hpp"
#include "client/ui/trainer/acts/people.hpp"
#include "client/ui/trainer/acts/restart.hpp"
#include "client/ui/trainer/acts/seat_dialog.hpp"
#include "client/ui/trainer/acts/swap_wizard.hpp"
#include "client/ui/trainer/acts/trainer_corrections.hpp"
#include "client/ui/trainer/acts/trainer_onlookers.hpp"
#include "client/ui/trainer/acts/trainer_prompts.hpp"
#include "client/ui/trainer/acts/trainer_start.hpp"
#include "client/ui/trainer/acts/trainer_swap.hpp"
#include "client/ui/trainer/console/feed.hpp"
#include "client/ui/trainer/console/hold_bar.hpp"
#include "client/ui/trainer/console/other_sessions.hpp"
#include "client/ui/trainer/console/overview.hpp"
#include "client/ui/trainer/console/stalls.hpp"
#include "client/ui/trainer/console/stalls_list.hpp"
#include "client/ui/trainer/console/trainer_bar.hpp"
#include "client/ui/trainer/console/trainer_calls.hpp"
#include "client/ui/trainer/console/trainer_controls.hpp"
#include "client/ui/trainer/console/trainer_desk.hpp"
#include "client/ui/trainer/console/trainer_seats.hpp"
#include "client/ui/trainer/network/network.hpp"
#include "client/ui/trainer/watch/happenings.hpp"
#include "client/ui/trainer/watch/pace.hpp"

namespace casustafel::ui {
namespace {

constexpr Measure left_width{584, 464, 0}, right_width{384, 352, 0};

// What the parts of the console draw from, found once a frame.
struct Watched {
    std::vector<Happening> happened;
    std::vector<Stall> stalled;
};

int not_seen(const Watched& known, const TrainerState& state) {
    const auto all = known.happened.size();
    return static_cast<int>(all - std::min(all, state.happened_seen));
}

// What waits for an answer from outside stands above what can be made to happen.
void draw_inquiries_and_injects(Panel& panel, Rect column, TrainerState& state) {
    draw_inquiries(panel, column.cut_top(inquiries_height(panel)), state);
    draw_injects(panel, column, state);
}

// Wide: one above the other. Compact: tabs, and the worst stall pinned under the injects.
void draw_right(Panel& panel, Rect column, TrainerState& state, const Watched& known) {
    panel.draw().fill(column, Token::surface);
    panel.draw().vertical_rule(column.left, column.top, column.bottom);
    if (panel.ui.layout() == Layout::wide) {
        Rect bottom = column.cut_bottom(std::min(400.0F, column.height() * 0.36F));
        draw_inquiries_and_injects(panel, column.inset(measure::pad.in(panel.ui), 4), state);
        panel.draw().horizontal_rule(bottom.left, bottom.right, bottom.top);
        return draw_stalls(panel, bottom.inset(measure::pad.in(panel.ui), 8), state, known.stalled);
    }
    const Tab tabs[] = {{"injects", panel.say(Say::injects_title),
                         static_cast<int>(panel.view->all<v1::InjectControl>().size())},
                        {"stalls", panel.say(Say::stall_title), count_stalls(known.stalled)}};
    panel.ui.area("right");
    const Rect top = column.cut_top(44);
    panel.draw().horizontal_rule(top.left, top.right, top.bottom - 1);
    // Kept from a small screen, where there are more.
    if (state.right_tab > 1) state.right_tab = 0;
    const int picked =
        tab_row(panel.ui, top.inset(16, 0), "trainer.right", tabs, state.right_tab, 16);
    if (picked >= 0) state.right_tab = picked;
    if (state.right_tab == 1) return draw_stalls(panel, column.inset(16, 4), state, known.stalled);
    draw_worst_stall(panel, column, state, known.stalled);
    draw_inquiries_and_injects(panel, column.inset(16, 0), state);
}

// Wide: the network above the events. Compact: tabs.
void draw_middle(Panel& panel, Rect column, TrainerState& state, const Watched& known) {
    if (panel.ui.layout() == Layout::wide) {
        Rect top = column.cut_top(column.height() * 0.56F);
        draw_network(panel, top.inset(measure::pad.in(panel.ui), 6), state.network);
        panel.draw().horizontal_rule(column.left, column.right, column.top);
        return draw_feed(panel, column.inset(measure::pad.in(panel.ui), 6), state, known.happened);
    }
    const int fresh = not_seen(known, state);
    const Tab tabs[] = {{"network", panel.say(Say::network_tab)},
                        {"events", panel.say(Say::trainer_events), fresh > 0 ? fresh : -1}};
    panel.ui.area("middle");
    const Rect top = column.cut_top(44);
    panel.draw().horizontal_rule(top.left, top.right, top.bottom - 1);
    if (state.middle_tab > 1) state.middle_tab = 0;
    const int picked =
        tab_row(panel.ui, top.inset(16, 0), "trainer.middle", tabs, state.middle_tab);
    if (picked >= 0) state.middle_tab = picked;
    if (state.middle_tab == 1) return draw_feed(panel, column.inset(16, 4), state, known.happened);
    draw_network(panel, column.inset(16, 4), state.network);
}

void draw_narrow(Panel& panel, Rect screen, TrainerState& state, const Watched& known) {
    const int fresh = not_seen(known, state);
    const Tab tabs[] = {
        {"seats", panel.say(Say::trainer_seats)},
        {"network", panel.say(Say::network_tab)},
        {"events", panel.say(Say::trainer_events), fresh > 0 ? fresh : -1, false, false, 99},
        {"injects", panel.say(Say::injects_title)},
        {"stalls", panel.say(Say::stall_title),
         known.stalled.empty() ? -1 : count_stalls(known.stalled), false, false, 99}};
    Rect top = screen.cut_top(32);
    panel.ui.area("tabs");
    const int picked = tab_row(panel.ui, top.inset(16, 0), "trainer.tab", tabs, state.tab, 16);
    if (picked >= 0) state.tab = picked;
    panel.draw().fill(screen, Token::surface);
    panel.draw().horizontal_rule(screen.left, screen.right, screen.top);
    if (state.tab <= 0 || state.tab > 4)
        return draw_trainer_seats(panel, screen, state, known.happened);
    screen = screen.inset(16, 2);
    if (state.tab == 1) return draw_network(panel, screen, state.network);
    if (state.tab == 2) return draw_feed(panel, screen, state, known.happened);
    if (state.tab == 3) return draw_inquiries_and_injects(panel, screen, state);
    draw_stalls(panel, screen, state, known.stalled);
}

void draw_parts(Panel& panel, Rect screen, TrainerState& state, const Watched& known) {
    if (panel.ui.layout() == Layout::narrow) return draw_narrow(panel, screen, state, known);
    const bool wide = panel.ui.layout() == Layout::wide;
    const float scale = wide || screen.width() >= 1200 ? 1.0F : screen.width() / 1280;
    const Rect left = screen.cut_left(left_width.in(panel.ui) * scale);
    panel.draw().fill(left, Token::surface);
    panel.draw().vertical_rule(left.right - 1, left.top, left.bottom);
    draw_trainer_seats(panel, {left.left, left.top, left.right - 1, left.bottom}, state,
                       known.happened);
    const Rect right = screen.cut_right(right_width.in(panel.ui) * scale);
    draw_middle(panel, screen, state, known);
    draw_right(panel, right, state, known);
}

void draw_dialogs(Panel& panel, TrainerState& state, const Watched& known) {
    if (state.bar.keys_open) return draw_keys(panel, state.bar);
    if (state.help_open) return draw_help_list(panel, state);
    if (state.page != CasePage::none) return draw_case_page(panel, state.page);
    if (state.swap.on_asked) return draw_swap_on_question(panel, state);
    if (state.swap.off_asked) return draw_swap_off_question(panel, state);
    if (state.start_asked) return draw_start_question(panel, state);
    if (state.prompts.close_asked) return draw_close_question(panel, state.prompts);
    if (!state.release_asked.empty()) return draw_release_question(panel, state);
    if (!state.displace_asked.empty()) return draw_displace_question(panel, state);
    if (!state.seat.empty()) return draw_seat_dialog(panel, state, known.happened);
    if (state.people.away_asked != 0) return draw_away_question(panel, state.people);
    if (state.people.open) return draw_people(panel, state.people);
    if (state.onlookers.open) return draw_trainer_onlookers(panel, state.onlookers);
    if (state.paper.open) return draw_paper(panel, state.paper);
    if (state.restart.open) return draw_restart(panel, state.restart);
    if (state.invite_open) return draw_invitation(panel, state.invite_open);
    if (state.overview.open) return draw_overview(panel, state);
    if (!state.inject.empty()) return draw_inject_text(panel, state);
    if (state.inquiry != 0) return draw_inquiry_to_answer(panel, state);
    if (state.improvising) return draw_improvise(panel, state);
    if (state.swap.open) return draw_swap_wizard(panel, state);
    if (state.prompts.open) return draw_prompts(panel, state.prompts);
    if (state.corrections.open) return draw_corrections(panel, state.corrections);
    if (!state.bar.leave_asked) return;
    std::string body = panel.say(Say::trainer_end_body);
    if (panel.phase_is(Phase::running) || panel.phase_is(Phase::paused)) {
        const v1::Session& session = *panel.view->find<v1::Session>();
        body = panel.say(Say::trainer_end_round, {std::to_string(session.round_number()),
                                                  std::to_string(session.rounds())}) +
               " " + body;
    }
    if (draw_leave_question(panel, state.bar, panel.say(Say::trainer_end_title), body,
                            panel.say(Say::trainer_end_act))) {
        act_as_trainer(panel, [](v1::Command& command) { command.mutable_end_session(); });
    }
}

// The table of the role looked through, with the way back on top. Who stands in for it acts here.
void draw_looking(Panel& panel, TrainerState& state, const model::View& view) {
    Panel table = panel;
    table.view = &view;
    table.role = state.look_as;
    const v1::Role* seat = panel.view->find<v1::Role>(state.look_as);
    table.looking = seat == nullptr || !seat->stand_in();
    table.borrowed = true;
    Rect strip = panel.ui.screen().cut_top(borrowed_strip_height);
    panel.ui.area("looking");
    panel.draw().fill(strip, Token::accent_soft);
    panel.draw().horizontal_rule(strip.left, strip.right, strip.bottom - 1);
    strip = strip.inset(measure::pad.in(panel.ui), 0);
    const bool back =
        button_right(panel.ui, strip, 36, "looking.back", panel.say(Say::trainer_back),
                     {.style = ButtonStyle::primary, .small = true});
    strip.right -= 8;
    panel.draw().icon({strip.left + 10, strip.centre().y},
                      table.looking ? Icon::eye : Icon::account, IconSize::control, Token::accent);
    strip.cut_left(32);
    const std::string words = panel.say(table.looking ? Say::trainer_looking : Say::trainer_playing,
                                        {table.role_name(state.look_as)});
    const float wide = panel.draw().width(words, Type::strong) + 1;
    Rect place = strip.cut_left(wide);
    const bool narrow = panel.ui.layout() == Layout::narrow;
    // On a small screen the pause comes first, and then who calls.
    if (narrow) strip.left = place.left;
    strip.cut_left(12);
    draw_pause_and_call(panel, strip, "trainer.clock");
    if (narrow && open_calls(panel).empty())
        panel.draw().paragraph(
            Rect{place.left, strip.top, strip.right, strip.bottom}.middle_row(40), words,
            {Type::strong_small}, 2);
    else if (!narrow)
        panel.draw().line(place, words, {Type::strong});
    draw_table(table, state.looked[state.look_as]);
    if (!back && !panel.ui.take(Intent::close)) return;
    v1::ClientFrame frame;
    frame.mutable_see_as();
    panel.outbox.say(std::move(frame));
    state.look_as.clear();
}

// Who asks for help is heard here too.
void draw_results_and_calls(Panel& panel, TrainerState& state) {
    const bool listing = state.help_open;
    draw_results(panel, state.results, state.bar,
                 [&](Rect& screen) { draw_help_calls(panel, screen, state); });
    if (!listing) return;
    // Esc closes the list and not what lies under it.
    state.results.open = true;
    draw_help_list(panel, state);
}

}  // namespace

void draw_trainer(Panel& panel, TrainerState& state) {
    if (state.at_desk || panel.view == nullptr || panel.view->find<v1::Session>() == nullptr)
        return draw_desk(panel, state);
    const model::View* looked =
        state.look_as.empty() ? nullptr : panel.model.view("as:" + state.look_as);
    if (looked != nullptr && looked->find<v1::Session>() != nullptr)
        return draw_looking(panel, state, *looked);
    if (state.results.open) return draw_results_and_calls(panel, state);
    Rect screen = panel.ui.screen();
    watch(panel, state.witness);
    Watched known;
    known.happened = happenings(panel, state.witness);
    known.stalled = stalls(panel, known.happened, state.witness.part_began_sim_ms);
    const bool narrow = panel.ui.layout() == Layout::narrow;
    draw_trainer_bar(panel, screen.cut_top(narrow ? 48 : height_of_bar(panel.ui)), state);
    draw_strips(panel, screen, state.bar);
    draw_hold_bar(panel, screen);
    keep_listening(panel, state);
    draw_calls_elsewhere(panel, screen, state);
    draw_help_calls(panel, screen, state);
    draw_seat_wishes(panel, screen, state.people);
    draw_trainer_controls(panel, screen.cut_top(height_of_controls(panel)), state);
    draw_pressing(panel, screen, state, known.stalled);
    if (panel.ui.take(Intent::help)) state.bar.keys_open = true;
    draw_parts(panel, screen, state, known);
    draw_dialogs(panel, state, known);
}

}  // namespace casustafel::ui
