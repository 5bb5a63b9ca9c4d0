#include "client/ui/entrance/lobby_return.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "client/ui/kit/button.hpp"

namespace casustafel::ui {

namespace {

constexpr std::size_t most_ways_back = 3;

std::string name_of_button(std::size_t place) {
    return place == 0 ? "lobby.resume" : "lobby.resume." + std::to_string(place);
}

// One says where it leads in the words above it; several say it on themselves.
std::vector<std::string> labels_of(const Panel& panel, const LobbyState& state) {
    if (state.ways_back.size() == 1) return {panel.say(Say::lobby_resume)};
    std::vector<std::string> labels;
    for (const WayBack& back : state.ways_back)
        if (labels.size() < most_ways_back)
            labels.push_back(panel.say(Say::lobby_resume_as, {back.name, code_text(back.code)}));
    return labels;
}

std::string words_of(const Panel& panel, const LobbyState& state) {
    const WayBack& first = state.ways_back.front();
    return state.ways_back.size() == 1
               ? panel.say(Say::lobby_resume_body, {first.name, code_text(first.code)})
               : panel.say(Say::lobby_resume_which);
}

void draw_buttons(Panel& panel, Rect place, LobbyState& state, const ButtonLook& look) {
    const auto labels = labels_of(panel, state);
    for (std::size_t at = 0; at < labels.size(); ++at) {
        const Rect row = place.cut_top(32);
        place.cut_top(6);
        const float wide = std::min(button_width(panel.ui, labels[at], look), row.width());
        if (!button(panel.ui, {row.left, row.top, row.left + wide, row.bottom}, name_of_button(at),
                    labels[at], look))
            continue;
        state.joining = true;
        panel.outbox.go_back(at);
    }
}

}  // namespace

float draw_return(Panel& panel, Rect inner, LobbyState& state) {
    if (state.ways_back.empty()) return 0;
    const float top = inner.top;
    const std::string words = words_of(panel, state);
    const auto labels = labels_of(panel, state);
    const bool lost = panel.model.link == model::Link::offline;
    const ButtonLook look{.icon = Icon::undo, .enabled = !lost, .small = true};
    float wide = 0;
    for (const std::string& label : labels)
        wide = std::max(wide, button_width(panel.ui, label, look));
    const auto count = static_cast<float>(labels.size());
    const float line = lost ? 18 : 0, buttons = 32 * count + 6 * (count - 1);
    const bool narrow = panel.ui.layout() == Layout::narrow;  // the button stands beside the words
    const float measure = inner.width() - 32 - (narrow ? wide + 16 : 0);
    const float text = panel.draw().paragraph_height(measure, words, Type::body) + line;
    const float pad = narrow || lost ? 8 : 10;
    const float high = narrow ? std::max(text, buttons) + 2 * pad : text + buttons + 6 + 2 * pad;
    Rect card = inner.cut_top(high);
    panel.draw().fill(card, Token::accent_soft, radius::card);
    if (borders_for_fills(panel.draw().contrast()))
        panel.draw().border(card, Token::accent, 1, radius::card);
    card = card.inset(16, pad);
    Rect place = card;
    if (narrow) {
        place = card.cut_right(wide).middle_row(buttons);
        card = card.middle_row(text);
    }
    card.right = card.left + measure;
    panel.draw().cut_paragraph(card, words, {});
    if (!narrow) {
        card.cut_top(6);
        place = card.cut_top(buttons);
    }
    if (lost)
        panel.draw().line(card.cut_top(line), panel.say(Say::lobby_resume_later),
                          {Type::small, Token::text_2});
    draw_buttons(panel, place, state, look);
    return inner.top + (panel.ui.layout() == Layout::wide ? 16 : 8) - top;
}

}  // namespace casustafel::ui
