#pragma once
// Inside the swap screen only: its parts. The screen says where each stands; a part draws itself in
// the place it is given, whatever the size of the window.
#include "client/ui/panel.hpp"
#include "client/ui/swap.hpp"
#include "client/ui/table_state.hpp"

namespace casustafel::ui {

bool is_writing(const v1::SwapUnderWay& swap);

// swap_side.cpp
// Real time left in this stage, counted on from when the server said it.
std::int64_t left_of_stage_ms(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state);
// Time, "Ik ben klaar" and who is ready, as the column at the right.
void draw_swap_side(Panel& panel, Rect column, const v1::SwapUnderWay& swap, TableState& state);
// The same time and button in one line that stays in sight where there is no column.
void draw_swap_foot(Panel& panel, Rect row, const v1::SwapUnderWay& swap, TableState& state);
void draw_ready_list(Panel& panel, Rect area, const v1::SwapUnderWay& swap, SwapScreenState& state);
// Asks whether somebody is ready without a handover; call while `state.ready_asked`.
void draw_ready_question(Panel& panel, SwapScreenState& state);

// swap_writing.cpp
// The note with what goes along beside it, or one of the two.
enum class WritingPart : std::uint8_t { both, note, along };
void draw_swap_writing(Panel& panel, Rect area, const v1::SwapUnderWay& swap,
                       SwapScreenState& state, Handover* handover, WritingPart part);

bool nothing_written(const SwapScreenState& state);
// Sends what was written a moment after the last change, when time runs out, and before somebody is
// ready; being ready follows it. Call every frame of the writing.
void keep_handover(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state,
                   Handover* handover);

// swap_reading.cpp
enum class ReadingPart : std::uint8_t { card, handover, dossier };
// Dossier and own handover at the left, card and received handover in the middle.
void draw_swap_reading(Panel& panel, Rect area, const v1::SwapUnderWay& swap, TableState& state,
                       const Handover* own);
// One of them, where they do not fit beside each other.
void draw_swap_reading_part(Panel& panel, Rect area, const v1::SwapUnderWay& swap,
                            TableState& state, const Handover* own, ReadingPart part);

}  // namespace casustafel::ui
