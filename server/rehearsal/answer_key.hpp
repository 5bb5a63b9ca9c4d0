#pragma once
// The answer key of the personas, read off the scenario: who needs what, by which lawful way, and
// what is true. Only a program that has the scenario file beside it makes one; the server never
// sends it.
#include "client/bots/answer_key.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::rehearsal {

// Ways whose conditions the scenario settles with no, or that no act in play can make true, are
// kept but not attainable. A red line counts as if it always held.
bots::AnswerKey answer_key(const core::Scenario&);

}  // namespace casustafel::rehearsal
