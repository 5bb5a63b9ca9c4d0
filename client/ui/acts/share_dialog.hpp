#pragma once
// Sharing an item by answering four questions: with whom, for which purpose, on which basis, in
// which form; with the text as it will be sent. It never says whether that was right.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Opens the dialog for an item, with what was half filled in before. `request` is what it answers.
void open_share(ShareState& state, const std::string& item, std::uint64_t request);
// Call while `state.open`.
void draw_share_dialog(Panel& panel, TableState& table);

}  // namespace casustafel::ui
