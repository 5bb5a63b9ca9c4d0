// What a trainer can do about one seat: look on, say something to that role alone, see its items,
// put somebody else there, free it, or give who sits there a way back in.
#include "client/ui/trainer/acts/seat_dialog.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/words.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/question.hpp"
#include "client/ui/trainer/watch/happening_words.hpp"
#include "client/ui/trainer/watch/pace.hpp"
#include "client/ui/trainer/watch/seat_facts.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {

// Of the case: what a question that was not seen in time asks for.
constexpr std::uint32_t more_minutes = 60;

std::string who_sits(const Panel& panel, const v1::Role& role) {
    if (role.autopilot()) return panel.say(Say::trainer_seat_autopilot);
    if (role.stand_in()) return panel.say(Say::trainer_seat_stand_in);
    const std::string person = panel.occupant_name(role);
    return person.empty() ? panel.say(Say::trainer_seat_free_body) : person;
}

// What who sits here last called for help about; nullptr: nothing was said.
const v1::HelpCall* last_call(const Panel& panel, const v1::Role& role) {
    const v1::HelpCall* last = nullptr;
    for (const v1::HelpCall* call : panel.view->all<v1::HelpCall>())
        if (role.occupant() != 0 && call->participant() == role.occupant() &&
            !call->text().empty() && (last == nullptr || call->at_sim_ms() >= last->at_sim_ms()))
            last = call;
    return last;
}

// Who sits here, connected or not, with what waits there and what was done last.
void draw_who(Panel& panel, Rect& body, const v1::Role& role,
              const std::vector<Happening>& happened) {
    const bool seated = role.occupant() != 0;
    Rect row = body.cut_top(34);
    if (seated) {
        const bool awaited = panel.is_awaited(role);
        const bool here = role.connected() && !role.absent() && !awaited;
        const std::string words = panel.say(here            ? Say::ui_connected
                                            : role.absent() ? Say::trainer_absent
                                            : awaited       ? Say::trainer_awaited
                                                            : Say::trainer_offline);
        const Rect place = row.cut_right(panel.draw().width(words, Type::strong_small) + 28);
        icon_label(panel.ui, place, here ? Icon::wifi : Icon::alert, words,
                   here ? Tone::good : Tone::wrong, !here, Align::right);
        row.right -= 12;
    }
    table_badge(panel.ui, {row.left + 10, row.centre().y}, role.table());
    row.left += 30;
    panel.draw().line(row, who_sits(panel, role), {Type::heading});
    const TextLook meta{Type::small, Token::text_2};
    std::string state =
        panel.say(Say::trainer_seat_state, {std::to_string(unread_by(panel, role.id())),
                                            std::to_string(waiting_for(panel, role.id()))});
    if (const std::int64_t due = first_due(panel, role.id()); due > 0)
        state += " (" + panel.say(Say::trainer_seat_due, {moment(panel, due)}) + ")";
    const auto last = last_acts(happened);
    const auto found = last.find(role.id());
    state += " · " + (found == last.end() ? panel.say(Say::trainer_nothing_yet)
                                          : last_act_words(panel, *found->second));
    panel.draw().line(body.cut_top(24), state, meta);
    if (const v1::HelpCall* call = last_call(panel, role))
        body.cut_top(panel.draw().paragraph(
            body,
            panel.say(Say::trainer_seat_help, {when_words(panel, call->at_sim_ms()), call->text()}),
            {Type::small}, 4));
    body.cut_top(4);
    panel.draw().cut_paragraph(body, panel.in(role.aim()), {Type::body, Token::text_2}, 14);
}

