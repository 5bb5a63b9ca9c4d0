#include "client/ui/table/item_card.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/acts/ask_dialog.hpp"
#include "client/ui/acts/item_acts.hpp"
#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float meta_gap = 10, text_gap = 16, least_text = 66;

std::string names_of_people(const Panel& panel, const v1::Item& item) {
    std::vector<std::string> names;
    for (const std::string& person : item.about()) names.push_back(panel.person_name(person));
    return enumerate(panel, names);
}

std::string shared_with(const Panel& panel, const v1::Item& item) {
    std::vector<std::string> roles;
    for (const v1::Share* share : panel.view->all<v1::Share>()) {
        if (share->item() != item.id() || share->giver() != panel.role) continue;
        for (const std::string& role : share->to()) {
            if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
        }
    }
    return roles.empty() ? panel.say(Say::item_shared_nobody) : enumerate(panel, roles);
}

std::string origin(const Panel& panel, const v1::Item& item) {
    if (item.original()) return panel.say(Say::item_origin_own);
    return panel.say(Say::item_origin_from,
                     {item.received_from(), in_sentence(form_name(panel, item.form()))});
}

// Captions with their values beside them, two to a line; returns the height used.
float draw_facts(Panel& panel, Rect area, const v1::Item& item) {
    struct Fact {
        Say caption;
        std::string value;
    };
    const Fact facts[] = {{Say::item_about, names_of_people(panel, item)},
                          {Say::item_your_mark, {}},
                          {Say::item_origin, origin(panel, item)},
                          {Say::item_shared_with, shared_with(panel, item)}};
    const float wide = area.width() / 2;
    float captions[2] = {0, 0}, used = 0;
    for (int at = 0; at < 4; ++at)
        captions[at % 2] = std::max(
            captions[at % 2], panel.draw().width(panel.say(facts[at].caption), Type::small) + 12);
    for (int first = 0; first < 4; first += 2) {
        float high = 22;
        for (int column = 0; column < 2; ++column) {
            const Fact& fact = facts[first + column];
            const float left = area.left + wide * static_cast<float>(column);
            Rect cell{left, area.top + used, left + wide - 12, area.top + used + 22};
            panel.draw().line(cell.cut_left(captions[column]), panel.say(fact.caption),
                              {Type::small, Token::text_2});
            if (fact.caption == Say::item_your_mark) {
                mark_label(panel.ui, cell, item.mark(), Align::left, true);
            } else {
                cell.bottom = cell.top + 400;
                high = std::max(high, panel.draw().paragraph(cell, fact.value, {}));
            }
        }
        used += high + 4;
    }
    return used;
}

Rect measure_of(Rect area) {
    area.right = std::min(area.right, area.left + space::reading_measure);
    return area;
}

// That this role weighed it, and what it came to.
void draw_weighed(Panel& panel, Rect& area, const v1::Item& item) {
    const v1::Weighing* weighed = panel.view->find<v1::Weighing>(item.id());
    if (weighed == nullptr || weighed->role() != panel.role) return;
    Rect row = area.cut_top(22);
    row.left = icon_label(panel.ui, row, Icon::scale_balance, panel.say(Say::item_weighed),
                          Tone::good, true)
                   .right +
               10;
    row.right = measure_of(area).right;
    row.bottom = row.top + 400;
    area.cut_top(std::max(0.0F, panel.draw().paragraph(row, weighed->minimum(), {}) - 22) + 4);
}

float draw_meta(Panel& panel, Rect area, const v1::Item& item) {
    Rect row = area;
    row.bottom = row.top + 20;
    const Rect right =
        sensitivity_label(panel.ui, row, static_cast<int>(item.sensitivity()), Align::right);
    row.right = right.left - 16;
    row.cut_left(panel.draw().line(row, item.id(), {Type::strong_small, Token::text_2}).width() +
                 16);
    row.cut_left(
        panel.draw()
            .line(row, panel.word("category", item.category()), {Type::small, Token::text_2})
            .width() +
        16);
    const std::string& source = panel.in(item.source());
    if (!source.empty() && row.width() > 120)
        panel.draw().line(row, panel.say(Say::item_source, {source}), {Type::small, Token::text_2});
    return 20;
}

float caution_height(Panel& panel, float width, const v1::Item& item) {
    const std::string& caution = panel.in(item.caution());
    if (caution.empty()) return 0;
    return panel.draw().paragraph_height(width - 52, caution, Type::body) + 18;
}

