#include "client/ui/cite.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/marks.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 48, line_height = 22, use_height = 34, words_left = 44,
                words_right = 12, bar_room = 16;

Mark mark_of(const v1::Item& item) {
    if (item.mark() == "fact") return Mark::fact;
    if (item.mark() == "assumption") return Mark::assumption;
    return item.mark() == "refuted" ? Mark::refuted : Mark::none;
}

// A title takes a second line where one is too short, ticked or not: rows do not jump.
float title_height(const Panel& panel, const v1::Item& item, float width) {
    const float measure = width - words_left - words_right - bar_room;
    return panel.draw().paragraph_height(measure, panel.item_title(item), Type::strong, 2);
}

std::vector<Row> rows_of(const Panel& panel, const std::string& name, float width,
                         const CitedDraft& draft, bool marks) {
    std::vector<Row> rows;
    for (const v1::Item* item : panel.view->items()) {
        const bool on = draft.items.contains(item->id());
        const float high = row_height - line_height + title_height(panel, *item, width);
        rows.push_back({name + "." + item->id(), high + (on && marks ? use_height : 0), false, on,
                        panel.item_title(*item)});
    }
    return rows;
}

// Where it is from, and what this role marked it as.
void draw_second_line(Panel& panel, Rect line, const v1::Item& item, bool used) {
    line.right = mark_label(panel.ui, line, mark_of(item), Align::right).left - 8;
    if (used && mark_of(item) != Mark::none)
        line.right = panel.draw()
                         .line(line, panel.say(Say::item_your_mark) + ":",
                               {Type::small, Token::text_2, Align::right})
                         .left -
                     8;
    panel.draw().line(line, item.id() + "  " + panel.word("category", item.category()),
                      {Type::small, Token::text_2});
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

float cited_height(const Panel& panel, float width, const CitedDraft& draft, bool marks) {
    const auto rows = rows_of(panel, {}, width, draft, marks);
    return rows.empty() ? 44 : framed_height(rows);
}

void draw_cited(Panel& panel, Rect area, const std::string& name, CitedDraft& draft, bool marks) {
    const auto items = panel.view->items();
    if (items.empty()) {
        panel.draw().paragraph(area, panel.say(Say::cite_nothing), {Type::body, Token::text_2});
        return;
    }
    const std::vector<Row> rows = rows_of(panel, name, area.width(), draft, marks);
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
            const float title = title_height(panel, item, area.width());
            Rect inner = row;
            Rect words = inner.cut_top(row_height - line_height + title).inset(0, 3);
            draw_tick(panel.ui, {row.left + 21, words.centre().y}, on ? Tick::full : Tick::none);
            inner = {row.left + words_left, inner.top, row.right - words_right, inner.bottom};
            words = {inner.left, words.top, inner.right, words.bottom};
            panel.draw().paragraph(words.cut_top(title), panel.item_title(item),
                                   {on ? Type::strong : Type::body}, 2);
            draw_second_line(panel, words, item, on && marks);
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
