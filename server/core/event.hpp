#pragma once
// What happened, one struct each, in the past tense. Outcomes are stored here (verdicts, audiences,
// ids, terms): nothing that an event says is ever judged again. When it happened and who did it
// stand in the record around it.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "server/core/ids.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

// The judgement on one recipient of a share (domain.md §3.6).
struct Verdict {
    std::vector<Label> labels;  // empty: green
    int severity = 0;           // of a red one, 0 to 3
    Form need_form =
        Form::silent;    // the least form that the recipient's need asks; silent: no need
    bool relay = false;  // the need is one of passing on
    int grant = -1;      // index into the item's grants of the way that judged it; -1: none
    int red_line = -1;   // index into the item's red lines; -1: none
    bool operator==(const Verdict&) const = default;
};

struct Recipient {
    RoleId role;
    Verdict verdict;
    bool operator==(const Recipient&) const = default;
};

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
struct ItemDealt {  // an item reached its original holders
    ItemId item;
    std::vector<RoleId> to;
    bool operator==(const ItemDealt&) const = default;
};
struct ItemRead {
    RoleId role;
    ItemId item;
    bool operator==(const ItemRead&) const = default;
};
struct ItemShared {
    EntityId share{};
    ItemId item;
    RoleId giver;
    std::vector<RoleId> to;             // everybody addressed, giver excluded
    std::vector<Recipient> recipients;  // those to whom it was new, each judged
    MeetingId meeting;
    Purpose purpose{};
    BasisId basis;
    Form form{};
    std::string text;
    EntityId request{};
    bool operator==(const ItemShared&) const = default;
};
struct RequestMade {
    EntityId request{};
    RoleId asker;
    std::vector<RoleId> to;
    PersonId person;
    Category category{};
    ItemId item;
    std::string text;
    std::vector<std::int64_t> term_ends_sim_ms;  // per addressee
    bool operator==(const RequestMade&) const = default;
};
// An answer by sharing is followed by nothing else; the share names the request.
struct RequestAnswered {
    EntityId request{};
    RoleId by;
    AnswerKind kind{};
    RefusalReason reason{};
    RoleId referred_to;
    EntityId share{};
    std::string text;
    bool operator==(const RequestAnswered&) const = default;
};
struct ItemMarked {
    RoleId role;
    ItemId item;
    Mark mark{};
    bool operator==(const ItemMarked&) const = default;
};
struct MessageSent {
    EntityId message{};
    RoleId sender;
    std::vector<RoleId> to;  // the resolved audience, sender excluded
    MeetingId meeting;
    std::string text;
    bool operator==(const MessageSent&) const = default;
};
struct MeetingEntered {
    RoleId role;
    MeetingId meeting;
    bool operator==(const MeetingEntered&) const = default;
};
struct MeetingLeft {
    RoleId role;
    MeetingId meeting;
    bool operator==(const MeetingLeft&) const = default;
};
struct TriagePutUp {
    RoleId by;
    std::string reason;
    bool operator==(const TriagePutUp&) const = default;
};
struct TriageAccepted {
    RoleId by;
    bool operator==(const TriageAccepted&) const = default;
};
struct WeighingRecorded {
    RoleId by;
    ItemId item;
    std::string tried, harm, averts, minimum;
    bool operator==(const WeighingRecorded&) const = default;
};
struct InjectPended {  // fired by a trainer; can be taken back until then
    InjectId inject;
    std::int64_t effective_at_active_ms = 0;
    std::string title, text;  // of an improvised one
    std::vector<RoleId> to;   // of an improvised one
    bool operator==(const InjectPended&) const = default;
};
struct InjectRetracted {
    InjectId inject;
    bool operator==(const InjectRetracted&) const = default;
};
struct InjectTookEffect {
    InjectId inject;
    bool operator==(const InjectTookEffect&) const = default;
};
struct RoleLookedThrough {
    RoleId role;
    bool operator==(const RoleLookedThrough&) const = default;
};

using Event = std::variant<ParticipantJoined, ParticipantLeft, ConnectionLost, ConnectionRestored,
                           AbsenceStarted, RoleTaken, RoleReleased, SessionStarted, SessionPaused,
                           SessionResumed, SpeedSet, SegmentEntered, SessionEnded, SessionRecovered,
                           ItemDealt, ItemRead, ItemShared, RequestMade, RequestAnswered,
                           ItemMarked, MessageSent, MeetingEntered, MeetingLeft, TriagePutUp,
                           TriageAccepted, WeighingRecorded, InjectPended, InjectRetracted,
                           InjectTookEffect, RoleLookedThrough>;

}  // namespace casustafel::core
