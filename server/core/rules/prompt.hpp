#pragma once
// Inside core only. What other families and the clock ask of the prompts.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// Whether one that was brought about, or whose time has come, may open now: once, in a swap only
// those of the swap, and not while another holds the case.
bool may_open_now(const State&, const Prompt&);

// The prompt opens by itself as soon as it may.
void put_on_its_way(State&, const Record&, const PromptId&);

PromptOpened opening(const Prompt&, std::int64_t active_ms);

// The closing, with what was right: of those open for which everybody that they wait for has
// answered, of this one, of all, of those of the swap, and of those of the lobby.
std::vector<Event> closing_of_answered(const State&);
std::vector<Event> closing_of(const State&, const PromptId&);
std::vector<Event> closing_of_all(const State&);
std::vector<Event> closing_of_swap(const State&);
std::vector<Event> closing_of_lobby(const State&);

// What was right of what was predicted, now that all is over.
std::vector<Event> judged_predictions(const State&);

}  // namespace casustafel::core
