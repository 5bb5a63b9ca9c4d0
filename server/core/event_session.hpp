#pragma once
// What happened around the case: who is there, who sits where, the clock, what the trainer does,
// the swap, and the probes.
#include <cstdint>
#include <string>
#include <vector>

#include "server/core/command.hpp"
#include "server/core/ids.hpp"
#include "server/core/scenario.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

struct ParticipantJoined {
    ParticipantId participant{};
    Language language{};
    bool operator==(const ParticipantJoined&) const = default;
};
struct ParticipantLeft {
    ParticipantId participant{};
    bool operator==(const ParticipantLeft&) const = default;
};
struct ConnectionLost {
    ParticipantId participant{};
    bool operator==(const ConnectionLost&) const = default;
};
struct ConnectionRestored {
    ParticipantId participant{};
    bool operator==(const ConnectionRestored&) const = default;
};
struct AbsenceStarted {  // two minutes without connection
    ParticipantId participant{};
    bool operator==(const AbsenceStarted&) const = default;
};
struct RoleTaken {
    ParticipantId participant{};
    RoleId role;
    bool operator==(const RoleTaken&) const = default;
};
struct RoleReleased {
    ParticipantId participant{};
    RoleId role;
    bool operator==(const RoleReleased&) const = default;
};
struct SessionStarted {
    bool operator==(const SessionStarted&) const = default;
};
struct SessionPaused {
    bool operator==(const SessionPaused&) const = default;
};
struct SessionResumed {
    bool operator==(const SessionResumed&) const = default;
};
struct SpeedSet {
    int permille = 1000;
    bool operator==(const SpeedSet&) const = default;
};
struct SegmentEntered {
    int segment = 0;
    bool operator==(const SegmentEntered&) const = default;
};
struct SessionEnded {
    EndReason reason{};
    bool operator==(const SessionEnded&) const = default;
};
struct SessionRecovered {
    bool operator==(const SessionRecovered&) const = default;
};
struct RoleLookedThrough {
    RoleId role;
    bool operator==(const RoleLookedThrough&) const = default;
};

struct AutopilotSeated {
    RoleId role;
    bool operator==(const AutopilotSeated&) const = default;
};
struct AutopilotLeft {
    RoleId role;
    bool operator==(const AutopilotLeft&) const = default;
};
struct StandInStarted {  // a trainer plays this role
    RoleId role;
    bool operator==(const StandInStarted&) const = default;
};
struct StandInEnded {
    RoleId role;
    bool operator==(const StandInEnded&) const = default;
};
struct PauseCalled {  // followed by SessionPaused
    ParticipantId participant{};
    bool operator==(const PauseCalled&) const = default;
};
struct HelpCalled {
    EntityId call{};
    ParticipantId participant{};
    std::string text;
    bool operator==(const HelpCalled&) const = default;
};
struct HelpAnswered {
    EntityId call{};
    bool operator==(const HelpAnswered&) const = default;
};
struct Whispered {
    EntityId whisper{};
    RoleId to;
    std::string text;
    bool operator==(const Whispered&) const = default;
};
struct MomentBookmarked {
    EntityId moment{};
    std::string title;
    bool operator==(const MomentBookmarked&) const = default;
};
// The swap: notes are written, the seats change at one instant, everybody reads, the clock goes on.
struct SwapStarted {
    std::vector<SwapPair> pairs;
    std::int64_t until_active_ms = 0;  // the writing ends by itself
    bool operator==(const SwapStarted&) const = default;
};
struct HandoverNoteWritten {
    RoleId role;
    std::string text;
    std::vector<ItemId> items;
    std::vector<EntityId> requests;
    bool operator==(const HandoverNoteWritten&) const = default;
};
struct RoleReady {
    RoleId role;
    bool operator==(const RoleReady&) const = default;
};
struct SeatChange {  // who sits in the role from now on
    RoleId role;
    ParticipantId occupant = ParticipantId::nobody;
    bool autopilot = false;
    bool stand_in = false;
    bool operator==(const SeatChange&) const = default;
};
struct RolesSwapped {
    std::vector<SeatChange> seats;
    std::int64_t until_active_ms = 0;    // the reading ends by itself
    std::int64_t term_extension_ms = 0;  // for every open request (README.md §swap)
    bool operator==(const RolesSwapped&) const = default;
};
struct SwapFinished {
    bool operator==(const SwapFinished&) const = default;
};
struct SwapCancelled {
    bool operator==(const SwapCancelled&) const = default;
};
// A freeze probe: opened, answered by each participant, closed, and judged.
struct ProbeOpened {
    ProbeId probe;
    std::int64_t until_active_ms = 0;  // it closes by itself
    bool operator==(const ProbeOpened&) const = default;
};
struct ProbeAnswered {
    ProbeId probe;
    ParticipantId participant{};
    RoleId role;
    std::vector<ProbeAnswer> answers;
    bool operator==(const ProbeAnswered&) const = default;
};
struct ProbeClosed {
    ProbeId probe;
    bool operator==(const ProbeClosed&) const = default;
};
struct ProbeJudged {  // at the closing, of a prediction at the end
    ProbeId probe;
    QuestionId question;
    std::vector<OptionId> right;
    bool operator==(const ProbeJudged&) const = default;
};
struct ScoreCorrected {
    CorrectionTarget target;
    bool leave_out = true;
    std::string reason;
    bool operator==(const ScoreCorrected&) const = default;
};

}  // namespace casustafel::core
