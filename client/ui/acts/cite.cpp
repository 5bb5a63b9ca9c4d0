#include "client/ui/acts/cite.hpp"

#include <algorithm>
#include <array>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/marks.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 48, line_height = 22, use_height = 24, words_left = 44,
                words_right = 12, bar_room = 16, use_gap = 12, second_line = 20;

std::array<Segment, 2> uses_of(const Panel& panel) {
    return {Segment{"fact", panel.say(Say::ui_mark_fact)},
            Segment{"assumption", panel.say(Say::ui_mark_assumption)}};
}

// What stands beside the title of a ticked item; its room is kept free beside the others, so that
// ticking moves nothing.
float use_width(const Panel& panel, bool marks) {
    return marks ? segmented_width(panel.ui, uses_of(panel)) + use_gap : 0;
}

// A title takes a second line where one is too short, ticked or not.
float title_height(const Panel& panel, const v1::Item& item, float width, bool marks) {
    const float measure = width - words_left - words_right - bar_room - use_width(panel, marks);
    return panel.draw().paragraph_height(measure, panel.item_title(item), Type::strong, 2);
}

float high_of(const Panel& panel, const v1::Item& item, float width, bool marks) {
    const float title = title_height(panel, item, width, marks);
    // A choice of the least height takes no more than the room around a title without one.
    return marks ? std::max(title, use_height) + row_height - use_height
                 : title + row_height - line_height;
}

std::vector<Row> rows_of(const Panel& panel, const std::string& name, float width,
                         const CitedDraft& draft, bool marks) {
    std::vector<Row> rows;
    for (const v1::Item* item : panel.view->all<v1::Item>())
        rows.push_back({name + "." + item->id(), high_of(panel, *item, width, marks), false,
                        draft.items.contains(item->id()), panel.item_title(*item)});
    return rows;
}

// Where it is from, and what this role marked it as.
void draw_second_line(Panel& panel, Rect line, const v1::Item& item, bool used) {
    line.right = mark_label(panel.ui, line, item.mark(), Align::right).left - 8;
    if (used && !item.mark().empty())
        line.right = panel.draw()
                         .line(line, panel.say(Say::item_your_mark) + ":",
                               {Type::small, Token::text_2, Align::right})
                         .left -
                     8;
    panel.draw().line(line, item.id() + "  " + panel.word("category", item.category()),
                      {Type::small, Token::text_2});
}

// Whether it is used as fact or as assumption: what this role marked it as, until it is changed. Of
// what it did not mark nothing is chosen beforehand.
void draw_use(Panel& panel, Rect row, const std::string& name, CitedDraft& draft,
              const std::string& item) {
    bool& assumption = draft.items[item];
    const int now = draft.unsaid.contains(item) ? -1 : assumption ? 1 : 0;
    const int picked = segmented(panel.ui, row, name, uses_of(panel), now);
    if (picked < 0 || panel.looking) return;
    assumption = picked == 1;
    draft.unsaid.erase(item);
}

bool says_use(const v1::Item& item) {
    return item.mark() == contract::Mark::fact || item.mark() == contract::Mark::assumption;
}

}  // namespace

float cited_height(const Panel& panel, float width, const CitedDraft& draft, bool marks) {
    const auto rows = rows_of(panel, {}, width, draft, marks);
    return rows.empty() ? 44 : framed_height(rows);
}

void draw_cited(Panel& panel, Rect area, const std::string& name, CitedDraft& draft, bool marks) {
    const auto items = panel.view->all<v1::Item>();
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
            const float title = title_height(panel, item, area.width(), marks);
            draw_tick(panel.ui, {row.left + 21, row.centre().y}, on ? Tick::full : Tick::none);
            const float pad =
                (row.height() - second_line - (marks ? std::max(title, use_height) : title)) / 2;
            Rect inner{row.left + words_left, row.top + pad, row.right - words_right,
                       row.bottom - pad};
            draw_second_line(panel, inner.cut_bottom(second_line), item, on && marks);
            const float beside = use_width(panel, marks);
            Rect use = inner.cut_right(beside).middle_row(use_height);
            use.cut_left(std::min(beside, use_gap));
            panel.draw().paragraph(inner.middle_row(title), panel.item_title(item),
                                   {on ? Type::strong : Type::body}, 2);
            if (on && marks) draw_use(panel, use, name + "." + item.id() + ".as", draft, item.id());
        },
        {.cards = true, .framed = true});
    if (picked < 0 || panel.looking) return;
    const v1::Item& item = *items[static_cast<std::size_t>(picked)];
    draft.unsaid.erase(item.id());
    if (draft.items.erase(item.id()) > 0) return;
    draft.items[item.id()] = item.mark() == contract::Mark::assumption;
    if (!says_use(item)) draft.unsaid.insert(item.id());
}

void draw_cited_count(Panel& panel, Rect line, std::size_t count) {
    if (count > 0)
        panel.draw().line(line, panel.say(Say::share_chosen, {std::to_string(count)}),
                          {Type::small, Token::text_2, Align::right});
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
        const v1::Item* item = panel.view->find<v1::Item>(each.item());
        const std::string named =
            item == nullptr ? each.item() : each.item() + " " + panel.item_title(*item);
        words.push_back(each.as() == contract::Mark::assumption
                            ? panel.say(Say::cite_item_assumed, {named})
                            : named);
    }
    if (hidden > 0)
        words.push_back(hidden == 1 ? panel.say(Say::cite_hidden_one)
                                    : panel.say(Say::cite_hidden, {std::to_string(hidden)}));
    return words.empty() ? panel.say(Say::cite_none) : enumerate(panel, words);
}

}  // namespace casustafel::ui
