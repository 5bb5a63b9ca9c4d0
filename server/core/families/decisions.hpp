#pragma once
// Decisions: proposed, taken, taken back; and what they and other acts rest on.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
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
    static constexpr Holds holds{limits::proposals};
    COMMAND(ProposeDecision, seated, while_running, decision, option, cited, text);
};

struct TakeDecision {  // pending for ten seconds
    DecisionId decision;
    OptionId option;
    std::vector<Cited> cited;
    std::string text;  // what could go wrong and who would notice
    COMMAND(TakeDecision, seated, while_running, decision, option, cited, text);
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
    static constexpr LeavesDue leaves_due{};
    EVENT(DecisionProposed, proposal, decision, option, by, cited, text, parked);
};

struct DecisionPended {  // taken, and can be taken back until then
    DecisionId decision;
    OptionId option;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    std::int64_t effective_at_active_ms = 0;
    EVENT(DecisionPended, decision, option, by, cited, text, effective_at_active_ms);
};

struct DecisionRetracted {
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
    DESCRIBED(StateOfDecisions, decisions, proposals);
};
// The roles of its table and its deciders see a decision; who sees it sees what is proposed for it.
bool sees(const State&, const RoleId&, const Decision&);
bool sees(const State&, const RoleId&, const Proposal&);
// Its options are for those who take it; of the others each sees what was taken or proposed.
bool sees(const State&, const RoleId&, const Decision&, const DecisionOption&);
// Whether whoever takes it has to cite something, whatever is chosen.
bool asks_for_grounds(const Decision&);
// Only deciders know that a decision waits to take effect.
bool takes_decision(const RoleId&, const Decision&);

using DecisionsCommands = Kinds<ProposeDecision, TakeDecision, RetractDecision, HastenDecision>;
using DecisionsEvents = Kinds<DecisionProposed, DecisionPended, DecisionRetracted,
                              DecisionTookEffect, DecisionDeadlinePassed>;

}  // namespace casustafel::core
