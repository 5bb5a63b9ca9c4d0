#include <algorithm>

#include "server/view/subject.hpp"

namespace casustafel::view {
namespace {

using Kind = SubjectKind;

// What each event may have changed. A key too many costs a comparison; one too few would leave
// somebody with an old picture, so each overload also names what the event changes at one remove.
class Touch {
public:
    Touch(const core::State& after, std::vector<Subject>& found) : after_(after), found_(found) {}

    void operator()(const core::ParticipantJoined& e) { participant(e.participant); }
    void operator()(const core::ParticipantLeft& e) { participant(e.participant); }
    void operator()(const core::ConnectionLost& e) { participant(e.participant); }
    void operator()(const core::ConnectionRestored& e) { participant(e.participant); }
    void operator()(const core::AbsenceStarted& e) { participant(e.participant); }
    void operator()(const core::RoleTaken& e) { seat(e.participant, e.role); }
    void operator()(const core::RoleReleased& e) { seat(e.participant, e.role); }
    void operator()(const core::AutopilotSeated& e) { add(Kind::role, e.role.value); }
    void operator()(const core::AutopilotLeft& e) { add(Kind::role, e.role.value); }
    void operator()(const core::StandInStarted& e) { stand_in(e.role); }
    void operator()(const core::StandInEnded& e) { stand_in(e.role); }

    // Once it is no longer the lobby, the case itself comes into sight; also when it ends
    // unstarted.
    void operator()(const core::SessionStarted&) { whole_case(); }
    void operator()(const core::SessionEnded&) { whole_case(); }
    void operator()(const core::SessionPaused&) { clock(); }
    void operator()(const core::SessionResumed&) { clock(); }
    void operator()(const core::SpeedSet&) { clock(); }
    void operator()(const core::SegmentEntered&) {
        clock();
        add(subject(Kind::privacy_officer));
    }
    void operator()(const core::SessionRecovered&) { clock(); }
    void operator()(const core::PauseCalled&) {}
    void operator()(const core::HelpCalled& e) { add(subject(e.call, Kind::help)); }
    void operator()(const core::HelpAnswered& e) { add(subject(e.call, Kind::help)); }
    void operator()(const core::Whispered& e) { add(subject(e.whisper, Kind::whisper)); }
    void operator()(const core::MomentBookmarked& e) { add(subject(e.moment, Kind::moment)); }

    void operator()(const core::ProbeOpened&) { clock(); }
    void operator()(const core::ProbeAnswered& e) { add(Kind::probe, e.probe.value); }
    void operator()(const core::ProbeClosed&) { clock(); }
    void operator()(const core::ProbeJudged& e) { add(Kind::probe, e.probe.value); }
    void operator()(const core::ScoreCorrected& e) { add(subject(e.target)); }
    void operator()(const core::HeardNoted& e) { add(subject(e.heard, Kind::heard)); }
    void operator()(const core::HeardAnswered& e) { add(subject(e.heard, Kind::heard)); }

    void operator()(const core::SwapStarted&) { clock(); }
    void operator()(const core::SwapFinished&) { clock(); }
    void operator()(const core::SwapCancelled&) { clock(); }
    void operator()(const core::RoleReady&) { add(subject(Kind::swap)); }
    void operator()(const core::HandoverNoteWritten& e) {
        add(subject(Kind::swap));
        add(Kind::handover, e.role.value);
    }
    // Everybody may sit elsewhere, and every open request has more time.
    void operator()(const core::RolesSwapped&) {
        clock();
        for (const core::Role& role : after_.scenario->roles) add(Kind::role, role.id.value);
        for (const auto& [id, participant] : after_.participants) add(subject(id));
        for (const auto& [id, request] : after_.requests) add(subject(id, Kind::request));
        for (const auto& [id, call] : after_.help_calls) add(subject(id, Kind::help));
        for (const auto& [id, note] : after_.gut_feelings) add(subject(id, Kind::gut_feeling));
    }

