#include <algorithm>

#include "server/codec/command.hpp"
#include "server/codec/command_log.hpp"
#include "server/codec/strict.hpp"
#include "server/codec/words.hpp"

namespace casustafel::codec {
namespace {

enum class Texts { checked, as_they_are };

// Collects what is wrong while the fields of one command are read. A malformed field outweighs a
// text that is refused: such a frame comes from no honest client.
class Reader {
public:
    explicit Reader(Texts texts) : texts_(texts) {}

    template <class From, class To>
    void field(std::string_view what, const From& from, To& to) {
        if (!read(from, to) && !malformed_) malformed_ = Malformed{what};
    }

    void text(const std::string& from, std::string& to, std::size_t max_characters,
              Lines lines = Lines::several) {
        if (texts_ == Texts::checked && !refusal_)
            refusal_ = refusal_of_text(from, max_characters, lines);
        to = from;
    }

    DecodedCommand finish(core::Command command) const {
        if (malformed_) return *malformed_;
        if (refusal_) return *refusal_;
        return command;
    }

private:
    Texts texts_;
    std::optional<Malformed> malformed_;
    std::optional<core::Rejection> refusal_;
};

void decode(Reader& r, const v1::TakeRole& m, core::TakeRole& c) {
    r.field("take_role.role", m.role(), c.role);
}
void decode(Reader& r, const v1::ReleaseRole& m, core::ReleaseRole& c) {
    r.field("release_role.role", m.role(), c.role);
}
void decode(Reader&, const v1::LeaveSession&, core::LeaveSession&) {}
void decode(Reader&, const v1::StartSession&, core::StartSession&) {}
void decode(Reader&, const v1::PauseSession&, core::PauseSession&) {}
void decode(Reader&, const v1::ResumeSession&, core::ResumeSession&) {}
void decode(Reader& r, const v1::SetSpeed& m, core::SetSpeed& c) {
    r.field("set_speed.permille", m.permille(), c.permille);
}
void decode(Reader&, const v1::EndSession&, core::EndSession&) {}
void decode(Reader& r, const v1::FireInject& m, core::FireInject& c) {
    r.field("fire_inject.inject", m.inject(), c.inject);
}
void decode(Reader& r, const v1::ImproviseInject& m, core::ImproviseInject& c) {
    r.text(m.title(), c.title, limits::inject_title_characters, Lines::one);
    r.text(m.text(), c.text, limits::inject_text_characters);
    r.field("improvise_inject.to", m.to(), c.to);
}
void decode(Reader& r, const v1::RetractInject& m, core::RetractInject& c) {
    r.field("retract_inject.inject", m.inject(), c.inject);
}
void decode(Reader& r, const v1::HastenInject& m, core::HastenInject& c) {
    r.field("hasten_inject.inject", m.inject(), c.inject);
}
void decode(Reader& r, const v1::LookThroughRole& m, core::LookThroughRole& c) {
    r.field("look_through_role.role", m.role(), c.role);
}
void decode(Reader& r, const v1::ReadItem& m, core::ReadItem& c) {
    r.field("read_item.item", m.item(), c.item);
}
void decode(Reader& r, const v1::ShareItem& m, core::ShareItem& c) {
    r.field("share_item.item", m.item(), c.item);
    r.field("share_item.to", m.to(), c.to);
    r.field("share_item.meeting", m.meeting(), c.meeting);
    r.field("share_item.purpose", m.purpose(), c.purpose);
    r.field("share_item.basis", m.basis(), c.basis);
    r.field("share_item.form", m.form(), c.form);
    r.text(m.text(), c.text, limits::share_text_characters);
    r.field("share_item.request", m.request(), c.request);
}
void decode(Reader& r, const v1::AskForInformation& m, core::AskForInformation& c) {
    r.field("ask_for_information.to", m.to(), c.to);
    r.field("ask_for_information.person", m.person(), c.person);
    r.field("ask_for_information.category", m.category(), c.category);
    r.field("ask_for_information.item", m.item(), c.item);
    r.text(m.text(), c.text, limits::request_text_characters);
}
void decode(Reader& r, const v1::RefuseRequest& m, core::RefuseRequest& c) {
    r.field("refuse_request.request", m.request(), c.request);
    r.field("refuse_request.reason", m.reason(), c.reason);
    r.text(m.text(), c.text, limits::answer_text_characters);
}
void decode(Reader& r, const v1::ReferRequest& m, core::ReferRequest& c) {
    r.field("refer_request.request", m.request(), c.request);
    r.field("refer_request.to", m.to(), c.to);
    r.text(m.text(), c.text, limits::answer_text_characters);
}
void decode(Reader& r, const v1::AnswerNotHere& m, core::AnswerNotHere& c) {
    r.field("answer_not_here.request", m.request(), c.request);
}
void decode(Reader& r, const v1::MarkItem& m, core::MarkItem& c) {
    r.field("mark_item.item", m.item(), c.item);
    r.field("mark_item.mark", m.mark(), c.mark);
}
void decode(Reader& r, const v1::SendMessage& m, core::SendMessage& c) {
    r.field("send_message.to", m.to(), c.to);
    r.field("send_message.meeting", m.meeting(), c.meeting);
    r.text(m.text(), c.text, limits::message_characters);
}
void decode(Reader& r, const v1::EnterMeeting& m, core::EnterMeeting& c) {
    r.field("enter_meeting.meeting", m.meeting(), c.meeting);
}
void decode(Reader& r, const v1::LeaveMeeting& m, core::LeaveMeeting& c) {
    r.field("leave_meeting.meeting", m.meeting(), c.meeting);
}
void decode(Reader& r, const v1::PutUpForTriage& m, core::PutUpForTriage& c) {
    r.text(m.reason(), c.reason, limits::triage_reason_characters);
}
void decode(Reader&, const v1::AcceptTriage&, core::AcceptTriage&) {}
void decode(Reader& r, const v1::RecordWeighing& m, core::RecordWeighing& c) {
    r.field("record_weighing.item", m.item(), c.item);
    r.text(m.tried(), c.tried, limits::weighing_field_characters);
    r.text(m.harm(), c.harm, limits::weighing_field_characters);
    r.text(m.averts(), c.averts, limits::weighing_field_characters);
    r.text(m.minimum(), c.minimum, limits::weighing_field_characters);
}
void decode(Reader& r, const v1::JoinSession& m, core::JoinSession& c) {
    r.field("join_session.language", m.language(), c.language);
}
void decode(Reader& r, const v1::NoteConnection& m, core::NoteConnection& c) {
    r.field("note_connection.participant", m.participant(), c.participant);
    c.connected = m.connected();
}
void decode(Reader&, const v1::NoteRecovery&, core::NoteRecovery&) {}

template <class CoreCommand, class Message>
DecodedCommand decoded(const Message& message, Texts texts) {
    Reader reader(texts);
    CoreCommand command;
    decode(reader, message, command);
    return reader.finish(std::move(command));
}

// Every kind of command, whoever sent it.
DecodedCommand decode_any(const v1::Command& c, Texts texts) {
    switch (c.what_case()) {
        case v1::Command::kTakeRole: return decoded<core::TakeRole>(c.take_role(), texts);
        case v1::Command::kReleaseRole: return decoded<core::ReleaseRole>(c.release_role(), texts);
        case v1::Command::kLeaveSession:
            return decoded<core::LeaveSession>(c.leave_session(), texts);
        case v1::Command::kStartSession:
            return decoded<core::StartSession>(c.start_session(), texts);
        case v1::Command::kPauseSession:
            return decoded<core::PauseSession>(c.pause_session(), texts);
        case v1::Command::kResumeSession:
            return decoded<core::ResumeSession>(c.resume_session(), texts);
        case v1::Command::kSetSpeed: return decoded<core::SetSpeed>(c.set_speed(), texts);
        case v1::Command::kEndSession: return decoded<core::EndSession>(c.end_session(), texts);
        case v1::Command::kFireInject: return decoded<core::FireInject>(c.fire_inject(), texts);
        case v1::Command::kImproviseInject:
            return decoded<core::ImproviseInject>(c.improvise_inject(), texts);
        case v1::Command::kRetractInject:
            return decoded<core::RetractInject>(c.retract_inject(), texts);
        case v1::Command::kHastenInject:
            return decoded<core::HastenInject>(c.hasten_inject(), texts);
        case v1::Command::kLookThroughRole:
            return decoded<core::LookThroughRole>(c.look_through_role(), texts);
        case v1::Command::kReadItem: return decoded<core::ReadItem>(c.read_item(), texts);
        case v1::Command::kShareItem: return decoded<core::ShareItem>(c.share_item(), texts);
        case v1::Command::kAskForInformation:
            return decoded<core::AskForInformation>(c.ask_for_information(), texts);
        case v1::Command::kRefuseRequest:
            return decoded<core::RefuseRequest>(c.refuse_request(), texts);
        case v1::Command::kReferRequest:
            return decoded<core::ReferRequest>(c.refer_request(), texts);
        case v1::Command::kAnswerNotHere:
            return decoded<core::AnswerNotHere>(c.answer_not_here(), texts);
        case v1::Command::kMarkItem: return decoded<core::MarkItem>(c.mark_item(), texts);
        case v1::Command::kSendMessage: return decoded<core::SendMessage>(c.send_message(), texts);
        case v1::Command::kEnterMeeting:
            return decoded<core::EnterMeeting>(c.enter_meeting(), texts);
        case v1::Command::kLeaveMeeting:
            return decoded<core::LeaveMeeting>(c.leave_meeting(), texts);
        case v1::Command::kPutUpForTriage:
            return decoded<core::PutUpForTriage>(c.put_up_for_triage(), texts);
        case v1::Command::kAcceptTriage:
            return decoded<core::AcceptTriage>(c.accept_triage(), texts);
        case v1::Command::kRecordWeighing:
            return decoded<core::RecordWeighing>(c.record_weighing(), texts);
        case v1::Command::kJoinSession: return decoded<core::JoinSession>(c.join_session(), texts);
        case v1::Command::kNoteConnection:
            return decoded<core::NoteConnection>(c.note_connection(), texts);
        case v1::Command::kNoteRecovery:
            return decoded<core::NoteRecovery>(c.note_recovery(), texts);
        case v1::Command::WHAT_NOT_SET: break;
    }
    return Malformed{"command.what"};
}

}  // namespace

std::optional<core::Command> decode_logged_command(const v1::Command& command) {
    auto decoded = decode_any(command, Texts::as_they_are);
    if (auto* known = std::get_if<core::Command>(&decoded)) return std::move(*known);
    return std::nullopt;
}

DecodedCommand decode_command(const v1::Command& command) {
    if (!is_fully_known(command)) return Malformed{"command: unknown field"};
    switch (command.what_case()) {
        case v1::Command::kJoinSession:
        case v1::Command::kNoteConnection:
        case v1::Command::kNoteRecovery: return Malformed{"command of the host"};
        default: return decode_any(command, Texts::checked);
    }
}

std::optional<core::CommandId> decode_command_id(const v1::Command& command) {
    core::CommandId id{};
    const std::string& bytes = command.command_id();
    if (bytes.size() != id.size()) return std::nullopt;
    std::transform(bytes.begin(), bytes.end(), id.begin(),
                   [](char byte) { return static_cast<std::uint8_t>(byte); });
    if (id == core::CommandId{}) return std::nullopt;
    return id;
}

std::optional<core::RoleId> decode_as_role(const v1::Command& command) {
    core::RoleId role;
    if (!read(command.as_role(), role)) return std::nullopt;
    return role;
}

}  // namespace casustafel::codec
