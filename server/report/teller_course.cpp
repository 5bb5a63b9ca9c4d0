#include "server/report/teller.hpp"

namespace casustafel::report {

using text::Key;

void Teller::on(const core::TriagePutUp& event) {
    say(Key::report_story_triage_put_up, {role(event.by)});
    add(wording_.quoted(event.reason));
}

void Teller::on(const core::TriageAccepted& event) {
    say(Key::report_story_triage_accepted, {role(event.by)});
}

void Teller::on(const core::WeighingRecorded& event) {
    say(Key::report_story_weighing, {role(event.by), item(event.item)});
}

void Teller::on(const core::InjectRetracted&) { say(Key::report_story_inject_retracted); }

void Teller::on(const core::InjectTookEffect& event) {
    if (const core::Inject* inject = core::find(wording_.scenario(), event.inject)) {
        tell_inject(inject->to, wording_.of(inject->title), wording_.of(inject->text));
        return;
    }
    const auto improvised = state_.injects.find(event.inject);
    if (improvised == state_.injects.end()) return;
    tell_inject(improvised->second.to, improvised->second.title, improvised->second.text);
}

void Teller::tell_inject(const std::vector<core::RoleId>& to, const std::string& title,
                         const std::string& text) {
    if (to.empty()) {
        say(Key::report_story_inject);
    } else {
        say(Key::report_story_inject_to, {wording_.roles(to)});
    }
    if (!title.empty()) add(Html::element("b", {Html::text(title)}));
    add(wording_.quoted(text));
}

void Teller::on(const core::AutopilotSeated& event) {
    say(Key::report_story_autopilot, {role(event.role)});
}
void Teller::on(const core::AutopilotLeft& event) {
    if (has_begun()) say(Key::report_story_autopilot_left, {role(event.role)});
}
void Teller::on(const core::StandInStarted& event) {
    say(Key::report_story_stand_in, {role(event.role)});
}
void Teller::on(const core::StandInEnded& event) {
    if (has_begun()) say(Key::report_story_stand_in_ended, {role(event.role)});
}

// By whom stays unknown.
void Teller::on(const core::PauseCalled&) {
    pause_called_ = true;
    say(Key::report_story_pause_called);
}
void Teller::on(const core::MomentBookmarked& event) {
    say(Key::report_story_moment);
    add(wording_.quoted(event.title));
}

void Teller::on(const core::SwapStarted&) { say(Key::report_story_swap_started); }
void Teller::on(const core::SwapFinished&) { say(Key::report_story_swap_finished); }
void Teller::on(const core::SwapCancelled&) { say(Key::report_story_swap_cancelled); }
void Teller::on(const core::HandoverNoteWritten& event) {
    say(Key::report_story_note, {role(event.role)});
    add(wording_.quoted(event.text));
    if (!event.items.empty()) add(wording_.items(event.items));
}
// Seats come in pairs, each saying who sits there now.
void Teller::on(const core::RolesSwapped& event) {
    Html pairs;
    for (std::size_t at = 0; at + 1 < event.seats.size(); at += 2) {
        if (!pairs.empty()) pairs += Html::text(", ");
        pairs += role(event.seats[at].role);
        pairs += Html::text(" ↔ ");
        pairs += role(event.seats[at + 1].role);
    }
    say(Key::report_story_swapped, {pairs});
}

const core::AuthorityAsked* Teller::authority_question(core::EntityId id) const {
    const auto found = state_.legal.authority.find(id);
    return found == state_.legal.authority.end() ? nullptr : &found->second.event;
}
void Teller::on(const core::AuthorityAsked& event) {
    say(Key::report_story_authority_asked, {role(event.by), item(event.item), role(event.to)});
    add(wording_.quoted(event.reason));
}
void Teller::on(const core::AuthorityAnswered& event) {
    const core::AuthorityAsked* asked = authority_question(event.question);
    if (!asked) return;
    say(event.agreed ? Key::report_story_authority_agreed : Key::report_story_authority_refused,
        {role(event.by), item(asked->item), role(asked->by), role(asked->to)});
    add(wording_.quoted(event.text));
}

void Teller::on(const core::ConsentAsked& event) {
    say(Key::report_story_consent_asked, {role(event.by), wording_.person(event.person)});
}
void Teller::on(const core::ConsentRecorded& event) {
    say(event.given ? Key::report_story_consent_given : Key::report_story_consent_refused,
        {wording_.person(event.person)});
    for (const core::ConsentScript& script : wording_.scenario().consents) {
        if (script.person == event.person && script.scope == event.scope)
            add(wording_.quoted(wording_.of(script.text)));
    }
}
void Teller::on(const core::PersonInformed& event) {
    say(Key::report_story_informed, {role(event.by), wording_.person(event.person)});
    add(wording_.quoted(event.text));
}
void Teller::on(const core::PrivacyAdviceGiven& event) {
    say(Key::report_story_advice, {role(event.by), item(event.item), role(event.to)});
}

void Teller::tell_measures(Key key, const std::vector<core::Measure>& measures) {
    for (const core::Measure& measure : measures)
        say(key, {wording_.person(measure.person), Html::text(measure.subject)});
}
void Teller::on(const core::FactsChanged& event) {
    const core::FactChange& change = event.change;
    if (!change.becomes_acute.empty())
        say(Key::report_story_acute, {wording_.persons(change.becomes_acute)});
    if (!change.no_longer_acute.empty())
        say(Key::report_story_not_acute, {wording_.persons(change.no_longer_acute)});
    tell_measures(Key::report_story_measure_starts, change.measures_start);
    tell_measures(Key::report_story_measure_ends, change.measures_end);
    if (change.covenant)
        say(*change.covenant ? Key::report_story_covenant : Key::report_story_no_covenant);
    for (const core::ConsentAnswer& consent : change.consents) {
        say(consent.given ? Key::report_story_consent_given : Key::report_story_consent_refused,
            {wording_.person(consent.person)});
    }
}

void Teller::add_cited(const std::vector<core::Cited>& cited) {
    std::vector<core::ItemId> facts, assumptions;
    for (const core::Cited& one : cited)
        (one.as == core::Mark::assumption ? assumptions : facts).push_back(one.item);
    if (cited.empty()) add(wording_.say(Key::report_story_cited_nothing));
    if (!facts.empty()) add(wording_.say(Key::report_story_cited_fact, {wording_.items(facts)}));
    if (!assumptions.empty())
        add(wording_.say(Key::report_story_cited_assumption, {wording_.items(assumptions)}));
}
void Teller::on(const core::DecisionProposed& event) {
    say(Key::report_story_proposed, {role(event.by), wording_.decision(event.decision),
                                     wording_.option(event.decision, event.option)});
    if (event.parked) add(wording_.say(Key::report_story_parked));
    add(wording_.quoted(event.text));
}
void Teller::on(const core::DecisionPended& event) {
    say(Key::report_story_decided, {role(event.by), wording_.decision(event.decision),
                                    wording_.option(event.decision, event.option)});
    add_cited(event.cited);
    add(wording_.quoted(event.text));
}
void Teller::on(const core::DecisionRetracted& event) {
    say(Key::report_story_retracted, {role(event.by), wording_.decision(event.decision)});
}
void Teller::on(const core::DecisionDeadlinePassed& event) {
    say(Key::report_story_deadline_passed, {wording_.decision(event.decision)});
}
void Teller::on(const core::InterventionUsed& event) {
    say(Key::report_story_intervention,
        {role(event.by), wording_.intervention(event.intervention)});
    add_cited(event.cited);
    add(wording_.quoted(event.text));
}

// One that did not hold, or tells nothing, is no part of the story; what it changes follows.
void Teller::on(const core::ConsequenceCame& event) {
    if (!event.held) return;
    const core::Consequence* what = consequence(wording_.scenario(), event.cause);
    if (!what || wording_.of(what->story).empty()) return;
    say(Key::report_story_consequence);
    add(Html::text(wording_.of(what->story)));
}
void Teller::on(const core::TrackChanged& event) {
    const auto before = state_.tracks.find({event.person, event.track});
    const int from = before == state_.tracks.end() ? event.value : before->second;
    say(Key::report_story_track, {wording_.person(event.person),
                                  Html::text(wording_.word("track.", core::name(event.track))),
                                  Wording::number(from), Wording::number(event.value)});
}

void Teller::on(const core::ActionAdded& event) {
    const core::ScriptedAction* begun = scripted_action(wording_.scenario(), event.scripted);
    say(begun ? Key::report_story_case_action : Key::report_story_action,
        {role(event.by), role(event.terms.lead)});
    add(wording_.quoted(begun ? wording_.of(begun->text) : event.terms.text));
}
void Teller::on(const core::ActionChanged& event) {
    say(Key::report_story_action_changed, {role(event.by), role(event.terms.lead)});
    add(wording_.quoted(event.terms.text));
}
void Teller::on(const core::ActionWithdrawn& event) {
    say(Key::report_story_action_withdrawn, {role(event.by)});
}
void Teller::on(const core::ActionConfirmed& event) {
    const auto action = state_.plan.find(event.action);
    if (action == state_.plan.end()) return;
    say(Key::report_story_action_confirmed, {role(event.by), role(action->second.terms.lead)});
    add(words_of(action->second));
}

void Teller::on(const core::PhaseMoved& event) {
    say(Key::report_story_phase,
        {role(event.by), wording_.meeting(event.meeting),
         Html::text(wording_.word("meeting_phase.", core::name(event.phase)))});
}
void Teller::on(const core::RoleInvited& event) {
    say(Key::report_story_invited,
        {role(event.by), role(event.role), wording_.meeting(event.meeting)});
    add(wording_.quoted(event.reason));
}
void Teller::on(const core::EndingReached& event) {
    const core::Ending* ending = core::find(wording_.scenario(), event.ending);
    if (!ending) return;
    say(Key::report_story_ending, {Html::element("b", {Html::text(wording_.of(ending->title))})});
}

}  // namespace casustafel::report
