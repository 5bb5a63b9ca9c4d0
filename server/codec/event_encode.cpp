#include "server/codec/event.hpp"
#include "server/codec/words.hpp"

namespace casustafel::codec {
namespace {

void write_verdict(const core::Verdict& verdict, v1::Verdict& m) {
    for (const core::Label label : verdict.labels) m.add_labels(word(label));
    m.set_severity(static_cast<std::uint32_t>(verdict.severity));
    m.set_need_form(number(verdict.need_form));
    m.set_relay(verdict.relay);
    m.set_grant(static_cast<std::uint32_t>(verdict.grant + 1));
    m.set_red_line(static_cast<std::uint32_t>(verdict.red_line + 1));
}

void write_seat(core::ParticipantId participant, const core::RoleId& role, v1::EventOfSeat& m) {
    m.set_participant(number(participant));
    m.set_role(role.value);
}

void write_meeting(const core::RoleId& role, const core::MeetingId& meeting,
                   v1::EventOfMeeting& m) {
    m.set_role(role.value);
    m.set_meeting(meeting.value);
}

// One overload for each event; the oneof's mutable_… is what says which.
struct Encode {
    v1::Event& out;

    void operator()(const core::ParticipantJoined& e) const {
        auto& m = *out.mutable_participant_joined();
        m.set_participant(number(e.participant));
        m.set_language(word(e.language));
    }
    void operator()(const core::ParticipantLeft& e) const {
        out.mutable_participant_left()->set_participant(number(e.participant));
    }
    void operator()(const core::ConnectionLost& e) const {
        out.mutable_connection_lost()->set_participant(number(e.participant));
    }
    void operator()(const core::ConnectionRestored& e) const {
        out.mutable_connection_restored()->set_participant(number(e.participant));
    }
    void operator()(const core::AbsenceStarted& e) const {
        out.mutable_absence_started()->set_participant(number(e.participant));
    }
    void operator()(const core::RoleTaken& e) const {
        write_seat(e.participant, e.role, *out.mutable_role_taken());
    }
    void operator()(const core::RoleReleased& e) const {
        write_seat(e.participant, e.role, *out.mutable_role_released());
    }
    void operator()(const core::SessionStarted&) const { out.mutable_session_started(); }
    void operator()(const core::SessionPaused&) const { out.mutable_session_paused(); }
    void operator()(const core::SessionResumed&) const { out.mutable_session_resumed(); }
    void operator()(const core::SpeedSet& e) const {
        out.mutable_speed_set()->set_permille(static_cast<std::uint32_t>(e.permille));
    }
    void operator()(const core::SegmentEntered& e) const {
        out.mutable_segment_entered()->set_segment(static_cast<std::uint32_t>(e.segment));
    }
    void operator()(const core::SessionEnded& e) const {
        out.mutable_session_ended()->set_reason(word(e.reason));
    }
    void operator()(const core::SessionRecovered&) const { out.mutable_session_recovered(); }
    void operator()(const core::ItemDealt& e) const {
        auto& m = *out.mutable_item_dealt();
        m.set_item(e.item.value);
        write(e.to, m.mutable_to());
    }
    void operator()(const core::ItemRead& e) const {
        auto& m = *out.mutable_item_read();
        m.set_role(e.role.value);
        m.set_item(e.item.value);
    }
    void operator()(const core::ItemShared& e) const {
        auto& m = *out.mutable_item_shared();
        m.set_share(number(e.share));
        m.set_item(e.item.value);
        m.set_giver(e.giver.value);
        write(e.to, m.mutable_to());
        for (const core::Recipient& recipient : e.recipients) {
            auto& r = *m.add_recipients();
            r.set_role(recipient.role.value);
            write_verdict(recipient.verdict, *r.mutable_verdict());
        }
        m.set_meeting(e.meeting.value);
        m.set_purpose(word(e.purpose));
        m.set_basis(e.basis.value);
        m.set_form(number(e.form));
        m.set_text(e.text);
        m.set_request(number(e.request));
    }
    void operator()(const core::RequestMade& e) const {
        auto& m = *out.mutable_request_made();
        m.set_request(number(e.request));
        m.set_asker(e.asker.value);
        write(e.to, m.mutable_to());
        m.set_person(e.person.value);
        m.set_category(word(e.category));
        m.set_item(e.item.value);
        m.set_text(e.text);
        for (const std::int64_t end : e.term_ends_sim_ms) m.add_term_ends_sim_ms(end);
    }
    void operator()(const core::RequestAnswered& e) const {
        auto& m = *out.mutable_request_answered();
        m.set_request(number(e.request));
        m.set_by(e.by.value);
        m.set_kind(word(e.kind));
        m.set_reason(word(e.reason));
        m.set_referred_to(e.referred_to.value);
        m.set_share(number(e.share));
        m.set_text(e.text);
    }
    void operator()(const core::ItemMarked& e) const {
        auto& m = *out.mutable_item_marked();
        m.set_role(e.role.value);
        m.set_item(e.item.value);
        m.set_mark(word(e.mark));
    }
    void operator()(const core::MessageSent& e) const {
        auto& m = *out.mutable_message_sent();
        m.set_message(number(e.message));
        m.set_sender(e.sender.value);
        write(e.to, m.mutable_to());
        m.set_meeting(e.meeting.value);
        m.set_text(e.text);
    }
    void operator()(const core::MeetingEntered& e) const {
        write_meeting(e.role, e.meeting, *out.mutable_meeting_entered());
    }
    void operator()(const core::MeetingLeft& e) const {
        write_meeting(e.role, e.meeting, *out.mutable_meeting_left());
    }
    void operator()(const core::TriagePutUp& e) const {
        auto& m = *out.mutable_triage_put_up();
        m.set_by(e.by.value);
        m.set_reason(e.reason);
    }
    void operator()(const core::TriageAccepted& e) const {
        out.mutable_triage_accepted()->set_by(e.by.value);
    }
    void operator()(const core::WeighingRecorded& e) const {
        auto& m = *out.mutable_weighing_recorded();
        m.set_by(e.by.value);
        m.set_item(e.item.value);
        m.set_tried(e.tried);
        m.set_harm(e.harm);
        m.set_averts(e.averts);
        m.set_minimum(e.minimum);
    }
    void operator()(const core::InjectPended& e) const {
        auto& m = *out.mutable_inject_pended();
        m.set_inject(e.inject.value);
        m.set_effective_at_active_ms(e.effective_at_active_ms);
        m.set_title(e.title);
        m.set_text(e.text);
        write(e.to, m.mutable_to());
    }
    void operator()(const core::InjectRetracted& e) const {
        out.mutable_inject_retracted()->set_inject(e.inject.value);
    }
    void operator()(const core::InjectTookEffect& e) const {
        out.mutable_inject_took_effect()->set_inject(e.inject.value);
    }
    void operator()(const core::RoleLookedThrough& e) const {
        out.mutable_role_looked_through()->set_role(e.role.value);
    }
};

}  // namespace

void encode_event(const core::Event& event, v1::Event& out) { std::visit(Encode{out}, event); }

}  // namespace casustafel::codec
