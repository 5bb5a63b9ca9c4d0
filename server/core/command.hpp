#pragma once
// Everything somebody may ask for, one struct each, named in the imperative. A command says what is
// wanted, never whether it is allowed: `decide` answers that. Texts are already checked for encoding and
// length by the codec.
#include <string>
#include <variant>
#include <vector>

#include "server/core/ids.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

// Lobby and seats -------------------------------------------------------------------------------

struct JoinSession {  // makes a participant; the name is put away by the host
    Language language = Language::nl;
};
struct LeaveSession {};
struct TakeRole {
    RoleId role;
};
struct ReleaseRole {  // by its occupant, or by a trainer for somebody else
    RoleId role;
};

// The trainer's control of the session -----------------------------------------------------------

struct StartSession {};
struct PauseSession {};
struct ResumeSession {};
struct SetSpeed {
    int permille = 1000;  // 1000 is the pace the scenario gives
};
struct EndSession {};
struct FireInject {
    InjectId inject;
};
struct ImproviseInject {
    std::string title, text;
    std::vector<RoleId> to;  // empty: everybody
};
struct RetractInject {  // while pending
    InjectId inject;
};
struct HastenInject {  // makes a pending inject effective at once
    InjectId inject;
};
struct LookThroughRole {  // see-as; recorded, shown to trainers only
    RoleId role;
};

// Acts of a role ----------------------------------------------------------------------------------

struct ReadItem {
    ItemId item;
};
struct ShareItem {
    ItemId item;
    std::vector<RoleId> to;  // when empty, the meeting
    MeetingId meeting;       // the roles present in it
    Purpose purpose{};
    BasisId basis;
    Form form = Form::conclusion;
    std::string text;                       // own wording; empty: the scenario's text for this form
    EntityId request = EntityId::none;      // answers this request
};
struct AskForInformation {
    std::vector<RoleId> to;
    PersonId person;
    Category category{};
    ItemId item;  // one the asker has seen as a pointer; empty: none in particular
    std::string text;
};
struct RefuseRequest {
    EntityId request = EntityId::none;
    RefusalReason reason = RefusalReason::unmotivated;
    std::string text;
};
struct ReferRequest {
    EntityId request = EntityId::none;
    RoleId to;
    std::string text;
};
struct AnswerNotHere {
    EntityId request = EntityId::none;
};
struct MarkItem {
    ItemId item;
    Mark mark{};
};
struct SendMessage {
    std::vector<RoleId> to;  // when empty, the meeting
    MeetingId meeting;
    std::string text;
};
struct EnterMeeting {
    MeetingId meeting;
};
struct LeaveMeeting {
    MeetingId meeting;
};
struct PutUpForTriage {
    std::string reason;
};
struct AcceptTriage {};
struct RecordWeighing {  // the steps of a conflict of duties, before sharing an item on it
    ItemId item;
    std::string tried, harm, averts, minimum;
};

// The host's own ------------------------------------------------------------------------------------

struct NoteConnection {  // a participant's connection was lost or is back
    ParticipantId participant = ParticipantId::nobody;
    bool connected = false;
};
struct NoteRecovery {};  // the server came back and the session went on

using Command =
    std::variant<JoinSession, LeaveSession, TakeRole, ReleaseRole, StartSession, PauseSession,
                 ResumeSession, SetSpeed, EndSession, FireInject, ImproviseInject, RetractInject,
                 HastenInject, LookThroughRole, ReadItem, ShareItem, AskForInformation, RefuseRequest,
                 ReferRequest, AnswerNotHere, MarkItem, SendMessage, EnterMeeting, LeaveMeeting,
                 PutUpForTriage, AcceptTriage, RecordWeighing, NoteConnection, NoteRecovery>;

}  // namespace casustafel::core
