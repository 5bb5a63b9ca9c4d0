#include <cstdio>
#include <map>

#include "server/report/sections.hpp"
#include "server/telling/acts.hpp"

namespace casustafel::report {
namespace {

template <class Begun>
const Begun* of_inject(const std::vector<Begun>& all, int index) {
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < all.size() ? &all[at] : nullptr;
}

using text::Key;

Html text_of(const Wording& wording, const core::ActionAdded& added) {
    const auto* begun = scripted_action(wording.scenario(), added.scripted);
    return wording.quoted(begun ? wording.of(begun->text) : added.terms.text);
}

// What each action says at the end.
std::map<core::EntityId, Html> texts_of(const Wording& wording,
                                        const std::vector<core::Record>& records) {
    std::map<core::EntityId, Html> all;
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            if (const auto* added = std::get_if<core::ActionAdded>(&event))
                all[added->action] = text_of(wording, *added);
            if (const auto* changed = std::get_if<core::ActionChanged>(&event))
                all[changed->action] = wording.quoted(changed->terms.text);
        }
    }
    return all;
}

Html check(const Wording& wording, bool passed) {
    return wording.say(passed ? Key::report_yes : Key::report_no);
}

// What the case began and nobody took up: no action of the group.
Html begun_only(const Wording& wording, const score::Score& score,
                const std::map<core::EntityId, Html>& texts) {
    if (score.untouched.empty()) return {};
    std::vector<Html> lines;
    for (const core::EntityId action : score.untouched)
        lines.push_back(Html::element("li", {texts.at(action)}));
    return Html::sequence({Html::element("p", {wording.say(Key::report_plan_untouched)}),
                           Html::element("ul", lines)});
}

// Weights are whole or half.
Html weight(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return Html::text(text);
}

}  // namespace

Html plan(const Wording& wording, const score::Score& score,
          const std::vector<core::Record>& records) {
    if (!wording.scenario().plan) return {};
    const auto texts = texts_of(wording, records);
    const Html untouched = begun_only(wording, score, texts);
    if (score.plan.empty()) {
        return titled(wording, Key::report_plan, Key::report_plan_gist,
                      {Html::element("p", {wording.say(Key::report_plan_none)}), untouched});
    }
    std::vector<std::vector<Html>> rows;
    for (const score::ActionCard& action : score.plan) {
        const Html text = Html::sequence(
            {texts.at(action.action), Html::text(" "), event_links(wording, action.seqs)});
        rows.push_back({text, wording.role(action.lead), check(wording, action.has_power),
                        check(wording, action.has_deadline), check(wording, action.rests_on_fact),
                        check(wording, action.all_informed)});
    }
    return titled(
        wording, Key::report_plan, Key::report_plan_gist,
        {table_of({wording.say(Key::report_plan_action), wording.say(Key::report_plan_lead),
                   wording.say(Key::report_plan_power), wording.say(Key::report_plan_deadline),
                   wording.say(Key::report_plan_fact), wording.say(Key::report_plan_informed)},
                  rows),
         untouched});
}

Html bridges(const Wording& wording, const score::Score& score) {
    if (score.bridges.empty()) return {};
    std::vector<std::vector<Html>> rows;
    for (const score::BridgeCredit& credit : score.bridges) {
        rows.push_back({wording.role(credit.role), weight(credit.source), weight(credit.relayed),
                        event_links(wording, credit.seqs)});
    }
    return titled(
        wording, Key::report_bridge, Key::report_bridge_gist,
        {table_of({wording.say(Key::report_who_role), wording.say(Key::report_bridge_source),
                   wording.say(Key::report_bridge_relayed), Html{}},
                  rows)});
}

Html handovers(const Wording& wording, const score::Score& score) {
    if (score.handovers.empty()) return {};
    std::vector<Html> lines;
    for (const score::Handover& note : score.handovers) {
        Html said;
        for (const telling::KeyedText& told : telling::tell(note)) {
            if (!said.empty()) said += Html::text(" ");
            said += wording.say(told);
        }
        if (note.seq > 0) said += Html::sequence({Html::text(" "), event_link(wording, note.seq)});
        lines.push_back(Html::element("li", {said}));
    }
    return titled(wording, Key::report_notes, Key::report_notes_gist, {Html::element("ul", lines)});
}

const core::ScriptedAsk* scripted_ask(const core::Scenario& scenario,
                                      const core::Scripted& scripted) {
    const core::Inject* inject = core::find(scenario, scripted.inject);
    return inject ? of_inject(inject->asks, scripted.index) : nullptr;
}

const core::ScriptedAction* scripted_action(const core::Scenario& scenario,
                                            const core::Scripted& scripted) {
    const core::Inject* inject = core::find(scenario, scripted.inject);
    return inject ? of_inject(inject->actions, scripted.index) : nullptr;
}

}  // namespace casustafel::report
