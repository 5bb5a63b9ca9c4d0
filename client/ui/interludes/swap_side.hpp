#pragma once
// How long a stage of the swap still takes, being ready, and who is: as a column beside the screen,
// or as one line where there is no column.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

bool is_writing(const v1::SwapUnderWay& swap);

// Real time left in this stage, counted on from when the server said it.
std::int64_t left_of_stage_ms(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state);

// Time, "Ik ben klaar" and who is ready, as the column at the right.
void draw_swap_side(Panel& panel, Rect column, const v1::SwapUnderWay& swap, TableState& state);

// The same time and button in one line that stays in sight where there is no column.
void draw_swap_foot(Panel& panel, Rect row, const v1::SwapUnderWay& swap, TableState& state);
void draw_ready_list(Panel& panel, Rect area, const v1::SwapUnderWay& swap, SwapScreenState& state);

// What somebody is asked who is ready before a handover has arrived; call while
// `state.ready_asked`.
void draw_ready_question(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state);

}  // namespace casustafel::ui
