#pragma once
// One piece of evidence in sentences: what was found, why it counts as it does, and what could
// have been.
#include "server/telling/keyed_text.hpp"

namespace casustafel::telling {

struct EvidenceTold {
    KeyedText found;
    std::vector<KeyedText> why;  // what only partly counted, and which rule judged a share
    core::Text reason;           // of what did not come: the author's words on why it was needed
    std::vector<KeyedText> chances;  // of the same: the way that was open, and who could have known
};

// The evidence must outlive what is told of it.
EvidenceTold tell(const core::Scenario&, const score::Evidence&);

// Why the role needed the item, in the author's words; empty when nothing is written.
core::Text reason(const core::Scenario&, const score::Evidence&);

// The lawful way that was open for what did not come.
KeyedText open_way(const std::vector<core::RoleId>& chain, core::Form needed);

}  // namespace casustafel::telling
