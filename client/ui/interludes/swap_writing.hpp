#pragma once
// Writing a handover: a text, and what the next person in the seat must not miss. What is written
// is sent a moment after the last change, and kept until the server has it.
#include "client/ui/acts/draft.hpp"
#include "client/ui/interludes/swap.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The note with what goes along beside it, or one of the two.
enum class WritingPart : std::uint8_t { both, note, along };
void draw_swap_writing(Panel& panel, Rect area, const v1::SwapUnderWay& swap,
                       SwapScreenState& state, Handover* handover, WritingPart part);
bool nothing_written(const SwapScreenState& state);

// The handover as it stands here has arrived; or it was sent and has not arrived yet.
bool handover_saved(const v1::SwapUnderWay& swap, const SwapScreenState& state);
bool handover_on_its_way(const v1::SwapUnderWay& swap, const SwapScreenState& state);

// What arrived is begun no longer once the seat is left.
void forget_sent_handover(SwapScreenState& state);

// Sends what was written a moment after the last change, when time runs out, and before somebody is
// ready; being ready follows it. Call every frame of the writing.
void keep_handover(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state,
                   Handover* handover);

// Never told among what was begun, since it goes out by itself; what was refused waits for who
// wrote it.
extern const DraftKind handover_drafts;

}  // namespace casustafel::ui
