#include "client/ui/trainer/acts/trainer_swap.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/question.hpp"
#include "client/ui/trainer/watch/pace.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

// How many of those who move are ready, and who is waited for.
struct Progress {
    int ready = 0, all = 0;
    std::vector<std::string> waits_for;
};

Progress progress(const Panel& panel, const v1::SwapUnderWay& swap) {
    Progress found;
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        if (role->occupant() == 0 || model::swaps_with(swap, role->id()).empty()) continue;
        ++found.all;
        if (model::is_ready(swap, role->id()))
            ++found.ready;
        else
            found.waits_for.push_back(role->id());
    }
    return found;
}

// Real time left in this stage, counted on from when the server said it.
std::int64_t left_ms(Panel& panel, const v1::SwapUnderWay& swap) {
    panel.ui.wake_after(1);
    return panel.model.left_ms(*panel.view, contract::entity_key(contract::entities::swap),
                               swap.ends_in_ms(), panel.now_ms);
}

// "Wissel: overdracht, 1 van 10 klaar"
std::string stage_words(const Panel& panel, const v1::SwapUnderWay& swap) {
    const Progress now = progress(panel, swap);
    return panel.say(Say::trainer_swap_stage, {panel.word("swap_stage", swap.stage())}) + ", " +
           panel.say(Say::trainer_swap_progress,
                     {std::to_string(now.ready), std::to_string(now.all)});
}

// The stage, how many are ready, and the time that is left in the largest letters there is room
// for; whatever else has to give way, the button that comes after it stays whole.
void draw_stage(Panel& panel, Rect& row, const v1::SwapUnderWay& swap, float button_wide) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const Progress now = progress(panel, swap);
    const std::string stage =
        panel.say(Say::trainer_swap_stage, {panel.word("swap_stage", swap.stage())});
    const std::string ready =
        panel.say(Say::trainer_swap_progress, {std::to_string(now.ready), std::to_string(now.all)});
    const std::string left =
        panel.say(Say::table_left, {minutes_and_seconds(left_ms(panel, swap))});
    const Type title = narrow ? Type::strong_small : Type::strong;
    const Type clock = narrow ? Type::strong : Type::heading;
    const std::string counted = narrow ? ready + " · " : ready;
    const float counted_wide = panel.draw().width(counted, Type::small) + 1,
                left_wide = panel.draw().width(left, clock) + 1;
    float wide =
        std::max(panel.draw().width(stage, title) + 1, counted_wide + (narrow ? left_wide : 0.0F));
    if (!narrow) {
        panel.draw().icon({row.left + 10, row.centre().y}, Icon::swap, IconSize::control,
                          Token::accent);
        row.cut_left(30);
    }
    wide = std::min(wide, row.width() - button_wide - 14);
    Rect place = row.cut_left(wide).middle_row(42);
    panel.draw().line(place.cut_top(narrow ? 20 : 22), stage, {title, Token::accent});
    panel.draw().line(place.cut_left(counted_wide), counted, {Type::small});
    if (!narrow) {
        row.cut_left(16);
        place = row.cut_left(std::min(left_wide, row.width() - button_wide - 14)).middle_row(40);
    }
    panel.draw().line(place, left, {clock});
    row.cut_left(14);
}

void advance(Panel& panel) {
    act_as_trainer(panel, [](v1::Command& command) { command.mutable_advance_swap(); });
}

}  // namespace

void draw_swap_control(Panel& panel, Rect& row, TrainerState& state) {
    const v1::SwapUnderWay* swap = panel.view->find<v1::SwapUnderWay>();
    if (swap == nullptr) {
        state.swap.on_asked = state.swap.off_asked = false;
        const bool plays = panel.phase_is(Phase::running) || panel.phase_is(Phase::paused);
        const std::string label = panel.say(Say::swap_title);
        const ButtonLook look{.icon = Icon::swap};  // its window says why it has to wait
        const float wide = button_width(panel.ui, label, look);
        if (!plays || row.width() < wide) return;
        if (button(panel.ui, row.cut_left(wide).middle_row(40), "trainer.swap", label, look))
            state.swap.open = true;
        row.cut_left(12);
        return;
    }
    const bool writing = swap->stage() == contract::SwapStage::writing;
    const std::string on = panel.say(writing ? Say::trainer_swap_now : Say::trainer_swap_go_on);
    const ButtonLook look{.icon = panel.ui.layout() == Layout::narrow ? Icon::none : Icon::skip};
    const float on_wide = button_width(panel.ui, on, look);
    draw_stage(panel, row, *swap, on_wide);
    if (button(panel.ui, row.cut_left(on_wide).middle_row(40), "trainer.swap_advance", on, look)) {
        if (progress(panel, *swap).waits_for.empty())
            advance(panel);
        else
            state.swap.on_asked = true;
    }
    row.cut_left(8);
    if (!writing) return;
    const std::string off = panel.say(Say::trainer_swap_cancel);
    const ButtonLook text_look{.style = ButtonStyle::text};
    const float off_wide = button_width(panel.ui, off, text_look);
    if (row.width() >= off_wide && button(panel.ui, row.cut_left(off_wide).middle_row(40),
                                          "trainer.swap_cancel", off, text_look))
        state.swap.off_asked = true;
}

void draw_swap_off_question(Panel& panel, TrainerState& state) {
    const v1::SwapUnderWay* swap = panel.view->find<v1::SwapUnderWay>();
    // It went on meanwhile: who reads the new role cannot go back.
    if (swap == nullptr || swap->stage() != contract::SwapStage::writing) {
        state.swap.off_asked = false;
        return;
    }
    const std::string off = panel.say(Say::trainer_swap_cancel);
    const Answer said = draw_question(
        panel, {.name = "swap_off",
                .title = off + "?",
                .body = panel.say(Say::trainer_swap_off_body, {stage_words(panel, *swap)}),
                .yes = off,
                .icon = Icon::undo,
                .no = Say::ui_back});
    if (said == Answer::yes)
        act_as_trainer(panel, [](v1::Command& command) { command.mutable_cancel_swap(); });
    if (said != Answer::none) state.swap.off_asked = false;
}

void draw_swap_on_question(Panel& panel, TrainerState& state) {
    const v1::SwapUnderWay* swap = panel.view->find<v1::SwapUnderWay>();
    if (swap == nullptr) {
        state.swap.on_asked = false;
        return;
    }
    Dialog dialog(panel, "swap_on", 560, 240, panel.say(Say::trainer_swap_on_title), "swap_on.no");
    Rect footer = dialog.cut_footer().inset(dialog.padding(), 16);
    panel.draw().paragraph(
        dialog.body.inset(dialog.padding(), 20),
        panel.say(Say::trainer_swap_on_body, {enumerate(panel, progress(panel, *swap).waits_for)}),
        {}, 4);
    const std::string yes = panel.say(Say::trainer_swap_on), no = panel.say(Say::ui_cancel);
    const ButtonLook primary{.style = ButtonStyle::primary}, text_look{.style = ButtonStyle::text};
    const bool goes_on = button_right(panel.ui, footer, 0, "swap_on.yes", yes, primary);
    footer.cut_right(8);
    const bool stays = button_right(panel.ui, footer, 0, "swap_on.no", no, text_look);
    if (goes_on) advance(panel);
    if (goes_on || stays || dialog.closed()) state.swap.on_asked = false;
}

}  // namespace casustafel::ui
