#include "client/ui/entrance/seats.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/marks.hpp"

namespace casustafel::ui {
namespace {

constexpr Measure badge_width{64, 56, 56}, between_tables{32, 20, 20};
constexpr float gap = 8, head_height = 44, scroll_bar_room = 10;

struct Seat {
    const v1::Role* role;
    bool own, chosen;
    bool brief = false;  // what it aims at is told once it is chosen
    bool free() const { return role->occupant() == 0 && !role->autopilot_only(); }
    bool tells_aim() const { return !brief || own || chosen; }
};

std::string status_words(const Panel& panel, const Seat& seat) {
    if (seat.role->autopilot_only()) return panel.say(Say::lobby_computer);
    if (seat.own) return panel.say(Say::lobby_your_seat);
    if (seat.chosen) return panel.say(Say::lobby_your_choice);
    if (seat.free()) return panel.say(Say::lobby_free);
    // Who is no participant yet is told no names.
    return panel.model.names.contains(seat.role->occupant()) ? panel.occupant_name(*seat.role)
                                                             : panel.say(Say::lobby_taken);
}

// Where the parts of a card stand.
struct CardLayout {
    float badge, text_left, status, text_width;
    bool organisation;         // says something the name does not
    bool organisation_beside;  // on the line of the name
};

CardLayout card_layout(Panel& panel, const Seat& seat, float width) {
    CardLayout layout{};
    layout.badge = badge_width.in(panel.ui);
    layout.text_left = 12 + layout.badge + 14;
    layout.status =
        std::min(140.0F, panel.draw().width(status_words(panel, seat), Type::strong_small) + 36);
    layout.text_width = width - layout.text_left - layout.status;
    const float name = panel.draw().width(panel.in(seat.role->name()), Type::strong);
    const float organisation = panel.draw().width(panel.in(seat.role->organisation()), Type::small);
    layout.organisation = panel.in(seat.role->organisation()) != panel.in(seat.role->name());
    layout.organisation_beside =
        layout.organisation && name + 12 + organisation <= layout.text_width;
    return layout;
}

float card_height(Panel& panel, const Seat& seat, float width) {
    const CardLayout layout = card_layout(panel, seat, width);
    const float aim = seat.tells_aim()
                          ? panel.draw().paragraph_height(layout.text_width,
                                                          panel.in(seat.role->aim()), Type::small)
                          : 0;
    return 10 + 22 + (!layout.organisation || layout.organisation_beside ? 0 : 18) + aim + 10 + gap;
}

void draw_status(Panel& panel, const Seat& seat, Rect place) {
    const bool marked = seat.own || seat.chosen;
    const Icon icon = marked ? Icon::check_circle : seat.free() ? Icon::circle : Icon::account;
    const Tone tone = marked ? Tone::accent : seat.free() ? Tone::good : Tone::neutral;
    icon_label(panel.ui, place, icon, status_words(panel, seat), tone, marked, Align::right);
}

void draw_words(Panel& panel, const Seat& seat, const CardLayout& layout, Rect words, bool usable) {
    Painter& draw = panel.draw();
    const std::string& organisation = panel.in(seat.role->organisation());
    Rect first = words.cut_top(22);
    const Rect name = draw.line(first, panel.in(seat.role->name()),
                                {Type::strong, usable ? Token::text : Token::text_2});
    if (layout.organisation_beside) {
        first.left = name.right + 12;
        draw.line(first, organisation, {Type::small, Token::text_2});
    } else if (layout.organisation) {
        draw.line(words.cut_top(18), organisation, {Type::small, Token::text_2});
    }
    if (!seat.tells_aim()) return;
    draw.paragraph(words, panel.in(seat.role->aim()),
                   {Type::small, usable ? Token::text : Token::text_2});
}

void draw_card(Panel& panel, const Seat& seat, Rect card, const Response& response) {
    Painter& draw = panel.draw();
    const CardLayout layout = card_layout(panel, seat, card.width());
    const bool marked = seat.own || seat.chosen;
    const bool usable = seat.free() || seat.own;
    draw.fill(card,
              marked || response.hovered ? Token::accent_soft
              : usable                   ? Token::surface
                                         : Token::inset,
              radius::card);
    draw.border(card, marked ? Token::accent : Token::line, marked ? 2.0F : 1.0F, radius::card);
    const Rect badge{card.left + 12, card.top, card.left + 12 + layout.badge, card.bottom};
    role_badge(panel.ui, badge.middle_row(32), seat.role->table(), seat.role->id(), usable);
    draw_words(
        panel, seat, layout,
        {card.left + layout.text_left, card.top + 10, card.right - layout.status, card.bottom},
        usable);
    draw_status(panel, seat, {card.right - layout.status, card.top, card.right - 14, card.bottom});
    if (response.ring) focus_ring_inside(panel.ui, card.inset(2), radius::control);
}

void draw_table_head(Panel& panel, Rect area, const v1::Table& table) {
    table_badge(panel.ui, {area.left + 12, area.centre().y}, table.id(), 24);
    area.cut_left(36);
    const Rect name = panel.draw().line(area, panel.in(table.name()), {Type::panel});
    area.left = name.right + 16;
    const std::string& tagline = panel.in(table.tagline());
    if (panel.draw().width(tagline, Type::small) <= area.width())
        panel.draw().line(area, tagline, {Type::small, Token::text_2, Align::right});
}

}  // namespace

SeatCount count_seats(const model::View& view) {
    SeatCount count;
    for (const v1::Role* role : view.all<v1::Role>()) {
        if (role->autopilot_only()) continue;
        ++count.all;
        if (role->occupant() == 0) ++count.free;
    }
    return count;
}

namespace {

// One list of seats; a heading for each table when it holds several.
class SeatList {
public:
    SeatList(Panel& panel, Rect area, const std::string& chosen, const std::string& own)
        : panel_(panel), area_(area), chosen_(chosen), own_(own) {}

