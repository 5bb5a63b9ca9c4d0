// Which seats are empty, and starting while some are: nobody would answer there, so it is asked who
// plays them.
#include "client/ui/trainer/acts/trainer_start.hpp"

#include <set>

#include "client/ui/kit/button.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/trainer/watch/pace.hpp"
#include "client/ui/trainer/watch/seat_facts.hpp"

namespace casustafel::ui {
namespace {

bool anybody_sits(const Panel& panel) {
    for (const v1::Role* role : panel.view->all<v1::Role>())
        if (role->occupant() != 0) return true;
    return false;
}

void start(Panel& panel) {
    act_as_trainer(panel, [](v1::Command& command) { command.mutable_start_session(); });
}

// People who sit somewhere, each once.
std::size_t people_seated(const Panel& panel) {
    std::set<std::uint32_t> people;
    for (const v1::Role* role : panel.view->all<v1::Role>())
        if (role->occupant() != 0) people.insert(role->occupant());
    return people.size();
}

// Empty seats apart: those that stay so, and those that the computer takes at the start because no
// person ever sits there or the group is too small for them.
struct EmptySeats {
    std::vector<std::string> stay, automatic;
};
EmptySeats after_the_start(const Panel& panel) {
    EmptySeats seats;
    const std::size_t people = people_seated(panel);
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        if (!is_empty(*role)) continue;
        const bool computer = role->autopilot_only() || role->from_group_size() > people;
        (computer ? seats.automatic : seats.stay).push_back(role->id());
    }
    return seats;
}

void fill_with_computers(Panel& panel) {
    for (const v1::Role* role : empty_seats(panel))
        act_as_trainer(panel, [&](v1::Command& command) {
            command.mutable_seat_autopilot()->set_role(role->id());
        });
}

bool outlined(Panel& panel, Rect& row, const char* name, Say words) {
    const std::string label = panel.say(words);
    const Rect place = row.cut_right(button_width(panel.ui, label)).middle_row(space::control);
    row.cut_right(8);
    return button(panel.ui, place, name, label);
}

}  // namespace

void ask_to_start(Panel& panel, TrainerState& state) {
    if (after_the_start(panel).stay.empty() || !anybody_sits(panel)) return start(panel);
    state.start_asked = true;
}

void draw_start_question(Panel& panel, TrainerState& state) {
    const EmptySeats seats = after_the_start(panel);
    // Somebody sat down on the last one, or another trainer started.
    if (seats.stay.empty() || !panel.phase_is(Phase::lobby)) {
        state.start_asked = false;
        return;
    }
    Dialog dialog(panel, "start", 760, 280, panel.say(Say::trainer_start_title), "start.cancel");
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        panel.draw().cut_paragraph(
            body,
            panel.say(Say::trainer_start_body,
                      {std::to_string(seats.stay.size()), enumerate(panel, seats.stay)}),
            {});
        if (!seats.automatic.empty()) {
            body.cut_top(12);
            panel.draw().cut_paragraph(
                body, panel.say(Say::trainer_start_automatic, {enumerate(panel, seats.automatic)}),
                {Type::body, Token::text_2});
        }
    });
    const bool computer = foot_button(dialog, foot,
                                      {.name = "start.computer",
                                       .label = panel.say(Say::trainer_start_computer),
                                       .icon = Icon::play,
                                       .by_key = false});
    const bool empty = outlined(panel, foot, "start.empty", Say::trainer_start_empty);
    dialog.cancel(foot);
    if (computer) fill_with_computers(panel);
    if (computer || empty) start(panel);
    if (computer || empty || dialog.closed()) state.start_asked = false;
}

}  // namespace casustafel::ui
