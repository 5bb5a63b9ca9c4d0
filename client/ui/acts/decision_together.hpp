#pragma once
// Of the dialog of a decision what goes beyond one decider: who prepares it, which hours count, who
// agreed to what where all take it together, and the once that its time can be lengthened.
#include <string>
#include <string_view>

#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Where the name of who proposes or agrees ends and what they want begins.
inline constexpr float proposer_width = 96;

// Who prepares it, what counts towards its deadline and who had that moved, each as a sentence
// after a space; empty: nothing of that.
std::string rule_words(const Panel&, const v1::Decision&);

bool has_agreed(const v1::Decision&, std::string_view role);

// Who agreed to what; a decider can join one of them, resting on what the draft cites.
void draw_agreements(Panel&, Rect& area, const v1::Decision&, const DecisionDraft&);

// For a decider, as long as it can be done.
void draw_extension(Panel&, Rect& area, const v1::Decision&, std::string& reason);

}  // namespace casustafel::ui
