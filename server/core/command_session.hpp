#pragma once
// Commands around the case: lobby and seats, the trainer's control, and the host's own.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/core/ids.hpp"
#include "server/core/scenario.hpp"
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

// By a trainer: seats somebody in a free role or on an autopilot's place.
struct AssignRole {
    ParticipantId participant = ParticipantId::nobody;
    RoleId role;
    bool move = false;  // gives up the roles held so far
    bool operator==(const AssignRole&) const = default;
};
struct SeatAutopilot {  // by a trainer: an autopilot plays the role; who sat there is released
    RoleId role;
    bool operator==(const SeatAutopilot&) const = default;
};
struct StandIn {  // by a trainer: plays a free role or an autopilot's, until released
    RoleId role;
    bool operator==(const StandIn&) const = default;
};
struct CallPause {  // by any participant; the group does not learn by whom
    bool operator==(const CallPause&) const = default;
};
struct CallForHelp {
    std::string text;  // may be empty
    bool operator==(const CallForHelp&) const = default;
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

struct AnswerHelp {
    EntityId call = EntityId::none;
    bool operator==(const AnswerHelp&) const = default;
};
struct Whisper {
    RoleId to;
    std::string text;
    bool operator==(const Whisper&) const = default;
};
struct BookmarkMoment {
    std::string title;
    bool operator==(const BookmarkMoment&) const = default;
};
struct OpenProbe {  // before its time, or one without a time of its own
    ProbeId probe;
    bool operator==(const OpenProbe&) const = default;
};
struct CloseProbe {  // without waiting for who did not answer yet
    ProbeId probe;
    bool operator==(const CloseProbe&) const = default;
};
// What a correction is about: a thing made in play, or a decision of the case.
struct CorrectionTarget {
    CorrectionKind kind{};
    EntityId made = EntityId::none;  // share, request, action
    DecisionId decision;
    auto operator<=>(const CorrectionTarget&) const = default;
};
// The score is also counted without this, or with it again; the first number stays visible.
struct CorrectScore {
    CorrectionTarget target;
    bool leave_out = true;
    std::string reason;
    bool operator==(const CorrectScore&) const = default;
};
struct StartSwap {
    std::vector<SwapPair> pairs;  // empty: the scenario's
    bool operator==(const StartSwap&) const = default;
};
struct AdvanceSwap {  // from writing to reading, or from reading to playing on
    bool operator==(const AdvanceSwap&) const = default;
};
struct CancelSwap {  // only while writing
    bool operator==(const CancelSwap&) const = default;
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

}  // namespace casustafel::core
