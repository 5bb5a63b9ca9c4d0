// A card in full: what it says and rests on, what everybody thinks of it, and what this role says.
#include "client/ui/acts/card_reading.hpp"

#include <algorithm>

#include "client/ui/acts/boards.hpp"
#include "client/ui/acts/cite.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

class CardReading {
public:
    CardReading(Panel& panel, BoardsState& state, const v1::Board& board,
                const v1::BoardColumn& column, const v1::Card& card)
        : panel_(panel), state_(state), board_(board), column_(column), card_(card) {}

    void draw() {
        Dialog dialog(panel_, "card_read", 760, 640, panel_.in(column_.title()));
        const Rect foot = dialog.cut_foot();
        dialog.page([&](Rect& area) { draw_words(area); });
        draw_footer(dialog, foot);
        if (dialog.closed()) close();
    }

private:
    void part(Rect& area, Say label, const std::string& words) {
        if (words.empty()) return;
        panel_.draw().cut_line(area, 24, panel_.say(label), {Type::strong}, 0);
        panel_.draw().cut_paragraph(area, words, {}, 12);
    }

    std::string whose() const {
        if (column_.anonymous())
            return panel_.say(card_.own() ? Say::card_own_anonymous : Say::card_anonymous);
        return panel_.say(Say::card_by, {card_.author(), panel_.role_name(card_.author()),
                                         moment(panel_, card_.at_sim_ms())});
    }

    void draw_words(Rect& area) {
        panel_.draw().cut_paragraph(area, card_.text(), {Type::heading}, 6);
        panel_.draw().cut_paragraph(area, whose(), {Type::small, Token::text_2}, 14);
        for (const v1::FormField& field : column_.fields())
            for (const v1::FilledInField& given : card_.filled_in())
                if (given.field() == field.id()) {
                    panel_.draw().cut_line(area, 24, panel_.in(field.name()), {Type::strong}, 0);
                    panel_.draw().cut_paragraph(area, answer_words(panel_, field, given.value()),
                                                {}, 10);
                }
        if (card_.cited_size() > 0)
            part(area, Say::decision_cited, cited_words(panel_, card_.cited()));
        if (card_.asked_size() > 0 || card_.stances_size() > 0) draw_stances(area);
        if (may_say() && panel_.may_act()) draw_reason(area);
    }

    void draw_stances(Rect& area) {
        panel_.draw().cut_line(area, 26, panel_.say(Say::card_stances), {Type::strong}, 2);
        for (const v1::Stance& each : card_.stances())
            draw_stance(area, each.by(), each.agrees() ? Icon::check : Icon::close,
                        each.agrees() ? Tone::good : Tone::attention, said(each));
        for (const std::string& role : card_.asked())
            if (std::none_of(card_.stances().begin(), card_.stances().end(),
                             [&](const v1::Stance& each) { return each.by() == role; }))
                draw_stance(area, role, Icon::hourglass, Tone::neutral,
                            panel_.say(Say::card_said_nothing));
        area.cut_top(8);
    }

    std::string said(const v1::Stance& stance) const {
        const std::string how = panel_.say(stance.agrees() ? Say::card_agrees : Say::card_dissents);
        return stance.text().empty() ? how : how + ": " + stance.text();
    }

    void draw_stance(Rect& area, const std::string& role, Icon icon, Tone tone,
                     const std::string& words) {
        const float label = 112, left = 28;
        const float high = std::max(
            24.0F, panel_.draw().paragraph_height(area.width() - label - left, words, Type::body));
        Rect row = area.cut_top(high + 6);
        keep_whole(panel_.ui, row);
        role_label(panel_.ui, row.cut_left(label).cut_top(24), panel_.table_of(role), role);
        const Rect sign = row.cut_left(left).cut_top(24);
        panel_.draw().icon({sign.left + 9, sign.centre().y}, icon, IconSize::small, token_of(tone));
        panel_.draw().paragraph(row, words, {});
    }

    static Token token_of(Tone tone) {
        return tone == Tone::good        ? Token::good
               : tone == Tone::attention ? Token::attention
                                         : Token::text_2;
    }

    void draw_reason(Rect& area) {
        panel_.draw().cut_line(area, 24, panel_.say(Say::card_reason), {Type::strong}, 2);
        field(panel_.ui, area.cut_top(62), "card.reason", state_.reason,
              {.label = panel_.say(Say::card_reason),
               .several_lines = true,
               .limit = contract::limits::take_stance_text_characters});
        area.cut_top(4);
    }

    bool is_asked() const {
        return std::find(card_.asked().begin(), card_.asked().end(), panel_.role) !=
               card_.asked().end();
    }
    bool may_say() const { return !panel_.looking && is_asked(); }
    bool may_change() const {
        return !panel_.looking && writes_on(panel_, board_) &&
               (!column_.anonymous() || card_.own()) &&
               std::none_of(card_.cited().begin(), card_.cited().end(),
                            [](const v1::CitedItem& each) { return each.item().empty(); });
    }

    void draw_footer(Dialog& dialog, Rect row) {
        panel_.ui.area("card.footer");
        if (!panel_.looking && writes_on(panel_, board_) && (!column_.anonymous() || card_.own())) {
            if (button_left(panel_.ui, row, 40, "card.withdraw", panel_.say(Say::card_withdraw),
                            {.style = ButtonStyle::text, .enabled = panel_.may_act()})) {
                panel_.act<v1::WithdrawCard>([&](auto& act) { act.set_card(card_.id()); });
                return close();
            }
            row.cut_left(8);
        }
        if (may_change()) {
            if (button_left(panel_.ui, row, 40, "card.change", panel_.say(Say::plan_open),
                            {.icon = Icon::pencil, .enabled = panel_.may_act()}))
                change_card(state_, card_);
            row.cut_left(8);
        }
        if (may_say()) draw_say(row);
        dialog.cancel(row, Say::ui_close);
    }

    void draw_say(Rect& row) {
        const auto take = [&](bool agrees) {
            panel_.act<v1::TakeStance>([&](auto& act) {
                act.set_card(card_.id());
                act.set_agrees(agrees);
                act.set_text(state_.reason);
            });
            close();
        };
        if (button_right(
                panel_.ui, row, 40, "card.agree", panel_.say(Say::card_agree),
                {.style = ButtonStyle::primary, .icon = Icon::check, .enabled = panel_.may_act()}))
            take(true);
        row.cut_right(8);
        if (button_right(
                panel_.ui, row, 40, "card.dissent", panel_.say(Say::card_dissent),
                {.icon = Icon::close, .enabled = panel_.may_act() && !blank(state_.reason)},
                panel_.say(Say::card_dissent_how)))
            take(false);
        row.cut_right(8);
    }

    void close() {
        state_.reading = 0;
        state_.reason.clear();
    }

    Panel& panel_;
    BoardsState& state_;
    const v1::Board& board_;
    const v1::BoardColumn& column_;
    const v1::Card& card_;
};

}  // namespace

void draw_card_reading(Panel& panel, BoardsState& state) {
    const v1::Card* card = panel.view->find<v1::Card>(state.reading);
    const v1::Board* board = card ? panel.view->find<v1::Board>(card->board()) : nullptr;
    const v1::BoardColumn* column = board ? column_of(*board, card->column()) : nullptr;
    if (column == nullptr) {
        state.reading = 0;
        return;
    }
    CardReading(panel, state, *board, *column, *card).draw();
}

}  // namespace casustafel::ui