// Another person, an autopilot or the trainer in this seat.
void draw_placing(Panel& panel, Rect& body, const v1::Role& role, TrainerState& state) {
    if (std::exchange(state.placing_in, role.id()) != role.id()) state.placing.clear();
    std::vector<Option> options;
    const auto add = [&](const std::string& key, const std::string& label,
                         const std::string& note) {
        options.push_back({key, label, note});
    };
    // Of who sits here is asked first: nobody is pushed out of a seat by a choice in a list.
    const bool taken = role.occupant() != 0;
    if (!role.autopilot_only())
        for (const v1::Participant* participant : panel.view->all<v1::Participant>())
            if (participant->id() != role.occupant())
                add(std::to_string(participant->id()), panel.model.name_of(participant->id()),
                    participant->roles().empty() ? panel.say(Say::trainer_seat_without)
                                                 : enumerate(panel, {participant->roles().begin(),
                                                                     participant->roles().end()}));
    std::stable_partition(options.begin(), options.end(), [&](const Option& option) {
        return option.note == panel.say(Say::trainer_seat_without);
    });
    if (!role.autopilot()) add("autopilot", panel.say(Say::trainer_seat_autopilot), {});
    if (!role.stand_in() && !role.autopilot_only() && !taken)
        add("stand_in", panel.say(Say::trainer_seat_stand_in), {});
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& option) {
        return option.key == state.placing;
    });
    const int chosen =
        found == options.end() ? -1 : static_cast<int>(std::distance(options.begin(), found));
    panel.draw().line(body.cut_top(22), panel.say(Say::trainer_seat_place), {Type::strong});
    const std::string hint = taken ? panel.say(Say::trainer_seat_taken, {panel.occupant_name(role)})
                                   : panel.say(Say::trainer_seat_place_hint);
    panel.draw().cut_paragraph(body, hint, {Type::small, Token::text_2}, 6);
    Rect row = body.cut_top(40);
    body.cut_top(16);
    const std::string label = panel.say(Say::trainer_seat_place_act);
    const ButtonLook look{.icon = Icon::check, .enabled = chosen >= 0};
    const Rect place = row.cut_right(button_width(panel.ui, label, look));
    row.cut_right(12);
    const int picked =
        select(panel.ui, row, "seat.who", options, chosen, panel.say(Say::item_act_choose));
    if (picked >= 0) state.placing = options[static_cast<std::size_t>(picked)].key;
    if (!button(panel.ui, place, "seat.place", label, look) || chosen < 0) return;
    if (taken && state.placing != "autopilot" && state.placing != "stand_in") {
        state.displace_asked = role.id();
        panel.ui.focus("displace.cancel");
        return;
    }
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
    if (state.placing == "stand_in") look_as(panel, state, role.id());
    state.placing.clear();
}

// A word to this role alone, and what was said last.
void draw_whisper(Panel& panel, Rect& body, const v1::Role& role, TrainerState& state) {
    keep_whole(panel.ui, {body.left, body.top, body.right, body.top + 66});
    panel.draw().cut_line(body, 22, panel.say(Say::trainer_whisper, {role.id()}), {Type::strong},
                          4);
    Rect row = body.cut_top(40);
    const Rect place = row.cut_right(40);
    row.cut_right(8);
    const FieldResult typed = field(panel.ui, row, "seat.whisper", state.whisper,
                                    {.limit = contract::limits::whisper_text_characters});
    const bool can =
        state.whisper.find_first_not_of(" \n") != std::string::npos && typed.excess == 0;
    const bool pressed =
        button(panel.ui, place, "seat.whisper_send", {}, {.icon = Icon::send, .enabled = can},
               panel.say(Say::trainer_whisper, {role.id()}));
    const v1::WhisperHeard* last = nullptr;
    for (const v1::WhisperHeard* each : panel.view->all<v1::WhisperHeard>())
        if (each->to() == role.id()) last = each;
    if (last != nullptr) {
        body.cut_top(4);
        body.cut_top(
            panel.draw().paragraph(body,
                                   panel.say(Say::trainer_whisper_last,
                                             {when_words(panel, last->at_sim_ms()), last->text()}),
                                   {Type::small, Token::text_2}, 2));
    }
    body.cut_top(16);
    if ((!pressed && !typed.submitted) || !can) return;
    v1::Command command;
    command.mutable_whisper()->set_to(role.id());
    command.mutable_whisper()->set_text(state.whisper);
    panel.outbox.act(std::move(command));
    state.whisper.clear();
}

// Buttons beside each other, on a new line when the row is full.
class ButtonFlow {
public:
    ButtonFlow(Panel& panel, Rect& body) : panel_(panel), body_(body), x_(body.left) {}
    bool add(const char* name, Say label, Icon icon, bool enabled,
             ButtonStyle style = ButtonStyle::outlined) {
        const std::string words = panel_.say(label);
        const ButtonLook look{.style = style, .icon = icon, .enabled = enabled};
        const float wide = button_width(panel_.ui, words, look);
        if (x_ + wide > body_.right && x_ > body_.left) next_line();
        const Rect place{x_, body_.top, x_ + wide, body_.top + 40};
        x_ += wide + 8;
        return button(panel_.ui, place, name, words, look);
    }
    void next_line() {
        body_.cut_top(48);
        x_ = body_.left;
    }

private:
    Panel& panel_;
    Rect& body_;
    float x_;
};

