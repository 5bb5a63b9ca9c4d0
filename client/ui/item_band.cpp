#include "client/ui/item_band.hpp"

#include "client/ui/marks.hpp"

namespace casustafel::ui {

void draw_item_band(Panel& panel, Dialog& dialog, std::string_view id) {
    const v1::Item* item = panel.view->item(id);
    if (item == nullptr) return;
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Rect row = dialog.cut_band(narrow ? 32 : 40).inset(dialog.padding(), 0);
    const Rect level =
        sensitivity_label(panel.ui, row, static_cast<int>(item->sensitivity()), Align::right);
    row.right = level.left - 16;
    row.cut_left(panel.draw().line(row, item->id(), {Type::strong_small, Token::text_2}).width() +
                 10);
    panel.draw().line(row, panel.item_title(*item), {narrow ? Type::small : Type::body});
}

}  // namespace casustafel::ui
