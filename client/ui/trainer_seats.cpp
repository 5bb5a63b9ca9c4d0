#include "client/ui/trainer_seats.hpp"

#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/field.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/requests.hpp"
#include "client/ui/select.hpp"

namespace casustafel::ui {
namespace {

float row_height(const Panel& panel) { return panel.ui.layout() == Layout::wide ? 40 : 36; }
float pad(const Panel& panel) { return panel.ui.layout() == Layout::wide ? 24 : 16; }

struct Columns {
    Rect role, person, unread, requests, last;
};

Columns columns(const Panel& panel, Rect row) {
    const bool wide = panel.ui.layout() == Layout::wide;
    Columns at;
    at.role = row.cut_left(wide ? 88 : 76);
    at.person = row.cut_left(wide ? 104 : 88);
    at.unread = row.cut_left(wide ? 84 : 44);
    at.requests = row.cut_left(wide ? 92 : 44);
    at.last = row;
    return at;
}

void draw_heads(Panel& panel, Rect row) {
    const Columns at = columns(panel, row);
    const TextLook look{Type::small, Token::text_2};
    panel.draw().line(at.role, panel.say(Say::trainer_role), look);
    panel.draw().line(at.person, panel.say(Say::trainer_person), look);
    if (panel.ui.layout() == Layout::wide) {
        panel.draw().line(at.unread, panel.say(Say::trainer_unread), look);
        panel.draw().line(at.requests, panel.say(Say::trainer_open_requests), look);
    } else {
        panel.draw().icon({at.unread.left + 11, row.centre().y}, Icon::document, IconSize::small,
                          Token::text_2);
        panel.draw().icon({at.requests.left + 11, row.centre().y}, Icon::question, IconSize::small,
                          Token::text_2);
    }
    panel.draw().line(at.last, panel.say(Say::trainer_last_act), look);
}

void draw_seat(Panel& panel, Rect row, const v1::Role& role,
               const std::vector<Happening>& happened) {
    const Columns at = columns(panel, row);
    panel.draw().line(at.role, role.id(), {Type::strong});
    const std::string person = panel.occupant_name(role);
    panel.draw().line({at.person.left, at.person.top, at.person.right - 6, at.person.bottom},
                      role.autopilot()  ? panel.say(Say::trainer_autopilot)
                      : role.stand_in() ? panel.say(Say::trainer_stands_in)
                      : person.empty()  ? panel.say(Say::trainer_free)
                                        : person,
                      {Type::body, person.empty() ? Token::text_2 : Token::text});
    if (const int unread = unread_by(panel, role.id()))
        count_pill(panel.ui, {at.unread.left, row.centre().y}, std::to_string(unread));
    if (const int open = waiting_for(panel, role.id()))
        count_pill(panel.ui, {at.requests.left, row.centre().y}, std::to_string(open), true);
    if (role.occupant() == 0) return;
    if (role.absent() || !role.connected()) {
        icon_label(panel.ui, at.last, Icon::alert,
                   panel.say(role.absent() ? Say::trainer_absent : Say::trainer_offline),
                   Tone::wrong, true);
        return;
    }
    const std::string last = last_act(panel, happened, role.id());
    panel.draw().line(at.last, last.empty() ? panel.say(Say::trainer_nothing_yet) : last,
                      {Type::small, last.empty() ? Token::text_2 : Token::text});
}

// Another person, an autopilot or the trainer in this seat.
void draw_placing(Panel& panel, Rect& body, const v1::Role& role, TrainerState& state) {
    std::vector<Option> options;
    int chosen = -1;
    const auto add = [&](const std::string& key, const std::string& label,
                         const std::string& note) {
        if (key == state.placing) chosen = static_cast<int>(options.size());
        options.push_back({key, label, note});
    };
    if (!role.autopilot_only())
        for (const v1::Participant* participant : panel.view->participants())
            if (participant->id() != role.occupant())
                add(std::to_string(participant->id()), panel.model.name_of(participant->id()),
                    enumerate(panel, {participant->roles().begin(), participant->roles().end()}));
    if (!role.autopilot()) add("autopilot", panel.say(Say::trainer_seat_autopilot), {});
    if (!role.stand_in() && !role.autopilot_only())
        add("stand_in", panel.say(Say::trainer_seat_stand_in), {});
    panel.draw().line(body.cut_top(22), panel.say(Say::trainer_seat_place), {Type::strong});
    body.cut_top(4);
    Rect row = body.cut_top(40);
    body.cut_top(12);
    const std::string label = panel.say(Say::trainer_seat_place_act);
    const ButtonLook look{.icon = Icon::check, .enabled = chosen >= 0};
    const Rect place = row.cut_right(button_width(panel.ui, label, look));
    row.cut_right(12);
    const int picked =
        select(panel.ui, row, "seat.who", options, chosen, panel.say(Say::item_act_choose));
    if (picked >= 0) state.placing = options[static_cast<std::size_t>(picked)].key;
    if (!button(panel.ui, place, "seat.place", label, look) || chosen < 0) return;
    v1::Command command;
    if (state.placing == "autopilot") {
        command.mutable_seat_autopilot()->set_role(role.id());
    } else if (state.placing == "stand_in") {
        command.mutable_stand_in()->set_role(role.id());
    } else {
        command.mutable_assign_role()->set_role(role.id());
        command.mutable_assign_role()->set_participant(
            static_cast<std::uint32_t>(std::stoul(state.placing)));
        command.mutable_assign_role()->set_move(true);
    }
    panel.outbox.act(std::move(command));
    state.placing.clear();
}

// A word to this role alone.
void draw_whisper(Panel& panel, Rect& body, const v1::Role& role, TrainerState& state) {
    panel.draw().line(body.cut_top(22), panel.say(Say::trainer_whisper), {Type::strong});
    body.cut_top(4);
    Rect row = body.cut_top(40);
    const bool can = state.whisper.find_first_not_of(" \n") != std::string::npos;
    const Rect place = row.cut_right(40);
    row.cut_right(8);
    const FieldResult typed =
        field(panel.ui, row, "seat.whisper", state.whisper, {.limit_bytes = 500});
    const bool pressed =
        button(panel.ui, place, "seat.whisper_send", {}, {.icon = Icon::send, .enabled = can},
               panel.say(Say::trainer_whisper));
    if ((!pressed && !typed.submitted) || !can) return;
    v1::Command command;
    command.mutable_whisper()->set_to(role.id());
    command.mutable_whisper()->set_text(state.whisper);
    panel.outbox.act(std::move(command));
    state.whisper.clear();
}

void draw_table_row(Panel& panel, Rect row, const v1::Table& table, int open) {
    panel.draw().fill(row, Token::inset);
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    row.left += pad(panel);
    table_badge(panel.ui, {row.left + 10, row.centre().y}, table.id());
    row.left += 30;
    const Rect name = panel.draw().line(row, panel.in(table.name()), {Type::strong});
    row.left = name.right + 16;
    if (open > 0)
        panel.draw().line(row, panel.say(Say::trainer_requests_open, {std::to_string(open)}),
                          {Type::small, Token::text_2});
}

// Everything a trainer can do about a seat, from the top of `body` down; true when the dialog is
// done.
bool draw_seat_acts(Panel& panel, Rect& body, const v1::Role& role, TrainerState& state) {
    const std::string person = panel.occupant_name(role);
    const std::string who = role.autopilot()  ? panel.say(Say::trainer_seat_autopilot)
                            : role.stand_in() ? panel.say(Say::trainer_seat_stand_in)
                            : person.empty()  ? panel.say(Say::trainer_seat_free_body)
                                              : person;
    panel.draw().line(body.cut_top(28), who, {Type::panel});
    body.cut_top(panel.draw().paragraph(body, panel.in(role.aim()), {Type::body, Token::text_2}) +
                 16);
    const auto act = [&](const char* name, Say label, Icon icon, bool enabled, ButtonStyle style) {
        const std::string words = panel.say(label);
        const ButtonLook look{.style = style, .icon = icon, .enabled = enabled};
        const bool pressed = button(
            panel.ui,
            {body.left, body.top, body.left + button_width(panel.ui, words, look), body.top + 40},
            name, words, look);
        body.cut_top(48);
        return pressed;
    };
    const bool seated = role.occupant() != 0;
    const bool played = seated || role.autopilot() || role.stand_in();
    if (act("seat.look", Say::trainer_seat_look, Icon::eye, true, ButtonStyle::primary)) {
        look_as(panel, state, role.id());
        return true;
    }
    if (act("seat.code", Say::trainer_seat_code, Icon::account, seated, ButtonStyle::outlined)) {
        v1::ClientFrame frame;
        frame.mutable_issue_reentry_code()->set_participant(role.occupant());
        panel.outbox.say(std::move(frame));
    }
    const auto code = panel.model.reentry_codes.find(role.occupant());
    if (seated && code != panel.model.reentry_codes.end()) {
        Rect row = body.cut_top(32);
        row.cut_left(
            panel.draw()
                .line(row, panel.say(Say::trainer_seat_code_is), {Type::small, Token::text_2})
                .width() +
            10);
        panel.draw().line(row, code->second, {Type::heading});
        body.cut_top(8);
    }
    if (act("seat.release", Say::trainer_seat_release, Icon::exit, played, ButtonStyle::outlined)) {
        v1::Command command;
        command.mutable_release_role()->set_role(role.id());
        panel.outbox.act(std::move(command));
        return true;
    }
    draw_placing(panel, body, role, state);
    draw_whisper(panel, body, role, state);
    return false;
}

}  // namespace

int waiting_for(const Panel& panel, std::string_view role) {
    int open = 0;
    for (const v1::Request* request : panel.view->requests()) {
        const bool asked =
            std::find(request->to().begin(), request->to().end(), role) != request->to().end();
        open += asked && answer_by(*request, role) == nullptr ? 1 : 0;
    }
    return open;
}

int unread_by(const Panel& panel, std::string_view role) {
    int unread = 0;
    for (const v1::Holding* holding : panel.view->holdings())
        unread += holding->role() == role && !holding->read() ? 1 : 0;
    return unread;
}

void look_as(Panel& panel, TrainerState& state, const std::string& role) {
    v1::Command command;
    command.mutable_look_through_role()->set_role(role);
    panel.outbox.act(std::move(command));
    state.look_as = role;
}

void draw_trainer_seats(Panel& panel, Rect area, TrainerState& state,
                        const std::vector<Happening>& happened) {
    panel.ui.area("seats");
    const auto roles = panel.view->roles();
    const auto connected = std::count_if(roles.begin(), roles.end(),
                                         [](const v1::Role* role) { return role->connected(); });
    Rect head = area.cut_top(48).inset(pad(panel), 0);
    const Rect title = panel.draw().line(head, panel.say(Say::trainer_seats), {Type::panel});
    count_pill(panel.ui, {title.right + 8, head.centre().y}, std::to_string(roles.size()));
    icon_label(panel.ui, head, Icon::wifi,
               panel.say(Say::trainer_connected, {std::to_string(connected)}), Tone::good, false,
               Align::right);
    draw_heads(panel, area.cut_top(28).inset(pad(panel), 0));
    std::vector<Row> rows;
    std::vector<const v1::Role*> seats;
    std::vector<const v1::Table*> tables;
    std::vector<int> open;
    for (const v1::Table* table : panel.view->tables()) {
        int waiting = 0;
        const std::size_t heading = rows.size();
        rows.push_back({"", 40, true});
        seats.push_back(nullptr);
        tables.push_back(table);
        for (const v1::Role* role : roles) {
            if (role->table() != table->id()) continue;
            waiting += waiting_for(panel, role->id());
            rows.push_back(
                {"seat." + role->id(), row_height(panel), false, false, panel.in(role->name())});
            seats.push_back(role);
            tables.push_back(table);
        }
        open.resize(rows.size());
        open[heading] = waiting;
    }
    const int picked =
        scroll_list(panel.ui, area, "seats", rows, state.seats,
                    [&](std::size_t index, Rect row, const Response&) {
                        if (seats[index] == nullptr)
                            return draw_table_row(panel, row, *tables[index], open[index]);
                        const Rect inner = row.inset(pad(panel), 0);
                        panel.draw().horizontal_rule(inner.left, inner.right, row.top);
                        draw_seat(panel, inner, *seats[index], happened);
                    },
                    {.inset_left = pad(panel)});
    if (picked >= 0 && seats[static_cast<std::size_t>(picked)] != nullptr)
        state.seat = seats[static_cast<std::size_t>(picked)]->id();
}

void draw_seat_dialog(Panel& panel, TrainerState& state) {
    const v1::Role* role = panel.view->role(state.seat);
    if (role == nullptr) {
        state.seat.clear();
        return;
    }
    Dialog dialog(panel.ui, "seat", 640, 600, role->id() + "  " + panel.in(role->name()));
    bool done = false;
    scroll_area(panel.ui, dialog.body.inset(32, 16), "seat.form", [&](Rect body) {
        const float top = body.top;
        body.bottom = body.top + 100'000;
        done = draw_seat_acts(panel, body, *role, state);
        return body.top - top;
    });
    if (done || dialog.closed()) state.seat.clear();
}

}  // namespace casustafel::ui
