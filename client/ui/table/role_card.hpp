#pragma once
// Who I am in the case: task, powers, limit, wish and blind spot of the role. Small beside the
// dossier, whole in a dialog or in the lobby.
#include <cstdint>

#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Medal, name and "your role"; 64 high.
void draw_role_head(Panel& panel, Rect area);

// All of a card, what one must not forget (limit and misses), or the limit alone.
enum class RoleRows : std::uint8_t { all, essential, limit };
// The rows, each in full. Returns the height used.
float draw_role_rows(Panel& panel, Rect area, Type type, RoleRows which = RoleRows::all);
float role_rows_height(Panel& panel, float width, Type type, RoleRows which = RoleRows::all);

// Head and rows with a link to the whole card when not everything fits in `most_height`.
// Returns the height used.
float draw_role_card(Panel& panel, Rect area, float most_height, RoleCardState& state);
// The whole card as a dialog; call while `whole_open`.
void draw_whole_role_card(Panel& panel, RoleCardState& state);

}  // namespace casustafel::ui