// What one must not forget: it stays in sight, whatever is scrolled.
void draw_caution(Panel& panel, Rect box, const v1::Item& item) {
    panel.draw().fill(box, Token::attention_soft, radius::control);
    if (borders_for_fills(panel.draw().contrast()))
        panel.draw().border(box, Token::attention, 1, radius::control);
    panel.draw().icon({box.left + 22, box.top + 20}, Icon::information, IconSize::control,
                      Token::attention);
    panel.draw().paragraph({box.left + 40, box.top + 9, box.right - 12, box.bottom},
                           panel.in(item.caution()), {});
}

float title_height(Panel& panel, float width, const v1::Item& item) {
    const std::string& title = panel.in(item.title());
    return title.empty() ? 0 : panel.draw().paragraph_height(width, title, Type::heading) + 8;
}

void draw_title_words(Panel& panel, Rect& area, const v1::Item& item) {
    if (panel.in(item.title()).empty()) return;
    area.cut_top(panel.draw().paragraph(measure_of(area), panel.in(item.title()), {Type::heading}) +
                 8);
}

void draw_title(Panel& panel, Rect& area, const v1::Item& item) {
    area.cut_top(draw_meta(panel, area, item) + meta_gap);
    draw_title_words(panel, area, item);
}

void draw_text(Panel& panel, Rect& inner, const v1::Item& item, bool with_title) {
    inner = unlimited(inner);
    if (with_title) {  // where only a line or two are in sight, that is what it is about
        draw_title_words(panel, inner, item);
        inner.cut_top(draw_meta(panel, inner, item) + meta_gap);
    }
    // Of one's own item what is known comes before how the source put it.
    if (const std::string facts = facts_beside(panel, item); !facts.empty()) {
        inner.cut_top(panel.draw().paragraph(measure_of(inner), facts, {}) + 10);
        inner.cut_top(panel.draw().paragraph(measure_of(inner), panel.say(Say::item_source_text),
                                             {Type::strong_small, Token::text_2}) +
                      2);
    }
    inner.cut_top(panel.draw().paragraph(measure_of(inner), panel.in(item.text()), {}) + text_gap);
    inner.cut_top(draw_facts(panel, measure_of(inner), item));
    draw_weighed(panel, inner, item);
}

// Title and caution stay where they are when there is room for some lines under them; else only
// the caution does. The height above what scrolls comes beforehand.
struct Head {
    bool title;
    float height, caution;
};
Head head_of(Panel& panel, Rect area, const v1::Item& item) {
    const float wide = measure_of(area).width();
    const float caution = caution_height(panel, wide, item);
    const float below = caution > 0 ? caution + 12 : 0;
    const float title = 20 + meta_gap + title_height(panel, wide, item);
    const bool fits = title + below + least_text <= area.height();
    return {fits, (fits ? title : 0) + below, caution};
}

void draw_body(Panel& panel, Rect inner, const v1::Item& item) {
    const Head head = head_of(panel, inner, item);
    if (head.title) draw_title(panel, inner, item);
    if (head.caution > 0) {
        draw_caution(panel, measure_of(inner.cut_top(head.caution)), item);
        inner.cut_top(12);
    }
    scroll_area(panel.ui, inner, "item.text." + item.id(),
                [&](Rect& text) { draw_text(panel, text, item, !head.title); });
}

void mark_item(Panel& panel, const v1::Item& item, int choice) {
    panel.act<v1::MarkItem>([&](auto& act) {
        act.set_item(item.id());
        act.set_mark(
            std::string(contract::words<contract::Mark>[static_cast<std::size_t>(choice)]));
    });
}

struct Action {
    const char* name;
    Say label;
    Icon icon;
    char key;
    const char* keycap;
    Say help;  // in the list of keys
};

constexpr Action actions[] = {
    {"item.share", Say::item_share, Icon::share, 'd', "D", Say::ui_key_share},
    {"item.ask", Say::item_ask, Icon::question, 'v', "V", Say::ui_key_ask},
    {"item.mark", Say::item_mark, Icon::tag, 'm', "M", Say::ui_key_mark},
    {"item.weigh", Say::item_weigh, Icon::scale_balance, 'a', "A", Say::ui_key_weigh}};

// How much is shown on the buttons so that they fit in one row.
enum class Fullness : std::uint8_t { all, no_keys, no_icons, small };

