#pragma once
// Inside view only: which words stand for an item in each form. The author's text where there is
// one; a pointer without one says only about whom something is known; a conclusion or summary
// without one is empty, and the giver writes it.
#include "server/core/families/state.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::view {

// The author's words for this form.
core::Text authored(const core::Scenario&, const core::Item&, core::Form);

// What the recipients of this share read: the giver's own wording, else the author's.
core::Text as_shared(const core::Scenario&, const core::Share&);

// What a role that holds the item like this reads.
core::Text as_held(const core::State&, const core::Item&, const core::Holding&);

}  // namespace casustafel::view