    void operator()(const core::ItemDealt& e) {
        for (const core::RoleId& role : e.to) holding(role, e.item);
    }
    void operator()(const core::ItemRead& e) { holding(e.role, e.item); }
    void operator()(const core::ItemMarked& e) { holding(e.role, e.item); }
    void operator()(const core::ItemShared& e) {
        add(subject(e.share, Kind::share));
        for (const core::RoleId& role : e.to) holding(role, e.item);
        if (e.request != core::EntityId::none) add(subject(e.request, Kind::request));
    }
    void operator()(const core::ItemEmerged& e) { holding(e.role, e.item); }
    void operator()(const core::SpokenShareRegistered& e) { add(subject(e.spoken, Kind::spoken)); }
    void operator()(const core::SpokenShareAnswered& e) { add(subject(e.spoken, Kind::spoken)); }
    void operator()(const core::GutFeelingNoted& e) { add(subject(e.note, Kind::gut_feeling)); }
    void operator()(const core::RequestMade& e) { add(subject(e.request, Kind::request)); }
    void operator()(const core::RequestAnswered& e) { add(subject(e.request, Kind::request)); }
    void operator()(const core::MessageSent& e) { add(subject(e.message, Kind::message)); }
    void operator()(const core::MeetingEntered& e) { add(Kind::meeting, e.meeting.value); }
    void operator()(const core::MeetingLeft& e) { add(Kind::meeting, e.meeting.value); }
    // A proposal that was parked may be on the table now.
    void operator()(const core::PhaseMoved& e) {
        add(Kind::meeting, e.meeting.value);
        for (const auto& [id, proposal] : after_.proposals) add(subject(id, Kind::proposal));
    }
    // Who comes into a meeting also learns which decisions are its own and what it parked.
    void operator()(const core::RoleInvited& e) {
        add(Kind::meeting, e.meeting.value);
        for (const core::Decision& decision : after_.scenario->decisions)
            if (decision.meeting == e.meeting) add(Kind::decision, decision.id.value);
        for (const auto& [id, proposal] : after_.proposals) add(subject(id, Kind::proposal));
    }

    void operator()(const core::TriagePutUp&) { add(subject(Kind::triage)); }
    void operator()(const core::TriageAccepted&) { add(subject(Kind::triage)); }
    void operator()(const core::WeighingRecorded& e) {
        add(Kind::own_weighing, e.item.value);
        add(subject(Kind::weighing, e.item.value, e.by.value));
    }
    void operator()(const core::AuthorityAsked& e) { add(subject(e.question, Kind::authority)); }
    void operator()(const core::AuthorityAnswered& e) { add(subject(e.question, Kind::authority)); }
    void operator()(const core::ConsentAsked& e) { consent(e.person, e.scope); }
    void operator()(const core::ConsentRecorded& e) { consent(e.person, e.scope); }
    void operator()(const core::FactsChanged& e) {
        for (const auto& answer : e.change.consents) consent(answer.person, answer.scope);
    }
    void operator()(const core::PersonInformed& e) {
        add(Kind::own_informed, e.person.value);
        add(subject(Kind::informed, e.person.value, e.by.value));
    }
    void operator()(const core::PrivacyAdviceGiven& e) {
        add(own_advice(e));
        add(advice(e));
        add(subject(Kind::privacy_officer));
    }

    void operator()(const core::DecisionProposed& e) { add(subject(e.proposal, Kind::proposal)); }
    void operator()(const core::DecisionPended& e) { add(Kind::decision, e.decision.value); }
    void operator()(const core::DecisionRetracted& e) { add(Kind::decision, e.decision.value); }
    void operator()(const core::DecisionTookEffect& e) { add(Kind::decision, e.decision.value); }
    void operator()(const core::DecisionDeadlinePassed& e) {
        add(Kind::decision, e.decision.value);
    }
    void operator()(const core::InterventionUsed& e) {
        add(Kind::intervention, e.intervention.value);
    }
    // What it changes has events of its own.
    void operator()(const core::ConsequenceCame&) {}
    void operator()(const core::TrackChanged& e) {
        add(subject(Kind::track, std::string(core::name(e.track)), e.person.value));
    }
    void operator()(const core::ActionAdded& e) { add(subject(e.action, Kind::action)); }
    void operator()(const core::ActionChanged& e) { add(subject(e.action, Kind::action)); }
    void operator()(const core::ActionWithdrawn& e) { add(subject(e.action, Kind::action)); }
    void operator()(const core::ActionConfirmed& e) { add(subject(e.action, Kind::action)); }
    void operator()(const core::EndingReached&) { add(subject(Kind::ending)); }

