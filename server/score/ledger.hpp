#pragma once
// The log, boiled down in one pass to what the formulas read: deals, shares, requests, answers,
// marks, decisions, the plan, swaps, and who sat where. What depends on the state of that moment
// (which way was open when somebody refused or decided) is looked up here, once. Entries point into
// the records, which must outlive them.
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <vector>

#include "server/core/families/record.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::score {

// Where an event stands in the log.
struct Place {
    std::uint64_t seq = 0;
    std::uint32_t index = 0;  // within its record
    auto operator<=>(const Place&) const = default;
};

template <class Event>
struct Entry {
    Place place;
    std::int64_t sim_ms = 0;
    const Event* event = nullptr;
};

struct Interval {
    std::int64_t from_sim_ms = 0;
    std::int64_t to_sim_ms = 0;
};

enum class Player : std::uint8_t { nobody, person, autopilot, stand_in };

// Who plays a role from here until the next sitting.
struct Sitting {
    Player player = Player::nobody;
    core::ParticipantId participant = core::ParticipantId::nobody;
    Place from;
    std::int64_t from_sim_ms = 0;
};

// The richest form in which each giver could lawfully have given each item to each receiver, at one
// moment.
using Ways = std::map<std::tuple<core::RoleId, core::RoleId, core::ItemId>, core::Form>;

// One step in the life of an action: added, changed, confirmed or withdrawn.
struct PlanStep {
    Place place;
    std::int64_t sim_ms = 0;
    core::EntityId action{};
    core::RoleId by;
    const core::ActionTerms* terms = nullptr;  // of adding and changing
    bool withdrawn = false;                    // else, without terms: confirmed
    bool scripted = false;                     // the case began it
};

// What a group may do or leave: the kinds of single acts whose absence could change a number.
enum class ActKind : std::uint8_t {
    share,
    request,
    answer,  // other than by sharing
    mark,
    decision,
    plan_step,
    prompt_answer,
};
inline constexpr std::size_t act_kind_count = static_cast<std::size_t>(ActKind::prompt_answer) + 1;

// A set of them.
struct ActKinds {
    unsigned bits = 0;
    constexpr ActKinds(std::initializer_list<ActKind> kinds) {
        for (const ActKind kind : kinds) bits |= 1u << static_cast<unsigned>(kind);
    }
    constexpr bool has(ActKind kind) const { return bits >> static_cast<unsigned>(kind) & 1; }
};

struct Act {
    ActKind kind{};
    Place place;
};

// What stays as it is whatever single act is left out, so that all ledgers of a session share it.
struct Surroundings {
    // Tells for every refusal the richest form in which the refuser could lawfully have given each
    // item.
    std::map<Place, std::map<core::ItemId, core::Form>> open_at_refusal;
    // Tells for every decision the same from anybody to its deciders, for what it should rest on.
    std::map<Place, Ways> open_at_decision;
    std::map<core::RoleId, std::vector<Interval>> away;     // per role, in order, never overlapping
    std::map<core::RoleId, std::vector<Sitting>> sittings;  // per role, in order
    std::map<core::RoleId, core::TableId> tables;           // at which each role sits
};

struct Ledger {
    std::vector<Entry<core::ItemDealt>> deals;
    std::vector<Entry<core::ItemEmerged>> emerged;
    std::vector<Entry<core::ItemShared>> shares;
    std::vector<Entry<core::RequestMade>> requests;
    std::vector<Entry<core::RequestAnswered>> answers;
    std::vector<Entry<core::ItemMarked>> marks;
    std::vector<Entry<core::DecisionPended>> decisions;
    std::vector<Entry<core::DecisionRetracted>> retractions;
    std::vector<Entry<core::DecisionExtended>> extensions;
    std::vector<Entry<core::RolesSwapped>> swaps;
    std::vector<Entry<core::HandoverNoteWritten>> notes;
    std::vector<Entry<core::FactsChanged>> facts;
    std::vector<Entry<core::PromptAnswered>> prompt_answers;
    std::vector<Entry<core::PromptJudged>> prompt_judgements;
    std::vector<Entry<core::ScoreCorrected>> corrections;
    std::vector<PlanStep> plan;
    std::set<core::DecisionId> not_counted;  // decisions that the trainer left out
    std::shared_ptr<const Surroundings> surroundings;
    std::int64_t end_sim_ms = 0;
    bool ended = false;  // by an event, not because the log stops here
};

// Gives who sat in the role just before what stands at `place`, and at this moment of the case.
const Sitting& sitting(const Ledger&, const core::RoleId&, const Place& place);
const Sitting& sitting(const Ledger&, const core::RoleId&, std::int64_t sim_ms);

// Gives the table of a role, and an empty id when there is no such role.
const core::TableId& table_of(const Surroundings&, const core::RoleId&);

// Says whether the case itself put this request; then it is no act of the group.
bool is_scripted(const core::RequestMade&);

// Gives the deadline of a decision, lengthened when somebody had it moved.
std::int64_t deadline_of(const Ledger&, const core::Decision&);

// Says whether no participant acts for the role, because an autopilot does or a trainer who stands
// in.
bool is_stand_in(const Sitting&);

// Reads the whole log.
Ledger read(const core::Scenario&, const std::vector<core::Record>&);

// All acts whose absence could change a number, in order of the log.
std::vector<Act> droppable(const Ledger&);

// Takes the event at `place` out. Answers to a request that is not there count nowhere.
void leave_out(Ledger&, const Place& place);

// The same session without the event at `place`.
Ledger without(const Ledger&, const Place& place);

}  // namespace casustafel::score
