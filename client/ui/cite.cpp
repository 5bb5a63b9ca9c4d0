#include "client/ui/cite.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/marks.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 48, marked_height = 82;

Mark mark_of(const v1::Item& item) {
    if (item.mark() == "fact") return Mark::fact;
    if (item.mark() == "assumption") return Mark::assumption;
    return item.mark() == "refuted" ? Mark::refuted : Mark::none;
}

std::vector<Row> rows_of(const Panel& panel, const std::string& name, const CitedDraft& draft,
                         bool marks) {
    std::vector<Row> rows;
    for (const v1::Item* item : panel.view->items())
        rows.push_back({name + "." + item->id(),
                        marks && draft.items.contains(item->id()) ? marked_height : row_height,
                        false, draft.items.contains(item->id()), panel.item_title(*item)});
    return rows;
}

// Whether it is used as fact or as assumption: what this role marked it as, until it is changed.
void draw_use(Panel& panel, Rect row, const std::string& name, bool& assumption) {
    const Segment uses[] = {{"fact", panel.say(Say::ui_mark_fact)},
                            {"assumption", panel.say(Say::ui_mark_assumption)}};
    row.right = std::min(row.right, row.left + segmented_width(panel.ui, uses));
    const int picked = segmented(panel.ui, row, name, uses, assumption ? 1 : 0);
    if (picked >= 0 && !panel.looking) assumption = picked == 1;
}

}  // namespace

float cited_height(const Panel& panel, const CitedDraft& draft, bool marks) {
    const auto rows = rows_of(panel, {}, draft, marks);
    return rows.empty() ? 44 : framed_height(rows);
}

void draw_cited(Panel& panel, Rect area, const std::string& name, CitedDraft& draft, bool marks) {
    const auto items = panel.view->items();
    if (items.empty()) {
        panel.draw().paragraph(area, panel.say(Say::cite_nothing), {Type::body, Token::text_2});
        return;
    }
    const std::vector<Row> rows = rows_of(panel, name, draft, marks);
    area.bottom = area.top + framed_height(rows, area.height());
    const int picked = scroll_list(
        panel.ui, area, name, rows, draft.list,
        [&](std::size_t index, Rect row, const Response& response) {
            const v1::Item& item = *items[index];
            const auto found = draft.items.find(item.id());
            const bool on = found != draft.items.end();
            if (on || response.hovered) panel.draw().fill(row, Token::accent_soft);
            if (index > 0) panel.draw().horizontal_rule(row.left, row.right, row.top);
            if (response.ring) focus_ring_inside(panel.ui, row.inset(1), radius::keycap);
            draw_tick(panel.ui, {row.left + 21, row.top + row_height / 2},
                      on ? Tick::full : Tick::none);
            Rect inner = row;
            inner.cut_left(44);
            inner.cut_right(12);
            Rect words = inner.cut_top(row_height).middle_row(42);
            panel.draw().line(words.cut_top(22), panel.item_title(item),
                              {on ? Type::strong : Type::body});
            if (!on || !marks)
                words.right = mark_label(panel.ui, words, mark_of(item), Align::right).left - 8;
            panel.draw().line(words, item.id() + "  " + panel.word("category", item.category()),
                              {Type::small, Token::text_2});
            if (on && marks)
                draw_use(panel, inner.cut_top(28), name + "." + item.id() + ".as", found->second);
        },
        {.cards = true, .framed = true});
    if (picked < 0 || panel.looking) return;
    const v1::Item& item = *items[static_cast<std::size_t>(picked)];
    if (!draft.items.erase(item.id())) draft.items[item.id()] = item.mark() == "assumption";
}

std::string cited_words(const Panel& panel,
                        const google::protobuf::RepeatedPtrField<v1::CitedItem>& cited) {
    std::vector<std::string> words;
    int hidden = 0;
    for (const v1::CitedItem& each : cited) {
        if (each.item().empty()) {
            ++hidden;
            continue;
        }
        const v1::Item* item = panel.view->item(each.item());
        const std::string named =
            item == nullptr ? each.item() : each.item() + " " + panel.item_title(*item);
        words.push_back(each.as() == "assumption" ? panel.say(Say::cite_item_assumed, {named})
                                                  : named);
    }
    if (hidden > 0)
        words.push_back(hidden == 1 ? panel.say(Say::cite_hidden_one)
                                    : panel.say(Say::cite_hidden, {std::to_string(hidden)}));
    return words.empty() ? panel.say(Say::cite_none) : enumerate(panel, words);
}

}  // namespace casustafel::ui
