#include "client/ui/acts/action_reading.hpp"

#include "client/ui/acts/cite.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"

namespace casustafel::ui {
namespace {

// "OVJ en PRC. 1 van 2 bevestigd."
std::string informed_words(const Panel& panel, const v1::Action& action) {
    std::vector<std::string> names(action.informed().begin(), action.informed().end());
    const std::string who = names.empty() ? "–" : enumerate(panel, names);
    return who + ". " +
           panel.say(Say::plan_confirmed, {std::to_string(action.confirmed_size()),
                                           std::to_string(action.informed_size())}) +
           ".";
}

std::string power_words(const Panel& panel, const v1::Action& action) {
    for (const v1::Power* power : panel.view->all<v1::Power>()) {
        if (power->id() != action.power()) continue;
        const std::string& holder =
            action.power_holder().empty() ? action.lead() : action.power_holder();
        return panel.in(power->name()) + " (" + holder + ")";
    }
    return panel.say(Say::plan_no_power);
}

void draw_terms(Panel& panel, Rect& area, const v1::Action& action) {
    const auto part = [&](Say label, const std::string& words) {
        panel.draw().line(area.cut_top(24), panel.say(label), {Type::strong});
        panel.draw().cut_paragraph(area, words, {}, 10);
    };
    part(Say::plan_text, model::words_of(action, panel.english()));
    part(Say::plan_lead, action.lead() + " (" + panel.role_name(action.lead()) + ")");
    part(Say::plan_power, power_words(panel, action));
    part(Say::plan_deadline, action.has_deadline_sim_ms() ? moment(panel, action.deadline_sim_ms())
                                                          : panel.say(Say::plan_no_deadline));
    part(Say::plan_informed, informed_words(panel, action));
    if (const auto* plan = panel.view->find<v1::Plan>(); plan && !action.filled_in().empty())
        part(Say::plan_more, filled_in_words(panel, plan->fields(), action.filled_in()));
    part(Say::decision_cited, cited_words(panel, action.items()));
}

}  // namespace

void draw_action_to_read(Panel& panel, PlanState& state) {
    const v1::Action* action = panel.view->find<v1::Action>(state.reading);
    if (action == nullptr) {
        state.reading = 0;
        return;
    }
    Dialog dialog(panel, "action", 760, 660, panel.say(Say::plan_action));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& area) { draw_terms(panel, area, *action); });
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) state.reading = 0;
}

}  // namespace casustafel::ui
