#pragma once
// What happened, one struct each, in the past tense. Outcomes are stored here (verdicts, audiences,
// ids, terms): nothing that an event says is ever judged again. When it happened and who did it
// stand in the record around it.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "server/core/command.hpp"
#include "server/core/ids.hpp"
#include "server/core/scenario.hpp"
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
    bool partial = false;  // the request stays open
    bool aloud = false;    // said in the room, confirmed by the receiver
    bool operator==(const ItemShared&) const = default;
};
// Which `asks` or `actions` of which inject; without an inject: none.
struct Scripted {
    InjectId inject;
    int index = 0;
    bool operator==(const Scripted&) const = default;
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
    Scripted scripted;                           // whose words it has instead of `text`
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
    Form offered{};       // of a refusal: this poorer form can be had
    RoleId offered_role;  // of a refusal: this role may help
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
    std::int64_t term_extension_ms = 0;  // added to the term of every open request (domain.md §4.6)
    bool operator==(const RolesSwapped&) const = default;
};
struct SwapFinished {
    bool operator==(const SwapFinished&) const = default;
};
struct SwapCancelled {
    bool operator==(const SwapCancelled&) const = default;
};
struct SpokenShareRegistered {
    EntityId spoken{};
    ItemId item;
    RoleId giver;
    std::vector<RoleId> to;  // the resolved audience, giver excluded
    MeetingId meeting;
    Purpose purpose{};
    BasisId basis;
    Form form{};
    bool operator==(const SpokenShareRegistered&) const = default;
};
struct SpokenShareAnswered {  // when heard, an ItemShared to this role follows
    EntityId spoken{};
    RoleId by;
    bool heard = true;
    bool operator==(const SpokenShareAnswered&) const = default;
};
struct GutFeelingNoted {  // goes with the participant, not with the role
    EntityId note{};
    RoleId role;
    ParticipantId participant{};
    ItemId item;
    std::string text;
    bool operator==(const GutFeelingNoted&) const = default;
};
struct ItemEmerged {  // the role holds all parts, so it sees the whole
    ItemId item;
    RoleId role;
    bool operator==(const ItemEmerged&) const = default;
};
struct AuthorityAsked {
    EntityId question{};
    RoleId by;
    ItemId item;
    RoleId to;  // for giving it to whom
    std::string reason;
    bool operator==(const AuthorityAsked&) const = default;
};
struct AuthorityAnswered {
    EntityId question{};
    RoleId by;
    bool agreed = false;
    std::string text;
    bool operator==(const AuthorityAnswered&) const = default;
};
struct ConsentAsked {
    RoleId by;
    PersonId person;
    std::string scope;
    std::int64_t answer_at_sim_ms = 0;
    bool operator==(const ConsentAsked&) const = default;
};
struct ConsentRecorded {
    PersonId person;
    std::string scope;
    bool given = false;
    bool operator==(const ConsentRecorded&) const = default;
};
struct PersonInformed {
    RoleId by;
    PersonId person;
    std::string text;
    bool operator==(const PersonInformed&) const = default;
};
struct PrivacyAdviceGiven {
    RoleId by;  // who asked
    ItemId item;
    RoleId to;
    Purpose purpose{};
    int round = 0;
    bool operator==(const PrivacyAdviceGiven&) const = default;
};
struct FactsChanged {
    FactChange change;
    bool operator==(const FactsChanged&) const = default;
};
struct DecisionProposed {
    EntityId proposal{};
    DecisionId decision;
    OptionId option;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    bool parked = false;  // the meeting still forms its picture
    bool operator==(const DecisionProposed&) const = default;
};
struct DecisionPended {  // taken, and can be taken back until then
    DecisionId decision;
    OptionId option;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    std::int64_t effective_at_active_ms = 0;
    bool operator==(const DecisionPended&) const = default;
};
struct DecisionRetracted {
    DecisionId decision;
    RoleId by;
    bool operator==(const DecisionRetracted&) const = default;
};
struct DecisionTookEffect {
    DecisionId decision;
    OptionId option;
    bool operator==(const DecisionTookEffect&) const = default;
};
struct DecisionDeadlinePassed {  // without a decision
    DecisionId decision;
    bool operator==(const DecisionDeadlinePassed&) const = default;
};
struct InterventionUsed {
    InterventionId intervention;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    bool operator==(const InterventionUsed&) const = default;
};
// What a consequence comes from: which thing, and which of its consequences.
struct Cause {
    CauseKind kind{};
    std::string id;   // of the decision, intervention or inject; empty: the clock's
    OptionId option;  // of a decision; empty: it was missed
    int index = 0;    // into the consequences of that
    auto operator<=>(const Cause&) const = default;
};
struct ConsequenceCame {  // what it changes follows as events of their own, when it held
    Cause cause;
    bool held = true;
    bool operator==(const ConsequenceCame&) const = default;
};
struct TrackChanged {
    PersonId person;
    Track track{};
    int value = 0;  // after the change, 0 to 10
    bool operator==(const TrackChanged&) const = default;
};
struct InjectSkipped {  // its time came, but not its conditions
    InjectId inject;
    bool operator==(const InjectSkipped&) const = default;
};
struct ActionAdded {
    EntityId action{};
    RoleId by;
    ActionTerms terms;
    Scripted scripted;  // whose words it has instead of `terms.text`
    bool operator==(const ActionAdded&) const = default;
};
struct ActionChanged {  // confirmations lapse
    EntityId action{};
    RoleId by;
    ActionTerms terms;
    bool operator==(const ActionChanged&) const = default;
};
struct ActionWithdrawn {
    EntityId action{};
    RoleId by;
    bool operator==(const ActionWithdrawn&) const = default;
};
struct ActionConfirmed {
    EntityId action{};
    RoleId by;
    bool operator==(const ActionConfirmed&) const = default;
};
struct PhaseMoved {
    MeetingId meeting;
    RoleId by;
    MeetingPhase phase{};
    bool operator==(const PhaseMoved&) const = default;
};
struct RoleInvited {
    MeetingId meeting;
    RoleId by;
    RoleId role;
    std::string reason;
    bool operator==(const RoleInvited&) const = default;
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
struct HeardNoted {
    EntityId heard{};
    RoleId by;
    RoleId giver;
    PersonId person;
    Category category{};
    std::string text;
    bool operator==(const HeardNoted&) const = default;
};
struct HeardAnswered {
    EntityId heard{};
    EntityId spoken{};  // what the giver registered; none: it was not said
    bool operator==(const HeardAnswered&) const = default;
};
struct EndingReached {  // right after SessionEnded
    EndingId ending;
    bool operator==(const EndingReached&) const = default;
};

using Event = std::variant<
    ParticipantJoined, ParticipantLeft, ConnectionLost, ConnectionRestored, AbsenceStarted,
    RoleTaken, RoleReleased, SessionStarted, SessionPaused, SessionResumed, SpeedSet,
    SegmentEntered, SessionEnded, SessionRecovered, ItemDealt, ItemRead, ItemShared, RequestMade,
    RequestAnswered, ItemMarked, MessageSent, MeetingEntered, MeetingLeft, TriagePutUp,
    TriageAccepted, WeighingRecorded, InjectPended, InjectRetracted, InjectTookEffect,
    RoleLookedThrough, AutopilotSeated, AutopilotLeft, StandInStarted, StandInEnded, PauseCalled,
    HelpCalled, HelpAnswered, Whispered, MomentBookmarked, SwapStarted, HandoverNoteWritten,
    RoleReady, RolesSwapped, SwapFinished, SwapCancelled, SpokenShareRegistered,
    SpokenShareAnswered, GutFeelingNoted, ItemEmerged, AuthorityAsked, AuthorityAnswered,
    ConsentAsked, ConsentRecorded, PersonInformed, PrivacyAdviceGiven, FactsChanged,
    DecisionProposed, DecisionPended, DecisionRetracted, DecisionTookEffect, DecisionDeadlinePassed,
    InterventionUsed, ConsequenceCame, TrackChanged, InjectSkipped, ActionAdded, ActionChanged,
    ActionWithdrawn, ActionConfirmed, PhaseMoved, RoleInvited, ProbeOpened, ProbeAnswered,
    ProbeClosed, ProbeJudged, ScoreCorrected, HeardNoted, HeardAnswered, EndingReached>;

// The consequence that this cause names, or nullptr.
const Consequence* consequence_of(const Scenario&, const Cause&);

}  // namespace casustafel::core
