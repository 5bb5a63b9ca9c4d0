#pragma once
// How the events of core/event_session.hpp are written; the oneof's mutable_… is what says which.
#include "server/codec/event_parts.hpp"

namespace casustafel::codec {

inline void write_seat(core::ParticipantId participant, const core::RoleId& role,
                       v1::EventOfSeat& m) {
    m.set_participant(number(participant));
    m.set_role(role.value);
}

struct EncodeSession {
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
    void operator()(const core::RoleLookedThrough& e) const {
        out.mutable_role_looked_through()->set_role(e.role.value);
    }
    void operator()(const core::AutopilotSeated& e) const {
        out.mutable_autopilot_seated()->set_role(e.role.value);
    }
    void operator()(const core::AutopilotLeft& e) const {
        out.mutable_autopilot_left()->set_role(e.role.value);
    }
    void operator()(const core::StandInStarted& e) const {
        out.mutable_stand_in_started()->set_role(e.role.value);
    }
    void operator()(const core::StandInEnded& e) const {
        out.mutable_stand_in_ended()->set_role(e.role.value);
    }
    void operator()(const core::PauseCalled& e) const {
        out.mutable_pause_called()->set_participant(number(e.participant));
    }
    void operator()(const core::HelpCalled& e) const {
        auto& m = *out.mutable_help_called();
        m.set_call(number(e.call));
        m.set_participant(number(e.participant));
        m.set_text(e.text);
    }
    void operator()(const core::HelpAnswered& e) const {
        out.mutable_help_answered()->set_call(number(e.call));
    }
    void operator()(const core::Whispered& e) const {
        auto& m = *out.mutable_whispered();
        m.set_whisper(number(e.whisper));
        m.set_to(e.to.value);
        m.set_text(e.text);
    }
    void operator()(const core::MomentBookmarked& e) const {
        auto& m = *out.mutable_moment_bookmarked();
        m.set_moment(number(e.moment));
        m.set_title(e.title);
    }
    void operator()(const core::SwapStarted& e) const {
        auto& m = *out.mutable_swap_started();
        write(e.pairs, m.mutable_pairs());
        m.set_until_active_ms(e.until_active_ms);
    }
    void operator()(const core::HandoverNoteWritten& e) const {
        auto& m = *out.mutable_handover_note_written();
        m.set_role(e.role.value);
        m.set_text(e.text);
        write(e.items, m.mutable_items());
        write(e.requests, m.mutable_requests());
    }
    void operator()(const core::RoleReady& e) const {
        out.mutable_role_ready()->set_role(e.role.value);
    }
    void operator()(const core::RolesSwapped& e) const {
        auto& m = *out.mutable_roles_swapped();
        write_seats(e.seats, *m.mutable_seats());
        m.set_until_active_ms(e.until_active_ms);
        m.set_term_extension_ms(e.term_extension_ms);
    }
    void operator()(const core::SwapFinished&) const { out.mutable_swap_finished(); }
    void operator()(const core::SwapCancelled&) const { out.mutable_swap_cancelled(); }
    void operator()(const core::ProbeOpened& e) const {
        auto& m = *out.mutable_probe_opened();
        m.set_probe(e.probe.value);
        m.set_until_active_ms(e.until_active_ms);
    }
    void operator()(const core::ProbeAnswered& e) const {
        auto& m = *out.mutable_probe_answered();
        m.set_probe(e.probe.value);
        m.set_participant(number(e.participant));
        m.set_role(e.role.value);
        write(e.answers, m.mutable_answers());
    }
    void operator()(const core::ProbeClosed& e) const {
        out.mutable_probe_closed()->set_probe(e.probe.value);
    }
    void operator()(const core::ProbeJudged& e) const {
        auto& m = *out.mutable_probe_judged();
        m.set_probe(e.probe.value);
        m.set_question(e.question.value);
        write(e.right, m.mutable_right());
    }
    void operator()(const core::ScoreCorrected& e) const {
        auto& m = *out.mutable_score_corrected();
        write(e.target, *m.mutable_target());
        m.set_leave_out(e.leave_out);
        m.set_reason(e.reason);
    }
};

}  // namespace casustafel::codec