// The code with which somebody who lost the seat comes back, once it is there.
void draw_code(Panel& panel, Rect& body, const v1::Role& role) {
    const auto code = panel.model.reentry_codes.find(role.occupant());
    if (role.occupant() == 0 || code == panel.model.reentry_codes.end()) return;
    Rect row = body.cut_top(32);
    row.cut_left(panel.draw()
                     .line(row, panel.say(Say::trainer_seat_code_is), {Type::small, Token::text_2})
                     .width() +
                 10);
    panel.draw().line(row, code->second, {Type::heading});
    body.cut_top(8);
}

void seat_autopilot(Panel& panel, const v1::Role& role) {
    v1::Command command;
    command.mutable_seat_autopilot()->set_role(role.id());
    panel.outbox.act(std::move(command));
}

void stand_in(Panel& panel, const v1::Role& role, TrainerState& state) {
    v1::Command command;
    command.mutable_stand_in()->set_role(role.id());
    panel.outbox.act(std::move(command));
    look_as(panel, state, role.id());
}

void release(Panel& panel, const v1::Role& role) {
    v1::Command command;
    command.mutable_release_role()->set_role(role.id());
    panel.outbox.act(std::move(command));
}

// A seat that nobody plays: the trainer takes it, or the computer. True when one of them did.
bool draw_filling(Panel& panel, ButtonFlow& flow, const v1::Role& role, TrainerState& state) {
    const bool may_sit = !role.autopilot_only();
    const bool taken = may_sit && flow.add("seat.stand_in", Say::trainer_seat_stand_in_act,
                                           Icon::account, true, ButtonStyle::primary);
    if (taken) stand_in(panel, role, state);
    const bool left = flow.add("seat.autopilot", Say::trainer_seat_let_autopilot, Icon::play, true,
                               may_sit ? ButtonStyle::outlined : ButtonStyle::primary);
    if (left) seat_autopilot(panel, role);
    return taken || left;
}

// What there is to do first; without a connection that is to help the person back. True when the
// dialog is done.
bool draw_first_acts(Panel& panel, Rect& body, const v1::Role& role, TrainerState& state) {
    const bool seated = role.occupant() != 0;
    const bool gone = panel.is_away(role);
    bool done = false, code = false;
    ButtonFlow flow(panel, body);
    if (gone) {
        code = flow.add("seat.code", Say::trainer_seat_code, Icon::account, true,
                        ButtonStyle::primary);
        if (flow.add("seat.autopilot", Say::trainer_seat_let_autopilot, Icon::play, true)) {
            seat_autopilot(panel, role);
            done = true;
        }
    }
    const bool empty = is_empty(role);
    if (empty && draw_filling(panel, flow, role, state)) done = true;
    if (flow.add("seat.look", Say::trainer_seat_look, Icon::eye, true,
                 gone || empty ? ButtonStyle::outlined : ButtonStyle::primary)) {
        look_as(panel, state, role.id());
        done = true;
    }
    if (flow.add("seat.items", Say::trainer_seat_items, Icon::document, true)) {
        state.overview.open = true;
        state.overview.tab = 0;
        state.overview.search = role.id();
        state.overview.items = {};
        done = true;
    }
    if (!gone && seated) code = flow.add("seat.code", Say::trainer_seat_code, Icon::account, true);
    if (waiting_for(panel, role.id()) > 0 &&
        flow.add("seat.more_time", Say::trainer_seat_more_time, Icon::timer, true))
        act_as_trainer(panel, [&](v1::Command& command) {
            command.mutable_lengthen_terms()->set_role(role.id());
            command.mutable_lengthen_terms()->set_minutes(more_minutes);
        });
    if (code) {
        v1::ClientFrame frame;
        frame.mutable_issue_reentry_code()->set_participant(role.occupant());
        panel.outbox.say(std::move(frame));
    }
    flow.next_line();
    return done;
}

