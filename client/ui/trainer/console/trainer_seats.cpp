#include "client/ui/trainer/console/trainer_seats.hpp"

#include <algorithm>
#include <set>

#include "client/model/queries.hpp"
#include "client/ui/frame/glossary.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/panel/columns.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/trainer/console/stalls.hpp"
#include "client/ui/trainer/console/trainer_calls.hpp"
#include "client/ui/trainer/watch/happening_words.hpp"
#include "client/ui/trainer/watch/seat_facts.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr int many_unread = 3;

constexpr Measure row_height{40, 36, 32}, heading_height{40, 36, 28}, title_height{48, 40, 0};
constexpr float heads_height = 28, code_gap = 6;

struct Hint {
    Say title, words;
};
constexpr Hint activity_hint{Say::trainer_activity, Say::trainer_hint_activity},
    unread_hint{Say::trainer_unread_short, Say::trainer_hint_unread},
    requests_hint{Say::trainer_hint_requests_title, Say::trainer_hint_requests};

void explain(Panel& panel, Rect place, const Hint& hint) {
    hint_words(panel, place, panel.say(hint.title), panel.say(hint.words));
}

// One seat, with what is known of it.
struct Seat {
    const v1::Role& role;
    const Happening* last;  // nullptr: nothing yet
    const Activity* busy;   // nullptr: nothing in these ten minutes
    std::int64_t silent_ms;
};

// Ten bars, one a minute; a line where nothing was done.
void draw_busy(Panel& panel, Rect area, const Activity& counts) {
    const float step =
        std::min(9.0F, (area.width() - (area.width() < 70 ? 6 : 10)) / activity_minutes);
    for (std::size_t index = 0; index < activity_minutes; ++index) {
        const float left = area.left + step * static_cast<float>(index);
        const float high = counts[index] == 0
                               ? 1.5F
                               : 5.0F + 3.0F * static_cast<float>(std::min(counts[index], 4));
        const float bottom = area.centre().y + 9;
        panel.draw().fill({left, bottom - high, left + step - 2, bottom},
                          counts[index] == 0 ? Token::control_border : Token::accent);
    }
}

// How a role stands in the swap that is under way.
void draw_swapping(Panel& panel, Rect area, const v1::Role& role, const v1::SwapUnderWay& swap) {
    if (model::swaps_with(swap, role.id()).empty()) {
        panel.draw().line(area, panel.say(Say::trainer_swap_stays), {Type::small, Token::text_2});
        return;
    }
    const bool ready = model::is_ready(swap, role.id()),
               writes = swap.stage() == contract::SwapStage::writing;
    icon_label(panel.ui, area,
               ready    ? Icon::check_circle
               : writes ? Icon::pencil
                        : Icon::document,
               panel.say(ready    ? Say::swap_ready
                         : writes ? Say::trainer_swap_writes
                                  : Say::trainer_swap_reads),
               ready ? Tone::good : Tone::neutral, ready);
}

// How this seat stands: gone, ready for the swap or not, silent, or what was done last.
void draw_last(Panel& panel, Rect area, const Seat& seat) {
    const v1::Role& role = seat.role;
    const std::string did = seat.last == nullptr ? panel.say(Say::trainer_nothing_yet)
                                                 : last_act_words(panel, *seat.last);
    if (role.occupant() == 0) {
        if (seat.last != nullptr && !is_empty(role)) panel.draw().line(area, did, {Type::small});
        return;
    }
    const bool awaited = panel.is_awaited(role);
    if (role.absent() || !role.connected() || awaited) {
        icon_label(panel.ui, area, Icon::alert,
                   panel.say(role.absent() ? Say::trainer_absent
                             : awaited     ? Say::trainer_awaited
                                           : Say::trainer_offline),
                   Tone::wrong, true);
        return;
    }
    if (const v1::SwapUnderWay* swap = panel.view->find<v1::SwapUnderWay>())
        return draw_swapping(panel, area, role, *swap);
    if (seat.silent_ms > 0) {
        icon_label(panel.ui, area, Icon::sleep,
                   panel.say(Say::trainer_silent_for, {duration_words(panel, seat.silent_ms)}),
                   Tone::attention, true);
        return;
    }
    panel.draw().line(area, did, {Type::small, seat.last == nullptr ? Token::text_2 : Token::text});
}

