#include "client/ui/cite.hpp"

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/marks.hpp"

namespace casustafel::ui {

void draw_cited(Panel& panel, Rect area, const std::string& name, CitedDraft& draft, bool marks) {
    const auto items = panel.view->items();
    if (items.empty()) {
        panel.draw().paragraph(area, panel.say(Say::cite_nothing), {Type::body, Token::text_2});
        return;
    }
    std::vector<Row> rows;
    for (const v1::Item* item : items) rows.push_back({name + "." + item->id(), 46});
    panel.draw().border(area, Token::control_border, 1, radius::control);
    const int picked = scroll_list(
        panel.ui, area.inset(1), name, rows, draft.list,
        [&](std::size_t index, Rect row, const Response& response) {
            const v1::Item& item = *items[index];
            const auto found = draft.items.find(item.id());
            const bool on = found != draft.items.end();
            if (on || response.hovered) panel.draw().fill(row, Token::accent_soft);
            if (index > 0) panel.draw().horizontal_rule(row.left, row.right, row.top);
            draw_tick(panel.ui, {row.left + 21, row.centre().y}, on ? Tick::full : Tick::none);
            row.cut_left(44);
            row.cut_right(12);
            if (on && marks) {
                const std::string as =
                    panel.say(found->second ? Say::cite_as_assumption : Say::cite_as_fact);
                const ButtonLook look{.small = true};
                const Rect place = row.cut_right(button_width(panel.ui, as, look)).middle_row(32);
                if (button(panel.ui, place, name + "." + item.id() + ".as", as, look))
                    draft.items[item.id()] = !found->second;
                row.cut_right(8);
            }
            Rect words = row.middle_row(40);
            panel.draw().line(words.cut_top(22), panel.item_title(item),
                              {on ? Type::strong : Type::body});
            panel.draw().line(words, item.id() + "  " + panel.word("category", item.category()),
                              {Type::small, Token::text_2});
            if (response.ring) focus_ring_inside(panel.ui, row.inset(1), radius::keycap);
        },
        {.cards = true});
    if (picked < 0 || panel.looking) return;
    const v1::Item& item = *items[static_cast<std::size_t>(picked)];
    if (!draft.items.erase(item.id())) draft.items[item.id()] = item.mark() == "assumption";
}

std::string cited_words(const Panel& panel,
                        const google::protobuf::RepeatedPtrField<v1::CitedItem>& cited) {
    std::vector<std::string> words;
    int hidden = 0;
    for (const v1::CitedItem& each : cited) {
        if (each.item().empty())
            ++hidden;
        else
            words.push_back(each.as() == "assumption"
                                ? panel.say(Say::cite_item_assumed, {each.item()})
                                : each.item());
    }
    if (hidden > 0) words.push_back(panel.say(Say::cite_hidden, {std::to_string(hidden)}));
    return words.empty() ? panel.say(Say::cite_none) : enumerate(panel, words);
}

}  // namespace casustafel::ui
