#pragma once
// Commands around the case: lobby and seats, the trainer's control, and the host's own.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/core/fields.hpp"
#include "server/core/ids.hpp"
#include "server/core/scenario.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

// Lobby and seats.

// Makes a participant; asked by an actor that is nobody yet (kind participant).
struct JoinSession {
    Language language = Language::nl;
    DESCRIBED(JoinSession, language);
};
struct LeaveSession {
    DESCRIBED(LeaveSession);
};
struct TakeRole {
    RoleId role;
    DESCRIBED(TakeRole, role);
};
struct ReleaseRole {  // by its occupant, or by a trainer for somebody else
    RoleId role;
    DESCRIBED(ReleaseRole, role);
};

// By a trainer: seats somebody in a free role or on an autopilot's place.
struct AssignRole {
    ParticipantId participant = ParticipantId::nobody;
    RoleId role;
    bool move = false;  // gives up the roles held so far
    DESCRIBED(AssignRole, participant, role, move);
};
struct SeatAutopilot {  // by a trainer: an autopilot plays the role; who sat there is released
    RoleId role;
    DESCRIBED(SeatAutopilot, role);
};
struct StandIn {  // by a trainer: plays a free role or an autopilot's, until released
    RoleId role;
    DESCRIBED(StandIn, role);
};
struct CallPause {  // by any participant; the group does not learn by whom
    DESCRIBED(CallPause);
};
struct CallForHelp {
    std::string text;  // may be empty
    DESCRIBED(CallForHelp, text);
};

// The trainer's control of the session.

struct StartSession {
    DESCRIBED(StartSession);
};
struct PauseSession {
    DESCRIBED(PauseSession);
};
struct ResumeSession {
    DESCRIBED(ResumeSession);
};
struct SetSpeed {
    int permille = 1000;  // 1000 is the pace the scenario gives
    DESCRIBED(SetSpeed, permille);
};
struct EndSession {
    DESCRIBED(EndSession);
};
struct FireInject {
    InjectId inject;
    DESCRIBED(FireInject, inject);
};
struct ImproviseInject {
    std::string title, text;
    std::vector<RoleId> to;  // empty: everybody
    DESCRIBED(ImproviseInject, title, text, to);
};
struct RetractInject {  // while pending
    InjectId inject;
    DESCRIBED(RetractInject, inject);
};
struct HastenInject {  // makes a pending inject effective at once
    InjectId inject;
    DESCRIBED(HastenInject, inject);
};
struct LookThroughRole {  // see-as; recorded, shown to trainers only
    RoleId role;
    DESCRIBED(LookThroughRole, role);
};

struct AnswerHelp {
    EntityId call = EntityId::none;
    DESCRIBED(AnswerHelp, call);
};
struct Whisper {
    RoleId to;
    std::string text;
    DESCRIBED(Whisper, to, text);
};
struct BookmarkMoment {
    std::string title;
    DESCRIBED(BookmarkMoment, title);
};
struct OpenProbe {  // before its time, or one without a time of its own
    ProbeId probe;
    DESCRIBED(OpenProbe, probe);
};
struct CloseProbe {  // without waiting for who did not answer yet
    ProbeId probe;
    DESCRIBED(CloseProbe, probe);
};
// What a correction is about: a thing made in play, or a decision of the case.
struct CorrectionTarget {
    CorrectionKind kind{};
    EntityId made = EntityId::none;  // share, request, action
    DecisionId decision;
    auto operator<=>(const CorrectionTarget&) const = default;
    DESCRIBED(CorrectionTarget, kind, made, decision);
};
// The score is also counted without this, or with it again; the first number stays visible.
struct CorrectScore {
    CorrectionTarget target;
    bool leave_out = true;
    std::string reason;
    DESCRIBED(CorrectScore, target, leave_out, reason);
};
struct StartSwap {
    std::vector<SwapPair> pairs;  // empty: the scenario's
    DESCRIBED(StartSwap, pairs);
};
struct AdvanceSwap {  // from writing to reading, or from reading to playing on
    DESCRIBED(AdvanceSwap);
};
struct CancelSwap {  // only while writing
    DESCRIBED(CancelSwap);
};

// The host's own.

struct NoteConnection {  // a participant's connection was lost or is back
    ParticipantId participant = ParticipantId::nobody;
    bool connected = false;
    DESCRIBED(NoteConnection, participant, connected);
};
struct NoteRecovery {  // the server came back and the session went on
    DESCRIBED(NoteRecovery);
};

}  // namespace casustafel::core