// A number in a pill: grey, or on an attentive ground.
void seat_pill(Panel& panel, Rect column, int count, bool attentive) {
    if (!attentive)
        return count_pill(panel.ui, {column.left, column.centre().y},
                          count > 99 ? "99+" : std::to_string(count));
    const std::string words = count > 99 ? "99+" : std::to_string(count);
    const float wide = count_pill_width(panel.ui, words);
    const Rect place =
        Rect{column.left, column.top, column.left + wide, column.bottom}.middle_row(20);
    panel.draw().fill(place, Token::attention_soft, 10);
    panel.draw().border(place, Token::attention, 1, 10);
    panel.draw().line(place, words, {Type::strong_small, Token::attention, Align::centre});
}

bool is_late(const Panel& panel, std::string_view role) {
    for (const v1::Request* request : panel.view->all<v1::Request>()) {
        const auto term = model::term_ends_sim_ms(*request, role);
        if (term && *term <= panel.sim_ms() && model::is_open_for(*request, role)) return true;
    }
    return false;
}

// Who is gone or asks for help comes first at its table.
std::vector<const v1::Role*> seats_of(const Panel& panel, const v1::Table& table) {
    std::set<std::uint32_t> calling;
    for (const v1::HelpCall* call : open_calls(panel)) calling.insert(call->participant());
    std::vector<const v1::Role*> seats;
    for (const v1::Role* role : panel.view->all<v1::Role>())
        if (role->table() == table.id()) seats.push_back(role);
    std::stable_partition(seats.begin(), seats.end(), [&](const v1::Role* role) {
        return panel.is_away(*role) ||
               (role->occupant() != 0 && calling.contains(role->occupant()));
    });
    return seats;
}

// "17 van 18 verbonden, de computer speelt er 3"; pressed it goes to the first who is gone.
void draw_connected(Panel& panel, Rect head) {
    int people = 0, here = 0, automatic = 0;
    const v1::Role* gone = nullptr;
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        if (role->autopilot()) ++automatic;
        if (role->occupant() == 0) continue;
        ++people;
        if (!panel.is_away(*role)) ++here;
        if (panel.is_away(*role) && gone == nullptr) gone = role;
    }
    std::string words =
        panel.say(Say::trainer_connected_of, {std::to_string(here), std::to_string(people)});
    const std::string more =
        ", " + panel.say(Say::trainer_connected_automatic, {std::to_string(automatic)});
    const bool online = panel.model.link == model::Link::ready;
    if (!online)
        words += ", " + panel.say(Say::trainer_last_known);
    else if (automatic > 0 &&
             panel.draw().width(words + more, Type::strong_small) + 24 <= head.width())
        words += more;
    const Tone tone = !online ? Tone::neutral : gone != nullptr ? Tone::attention : Tone::good;
    const Rect place =
        icon_label(panel.ui, head, gone != nullptr || !online ? Icon::alert : Icon::wifi, words,
                   tone, gone != nullptr && online, Align::right);
    if (gone == nullptr || !online) return;
    const Response response = panel.ui.touch(
        {.name = "seats.gone",
         .label = words,
         .rect = Rect{place.left - 4, head.top, place.right, head.bottom}.middle_row(28),
         .kind = Kind::link});
    if (response.ring) focus_ring_inside(panel.ui, place.inset(-4, -4), radius::keycap);
    if (response.activated) panel.ui.focus("seat." + gone->id());
}

void draw_role(Panel& panel, Rect area, const Seat& seat) {
    panel.draw().line(area, seat.role.id(), {Type::strong});
}

void draw_person(Panel& panel, Rect area, const Seat& seat) {
    const std::string person = panel.occupant_name(seat.role);
    area.right -= 6;
    panel.draw().line(area,
                      seat.role.autopilot()  ? panel.say(Say::trainer_autopilot)
                      : seat.role.stand_in() ? panel.say(Say::trainer_stands_in)
                      : person.empty()       ? panel.say(Say::trainer_free)
                                             : person,
                      {Type::body, person.empty() ? Token::text_2 : Token::text});
}

