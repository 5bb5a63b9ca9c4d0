#pragma once
// What happened around the case: who is there, who sits where, the clock, what the trainer does,
// the swap, and the probes.
#include <cstdint>
#include <string>
#include <vector>

#include "server/core/command.hpp"
#include "server/core/fields.hpp"
#include "server/core/ids.hpp"
#include "server/core/scenario.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

struct ParticipantJoined {
    ParticipantId participant{};
    Language language{};
    DESCRIBED(ParticipantJoined, participant, language);
};
struct ParticipantLeft {
    ParticipantId participant{};
    DESCRIBED(ParticipantLeft, participant);
};
struct ConnectionLost {
    ParticipantId participant{};
    DESCRIBED(ConnectionLost, participant);
};
struct ConnectionRestored {
    ParticipantId participant{};
    DESCRIBED(ConnectionRestored, participant);
};
struct AbsenceStarted {  // two minutes without connection
    ParticipantId participant{};
    DESCRIBED(AbsenceStarted, participant);
};
struct RoleTaken {
    ParticipantId participant{};
    RoleId role;
    DESCRIBED(RoleTaken, participant, role);
};
struct RoleReleased {
    ParticipantId participant{};
    RoleId role;
    DESCRIBED(RoleReleased, participant, role);
};
struct SessionStarted {
    DESCRIBED(SessionStarted);
};
struct SessionPaused {
    DESCRIBED(SessionPaused);
};
struct SessionResumed {
    DESCRIBED(SessionResumed);
};
struct SpeedSet {
    int permille = 1000;
    DESCRIBED(SpeedSet, permille);
};
struct SegmentEntered {
    int segment = 0;
    DESCRIBED(SegmentEntered, segment);
};
struct SessionEnded {
    EndReason reason{};
    DESCRIBED(SessionEnded, reason);
};
struct SessionRecovered {
    DESCRIBED(SessionRecovered);
};
struct RoleLookedThrough {
    RoleId role;
    DESCRIBED(RoleLookedThrough, role);
};

struct AutopilotSeated {
    RoleId role;
    DESCRIBED(AutopilotSeated, role);
};
struct AutopilotLeft {
    RoleId role;
    DESCRIBED(AutopilotLeft, role);
};
struct StandInStarted {  // a trainer plays this role
    RoleId role;
    DESCRIBED(StandInStarted, role);
};
struct StandInEnded {
    RoleId role;
    DESCRIBED(StandInEnded, role);
};
struct PauseCalled {  // followed by SessionPaused
    ParticipantId participant{};
    DESCRIBED(PauseCalled, participant);
};
struct HelpCalled {
    EntityId call{};
    ParticipantId participant{};
    std::string text;
    DESCRIBED(HelpCalled, call, participant, text);
};
struct HelpAnswered {
    EntityId call{};
    DESCRIBED(HelpAnswered, call);
};
struct Whispered {
    EntityId whisper{};
    RoleId to;
    std::string text;
    DESCRIBED(Whispered, whisper, to, text);
};
struct MomentBookmarked {
    EntityId moment{};
    std::string title;
    DESCRIBED(MomentBookmarked, moment, title);
};
// The swap: notes are written, the seats change at one instant, everybody reads, the clock goes on.
struct SwapStarted {
    std::vector<SwapPair> pairs;
    std::int64_t until_active_ms = 0;  // the writing ends by itself
    DESCRIBED(SwapStarted, pairs, until_active_ms);
};
struct HandoverNoteWritten {
    RoleId role;
    std::string text;
    std::vector<ItemId> items;
    std::vector<EntityId> requests;
    DESCRIBED(HandoverNoteWritten, role, text, items, requests);
};
struct RoleReady {
    RoleId role;
    DESCRIBED(RoleReady, role);
};
struct SeatChange {  // who sits in the role from now on
    RoleId role;
    ParticipantId occupant = ParticipantId::nobody;
    bool autopilot = false;
    bool stand_in = false;
    DESCRIBED(SeatChange, role, occupant, autopilot, stand_in);
};
struct RolesSwapped {
    std::vector<SeatChange> seats;
    std::int64_t until_active_ms = 0;    // the reading ends by itself
    std::int64_t term_extension_ms = 0;  // for every open request (README.md §swap)
    DESCRIBED(RolesSwapped, seats, until_active_ms, term_extension_ms);
};
struct SwapFinished {
    DESCRIBED(SwapFinished);
};
struct SwapCancelled {
    DESCRIBED(SwapCancelled);
};
// A freeze probe: opened, answered by each participant, closed, and judged.
struct ProbeOpened {
    ProbeId probe;
    std::int64_t until_active_ms = 0;  // it closes by itself
    DESCRIBED(ProbeOpened, probe, until_active_ms);
};
struct ProbeAnswered {
    ProbeId probe;
    ParticipantId participant{};
    RoleId role;
    std::vector<ProbeAnswer> answers;
    DESCRIBED(ProbeAnswered, probe, participant, role, answers);
};
struct ProbeClosed {
    ProbeId probe;
    DESCRIBED(ProbeClosed, probe);
};
struct ProbeJudged {  // at the closing, of a prediction at the end
    ProbeId probe;
    QuestionId question;
    std::vector<OptionId> right;
    DESCRIBED(ProbeJudged, probe, question, right);
};
struct ScoreCorrected {
    CorrectionTarget target;
    bool leave_out = true;
    std::string reason;
    DESCRIBED(ScoreCorrected, target, leave_out, reason);
};

}  // namespace casustafel::core
