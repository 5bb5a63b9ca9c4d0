#include "client/ui/trainer/console/trainer_calls.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/trainer/acts/injects.hpp"
#include "client/ui/trainer/console/stalls_list.hpp"
#include "client/ui/trainer/watch/pace.hpp"

namespace casustafel::ui {
namespace {

constexpr float list_row = 68;

void answer(Panel& panel, const v1::HelpCall& call) {
    act_as_trainer(
        panel, [&](v1::Command& command) { command.mutable_answer_help()->set_call(call.id()); });
}

bool answer_button(Panel& panel, Rect& row, const v1::HelpCall& call, const std::string& prefix) {
    const std::string label = panel.say(Say::trainer_help_answer);
    const ButtonLook look{.icon = Icon::check, .small = true};
    const Rect place = row.cut_right(button_width(panel.ui, label, look)).middle_row(32);
    row.right -= 12;
    return button(panel.ui, place, prefix + std::to_string(call.id()), label, look);
}

// Who calls, strong, and the text under it; beside it where there is one line only.
void draw_words(Panel& panel, Rect row, const v1::HelpCall& call, bool one_line) {
    const std::string who = call_words(panel, call);
    if (one_line || call.text().empty()) {
        row.cut_left(panel.draw().line(row, who, {Type::strong_small}).width() + 10);
        if (!call.text().empty() && panel.draw().width(call.text(), Type::small) <= row.width())
            panel.draw().line(row, call.text(), {Type::small});
        return;
    }
    row = row.middle_row(42);
    panel.draw().line(row.cut_top(22), who, {Type::strong});
    panel.draw().paragraph(row, call.text(), {Type::small}, 1);
}

void draw_pending_strip(Panel& panel, Rect row, const v1::InjectControl& inject) {
    const std::string undo = panel.say(Say::injects_undo);
    const bool pressed =
        button_right(panel.ui, row, 32, "pressing.undo", undo, {.icon = Icon::undo, .small = true});
    row.right -= 10;
    panel.draw().icon({row.left + 10, row.centre().y}, Icon::flash, IconSize::control,
                      Token::accent);
    row.left += 30;
    const std::string words = pending_words(panel, inject);
    const std::string now = panel.say(Say::injects_now);
    const ButtonLook now_look{.style = ButtonStyle::text, .small = true};
    const float now_wide = button_width(panel.ui, now, now_look);
    if (panel.draw().width(words, Type::strong_small) + now_wide + 10 <= row.width() &&
        button(panel.ui, row.cut_right(now_wide).middle_row(32), "pressing.now", now, now_look))
        act_as_trainer(panel, [&](v1::Command& command) {
            command.mutable_hasten_inject()->set_inject(inject.id());
        });
    panel.draw().line(row, words, {Type::strong_small});
    const bool by_key = !panel.ui.typing_before() && panel.ui.take(Intent::undo);
    if (pressed || by_key)
        act_as_trainer(panel, [&](v1::Command& command) {
            command.mutable_retract_inject()->set_inject(inject.id());
        });
}

}  // namespace

std::vector<const v1::HelpCall*> open_calls(const Panel& panel) {
    std::vector<const v1::HelpCall*> open;
    for (const v1::HelpCall* call : panel.view->all<v1::HelpCall>())
        if (!call->answered()) open.push_back(call);
    std::stable_sort(open.begin(), open.end(), [](const auto* one, const auto* other) {
        return one->at_sim_ms() < other->at_sim_ms();
    });
    return open;
}

std::string call_words(const Panel& panel, const v1::HelpCall& call) {
    std::vector<std::string> roles;
    for (const v1::Role* role : panel.view->all<v1::Role>())
        if (role->occupant() == call.participant()) roles.push_back(role->id());
    const std::string name = panel.model.name_of(call.participant());
    if (roles.empty()) return panel.say(Say::trainer_help_asked, {name});
    return panel.say(Say::trainer_help_asked_role, {name, enumerate(panel, roles)});
}

void draw_help_calls(Panel& panel, Rect& screen, TrainerState& state) {
    const auto open = open_calls(panel);
    if (open.empty()) return;
    const bool narrow = is_narrow(panel.ui);
    panel.ui.area("help");
    Rect row = screen.cut_top(narrow ? 36 : 56);
    panel.draw().fill(row, Token::attention_soft);
    panel.draw().fill({row.left, row.top, row.left + 6, row.bottom}, Token::attention);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1, Token::attention);
    row = row.inset(measure::pad.in(panel.ui), 0);
    const v1::HelpCall& oldest = *open.front();
    if (answer_button(panel, row, oldest, "help.")) answer(panel, oldest);
    const bool hides_text = narrow && !oldest.text().empty();
    if (open.size() > 1 || hides_text) {
        const std::string more =
            open.size() > 2
                ? panel.say(Say::trainer_help_more, {std::to_string(open.size() - 1)})
                : panel.say(open.size() == 2 ? Say::trainer_help_more_one : Say::notice_more);
        if (button_right(panel.ui, row, 32, "calls.more", more,
                         {.style = ButtonStyle::text, .small = true}))
            state.help_open = true;
        row.right -= 12;
    }
    panel.draw().icon({row.left + 12, row.centre().y}, Icon::help,
                      narrow ? IconSize::control : IconSize::large, Token::attention);
    row.left += 32;
    draw_words(panel, row, oldest, narrow);
}

