#pragma once
// Inside codec only: which field of a message is which member of a command, for seats, the swap,
// what was said aloud, legal steps, decisions and the plan.
#include "server/codec/reader.hpp"

namespace casustafel::codec {

inline void decode(Reader& r, const v1::AssignRole& m, core::AssignRole& c) {
    r.field("assign_role.participant", m.participant(), c.participant);
    r.field("assign_role.role", m.role(), c.role);
    c.move = m.move();
}
inline void decode(Reader& r, const v1::SeatAutopilot& m, core::SeatAutopilot& c) {
    r.field("seat_autopilot.role", m.role(), c.role);
}
inline void decode(Reader& r, const v1::StandIn& m, core::StandIn& c) {
    r.field("stand_in.role", m.role(), c.role);
}
inline void decode(Reader&, const v1::CallPause&, core::CallPause&) {}
inline void decode(Reader& r, const v1::CallForHelp& m, core::CallForHelp& c) {
    r.text(m.text(), c.text, limits::help_characters);
}
inline void decode(Reader& r, const v1::AnswerHelp& m, core::AnswerHelp& c) {
    r.field("answer_help.call", m.call(), c.call);
}
inline void decode(Reader& r, const v1::Whisper& m, core::Whisper& c) {
    r.field("whisper.to", m.to(), c.to);
    r.text(m.text(), c.text, limits::whisper_characters);
}
inline void decode(Reader& r, const v1::BookmarkMoment& m, core::BookmarkMoment& c) {
    r.text(m.title(), c.title, limits::moment_title_characters, Lines::one);
}
inline void decode(Reader& r, const v1::StartSwap& m, core::StartSwap& c) {
    r.field("start_swap.pairs", m.pairs(), c.pairs);
}
inline void decode(Reader&, const v1::AdvanceSwap&, core::AdvanceSwap&) {}
inline void decode(Reader&, const v1::CancelSwap&, core::CancelSwap&) {}
inline void decode(Reader& r, const v1::WriteHandoverNote& m, core::WriteHandoverNote& c) {
    r.text(m.text(), c.text, limits::handover_note_characters);
    r.field("write_handover_note.items", m.items(), c.items);
    r.field("write_handover_note.requests", m.requests(), c.requests);
}
inline void decode(Reader&, const v1::SayReady&, core::SayReady&) {}
inline void decode(Reader& r, const v1::RegisterSpokenShare& m, core::RegisterSpokenShare& c) {
    r.field("register_spoken_share.giver", m.giver(), c.giver);
    r.field("register_spoken_share.item", m.item(), c.item);
    r.field("register_spoken_share.to", m.to(), c.to);
    r.field("register_spoken_share.meeting", m.meeting(), c.meeting);
    r.field("register_spoken_share.purpose", m.purpose(), c.purpose);
    r.field("register_spoken_share.basis", m.basis(), c.basis);
    r.field("register_spoken_share.form", m.form(), c.form);
    r.field("register_spoken_share.heard", m.heard(), c.heard);
}
inline void decode(Reader& r, const v1::NoteHeard& m, core::NoteHeard& c) {
    r.field("note_heard.giver", m.giver(), c.giver);
    r.field("note_heard.person", m.person(), c.person);
    r.field("note_heard.category", m.category(), c.category);
    r.text(m.text(), c.text, limits::heard_characters);
}
inline void decode(Reader& r, const v1::DenyHeard& m, core::DenyHeard& c) {
    r.field("deny_heard.heard", m.heard(), c.heard);
}
inline void decode(Reader& r, const v1::OpenProbe& m, core::OpenProbe& c) {
    r.field("open_probe.probe", m.probe(), c.probe);
}
inline void decode(Reader& r, const v1::CloseProbe& m, core::CloseProbe& c) {
    r.field("close_probe.probe", m.probe(), c.probe);
}
inline void decode(Reader& r, const v1::AnswerProbe& m, core::AnswerProbe& c) {
    r.field("answer_probe.probe", m.probe(), c.probe);
    r.field("answer_probe.answers", m.answers(), c.answers);
}
inline void decode(Reader& r, const v1::CorrectScore& m, core::CorrectScore& c) {
    r.field("correct_score.target", m.target(), c.target);
    c.leave_out = m.leave_out();
    r.text(m.reason(), c.reason, limits::correction_characters);
}
inline void decode(Reader& r, const v1::ConfirmSpokenShare& m, core::ConfirmSpokenShare& c) {
    r.field("confirm_spoken_share.spoken", m.spoken(), c.spoken);
    c.heard = m.heard();
}
inline void decode(Reader& r, const v1::NoteGutFeeling& m, core::NoteGutFeeling& c) {
    r.field("note_gut_feeling.item", m.item(), c.item);
    r.text(m.text(), c.text, limits::gut_feeling_characters);
}
inline void decode(Reader& r, const v1::AskAuthority& m, core::AskAuthority& c) {
    r.field("ask_authority.item", m.item(), c.item);
    r.field("ask_authority.to", m.to(), c.to);
    r.text(m.reason(), c.reason, limits::authority_reason_characters);
}
inline void decode(Reader& r, const v1::AnswerAuthority& m, core::AnswerAuthority& c) {
    r.field("answer_authority.question", m.question(), c.question);
    c.agreed = m.agreed();
    r.text(m.text(), c.text, limits::answer_text_characters);
}
inline void decode(Reader& r, const v1::AskConsent& m, core::AskConsent& c) {
    r.field("ask_consent.person", m.person(), c.person);
    r.label("ask_consent.scope", m.scope(), c.scope);
}
inline void decode(Reader& r, const v1::InformPerson& m, core::InformPerson& c) {
    r.field("inform_person.person", m.person(), c.person);
    r.text(m.text(), c.text, limits::informing_characters);
}
inline void decode(Reader& r, const v1::AskPrivacyOfficer& m, core::AskPrivacyOfficer& c) {
    r.field("ask_privacy_officer.item", m.item(), c.item);
    r.field("ask_privacy_officer.to", m.to(), c.to);
    r.field("ask_privacy_officer.purpose", m.purpose(), c.purpose);
}
inline void decode(Reader& r, const v1::ProposeDecision& m, core::ProposeDecision& c) {
    r.field("propose_decision.decision", m.decision(), c.decision);
    r.field("propose_decision.option", m.option(), c.option);
    r.field("propose_decision.cited", m.cited(), c.cited);
    r.text(m.text(), c.text, limits::decision_text_characters);
}
inline void decode(Reader& r, const v1::TakeDecision& m, core::TakeDecision& c) {
    r.field("take_decision.decision", m.decision(), c.decision);
    r.field("take_decision.option", m.option(), c.option);
    r.field("take_decision.cited", m.cited(), c.cited);
    r.text(m.text(), c.text, limits::decision_text_characters);
}
inline void decode(Reader& r, const v1::RetractDecision& m, core::RetractDecision& c) {
    r.field("retract_decision.decision", m.decision(), c.decision);
}
inline void decode(Reader& r, const v1::HastenDecision& m, core::HastenDecision& c) {
    r.field("hasten_decision.decision", m.decision(), c.decision);
}
inline void decode(Reader& r, const v1::UseIntervention& m, core::UseIntervention& c) {
    r.field("use_intervention.intervention", m.intervention(), c.intervention);
    r.field("use_intervention.cited", m.cited(), c.cited);
    r.text(m.text(), c.text, limits::decision_text_characters);
}
inline void decode(Reader& r, const v1::AddAction& m, core::AddAction& c) {
    r.text(m.terms().text(), c.terms.text, limits::action_text_characters);
    r.field("add_action.terms", m.terms(), c.terms);
}
inline void decode(Reader& r, const v1::ChangeAction& m, core::ChangeAction& c) {
    r.field("change_action.action", m.action(), c.action);
    r.text(m.terms().text(), c.terms.text, limits::action_text_characters);
    r.field("change_action.terms", m.terms(), c.terms);
}
inline void decode(Reader& r, const v1::WithdrawAction& m, core::WithdrawAction& c) {
    r.field("withdraw_action.action", m.action(), c.action);
}
inline void decode(Reader& r, const v1::ConfirmAction& m, core::ConfirmAction& c) {
    r.field("confirm_action.action", m.action(), c.action);
}
inline void decode(Reader& r, const v1::MovePhase& m, core::MovePhase& c) {
    r.field("move_phase.meeting", m.meeting(), c.meeting);
    r.field("move_phase.phase", m.phase(), c.phase);
}
inline void decode(Reader& r, const v1::InviteToMeeting& m, core::InviteToMeeting& c) {
    r.field("invite_to_meeting.meeting", m.meeting(), c.meeting);
    r.field("invite_to_meeting.role", m.role(), c.role);
    r.text(m.reason(), c.reason, limits::invitation_reason_characters);
}

}  // namespace casustafel::codec
