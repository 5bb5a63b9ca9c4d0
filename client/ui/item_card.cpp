#include "client/ui/item_card.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/ask_dialog.hpp"
#include "client/ui/button.hpp"
#include "client/ui/dossier.hpp"
#include "client/ui/item_acts.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/select.hpp"
#include "client/ui/share_dialog.hpp"

namespace casustafel::ui {
namespace {

constexpr std::array mark_words = {"fact", "assumption", "refuted"};

std::string names_of_people(const Panel& panel, const v1::Item& item) {
    std::vector<std::string> names;
    for (const std::string& person : item.about()) names.push_back(panel.person_name(person));
    return enumerate(panel, names);
}

std::string shared_with(const Panel& panel, const v1::Item& item) {
    std::vector<std::string> roles;
    for (const v1::Share* share : panel.view->shares()) {
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

Mark mark_of(const v1::Item& item) {
    if (item.mark() == "fact") return Mark::fact;
    if (item.mark() == "assumption") return Mark::assumption;
    return item.mark() == "refuted" ? Mark::refuted : Mark::none;
}

// Caption and value in columns; returns the height used.
float draw_facts(Panel& panel, Rect area, const v1::Item& item) {
    struct Fact {
        Say caption;
        std::string value;
    };
    const Fact facts[] = {{Say::item_about, names_of_people(panel, item)},
                          {Say::item_your_mark, {}},
                          {Say::item_origin, origin(panel, item)},
                          {Say::item_shared_with, shared_with(panel, item)}};
    const int columns = area.width() >= 560 ? 4 : 2;
    const float wide = area.width() / static_cast<float>(columns);
    float used = 0;
    for (int first = 0; first < 4; first += columns) {
        float high = 0;
        for (int column = 0; column < columns; ++column) {
            const Fact& fact = facts[first + column];
            const float left = area.left + wide * static_cast<float>(column);
            Rect cell{left, area.top + used, left + wide - 12, area.top + used + 400};
            panel.draw().line(cell.cut_top(20), panel.say(fact.caption),
                              {Type::small, Token::text_2});
            if (fact.caption == Say::item_your_mark) {
                mark_label(panel.ui, cell.cut_top(22), mark_of(item), Align::left, true);
                high = std::max(high, 42.0F);
            } else {
                high = std::max(high, 20 + panel.draw().paragraph(cell, fact.value, {}));
            }
        }
        used += high + 10;
    }
    return used;
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

void draw_caution(Panel& panel, Rect& inner, Rect measure, const v1::Item& item, float gap) {
    const std::string& caution = panel.in(item.caution());
    if (caution.empty()) return;
    const float high =
        panel.draw().paragraph_height(measure.width() - 52, caution, Type::body) + 18;
    const Rect box{measure.left, inner.top, measure.right, inner.top + high};
    panel.draw().fill(box, Token::attention_soft, radius::control);
    if (borders_for_fills(panel.draw().contrast()))
        panel.draw().border(box, Token::attention, 1, radius::control);
    panel.draw().icon({box.left + 22, box.top + 20}, Icon::information, IconSize::control,
                      Token::attention);
    panel.draw().paragraph({box.left + 40, box.top + 9, box.right - 12, box.bottom}, caution, {});
    inner.cut_top(high + gap);
}

float draw_text(Panel& panel, Rect inner, const v1::Item& item) {
    const float top = inner.top;
    inner.bottom = inner.top + 100'000;
    inner.cut_top(draw_meta(panel, inner, item) + 10);
    Rect measure = inner;
    measure.right = std::min(measure.right, measure.left + space::reading_measure);
    if (!panel.in(item.title()).empty()) {
        inner.cut_top(panel.draw().paragraph({measure.left, inner.top, measure.right, inner.bottom},
                                             panel.in(item.title()), {Type::heading}) +
                      8);
    }
    inner.cut_top(panel.draw().paragraph({measure.left, inner.top, measure.right, inner.bottom},
                                         panel.in(item.text()), {}) +
                  20);
    // Where there is little room, what one must not forget comes before what one may look up.
    const bool low = panel.draw().clip().height() < 260;
    if (low) draw_caution(panel, inner, measure, item, 12);
    inner.cut_top(draw_facts(panel, inner, item) + 6);
    if (!low) draw_caution(panel, inner, measure, item, 0);
    return inner.top - top;
}

void mark_item(Panel& panel, const v1::Item& item, int choice) {
    v1::Command command = panel.command();
    command.mutable_mark_item()->set_item(item.id());
    command.mutable_mark_item()->set_mark(mark_words[static_cast<std::size_t>(choice)]);
    panel.outbox.act(std::move(command));
}

struct Action {
    const char* name;
    Say label;
    Icon icon;
    char key;
    const char* keycap;
};

constexpr Action actions[] = {{"item.share", Say::item_share, Icon::share, 'd', "D"},
                              {"item.ask", Say::item_ask, Icon::question, 'v', "V"},
                              {"item.mark", Say::item_mark, Icon::tag, 'm', "M"},
                              {"item.weigh", Say::item_weigh, Icon::scale_balance, 'a', "A"}};

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
        look.enabled = !panel.looking && !panel.phase_is("ended");
        const std::string label = panel.say(action.label);
        const Rect place = area.cut_left(button_width(panel.ui, label, look));
        area.cut_left(10);
        const bool pressed = button(panel.ui, place, action.name, label, look) ||
                             (look.enabled && panel.ui.take_letter(action.key, {"item", "dossier"}));
        if (index == 2) {
            const Option options[] = {{"fact", panel.say(Say::ui_mark_fact)},
                                      {"assumption", panel.say(Say::ui_mark_assumption)},
                                      {"refuted", panel.say(Say::ui_mark_refuted)}};
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

void draw_item_card(Panel& panel, Rect area, TableState& state) {
    panel.ui.area("item");
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const v1::Item* item = panel.view->item(state.dossier.selected);
    if (item == nullptr) {
        empty_state(panel.ui, narrow ? area.inset(16) : area,
                    {panel.say(Say::item_empty), panel.say(Say::item_empty_body)}, !narrow);
        return;
    }
    const bool low = area.height() < 240;  // a low screen keeps its room for the text
    const float foot = 40 + (low ? 16.0F : narrow ? 24.0F : 28.0F);
    Rect card = area;
    // The card is as high as its text and no higher than its place.
    const int needed = panel.ui.number("item.text." + item->id() + ".needed");
    const float pad_x = narrow ? 16 : 28, pad_y = narrow || low ? 12 : 22;
    if (!narrow && needed > 0)
        card.bottom =
            std::min(card.bottom, card.top + static_cast<float>(needed) + 2 * pad_y + foot);
    panel.draw().fill(card, Token::surface, narrow ? 0 : radius::card);
    if (!narrow) panel.draw().border(card, Token::line, 1, radius::card);
    Rect inner = card.inset(pad_x, pad_y);
    const Rect buttons = inner.cut_bottom(40);
    inner.cut_bottom(narrow || low ? 8 : 16);
    if (narrow) panel.draw().horizontal_rule(card.left, card.right, inner.bottom + 2);
    scroll_area(panel.ui, inner, "item.text." + item->id(),
                [&](Rect text) { return draw_text(panel, text, *item); });
    draw_actions(panel, buttons, *item, state);
}

}  // namespace casustafel::ui
