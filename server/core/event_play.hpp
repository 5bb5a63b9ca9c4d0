#pragma once
// What happened in the case: what people tell, ask, decide and plan, and what comes of it.
#include <cstdint>
#include <string>
#include <vector>

#include "server/core/command.hpp"
#include "server/core/fields.hpp"
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
    Index grant;         // into the item's grants: the way that judged it
    Index red_line;      // into the item's red lines
    DESCRIBED(Verdict, labels, severity, need_form, relay, grant, red_line);
};

struct Recipient {
    RoleId role;
    Verdict verdict;
    DESCRIBED(Recipient, role, verdict);
};
struct ItemDealt {  // an item reached its original holders
    ItemId item;
    std::vector<RoleId> to;
    DESCRIBED(ItemDealt, item, to);
};
struct ItemRead {
    RoleId role;
    ItemId item;
    DESCRIBED(ItemRead, role, item);
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
    DESCRIBED(ItemShared, share, item, giver, to, recipients, meeting, purpose, basis, form, text,
              request, partial, aloud);
};
// Which `asks` or `actions` of which inject; without an inject: none.
struct Scripted {
    InjectId inject;
    int index = 0;
    bool empty() const { return inject.empty(); }
    DESCRIBED(Scripted, inject, index);
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
    DESCRIBED(RequestMade, request, asker, to, person, category, item, text, term_ends_sim_ms,
              scripted);
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
    Form offered_form{};  // of a refusal: this poorer form can be had
    RoleId offered_role;  // of a refusal: this role may help
    DESCRIBED(RequestAnswered, request, by, kind, reason, referred_to, share, text, offered_form,
              offered_role);
};
struct ItemMarked {
    RoleId role;
    ItemId item;
    Mark mark{};
    DESCRIBED(ItemMarked, role, item, mark);
};
struct MessageSent {
    EntityId message{};
    RoleId sender;
    std::vector<RoleId> to;  // the resolved audience, sender excluded
    MeetingId meeting;
    std::string text;
    DESCRIBED(MessageSent, message, sender, to, meeting, text);
};
struct MeetingEntered {
    RoleId role;
    MeetingId meeting;
    DESCRIBED(MeetingEntered, role, meeting);
};
struct MeetingLeft {
    RoleId role;
    MeetingId meeting;
    DESCRIBED(MeetingLeft, role, meeting);
};
struct TriagePutUp {
    RoleId by;
    std::string reason;
    DESCRIBED(TriagePutUp, by, reason);
};
struct TriageAccepted {
    RoleId by;
    DESCRIBED(TriageAccepted, by);
};
struct WeighingRecorded {
    RoleId by;
    ItemId item;
    std::string tried, harm, averts, minimum;
    DESCRIBED(WeighingRecorded, by, item, tried, harm, averts, minimum);
};
struct InjectPended {  // fired by a trainer; can be taken back until then
    InjectId inject;
    std::int64_t effective_at_active_ms = 0;
    std::string title, text;  // of an improvised one
    std::vector<RoleId> to;   // of an improvised one
    DESCRIBED(InjectPended, inject, effective_at_active_ms, title, text, to);
};
struct InjectRetracted {
    InjectId inject;
    DESCRIBED(InjectRetracted, inject);
};
struct InjectTookEffect {
    InjectId inject;
    DESCRIBED(InjectTookEffect, inject);
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
    DESCRIBED(SpokenShareRegistered, spoken, item, giver, to, meeting, purpose, basis, form);
};
struct SpokenShareAnswered {  // when heard, an ItemShared to this role follows
    EntityId spoken{};
    RoleId by;
    bool heard = true;
    DESCRIBED(SpokenShareAnswered, spoken, by, heard);
};
struct GutFeelingNoted {  // goes with the participant, not with the role
    EntityId note{};
    RoleId role;
    ParticipantId participant{};
    ItemId item;
    std::string text;
    DESCRIBED(GutFeelingNoted, note, role, participant, item, text);
};
struct ItemEmerged {  // the role holds all parts, so it sees the whole
    ItemId item;
    RoleId role;
    DESCRIBED(ItemEmerged, item, role);
};
struct AuthorityAsked {
    EntityId question{};
    RoleId by;
    ItemId item;
    RoleId to;  // for giving it to whom
    std::string reason;
    DESCRIBED(AuthorityAsked, question, by, item, to, reason);
};
struct AuthorityAnswered {
    EntityId question{};
    RoleId by;
    bool agreed = false;
    std::string text;
    DESCRIBED(AuthorityAnswered, question, by, agreed, text);
};
struct ConsentAsked {
    RoleId by;
    PersonId person;
    std::string scope;
    std::int64_t answer_at_sim_ms = 0;
    DESCRIBED(ConsentAsked, by, person, scope, answer_at_sim_ms);
};
struct ConsentRecorded {
    PersonId person;
    std::string scope;
    bool given = false;
    DESCRIBED(ConsentRecorded, person, scope, given);
};
struct PersonInformed {
    RoleId by;
    PersonId person;
    std::string text;
    DESCRIBED(PersonInformed, by, person, text);
};
struct PrivacyAdviceGiven {
    RoleId by;  // who asked
    ItemId item;
    RoleId to;
    Purpose purpose{};
    int round = 0;
    DESCRIBED(PrivacyAdviceGiven, by, item, to, purpose, round);
};
struct FactsChanged {
    FactChange change;
    DESCRIBED(FactsChanged, change);
};
struct DecisionProposed {
    EntityId proposal{};
    DecisionId decision;
    OptionId option;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    bool parked = false;  // the meeting still forms its picture
    DESCRIBED(DecisionProposed, proposal, decision, option, by, cited, text, parked);
};
struct DecisionPended {  // taken, and can be taken back until then
    DecisionId decision;
    OptionId option;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    std::int64_t effective_at_active_ms = 0;
    DESCRIBED(DecisionPended, decision, option, by, cited, text, effective_at_active_ms);
};
struct DecisionRetracted {
    DecisionId decision;
    RoleId by;
    DESCRIBED(DecisionRetracted, decision, by);
};
struct DecisionTookEffect {
    DecisionId decision;
    OptionId option;
    DESCRIBED(DecisionTookEffect, decision, option);
};
struct DecisionDeadlinePassed {  // without a decision
    DecisionId decision;
    DESCRIBED(DecisionDeadlinePassed, decision);
};
struct InterventionUsed {
    InterventionId intervention;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    DESCRIBED(InterventionUsed, intervention, by, cited, text);
};
// What a consequence comes from: which thing, and which of its consequences.
struct Cause {
    CauseKind kind{};
    std::string id;   // of the decision, intervention or inject; empty: the clock's
    OptionId option;  // of a decision; empty: it was missed
    int index = 0;    // into the consequences of that
    static constexpr bool inlined = true;
    auto operator<=>(const Cause&) const = default;
    DESCRIBED(Cause, kind, id, option, index);
};
struct ConsequenceCame {  // what it changes follows as events of their own, when it held
    Cause cause;
    bool held = true;
    DESCRIBED(ConsequenceCame, cause, held);
};
struct TrackChanged {
    PersonId person;
    Track track{};
    int value = 0;  // after the change, 0 to 10
    DESCRIBED(TrackChanged, person, track, value);
};
struct InjectSkipped {  // its time came, but not its conditions
    InjectId inject;
    DESCRIBED(InjectSkipped, inject);
};
struct ActionAdded {
    EntityId action{};
    RoleId by;
    ActionTerms terms;
    Scripted scripted;  // whose words it has instead of `terms.text`
    DESCRIBED(ActionAdded, action, by, terms, scripted);
};
struct ActionChanged {  // confirmations lapse
    EntityId action{};
    RoleId by;
    ActionTerms terms;
    DESCRIBED(ActionChanged, action, by, terms);
};
struct ActionWithdrawn {
    EntityId action{};
    RoleId by;
    DESCRIBED(ActionWithdrawn, action, by);
};
struct ActionConfirmed {
    EntityId action{};
    RoleId by;
    DESCRIBED(ActionConfirmed, action, by);
};
struct PhaseMoved {
    MeetingId meeting;
    RoleId by;
    MeetingPhase phase{};
    DESCRIBED(PhaseMoved, meeting, by, phase);
};
struct RoleInvited {
    MeetingId meeting;
    RoleId by;
    RoleId role;
    std::string reason;
    DESCRIBED(RoleInvited, meeting, by, role, reason);
};
struct HeardNoted {
    EntityId heard{};
    RoleId by;
    RoleId giver;
    PersonId person;
    Category category{};
    std::string text;
    DESCRIBED(HeardNoted, heard, by, giver, person, category, text);
};
struct HeardAnswered {
    EntityId heard{};
    EntityId spoken{};  // what the giver registered; none: it was not said
    DESCRIBED(HeardAnswered, heard, spoken);
};
struct EndingReached {  // right after SessionEnded
    EndingId ending;
    DESCRIBED(EndingReached, ending);
};

}  // namespace casustafel::core
