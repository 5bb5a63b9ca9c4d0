#pragma once
// Inside codec only: which field of a message is which member of a command, for the lobby, the
// trainer's control, information, talk and the host's own.
#include "server/codec/reader.hpp"

namespace casustafel::codec {

inline void decode(Reader& r, const v1::TakeRole& m, core::TakeRole& c) {
    r.field("take_role.role", m.role(), c.role);
}
inline void decode(Reader& r, const v1::ReleaseRole& m, core::ReleaseRole& c) {
    r.field("release_role.role", m.role(), c.role);
}
inline void decode(Reader&, const v1::LeaveSession&, core::LeaveSession&) {}
inline void decode(Reader&, const v1::StartSession&, core::StartSession&) {}
inline void decode(Reader&, const v1::PauseSession&, core::PauseSession&) {}
inline void decode(Reader&, const v1::ResumeSession&, core::ResumeSession&) {}
inline void decode(Reader& r, const v1::SetSpeed& m, core::SetSpeed& c) {
    r.field("set_speed.permille", m.permille(), c.permille);
}
inline void decode(Reader&, const v1::EndSession&, core::EndSession&) {}
inline void decode(Reader& r, const v1::FireInject& m, core::FireInject& c) {
    r.field("fire_inject.inject", m.inject(), c.inject);
}
inline void decode(Reader& r, const v1::ImproviseInject& m, core::ImproviseInject& c) {
    r.text(m.title(), c.title, limits::inject_title_characters, Lines::one);
    r.text(m.text(), c.text, limits::inject_text_characters);
    r.field("improvise_inject.to", m.to(), c.to);
}
inline void decode(Reader& r, const v1::RetractInject& m, core::RetractInject& c) {
    r.field("retract_inject.inject", m.inject(), c.inject);
}
inline void decode(Reader& r, const v1::HastenInject& m, core::HastenInject& c) {
    r.field("hasten_inject.inject", m.inject(), c.inject);
}
inline void decode(Reader& r, const v1::LookThroughRole& m, core::LookThroughRole& c) {
    r.field("look_through_role.role", m.role(), c.role);
}
inline void decode(Reader& r, const v1::ReadItem& m, core::ReadItem& c) {
    r.field("read_item.item", m.item(), c.item);
}
inline void decode(Reader& r, const v1::ShareItem& m, core::ShareItem& c) {
    r.field("share_item.item", m.item(), c.item);
    r.field("share_item.to", m.to(), c.to);
    r.field("share_item.meeting", m.meeting(), c.meeting);
    r.field("share_item.purpose", m.purpose(), c.purpose);
    r.field("share_item.basis", m.basis(), c.basis);
    r.field("share_item.form", m.form(), c.form);
    r.text(m.text(), c.text, limits::share_text_characters);
    r.field("share_item.request", m.request(), c.request);
    c.partial = m.partial();
}
inline void decode(Reader& r, const v1::AskForInformation& m, core::AskForInformation& c) {
    r.field("ask_for_information.to", m.to(), c.to);
    r.field("ask_for_information.person", m.person(), c.person);
    r.field("ask_for_information.category", m.category(), c.category);
    r.field("ask_for_information.item", m.item(), c.item);
    r.text(m.text(), c.text, limits::request_text_characters);
}
inline void decode(Reader& r, const v1::RefuseRequest& m, core::RefuseRequest& c) {
    r.field("refuse_request.request", m.request(), c.request);
    r.field("refuse_request.reason", m.reason(), c.reason);
    r.text(m.text(), c.text, limits::answer_text_characters);
    r.field("refuse_request.offered_form", m.offered_form(), c.offered_form);
    r.field("refuse_request.offered_role", m.offered_role(), c.offered_role);
}
inline void decode(Reader& r, const v1::ReferRequest& m, core::ReferRequest& c) {
    r.field("refer_request.request", m.request(), c.request);
    r.field("refer_request.to", m.to(), c.to);
    r.text(m.text(), c.text, limits::answer_text_characters);
}
inline void decode(Reader& r, const v1::AnswerNotHere& m, core::AnswerNotHere& c) {
    r.field("answer_not_here.request", m.request(), c.request);
}
inline void decode(Reader& r, const v1::MarkItem& m, core::MarkItem& c) {
    r.field("mark_item.item", m.item(), c.item);
    r.field("mark_item.mark", m.mark(), c.mark);
}
inline void decode(Reader& r, const v1::SendMessage& m, core::SendMessage& c) {
    r.field("send_message.to", m.to(), c.to);
    r.field("send_message.meeting", m.meeting(), c.meeting);
    r.text(m.text(), c.text, limits::message_characters);
}
inline void decode(Reader& r, const v1::EnterMeeting& m, core::EnterMeeting& c) {
    r.field("enter_meeting.meeting", m.meeting(), c.meeting);
}
inline void decode(Reader& r, const v1::LeaveMeeting& m, core::LeaveMeeting& c) {
    r.field("leave_meeting.meeting", m.meeting(), c.meeting);
}
inline void decode(Reader& r, const v1::PutUpForTriage& m, core::PutUpForTriage& c) {
    r.text(m.reason(), c.reason, limits::triage_reason_characters);
}
inline void decode(Reader&, const v1::AcceptTriage&, core::AcceptTriage&) {}
inline void decode(Reader& r, const v1::RecordWeighing& m, core::RecordWeighing& c) {
    r.field("record_weighing.item", m.item(), c.item);
    r.text(m.tried(), c.tried, limits::weighing_field_characters);
    r.text(m.harm(), c.harm, limits::weighing_field_characters);
    r.text(m.averts(), c.averts, limits::weighing_field_characters);
    r.text(m.minimum(), c.minimum, limits::weighing_field_characters);
}
inline void decode(Reader& r, const v1::JoinSession& m, core::JoinSession& c) {
    r.field("join_session.language", m.language(), c.language);
}
inline void decode(Reader& r, const v1::NoteConnection& m, core::NoteConnection& c) {
    r.field("note_connection.participant", m.participant(), c.participant);
    c.connected = m.connected();
}
inline void decode(Reader&, const v1::NoteRecovery&, core::NoteRecovery&) {}

}  // namespace casustafel::codec
