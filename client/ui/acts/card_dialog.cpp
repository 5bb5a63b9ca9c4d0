// A card that is written or changed: its column, its words and fields, and what it rests on.
#include "client/ui/acts/card_dialog.hpp"

#include <algorithm>

#include "client/ui/acts/boards.hpp"
#include "client/ui/acts/cite.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {

constexpr float column_padding = 16, words_height = 84;

class CardDialog {
public:
    CardDialog(Panel& panel, BoardsState& state, const v1::Board& board,
               const v1::BoardColumn& column)
        : panel_(panel),
          state_(state),
          draft_(state.draft),
          board_(board),
          column_(column),
          narrow_(is_narrow(panel.ui)) {}

    void draw() {
        Dialog dialog(panel_, "card", 1080, 660,
                      panel_.say(is_new() ? Say::card_new : Say::card_change), "card.text");
        const Rect foot = dialog.cut_foot();
        if (narrow_)
            draw_steps(dialog);
        else
            draw_side_by_side(dialog);
        draw_footer(dialog, foot);
        if (dialog.closed() && !state_.writing.empty()) {
            state_.kept[state_.writing] = draft_;
            state_.writing.clear();
        }
    }

private:
    bool is_new() const { return state_.writing.front() != '#'; }

    void draw_steps(Dialog& dialog) {
        const Tab steps[] = {{"what", panel_.say(Say::card_what)},
                             {"items", panel_.say(Say::decision_cited)}};
        const int picked =
            tab_row(panel_.ui, dialog.cut_band(40).inset(16, 0), "card.step", steps, state_.step);
        if (picked >= 0) state_.step = picked;
        dialog.page([&](Rect body) {
            return state_.step == 0 ? draw_what(body) : draw_items(body, unlimited_height);
        });
    }

    void draw_side_by_side(Dialog& dialog) {
        Rect right = dialog.body;
        const Rect left = right.cut_left(right.width() * 0.48F);
        panel_.draw().vertical_rule(left.right, left.top, left.bottom);
        float used = 0;
        scroll_area(panel_.ui, left.inset(28, column_padding), "card.form", [&](Rect inner) {
            inner = unlimited(inner);
            return used = draw_what(inner);
        });
        const Rect place = right.inset(28, column_padding);
        used = std::max(used, draw_items(place, place.height()));
        dialog.fit(used + 2 * column_padding);
    }

    void draw_column_choice(Rect& area) {
        std::vector<Option> options;
        for (const v1::BoardColumn& each : board_.columns())
            options.push_back({each.id(), panel_.in(each.title()),
                               each.id() == draft_.column ? std::string()
                                                          : closed_because(panel_, board_, each)});
        choose(panel_, area, {"card.column", panel_.say(Say::card_column), Say::form_choose},
               options, draft_.column);
    }

    // Returns the height that all of it wants.
    float draw_what(Rect area) {
        const float top = area.top;
        panel_.ui.area("card.what");
        if (board_.columns_size() > 1) draw_column_choice(area);
        const std::string hint = panel_.in(column_.hint());
        if (!hint.empty())
            panel_.draw().cut_paragraph(area, hint, {Type::small, Token::text_2}, 10);
        panel_.draw().cut_line(area, 22, panel_.say(Say::card_text), {Type::strong}, 4);
        field(panel_.ui, area.cut_top(words_height), "card.text", draft_.text,
              {.label = panel_.say(Say::card_text),
               .several_lines = true,
               .limit = contract::limits::card_terms_text_characters});
        area.cut_top(12);
        draw_form_fields(panel_, area, "card.field", column_.fields(), draft_.filled_in);
        if (column_.anonymous())
            panel_.draw().cut_paragraph(area, panel_.say(Say::card_anonymous_hint),
                                        {Type::small, Token::text_2}, 4);
        return area.top - top;
    }

    // Returns the height that all of it wants; in less the list scrolls.
    float draw_items(Rect area, float most) {
        const float top = area.top;
        panel_.ui.area("card.items");
        const Rect head = area.cut_top(26);
        if (!narrow_) panel_.draw().line(head, panel_.say(Say::decision_cited), {Type::panel});
        draw_cited_count(panel_, head, draft_.cited.items.size());
        const std::string wants = wants_of(panel_, column_);
        const std::string hint =
            wants.empty() ? panel_.say(Say::card_cited_hint) : panel_.say(Say::board_asks, {wants});
        area.cut_top(2);
        panel_.draw().cut_paragraph(area, hint, {Type::small, Token::text_2}, 8);
        const float above = area.top - top,
                    wanted = cited_height(panel_, area.width(), draft_.cited);
        draw_cited(panel_, area.cut_top(std::min(wanted, most - above)), "card.item", draft_.cited);
        return above + wanted;
    }

    bool cites_an_assumption() const {
        return std::any_of(draft_.cited.items.begin(), draft_.cited.items.end(),
                           [](const auto& each) { return each.second; });
    }

    std::string missing() const {
        if (blank(draft_.text)) return panel_.say(Say::card_missing_text);
        if (const auto open = missing_field(panel_, column_.fields(), draft_.filled_in);
            !open.empty())
            return open;
        if (draft_.cited.items.size() < column_.cites())
            return column_.cites() == 1
                       ? panel_.say(Say::card_missing_item)
                       : panel_.say(Say::card_missing_items, {std::to_string(column_.cites())});
        if (!draft_.cited.unsaid.empty()) return panel_.say(Say::cite_use_missing);
        if (column_.facts_only() && cites_an_assumption()) return panel_.say(Say::card_facts_only);
        return panel_.phase_is(Phase::running) ? std::string() : panel_.say(Say::share_not_running);
    }

    void draw_footer(Dialog& dialog, Rect row) {
        panel_.ui.area("card.footer");
        if (draw_foot(dialog, row,
                      {.name = "card.act",
                       .label = panel_.say(is_new() ? Say::board_put : Say::plan_save),
                       .why = missing(),
                       .icon = Icon::check}))
            send();
    }

    void send() {
        v1::Command command = panel_.command();
        v1::CardTerms& terms = is_new() ? *command.mutable_put_card()->mutable_terms()
                                        : *command.mutable_change_card()->mutable_terms();
        if (is_new())
            command.mutable_put_card()->set_board(board_.id());
        else
            command.mutable_change_card()->set_card(std::stoull(state_.writing.substr(1)));
        terms.set_column(draft_.column);
        terms.set_text(draft_.text);
        put_cited(draft_.cited, terms);
        put_filled_in(column_.fields(), draft_.filled_in, terms);
        panel_.outbox.act(std::move(command));
        state_.kept.erase(state_.writing);
        state_.writing.clear();
        state_.reading = 0;
        draft_ = {};
    }

    Panel& panel_;
    BoardsState& state_;
    CardDraft& draft_;
    const v1::Board& board_;
    const v1::BoardColumn& column_;
    bool narrow_;
};

}  // namespace

void draw_card_dialog(Panel& panel, BoardsState& state) {
    const v1::Board* board = panel.view->find<v1::Board>(state.draft.board);
    const v1::BoardColumn* column = board ? column_of(*board, state.draft.column) : nullptr;
    if (column == nullptr) {
        state.writing.clear();
        return;
    }
    CardDialog(panel, state, *board, *column).draw();
}

}  // namespace casustafel::ui
