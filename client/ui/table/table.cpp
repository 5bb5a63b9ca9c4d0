#include "client/ui/table/table.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/acts/action_dialog.hpp"
#include "client/ui/acts/action_reading.hpp"
#include "client/ui/acts/answer_dialog.hpp"
#include "client/ui/acts/ask_dialog.hpp"
#include "client/ui/acts/boards.hpp"
#include "client/ui/acts/decision_dialog.hpp"
#include "client/ui/acts/decisions.hpp"
#include "client/ui/acts/heard.hpp"
#include "client/ui/acts/interventions.hpp"
#include "client/ui/acts/invite_dialog.hpp"
#include "client/ui/acts/item_acts.hpp"
#include "client/ui/acts/legal_dialogs.hpp"
#include "client/ui/acts/meetings_dialog.hpp"
#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/frame/glossary.hpp"
#include "client/ui/frame/help.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/polls/prompt.hpp"
#include "client/ui/table/dock.hpp"
#include "client/ui/table/dossier.hpp"
#include "client/ui/table/item_card.hpp"
#include "client/ui/table/request_detail.hpp"
#include "client/ui/table/requests.hpp"
#include "client/ui/table/role_card.hpp"
#include "client/ui/table/table_bar.hpp"
#include "client/ui/table/talk.hpp"
#include "client/ui/table/waiting.hpp"

