#pragma once
// Everything that is true now, folded from the log. Only `apply` writes it. Ordered containers, so
// that every fold over it is the same on every machine. It holds a pointer to the scenario it
// plays, which must outlive it.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/core/clock.hpp"
#include "server/core/event.hpp"
#include "server/core/fields.hpp"
#include "server/core/record.hpp"
#include "server/core/scenario.hpp"

namespace casustafel::core {

struct Participant {
    Language language{};
    bool present = true;  // false: left for good
    bool connected = true;
    bool absent = false;  // two minutes without connection
    // When `connected` became false, or later when the participant sat down while it was.
    std::int64_t lost_at_active_ms = 0;
    DESCRIBED(Participant, language, present, connected, absent, lost_at_active_ms);
};

struct Seat {
    ParticipantId occupant = ParticipantId::nobody;
    bool autopilot = false;                   // then nobody occupies it
    bool stand_in = false;                    // a trainer plays it; then nobody occupies it
    std::set<ParticipantId> former;           // who sat here before
    std::int64_t autopilot_since_sim_ms = 0;  // while `autopilot`: it answers from then on
    DESCRIBED(Seat, occupant, autopilot, stand_in, former, autopilot_since_sim_ms);
};

// What a role knows of an item.
struct Holding {
    Form form = Form::silent;           // the richest form it has, lawful or not
    Form lawful_form = Form::silent;    // the richest form it has lawfully
    Form breached_form = Form::silent;  // the richest form that reached it by a red share
    bool original = false;
    bool emerged = false;  // it came into being here, from its parts
    std::int64_t since_sim_ms = 0;
    std::optional<std::int64_t> read_at_sim_ms;
    std::optional<Mark> mark;         // the last one
    EntityId share = EntityId::none;  // the share that brought the form it has; none: from the case
    DESCRIBED(Holding, form, lawful_form, breached_form, original, emerged, since_sim_ms,
              read_at_sim_ms, mark, share);
};

struct Share {
    ItemShared event;
    std::int64_t at_sim_ms = 0;
    ParticipantId by = ParticipantId::nobody;
    DESCRIBED(Share, event, at_sim_ms, by);
};

struct Answer {
    RoleId by;
    AnswerKind kind{};
    RefusalReason reason{};
    RoleId referred_to;
    EntityId share = EntityId::none;
    std::string text;
    std::int64_t at_sim_ms = 0;
    Form offered_form{};
    RoleId offered_role;
    DESCRIBED(Answer, by, kind, reason, referred_to, share, text, at_sim_ms, offered_form,
              offered_role);
};

struct Request {
    RequestMade event;
    std::int64_t at_sim_ms = 0;
    std::vector<Answer> answers;  // in order of arrival; a partial share leaves its addressee open
    DESCRIBED(Request, event, at_sim_ms, answers);
};

struct Message {
    MessageSent event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(Message, event, at_sim_ms);
};

struct InjectState {
    InjectStatus status = InjectStatus::waiting;
    std::int64_t effective_at_active_ms = 0;  // while pending
    std::int64_t at_sim_ms = 0;               // when it took effect
    bool improvised = false;
    std::string title, text;  // of an improvised one
    std::vector<RoleId> to;   // of an improvised one
    DESCRIBED(InjectState, status, effective_at_active_ms, at_sim_ms, improvised, title, text, to);
};

struct Weighing {
    std::string tried, harm, averts, minimum;
    DESCRIBED(Weighing, tried, harm, averts, minimum);
};

struct AuthorityQuestion {
    AuthorityAsked event;
    std::int64_t at_sim_ms = 0;
    std::optional<bool> agreed;
    RoleId answered_by;
    std::string text;
    DESCRIBED(AuthorityQuestion, event, at_sim_ms, agreed, answered_by, text);
};

// A person was asked for consent, and thinks it over.
struct ConsentQuestion {
    std::int64_t answer_at_sim_ms = 0;
    std::set<RoleId> by;  // who asked; all get the one answer
    DESCRIBED(ConsentQuestion, answer_at_sim_ms, by);
};

struct LegalState {
    TriageStatus triage = TriageStatus::none;
    std::map<std::pair<RoleId, ItemId>, Weighing> weighings;
    std::set<PersonId> acute;
    bool covenant = true;
    std::set<Measure> measures;
    std::map<std::pair<PersonId, std::string>, bool> consents;                   // person, scope
    std::map<std::pair<PersonId, std::string>, ConsentQuestion> consents_asked;  // not answered yet
    std::map<EntityId, AuthorityQuestion> authority;
    std::map<std::pair<RoleId, PersonId>, std::string> informed;  // by whom, whom: what was said
    std::vector<PrivacyAdviceGiven> privacy_advice;               // in order
    DESCRIBED(LegalState, triage, weighings, acute, covenant, measures, consents, consents_asked,
              authority, informed, privacy_advice);
};

// A decision of the scenario as it stands.
struct DecisionState {
    DecisionStatus status = DecisionStatus::open;
    DecisionPended taken;        // while pending or taken
    std::int64_t at_sim_ms = 0;  // when it was taken, or missed
    ParticipantId by = ParticipantId::nobody;
    DESCRIBED(DecisionState, status, taken, at_sim_ms, by);
};

struct Proposal {
    DecisionProposed event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(Proposal, event, at_sim_ms);
};

struct InterventionUse {
    InterventionUsed event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(InterventionUse, event, at_sim_ms);
};

// A consequence on its way.
struct PendingConsequence {
    std::int64_t at_sim_ms = 0;
    Cause cause;
    auto operator<=>(const PendingConsequence&) const = default;
    DESCRIBED(PendingConsequence, at_sim_ms, cause);
};

struct PlanAction {
    RoleId author;
    ActionTerms terms;
    std::set<RoleId> confirmed;
    std::int64_t added_at_sim_ms = 0;
    std::int64_t changed_at_sim_ms = 0;  // when its terms were last set: added or changed
    bool withdrawn = false;
    Scripted scripted;  // until somebody changes it
    DESCRIBED(PlanAction, author, terms, confirmed, added_at_sim_ms, changed_at_sim_ms, withdrawn,
              scripted);
};

struct SpokenShare {
    SpokenShareRegistered event;
    std::int64_t at_sim_ms = 0;
    std::map<RoleId, bool> answers;
    DESCRIBED(SpokenShare, event, at_sim_ms, answers);
};

struct GutFeeling {
    GutFeelingNoted event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(GutFeeling, event, at_sim_ms);
};

struct HelpCall {
    HelpCalled event;
    std::int64_t at_sim_ms = 0;
    bool answered = false;
    DESCRIBED(HelpCall, event, at_sim_ms, answered);
};

struct WhisperSent {
    Whispered event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(WhisperSent, event, at_sim_ms);
};

struct Moment {
    std::string title;
    Stamp at;
    DESCRIBED(Moment, title, at);
};

struct SwapState {
    SwapStage stage = SwapStage::none;
    std::vector<SwapPair> pairs;  // of the swap under way
    std::int64_t until_active_ms = 0;
    std::set<RoleId> ready;
    std::map<RoleId, HandoverNoteWritten> notes;  // the last of each role, kept after the swap
    std::set<RoleId> written;                     // who wrote one in the swap under way
    int count = 0;                                // swaps done
    DESCRIBED(SwapState, stage, pairs, until_active_ms, ready, notes, written, count);
};

struct ProbeState {
    ProbeStatus status = ProbeStatus::waiting;
    std::int64_t until_active_ms = 0;
    std::int64_t at_sim_ms = 0;  // when it opened
    std::map<ParticipantId, ProbeAnswered> answers;
    std::map<QuestionId, std::vector<OptionId>> right;  // what was judged so far
    DESCRIBED(ProbeState, status, until_active_ms, at_sim_ms, answers, right);
};

struct HeardAloud {
    HeardNoted event;
    std::int64_t at_sim_ms = 0;
    bool answered = false;
    DESCRIBED(HeardAloud, event, at_sim_ms, answered);
};

struct Correction {
    std::string reason;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(Correction, reason, at_sim_ms);
};

struct State {
    const Scenario* scenario = nullptr;
    SessionPhase phase = SessionPhase::lobby;
    std::optional<EndReason> end_reason;
    CaseClock clock;
    std::map<ParticipantId, Participant> participants;
    std::map<RoleId, Seat> seats;  // every role of the scenario
    std::map<std::pair<RoleId, ItemId>, Holding> holdings;
    std::map<ItemId, std::int64_t> available;  // since when an item is in play
    std::map<EntityId, Share> shares;
    std::map<EntityId, Request> requests;
    std::map<EntityId, Message> messages;
    std::map<MeetingId, std::set<RoleId>> present;  // every meeting of the scenario
    std::map<InjectId, InjectState> injects;        // every inject, and improvised ones
    LegalState legal;
    std::map<MeetingId, MeetingPhase> phases;       // every meeting of the scenario
    std::map<MeetingId, std::set<RoleId>> invited;  // besides the members
    std::map<DecisionId, DecisionState> decisions;  // every decision of the scenario
    std::map<EntityId, Proposal> proposals;
    std::map<InterventionId, InterventionUse> interventions;  // those used
    std::set<PendingConsequence> consequences;                // on their way
    std::map<std::pair<PersonId, Track>, int> tracks;         // every track of the scenario
    std::map<EntityId, PlanAction> plan;
    std::map<EntityId, SpokenShare> spoken;
    std::map<EntityId, GutFeeling> gut_feelings;
    std::map<EntityId, HelpCall> help_calls;
    std::map<EntityId, WhisperSent> whispers;
    std::map<EntityId, Moment> moments;
    SwapState swap;
    std::map<ProbeId, ProbeState> probes;  // those that were opened
    std::map<EntityId, HeardAloud> heard;
    std::map<CorrectionTarget, Correction> corrections;  // what is left out of the score
    EndingId ending;                                     // empty: none reached
    std::set<RoleId> looked_through;                     // by a trainer, at least once
    int recoveries = 0;
    ParticipantId pause_called_by = ParticipantId::nobody;  // of the pause that lasts
    // This member came later than the oldest logs: it is digested only while it holds something.
    static constexpr std::string_view later = "pause_called_by";
    // All of it but the scenario.
    template <class Visit>
    friend constexpr void fields(Visit&& visit, Of<State>) {
        visit("phase", &State::phase);
        visit("end_reason", &State::end_reason);
        visit("clock", &State::clock);
        visit("participants", &State::participants);
        visit("seats", &State::seats);
        visit("holdings", &State::holdings);
        visit("available", &State::available);
        visit("shares", &State::shares);
        visit("requests", &State::requests);
        visit("messages", &State::messages);
        visit("present", &State::present);
        visit("injects", &State::injects);
        visit("legal", &State::legal);
        visit("phases", &State::phases);
        visit("invited", &State::invited);
        visit("decisions", &State::decisions);
        visit("proposals", &State::proposals);
        visit("interventions", &State::interventions);
        visit("consequences", &State::consequences);
        visit("tracks", &State::tracks);
        visit("plan", &State::plan);
        visit("spoken", &State::spoken);
        visit("gut_feelings", &State::gut_feelings);
        visit("help_calls", &State::help_calls);
        visit("whispers", &State::whispers);
        visit("moments", &State::moments);
        visit("swap", &State::swap);
        visit("probes", &State::probes);
        visit("heard", &State::heard);
        visit("corrections", &State::corrections);
        visit("ending", &State::ending);
        visit("looked_through", &State::looked_through);
        visit("recoveries", &State::recoveries);
        visit("pause_called_by", &State::pause_called_by);
    }
};

// The holding of this role of this item, or nullptr when it has nothing of it.
const Holding* holding(const State&, const RoleId&, const ItemId&);

// The roles this participant occupies, in the order of their ids.
std::vector<RoleId> roles_of(const State&, ParticipantId);

// Whether this addressee still owes the asker an answer: it gave none, or only shares that say more
// is to come.
bool awaits_answer(const State&, const Request&, const RoleId& asked);

// How many questions the privacy officer still has time for in this round, for the whole group.
std::size_t privacy_questions_left(const State&);

// How far the probe is; waiting until it is opened.
ProbeStatus status_of(const State&, const ProbeId&);

// The probe that everybody is answering, or nullptr.
const ProbeId* open_probe(const State&);

// Whether somebody or something plays the role: a person, an autopilot or a trainer.
bool is_played(const Seat&);

}  // namespace casustafel::core