    void operator()(const core::InjectPended& e) { inject(e.inject); }
    void operator()(const core::InjectRetracted& e) { inject(e.inject); }
    void operator()(const core::InjectTookEffect& e) { inject(e.inject); }
    void operator()(const core::InjectSkipped& e) { inject(e.inject); }
    void operator()(const core::RoleLookedThrough&) {}

private:
    void add(Subject subject) { found_.push_back(std::move(subject)); }
    void add(Kind kind, const std::string& id) { found_.push_back(subject(kind, id)); }

    void participant(core::ParticipantId id) {
        add(subject(id));
        for (const core::RoleId& role : core::roles_of(after_, id)) add(Kind::role, role.value);
    }
    // What is a participant's own shows in the roles it holds.
    void seat(core::ParticipantId id, const core::RoleId& role) {
        add(subject(id));
        add(Kind::role, role.value);
        add(subject(Kind::swap));  // who is new has not said to be ready
        probes();
        for (const auto& [call, each] : after_.help_calls)
            if (each.event.participant == id) add(subject(call, Kind::help));
        for (const auto& [note, each] : after_.gut_feelings)
            if (each.event.participant == id) add(subject(note, Kind::gut_feeling));
    }
    // The time left to take something back, or to write, stands still or goes on with the clock.
    // A stand-in's own notes come and go with it.
    void stand_in(const core::RoleId& role) {
        add(Kind::role, role.value);
        add(subject(Kind::swap));
        for (const auto& [id, note] : after_.gut_feelings) add(subject(id, Kind::gut_feeling));
    }

    // Each sees what it answered itself, and the time left.
    void probes() {
        for (const core::Probe& each : after_.scenario->probes) add(Kind::probe, each.id.value);
    }

    void clock() {
        add(subject(Kind::session));
        add(subject(Kind::swap));
        probes();
        for (const auto& [id, inject] : after_.injects)
            if (inject.status == core::InjectStatus::pending) add(Kind::inject, id.value);
        for (const auto& [id, decision] : after_.decisions)
            if (decision.status == core::DecisionStatus::pending) add(Kind::decision, id.value);
    }
    void consent(const core::PersonId& person, const std::string& scope) {
        add(subject(Kind::consent, scope, person.value));
    }
    void whole_case() {
        clock();
        for (Subject& each : subjects(after_, role_viewer({}))) add(std::move(each));
    }
    // Who has something of an item now also sees where it is cited.
    void holding(const core::RoleId& role, const core::ItemId& item) {
        add(Kind::item, item.value);
        add(subject(Kind::holding, item.value, role.value));
        for (const auto& [id, decision] : after_.decisions)
            if (cites(decision.taken.cited, item)) add(Kind::decision, id.value);
        for (const auto& [id, request] : after_.requests)
            if (request.event.item == item) add(subject(id, Kind::request));
        for (const auto& [id, proposal] : after_.proposals)
            if (cites(proposal.event.cited, item)) add(subject(id, Kind::proposal));
        for (const auto& [id, action] : after_.plan)
            if (has(action.terms.items, item)) add(subject(id, Kind::action));
        for (const auto& [id, question] : after_.legal.authority)
            if (question.event.item == item) add(subject(id, Kind::authority));
        for (const auto& [id, note] : after_.gut_feelings)
            if (note.event.item == item) add(subject(id, Kind::gut_feeling));
    }
    static bool has(const std::vector<core::ItemId>& items, const core::ItemId& item) {
        return std::find(items.begin(), items.end(), item) != items.end();
    }
    static bool cites(const std::vector<core::Cited>& cited, const core::ItemId& item) {
        return std::any_of(cited.begin(), cited.end(),
                           [&](const core::Cited& each) { return each.item == item; });
    }
    void inject(const core::InjectId& id) {
        add(Kind::inject, id.value);
        add(Kind::notice, id.value);
    }

    const core::State& after_;
    std::vector<Subject>& found_;
};

}  // namespace

std::vector<Subject> touched_subjects(const core::State& after, const core::Record& record) {
    std::vector<Subject> found;
    Touch touch(after, found);
    for (const core::Event& event : record.events) std::visit(touch, event);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace casustafel::view
