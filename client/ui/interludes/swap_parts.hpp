#pragma once
// Inside the swap screen only: its parts. The screen says where each stands; a part draws itself in
// the place it is given, whatever the size of the window.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/interludes/swap.hpp"
#include "client/ui/panel/panel.hpp"

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
// What somebody is asked who is ready before a handover has arrived; call while
// `state.ready_asked`.
void draw_ready_question(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state);

// swap_writing.cpp
// The note with what goes along beside it, or one of the two.
enum class WritingPart : std::uint8_t { both, note, along };
void draw_swap_writing(Panel& panel, Rect area, const v1::SwapUnderWay& swap,
                       SwapScreenState& state, Handover* handover, WritingPart part);

bool nothing_written(const SwapScreenState& state);
// The handover as it stands here has arrived; or it was sent and has not arrived yet.
bool handover_saved(const v1::SwapUnderWay& swap, const SwapScreenState& state);
bool handover_on_its_way(const v1::SwapUnderWay& swap, const SwapScreenState& state);
// The server said no to what was sent last: it waits for who wrote it.
void handover_refused(SwapScreenState& state);
// Sends what was written a moment after the last change, when time runs out, and before somebody is
// ready; being ready follows it. Call every frame of the writing.
void keep_handover(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state,
                   Handover* handover);

// swap_reading.cpp
// The name of a role in the middle of a sentence: "officier van justitie", "Veilig Thuis".
std::string role_in_sentence(const Panel& panel, std::string_view role);
enum class ReadingPart : std::uint8_t { card, handover, dossier };
// Dossier and own handover at the left, card and received handover in the middle.
void draw_swap_reading(Panel& panel, Rect area, const v1::SwapUnderWay& swap, TableState& state,
                       const Handover* own);
// One of them, where they do not fit beside each other.
void draw_swap_reading_part(Panel& panel, Rect area, const v1::SwapUnderWay& swap,
                            TableState& state, const Handover* own, ReadingPart part);

}  // namespace casustafel::ui
