#include "client/ui/interludes/end.hpp"

#include <algorithm>

#include "client/ui/frame/help.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/case_pages.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/table/table.hpp"

namespace casustafel::ui {
namespace {

// What was done, as a sentence: a score would be something else.
std::string sum_words(const Panel& panel, const Tally& tally) {
    const auto counted = [&](int number, Say one, Say more) {
        return number == 1 ? panel.say(one) : panel.say(more, {std::to_string(number)});
    };
    std::vector<std::string> parts = {
        counted(tally.shared, Say::end_sum_shared_one, Say::end_sum_shared),
        panel.say(Say::end_sum_received, {std::to_string(tally.received)}),
        counted(tally.asked, Say::end_sum_asked_one, Say::end_sum_asked),
        counted(tally.answered, Say::end_sum_answered_one, Say::end_sum_answered)};
    if (tally.decided > 0)
        parts.push_back(counted(tally.decided, Say::end_sum_decided_one, Say::end_sum_decided));
    return at_start(enumerate(panel, parts)) + ".";
}

std::string seat_words(const Panel& panel, const std::string& role) {
    const v1::Role* found = panel.view->find<v1::Role>(role);
    return role + (found == nullptr ? "" : " (" + panel.in(found->name()) + ")");
}

// What this person did in the seats they held, the last one last; of a window that did not look,
// what the seat did.
std::vector<Stint> stints_of(const Panel& panel, const Stints& stints) {
    if (!stints.all.empty()) return stints.all;
    return {{.role = panel.role, .last = tally_of(*panel.view, panel.role)}};
}

// What was being done when it ended is closed, so that one sees the table and not half an act.
void look_back(EndState& state, TableState& table) {
    state.looking_back = true;
    table.decision.open.clear();
    if (table.plan.open) table.plan.kept[table.plan.changing] = table.plan.draft;
    table.plan.open = false;
    table.plan.reading = 0;
    table.intervention.open.clear();
    table.intervention.reading = 0;
}

void draw_buttons(Panel& panel, Rect row, EndState& state, TableState& table) {
    const std::string back = panel.say(Say::end_look_back), out = panel.say(Say::end_sign_out);
    const std::string replay = panel.say(Say::replay_title);
    const ButtonLook primary{.style = ButtonStyle::primary}, text_look{.style = ButtonStyle::text};
    if (button_left(panel.ui, row, 0, "end.replay", replay, primary)) state.replay_asked = true;
    row.cut_left(8);
    if (!panel.role.empty() && button_left(panel.ui, row, 0, "end.look_back", back))
        look_back(state, table);
    row.cut_left(8);
    if (button_left(panel.ui, row, 0, "end.sign_out", out, text_look)) state.bar.leave_asked = true;
}

// What happens now, as three short lines with a dot.
float draw_next(Panel& panel, Rect inner) {
    const float top = inner.top;
    panel.draw().cut_line(inner, 26, panel.say(Say::end_next), {Type::panel}, 4);
    for (const Say line : {Say::end_next_1, Say::end_next_2, Say::end_next_3}) {
        Rect words = inner;
        words.cut_left(24);
        const float high =
            panel.draw().paragraph_height(words.width(), panel.say(line), Type::body);
        keep_whole(panel.ui, {inner.left, inner.top, inner.right, inner.top + high});
        panel.draw().circle({inner.left + 8, inner.top + 11}, 3, Token::accent);
        panel.draw().paragraph(words, panel.say(line), {});
        inner.cut_top(high + 4);
    }
    return inner.top - top;
}

void draw_seat(Panel& panel, Rect& inner, const Stint& stint) {
    const std::string sum = sum_words(panel, stint.own());
    const float high = panel.draw().paragraph_height(inner.width() - 28, sum, Type::body);
    keep_whole(panel.ui, {inner.left, inner.top, inner.right, inner.top + 24 + high});
    Rect head = inner.cut_top(24);
    table_badge(panel.ui, {head.left + 10, head.centre().y}, panel.table_of(stint.role));
    head.cut_left(28);
    panel.draw().line(head, panel.say(Say::end_seat_of, {seat_words(panel, stint.role)}),
                      {Type::strong});
    Rect words = inner;
    words.cut_left(28);
    panel.draw().paragraph(words, sum, {});
    inner.cut_top(high + 8);
}

// The person's own exercise: the sum over all the seats, and each of them.
float draw_own(Panel& panel, Rect inner, const Stints& stints) {
    const float top = inner.top;
    const std::vector<Stint> seats = stints_of(panel, stints);
    panel.draw().cut_line(inner, 26, panel.say(Say::end_own), {Type::panel}, 4);
    if (seats.size() > 1) panel.draw().cut_paragraph(inner, sum_words(panel, stints.own()), {}, 8);
    for (const Stint& seat : seats) draw_seat(panel, inner, seat);
    if (stints.partly || stints.all.empty())
        panel.draw().cut_paragraph(inner, panel.say(Say::end_seat_shared),
                                   {Type::small, Token::text_2});
    return inner.top - top;
}

void draw_words(Panel& panel, Rect& inner, const Stints& stints) {
    inner = unlimited(inner);
    panel.draw().cut_line(inner, 36, panel.say(Say::end_title), {Type::title}, 4);
    panel.draw().cut_paragraph(
        inner, panel.word("end_reason", panel.view->find<v1::Session>()->end_reason()),
        {Type::body, Token::text_2});
    const float gap = panel.ui.layout() == Layout::narrow ? 10 : 20;
    inner.cut_top(gap);
    if (const float used = draw_ending(panel, inner); used > 0) {
        inner.cut_top(used + gap);
        panel.draw().horizontal_rule(inner.left, inner.right, inner.top);
        inner.cut_top(gap);
    }
    inner.cut_top(draw_next(panel, inner));
    if (!panel.role.empty() || !stints.all.empty()) {
        inner.cut_top(16);
        panel.draw().horizontal_rule(inner.left, inner.right, inner.top);
        inner.cut_top(16);
        inner.cut_top(draw_own(panel, inner, stints));
    }
}

void draw_card(Panel& panel, Rect screen, EndState& state, TableState& table) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const float wide = std::min(680.0F, screen.width() - 32);
    const float pad_x = narrow ? 24 : 40, pad_y = narrow ? 16 : 36, gap = narrow ? 8 : 20,
                foot = 40 + gap;
    const float needed = static_cast<float>(panel.ui.number("end.text.needed"));
    const Rect card = screen.middle(
        wide, std::min((needed > 0 ? needed : 380) + 2 * pad_y + foot, screen.height() - 16));
    panel.draw().fill(card, Token::surface, radius::dialog);
    panel.draw().border(card, Token::line, 1, radius::dialog);
    Rect inner = card.inset(pad_x, pad_y);
    const Rect buttons = inner.cut_bottom(40);
    inner.cut_bottom(gap);
    scroll_area(panel.ui, inner, "end.text",
                [&](Rect& text) { draw_words(panel, text, state.stints); });
    draw_buttons(panel, buttons, state, table);
}

}  // namespace

