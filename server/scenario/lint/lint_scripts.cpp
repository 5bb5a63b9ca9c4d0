// What the case says by itself: questions of roles that only autopilots play, actions that were
// begun, and the probes. Each asks or says something that can be answered or finished.
#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/core/values/clock.hpp"
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"
#include "server/scenario/lint/walk.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

bool writes_the_plan(const core::Scenario& scenario, const core::RoleId& id) {
    const auto* role = core::find(scenario, id);
    const auto& guests = scenario.plan->guests;
    return role != nullptr && (role->table == scenario.plan->table ||
                               std::find(guests.begin(), guests.end(), id) != guests.end());
}

bool can_have(const core::Scenario& scenario, const core::RoleId& role, const core::ItemId& id) {
    const auto* item = core::find(scenario, id);
    return item == nullptr || core::is_original_holder(*item, role) ||
           core::has_lawful_chain(scenario, *item, role, core::Form::pointer);
}

void check_action(const Draft& draft, const core::ScriptedAction& action, const std::string& path) {
    if (!draft.findings.sound(path)) return;
    if (!draft.scenario.plan) {
        draft.findings.report(path, {Key::diagnostic_action_without_plan, {}});
        return;
    }
    if (!writes_the_plan(draft.scenario, action.author))
        draft.findings.report(under(path, "author"),
                              {Key::diagnostic_action_outside_plan, {action.author.value}});
    for (std::size_t index = 0; index < action.items.size(); ++index)
        if (!can_have(draft.scenario, action.author, action.items[index]))
            draft.findings.report(element(under(path, "items"), index),
                                  {Key::diagnostic_action_item_not_held,
                                   {action.author.value, action.items[index].value}});
}

bool inside_a_segment(const core::Scenario& scenario, std::int64_t sim_ms) {
    return std::any_of(scenario.segments.begin(), scenario.segments.end(),
                       [&](const core::Segment& segment) {
                           return sim_ms >= segment.from_sim_ms && sim_ms <= segment.to_sim_ms;
                       });
}

void check_probe_time(const Draft& draft, std::int64_t sim_ms, const std::string& path) {
    const auto& scenario = draft.scenario;
    if (sim_ms < scenario.start_sim_ms() || sim_ms > scenario.end_sim_ms())
        draft.findings.report(path, {Key::diagnostic_time_outside_case,
                                     {print_time(sim_ms), print_time(scenario.start_sim_ms()),
                                      print_time(scenario.end_sim_ms())}});
    else if (!inside_a_segment(scenario, sim_ms))
        draft.findings.report(path, {Key::diagnostic_time_in_cut, {print_time(sim_ms)}});
    else if (sim_ms == scenario.start_sim_ms())  // nobody has anything to answer about yet
        draft.findings.report(path, {Key::diagnostic_probe_at_start, {print_time(sim_ms)}});
}

void check_asks(const Draft& draft) {
    for (std::size_t inject = 0; inject < draft.file.injects.size(); ++inject) {
        const auto& asks = draft.file.injects[inject].asks;
        for (std::size_t index = 0; index < asks.size(); ++index) {
            const std::string path = element(under(element("injects", inject), "asks"), index);
            if (is_playable(draft.scenario, asks[index].from))
                draft.findings.report(under(path, "from"),
                                      {Key::diagnostic_ask_of_person, {asks[index].from.value}});
            const auto& to = asks[index].to;
            for (std::size_t each = 0; each < to.size(); ++each)
                if (!to[each].empty() && !is_playable(draft.scenario, to[each]))
                    draft.findings.report(element(under(path, "to"), each),
                                          {Key::diagnostic_ask_to_autopilot, {to[each].value}});
        }
    }
}

void check_begun_actions(const Draft& draft) {
    for (std::size_t inject = 0; inject < draft.file.injects.size(); ++inject) {
        const auto& actions = draft.file.injects[inject].actions;
        for (std::size_t index = 0; index < actions.size(); ++index)
            check_action(draft, actions[index],
                         element(under(element("injects", inject), "actions"), index));
    }
}

void check_probes(const Draft& draft) {
    for_each_probe_question(draft.scenario, [&](const core::ProbeQuestion& question,
                                                const std::string& path) {
        if (!draft.findings.sound(path)) return;
        bool any_right = false;
        for (std::size_t index = 0; index < question.options.size(); ++index) {
            const core::ProbeOption& option = question.options[index];
            any_right = any_right || option.right || !option.right_when.empty();
            if (option.right && !option.right_when.empty())
                draft.findings.report(under(element(under(path, "options"), index), "right"),
                                      {Key::diagnostic_probe_right_twice, {}});
        }
        if (!any_right)
            draft.findings.report(under(path, "options"), {Key::diagnostic_probe_never_right, {}});
    });
}

void check_probe_times(const Draft& draft) {
    const auto& probes = draft.file.probes;
    if (draft.scenario.segments.empty()) return;
    for (std::size_t index = 0; index < probes.size(); ++index) {
        const std::string path = under(element("probes", index), "at");
        if (!probes[index].at_sim_ms || !draft.findings.sound(path)) continue;
        check_probe_time(draft, *probes[index].at_sim_ms, path);
        for (std::size_t earlier = 0; earlier < index; ++earlier)
            if (probes[earlier].at_sim_ms == probes[index].at_sim_ms) {
                const std::string other = under(element("probes", earlier), "at");
                draft.findings.report(path, {Key::diagnostic_probes_at_one_time,
                                             {probes[earlier].id.value,
                                              std::to_string(draft.findings.at(other).line)}});
            }
    }
}

}  // namespace

Rules lint_scripts() {
    static const Rule rules[] = {
        {check_asks, {"roles"}, true},
        {check_begun_actions, {"roles", "items", "plan"}, true},
        {check_probes, {}},
        {check_probe_times, {"rounds"}},
    };
    return rules;
}

}  // namespace casustafel::scenario
