#include "client/ui/trainer/console/trainer_bar.hpp"

#include <algorithm>

#include "client/ui/frame/onlookers.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/trainer/acts/trainer_corrections.hpp"
#include "client/ui/trainer/acts/trainer_prompts.hpp"
#include "client/ui/trainer/watch/pace.hpp"
#include "client/ui/trainer/watch/seat_facts.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

bool can_mark(const Panel& panel) {
    return panel.phase_is(Phase::running) || panel.phase_is(Phase::paused);
}

// A moment worth coming back to in the debrief.
void mark_moment(Panel& panel) {
    act_as_trainer(panel, [&](v1::Command& command) {
        command.mutable_bookmark_moment()->set_title(
            panel.say(Say::trainer_moment_at, {clock_text(panel.sim_ms())}));
    });
}

void draw_look_as(Panel& panel, Rect& bar, TrainerState& state) {
    std::vector<Option> options = {{"nobody", panel.say(Say::trainer_look_nobody)}};
    for (const v1::Role* role : panel.view->all<v1::Role>())
        options.push_back(
            {role->id(), role->id() + "  " + panel.in(role->name()), panel.occupant_name(*role)});
    const bool roomy = panel.ui.layout() == Layout::wide;
    const Rect place = bar.cut_right(roomy ? 280.0F : 200.0F).middle_row(40);
    bar.cut_right(10);
    const int picked = select(panel.ui, place, "trainer.look_as", options, 0);
    if (picked > 0) look_as(panel, state, options[static_cast<std::size_t>(picked)].key);
    if (is_narrow(panel.ui)) return;
    const std::string label = panel.say(Say::trainer_look_as);
    panel.draw().line(bar.cut_right(panel.draw().width(label, Type::small) + 1), label,
                      {Type::small, Token::text_2});
    bar.cut_right(16);
}

void go_to_desk(TrainerState& state) {
    state.at_desk = true;
    state.asked_lists = false;
}

void draw_trainer_menu(Panel& panel, Rect& bar, TrainerState& state) {
    std::vector<Option> more = {{"overview", panel.say(Say::overview_title)},
                                {"results", panel.say(Say::results_open)}};
    more.push_back({"invite", panel.say(Say::invitation_title)});
    more.push_back({"people", panel.say(Say::people_title)});
    more.push_back({"onlookers", panel.say(Say::onlookers_title)});
    if (has_page(panel, CasePage::trainer))
        more.push_back({"case_page", panel.say(Say::trainer_page)});
    if (has_page(panel, CasePage::ending)) more.push_back({"ending", panel.say(Say::ending_page)});
    if (can_mark(panel)) more.push_back({"moment", panel.say(Say::trainer_moment_set)});
    if (panel.phase_is(Phase::running) && panel.view->find<v1::SwapUnderWay>() == nullptr)
        more.push_back({"swap", panel.say(Say::trainer_swap_title)});
    const v1::SwapUnderWay* swap = panel.view->find<v1::SwapUnderWay>();
    if (swap != nullptr && swap->stage() == contract::SwapStage::writing)
        more.push_back({"swap_cancel", panel.say(Say::trainer_swap_cancel)});
    if (!panel.view->all<v1::Prompt>().empty())
        more.push_back({"prompts", panel.say(Say::prompts_title_long)});
    if (!panel.phase_is(Phase::lobby))
        more.push_back({"corrections", panel.say(Say::correct_title)});
    if (can_mark(panel)) more.push_back({"paper", panel.say(Say::handout_menu)});
    if (!panel.phase_is(Phase::lobby)) more.push_back({"restart", panel.say(Say::restart_title)});
    if (panel.phase_is(Phase::ended)) more.push_back({"report", panel.say(Say::results_report)});
    if (!panel.phase_is(Phase::ended)) more.push_back({"end", panel.say(Say::trainer_end_title)});
    more.push_back({"desk", panel.say(Say::trainer_desk)});
    if (is_narrow(panel.ui) && !panel.phase_is(Phase::ended))
        for (const Pace& pace : paces)
            if (pace.permille != panel.view->find<v1::Session>()->speed_permille())
                more.push_back({std::string("pace.") + pace.key,
                                panel.say(Say::trainer_pace) + " " + pace.label});
    const std::string picked = draw_menu(panel, bar, state.bar, false, more);
    if (picked == "overview") state.overview.open = true;
    if (picked == "people") state.people.open = true;
    if (picked == "onlookers") state.onlookers.open = true;
    if (picked == "paper") state.paper.open = true;
    if (picked == "restart") state.restart.open = true;
    if (picked == "invite") state.invite_open = true;
    if (picked == "results") open_results(panel, state.results);
    if (picked == "case_page") state.page = CasePage::trainer;
    if (picked == "ending") state.page = CasePage::ending;
    if (picked == "moment") mark_moment(panel);
    if (picked == "swap") state.swap.open = true;
    if (picked == "swap_cancel") state.swap.off_asked = true;
    for (const Pace& pace : paces)
        if (picked == std::string("pace.") + pace.key) set_pace(panel, pace.permille);
    if (picked == "prompts") state.prompts.open = true;
    if (picked == "corrections") state.corrections.open = true;
    if (picked == "report") ask_report(panel);
    if (picked == "end") state.bar.leave_asked = true;
    if (picked == "desk") go_to_desk(state);
}

}  // namespace

void draw_trainer_bar(Panel& panel, Rect area, TrainerState& state) {
    Rect bar = draw_bar(panel, area);
    draw_trainer_menu(panel, bar, state);
    bar.cut_right(8);
    draw_connection(panel, bar);
    bar.cut_right(16);
    HelpState asked;
    draw_onlookers(panel, bar, asked);
    if (asked.open == Help::onlookers) state.onlookers.open = true;
    draw_look_as(panel, bar, state);
    if (!is_narrow(panel.ui)) {
        panel.draw().vertical_rule(bar.left - 10, bar.centre().y - 16, bar.centre().y + 16);
        bar.cut_left(8);
    }
    bar.cut_left(
        panel.draw().line(bar, code_text(panel.model.code), {Type::panel, Token::accent}).width() +
        12);
    const std::string moment_label = panel.say(Say::trainer_moment_set);
    const ButtonLook moment_look{.style = ButtonStyle::text, .icon = Icon::bookmark};
    const float moment_wide = button_width(panel.ui, moment_label, moment_look);
    const bool can = can_mark(panel);
    bool marked = false;
    if (can && bar.width() > moment_wide + 60) {
        marked = button(panel.ui, bar.cut_right(moment_wide).middle_row(40), "trainer.moment",
                        moment_label, moment_look);
        bar.cut_right(8);
    }
    if (can && (panel.ui.take(Intent::note_moment) || marked)) mark_moment(panel);
    const std::string label = panel.say(Say::trainer_desk);
    const ButtonLook look{.style = ButtonStyle::quiet, .small = true};
    const float wide = button_width(panel.ui, label, look);
    if (bar.width() > wide + 160 &&
        button(panel.ui, bar.cut_right(wide).middle_row(32), "trainer.desk", label, look))
        go_to_desk(state);
    if (bar.width() > 60)
        panel.draw().line(bar, panel.in(panel.view->find<v1::Session>()->title()),
                          {Type::body, Token::text_2});
}

}  // namespace casustafel::ui