void draw_activity(Panel& panel, Rect area, const Seat& seat) {
    if (!is_empty(seat.role) && !panel.phase_is(Phase::lobby))
        draw_busy(panel, area, seat.busy == nullptr ? Activity{} : *seat.busy);
}

void draw_unread(Panel& panel, Rect area, const Seat& seat) {
    const int unread = unread_by(panel, seat.role.id());
    if (unread == 0) return;
    seat_pill(panel, area, unread, unread >= many_unread);
    explain(panel, area, unread_hint);
}

void draw_requests(Panel& panel, Rect area, const Seat& seat) {
    const int open = waiting_for(panel, seat.role.id());
    if (open == 0) return;
    seat_pill(panel, area, open, is_late(panel, seat.role.id()));
    explain(panel, area, requests_hint);
}

// Where words have no room the head is `brief` or `sign`; `hint` tells who points at it what stands
// there.
struct SeatColumn : Column<Seat> {
    Say brief = head;
    Icon sign = Icon::none;
    const Hint* hint = nullptr;
};

// A small screen has no room for the bars; the last act says enough.
constexpr SeatColumn seat_columns[] = {
    {{{64, 72, 66, 60, 66}, Say::trainer_role, draw_role, 0, code_gap}},
    {{{108, 84, 80, 72, 150}, Say::trainer_person, draw_person}},
    {{{100, 76, 66, 0, 66}, Say::trainer_activity, draw_activity},
     Say::trainer_activity_short,
     Icon::none,
     &activity_hint},
    {{{70, 38, 34, 34, 34}, Say::trainer_unread_short, draw_unread},
     Say::trainer_unread_short,
     Icon::document,
     &unread_hint},
    {{{56, 38, 36, 36, 36}, Say::trainer_feed_asking, draw_requests},
     Say::trainer_feed_asking,
     Icon::question,
     &requests_hint},
    {{rest_of_row, Say::trainer_last_act, draw_last}}};

// `crowded`: the list scrolls, so the last act gets what the others can spare.
Room room_of(const Panel& panel, float width, bool crowded) {
    if (panel.ui.layout() != Layout::compact) return room_of(panel.ui.layout());
    return width <= 400 ? Room::small : crowded ? Room::tight : Room::compact;
}

void draw_heads(Panel& panel, Rect row, bool crowded) {
    const Room room = room_of(panel, row.width(), crowded);
    each_column(panel, row, room, seat_columns, [&](const SeatColumn& column, Rect place) {
        if (room == Room::wide || column.sign == Icon::none)
            panel.draw().line(place, panel.say(room == Room::wide ? column.head : column.brief),
                              {Type::small, Token::text_2});
        else
            panel.draw().icon({place.left + 11, place.centre().y}, column.sign, IconSize::small,
                              Token::text_2);
        if (column.hint != nullptr) explain(panel, place, *column.hint);
    });
}

// The open decision of a table that is due first.
const v1::Decision* first_decision(const Panel& panel, const v1::Table& table) {
    const v1::Decision* first = nullptr;
    for (const v1::Decision* each : panel.view->all<v1::Decision>())
        if (each->table() == table.id() && each->status() == contract::DecisionStatus::open &&
            each->deadline_sim_ms() > panel.sim_ms() &&
            (first == nullptr || each->deadline_sim_ms() < first->deadline_sim_ms()))
            first = each;
    return first;
}

