#include "server/codec/command.hpp"
#include "server/codec/parts.hpp"

namespace casustafel::codec {
namespace {

// One overload for each command; the oneof's mutable_… is what says which.
struct Encode {
    v1::Command& out;

    void operator()(const core::JoinSession& c) const {
        out.mutable_join_session()->set_language(word(c.language));
    }
    void operator()(const core::LeaveSession&) const { out.mutable_leave_session(); }
    void operator()(const core::TakeRole& c) const {
        out.mutable_take_role()->set_role(c.role.value);
    }
    void operator()(const core::ReleaseRole& c) const {
        out.mutable_release_role()->set_role(c.role.value);
    }
    void operator()(const core::StartSession&) const { out.mutable_start_session(); }
    void operator()(const core::PauseSession&) const { out.mutable_pause_session(); }
    void operator()(const core::ResumeSession&) const { out.mutable_resume_session(); }
    void operator()(const core::SetSpeed& c) const {
        out.mutable_set_speed()->set_permille(static_cast<std::uint32_t>(c.permille));
    }
    void operator()(const core::EndSession&) const { out.mutable_end_session(); }
    void operator()(const core::FireInject& c) const {
        out.mutable_fire_inject()->set_inject(c.inject.value);
    }
    void operator()(const core::ImproviseInject& c) const {
        auto& m = *out.mutable_improvise_inject();
        m.set_title(c.title);
        m.set_text(c.text);
        write(c.to, m.mutable_to());
    }
    void operator()(const core::RetractInject& c) const {
        out.mutable_retract_inject()->set_inject(c.inject.value);
    }
    void operator()(const core::HastenInject& c) const {
        out.mutable_hasten_inject()->set_inject(c.inject.value);
    }
    void operator()(const core::LookThroughRole& c) const {
        out.mutable_look_through_role()->set_role(c.role.value);
    }
    void operator()(const core::ReadItem& c) const {
        out.mutable_read_item()->set_item(c.item.value);
    }
    void operator()(const core::ShareItem& c) const {
        auto& m = *out.mutable_share_item();
        m.set_item(c.item.value);
        write(c.to, m.mutable_to());
        m.set_meeting(c.meeting.value);
        m.set_purpose(word(c.purpose));
        m.set_basis(c.basis.value);
        m.set_form(number(c.form));
        m.set_text(c.text);
        m.set_request(number(c.request));
        m.set_partial(c.partial);
    }
    void operator()(const core::AskForInformation& c) const {
        auto& m = *out.mutable_ask_for_information();
        write(c.to, m.mutable_to());
        m.set_person(c.person.value);
        m.set_category(word(c.category));
        m.set_item(c.item.value);
        m.set_text(c.text);
    }
    void operator()(const core::RefuseRequest& c) const {
        auto& m = *out.mutable_refuse_request();
        m.set_request(number(c.request));
        m.set_reason(word(c.reason));
        m.set_text(c.text);
        m.set_offered_form(number(c.offered_form));
        m.set_offered_role(c.offered_role.value);
    }
    void operator()(const core::ReferRequest& c) const {
        auto& m = *out.mutable_refer_request();
        m.set_request(number(c.request));
        m.set_to(c.to.value);
        m.set_text(c.text);
    }
    void operator()(const core::AnswerNotHere& c) const {
        out.mutable_answer_not_here()->set_request(number(c.request));
    }
    void operator()(const core::MarkItem& c) const {
        auto& m = *out.mutable_mark_item();
        m.set_item(c.item.value);
        m.set_mark(word(c.mark));
    }
    void operator()(const core::SendMessage& c) const {
        auto& m = *out.mutable_send_message();
        write(c.to, m.mutable_to());
        m.set_meeting(c.meeting.value);
        m.set_text(c.text);
    }
    void operator()(const core::EnterMeeting& c) const {
        out.mutable_enter_meeting()->set_meeting(c.meeting.value);
    }
    void operator()(const core::LeaveMeeting& c) const {
        out.mutable_leave_meeting()->set_meeting(c.meeting.value);
    }
    void operator()(const core::PutUpForTriage& c) const {
        out.mutable_put_up_for_triage()->set_reason(c.reason);
    }
    void operator()(const core::AcceptTriage&) const { out.mutable_accept_triage(); }
    void operator()(const core::RecordWeighing& c) const {
        auto& m = *out.mutable_record_weighing();
        m.set_item(c.item.value);
        m.set_tried(c.tried);
        m.set_harm(c.harm);
        m.set_averts(c.averts);
        m.set_minimum(c.minimum);
    }
    void operator()(const core::AssignRole& c) const {
        auto& m = *out.mutable_assign_role();
        m.set_participant(number(c.participant));
        m.set_role(c.role.value);
        m.set_move(c.move);
    }
    void operator()(const core::SeatAutopilot& c) const {
        auto& m = *out.mutable_seat_autopilot();
        m.set_role(c.role.value);
    }
    void operator()(const core::StandIn& c) const {
        auto& m = *out.mutable_stand_in();
        m.set_role(c.role.value);
    }
    void operator()(const core::CallPause&) const { out.mutable_call_pause(); }
    void operator()(const core::CallForHelp& c) const {
        auto& m = *out.mutable_call_for_help();
        m.set_text(c.text);
    }
    void operator()(const core::AnswerHelp& c) const {
        auto& m = *out.mutable_answer_help();
        m.set_call(number(c.call));
    }
    void operator()(const core::Whisper& c) const {
        auto& m = *out.mutable_whisper();
        m.set_to(c.to.value);
        m.set_text(c.text);
    }
    void operator()(const core::BookmarkMoment& c) const {
        auto& m = *out.mutable_bookmark_moment();
        m.set_title(c.title);
    }
    void operator()(const core::StartSwap& c) const {
        auto& m = *out.mutable_start_swap();
        write(c.pairs, m.mutable_pairs());
    }
    void operator()(const core::AdvanceSwap&) const { out.mutable_advance_swap(); }
    void operator()(const core::CancelSwap&) const { out.mutable_cancel_swap(); }
    void operator()(const core::WriteHandoverNote& c) const {
        auto& m = *out.mutable_write_handover_note();
        m.set_text(c.text);
        write(c.items, m.mutable_items());
        write(c.requests, m.mutable_requests());
    }
    void operator()(const core::SayReady&) const { out.mutable_say_ready(); }
    void operator()(const core::RegisterSpokenShare& c) const {
        auto& m = *out.mutable_register_spoken_share();
        m.set_giver(c.giver.value);
        m.set_item(c.item.value);
        write(c.to, m.mutable_to());
        m.set_meeting(c.meeting.value);
        m.set_purpose(word(c.purpose));
        m.set_basis(c.basis.value);
        m.set_form(number(c.form));
        m.set_heard(number(c.heard));
    }
    void operator()(const core::NoteHeard& c) const {
        auto& m = *out.mutable_note_heard();
        m.set_giver(c.giver.value);
        m.set_person(c.person.value);
        m.set_category(word(c.category));
        m.set_text(c.text);
    }
    void operator()(const core::DenyHeard& c) const {
        out.mutable_deny_heard()->set_heard(number(c.heard));
    }
    void operator()(const core::OpenProbe& c) const {
        out.mutable_open_probe()->set_probe(c.probe.value);
    }
    void operator()(const core::CloseProbe& c) const {
        out.mutable_close_probe()->set_probe(c.probe.value);
    }
    void operator()(const core::AnswerProbe& c) const {
        auto& m = *out.mutable_answer_probe();
        m.set_probe(c.probe.value);
        write(c.answers, m.mutable_answers());
    }
    void operator()(const core::CorrectScore& c) const {
        auto& m = *out.mutable_correct_score();
        write(c.target, *m.mutable_target());
        m.set_leave_out(c.leave_out);
        m.set_reason(c.reason);
    }
    void operator()(const core::ConfirmSpokenShare& c) const {
        auto& m = *out.mutable_confirm_spoken_share();
        m.set_spoken(number(c.spoken));
        m.set_heard(c.heard);
    }
    void operator()(const core::NoteGutFeeling& c) const {
        auto& m = *out.mutable_note_gut_feeling();
        m.set_item(c.item.value);
        m.set_text(c.text);
    }
    void operator()(const core::AskAuthority& c) const {
        auto& m = *out.mutable_ask_authority();
        m.set_item(c.item.value);
        m.set_to(c.to.value);
        m.set_reason(c.reason);
    }
    void operator()(const core::AnswerAuthority& c) const {
        auto& m = *out.mutable_answer_authority();
        m.set_question(number(c.question));
        m.set_agreed(c.agreed);
        m.set_text(c.text);
    }
    void operator()(const core::AskConsent& c) const {
        auto& m = *out.mutable_ask_consent();
        m.set_person(c.person.value);
        m.set_scope(c.scope);
    }
    void operator()(const core::InformPerson& c) const {
        auto& m = *out.mutable_inform_person();
        m.set_person(c.person.value);
        m.set_text(c.text);
    }
    void operator()(const core::AskPrivacyOfficer& c) const {
        auto& m = *out.mutable_ask_privacy_officer();
        m.set_item(c.item.value);
        m.set_to(c.to.value);
        m.set_purpose(word(c.purpose));
    }
    void operator()(const core::ProposeDecision& c) const {
        auto& m = *out.mutable_propose_decision();
        m.set_decision(c.decision.value);
        m.set_option(c.option.value);
        write(c.cited, m.mutable_cited());
        m.set_text(c.text);
    }
    void operator()(const core::TakeDecision& c) const {
        auto& m = *out.mutable_take_decision();
        m.set_decision(c.decision.value);
        m.set_option(c.option.value);
        write(c.cited, m.mutable_cited());
        m.set_text(c.text);
    }
    void operator()(const core::RetractDecision& c) const {
        auto& m = *out.mutable_retract_decision();
        m.set_decision(c.decision.value);
    }
    void operator()(const core::HastenDecision& c) const {
        auto& m = *out.mutable_hasten_decision();
        m.set_decision(c.decision.value);
    }
    void operator()(const core::UseIntervention& c) const {
        auto& m = *out.mutable_use_intervention();
        m.set_intervention(c.intervention.value);
        write(c.cited, m.mutable_cited());
        m.set_text(c.text);
    }
    void operator()(const core::AddAction& c) const {
        auto& m = *out.mutable_add_action();
        write(c.terms, *m.mutable_terms());
    }
    void operator()(const core::ChangeAction& c) const {
        auto& m = *out.mutable_change_action();
        m.set_action(number(c.action));
        write(c.terms, *m.mutable_terms());
    }
    void operator()(const core::WithdrawAction& c) const {
        auto& m = *out.mutable_withdraw_action();
        m.set_action(number(c.action));
    }
    void operator()(const core::ConfirmAction& c) const {
        auto& m = *out.mutable_confirm_action();
        m.set_action(number(c.action));
    }
    void operator()(const core::MovePhase& c) const {
        auto& m = *out.mutable_move_phase();
        m.set_meeting(c.meeting.value);
        m.set_phase(word(c.phase));
    }
    void operator()(const core::InviteToMeeting& c) const {
        auto& m = *out.mutable_invite_to_meeting();
        m.set_meeting(c.meeting.value);
        m.set_role(c.role.value);
        m.set_reason(c.reason);
    }
    void operator()(const core::NoteConnection& c) const {
        auto& m = *out.mutable_note_connection();
        m.set_participant(number(c.participant));
        m.set_connected(c.connected);
    }
    void operator()(const core::NoteRecovery&) const { out.mutable_note_recovery(); }
};

}  // namespace

v1::Command encode_command(const core::Command& command) {
    v1::Command out;
    std::visit(Encode{out}, command);
    return out;
}

}  // namespace casustafel::codec
