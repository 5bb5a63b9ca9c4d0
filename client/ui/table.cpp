#include "client/ui/table.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/answer_dialog.hpp"
#include "client/ui/ask_dialog.hpp"
#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/decisions.hpp"
#include "client/ui/dock.hpp"
#include "client/ui/dossier.hpp"
#include "client/ui/glossary.hpp"
#include "client/ui/heard.hpp"
#include "client/ui/help.hpp"
#include "client/ui/interventions.hpp"
#include "client/ui/item_acts.hpp"
#include "client/ui/item_card.hpp"
#include "client/ui/legal_dialogs.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/next_up.hpp"
#include "client/ui/plan.hpp"
#include "client/ui/probe.hpp"
#include "client/ui/requests.hpp"
#include "client/ui/share_dialog.hpp"
#include "client/ui/talk.hpp"
#include "client/ui/waiting.hpp"

namespace casustafel::ui {
namespace {

// What the triage of the case is at, and what this role can do about it.
void draw_triage(Panel& panel, Rect bar, bool& asked) {
    const v1::Triage* triage = panel.view->triage();
    const v1::RoleCard* card = panel.view->role_card(panel.role);
    if (triage == nullptr || bar.width() < 160) return;
    const bool accepted = triage->status() == "accepted", put_up = triage->status() == "put_up";
    const bool accepts = put_up && card != nullptr && card->accepts_triage();
    const Tone tone = accepted ? Tone::good : put_up ? Tone::attention : Tone::neutral;
    const std::string words = panel.word("triage", triage->status());
    const Icon icon = accepted ? Icon::check_circle : Icon::flag;
    const bool alone = bar.width() < chip_width(panel.ui, icon, words) + 120;
    const std::string put_up_label =
        panel.say(alone && bar.width() > 200 ? Say::table_put_up_long : Say::table_put_up);
    const std::string label = accepts                ? panel.say(Say::table_accept)
                              : !put_up && !accepted ? put_up_label
                                                     : std::string();
    const ButtonLook look{.enabled = panel.may_act(), .small = true};
    const float button_wide = label.empty() ? 0 : button_width(panel.ui, label, look) + 10;
    float x = bar.left;
    if (bar.width() >= chip_width(panel.ui, icon, words) + button_wide) {
        const float wide = chip(panel.ui, {x, bar.centre().y}, icon, words, tone);
        hint(panel, {x, bar.top + 8, x + wide, bar.bottom - 8}, "triage");
        x += wide + 10;
    }
    if (label.empty() || x + button_wide > bar.right) return;
    if (button(panel.ui, Rect{x, bar.top, x + button_wide - 10, bar.bottom}.middle_row(32),
               "table.triage", label, look))
        asked = true;
}

// Puts the case up for triage, or accepts it: from the bar or, where that has no room, the menu.
void act_on_triage(Panel& panel, TableState& state) {
    if (!std::exchange(state.bar.triage_asked, false)) return;
    const v1::Triage* triage = panel.view->triage();
    if (triage == nullptr || triage->status() == "accepted") return;
    if (triage->status() != "put_up") {
        state.triage.open = true;
        return;
    }
    v1::Command command = panel.command();
    command.mutable_accept_triage();
    panel.outbox.act(std::move(command));
}

// Who plays several roles goes from one to the other here.
void draw_role_switch(Panel& panel, Rect& bar) {
    const auto roles = panel.model.roles();
    if (panel.looking || roles.size() < 2) return;
    std::vector<Segment> segments;
    int chosen = -1;
    for (const std::string& role : roles) {
        if (role == panel.role) chosen = static_cast<int>(segments.size());
        segments.push_back({role, role});
    }
    const float wide = segmented_width(panel.ui, segments);
    if (bar.width() < wide + 60) return;
    const int picked =
        segmented(panel.ui, bar.cut_right(wide).middle_row(32), "table.role", segments, chosen);
    bar.cut_right(16);
    if (picked >= 0) panel.outbox.choose_role(roles[static_cast<std::size_t>(picked)]);
}

void draw_top(Panel& panel, Rect area, TableState& state) {
    Rect bar = draw_bar(panel, area);
    if (!panel.looking) {
        draw_menu(panel, bar, state.bar, true);
        bar.cut_right(8);
        draw_connection(panel, bar);
        bar.cut_right(16);
    }
    draw_clock(panel, bar);
    bar.cut_right(16);
    if (panel.ui.layout() != Layout::narrow) draw_next_up(panel, bar, state);
    bar.cut_right(8);
    draw_role_switch(panel, bar);
    const v1::Role* role = panel.view->role(panel.role);
    const std::string table_id = role == nullptr ? std::string() : role->table();
    if (panel.ui.layout() == Layout::narrow) {
        table_badge(panel.ui, {bar.left + 10, bar.centre().y}, table_id);
        bar.cut_left(30);
        const auto next = next_up(panel);
        if (!next) {
            panel.draw().line(bar, panel.role_name(panel.role), {Type::strong});
            return;
        }
        Rect words = bar.middle_row(42);
        panel.draw().line(words.cut_top(22), panel.role_name(panel.role), {Type::strong});
        const TermLeft left = term_left(panel, next->by_sim_ms);
        icon_label(panel.ui, words.cut_top(20), left.icon, left.words + "  " + next->words,
                   left.tone, left.strong);
        return;
    }
    panel.draw().vertical_rule(bar.left - 8, bar.centre().y - 18, bar.centre().y + 18);
    bar.cut_left(12);
    table_badge(panel.ui, {bar.left + 12, bar.centre().y}, table_id, 24);
    bar.cut_left(36);
    float name = 0;
    for (const v1::Table* table : panel.view->tables())
        if (table->id() == table_id)
            name = panel.draw().width(panel.in(table->name()), Type::strong) + 1;
    // The name first; what can be done about the triage is also in the menu.
    const float room = std::min({bar.width(), std::max(name, bar.width() * 0.5F), 260.0F});
    Rect words = bar.cut_left(room).middle_row(40);
    for (const v1::Table* table : panel.view->tables()) {
        if (table->id() == table_id)
            panel.draw().line(words.cut_top(22), panel.in(table->name()), {Type::strong});
    }
    if (const v1::Session* session = panel.view->session())
        panel.draw().line(words, panel.in(session->title()), {Type::small, Token::text_2});
    bar.cut_left(16);
    draw_triage(panel, bar, state.bar.triage_asked);
}

// Left column: role card on top, dossier below.
void draw_left(Panel& panel, Rect column, TableState& state) {
    panel.draw().fill(column, Token::surface);
    panel.draw().vertical_rule(column.right - 1, column.top, column.bottom);
    const float pad = panel.ui.layout() == Layout::wide ? 24 : 16;
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
    const bool open = dock_is_open(panel, state.dock);
    draw_dock(panel,
              column.cut_bottom(open ? std::min(dock_open, column.height() * 0.4F) : dock_folded),
              state);
    Rect inner = column.inset(wide ? 24 : 16, wide ? 12 : 8);
    inner.top -= 4;
    draw_waiting(panel, inner, state.talk.heard);
    const float high = requests_height(panel, state.requests, inner.height() * 0.42F);
    draw_requests(panel, inner.cut_top(high), state);
    inner.cut_top(wide ? 16 : 12);
    draw_item_card(panel, inner, state);
}

void draw_narrow(Panel& panel, Rect screen, TableState& state) {
    const int unseen = unseen_talk(panel, state.talk), open = open_requests(panel);
    const Tab tabs[] = {{"item", panel.say(Say::table_tab_item)},
                        {"dossier", panel.say(Say::table_tab_dossier)},
                        {"requests", panel.say(Say::table_tab_requests),
                         open + fresh_answers(panel, state.requests),
                         open + fresh_answers(panel, state.requests) > 0},
                        {"talk", panel.say(Say::table_tab_talk),
                         unseen > 0 && state.narrow_tab != 3 ? unseen : -1, true},
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
        case 2: {
            Rect inner = screen.inset(16, 4);
            draw_waiting(panel, inner, state.talk.heard);
            draw_requests(panel, inner, state);
            break;
        }
        case 3: draw_talk(panel, screen, state.talk); break;
        case 4:
            state.dock.open = state.dock.touched = true;
            draw_dock(panel, screen, state);
            break;
        default:
            panel.ui.area("role");
            scroll_area(panel.ui, screen.inset(16, 8), "role.text", [&](Rect inner) {
                const float start = inner.top;
                inner.bottom = inner.top + 100'000;
                draw_role_head(panel, inner.cut_top(64));
                return inner.top - start + draw_role_rows(panel, inner, Type::body, false);
            });
    }
    if (selected != state.dossier.selected) state.narrow_tab = 0;
}

// Own items are what one starts from: the first is open when nothing was chosen yet.
void choose_first(Panel& panel, TableState& state) {
    if (panel.view->item(state.dossier.selected) != nullptr) return;
    state.dossier.selected.clear();
    const auto items = panel.view->items();
    const auto own = std::find_if(items.begin(), items.end(),
                                  [](const v1::Item* item) { return item->original(); });
    if (own != items.end() && (*own)->read()) state.dossier.selected = (*own)->id();
}

void draw_dialogs(Panel& panel, TableState& state) {
    if (state.role_card.whole_open)
        draw_whole_role_card(panel, state.role_card);
    else if (state.requests.detail != 0)
        draw_request_detail(panel, state);
    else if (panel.looking)
        return;
    else if (state.answer.request != 0)
        draw_answer_dialog(panel, state);
    else if (state.talk.heard.answering != 0)
        draw_which_item(panel, state);
    else if (state.talk.heard.open)
        draw_heard_dialog(panel, state.talk.heard);
    // A step that was begun from a share comes back to it.
    else if (state.item_act.now.kind != ItemActKind::none)
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
    else if (state.triage.open)
        draw_triage_dialog(panel, state.triage);
    else if (state.bar.leave_asked) {
        const bool yes =
            draw_leave_question(panel, state.bar, panel.say(Say::table_leave_title),
                                panel.say(Say::table_leave_body), panel.say(Say::table_leave_act));
        if (yes) panel.outbox.sign_out();
    }
}

}  // namespace

void draw_clock(Panel& panel, Rect& bar) {
    const v1::Session* session = panel.view == nullptr ? nullptr : panel.view->session();
    if (session == nullptr) return;
    Painter& draw = panel.draw();
    const std::int64_t now = panel.sim_ms();
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const std::string time = clock_text(now);
    draw.line(bar.cut_right(draw.width("00:00", Type::title)), time,
              {narrow ? Type::heading : Type::title, Token::text, Align::right});
    bar.cut_right(10);
    const std::string day = panel.say(Say::table_day, {std::to_string(day_of(now))});
    const std::string caption = panel.say(Say::table_case_time);
    const float wide =
        std::max(draw.width(day, Type::strong_small), draw.width(caption, Type::small)) + 1;
    Rect words = bar.cut_right(narrow ? draw.width(day, Type::small) + 1 : wide).middle_row(36);
    if (narrow) {
        draw.line(words, day, {Type::small, Token::text_2});
    } else {
        draw.line(words.cut_top(18), day, {Type::strong_small});
        draw.line(words, caption, {Type::small, Token::text_2});
        draw.vertical_rule(bar.right - 14, bar.centre().y - 18, bar.centre().y + 18);
        bar.cut_right(28);
    }
    if (session->running() && session->rate_permille() > 0) panel.ui.wake_after(1);
    if (narrow && bar.width() < 300) return;
    if (narrow) bar.cut_right(12);
    const std::int64_t left_ms =
        session->rate_permille() > 0
            ? (session->segment_ends_sim_ms() - now) * 1000 / session->rate_permille()
            : 0;
    const std::string left = session->probing() ? panel.say(Say::probe_clock)
                             : session->running()
                                 ? panel.say(Say::table_left, {minutes_and_seconds(left_ms)})
                                 : panel.word("phase", session->phase());
    const std::string round = panel.say(Say::table_round, {std::to_string(session->round_number()),
                                                           std::to_string(session->rounds())});
    const float left_wide =
        std::max(draw.width(panel.say(Say::table_left, {"00:00"}), Type::strong),
                 std::max(draw.width(left, Type::strong), draw.width(round, Type::small))) +
        1;
    Rect place = bar.cut_right(left_wide).middle_row(narrow ? 22 : 40);
    draw.line(place.cut_top(22), left, {Type::strong});
    if (!narrow) draw.line(place, round, {Type::small, Token::text_2});
}

void draw_table(Panel& panel, TableState& state, ProbeState* probe) {
    Rect screen = panel.ui.screen();
    if (panel.looking)
        screen.cut_top(56);  // the strip of who looks on is drawn by the trainer's screen
    choose_first(panel, state);
    draw_top(panel, screen.cut_top(height_of_bar(panel.ui)), state);
    act_on_triage(panel, state);
    draw_strips(panel, screen, state.bar);
    if (probe != nullptr) draw_probe_bar(panel, screen, *probe, state.bar);
    if (panel.ui.layout() == Layout::narrow) {
        draw_narrow(panel, screen, state);
    } else {
        const bool wide = panel.ui.layout() == Layout::wide;
        const float less =
            wide || screen.width() >= 1152 ? 0 : 32;  // small compact: the middle keeps its buttons
        draw_left(panel, screen.cut_left((wide ? 344.0F : 280.0F) - less), state);
        const Rect right = screen.cut_right((wide ? 368.0F : 304.0F) - less);
        draw_middle(panel, screen, state);
        panel.draw().fill(right, Token::surface);
        panel.draw().vertical_rule(right.left, right.top, right.bottom);
        draw_talk(panel, {right.left + 1, right.top, right.right, right.bottom}, state.talk);
    }
    // What was open stays as it was, under the questions.
    if (probe != nullptr && draw_probe(panel, *probe)) return;
    draw_dialogs(panel, state);
    if (!panel.looking) draw_help(panel, state.bar);
}

}  // namespace casustafel::ui
