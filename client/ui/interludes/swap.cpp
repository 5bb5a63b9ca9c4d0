#include "client/ui/interludes/swap.hpp"

#include "client/ui/frame/help.hpp"
#include "client/ui/frame/onlookers.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/interludes/swap_reading.hpp"
#include "client/ui/interludes/swap_side.hpp"
#include "client/ui/interludes/swap_writing.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/marks.hpp"

namespace casustafel::ui {
namespace {

constexpr Measure side_width{376, 304, 0};
constexpr float foot_height = 56;

void draw_number(Panel& panel, Point centre, int step, int now) {
    if (step < now)
        return panel.draw().icon(centre, Icon::check_circle, IconSize::control, Token::good);
    const bool on = step == now;
    if (on)
        panel.draw().circle(centre, 11, Token::accent);
    else
        panel.draw().ring(centre, 11, Token::text_2, 1.5F);
    panel.draw().line(Rect{centre.x, centre.y, centre.x, centre.y}.inset(-12),
                      std::to_string(step + 1),
                      {Type::strong_small, on ? Token::on_accent : Token::text_2, Align::centre});
}

// The three steps in the bar; the one that is on stands out by ground and weight.
void draw_steps(Panel& panel, Rect bar, bool reading) {
    const Say names[] = {Say::swap_step_write, Say::swap_step_read, Say::swap_step_go};
    const int now = reading ? 1 : 0;
    for (int step = 0; step < 3; ++step) {
        const std::string words = panel.say(names[step]);
        const Type type = step == now ? Type::strong : Type::body;
        const float wide = panel.draw().width(words, type) + 44;
        if (bar.width() < wide + 16) return;
        Rect place = bar.cut_left(wide + 12).middle_row(36);
        place.right -= 12;
        if (step == now) panel.draw().fill(place, Token::accent_soft, 18);
        draw_number(panel, {place.left + 18, place.centre().y}, step, now);
        place.cut_left(36);
        panel.draw().line(place, words, {type, step == now ? Token::accent : Token::text_2});
    }
}

void draw_top(Panel& panel, Rect area, TableState& state, bool reading) {
    Rect bar = draw_bar(panel, area);
    if (!panel.borrowed) {
        draw_menu(panel, bar, state.bar, true);
        bar.cut_right(8);
        draw_onlookers(panel, bar, state.bar.help);
        draw_connection(panel, bar);
    }
    bar.cut_right(panel.ui.layout() == Layout::narrow ? 12 : 16);
    const std::string still = panel.say(Say::swap_clock_still);
    icon_label(panel.ui, bar.cut_right(panel.draw().width(still, Type::small) + 24), Icon::pause,
               still, Tone::neutral);
    if (panel.ui.layout() == Layout::narrow) {
        panel.draw().line(bar, panel.say(Say::swap_title), {Type::strong});
        return;
    }
    panel.draw().vertical_rule(bar.left - 8, bar.centre().y - 16, bar.centre().y + 16);
    bar.cut_left(12);
    bar.cut_left(panel.draw().line(bar, panel.say(Say::swap_title), {Type::panel}).width() + 32);
    draw_steps(panel, bar, reading);
}

// One part at a time, in the order of the work; who is ready comes last.
void draw_narrow(Panel& panel, Rect screen, const v1::SwapUnderWay& swap, TableState& state,
                 Handover* handover) {
    const bool writing = is_writing(swap);
    const auto numbered = [&](int number, Say words) {
        return std::to_string(number) + " " + panel.say(words);
    };
    std::vector<Tab> tabs;
    if (writing) {
        tabs = {{"work", numbered(1, Say::swap_tab_handover)},
                {"along", numbered(2, Say::swap_tab_along)}};
    } else {
        tabs = {{"work", numbered(1, Say::table_tab_role)},
                {"handover", numbered(2, Say::swap_tab_handover)},
                {"dossier", numbered(3, Say::table_tab_dossier)}};
    }
    tabs.push_back({"ready", panel.say(Say::swap_who_is_ready)});
    draw_swap_foot(panel, screen.cut_bottom(foot_height), swap, state);
    panel.ui.area("tabs");
    const Rect top = screen.cut_top(40);
    panel.draw().fill(top, Token::surface);
    panel.draw().horizontal_rule(top.left, top.right, top.bottom - 1);
    int& tab = writing ? state.swap.tab : state.swap.reading_tab;
    const int picked = tab_row(panel.ui, top.inset(12, 0), "swap.tab", tabs, tab, 18);
    if (picked >= 0) tab = picked;
    if (tab == static_cast<int>(tabs.size()) - 1) {
        panel.draw().fill(screen, Token::surface);
        panel.ui.area("ready");
        return draw_ready_list(panel, screen.inset(16, 10), swap, state.swap);
    }
    if (writing)
        return draw_swap_writing(panel, screen, swap, state.swap, handover,
                                 tab == 0 ? WritingPart::note : WritingPart::along);
    draw_swap_reading_part(panel, screen, swap, state, handover, static_cast<ReadingPart>(tab));
}

void draw_over(Panel& panel, const v1::SwapUnderWay& swap, TableState& state) {
    if (panel.looking) return;
    if (state.swap.ready_asked) draw_ready_question(panel, swap, state.swap);
    if (state.bar.leave_asked &&
        draw_leave_question(panel, state.bar, panel.say(Say::table_leave_title),
                            panel.say(Say::table_leave_body), panel.say(Say::table_leave_act)))
        panel.outbox.sign_out();
    draw_help(panel, state.bar);
}

}  // namespace

void draw_swap(Panel& panel, TableState& state, Handover* handover, PromptState* prompt) {
    const v1::SwapUnderWay& swap = *panel.view->find<v1::SwapUnderWay>();
    Rect screen = panel.ui.screen();
    if (panel.borrowed) screen.cut_top(borrowed_strip_height);
    draw_top(panel, screen.cut_top(height_of_bar(panel.ui)), state, !is_writing(swap));
    draw_strips(panel, screen, state.bar);
    if (prompt != nullptr) draw_prompt_bar(panel, screen, *prompt, state.bar);
    // What was passed on in an earlier swap, from another seat, is over.
    if (handover != nullptr && is_writing(swap) && handover->role != panel.role) *handover = {};
    if (!panel.looking) keep_handover(panel, swap, state.swap, handover);
    const bool passed_on = handover != nullptr && !handover->role.empty();
    Handover* own = is_writing(swap) || passed_on ? handover : nullptr;
    if (panel.ui.layout() == Layout::narrow) {
        draw_narrow(panel, screen, swap, state, own);
        if (prompt != nullptr && draw_prompt(panel, *prompt)) return;
        return draw_over(panel, swap, state);
    }
    const Rect side = screen.cut_right(side_width.in(panel.ui));
    if (is_writing(swap))
        draw_swap_writing(panel, screen, swap, state.swap, own, WritingPart::both);
    else
        draw_swap_reading(panel, screen, swap, state, own);
    draw_swap_side(panel, side, swap, state);
    if (prompt != nullptr && draw_prompt(panel, *prompt)) return;
    draw_over(panel, swap, state);
}

}  // namespace casustafel::ui
