#pragma once
// The lobby, the clock and the connections: who takes part, who sits down, when the case runs and
// when it stands still.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/clock.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t participants = 40;          // connected or seated at once
inline constexpr std::size_t participants_ever = 4'000;  // those who left counted too
inline constexpr int slowest_permille = 100;
inline constexpr int fastest_permille = 100'000;
inline constexpr long long absence_after_ms = 120'000;  // active time without connection
}  // namespace limits

// Makes a participant; asked by an actor that is nobody yet (kind participant).
struct JoinSession {
    Language language = Language::nl;
    COMMAND(JoinSession, newcomer, before_end, language);
};

struct LeaveSession {
    COMMAND(LeaveSession, participant, before_end);
};

struct SendAway {  // by a trainer: takes a participant out of the session
    ParticipantId participant = ParticipantId::nobody;
    COMMAND(SendAway, trainer, before_end, participant);
};

struct TakeRole {
    RoleId role;
    COMMAND(TakeRole, participant, before_end, role);
};

struct ReleaseRole {  // by its occupant, or by a trainer for somebody else
    RoleId role;
    COMMAND(ReleaseRole, participant_or_trainer, before_end, role);
};

struct StartSession {
    COMMAND(StartSession, trainer, before_end);
};

struct PauseSession {
    COMMAND(PauseSession, trainer, once_started);
};

struct ResumeSession {
    COMMAND(ResumeSession, trainer, once_started);
};

struct SetSpeed {
    int permille = 1000;  // 1000 is the pace the scenario gives
    COMMAND(SetSpeed, trainer, before_end, permille);
};

struct EndSession {
    COMMAND(EndSession, trainer, before_end);
};

// After the end: everybody may look back through the eyes of any role, and no longer only of those
// they played. It opens no score, and cannot be taken back.
struct DeclassifyCase {
    COMMAND(DeclassifyCase, trainer, always);
};

struct NoteConnection {  // a participant's connection was lost or is back
    ParticipantId participant = ParticipantId::nobody;
    bool connected = false;
    COMMAND(NoteConnection, host, always, participant, connected);
};

struct NoteRecovery {  // the server came back and the session went on
    COMMAND(NoteRecovery, host, before_end);
};

// This session went on from a moment of another: what stands before this is that one's log.
struct NoteFork {
    std::string origin;         // the id of that session
    std::int64_t position = 0;  // of its record after which this one goes its own way
    COMMAND(NoteFork, host, before_end, origin, position);
};

struct ParticipantJoined {
    ParticipantId participant{};
    Language language{};
    EVENT(ParticipantJoined, participant, language);
};

struct ParticipantLeft {
    ParticipantId participant{};
    EVENT(ParticipantLeft, participant);
};

struct ConnectionLost {
    ParticipantId participant{};
    EVENT(ConnectionLost, participant);
};

struct ConnectionRestored {
    ParticipantId participant{};
    EVENT(ConnectionRestored, participant);
};

struct AbsenceStarted {  // two minutes without connection
    ParticipantId participant{};
    EVENT(AbsenceStarted, participant);
};

struct RoleTaken {
    ParticipantId participant{};
    RoleId role;
    EVENT(RoleTaken, participant, role);
};

struct RoleReleased {
    ParticipantId participant{};
    RoleId role;
    EVENT(RoleReleased, participant, role);
};

struct SessionStarted {
    EVENT(SessionStarted);
};

struct SessionPaused {
    EVENT(SessionPaused);
};

struct SessionResumed {
    EVENT(SessionResumed);
};

struct SpeedSet {
    int permille = 1000;
    EVENT(SpeedSet, permille);
};

struct SegmentEntered {
    int segment = 0;
    EVENT(SegmentEntered, segment);
};

struct SessionEnded {
    EndReason reason{};
    EVENT(SessionEnded, reason);
};

struct CaseDeclassified {
    EVENT(CaseDeclassified);
};

struct SessionRecovered {
    EVENT(SessionRecovered);
};

struct SessionForked {
    std::string origin;
    std::int64_t position = 0;
    EVENT(SessionForked, origin, position);
};

struct Participant {
    Language language{};
    bool present = true;  // false: left for good
    bool connected = true;
    bool absent = false;  // two minutes without connection
    // When `connected` became false, or later when the participant sat down while it was.
    std::int64_t lost_at_active_ms = 0;
    DESCRIBED(Participant, language, present, connected, absent, lost_at_active_ms);
};

struct StateOfSession {
    SessionPhase phase = SessionPhase::lobby;
    std::optional<EndReason> end_reason;
    CaseClock clock;
    std::map<ParticipantId, Participant> participants;
    DESCRIBED(StateOfSession, phase, end_reason, clock, participants);
};

struct StateOfControl {
    std::set<RoleId> looked_through;  // by a trainer, at least once
    int recoveries = 0;
    ParticipantId pause_called_by = ParticipantId::nobody;  // of the pause that lasts
    bool declassified = false;  // everybody may look back through every role
    // They came later than the oldest logs: each is digested only while it holds something.
    static constexpr std::array<std::string_view, 2> later{"pause_called_by", "declassified"};
    DESCRIBED(StateOfControl, looked_through, recoveries, pause_called_by, declassified);
};

using SessionCommands = Kinds<JoinSession, LeaveSession, SendAway, TakeRole, ReleaseRole,
                              StartSession, PauseSession, ResumeSession, SetSpeed, EndSession,
                              DeclassifyCase, NoteConnection, NoteRecovery, NoteFork>;
using SessionEvents =
    Kinds<ParticipantJoined, ParticipantLeft, ConnectionLost, ConnectionRestored, AbsenceStarted,
          RoleTaken, RoleReleased, SessionStarted, SessionPaused, SessionResumed, SpeedSet,
          SegmentEntered, SessionEnded, CaseDeclassified, SessionRecovered, SessionForked>;

}  // namespace casustafel::core