ButtonLook look_of(const Action& action, bool first, Fullness fullness) {
    ButtonLook look{.style = first ? ButtonStyle::primary : ButtonStyle::outlined};
    if (fullness < Fullness::no_icons) look.icon = action.icon;
    look.small = fullness == Fullness::small;
    if (fullness == Fullness::all) look.keycap = action.keycap;
    return look;
}

float row_width(Panel& panel, Fullness fullness) {
    float wide = 40;  // the button with more
    for (std::size_t index = 0; index < std::size(actions); ++index) {
        wide += button_width(panel.ui, panel.say(actions[index].label),
                             look_of(actions[index], index == 0, fullness)) +
                10;
    }
    return wide;
}

void draw_actions(Panel& panel, Rect area, const v1::Item& item, TableState& state) {
    Fullness fullness = Fullness::all;
    if (row_width(panel, fullness) > area.width()) fullness = Fullness::no_keys;
    if (row_width(panel, fullness) > area.width()) fullness = Fullness::no_icons;
    if (row_width(panel, fullness) > area.width()) fullness = Fullness::small;
    for (std::size_t index = 0; index < std::size(actions); ++index) {
        const Action& action = actions[index];
        ButtonLook look = look_of(action, index == 0, fullness);
        look.enabled = panel.may_begin();
        const std::string label = panel.say(action.label);
        const Rect place = area.cut_left(button_width(panel.ui, label, look));
        area.cut_left(10);
        const bool pressed =
            button(panel.ui, place, action.name, label, look) ||
            (look.enabled && panel.ui.take_letter(action.key, {"item", "dossier"}));
        if (index == 2) {
            std::vector<Option> options;
            for (const std::string_view mark : contract::words<contract::Mark>)
                options.push_back(
                    {std::string(mark), panel.word("ui", "mark_" + std::string(mark)), {}});
            if (pressed) open_list(panel.ui, action.name);
            const int choice = dropped_list(panel.ui, place, action.name, options);
            if (choice >= 0) mark_item(panel, item, choice);
        }
        if (!pressed) continue;
        if (index == 0) open_share(state.share, item.id(), 0);
        if (index == 1) open_ask(panel, state.ask, &item);
        if (index == 3) state.weighing.item = item.id();
    }
    draw_more_acts(panel, area, item, state.item_act);
}

}  // namespace

std::vector<KeyLine> item_letters() {
    std::vector<KeyLine> lines;
    for (const Action& action : actions) lines.push_back({{action.keycap}, action.help});
    for (KeyLine& line : item_act_letters()) lines.push_back(std::move(line));
    return lines;
}

void draw_item_card(Panel& panel, Rect area, TableState& state) {
    panel.ui.area("item");
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const v1::Item* item = panel.view->find<v1::Item>(state.dossier.selected);
    if (item == nullptr) {
        const bool nothing = panel.view->all<v1::Item>().empty();
        empty_state(panel, narrow ? area.inset(16) : area,
                    nothing ? Say::item_empty_dossier : Say::item_empty,
                    nothing  ? Say::item_empty_dossier_body
                    : narrow ? Say::item_empty_narrow_body
                             : Say::item_empty_body,
                    !narrow);
        return;
    }
    const bool low = area.height() < 240;  // a low screen keeps its room for the text
    const float foot = 40 + (low ? 16.0F : narrow ? 24.0F : 28.0F);
    Rect card = area;
    // The card is as high as its text and no higher than its place.
    const int needed = panel.ui.number("item.text." + item->id() + ".needed");
    const float pad_x = narrow ? 16 : 24, pad_y = narrow || low ? 12 : 20;
    const Head head = head_of(panel, area.inset(pad_x, pad_y + foot / 2), *item);
    if (!narrow && needed > 0)
        card.bottom = std::min(
            card.bottom, card.top + head.height + static_cast<float>(needed) + 2 * pad_y + foot);
    panel.draw().fill(card, Token::surface, narrow ? 0 : radius::card);
    if (!narrow) panel.draw().border(card, Token::line, 1, radius::card);
    Rect inner = card.inset(pad_x, pad_y);
    const Rect buttons = inner.cut_bottom(40);
    inner.cut_bottom(narrow || low ? 8 : 16);
    if (narrow) panel.draw().horizontal_rule(card.left, card.right, inner.bottom + 2);
    draw_body(panel, inner, *item);
    draw_actions(panel, buttons, *item, state);
}

}  // namespace casustafel::ui
