// The story of the law, decisions, the plan, the swap, and of what happens to people.
#include "server/report/pieces.hpp"

namespace casustafel::report {
namespace {

using text::Key;

struct WhatCame : Telling {
    void on(const core::InjectTookEffect& event) const {
        if (const core::Inject* inject = core::find(wording().scenario(), event.inject)) {
            return tell_inject(inject->to, wording().of(inject->title), wording().of(inject->text));
        }
        const auto improvised = before().injects.find(event.inject);
        if (improvised == before().injects.end()) return;
        tell_inject(improvised->second.to, improvised->second.title, improvised->second.text);
    }
    // Seats come in pairs, each saying who sits there now.
    void on(const core::RolesSwapped& event) const {
        Html pairs;
        for (std::size_t at = 0; at + 1 < event.seats.size(); at += 2) {
            if (!pairs.empty()) pairs += Html::text(", ");
            pairs += role(event.seats[at].role);
            pairs += Html::text(" ↔ ");
            pairs += role(event.seats[at + 1].role);
        }
        say(Key::report_story_swapped, {pairs});
    }
    void on(const core::AuthorityAnswered& event) const {
        const auto found = before().legal.authority.find(event.question);
        if (found == before().legal.authority.end()) return;
        const core::AuthorityAsked& asked = found->second.event;
        say(event.agreed ? Key::report_story_authority_agreed : Key::report_story_authority_refused,
            {role(event.by), item(asked.item), role(asked.by), role(asked.to)});
        add(wording().quoted(event.text));
    }
    void on(const core::ConsentRecorded& event) const {
        tell_consent(event);
        for (const core::ConsentScript& script : wording().scenario().consents) {
            if (script.person == event.person && script.scope == event.scope)
                add(wording().quoted(wording().of(script.text)));
        }
    }
    void on(const core::FactsChanged& event) const {
        const core::FactChange& change = event.change;
        if (!change.becomes_acute.empty())
            say(Key::report_story_acute, {wording().persons(change.becomes_acute)});
        if (!change.no_longer_acute.empty())
            say(Key::report_story_not_acute, {wording().persons(change.no_longer_acute)});
        tell_measures(Key::report_story_measure_starts, change.measures_start);
        tell_measures(Key::report_story_measure_ends, change.measures_end);
        if (change.covenant)
            say(*change.covenant ? Key::report_story_covenant : Key::report_story_no_covenant);
        for (const core::ConsentAnswer& consent : change.consents) tell_consent(consent);
    }
    // One that did not hold, or tells nothing, is no part of the story; what it changes follows.
    void on(const core::ConsequenceCame& event) const {
        if (!event.held) return;
        const core::Consequence* what = core::consequence_of(wording().scenario(), event.cause);
        if (!what || wording().of(what->story).empty()) return;
        say(Key::report_story_consequence);
        add(Html::text(wording().of(what->story)));
    }
    void on(const core::ActionAdded& event) const {
        const core::ScriptedAction* begun = scripted_action(wording().scenario(), event.scripted);
        if (!begun) return say(event);
        say(Key::report_story_case_action, event);
        add(wording().quoted(wording().of(begun->text)));
    }
    void on(const core::ActionConfirmed& event) const {
        const auto action = before().plan.find(event.action);
        if (action == before().plan.end()) return;
        const core::PlanAction& confirmed = action->second;
        const auto* begun = scripted_action(wording().scenario(), confirmed.scripted);
        say(Key::report_story_action_confirmed, {role(event.by), role(confirmed.terms.lead)});
        add(wording().quoted(begun ? wording().of(begun->text) : confirmed.terms.text));
    }

private:
    void tell_inject(const std::vector<core::RoleId>& to, const std::string& title,
                     const std::string& text) const {
        if (to.empty()) {
            say(Key::report_story_inject);
        } else {
            say(Key::report_story_inject_to, {wording().roles(to)});
        }
        if (!title.empty()) add(Html::element("b", {Html::text(title)}));
        add(wording().quoted(text));
    }
    template <class Consent>
    void tell_consent(const Consent& consent) const {
        say(consent.given ? Key::report_story_consent_given : Key::report_story_consent_refused,
            consent);
    }
    void tell_measures(Key key, const std::vector<core::Measure>& measures) const {
        for (const core::Measure& measure : measures)
            say(key, {wording().person(measure.person), Html::text(measure.subject)});
    }
};

}  // namespace

bool tells_course(Course& course, const core::Event& event) {
    return tells<WhatCame>(course, event);
}

}  // namespace casustafel::report
