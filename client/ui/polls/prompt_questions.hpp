#pragma once
// The questions of a poll as a dialog: what is chosen, what became of it, and what is still below.
#include "client/ui/polls/prompt.hpp"

namespace casustafel::ui {

void draw_prompt_questions(Panel& panel, PromptState& state, const v1::Prompt& prompt);

}  // namespace casustafel::ui
