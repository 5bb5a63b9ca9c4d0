#pragma once
// One decision in sentences: who took what, what it rested on, and what could have been on the
// table.
#include "server/telling/keyed_text.hpp"

namespace casustafel::telling {

// Something the decision should have rested on, and what became of it.
struct RequiredTold {
    core::ItemId item;
    score::Use use{};
    std::optional<KeyedText> group;  // that it is one of several of which some suffice
    KeyedText words;
    std::optional<KeyedText> could;  // the lawful way that was open; none, or not needed
};

struct DecisionTold {
    bool counted = false;         // else it has no value
    std::optional<double> value;  // 0 to 100
    KeyedText taken;
    std::vector<KeyedText> direction;  // where everything together pointed
    std::vector<RequiredTold> required;
    std::vector<KeyedText> remarks;
};

// The scenario has the card's decision.
DecisionTold tell(const core::Scenario&, const score::DecisionCard&);

}  // namespace casustafel::telling
