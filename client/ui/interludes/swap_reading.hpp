#pragma once
// Reading oneself into the new seat: its card, the handover of who had it, its dossier; and what
// one passed on oneself.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/interludes/swap.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

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
