#pragma once
// Decisions: proposed, taken, taken back; and what they and other acts rest on.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/form.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

struct Decision;
struct DecisionOption;

namespace limits {
inline constexpr std::size_t proposals = 500;
}  // namespace limits

// One item that a decision, intervention or action rests on, and as what.
struct Cited {
    ItemId item;
    Mark as = Mark::fact;  // fact or assumption
    DESCRIBED(Cited, item, as);
};

struct ProposeDecision {
    DecisionId decision;
    OptionId option;  // empty: in words
    std::vector<Cited> cited;
    std::string text;
    std::vector<FilledIn> filled_in{};
    static constexpr Holds holds{limits::proposals};
    COMMAND(ProposeDecision, seated, while_running, decision, option, cited, text, filled_in);
};

struct TakeDecision {  // pending for ten seconds
    DecisionId decision;
    OptionId option;
    std::vector<Cited> cited;
    std::string text;  // what could go wrong and who would notice
    std::vector<FilledIn> filled_in{};
    COMMAND(TakeDecision, seated, while_running, decision, option, cited, text, filled_in);
};

struct AgreeToDecision {  // where all take it together
    DecisionId decision;
    RoleId with;
    std::vector<Cited> cited;
    std::string text;
    COMMAND(AgreeToDecision, seated, while_running, decision, with, cited, text);
};

struct ExtendDecision {
    DecisionId decision;
    std::string reason;
    COMMAND(ExtendDecision, seated, while_running, decision, reason);
};

struct RetractDecision {
    DecisionId decision;
    COMMAND(RetractDecision, seated, while_running, decision);
};

struct HastenDecision {
    DecisionId decision;
    COMMAND(HastenDecision, seated, while_running, decision);
};

struct DecisionProposed {
    EntityId proposal{};
    DecisionId decision;
    OptionId option;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    bool parked = false;  // the meeting still forms its picture
    std::vector<FilledIn> filled_in{};
    static constexpr LeavesDue leaves_due{};
    static constexpr std::array<std::string_view, 1> later{"filled_in"};
    EVENT(DecisionProposed, proposal, decision, option, by, cited, text, parked, filled_in);
};

struct DecisionPended {  // taken, and can be taken back until then
    DecisionId decision;
    OptionId option;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    std::int64_t effective_at_active_ms = 0;
    std::vector<FilledIn> filled_in{};
    static constexpr std::array<std::string_view, 1> later{"filled_in"};
    EVENT(DecisionPended, decision, option, by, cited, text, effective_at_active_ms, filled_in);
};

struct DecisionAgreed {  // by one of those who take it together
    DecisionId decision;
    OptionId option;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    std::vector<FilledIn> filled_in{};
    EVENT(DecisionAgreed, decision, option, by, cited, text, filled_in);
};

struct DecisionExtended {
    DecisionId decision;
    RoleId by;
    std::string reason;
    std::int64_t deadline_sim_ms = 0;
    EVENT(DecisionExtended, decision, by, reason, deadline_sim_ms);
};

struct DecisionRetracted {  // or an agreement to it
    DecisionId decision;
    RoleId by;
    EVENT(DecisionRetracted, decision, by);
};

struct DecisionTookEffect {
    DecisionId decision;
    OptionId option;
    EVENT(DecisionTookEffect, decision, option);
};

struct DecisionDeadlinePassed {  // without a decision
    DecisionId decision;
    EVENT(DecisionDeadlinePassed, decision);
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

struct StateOfDecisions {
    std::map<DecisionId, DecisionState> decisions;  // every decision of the scenario
    std::map<EntityId, Proposal> proposals;
    std::map<std::pair<DecisionId, RoleId>, DecisionAgreed> agreements;
    std::map<DecisionId, DecisionExtended> extended;
    static constexpr std::array<std::string_view, 2> later{"agreements", "extended"};
    DESCRIBED(StateOfDecisions, decisions, proposals, agreements, extended);
};
// Its deadline as it stands.
std::int64_t deadline_of(const State&, const Decision&);
// The roles of its table, its deciders and who prepare it see a decision; who sees it sees what is
// proposed for it.
bool sees(const State&, const RoleId&, const Decision&);
bool sees(const State&, const RoleId&, const Proposal&);
// The options on offer are for those who take or prepare it; each sees what was taken or proposed.
bool sees(const State&, const RoleId&, const Decision&, const DecisionOption&);
// Whether both were taken with options that do not go together.
bool contradict(const State&, const DecisionId& one, const DecisionId& other);
// Whether this option can be chosen now.
bool is_offered(const State&, const Decision&, const DecisionOption&);
// Whether whoever takes it has to cite something, whatever is chosen.
bool asks_for_grounds(const Decision&);
// Only deciders know that a decision waits to take effect.
bool takes_decision(const RoleId&, const Decision&);

using DecisionsCommands = Kinds<ProposeDecision, TakeDecision, AgreeToDecision, ExtendDecision,
                                RetractDecision, HastenDecision>;
using DecisionsEvents = Kinds<DecisionProposed, DecisionPended, DecisionAgreed, DecisionExtended,
                              DecisionRetracted, DecisionTookEffect, DecisionDeadlinePassed>;

}  // namespace casustafel::core
