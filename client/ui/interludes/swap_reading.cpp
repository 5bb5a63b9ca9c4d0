#include "client/ui/interludes/swap_reading.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/interludes/deeds.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/table/dossier.hpp"
#include "client/ui/table/role_card.hpp"

namespace casustafel::ui {
namespace {

constexpr Measure left_width{344, 280, 0};

void draw_linked(Panel& panel, Rect& inner, const Handover::Line& line) {
    panel.draw().horizontal_rule(inner.left, inner.right, inner.top);
    Rect row = inner.cut_top(46);
    panel.draw().icon({row.left + 12, row.centre().y},
                      line.request ? Icon::question : Icon::document, IconSize::control,
                      Token::text_2);
    row.cut_left(34);
    row = row.middle_row(40);
    panel.draw().line(row.cut_top(22), line.title, {Type::strong});
    panel.draw().line(row, line.words, {Type::small, Token::text_2});
}

std::vector<Handover::Line> linked(const Panel& panel, const v1::HandoverNote& note) {
    std::vector<Handover::Line> lines;
    for (const std::uint64_t id : note.requests()) {
        const v1::Request* request = panel.view->find<v1::Request>(id);
        if (request == nullptr) continue;
        const std::string title =
            request->asker() == panel.role
                ? panel.say(Say::swap_own_question,
                            {enumerate(panel, {request->to().begin(), request->to().end()})})
                : panel.say(Say::swap_question_of, {request->asker()});
        lines.push_back({true, title, question_text(panel, *request)});
    }
    for (const std::string& id : note.items())
        if (const v1::Item* item = panel.view->find<v1::Item>(id))
            lines.push_back({false, panel.item_title(*item), item->id()});
    return lines;
}

// Medal, that this is new, and its name.
void draw_new_role(Panel& panel, Rect area, const v1::SwapUnderWay& swap) {
    if (model::swaps_with(swap, panel.role).empty()) return draw_role_head(panel, area);
    role_medal(panel.ui, area.cut_left(48).middle_row(48), panel.table_of(panel.role), panel.role);
    area.cut_left(16);
    area = area.middle_row(46);
    panel.draw().line(area.cut_top(18), panel.say(Say::swap_your_new_role),
                      {Type::small, Token::text_2});
    panel.draw().line(area, panel.role_name(panel.role), {Type::heading});
}

void draw_card(Panel& panel, Rect& inner, const v1::SwapUnderWay& swap) {
    draw_new_role(panel, inner.cut_top(64), swap);
    inner.cut_top(4);
    inner.cut_top(draw_role_rows(panel, inner, Type::body));
}

void draw_received(Panel& panel, Rect& inner, const v1::SwapUnderWay& swap) {
    panel.draw().line(inner.cut_top(26), panel.say(Say::swap_note_for_you), {Type::strong});
    const v1::HandoverNote* note = panel.view->find<v1::HandoverNote>(panel.role);
    if (note == nullptr) {
        panel.draw().cut_paragraph(inner, panel.say(Say::swap_no_note), {Type::body, Token::text_2},
                                   8);
    } else {
        panel.draw().cut_paragraph(inner, note->text(), {}, 6);
        if (link(panel.ui, inner.cut_top(28), "swap.copy_note", panel.say(Say::swap_copy_note),
                 Icon::copy))
            panel.ui.copy(note->text());
        inner.cut_top(8);
        for (const Handover::Line& line : linked(panel, *note)) draw_linked(panel, inner, line);
    }
    const std::string before = model::swaps_with(swap, panel.role);
    if (before.empty()) return;
    inner.cut_top(10);
    draw_deeds(panel, inner, deeds_of(panel, panel.role));
    panel.draw().horizontal_rule(inner.left, inner.right, inner.top);
    inner.cut_top(10);
    panel.draw().icon({inner.left + 12, inner.top + 9}, Icon::lock, IconSize::control,
                      Token::text_2);
    Rect words = inner;
    words.left += 34;
    inner.cut_top(panel.draw().paragraph(
                      words, panel.say(Say::swap_kept_there, {role_in_sentence(panel, before)}),
                      {Type::small, Token::text_2}) +
                  8);
}

void draw_own(Panel& panel, Rect& inner, const Handover& own) {
    Rect head = inner.cut_top(28);
    icon_label(panel.ui, head, Icon::check_circle, panel.say(Say::swap_saved), Tone::good, false,
               Align::right);
    panel.draw().line(head, panel.say(Say::swap_your_note), {Type::strong});
    role_label(panel.ui, inner.cut_top(28), panel.table_of(own.role), own.role);
    inner.cut_top(4);
    if (!own.text.empty()) inner.cut_top(panel.draw().paragraph(inner, own.text, {}) + 10);
    for (const Handover::Line& line : own.linked) draw_linked(panel, inner, line);
}

// The item that was chosen in the dossier, with the way back.
void draw_item(Panel& panel, Rect inner, const v1::Item& item, const std::string& back,
               DossierState& dossier) {
    if (link(panel.ui, inner.cut_top(28), "swap.back", back, Icon::chevron_left))
        dossier.selected.clear();
    inner.cut_top(8);
    scroll_area(panel.ui, inner, "swap.item", [&](Rect& text) {
        text = unlimited(text);
        panel.draw().cut_paragraph(text, panel.in(item.title()), {Type::heading}, 8);
        panel.draw().cut_paragraph(text, whole_text(panel, item), {});
    });
}

// The dossier, and behind a tab what one passed on.
void draw_left(Panel& panel, Rect left, TableState& state, const Handover* own) {
    panel.draw().fill(left, Token::surface);
    panel.draw().vertical_rule(left.right - 1, left.top, left.bottom);
    left.right -= 1;
    if (own != nullptr) {
        const Tab tabs[] = {{"dossier", panel.say(Say::table_tab_dossier)},
                            {"own", panel.say(Say::swap_your_note)}};
        panel.ui.area("left");
        const Rect top = left.cut_top(44);
        panel.draw().horizontal_rule(top.left, top.right, top.bottom - 1);
        const int picked =
            tab_row(panel.ui, top.inset(24, 0), "swap.left", tabs, state.swap.left_tab);
        if (picked >= 0) state.swap.left_tab = picked;
    }
    left.cut_top(8);
    if (own == nullptr || state.swap.left_tab == 0)
        return draw_dossier(panel, left, state.swap.dossier);
    scroll_area(panel.ui, left.inset(24, 8), "swap.own", [&](Rect& text) {
        text = unlimited(text);
        draw_own(panel, text, *own);
    });
}

}  // namespace

std::string role_in_sentence(const Panel& panel, std::string_view role) {
    const std::string name = panel.role_name(role);
    const bool proper = std::any_of(name.begin() + (name.empty() ? 0 : 1), name.end(),
                                    [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    return proper ? name : in_sentence(name);
}

void draw_swap_reading(Panel& panel, Rect area, const v1::SwapUnderWay& swap, TableState& state,
                       const Handover* own) {
    draw_left(panel, area.cut_left(left_width.in(panel.ui)), state, own);
    panel.ui.area("card");
    const Rect card = area.inset(16, 20);
    panel.draw().fill(card, Token::surface, radius::dialog);
    panel.draw().border(card, Token::line, 1, radius::dialog);
    const Rect inner = card.inset(24, 20);
    if (const v1::Item* item = panel.view->find<v1::Item>(state.swap.dossier.selected))
        return draw_item(panel, inner, *item, panel.say(Say::swap_back_to_card),
                         state.swap.dossier);
    scroll_area(panel.ui, inner, "swap.card", [&](Rect& text) {
        text = unlimited(text);
        draw_card(panel, text, swap);
        text.cut_top(8);
        panel.draw().horizontal_rule(text.left, text.right, text.top);
        text.cut_top(14);
        draw_received(panel, text, swap);
    });
}

void draw_swap_reading_part(Panel& panel, Rect area, const v1::SwapUnderWay& swap,
                            TableState& state, const Handover* own, ReadingPart part) {
    panel.draw().fill(area, Token::surface);
    panel.ui.area("card");
    if (part == ReadingPart::dossier) {
        const v1::Item* item = panel.view->find<v1::Item>(state.swap.dossier.selected);
        if (item == nullptr) return draw_dossier(panel, area, state.swap.dossier);
        return draw_item(panel, area.inset(16, 12), *item, panel.say(Say::ui_back),
                         state.swap.dossier);
    }
    const bool card = part == ReadingPart::card;
    scroll_area(panel.ui, area.inset(16, 12), card ? "swap.card" : "swap.handover",
                [&](Rect& text) {
                    text = unlimited(text);
                    if (card) {
                        draw_card(panel, text, swap);
                    } else {
                        draw_received(panel, text, swap);
                        text.cut_top(own == nullptr ? 0 : 12);
                        if (own != nullptr) draw_own(panel, text, *own);
                    }
                });
}

}  // namespace casustafel::ui