void draw_end(Panel& panel, EndState& state, TableState& table, PromptState* prompt) {
    if (state.looking_back && !panel.role.empty()) {
        Panel looking = panel;
        looking.looking = looking.borrowed = true;
        Rect strip = panel.ui.screen().cut_top(borrowed_strip_height);
        panel.draw().fill(strip, Token::accent_soft);
        panel.draw().horizontal_rule(strip.left, strip.right, strip.bottom - 1);
        strip = strip.inset(24, 0);
        panel.ui.area("looking");
        const bool back = button_right(panel.ui, strip, 36, "end.back", panel.say(Say::end_back),
                                       {.style = ButtonStyle::primary, .small = true});
        panel.draw().line(strip, panel.say(Say::end_over), {Type::strong});
        draw_table(looking, table);
        if (back || panel.ui.take(Intent::close)) state.looking_back = false;
        return;
    }
    Rect screen = panel.ui.screen();
    Rect bar = draw_bar(panel, screen.cut_top(height_of_bar(panel.ui)));
    draw_menu(panel, bar, state.bar, false);
    bar.cut_right(8);
    draw_connection(panel, bar);
    panel.draw().line(bar, panel.in(panel.view->find<v1::Session>()->title()),
                      {Type::body, Token::text_2});
    draw_strips(panel, screen, state.bar);
    if (prompt != nullptr) draw_prompt_bar(panel, screen, *prompt, state.bar);
    panel.ui.area("end");
    draw_card(panel, screen, state, table);
    if (prompt != nullptr && draw_prompt(panel, *prompt)) return;
    draw_help(panel, state.bar);
    if (state.bar.leave_asked &&
        draw_leave_question(panel, state.bar, panel.say(Say::end_sign_out_title),
                            panel.say(Say::end_sign_out_body), panel.say(Say::end_sign_out))) {
        panel.outbox.sign_out();
    }
}

}  // namespace casustafel::ui