namespace casustafel::ui {
namespace {

constexpr Measure left_width{344, 280, 0}, right_width{368, 304, 0};
constexpr float least_item_height = 226;

// Left column: role card on top, dossier below.
void draw_left(Panel& panel, Rect column, TableState& state) {
    panel.draw().fill(column, Token::surface);
    panel.draw().vertical_rule(column.right - 1, column.top, column.bottom);
    const float pad = measure::pad.in(panel.ui);
    Rect inner = column.inset(pad, 12);
    const float used = draw_role_card(panel, inner, inner.height() * 0.44F, state.role_card) + 12;
    column.cut_top(used + 8);
    panel.draw().horizontal_rule(column.left, column.right, column.top);
    column.cut_top(6);
    column.right -= 1;
    draw_dossier(panel, column, state.dossier);
}

void draw_middle(Panel& panel, Rect column, TableState& state) {
    const bool wide = panel.ui.layout() == Layout::wide;
    const float gap = wide ? 16 : 12;
    // What comes in takes its room when nobody is about to click here.
    const auto still = [&panel, over = column](const char* name, float wanted) {
        return panel.ui.still(name, wanted, over);
    };
    draw_dock(panel, column.cut_bottom(still("table.dock", dock_height(panel, column, state))),
              state);
    Rect inner = column.inset(wide ? 24 : 16, wide ? 12 : 8);
    const bool asked = still("table.asked", waiting_questions(panel).empty() ? 0 : 1) != 0;
    inner.top = asked ? column.top + 16 : inner.top - 4;
    HeardState& heard = state.talk.heard;
    // What one reads comes first: where it gets too low, the rest takes a line each.
    const float high = still("table.requests", requests_height(panel, state.requests, inner.width(),
                                                               inner.height() * 0.42F));
    const float above = waiting_height(panel, inner, heard, false);
    const bool is_low = inner.height() - above - high - gap < least_item_height;
    const bool low = still("table.low", is_low ? 1 : 0) != 0;
    if (!low) state.requests.unfolded = false;
    const bool folded = low && !state.requests.unfolded;
    const Rect all = inner;
    const Rect cards =
        inner.cut_top(still("table.waiting", waiting_height(panel, inner, heard, low)));
    panel.draw().push_clip({column.left, column.top, column.right, cards.bottom}, true);
    if (asked) draw_waiting(panel, all, heard, low);
    panel.draw().pop_clip();
    draw_requests(panel, inner.cut_top(folded ? requests_folded : high), state, folded);
    inner.cut_top(gap);
    draw_item_card(panel, inner, state);
}

void draw_narrow(Panel& panel, Rect screen, TableState& state) {
    const int unseen = unseen_talk(panel, state.talk);
    const int asked = open_requests(panel) + fresh_answers(panel, state.requests) +
                      static_cast<int>(waiting_questions(panel).size());
    const Tab tabs[] = {{"item", panel.say(Say::table_tab_item)},
                        {"dossier", panel.say(Say::table_tab_dossier)},
                        {"requests", panel.say(Say::table_tab_requests), asked, asked > 0},
                        {"talk", panel.say(Say::table_tab_talk), unseen > 0 ? unseen : -1, true},
                        {"plan", panel.say(Say::table_tab_plan),
                         decisions_to_take(panel) > 0 ? decisions_to_take(panel) : -1, true},
                        {"role", panel.say(Say::table_tab_role)}};
    panel.ui.area("tabs");
    Rect top = screen.cut_top(40);
    panel.draw().fill(top, Token::surface);
    panel.draw().horizontal_rule(top.left, top.right, top.bottom - 1);
    const int picked = tab_row(panel.ui, top.inset(12, 0), "table.tab", tabs, state.narrow_tab, 18);
    if (picked >= 0) state.narrow_tab = picked;
    panel.draw().fill(screen, Token::surface);
    const std::string selected = state.dossier.selected;
    switch (state.narrow_tab) {
        case 0: draw_item_card(panel, screen, state); break;
        case 1: draw_dossier(panel, screen, state.dossier); break;
        case 2: draw_requests(panel, screen.inset(16, 4), state); break;
        case 3: draw_talk(panel, screen, state.talk); break;
        case 4:
            state.dock.open = state.dock.touched = true;
            draw_dock(panel, screen, state);
            break;
        default:
            panel.ui.area("role");
            scroll_area(panel.ui, screen.inset(16, 8), "role.text", [&](Rect inner) {
                const float start = inner.top;
                inner = unlimited(inner);
                draw_role_head(panel, inner.cut_top(64));
                return inner.top - start + draw_role_rows(panel, inner, Type::body);
            });
    }
    if (selected != state.dossier.selected) state.narrow_tab = 0;
}

// Own items are what one starts from: the first is open when nothing was chosen yet.
void choose_first(Panel& panel, TableState& state) {
    if (panel.view->find<v1::Item>(state.dossier.selected) != nullptr) return;
    state.dossier.selected.clear();
    const auto items = panel.view->all<v1::Item>();
    const auto own = std::find_if(items.begin(), items.end(),
                                  [](const v1::Item* item) { return item->original(); });
    if (own != items.end() && (*own)->read()) state.dossier.selected = (*own)->id();
}

// What somebody who only looks on can open: all of it to read.
void draw_reading_dialogs(Panel& panel, TableState& state) {
    if (!state.decision.open.empty())
        draw_decision_dialog(panel, state.decision);
    else if (state.plan.reading != 0)
        draw_action_to_read(panel, state.plan);
    else if (!state.intervention.open.empty())
        draw_intervention_dialog(panel, state.intervention);
    else if (state.intervention.reading != 0)
        draw_inquiry(panel, state.intervention);
    else if (boards_are_open(state.boards))
        draw_board_dialogs(panel, state.boards);
}

void draw_dialogs(Panel& panel, TableState& state) {
    if (state.role_card.whole_open)
        draw_whole_role_card(panel, state.role_card);
    else if (state.requests.detail != 0)
        draw_request_detail(panel, state);
    else if (panel.looking)
        draw_reading_dialogs(panel, state);
    else if (panel.asking() && !state.bar.leave_asked)
        return;  // what was begun waits until the poll is closed
    else if (state.answer.request != 0)
        draw_answer_dialog(panel, state);
    else if (state.talk.heard.answering != 0)
        draw_which_item(panel, state);
    else if (state.talk.heard.open)
        draw_heard_dialog(panel, state.talk.heard);
    // A step that was begun from a share comes back to it.
    else if (!state.item_act.now.kind.empty())
        draw_item_act_dialog(panel, state.item_act);
    else if (state.share.open)
        draw_share_dialog(panel, state);
    else if (state.ask.open)
        draw_ask_dialog(panel, state.ask);
    else if (!state.weighing.item.empty())
        draw_weighing_dialog(panel, state.weighing);
    else if (!state.decision.open.empty())
        draw_decision_dialog(panel, state.decision);
    else if (state.plan.open)
        draw_action_dialog(panel, state.plan);
    else if (!state.intervention.open.empty())
        draw_intervention_dialog(panel, state.intervention);
    else if (state.intervention.reading != 0)
        draw_inquiry(panel, state.intervention);
    else if (boards_are_open(state.boards))
        draw_board_dialogs(panel, state.boards);
    else if (state.talk.inviting)
        draw_invite_dialog(panel, state.talk);
    else if (state.talk.meetings_open || !state.talk.meeting_act.empty())
        draw_meetings_dialog(panel, state.talk);
    else if (state.triage.open)
        draw_triage_dialog(panel, state.triage);
    else if (state.triage.accepting)
        draw_accept_question(panel, state.triage);
    else if (state.bar.leave_asked) {
        const bool yes =
            draw_leave_question(panel, state.bar, panel.say(Say::table_leave_title),
                                panel.say(Say::table_leave_body), panel.say(Say::table_leave_act));
        if (yes) panel.outbox.sign_out();
    }
}

}  // namespace

void draw_table(Panel& panel, TableState& state, PromptState* prompt) {
    Rect screen = panel.ui.screen();
    if (panel.borrowed) screen.cut_top(borrowed_strip_height);
    choose_first(panel, state);
    if (state.bar.help.letters.empty()) state.bar.help.letters = item_letters();
    draw_table_bar(panel, screen.cut_top(height_of_bar(panel.ui)), state);
    act_on_triage(panel, state);
    draw_strips(panel, screen, state.bar);
    if (prompt != nullptr) draw_prompt_bar(panel, screen, *prompt, state.bar);
    if (!panel.looking) draw_receipt(panel, screen, state.receipt);
    if (panel.ui.layout() == Layout::narrow) {
        draw_narrow(panel, screen, state);
    } else {
        const bool wide = panel.ui.layout() == Layout::wide;
        const float less =
            wide || screen.width() >= 1152 ? 0 : 32;  // small compact: the middle keeps its buttons
        draw_left(panel, screen.cut_left(left_width.in(panel.ui) - less), state);
        const Rect right = screen.cut_right(right_width.in(panel.ui) - less);
        draw_middle(panel, screen, state);
        panel.draw().fill(right, Token::surface);
        panel.draw().vertical_rule(right.left, right.top, right.bottom);
        draw_talk(panel, {right.left + 1, right.top, right.right, right.bottom}, state.talk);
    }
    // What was open stays as it was, under the questions.
    if (prompt != nullptr && draw_prompt(panel, *prompt)) return;
    draw_dialogs(panel, state);
    if (!panel.borrowed) draw_help(panel, state.bar);
}

}  // namespace casustafel::ui
