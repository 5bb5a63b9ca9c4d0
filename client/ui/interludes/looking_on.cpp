#include "client/ui/interludes/looking_on.hpp"

#include <algorithm>

#include "client/ui/frame/help.hpp"
#include "client/ui/frame/onlookers.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/interludes/swap.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/table/table.hpp"

namespace casustafel::ui {
namespace {

// How long until there is something to see; 0: it is there.
std::int64_t wait_ms(const Panel& panel) {
    const std::int64_t passed = panel.now_ms - panel.model.looks_on_since_ms;
    return std::max<std::int64_t>(0, panel.model.looks_on.shows_in_ms() - passed);
}

std::string delay_words(const Panel& panel) {
    const std::uint32_t minutes = panel.model.looks_on.delay_minutes();
    if (minutes == 0) return panel.say(Say::looking_on_now);
    return minutes == 1 ? panel.say(Say::looking_on_minute)
                        : panel.say(Say::looking_on_minutes, {std::to_string(minutes)});
}

// Whose eyes these are; who may look through several goes from one to the other here.
void draw_eyes(Panel& panel, Rect& strip) {
    const auto& roles = panel.model.looks_on.roles();
    if (panel.role.empty() || roles.size() < 2) return;
    std::vector<Option> options;
    int chosen = -1;
    for (const std::string& role : roles) {
        if (role == panel.role) chosen = static_cast<int>(options.size());
        options.push_back({role, role + "  " + panel.role_name(role)});
    }
    const Rect place = strip.cut_right(is_narrow(panel.ui) ? 150.0F : 260.0F).middle_row(40);
    strip.cut_right(12);
    const int picked = select(panel.ui, place, "looking_on.eyes", options, chosen,
                              panel.say(Say::looking_on_choose));
    if (picked >= 0 && picked != chosen)
        panel.outbox.choose_role(options[static_cast<std::size_t>(picked)].key);
}

void draw_strip(Panel& panel, Rect strip, BarState& state) {
    panel.ui.area("looking_on");
    panel.draw().fill(strip, Token::accent_soft);
    panel.draw().horizontal_rule(strip.left, strip.right, strip.bottom - 1);
    strip = strip.inset(measure::pad.in(panel.ui), 0);
    draw_menu(panel, strip, state, true);
    strip.cut_right(8);
    draw_onlookers(panel, strip, state.help);
    draw_connection(panel, strip);
    strip.cut_right(16);
    draw_eyes(panel, strip);
    panel.draw().icon({strip.left + 10, strip.centre().y}, Icon::eye, IconSize::control,
                      Token::accent);
    strip.cut_left(32);
    const std::string title = panel.role.empty()
                                  ? panel.say(Say::looking_on_title)
                                  : panel.say(Say::looking_on_with, {panel.role_name(panel.role)});
    Rect words = strip.middle_row(42);
    panel.draw().line(words.cut_top(22), title, {Type::strong});
    const std::string note =
        panel.phase_is(Phase::ended) ? panel.say(Say::looking_on_over) : delay_words(panel);
    panel.draw().line(words, note, {Type::small, Token::text_2});
}

// Nothing to see yet, and why.
void draw_waiting(Panel& panel, Rect screen, BarState& state) {
    draw_strips(panel, screen, state);
    const std::int64_t left_ms = wait_ms(panel);
    const bool lobby = panel.phase_is(Phase::lobby);
    std::string body = panel.say(lobby ? Say::looking_on_lobby_body : Say::looking_on_coming_body);
    if (!lobby && left_ms > 0) {
        body = panel.say(Say::looking_on_wait_body, {minutes_and_seconds(left_ms)});
        panel.ui.wake_after(1);
    }
    const Rect place = screen.middle(std::min(560.0F, screen.width() - 32), 130);
    empty_state(panel.ui, place,
                {panel.say(lobby         ? Say::looking_on_lobby
                           : left_ms > 0 ? Say::looking_on_wait
                                         : Say::looking_on_coming),
                 body},
                true);
}

// Whether there is a table to show: before the case runs it has nothing on it.
bool has_table(const Panel& panel) {
    return !panel.role.empty() && panel.view != nullptr && !panel.phase_is(Phase::lobby);
}

}  // namespace

void draw_looking_on(Panel& panel, TableState& table) {
    Rect screen = panel.ui.screen();
    draw_strip(panel, screen.cut_top(borrowed_strip_height), table.bar);
    if (has_table(panel)) {
        Panel looked = panel;
        looked.looking = looked.borrowed = true;
        if (panel.view->find<v1::SwapUnderWay>() != nullptr)
            draw_swap(looked, table);
        else
            draw_table(looked, table);
    } else {
        draw_waiting(panel, screen, table.bar);
    }
    if (table.bar.leave_asked &&
        draw_leave_question(panel, table.bar, panel.say(Say::looking_on_leave),
                            panel.say(Say::looking_on_leave_body),
                            panel.say(Say::looking_on_leave_act)))
        panel.outbox.sign_out();
    draw_help(panel, table.bar);
}

}  // namespace casustafel::ui