// At the end and quiet: it takes a seat away, and from a person only after a question. True when
// the dialog is done.
bool draw_release(Panel& panel, Rect& body, const v1::Role& role, TrainerState& state) {
    if (is_empty(role)) return false;
    panel.draw().horizontal_rule(body.left, body.right, body.top);
    body.cut_top(6);
    ButtonFlow flow(panel, body);
    const bool released =
        flow.add("seat.release", Say::trainer_seat_release, Icon::exit, true, ButtonStyle::quiet);
    flow.next_line();
    if (!released) return false;
    if (role.occupant() != 0) {
        state.release_asked = role.id();
        panel.ui.focus("release.cancel");
        return false;
    }
    release(panel, role);
    return true;
}

// Everything about a seat, from the top of `body` down; true when the dialog is done.
bool draw_seat_acts(Panel& panel, Rect& body, const v1::Role& role, TrainerState& state,
                    const std::vector<Happening>& happened) {
    draw_who(panel, body, role, happened);
    bool done = draw_first_acts(panel, body, role, state);
    draw_code(panel, body, role);
    body.cut_top(8);
    if (role.autopilot())
        panel.draw().cut_paragraph(body, panel.say(Say::trainer_seat_computer),
                                   {Type::body, Token::text_2}, 16);
    else if (role.occupant() != 0)
        draw_whisper(panel, body, role, state);
    draw_placing(panel, body, role, state);
    done = draw_release(panel, body, role, state) || done;
    return done;
}

}  // namespace

void draw_seat_dialog(Panel& panel, TrainerState& state, const std::vector<Happening>& happened) {
    const v1::Role* role = panel.view->find<v1::Role>(state.seat);
    if (role == nullptr) {
        state.seat.clear();
        return;
    }
    Dialog dialog(panel, "seat", 720, 580, role->id() + "  " + panel.in(role->name()),
                  state.seat_first);
    Rect foot = dialog.cut_foot();
    bool done = false;
    dialog.page([&](Rect& body) { done = draw_seat_acts(panel, body, *role, state, happened); });
    dialog.cancel(foot, Say::ui_close);
    if (!done && !dialog.closed()) return;
    state.seat.clear();
    state.seat_first.clear();
    state.placing.clear();
}

void draw_displace_question(Panel& panel, TrainerState& state) {
    const v1::Role* role = panel.view->find<v1::Role>(state.displace_asked);
    if (role == nullptr || role->occupant() == 0 || state.placing.empty()) {
        state.displace_asked.clear();
        return;
    }
    const auto who = static_cast<std::uint32_t>(std::stoul(state.placing));
    const std::string there = panel.occupant_name(*role), comes = panel.model.name_of(who);
    const Answer said =
        draw_question(panel, {.name = "displace",
                              .title = panel.say(Say::trainer_displace_title, {comes, role->id()}),
                              .body = panel.say(Say::trainer_displace_body, {there, comes}),
                              .yes = panel.say(Say::trainer_displace_yes),
                              .icon = Icon::swap});
    if (said == Answer::none) return;
    const std::string id = std::exchange(state.displace_asked, {});
    if (said == Answer::no) return;
    act_as_trainer(panel, [&](v1::Command& command) {
        command.mutable_assign_role()->set_role(id);
        command.mutable_assign_role()->set_participant(who);
        command.mutable_assign_role()->set_move(true);
    });
    state.placing.clear();
}

void draw_release_question(Panel& panel, TrainerState& state) {
    const v1::Role* role = panel.view->find<v1::Role>(state.release_asked);
    // Whoever sat there left meanwhile: nobody is asked about.
    if (role == nullptr || role->occupant() == 0) {
        state.release_asked.clear();
        return;
    }
    const std::string name = panel.occupant_name(*role);
    const Answer said =
        draw_question(panel, {.name = "release",
                              .title = panel.say(Say::trainer_release_title, {name}),
                              .body = panel.say(Say::trainer_release_body, {name}),
                              .yes = panel.say(Say::trainer_seat_release),
                              .icon = Icon::exit});
    if (said == Answer::none) return;
    state.release_asked.clear();
    if (said == Answer::no) return;
    release(panel, *role);
    state.seat.clear();
}

}  // namespace casustafel::ui
