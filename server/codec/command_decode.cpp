#include <algorithm>

#include "server/codec/command.hpp"
#include "server/codec/command_fields.hpp"
#include "server/codec/command_fields_play.hpp"
#include "server/codec/command_log.hpp"
#include "server/codec/strict.hpp"

namespace casustafel::codec {
namespace {

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
        case v1::Command::kAssignRole: return decoded<core::AssignRole>(c.assign_role(), texts);
        case v1::Command::kSeatAutopilot:
            return decoded<core::SeatAutopilot>(c.seat_autopilot(), texts);
        case v1::Command::kStandIn: return decoded<core::StandIn>(c.stand_in(), texts);
        case v1::Command::kCallPause: return decoded<core::CallPause>(c.call_pause(), texts);
        case v1::Command::kCallForHelp: return decoded<core::CallForHelp>(c.call_for_help(), texts);
        case v1::Command::kAnswerHelp: return decoded<core::AnswerHelp>(c.answer_help(), texts);
        case v1::Command::kWhisper: return decoded<core::Whisper>(c.whisper(), texts);
        case v1::Command::kBookmarkMoment:
            return decoded<core::BookmarkMoment>(c.bookmark_moment(), texts);
        case v1::Command::kStartSwap: return decoded<core::StartSwap>(c.start_swap(), texts);
        case v1::Command::kAdvanceSwap: return decoded<core::AdvanceSwap>(c.advance_swap(), texts);
        case v1::Command::kCancelSwap: return decoded<core::CancelSwap>(c.cancel_swap(), texts);
        case v1::Command::kWriteHandoverNote:
            return decoded<core::WriteHandoverNote>(c.write_handover_note(), texts);
        case v1::Command::kSayReady: return decoded<core::SayReady>(c.say_ready(), texts);
        case v1::Command::kRegisterSpokenShare:
            return decoded<core::RegisterSpokenShare>(c.register_spoken_share(), texts);
        case v1::Command::kConfirmSpokenShare:
            return decoded<core::ConfirmSpokenShare>(c.confirm_spoken_share(), texts);
        case v1::Command::kNoteGutFeeling:
            return decoded<core::NoteGutFeeling>(c.note_gut_feeling(), texts);
        case v1::Command::kAskAuthority:
            return decoded<core::AskAuthority>(c.ask_authority(), texts);
        case v1::Command::kAnswerAuthority:
            return decoded<core::AnswerAuthority>(c.answer_authority(), texts);
        case v1::Command::kAskConsent: return decoded<core::AskConsent>(c.ask_consent(), texts);
        case v1::Command::kInformPerson:
            return decoded<core::InformPerson>(c.inform_person(), texts);
        case v1::Command::kAskPrivacyOfficer:
            return decoded<core::AskPrivacyOfficer>(c.ask_privacy_officer(), texts);
        case v1::Command::kProposeDecision:
            return decoded<core::ProposeDecision>(c.propose_decision(), texts);
        case v1::Command::kTakeDecision:
            return decoded<core::TakeDecision>(c.take_decision(), texts);
        case v1::Command::kRetractDecision:
            return decoded<core::RetractDecision>(c.retract_decision(), texts);
        case v1::Command::kHastenDecision:
            return decoded<core::HastenDecision>(c.hasten_decision(), texts);
        case v1::Command::kUseIntervention:
            return decoded<core::UseIntervention>(c.use_intervention(), texts);
        case v1::Command::kAddAction: return decoded<core::AddAction>(c.add_action(), texts);
        case v1::Command::kChangeAction:
            return decoded<core::ChangeAction>(c.change_action(), texts);
        case v1::Command::kWithdrawAction:
            return decoded<core::WithdrawAction>(c.withdraw_action(), texts);
        case v1::Command::kConfirmAction:
            return decoded<core::ConfirmAction>(c.confirm_action(), texts);
        case v1::Command::kMovePhase: return decoded<core::MovePhase>(c.move_phase(), texts);
        case v1::Command::kInviteToMeeting:
            return decoded<core::InviteToMeeting>(c.invite_to_meeting(), texts);
        case v1::Command::kNoteHeard: return decoded<core::NoteHeard>(c.note_heard(), texts);
        case v1::Command::kDenyHeard: return decoded<core::DenyHeard>(c.deny_heard(), texts);
        case v1::Command::kOpenProbe: return decoded<core::OpenProbe>(c.open_probe(), texts);
        case v1::Command::kCloseProbe: return decoded<core::CloseProbe>(c.close_probe(), texts);
        case v1::Command::kAnswerProbe: return decoded<core::AnswerProbe>(c.answer_probe(), texts);
        case v1::Command::kCorrectScore:
            return decoded<core::CorrectScore>(c.correct_score(), texts);
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
