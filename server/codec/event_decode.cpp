#include "server/codec/event.hpp"
#include "server/codec/words.hpp"

namespace casustafel::codec {
namespace {

constexpr std::uint32_t highest_severity = 3;

// An index travels as index + 1, so that 0 says "none" (-1 in the core).
bool read_index(std::uint32_t number, int& index) {
    if (!read(number, index)) return false;
    --index;
    return true;
}

bool read_verdict(const v1::Verdict& m, core::Verdict& verdict) {
    for (const std::string& label : m.labels())
        if (!read(label, verdict.labels.emplace_back())) return false;
    verdict.relay = m.relay();
    return m.severity() <= highest_severity && read(m.severity(), verdict.severity) &&
           read(m.need_form(), verdict.need_form) && read_index(m.grant(), verdict.grant) &&
           read_index(m.red_line(), verdict.red_line);
}

template <class Recipients>
bool read_recipients(const Recipients& from, std::vector<core::Recipient>& to) {
    for (const v1::Recipient& each : from) {
        core::Recipient& recipient = to.emplace_back();
        if (!read(each.role(), recipient.role) || !read_verdict(each.verdict(), recipient.verdict))
            return false;
    }
    return true;
}

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
bool decode(const v1::EventOfRoleAndItem& m, core::ItemRead& e) {
    return read(m.role(), e.role) && read(m.item(), e.item);
}
bool decode(const v1::ItemShared& m, core::ItemShared& e) {
    e.text = m.text();
    return read(m.share(), e.share) && read(m.item(), e.item) && read(m.giver(), e.giver) &&
           read(m.to(), e.to) && read_recipients(m.recipients(), e.recipients) &&
           read(m.meeting(), e.meeting) && read(m.purpose(), e.purpose) &&
           read(m.basis(), e.basis) && read(m.form(), e.form) && read(m.request(), e.request);
}
bool decode(const v1::RequestMade& m, core::RequestMade& e) {
    e.text = m.text();
    e.term_ends_sim_ms.assign(m.term_ends_sim_ms().begin(), m.term_ends_sim_ms().end());
    return read(m.request(), e.request) && read(m.asker(), e.asker) && read(m.to(), e.to) &&
           read(m.person(), e.person) && read(m.category(), e.category) && read(m.item(), e.item);
}
bool decode(const v1::RequestAnswered& m, core::RequestAnswered& e) {
    e.text = m.text();
    return read(m.request(), e.request) && read(m.by(), e.by) && read(m.kind(), e.kind) &&
           read(m.reason(), e.reason) && read(m.referred_to(), e.referred_to) &&
           read(m.share(), e.share);
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
bool decode(const v1::RoleNamed& m, core::RoleLookedThrough& e) { return read(m.role(), e.role); }

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
        case v1::Event::WHAT_NOT_SET: break;
    }
    return std::nullopt;
}

}  // namespace casustafel::codec
