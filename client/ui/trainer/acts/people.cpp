#include "client/ui/trainer/acts/people.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/question.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/trainer/watch/pace.hpp"
#include "proto/contract/limits.hpp"
#include "proto/text_rules/name.hpp"

namespace casustafel::ui {
namespace {

constexpr float person_row = 56;

std::string wish_of(const Panel& panel, std::uint32_t who) {
    const auto wish = panel.model.seat_wishes.find(who);
    return wish == panel.model.seat_wishes.end() ? std::string() : wish->second;
}

void set_door(Panel& panel, bool open) {
    v1::ClientFrame frame;
    frame.mutable_set_door()->set_open(open);
    panel.outbox.say(std::move(frame));
}

void rename(Panel& panel, PeopleState& state) {
    v1::ClientFrame frame;
    frame.mutable_rename()->set_participant(state.renaming);
    frame.mutable_rename()->set_name(state.name);
    panel.outbox.say(std::move(frame));
    state.renaming = 0;
}

// A second seat beside the ones somebody has: who asked for it wants both.
void grant(Panel& panel, std::uint32_t who, const std::string& role) {
    act_as_trainer(panel, [&](v1::Command& command) {
        command.mutable_assign_role()->set_participant(who);
        command.mutable_assign_role()->set_role(role);
    });
}

void decline(Panel& panel, std::uint32_t who) {
    v1::ClientFrame frame;
    frame.mutable_decline_wish()->set_participant(who);
    panel.outbox.say(std::move(frame));
}

bool act_button(Panel& panel, Rect& row, const std::string& name, Say label, Icon icon,
                bool enabled = true) {
    const std::string words = panel.say(label);
    const ButtonLook look{
        .style = ButtonStyle::outlined, .icon = icon, .enabled = enabled, .small = true};
    const Rect place = row.cut_right(button_width(panel.ui, words, look)).middle_row(36);
    row.right -= 8;
    return button(panel.ui, place, name, words, look);
}

std::string place_words(const Panel& panel, const v1::Participant& person) {
    std::string words = person.roles().empty()
                            ? panel.say(Say::people_no_seat)
                            : enumerate(panel, {person.roles().begin(), person.roles().end()});
    if (!person.connected()) words += " · " + panel.say(Say::trainer_offline);
    if (const std::string wish = wish_of(panel, person.id()); !wish.empty())
        words += " · " + panel.say(Say::people_wants, {wish});
    return words;
}

void draw_person(Panel& panel, Rect row, const v1::Participant& person, PeopleState& state) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    const std::string id = std::to_string(person.id());
    if (state.renaming == person.id()) {
        const std::string name = "people.name." + id;
        const bool can = text_rules::is_drawn(state.name) && panel.ui.excess_of(name) == 0;
        const bool kept =
            act_button(panel, row, "people.keep." + id, Say::people_keep, Icon::check, can);
        const FieldResult result = field(panel.ui, row.middle_row(40), name, state.name,
                                         {.limit = contract::limits::rename_name_characters});
        if ((kept || result.submitted) && can) rename(panel, state);
        return;
    }
    if (act_button(panel, row, "people.away." + id, Say::people_away, Icon::exit)) {
        state.away_asked = person.id();
        panel.ui.focus("away.cancel");
    }
    if (act_button(panel, row, "people.rename." + id, Say::people_rename, Icon::pencil)) {
        state.renaming = person.id();
        state.name = panel.model.name_of(person.id());
        panel.ui.focus("people.name." + id);
    }
    const std::string wish = wish_of(panel, person.id());
    if (!wish.empty() &&
        act_button(panel, row, "people.grant." + id, Say::people_grant, Icon::check))
        grant(panel, person.id(), wish);
    if (!wish.empty() &&
        act_button(panel, row, "people.decline." + id, Say::people_decline, Icon::close))
        decline(panel, person.id());
    row.right -= 8;
    row = row.middle_row(42);
    panel.draw().line(row.cut_top(22), panel.model.name_of(person.id()), {Type::strong});
    panel.draw().line(row, place_words(panel, person), {Type::small, Token::text_2});
}

void draw_door(Panel& panel, Rect row) {
    const bool open = panel.model.door_open;
    const std::string label = panel.say(open ? Say::people_close_door : Say::people_open_door);
    const ButtonLook look{.style = ButtonStyle::outlined};
    const Rect place = row.cut_right(button_width(panel.ui, label, look)).middle_row(40);
    if (button(panel.ui, place, "people.door", label, look)) set_door(panel, !open);
    row.right -= 16;
    panel.draw().paragraph(row.middle_row(40),
                           panel.say(open ? Say::people_door_open : Say::people_door_closed),
                           {Type::small, Token::text_2}, 2);
}

// Who leads; the lead gives it to another, and anybody takes it from a lead who is not there.
void draw_lead(Panel& panel, Rect row) {
    const model::Model& model = panel.model;
    std::vector<Option> options;
    int chosen = -1;
    for (const auto& [number, name] : model.trainers) {
        if (number == model.lead) chosen = static_cast<int>(options.size());
        options.push_back({std::to_string(number), name});
    }
    const Rect place = row.cut_right(240).middle_row(40);
    row.right -= 16;
    panel.draw().line(row, panel.say(Say::people_lead), {Type::strong});
    const int picked =
        select(panel.ui, place, "people.lead", options, chosen, panel.say(Say::people_nobody_leads));
    if (picked < 0 || picked == chosen) return;
    v1::ClientFrame frame;
    frame.mutable_hand_lead()->set_trainer(
        static_cast<std::uint32_t>(std::stoul(options[static_cast<std::size_t>(picked)].key)));
    panel.outbox.say(std::move(frame));
}

}  // namespace

