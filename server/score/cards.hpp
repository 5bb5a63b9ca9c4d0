#pragma once
// Holds what is judged piece by piece before it becomes a number: decisions, questions of a prompt,
// actions of the plan, handover notes, and what each role carried over the bridge.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "server/core/families/event.hpp"

namespace casustafel::score {

// What a role answered to one question of a freeze prompt.
struct Vote {
    core::RoleId role;
    core::OptionId option;
    bool right = false;
};

// What became of one item that a decision should have rested on.
enum class Use : std::uint8_t {
    cited,      // some decider had it, and used it
    not_cited,  // some decider had it in the form needed, and did not use it
    too_thin,   // some decider had it, in too poor a form
    not_there,  // no decider had it
};

std::string_view name(Use);

struct RequiredItem {
    core::ItemId item;
    core::Form needed = core::Form::silent;
    core::Form held = core::Form::silent;  // the richest lawful form with a decider
    Use use = Use::not_there;
    core::Mark cited_as = core::Mark::fact;
    bool of_group = false;            // one of several of which some suffice
    std::vector<core::RoleId> chain;  // when it was not there: the lawful way that was open
};

// C5 of one decision: what you had, used, and could have had.
struct DecisionCard {
    core::DecisionId decision;
    core::OptionId option;  // empty: never taken
    core::RoleId by;
    std::uint64_t seq = 0;  // where it was taken; 0: never
    std::optional<std::int64_t> at_sim_ms;
    bool filled_in_well = true;  // as the best option asks
    std::int64_t deadline_sim_ms = 0;
    bool core = true;
    bool late = false;
    bool not_due = false;  // never taken, and its deadline lies after the end of the log
    double available = 0;  // 0 to 1
    double cited = 0;      // 0 to 1, irrelevant items taken off
    double value = 0;      // 0 to 1
    double weight = 0;     // of all that it should rest on
    std::vector<RequiredItem> required;
    std::vector<core::ItemId> beside;         // cited, not required, or held by no decider
    std::vector<core::ItemId> wrong_as_fact;  // cited as fact, and none
    // Taken while this request for something required was still within its term; none: not.
    core::EntityId too_early = core::EntityId::none;
    bool left_out = false;  // by the trainer: it does not count
};

// C6, the picture half, of one question of a freeze prompt that was held.
struct PictureCard {
    core::PromptId prompt;
    core::QuestionId question;
    std::vector<Vote> votes;            // the last answer of each participant, by role
    std::vector<core::OptionId> right;  // empty: none was, or it was not judged
    std::vector<std::uint64_t> seqs;    // of the answers and the judgement
    double agreement = 0;               // 0 to 1: of all pairs, those that answered the same
    double share_right = 0;             // 0 to 1
    bool judged = false;
    bool counted = false;  // judged, something was right, and enough answers
};

// C6, the plan half, of one action. One that the case began is here once somebody changed it.
struct ActionCard {
    core::EntityId action{};
    core::RoleId author, lead;
    std::vector<std::uint64_t> seqs;
    bool has_lead = false;
    bool has_power = false;
    bool has_deadline = false;
    bool rests_on_fact = false;
    bool all_informed = false;
    double value = 0;  // 0 to 1
};

// What a handover note passed on by link (shown, never counted; README.md §handover).
struct Handover {
    core::RoleId role;
    std::uint64_t seq = 0;  // of the note; 0: none written
    int open = 0;           // items that others still badly need, and open requests
    int mentioned = 0;      // of those
    // What the case had begun for this role and still stood open: requests to it, and actions of it
    // that nobody had changed. A note links an action by an item that the action rests on.
    std::vector<core::EntityId> begun;
    std::vector<core::EntityId> begun_mentioned;  // of those
};

// What a role carried over the bridge: its own items whole, what it passed on half, by weight.
struct BridgeCredit {
    core::RoleId role;
    double source = 0;
    double relayed = 0;
    std::vector<std::uint64_t> seqs;
};

}  // namespace casustafel::score
