#include "client/ui/entrance/lobby_return.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"

namespace casustafel::ui {

float draw_return(Panel& panel, Rect inner, LobbyState& state) {
    if (state.resume_code.empty()) return 0;
    const float top = inner.top;
    const std::string words =
        panel.say(Say::lobby_resume_body, {state.resume_name, code_text(state.resume_code)});
    const std::string label = panel.say(Say::lobby_resume);
    const bool lost = panel.model.link == model::Link::offline;
    const ButtonLook look{.icon = Icon::undo, .enabled = !lost, .small = true};
    const float wide = button_width(panel.ui, label, look), line = lost ? 18 : 0;
    const bool narrow = panel.ui.layout() == Layout::narrow;  // the button stands beside the words
    const float measure = inner.width() - 32 - (narrow ? wide + 16 : 0);
    const float text = panel.draw().paragraph_height(measure, words, Type::body) + line;
    const float pad = narrow || lost ? 8 : 10;
    const float high = narrow ? std::max(text, 32.0F) + 2 * pad : text + 32 + 6 + 2 * pad;
    Rect card = inner.cut_top(high);
    panel.draw().fill(card, Token::accent_soft, radius::card);
    if (borders_for_fills(panel.draw().contrast()))
        panel.draw().border(card, Token::accent, 1, radius::card);
    card = card.inset(16, pad);
    Rect place = card;
    if (narrow) {
        place = card.cut_right(wide).middle_row(32);
        card = card.middle_row(text);
    }
    card.right = card.left + measure;
    panel.draw().cut_paragraph(card, words, {});
    if (!narrow) {
        card.cut_top(6);
        place = card.cut_top(32).cut_left(wide);
    }
    if (lost)
        panel.draw().line(card.cut_top(line), panel.say(Say::lobby_resume_later),
                          {Type::small, Token::text_2});
    if (button(panel.ui, place, "lobby.resume", label, look)) {
        state.joining = true;
        panel.outbox.go_back();
    }
    return inner.top + (panel.ui.layout() == Layout::wide ? 16 : 8) - top;
}

}  // namespace casustafel::ui
