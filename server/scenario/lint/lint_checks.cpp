// Checks of consequences, injects and endings: each says what its kind asks, and can hold as well
// as fail.
#include <algorithm>

#include "server/core/law/checks.hpp"
#include "server/core/law/lawful.hpp"
#include "server/scenario/lint/filling_in.hpp"
#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"
#include "server/scenario/lint/walk.hpp"
#include "server/scenario/reading/happening_fields.hpp"
#include "server/scenario/reading/reader.hpp"

namespace casustafel::scenario {
namespace {

using core::CheckKind;
using text::Key;

bool among(std::string_view word, std::string_view words) {
    const auto list = words_of(words);
    return std::find(list.begin(), list.end(), word) != list.end();
}

void check_keys_of(const Draft& draft, const core::Check& check, const std::string& path) {
    const core::CheckRule& rule = core::rule_of(check.kind);
    const std::string kind(core::name(check.kind));
    for (const KnownKey& known : keys_of<core::Check>()) {
        const std::string key(known.name);
        if (key == "kind" || key == "not") continue;
        const bool needed = among(key, rule.needed);
        const bool written = draft.findings.written(under(path, key));
        if (needed && !written)
            draft.findings.report(path, {Key::diagnostic_check_asks, {kind, key}});
        else if (written && !needed && !among(key, rule.allowed))
            draft.findings.report(under(path, key), {Key::diagnostic_check_asks_less, {kind, key}});
    }
}

template <class Each>
void for_each_check(const Draft& draft, Each each) {
    for_each_checks(draft.scenario,
                    [&](const std::vector<core::Check>& checks, const std::string& list) {
                        for (std::size_t index = 0; index < checks.size(); ++index)
                            if (draft.findings.sound(element(list, index)))
                                each(checks[index], element(list, index));
                    });
}

bool same_but_negated(core::Check one, const core::Check& other) {
    one.negated = !one.negated;
    return one == other;
}

// What brings one track of one person up and down, in the whole case.
struct Reach {
    int start = 0;
    bool rises = false, falls = false;
};

Reach reach_of(const core::Scenario& scenario, const core::TrackStart& track) {
    Reach reach{.start = track.value};
    for_each_track_change(scenario, [&](const core::TrackChange& change, const std::string&) {
        if (change.person != track.person || change.track != track.track) return;
        reach.rises = reach.rises || change.by > 0;
        reach.falls = reach.falls || change.by < 0;
    });
    return reach;
}

void check_track_reach(const Draft& draft, const core::Check& check, const std::string& path) {
    bool found = false, all_above_for_good = true;
    for (const auto& track : draft.scenario.tracks) {
        if (track.track != check.track) continue;
        if (!check.person.empty() && track.person != check.person) continue;
        found = true;
        const Reach reach = reach_of(draft.scenario, track);
        const bool above = reach.start >= check.value;
        all_above_for_good = all_above_for_good && above && !reach.falls;
        if (!above && !reach.rises)
            draft.findings.report(under(path, "value"),
                                  {Key::diagnostic_track_never_reached,
                                   {track.person.value, std::string(core::name(track.track)),
                                    std::to_string(reach.start), std::to_string(check.value)}});
    }
    if (found && all_above_for_good && check.value > 0)
        draft.findings.report(under(path, "value"),
                              {Key::diagnostic_track_never_below,
                               {std::string(core::name(check.track)), std::to_string(check.value)}},
                              {}, Severity::warning);
}

void check_item_reach(const Draft& draft, const core::Check& check, const std::string& path) {
    const auto* item = core::find(draft.scenario, check.item);
    if (item == nullptr) return;
    const bool any_role = check.roles.empty();
    bool reached = false;
    for (const auto& role : draft.scenario.roles) {
        const bool from_the_case = core::is_original_holder(*item, role.id);
        const bool counts = any_role ? !from_the_case
                                     : std::find(check.roles.begin(), check.roles.end(), role.id) !=
                                           check.roles.end();
        if (!counts) continue;
        reached = reached || core::has_lawful_chain(draft.scenario, *item, role.id, check.min_form);
        if (core::is_original_holder(*item, role.id) &&
            available_sim_ms(draft.scenario, *item) == draft.scenario.start_sim_ms())
            draft.findings.report(
                under(path, "roles"),
                {Key::diagnostic_item_known_from_start, {role.id.value, item->id.value}}, {},
                Severity::warning);
    }
    if (!reached)
        draft.findings.report(path, {Key::diagnostic_item_never_known,
                                     {item->id.value, std::string(core::name(check.min_form))}});
}

// What was filled in is looked for in the options that the check means.
void check_filled_in(const Draft& draft, const core::Check& check, const std::string& path) {
    const auto* decision = core::find(draft.scenario, check.decision);
    if (decision == nullptr) return;
    std::vector<std::string> values = check.values;
    bool found = false;
    for (const core::DecisionOption& option : decision->options) {
        if (!check.options.empty() && !core::names(check.options, option.id)) continue;
        const core::FormField* field = core::find(option.fields, check.field);
        if (field == nullptr) continue;
        found = true;
        std::erase_if(values, [&](const std::string& value) {
            return can_be_filled_in(draft.scenario, *field, value);
        });
    }
    if (!found)
        draft.findings.report(under(path, "field"), {Key::diagnostic_no_such_field_of_options,
                                                     {check.decision.value, check.field.value}});
    else if (!values.empty())
        draft.findings.report(under(path, "values"), {Key::diagnostic_never_filled_in,
                                                      {check.field.value, values.front()}});
}

void check_check_keys(const Draft& draft) {
    for_each_check(draft, [&](const core::Check& check, const std::string& path) {
        check_keys_of(draft, check, path);
    });
}

void check_checks_contradict(const Draft& draft) {
    for_each_checks(
        draft.scenario, [&](const std::vector<core::Check>& checks, const std::string& list) {
            for (std::size_t index = 0; index < checks.size(); ++index)
                for (std::size_t earlier = 0; earlier < index; ++earlier)
                    if (same_but_negated(checks[earlier], checks[index]))
                        draft.findings.report(
                            element(list, index),
                            {Key::diagnostic_checks_contradict,
                             {std::to_string(draft.findings.at(element(list, earlier)).line)}});
        });
}

void check_checks_reachable(const Draft& draft) {
    const auto& scenario = draft.scenario;
    const bool triaged =
        std::any_of(scenario.roles.begin(), scenario.roles.end(), [&](const core::Role& role) {
            return role.accepts_triage && is_playable(scenario, role.id);
        });
    for_each_check(draft, [&](const core::Check& check, const std::string& path) {
        if (check.kind == CheckKind::track_at_least) check_track_reach(draft, check, path);
        if (check.kind == CheckKind::item_known) check_item_reach(draft, check, path);
        if (check.kind == CheckKind::filled_in) check_filled_in(draft, check, path);
        if (check.kind == CheckKind::round &&
            check.round > static_cast<int>(scenario.rounds.size()))
            draft.findings.report(under(path, "round"), {Key::diagnostic_no_such_round, {}});
        if (check.kind == CheckKind::planned && !scenario.plan)
            draft.findings.report(path, {Key::diagnostic_planned_without_plan, {}});
        if (check.kind == CheckKind::triage_accepted && !triaged)
            draft.findings.report(path, {Key::diagnostic_nobody_triages, {}});
    });
}

}  // namespace

Rules lint_checks() {
    static const Rule rules[] = {
        {check_check_keys, {}},
        {check_checks_contradict, {}},
        {check_checks_reachable,
         {"rounds", "roles", "items", "tracks", "injects", "decisions", "interventions",
          "consequences", "plan", "prompts", "decision_types"},
         true},
    };
    return rules;
}

}  // namespace casustafel::scenario