// The table's name, how many requests wait there, and the decision that comes first.
void draw_table_row(Panel& panel, Rect row, const v1::Table& table, int open) {
    panel.draw().fill(row, Token::inset);
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    row = row.inset(measure::pad.in(panel.ui), 0);
    table_badge(panel.ui, {row.left + 10, row.centre().y}, table.id());
    row.left += 30;
    const Rect name = panel.draw().line(row, panel.in(table.name()), {Type::strong});
    row.left = name.right + 10;
    const v1::Decision* first = first_decision(panel, table);
    const std::string title = first == nullptr ? std::string() : panel.in(first->title());
    const std::string when =
        first == nullptr ? std::string() : when_words(panel, first->deadline_sim_ms());
    const float whole = panel.draw().width(title, Type::small) + 1,
                wide = panel.draw().width(when, Type::strong_small) + 1;
    // The decision's name is the point: how many requests wait stands where both fit.
    const std::string waiting = panel.say(Say::trainer_requests_open, {std::to_string(open)});
    if (open > 0 && panel.draw().width(waiting, Type::small) + 16 + whole + wide + 26 < row.width())
        row.left = panel.draw().line(row, waiting, {Type::small, Token::text_2}).right + 16;
    if (first == nullptr || row.width() < 60) return;
    const float from = row.left, to = row.right;
    panel.draw().line(row.cut_right(wide), when, {Type::strong_small});
    row.right -= 6;
    // Its name comes before the sign for it.
    const bool signed_too = whole + 20 <= row.width() || whole > row.width();
    const float words = std::min(row.width() - (signed_too ? 20 : 0), whole);
    if (words > 60) panel.draw().line(row.cut_right(words), title, {Type::small, Token::text_2});
    if (signed_too)
        panel.draw().icon({row.right - 12, row.centre().y}, Icon::gavel, IconSize::small,
                          Token::text_2);
    hint_words(panel, {std::max(from, row.right - 20), row.top, to, row.bottom}, title,
               panel.say(Say::trainer_hint_decision));
}

}  // namespace

void draw_trainer_seats(Panel& panel, Rect area, TrainerState& state,
                        const std::vector<Happening>& happened) {
    panel.ui.area("seats");
    const auto roles = panel.view->all<v1::Role>();
    const float pad = measure::pad.in(panel.ui);
    const bool crowded =
        row_height.in(panel.ui) * static_cast<float>(roles.size()) +
            heading_height.in(panel.ui) * static_cast<float>(panel.view->all<v1::Table>().size()) +
            68 >
        area.height();
    // On a narrow screen the tab above says what this is, and every row counts.
    if (panel.ui.layout() != Layout::narrow) {
        Rect head = area.cut_top(title_height.in(panel.ui)).inset(pad, 0);
        const Rect title = panel.draw().line(head, panel.say(Say::trainer_seats), {Type::panel});
        count_pill(panel.ui, {title.right + 8, head.centre().y}, std::to_string(roles.size()));
        head.left = title.right + 56;
        draw_connected(panel, head);
        draw_heads(panel, area.cut_top(heads_height).inset(pad, 0), crowded);
    }
    std::vector<Row> rows;
    std::vector<const v1::Role*> seats;
    std::vector<const v1::Table*> tables;
    std::vector<int> open;
    for (const v1::Table* table : panel.view->all<v1::Table>()) {
        int waiting = 0;
        const std::size_t heading = rows.size();
        rows.push_back({"", heading_height.in(panel.ui), true, false, table->id()});
        seats.push_back(nullptr);
        tables.push_back(table);
        for (const v1::Role* role : seats_of(panel, *table)) {
            waiting += waiting_for(panel, role->id());
            rows.push_back({"seat." + role->id(), row_height.in(panel.ui), false, false,
                            panel.in(role->name())});
            seats.push_back(role);
            tables.push_back(table);
        }
        open.resize(rows.size());
        open[heading] = waiting;
    }
    const auto last = last_acts(happened);
    const auto busy = activity(panel, happened);
    const auto silent = silences(panel, happened, state.witness.part_began_sim_ms);
    const auto seat_of = [&](const v1::Role& role) {
        const auto did = last.find(role.id());
        const auto active = busy.find(role.id());
        const auto still = silent.find(role.id());
        return Seat{role, did == last.end() ? nullptr : did->second,
                    active == busy.end() ? nullptr : &active->second,
                    still == silent.end() ? 0 : still->second};
    };
    const int picked =
        scroll_list(panel.ui, area, "seats", rows, state.seats,
                    [&](std::size_t index, Rect row, const Response&) {
                        if (seats[index] == nullptr)
                            return draw_table_row(panel, row, *tables[index], open[index]);
                        const Rect inner = row.inset(pad, 0);
                        panel.draw().horizontal_rule(inner.left, inner.right, row.top);
                        draw_cells(panel, inner, room_of(panel, inner.width(), crowded),
                                   seat_columns, seat_of(*seats[index]));
                    },
                    {.inset_left = pad});
    if (picked >= 0 && seats[static_cast<std::size_t>(picked)] != nullptr)
        state.seat = seats[static_cast<std::size_t>(picked)]->id();
}

}  // namespace casustafel::ui
