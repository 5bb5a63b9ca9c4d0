#pragma once
// Requests: what was asked of this role with the time left to answer, and what it asked itself with
// the answers so far.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// `folded`: only the row of tabs, with the counts; using one unfolds it. On the narrow screen what
// else waits for an answer stands above the questions.
void draw_requests(Panel& panel, Rect area, TableState& state, bool folded = false);

// How many requests wait for this role's answer.
int open_requests(const Panel& panel);
// To how many own requests an answer came that was not looked at yet.
int fresh_answers(const Panel& panel, const RequestsState& state);
// The height `draw_requests` would like, at most `most`: whole rows; and folded.
float requests_height(Panel& panel, const RequestsState& state, float width, float most);
constexpr float requests_folded = 44;

}  // namespace casustafel::ui
