#pragma once
// Questions that every screen, the console and the bots have for a view: what still waits for this
// role, which decision comes first, where a swap stands. They only read, and know no rules beyond
// what the entities say themselves.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/model/client.hpp"

namespace casustafel::model {

// Something that asks this participant to act, in whichever of its roles.
struct Waiting {
    enum class Kind : std::uint8_t {
        request,        // somebody asked, this role has not answered
        spoken,         // somebody said something aloud: was it heard?
        action,         // an action of the plan was put to this role
        card,           // a card of a board: does this role agree?
        authority,      // a question for this role's agreement
        handover_note,  // the swap waits for a note
        ready,          // the swap waits for this role
    };
    Kind kind{};
    std::string role;            // whose it is
    std::uint64_t id = 0;        // of the request, spoken share, action, card or question; else 0
    std::int64_t by_sim_ms = 0;  // when its term ends; 0: none
};

// What waits for `role`, as its view says; requests by the end of their term come first.
std::vector<Waiting> waiting_for(const View&, std::string_view role);
// The same over all roles of this participant.
std::vector<Waiting> waiting_for_me(const Model&);

// When the term of this request ends for this addressee; nothing when it was not asked.
std::optional<std::int64_t> term_ends_sim_ms(const v1::Request&, std::string_view addressee);
// Whether `addressee` was asked and has not answered.
bool is_open_for(const v1::Request&, std::string_view addressee);
// Whether anybody asked still has to answer.
bool is_open(const v1::Request&);

// A decision that nobody has taken yet, the first of them to fall due; nullptr when none is left.
const v1::Decision* next_decision(const View&, std::int64_t sim_ms);
// Whether `role` may take it.
bool decides(const v1::Decision&, std::string_view role);
// Oldest first.
std::vector<const v1::Proposal*> proposals_for(const View&, std::string_view decision);
const v1::DecisionOption* option_of(const v1::Decision&, std::string_view option);

// The role that takes the place of `role` in the swap; empty when it does not move.
std::string swaps_with(const v1::SwapUnderWay&, std::string_view role);
bool is_ready(const v1::SwapUnderWay&, std::string_view role);

// The meeting in which this role is present; nullptr when none.
const v1::Meeting* present_in(const View&, std::string_view role);

// The interventions this view offers that nobody used and whose time is now.
std::vector<const v1::Intervention*> usable_interventions(const View&, std::int64_t sim_ms);

// Whether an entity with this key is the same in every view (the session, seats, people …), so that
// who has two roles need not hear of it twice.
bool is_shared_by_all(std::string_view key);

}  // namespace casustafel::model
