#include "client/ui/table/next_up.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {

std::optional<NextUp> next_up(const Panel& panel) {
    std::optional<NextUp> first;
    const auto consider = [&](NextUp next) {
        if (next.by_sim_ms > 0 && (!first || next.by_sim_ms < first->by_sim_ms))
            first = std::move(next);
    };
    for (const v1::Request* request : panel.view->all<v1::Request>()) {
        if (!model::is_open_for(*request, panel.role)) continue;
        consider({NextUp::Kind::answer,
                  request->id(),
                  {},
                  panel.say(Say::next_answer, {request->asker()}),
                  model::term_ends_sim_ms(*request, panel.role).value_or(0)});
    }
    for (const v1::Decision* decision : panel.view->all<v1::Decision>()) {
        if (decision->status() != contract::DecisionStatus::open ||
            !model::decides(*decision, panel.role))
            continue;
        consider({NextUp::Kind::decision, 0, decision->id(), panel.say(Say::next_decision),
                  decision->deadline_sim_ms()});
    }
    return first;
}

void draw_next_up(Panel& panel, Rect& bar, TableState& state) {
    const auto next = next_up(panel);
    if (!next || panel.phase_is(Phase::ended)) return;
    const TermLeft left = term_left(panel, next->by_sim_ms);
    Painter& draw = panel.draw();
    const float wide =
        std::max(24 + draw.width(left.words, Type::strong), draw.width(next->words, Type::small)) +
        18;
    if (bar.width() < wide + 120) return;
    const Rect cell = bar.cut_right(wide).middle_row(44);
    bar.cut_right(8);
    const Response response = panel.ui.touch({.name = "table.next",
                                              .label = next->words + ", " + left.words,
                                              .rect = cell,
                                              .kind = Kind::link});
    if (response.hovered) draw.fill(cell, Token::accent_soft, radius::control);
    if (response.ring) focus_ring_inside(panel.ui, cell, radius::control);
    Rect words = cell.inset(8, 2);
    icon_label(panel.ui, words.cut_top(22), left.icon, left.words, left.tone, true);
    draw.line(words.cut_top(18), next->words, {Type::small, Token::text_2});
    if (!response.activated) return;
    if (next->kind == NextUp::Kind::answer) {
        if (panel.looking)
            state.requests.detail = next->request;
        else
            state.answer.request = next->request;
    } else {
        state.decision.open = next->decision;
    }
}

}  // namespace casustafel::ui
