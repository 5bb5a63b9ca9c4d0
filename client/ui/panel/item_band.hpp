#pragma once
// The item a dialog is about, in a strip under the dialog's title: its number, its title and how
// sensitive it is. It says nothing about what is done with it.
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {

// Cut off the top of the dialog's body; nothing when this role does not have the item.
void draw_item_band(Panel& panel, Dialog& dialog, std::string_view item);

}  // namespace casustafel::ui
