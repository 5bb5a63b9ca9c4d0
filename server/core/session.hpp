#pragma once
// The lobby, the clock and the connections: who takes part, who sits down, when the case runs and
// when it stands still.
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "server/core/clock.hpp"
#include "server/core/dispatch.hpp"
#include "server/core/fields.hpp"
#include "server/core/ids.hpp"
#include "server/core/kinds.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t participants = 40;        // present at once
inline constexpr std::size_t participants_ever = 400;  // those who left counted too
inline constexpr int slowest_permille = 100;
inline constexpr int fastest_permille = 100'000;
inline constexpr long long absence_after_ms = 120'000;  // active time without connection
}  // namespace limits

// Makes a participant; asked by an actor that is nobody yet (kind participant).
struct JoinSession {
    Language language = Language::nl;
    static constexpr Gate gate{Who::newcomer, When::before_end};
    DESCRIBED(JoinSession, language);
};
Outcome decide_on(const Act&, const JoinSession&);

struct LeaveSession {
    static constexpr Gate gate{Who::participant, When::before_end};
    DESCRIBED(LeaveSession);
};
Outcome decide_on(const Act&, const LeaveSession&);

struct TakeRole {
    RoleId role;
    static constexpr Gate gate{Who::participant, When::before_end};
    DESCRIBED(TakeRole, role);
};
Outcome decide_on(const Act&, const TakeRole&);

struct ReleaseRole {  // by its occupant, or by a trainer for somebody else
    RoleId role;
    static constexpr Gate gate{Who::participant_or_trainer, When::before_end};
    DESCRIBED(ReleaseRole, role);
};
Outcome decide_on(const Act&, const ReleaseRole&);

struct StartSession {
    static constexpr Gate gate{Who::trainer, When::before_end};
    DESCRIBED(StartSession);
};
Outcome decide_on(const Act&, const StartSession&);

struct PauseSession {
    static constexpr Gate gate{Who::trainer, When::once_started};
    DESCRIBED(PauseSession);
};
Outcome decide_on(const Act&, const PauseSession&);

struct ResumeSession {
    static constexpr Gate gate{Who::trainer, When::once_started};
    DESCRIBED(ResumeSession);
};
Outcome decide_on(const Act&, const ResumeSession&);

struct SetSpeed {
    int permille = 1000;  // 1000 is the pace the scenario gives
    static constexpr Gate gate{Who::trainer, When::before_end};
    DESCRIBED(SetSpeed, permille);
};
Outcome decide_on(const Act&, const SetSpeed&);

struct EndSession {
    static constexpr Gate gate{Who::trainer, When::before_end};
    DESCRIBED(EndSession);
};
Outcome decide_on(const Act&, const EndSession&);

struct NoteConnection {  // a participant's connection was lost or is back
    ParticipantId participant = ParticipantId::nobody;
    bool connected = false;
    static constexpr Gate gate{Who::host, When::always};
    DESCRIBED(NoteConnection, participant, connected);
};
Outcome decide_on(const Act&, const NoteConnection&);

struct NoteRecovery {  // the server came back and the session went on
    static constexpr Gate gate{Who::host, When::before_end};
    DESCRIBED(NoteRecovery);
};
Outcome decide_on(const Act&, const NoteRecovery&);

struct ParticipantJoined {
    ParticipantId participant{};
    Language language{};
    DESCRIBED(ParticipantJoined, participant, language);
};
void apply_on(State&, const Record&, const ParticipantJoined&);

struct ParticipantLeft {
    ParticipantId participant{};
    DESCRIBED(ParticipantLeft, participant);
};
void apply_on(State&, const Record&, const ParticipantLeft&);

struct ConnectionLost {
    ParticipantId participant{};
    DESCRIBED(ConnectionLost, participant);
};
void apply_on(State&, const Record&, const ConnectionLost&);

struct ConnectionRestored {
    ParticipantId participant{};
    DESCRIBED(ConnectionRestored, participant);
};
void apply_on(State&, const Record&, const ConnectionRestored&);

struct AbsenceStarted {  // two minutes without connection
    ParticipantId participant{};
    DESCRIBED(AbsenceStarted, participant);
};
void apply_on(State&, const Record&, const AbsenceStarted&);

struct RoleTaken {
    ParticipantId participant{};
    RoleId role;
    DESCRIBED(RoleTaken, participant, role);
};
void apply_on(State&, const Record&, const RoleTaken&);

struct RoleReleased {
    ParticipantId participant{};
    RoleId role;
    DESCRIBED(RoleReleased, participant, role);
};
void apply_on(State&, const Record&, const RoleReleased&);

struct SessionStarted {
    DESCRIBED(SessionStarted);
};
void apply_on(State&, const Record&, const SessionStarted&);

struct SessionPaused {
    DESCRIBED(SessionPaused);
};
void apply_on(State&, const Record&, const SessionPaused&);

struct SessionResumed {
    DESCRIBED(SessionResumed);
};
void apply_on(State&, const Record&, const SessionResumed&);

struct SpeedSet {
    int permille = 1000;
    DESCRIBED(SpeedSet, permille);
};
void apply_on(State&, const Record&, const SpeedSet&);

struct SegmentEntered {
    int segment = 0;
    DESCRIBED(SegmentEntered, segment);
};
void apply_on(State&, const Record&, const SegmentEntered&);

struct SessionEnded {
    EndReason reason{};
    DESCRIBED(SessionEnded, reason);
};
void apply_on(State&, const Record&, const SessionEnded&);

struct SessionRecovered {
    DESCRIBED(SessionRecovered);
};
void apply_on(State&, const Record&, const SessionRecovered&);

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
    // It came later than the oldest logs: it is digested only while it holds something.
    static constexpr std::string_view later = "pause_called_by";
    DESCRIBED(StateOfControl, looked_through, recoveries, pause_called_by);
};

using SessionCommands =
    Kinds<JoinSession, LeaveSession, TakeRole, ReleaseRole, StartSession, PauseSession,
          ResumeSession, SetSpeed, EndSession, NoteConnection, NoteRecovery>;
using SessionEvents =
    Kinds<ParticipantJoined, ParticipantLeft, ConnectionLost, ConnectionRestored, AbsenceStarted,
          RoleTaken, RoleReleased, SessionStarted, SessionPaused, SessionResumed, SpeedSet,
          SegmentEntered, SessionEnded, SessionRecovered>;

}  // namespace casustafel::core
