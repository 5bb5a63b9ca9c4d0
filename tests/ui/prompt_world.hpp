#pragma once
// Additions to the made-up session: a freeze prompt, something heard aloud, corrections, and
// questions and actions that the case itself begins.
#include <string>
#include <vector>

#include "world.hpp"

namespace casustafel::ui {

// The view of who looks: "role:VT" or "trainer".
v1::Entity& entity_in(v1::ViewPatch& patch, const std::string& key);

// While a prompt is open, as VT sees it; `crowd`: far more and far longer questions than fit.
model::Model asking(model::Model model, bool crowd = false);
// The same when VT's answers are in.
model::Model answered(model::Model model);
// The prompt has closed: for a role it is gone.
model::Model after_prompt(model::Model model);
// VT is said to have told something aloud, and noted something itself; `count` notes of each.
model::Model with_heard(model::Model model, unsigned count = 1);
// A question and an action that the case began.
model::Model with_scripted(model::Model model);

// As a trainer sees them: one done and judged, one `status`, one for later.
model::Model with_prompts(model::Model model, const std::string& status, bool crowd = false);
// Things of every kind, of which some are left out of the score.
model::Model with_corrections(model::Model model, bool some_left_out, bool crowd = false);
// The session is over.
model::Model ended(model::Model model);

}  // namespace casustafel::ui
