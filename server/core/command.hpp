#pragma once
// Everything somebody may ask for, one struct each, named in the imperative. A command says what is
// wanted, never whether it is allowed: `decide` answers that. Texts are already checked for
// encoding and length by the codec.
#include <string>
#include <variant>
#include <vector>

#include "server/core/ids.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

// Lobby and seats.

// Makes a participant; asked by an actor that is nobody yet (kind participant).
struct JoinSession {
    Language language = Language::nl;
    bool operator==(const JoinSession&) const = default;
};
struct LeaveSession {
    bool operator==(const LeaveSession&) const = default;
};
struct TakeRole {
    RoleId role;
    bool operator==(const TakeRole&) const = default;
};
struct ReleaseRole {  // by its occupant, or by a trainer for somebody else
    RoleId role;
    bool operator==(const ReleaseRole&) const = default;
};

// The trainer's control of the session.

struct StartSession {
    bool operator==(const StartSession&) const = default;
};
struct PauseSession {
    bool operator==(const PauseSession&) const = default;
};
struct ResumeSession {
    bool operator==(const ResumeSession&) const = default;
};
struct SetSpeed {
    int permille = 1000;  // 1000 is the pace the scenario gives
    bool operator==(const SetSpeed&) const = default;
};
struct EndSession {
    bool operator==(const EndSession&) const = default;
};
struct FireInject {
    InjectId inject;
    bool operator==(const FireInject&) const = default;
};
struct ImproviseInject {
    std::string title, text;
    std::vector<RoleId> to;  // empty: everybody
    bool operator==(const ImproviseInject&) const = default;
};
struct RetractInject {  // while pending
    InjectId inject;
    bool operator==(const RetractInject&) const = default;
};
struct HastenInject {  // makes a pending inject effective at once
    InjectId inject;
    bool operator==(const HastenInject&) const = default;
};
struct LookThroughRole {  // see-as; recorded, shown to trainers only
    RoleId role;
    bool operator==(const LookThroughRole&) const = default;
};

// Acts of a role.

struct ReadItem {
    ItemId item;
    bool operator==(const ReadItem&) const = default;
};
struct ShareItem {
    ItemId item;
    std::vector<RoleId> to;  // when empty, the meeting
    MeetingId meeting;       // the roles present in it
    Purpose purpose{};
    BasisId basis;
    Form form = Form::conclusion;
    std::string text;                   // own wording; empty: the scenario's text for this form
    EntityId request = EntityId::none;  // answers this request
    bool operator==(const ShareItem&) const = default;
};
struct AskForInformation {
    std::vector<RoleId> to;
    PersonId person;
    Category category{};
    ItemId item;  // one the asker has seen as a pointer; empty: none in particular
    std::string text;
    bool operator==(const AskForInformation&) const = default;
};
struct RefuseRequest {
    EntityId request = EntityId::none;
    RefusalReason reason = RefusalReason::unmotivated;
    std::string text;
    bool operator==(const RefuseRequest&) const = default;
};
struct ReferRequest {
    EntityId request = EntityId::none;
    RoleId to;
    std::string text;
    bool operator==(const ReferRequest&) const = default;
};
struct AnswerNotHere {
    EntityId request = EntityId::none;
    bool operator==(const AnswerNotHere&) const = default;
};
struct MarkItem {
    ItemId item;
    Mark mark{};
    bool operator==(const MarkItem&) const = default;
};
struct SendMessage {
    std::vector<RoleId> to;  // when empty, the meeting
    MeetingId meeting;
    std::string text;
    bool operator==(const SendMessage&) const = default;
};
struct EnterMeeting {
    MeetingId meeting;
    bool operator==(const EnterMeeting&) const = default;
};
struct LeaveMeeting {
    MeetingId meeting;
    bool operator==(const LeaveMeeting&) const = default;
};
struct PutUpForTriage {
    std::string reason;
    bool operator==(const PutUpForTriage&) const = default;
};
struct AcceptTriage {
    bool operator==(const AcceptTriage&) const = default;
};
struct RecordWeighing {  // the steps of a conflict of duties, before sharing an item on it
    ItemId item;
    std::string tried, harm, averts, minimum;
    bool operator==(const RecordWeighing&) const = default;
};

// The host's own.

struct NoteConnection {  // a participant's connection was lost or is back
    ParticipantId participant = ParticipantId::nobody;
    bool connected = false;
    bool operator==(const NoteConnection&) const = default;
};
struct NoteRecovery {  // the server came back and the session went on
    bool operator==(const NoteRecovery&) const = default;
};

using Command =
    std::variant<JoinSession, LeaveSession, TakeRole, ReleaseRole, StartSession, PauseSession,
                 ResumeSession, SetSpeed, EndSession, FireInject, ImproviseInject, RetractInject,
                 HastenInject, LookThroughRole, ReadItem, ShareItem, AskForInformation,
                 RefuseRequest, ReferRequest, AnswerNotHere, MarkItem, SendMessage, EnterMeeting,
                 LeaveMeeting, PutUpForTriage, AcceptTriage, RecordWeighing, NoteConnection,
                 NoteRecovery>;

}  // namespace casustafel::core
