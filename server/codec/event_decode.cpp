#include "server/codec/event.hpp"
#include "server/codec/event_parts.hpp"

namespace casustafel::codec {
namespace {

constexpr std::int32_t highest_track = 10;

bool decode(const v1::ParticipantJoined& m, core::ParticipantJoined& e) {
    return read(m.participant(), e.participant) && read(m.language(), e.language);
}
template <class Event>
bool decode(const v1::EventOfParticipant& m, Event& e) {
    return read(m.participant(), e.participant);
}
template <class Event>
bool decode(const v1::EventOfSeat& m, Event& e) {
    return read(m.participant(), e.participant) && read(m.role(), e.role);
}
template <class Event>
bool decode(const v1::EventNothing&, Event&) {
    return true;
}
template <class Event>
bool decode(const v1::EventOfMeeting& m, Event& e) {
    return read(m.role(), e.role) && read(m.meeting(), e.meeting);
}
template <class Event>
bool decode(const v1::InjectNamed& m, Event& e) {
    return read(m.inject(), e.inject);
}
bool decode(const v1::SpeedSet& m, core::SpeedSet& e) { return read(m.permille(), e.permille); }
bool decode(const v1::SegmentEntered& m, core::SegmentEntered& e) {
    return read(m.segment(), e.segment);
}
bool decode(const v1::SessionEnded& m, core::SessionEnded& e) { return read(m.reason(), e.reason); }
bool decode(const v1::ItemDealt& m, core::ItemDealt& e) {
    return read(m.item(), e.item) && read(m.to(), e.to);
}
template <class Event>
bool decode(const v1::EventOfRoleAndItem& m, Event& e) {
    return read(m.role(), e.role) && read(m.item(), e.item);
}
bool decode(const v1::ItemShared& m, core::ItemShared& e) {
    e.text = m.text();
    e.partial = m.partial();
    e.aloud = m.aloud();
    return read(m.share(), e.share) && read(m.item(), e.item) && read(m.giver(), e.giver) &&
           read(m.to(), e.to) && read_recipients(m.recipients(), e.recipients) &&
           read(m.meeting(), e.meeting) && read(m.purpose(), e.purpose) &&
           read(m.basis(), e.basis) && read(m.form(), e.form) && read(m.request(), e.request);
}
bool decode(const v1::RequestMade& m, core::RequestMade& e) {
    e.text = m.text();
    e.term_ends_sim_ms.assign(m.term_ends_sim_ms().begin(), m.term_ends_sim_ms().end());
    return read(m.request(), e.request) && read(m.asker(), e.asker) && read(m.to(), e.to) &&
           read(m.person(), e.person) && read(m.category(), e.category) && read(m.item(), e.item) &&
           read_scripted(m.scripted(), e.scripted);
}
bool decode(const v1::RequestAnswered& m, core::RequestAnswered& e) {
    e.text = m.text();
    return read(m.request(), e.request) && read(m.by(), e.by) && read(m.kind(), e.kind) &&
           read(m.reason(), e.reason) && read(m.referred_to(), e.referred_to) &&
           read(m.share(), e.share) && read(m.offered_form(), e.offered_form) &&
           read(m.offered_role(), e.offered_role);
}
bool decode(const v1::ItemMarked& m, core::ItemMarked& e) {
    return read(m.role(), e.role) && read(m.item(), e.item) && read(m.mark(), e.mark);
}
bool decode(const v1::MessageSent& m, core::MessageSent& e) {
    e.text = m.text();
    return read(m.message(), e.message) && read(m.sender(), e.sender) && read(m.to(), e.to) &&
           read(m.meeting(), e.meeting);
}
bool decode(const v1::TriagePutUp& m, core::TriagePutUp& e) {
    e.reason = m.reason();
    return read(m.by(), e.by);
}
bool decode(const v1::TriageAccepted& m, core::TriageAccepted& e) { return read(m.by(), e.by); }
bool decode(const v1::WeighingRecorded& m, core::WeighingRecorded& e) {
    e.tried = m.tried();
    e.harm = m.harm();
    e.averts = m.averts();
    e.minimum = m.minimum();
    return read(m.by(), e.by) && read(m.item(), e.item);
}
bool decode(const v1::InjectPended& m, core::InjectPended& e) {
    e.effective_at_active_ms = m.effective_at_active_ms();
    e.title = m.title();
    e.text = m.text();
    return read(m.inject(), e.inject) && read(m.to(), e.to);
}
template <class Event>
bool decode(const v1::RoleNamed& m, Event& e) {
    return read(m.role(), e.role);
}
bool decode(const v1::HelpCalled& m, core::HelpCalled& e) {
    e.text = m.text();
    return read(m.call(), e.call) && read(m.participant(), e.participant);
}
bool decode(const v1::HelpAnswered& m, core::HelpAnswered& e) { return read(m.call(), e.call); }
bool decode(const v1::Whispered& m, core::Whispered& e) {
    e.text = m.text();
    return read(m.whisper(), e.whisper) && read(m.to(), e.to);
}
bool decode(const v1::MomentBookmarked& m, core::MomentBookmarked& e) {
    e.title = m.title();
    return read(m.moment(), e.moment);
}
bool decode(const v1::SwapStarted& m, core::SwapStarted& e) {
    e.until_active_ms = m.until_active_ms();
    return read(m.pairs(), e.pairs);
}
bool decode(const v1::HandoverNoteWritten& m, core::HandoverNoteWritten& e) {
    e.text = m.text();
    return read(m.role(), e.role) && read(m.items(), e.items) && read(m.requests(), e.requests);
}
bool decode(const v1::RolesSwapped& m, core::RolesSwapped& e) {
    e.until_active_ms = m.until_active_ms();
    e.term_extension_ms = m.term_extension_ms();
    return read_seats(m.seats(), e.seats);
}
bool decode(const v1::SpokenShareRegistered& m, core::SpokenShareRegistered& e) {
    return read(m.spoken(), e.spoken) && read(m.item(), e.item) && read(m.giver(), e.giver) &&
           read(m.to(), e.to) && read(m.meeting(), e.meeting) && read(m.purpose(), e.purpose) &&
           read(m.basis(), e.basis) && read(m.form(), e.form);
}
bool decode(const v1::SpokenShareAnswered& m, core::SpokenShareAnswered& e) {
    e.heard = m.heard();
    return read(m.spoken(), e.spoken) && read(m.by(), e.by);
}
bool decode(const v1::GutFeelingNoted& m, core::GutFeelingNoted& e) {
    e.text = m.text();
    return read(m.note(), e.note) && read(m.role(), e.role) &&
           read(m.participant(), e.participant) && read(m.item(), e.item);
}
bool decode(const v1::AuthorityAsked& m, core::AuthorityAsked& e) {
    e.reason = m.reason();
    return read(m.question(), e.question) && read(m.by(), e.by) && read(m.item(), e.item) &&
           read(m.to(), e.to);
}
bool decode(const v1::AuthorityAnswered& m, core::AuthorityAnswered& e) {
    e.agreed = m.agreed();
    e.text = m.text();
    return read(m.question(), e.question) && read(m.by(), e.by);
}
bool decode(const v1::ConsentAsked& m, core::ConsentAsked& e) {
    e.answer_at_sim_ms = m.answer_at_sim_ms();
    return read(m.by(), e.by) && read(m.person(), e.person) && read_label(m.scope(), e.scope);
}
bool decode(const v1::ConsentRecorded& m, core::ConsentRecorded& e) {
    e.given = m.given();
    return read(m.person(), e.person) && read_label(m.scope(), e.scope);
}
bool decode(const v1::PersonInformed& m, core::PersonInformed& e) {
    e.text = m.text();
    return read(m.by(), e.by) && read(m.person(), e.person);
}
bool decode(const v1::PrivacyAdviceGiven& m, core::PrivacyAdviceGiven& e) {
    return read(m.by(), e.by) && read(m.item(), e.item) && read(m.to(), e.to) &&
           read(m.purpose(), e.purpose) && read(m.round(), e.round);
}
bool decode(const v1::FactsChanged& m, core::FactsChanged& e) { return read_facts(m, e.change); }
bool decode(const v1::DecisionProposed& m, core::DecisionProposed& e) {
    e.text = m.text();
    e.parked = m.parked();
    return read(m.proposal(), e.proposal) && read(m.decision(), e.decision) &&
           read(m.option(), e.option) && read(m.by(), e.by) && read(m.cited(), e.cited);
}
bool decode(const v1::DecisionPended& m, core::DecisionPended& e) {
    e.text = m.text();
    e.effective_at_active_ms = m.effective_at_active_ms();
    return read(m.decision(), e.decision) && read(m.option(), e.option) && read(m.by(), e.by) &&
           read(m.cited(), e.cited);
}
bool decode(const v1::DecisionRetracted& m, core::DecisionRetracted& e) {
    return read(m.decision(), e.decision) && read(m.by(), e.by);
}
bool decode(const v1::DecisionTookEffect& m, core::DecisionTookEffect& e) {
    return read(m.decision(), e.decision) && read(m.option(), e.option);
}
bool decode(const v1::DecisionNamed& m, core::DecisionDeadlinePassed& e) {
    return read(m.decision(), e.decision);
}
bool decode(const v1::InterventionUsed& m, core::InterventionUsed& e) {
    e.text = m.text();
    return read(m.intervention(), e.intervention) && read(m.by(), e.by) && read(m.cited(), e.cited);
}
bool decode(const v1::ConsequenceCame& m, core::ConsequenceCame& e) {
    e.held = m.held();
    return read(m.kind(), e.cause.kind) && read_label(m.id(), e.cause.id) &&
           read(m.option(), e.cause.option) && read(m.index(), e.cause.index);
}
bool decode(const v1::TrackChanged& m, core::TrackChanged& e) {
    e.value = m.value();
    return m.value() >= 0 && m.value() <= highest_track && read(m.person(), e.person) &&
           read(m.track(), e.track);
}
template <class Message, class Event>
bool decode_action(const Message& m, Event& e) {
    e.terms.text = m.terms().text();
    return read(m.action(), e.action) && read(m.by(), e.by) && read(m.terms(), e.terms);
}
bool decode(const v1::ActionAdded& m, core::ActionAdded& e) {
    return decode_action(m, e) && read_scripted(m.scripted(), e.scripted);
}
bool decode(const v1::ActionChanged& m, core::ActionChanged& e) { return decode_action(m, e); }
template <class Event>
bool decode(const v1::EventOfAction& m, Event& e) {
    return read(m.action(), e.action) && read(m.by(), e.by);
}
bool decode(const v1::PhaseMoved& m, core::PhaseMoved& e) {
    return read(m.meeting(), e.meeting) && read(m.by(), e.by) && read(m.phase(), e.phase);
}
bool decode(const v1::RoleInvited& m, core::RoleInvited& e) {
    e.reason = m.reason();
    return read(m.meeting(), e.meeting) && read(m.by(), e.by) && read(m.role(), e.role);
}
bool decode(const v1::ProbeOpened& m, core::ProbeOpened& e) {
    e.until_active_ms = m.until_active_ms();
    return read(m.probe(), e.probe);
}
bool decode(const v1::ProbeAnswered& m, core::ProbeAnswered& e) {
    return read(m.probe(), e.probe) && read(m.participant(), e.participant) &&
           read(m.role(), e.role) && read(m.answers(), e.answers);
}
bool decode(const v1::ProbeNamed& m, core::ProbeClosed& e) { return read(m.probe(), e.probe); }
bool decode(const v1::ProbeJudged& m, core::ProbeJudged& e) {
    return read(m.probe(), e.probe) && read(m.question(), e.question) &&
           read(m.right(), e.right, limits::items_named);
}
bool decode(const v1::ScoreCorrected& m, core::ScoreCorrected& e) {
    e.leave_out = m.leave_out();
    e.reason = m.reason();
    return read(m.target(), e.target);
}
bool decode(const v1::HeardNoted& m, core::HeardNoted& e) {
    e.text = m.text();
    return read(m.heard(), e.heard) && read(m.by(), e.by) && read(m.giver(), e.giver) &&
           read(m.person(), e.person) && read(m.category(), e.category);
}
bool decode(const v1::HeardAnswered& m, core::HeardAnswered& e) {
    return read(m.heard(), e.heard) && read(m.spoken(), e.spoken);
}
bool decode(const v1::EndingReached& m, core::EndingReached& e) {
    return read(m.ending(), e.ending);
}

template <class CoreEvent, class Message>
std::optional<core::Event> decoded(const Message& message) {
    CoreEvent event;
    if (!decode(message, event)) return std::nullopt;
    return event;
}

}  // namespace

std::optional<core::Event> decode_event(const v1::Event& e) {
    switch (e.what_case()) {
        case v1::Event::kParticipantJoined:
            return decoded<core::ParticipantJoined>(e.participant_joined());
        case v1::Event::kParticipantLeft:
            return decoded<core::ParticipantLeft>(e.participant_left());
        case v1::Event::kConnectionLost: return decoded<core::ConnectionLost>(e.connection_lost());
        case v1::Event::kConnectionRestored:
            return decoded<core::ConnectionRestored>(e.connection_restored());
        case v1::Event::kAbsenceStarted: return decoded<core::AbsenceStarted>(e.absence_started());
        case v1::Event::kRoleTaken: return decoded<core::RoleTaken>(e.role_taken());
        case v1::Event::kRoleReleased: return decoded<core::RoleReleased>(e.role_released());
        case v1::Event::kSessionStarted: return decoded<core::SessionStarted>(e.session_started());
        case v1::Event::kSessionPaused: return decoded<core::SessionPaused>(e.session_paused());
        case v1::Event::kSessionResumed: return decoded<core::SessionResumed>(e.session_resumed());
        case v1::Event::kSpeedSet: return decoded<core::SpeedSet>(e.speed_set());
        case v1::Event::kSegmentEntered: return decoded<core::SegmentEntered>(e.segment_entered());
        case v1::Event::kSessionEnded: return decoded<core::SessionEnded>(e.session_ended());
        case v1::Event::kSessionRecovered:
            return decoded<core::SessionRecovered>(e.session_recovered());
        case v1::Event::kItemDealt: return decoded<core::ItemDealt>(e.item_dealt());
        case v1::Event::kItemRead: return decoded<core::ItemRead>(e.item_read());
        case v1::Event::kItemShared: return decoded<core::ItemShared>(e.item_shared());
        case v1::Event::kRequestMade: return decoded<core::RequestMade>(e.request_made());
        case v1::Event::kRequestAnswered:
            return decoded<core::RequestAnswered>(e.request_answered());
        case v1::Event::kItemMarked: return decoded<core::ItemMarked>(e.item_marked());
        case v1::Event::kMessageSent: return decoded<core::MessageSent>(e.message_sent());
        case v1::Event::kMeetingEntered: return decoded<core::MeetingEntered>(e.meeting_entered());
        case v1::Event::kMeetingLeft: return decoded<core::MeetingLeft>(e.meeting_left());
        case v1::Event::kTriagePutUp: return decoded<core::TriagePutUp>(e.triage_put_up());
        case v1::Event::kTriageAccepted: return decoded<core::TriageAccepted>(e.triage_accepted());
        case v1::Event::kWeighingRecorded:
            return decoded<core::WeighingRecorded>(e.weighing_recorded());
        case v1::Event::kInjectPended: return decoded<core::InjectPended>(e.inject_pended());
        case v1::Event::kInjectRetracted:
            return decoded<core::InjectRetracted>(e.inject_retracted());
        case v1::Event::kInjectTookEffect:
            return decoded<core::InjectTookEffect>(e.inject_took_effect());
        case v1::Event::kRoleLookedThrough:
            return decoded<core::RoleLookedThrough>(e.role_looked_through());
        case v1::Event::kAutopilotSeated:
            return decoded<core::AutopilotSeated>(e.autopilot_seated());
        case v1::Event::kAutopilotLeft: return decoded<core::AutopilotLeft>(e.autopilot_left());
        case v1::Event::kStandInStarted: return decoded<core::StandInStarted>(e.stand_in_started());
        case v1::Event::kStandInEnded: return decoded<core::StandInEnded>(e.stand_in_ended());
        case v1::Event::kPauseCalled: return decoded<core::PauseCalled>(e.pause_called());
        case v1::Event::kHelpCalled: return decoded<core::HelpCalled>(e.help_called());
        case v1::Event::kHelpAnswered: return decoded<core::HelpAnswered>(e.help_answered());
        case v1::Event::kWhispered: return decoded<core::Whispered>(e.whispered());
        case v1::Event::kMomentBookmarked:
            return decoded<core::MomentBookmarked>(e.moment_bookmarked());
        case v1::Event::kSwapStarted: return decoded<core::SwapStarted>(e.swap_started());
        case v1::Event::kHandoverNoteWritten:
            return decoded<core::HandoverNoteWritten>(e.handover_note_written());
        case v1::Event::kRoleReady: return decoded<core::RoleReady>(e.role_ready());
        case v1::Event::kRolesSwapped: return decoded<core::RolesSwapped>(e.roles_swapped());
        case v1::Event::kSwapFinished: return decoded<core::SwapFinished>(e.swap_finished());
        case v1::Event::kSwapCancelled: return decoded<core::SwapCancelled>(e.swap_cancelled());
        case v1::Event::kSpokenShareRegistered:
            return decoded<core::SpokenShareRegistered>(e.spoken_share_registered());
        case v1::Event::kSpokenShareAnswered:
            return decoded<core::SpokenShareAnswered>(e.spoken_share_answered());
        case v1::Event::kGutFeelingNoted:
            return decoded<core::GutFeelingNoted>(e.gut_feeling_noted());
        case v1::Event::kItemEmerged: return decoded<core::ItemEmerged>(e.item_emerged());
        case v1::Event::kAuthorityAsked: return decoded<core::AuthorityAsked>(e.authority_asked());
        case v1::Event::kAuthorityAnswered:
            return decoded<core::AuthorityAnswered>(e.authority_answered());
        case v1::Event::kConsentAsked: return decoded<core::ConsentAsked>(e.consent_asked());
        case v1::Event::kConsentRecorded:
            return decoded<core::ConsentRecorded>(e.consent_recorded());
        case v1::Event::kPersonInformed: return decoded<core::PersonInformed>(e.person_informed());
        case v1::Event::kPrivacyAdviceGiven:
            return decoded<core::PrivacyAdviceGiven>(e.privacy_advice_given());
        case v1::Event::kFactsChanged: return decoded<core::FactsChanged>(e.facts_changed());
        case v1::Event::kDecisionProposed:
            return decoded<core::DecisionProposed>(e.decision_proposed());
        case v1::Event::kDecisionPended: return decoded<core::DecisionPended>(e.decision_pended());
        case v1::Event::kDecisionRetracted:
            return decoded<core::DecisionRetracted>(e.decision_retracted());
        case v1::Event::kDecisionTookEffect:
            return decoded<core::DecisionTookEffect>(e.decision_took_effect());
        case v1::Event::kDecisionDeadlinePassed:
            return decoded<core::DecisionDeadlinePassed>(e.decision_deadline_passed());
        case v1::Event::kInterventionUsed:
            return decoded<core::InterventionUsed>(e.intervention_used());
        case v1::Event::kConsequenceCame:
            return decoded<core::ConsequenceCame>(e.consequence_came());
        case v1::Event::kTrackChanged: return decoded<core::TrackChanged>(e.track_changed());
        case v1::Event::kInjectSkipped: return decoded<core::InjectSkipped>(e.inject_skipped());
        case v1::Event::kActionAdded: return decoded<core::ActionAdded>(e.action_added());
        case v1::Event::kActionChanged: return decoded<core::ActionChanged>(e.action_changed());
        case v1::Event::kActionWithdrawn:
            return decoded<core::ActionWithdrawn>(e.action_withdrawn());
        case v1::Event::kActionConfirmed:
            return decoded<core::ActionConfirmed>(e.action_confirmed());
        case v1::Event::kPhaseMoved: return decoded<core::PhaseMoved>(e.phase_moved());
        case v1::Event::kRoleInvited: return decoded<core::RoleInvited>(e.role_invited());
        case v1::Event::kEndingReached: return decoded<core::EndingReached>(e.ending_reached());
        case v1::Event::kProbeOpened: return decoded<core::ProbeOpened>(e.probe_opened());
        case v1::Event::kProbeAnswered: return decoded<core::ProbeAnswered>(e.probe_answered());
        case v1::Event::kProbeClosed: return decoded<core::ProbeClosed>(e.probe_closed());
        case v1::Event::kProbeJudged: return decoded<core::ProbeJudged>(e.probe_judged());
        case v1::Event::kScoreCorrected: return decoded<core::ScoreCorrected>(e.score_corrected());
        case v1::Event::kHeardNoted: return decoded<core::HeardNoted>(e.heard_noted());
        case v1::Event::kHeardAnswered: return decoded<core::HeardAnswered>(e.heard_answered());
        case v1::Event::WHAT_NOT_SET: break;
    }
    return std::nullopt;
}

}  // namespace casustafel::codec