void draw_help_list(Panel& panel, TrainerState& state) {
    const auto open = open_calls(panel);
    if (open.empty()) {
        state.help_open = false;
        return;
    }
    const bool narrow = is_narrow(panel.ui);
    Dialog dialog(panel, "calls", 720, 480, panel.say(Say::trainer_help_list));
    std::vector<float> heights;
    std::vector<Row> rows;
    const Rect body = dialog.body.inset(dialog.padding(), narrow ? 4 : 12);
    const float words = body.width() - 190;
    for (const v1::HelpCall* call : open)
        rows.push_back(
            {"calls." + std::to_string(call->id()),
             std::max(list_row,
                      panel.draw().paragraph_height(words, call->text(), Type::small) + 44),
             false, false, call_words(panel, *call)});
    scroll_list(panel.ui, body, "calls.list", rows, state.help,
                [&](std::size_t index, Rect row, const Response&) {
                    const v1::HelpCall& call = *open[index];
                    panel.draw().horizontal_rule(row.left, row.right, row.top);
                    if (answer_button(panel, row, call, "calls.answer.")) answer(panel, call);
                    row.cut_top(10);
                    panel.draw().line(row.cut_top(22), call_words(panel, call), {Type::strong});
                    row.right = row.left + words;
                    panel.draw().paragraph(row, call.text(), {Type::small});
                },
                {.bare = true});
    if (dialog.closed()) state.help_open = false;
}

void draw_pressing(Panel& panel, Rect& screen, TrainerState& state,
                   const std::vector<Stall>& found) {
    if (!is_narrow(panel.ui) || panel.phase_is(Phase::ended)) return;
    const v1::InjectControl* inject = pressing_inject(panel);
    // A call for help is as pressing as anything that stalls, and rows are few.
    if (inject == nullptr && (found.empty() || !open_calls(panel).empty() || state.tab == 4))
        return;
    panel.ui.area("pressing");
    Rect row = screen.cut_top(42);
    panel.draw().fill(row, inject != nullptr ? Token::accent_soft : Token::surface);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(16, 0);
    if (inject != nullptr) return draw_pending_strip(panel, row, *inject);
    draw_stall_line(panel, row, state, found.front(), "pressing.stall");
}

void draw_pause_and_call(Panel& panel, Rect& row, const std::string& name) {
    if (panel.phase_is(Phase::running) || panel.phase_is(Phase::paused)) {
        const bool running = panel.phase_is(Phase::running);
        const std::string label =
            panel.say(running ? Say::trainer_pause_short : Say::trainer_resume);
        const bool pressed =
            button_right(panel.ui, row, 36, name, label,
                         {.icon = running ? Icon::pause : Icon::play, .small = true});
        row.right -= 12;
        if (pressed || panel.ui.take(Intent::pause)) pause_or_resume(panel);
    }
    const auto open = open_calls(panel);
    if (open.empty()) return;
    const std::string words = call_words(panel, *open.front());
    const float wide = panel.draw().width(words, Type::strong_small) + 26;
    if (wide > row.width()) return;
    icon_label(panel.ui, row.cut_right(wide), Icon::help, words, Tone::attention, true,
               Align::right);
    row.right -= 12;
}

}  // namespace casustafel::ui