    void add(const v1::Table& table, bool with_heading) {
        if (with_heading) add_row({"", head_height, true}, {&table, {}});
        for (const v1::Role* role : panel_.view->all<v1::Role>()) {
            if (role->table() != table.id()) continue;
            const Seat seat{role, role->id() == own_, role->id() == chosen_ && own_.empty()};
            add_row({"seat." + role->id(), 0, false, seat.own || seat.chosen,
                     panel_.in(role->name()), seat.free() && own_.empty()},
                    {nullptr, seat});
        }
    }

    bool fits() { return measure(area_.width()) <= area_.height(); }

    // More seats in sight help more than every aim.
    void shorten() {
        for (Entry& entry : entries_) entry.seat.brief = true;
    }

    void draw(const std::string& name, ListState& state, std::string& chosen) {
        if (!fits()) measure(area_.width() - scroll_bar_room);
        const int picked =
            scroll_list(panel_.ui, area_, name, rows_, state,
                        [&](std::size_t row, Rect rect, const Response& response) {
                            rect.bottom -= gap;
                            if (entries_[row].table != nullptr)
                                draw_table_head(panel_, rect, *entries_[row].table);
                            else
                                draw_card(panel_, entries_[row].seat, rect, response);
                        },
                        {.cards = true});
        if (picked >= 0) chosen = entries_[static_cast<std::size_t>(picked)].seat.role->id();
    }

private:
    struct Entry {
        const v1::Table* table;
        Seat seat;
    };
    // The rows get the height their words want at this width; returns the sum.
    float measure(float width) {
        float sum = 0;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (entries_[row].table == nullptr)
                rows_[row].height = card_height(panel_, entries_[row].seat, width);
            sum += rows_[row].height;
        }
        return sum;
    }

    void add_row(Row row, Entry entry) {
        rows_.push_back(std::move(row));
        entries_.push_back(entry);
    }

    Panel& panel_;
    Rect area_;
    std::string chosen_, own_;
    std::vector<Row> rows_;
    std::vector<Entry> entries_;
};

}  // namespace

void draw_seats(Panel& panel, Rect area, std::string& chosen, const std::string& own,
                std::vector<ListState>& lists) {
    const auto tables = panel.view->all<v1::Table>();
    lists.resize(std::max<std::size_t>(tables.size(), 1));
    if (panel.ui.layout() == Layout::narrow) {
        SeatList all(panel, area, chosen, own);
        for (const v1::Table* table : tables) all.add(*table, true);
        if (!all.fits()) all.shorten();
        return all.draw("seats", lists[0], chosen);
    }
    const float between = between_tables.in(panel.ui);
    const auto count = static_cast<float>(tables.size());
    const float wide = (area.width() - between * (count - 1)) / std::max(1.0F, count);
    std::vector<SeatList> columns;
    for (std::size_t index = 0; index < tables.size(); ++index) {
        Rect column = area.cut_left(wide);
        area.cut_left(between);
        draw_table_head(panel, column.cut_top(head_height - gap), *tables[index]);
        column.cut_top(gap);
        columns.emplace_back(panel, column, chosen, own).add(*tables[index], false);
    }
    if (!std::all_of(columns.begin(), columns.end(), [](SeatList& each) { return each.fits(); }))
        for (SeatList& each : columns) each.shorten();
    for (std::size_t index = 0; index < columns.size(); ++index)
        columns[index].draw("seats." + tables[index]->id(), lists[index], chosen);
}

}  // namespace casustafel::ui
