#pragma once
// Acts of a role.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/core/fields.hpp"
#include "server/core/ids.hpp"
#include "server/core/scenario.hpp"
#include "server/core/vocabulary.hpp"

namespace casustafel::core {

struct WriteHandoverNote {  // the last one counts
    std::string text;
    std::vector<ItemId> items;
    std::vector<EntityId> requests;
    DESCRIBED(WriteHandoverNote, text, items, requests);
};
struct ProbeAnswer {
    QuestionId question;
    OptionId option;
    DESCRIBED(ProbeAnswer, question, option);
};
struct AnswerProbe {  // the last one of a participant counts
    ProbeId probe;
    std::vector<ProbeAnswer> answers;
    DESCRIBED(AnswerProbe, probe, answers);
};
struct SayReady {
    DESCRIBED(SayReady);
};

struct ReadItem {
    ItemId item;
    DESCRIBED(ReadItem, item);
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
    DESCRIBED(ShareItem, item, to, meeting, purpose, basis, form, text, request, partial);
};
struct AskForInformation {
    std::vector<RoleId> to;
    PersonId person;
    Category category{};
    ItemId item;  // one the asker has seen as a pointer; empty: none in particular
    std::string text;
    DESCRIBED(AskForInformation, to, person, category, item, text);
};
struct RefuseRequest {
    EntityId request = EntityId::none;
    RefusalReason reason = RefusalReason::unmotivated;
    std::string text;
    Form offered_form = Form::silent;  // an alternative: this poorer form
    RoleId offered_role;               // an alternative: ask this role
    DESCRIBED(RefuseRequest, request, reason, text, offered_form, offered_role);
};
struct ReferRequest {
    EntityId request = EntityId::none;
    RoleId to;
    std::string text;
    DESCRIBED(ReferRequest, request, to, text);
};
struct AnswerNotHere {
    EntityId request = EntityId::none;
    DESCRIBED(AnswerNotHere, request);
};
struct MarkItem {
    ItemId item;
    Mark mark{};
    DESCRIBED(MarkItem, item, mark);
};
struct SendMessage {
    std::vector<RoleId> to;  // when empty, the meeting
    MeetingId meeting;
    std::string text;
    DESCRIBED(SendMessage, to, meeting, text);
};
struct EnterMeeting {
    MeetingId meeting;
    DESCRIBED(EnterMeeting, meeting);
};
struct LeaveMeeting {
    MeetingId meeting;
    DESCRIBED(LeaveMeeting, meeting);
};
struct PutUpForTriage {
    std::string reason;
    DESCRIBED(PutUpForTriage, reason);
};
struct AcceptTriage {
    DESCRIBED(AcceptTriage);
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
    DESCRIBED(RegisterSpokenShare, giver, item, to, meeting, purpose, basis, form, heard);
};
// By a receiver: this role told me something aloud. The giver says what it was.
struct NoteHeard {
    RoleId giver;
    PersonId person;
    Category category{};
    std::string text;
    DESCRIBED(NoteHeard, giver, person, category, text);
};
struct DenyHeard {  // by the giver: that I did not say
    EntityId heard = EntityId::none;
    DESCRIBED(DenyHeard, heard);
};
struct ConfirmSpokenShare {  // by a receiver
    EntityId spoken = EntityId::none;
    bool heard = true;
    DESCRIBED(ConfirmSpokenShare, spoken, heard);
};
struct NoteGutFeeling {  // not a fact: may lead to a question, may not be cited
    ItemId item;         // empty: about none in particular
    std::string text;
    DESCRIBED(NoteGutFeeling, item, text);
};
struct AskAuthority {
    ItemId item;
    RoleId to;  // for giving it to whom
    std::string reason;
    DESCRIBED(AskAuthority, item, to, reason);
};
struct AnswerAuthority {
    EntityId question = EntityId::none;
    bool agreed = false;
    std::string text;
    DESCRIBED(AnswerAuthority, question, agreed, text);
};
struct AskConsent {
    PersonId person;
    std::string scope;
    DESCRIBED(AskConsent, person, scope);
};
struct InformPerson {
    PersonId person;
    std::string text;
    DESCRIBED(InformPerson, person, text);
};
struct AskPrivacyOfficer {
    ItemId item;
    RoleId to;
    Purpose purpose{};
    DESCRIBED(AskPrivacyOfficer, item, to, purpose);
};
// One item that a decision, intervention or action rests on, and as what.
struct Cited {
    ItemId item;
    Mark as = Mark::fact;  // fact or assumption
    DESCRIBED(Cited, item, as);
};
struct ProposeDecision {
    DecisionId decision;
    OptionId option;
    std::vector<Cited> cited;
    std::string text;
    DESCRIBED(ProposeDecision, decision, option, cited, text);
};
struct TakeDecision {  // pending for ten seconds
    DecisionId decision;
    OptionId option;
    std::vector<Cited> cited;
    std::string text;  // what could go wrong and who would notice
    DESCRIBED(TakeDecision, decision, option, cited, text);
};
struct RetractDecision {
    DecisionId decision;
    DESCRIBED(RetractDecision, decision);
};
struct HastenDecision {
    DecisionId decision;
    DESCRIBED(HastenDecision, decision);
};
struct UseIntervention {
    InterventionId intervention;
    std::vector<Cited> cited;
    std::string text;
    DESCRIBED(UseIntervention, intervention, cited, text);
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
    DESCRIBED(ActionTerms, text, lead, power, power_holder, deadline_sim_ms, items, informed);
};
struct AddAction {
    ActionTerms terms;
    DESCRIBED(AddAction, terms);
};
struct ChangeAction {
    EntityId action = EntityId::none;
    ActionTerms terms;
    DESCRIBED(ChangeAction, action, terms);
};
struct WithdrawAction {
    EntityId action = EntityId::none;
    DESCRIBED(WithdrawAction, action);
};
struct ConfirmAction {  // by a role that was informed
    EntityId action = EntityId::none;
    DESCRIBED(ConfirmAction, action);
};
struct MovePhase {  // by the chair; ahead one by one, back freely
    MeetingId meeting;
    MeetingPhase phase{};
    DESCRIBED(MovePhase, meeting, phase);
};
struct InviteToMeeting {  // by the chair
    MeetingId meeting;
    RoleId role;
    std::string reason;
    DESCRIBED(InviteToMeeting, meeting, role, reason);
};
struct RecordWeighing {  // the steps of a conflict of duties, before sharing an item on it
    ItemId item;
    std::string tried, harm, averts, minimum;
    DESCRIBED(RecordWeighing, item, tried, harm, averts, minimum);
};

}  // namespace casustafel::core
