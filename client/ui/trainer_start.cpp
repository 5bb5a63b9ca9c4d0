// Which seats are empty, and starting while some are: nobody would answer there, so it is asked who
// plays them.
#include "client/ui/button.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/trainer_controls.hpp"
#include "client/ui/trainer_seats.hpp"

namespace casustafel::ui {
namespace {

bool anybody_sits(const Panel& panel) {
    for (const v1::Role* role : panel.view->roles())
        if (role->occupant() != 0) return true;
    return false;
}

void start(Panel& panel) {
    act_as_trainer(panel, [](v1::Command& command) { command.mutable_start_session(); });
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

bool is_empty(const v1::Role& role) {
    return role.occupant() == 0 && !role.autopilot() && !role.stand_in();
}

std::vector<const v1::Role*> empty_seats(const Panel& panel) {
    std::vector<const v1::Role*> seats;
    for (const v1::Role* role : panel.view->roles())
        if (is_empty(*role) && !role->autopilot_only()) seats.push_back(role);
    return seats;
}

void ask_to_start(Panel& panel, TrainerState& state) {
    if (empty_seats(panel).empty() || !anybody_sits(panel)) return start(panel);
    state.start_asked = true;
}

void draw_start_question(Panel& panel, TrainerState& state) {
    std::vector<std::string> codes;
    for (const v1::Role* role : empty_seats(panel)) codes.push_back(role->id());
    // Somebody sat down on the last one, or another trainer started.
    if (codes.empty() || !panel.phase_is("lobby")) {
        state.start_asked = false;
        return;
    }
    Dialog dialog(panel, "start", 760, 280, panel.say(Say::trainer_start_title), "start.cancel");
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect body) {
        return panel.draw().paragraph(
            body,
            panel.say(Say::trainer_start_body,
                      {std::to_string(codes.size()), enumerate(panel, codes)}),
            {});
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
