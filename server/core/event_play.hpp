#pragma once
// What happened in the case: what people tell, ask, decide and plan, and what comes of it.
#include <cstdint>
#include <string>
#include <vector>

#include "server/core/command.hpp"
#include "server/core/ids.hpp"
#include "server/core/scenario.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

// The judgement on one recipient of a share (README.md §verdict).
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

}  // namespace casustafel::core
