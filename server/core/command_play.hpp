#pragma once
// Acts of a role.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/core/ids.hpp"
#include "server/core/scenario.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

struct WriteHandoverNote {  // the last one counts
    std::string text;
    std::vector<ItemId> items;
    std::vector<EntityId> requests;
    bool operator==(const WriteHandoverNote&) const = default;
};
struct ProbeAnswer {
    QuestionId question;
    OptionId option;
    bool operator==(const ProbeAnswer&) const = default;
};
struct AnswerProbe {  // the last one of a participant counts
    ProbeId probe;
    std::vector<ProbeAnswer> answers;
    bool operator==(const AnswerProbe&) const = default;
};
struct SayReady {
    bool operator==(const SayReady&) const = default;
};

struct ReadItem {
    ItemId item;
    bool operator==(const ReadItem&) const = default;
};
struct ShareItem {
    ItemId item;
    std::vector<RoleId> to;  // when empty, the meeting
    MeetingId meeting;       // the roles present in it
    Purpose purpose{};
    BasisId basis;
    Form form = Form::conclusion;
    std::string text;                   // own wording; empty: the scenario's text for this form
    EntityId request = EntityId::none;  // answers this request
    bool partial = false;               // and more is to come: the request stays open
    bool operator==(const ShareItem&) const = default;
};
struct AskForInformation {
    std::vector<RoleId> to;
    PersonId person;
    Category category{};
    ItemId item;  // one the asker has seen as a pointer; empty: none in particular
    std::string text;
    bool operator==(const AskForInformation&) const = default;
};
struct RefuseRequest {
    EntityId request = EntityId::none;
    RefusalReason reason = RefusalReason::unmotivated;
    std::string text;
    Form offered = Form::silent;  // an alternative: this poorer form
    RoleId offered_role;          // an alternative: ask this role
    bool operator==(const RefuseRequest&) const = default;
};
struct ReferRequest {
    EntityId request = EntityId::none;
    RoleId to;
    std::string text;
    bool operator==(const ReferRequest&) const = default;
};
struct AnswerNotHere {
    EntityId request = EntityId::none;
    bool operator==(const AnswerNotHere&) const = default;
};
struct MarkItem {
    ItemId item;
    Mark mark{};
    bool operator==(const MarkItem&) const = default;
};
struct SendMessage {
    std::vector<RoleId> to;  // when empty, the meeting
    MeetingId meeting;
    std::string text;
    bool operator==(const SendMessage&) const = default;
};
struct EnterMeeting {
    MeetingId meeting;
    bool operator==(const EnterMeeting&) const = default;
};
struct LeaveMeeting {
    MeetingId meeting;
    bool operator==(const LeaveMeeting&) const = default;
};
struct PutUpForTriage {
    std::string reason;
    bool operator==(const PutUpForTriage&) const = default;
};
struct AcceptTriage {
    bool operator==(const AcceptTriage&) const = default;
};
// What was said aloud: written down by the giver, or by a trainer for `giver`; it counts once a
// receiver confirms it.
struct RegisterSpokenShare {
    RoleId giver;  // empty: the role that asks
    ItemId item;
    std::vector<RoleId> to;
    MeetingId meeting;
    Purpose purpose{};
    BasisId basis;
    Form form = Form::conclusion;
    EntityId heard = EntityId::none;  // what a receiver noted: then that one has confirmed
    bool operator==(const RegisterSpokenShare&) const = default;
};
// By a receiver: this role told me something aloud. The giver says what it was.
struct NoteHeard {
    RoleId giver;
    PersonId person;
    Category category{};
    std::string text;
    bool operator==(const NoteHeard&) const = default;
};
struct DenyHeard {  // by the giver: that I did not say
    EntityId heard = EntityId::none;
    bool operator==(const DenyHeard&) const = default;
};
struct ConfirmSpokenShare {  // by a receiver
    EntityId spoken = EntityId::none;
    bool heard = true;
    bool operator==(const ConfirmSpokenShare&) const = default;
};
struct NoteGutFeeling {  // not a fact: may lead to a question, may not be cited
    ItemId item;         // empty: about none in particular
    std::string text;
    bool operator==(const NoteGutFeeling&) const = default;
};
struct AskAuthority {
    ItemId item;
    RoleId to;  // for giving it to whom
    std::string reason;
    bool operator==(const AskAuthority&) const = default;
};
struct AnswerAuthority {
    EntityId question = EntityId::none;
    bool agreed = false;
    std::string text;
    bool operator==(const AnswerAuthority&) const = default;
};
struct AskConsent {
    PersonId person;
    std::string scope;
    bool operator==(const AskConsent&) const = default;
};
struct InformPerson {
    PersonId person;
    std::string text;
    bool operator==(const InformPerson&) const = default;
};
struct AskPrivacyOfficer {
    ItemId item;
    RoleId to;
    Purpose purpose{};
    bool operator==(const AskPrivacyOfficer&) const = default;
};
// One item that a decision, intervention or action rests on, and as what.
struct Cited {
    ItemId item;
    Mark as = Mark::fact;  // fact or assumption
    bool operator==(const Cited&) const = default;
};
struct ProposeDecision {
    DecisionId decision;
    OptionId option;
    std::vector<Cited> cited;
    std::string text;
    bool operator==(const ProposeDecision&) const = default;
};
struct TakeDecision {  // pending for ten seconds
    DecisionId decision;
    OptionId option;
    std::vector<Cited> cited;
    std::string text;  // what could go wrong and who would notice
    bool operator==(const TakeDecision&) const = default;
};
struct RetractDecision {
    DecisionId decision;
    bool operator==(const RetractDecision&) const = default;
};
struct HastenDecision {
    DecisionId decision;
    bool operator==(const HastenDecision&) const = default;
};
struct UseIntervention {
    InterventionId intervention;
    std::vector<Cited> cited;
    std::string text;
    bool operator==(const UseIntervention&) const = default;
};
// What stands in an action of the plan.
struct ActionTerms {
    std::string text;
    RoleId lead;
    PowerId power;        // empty: none needed or named
    RoleId power_holder;  // empty: the lead
    std::optional<std::int64_t> deadline_sim_ms;
    std::vector<ItemId> items;
    std::vector<RoleId> informed;
    bool operator==(const ActionTerms&) const = default;
};
struct AddAction {
    ActionTerms terms;
    bool operator==(const AddAction&) const = default;
};
struct ChangeAction {
    EntityId action = EntityId::none;
    ActionTerms terms;
    bool operator==(const ChangeAction&) const = default;
};
struct WithdrawAction {
    EntityId action = EntityId::none;
    bool operator==(const WithdrawAction&) const = default;
};
struct ConfirmAction {  // by a role that was informed
    EntityId action = EntityId::none;
    bool operator==(const ConfirmAction&) const = default;
};
struct MovePhase {  // by the chair; ahead one by one, back freely
    MeetingId meeting;
    MeetingPhase phase{};
    bool operator==(const MovePhase&) const = default;
};
struct InviteToMeeting {  // by the chair
    MeetingId meeting;
    RoleId role;
    std::string reason;
    bool operator==(const InviteToMeeting&) const = default;
};
struct RecordWeighing {  // the steps of a conflict of duties, before sharing an item on it
    ItemId item;
    std::string tried, harm, averts, minimum;
    bool operator==(const RecordWeighing&) const = default;
};

}  // namespace casustafel::core