void draw_people(Panel& panel, PeopleState& state) {
    Dialog dialog(panel, "people", 760, 560, panel.say(Say::people_title));
    draw_door(panel, dialog.cut_band(64).inset(dialog.padding(), 0));
    if (panel.model.trainer_number != 0)
        draw_lead(panel, dialog.cut_band(48).inset(dialog.padding(), 0));
    const auto people = panel.view->all<v1::Participant>();
    const Rect body = dialog.body.inset(dialog.padding(), 8);
    if (people.empty())
        panel.draw().paragraph(body, panel.say(Say::people_nobody), {Type::body, Token::text_2});
    std::vector<Row> rows;
    for (const v1::Participant* person : people)
        rows.push_back({"people." + std::to_string(person->id()), person_row, false, false,
                        panel.model.name_of(person->id())});
    scroll_list(panel.ui, body, "people.list", rows, state.list,
                [&](std::size_t index, Rect row, const Response&) {
                    draw_person(panel, row, *people[index], state);
                },
                {.bare = true});
    if (!dialog.closed()) return;
    if (state.renaming != 0)
        state.renaming = 0;  // Esc takes back the typing first
    else
        state.open = false;
}

void draw_away_question(Panel& panel, PeopleState& state) {
    const std::string name = panel.model.name_of(state.away_asked);
    const Answer answer = draw_question(
        panel, {"away", panel.say(Say::people_away_title, {name}),
                panel.say(Say::people_away_body, {name}), panel.say(Say::people_away), Icon::exit});
    if (answer == Answer::yes)
        act_as_trainer(panel, [&](v1::Command& command) {
            command.mutable_send_away()->set_participant(state.away_asked);
        });
    if (answer != Answer::none) state.away_asked = 0;
}

void draw_seat_wishes(Panel& panel, Rect& screen, PeopleState& state) {
    const auto& wishes = panel.model.seat_wishes;
    if (wishes.empty()) return;
    const auto& [who, role] = *wishes.begin();
    panel.ui.area("wishes");
    Rect row = screen.cut_top(is_narrow(panel.ui) ? 36 : 48);
    panel.draw().fill(row, Token::accent_soft);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(measure::pad.in(panel.ui), 0);
    if (act_button(panel, row, "wishes.people", Say::people_title, Icon::accounts))
        state.open = true;
    if (act_button(panel, row, "wishes.decline", Say::people_decline, Icon::close))
        decline(panel, who);
    if (act_button(panel, row, "wishes.grant", Say::people_grant, Icon::check))
        grant(panel, who, role);
    panel.draw().icon({row.left + 10, row.centre().y}, Icon::account, IconSize::control,
                      Token::accent);
    row.left += 30;
    panel.draw().line(row, panel.say(Say::people_asks, {panel.model.name_of(who), role}),
                      {Type::strong_small});
}

}  // namespace casustafel::ui
