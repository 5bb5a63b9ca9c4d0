#include "client/ui/panel/item_band.hpp"

#include "client/ui/panel/marks.hpp"

namespace casustafel::ui {

void draw_item_band(Panel& panel, Dialog& dialog, std::string_view id) {
    const v1::Item* item = panel.view->find<v1::Item>(id);
    if (item == nullptr) return;
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const Type type = narrow ? Type::small : Type::body;
    const std::string title = panel.item_title(*item);
    const auto level = static_cast<int>(item->sensitivity());
    const float id_wide = panel.draw().width(item->id(), Type::strong_small) + 10;
    const float measure = dialog.body.width() - 2 * dialog.padding() - id_wide -
                          sensitivity_width(panel.ui, level) - 16;
    // A title that is too long for one line takes two.
    const float words = panel.draw().paragraph_height(measure, title, type, 2);
    Rect row = dialog.cut_band(words + (narrow ? 12 : 18)).inset(dialog.padding(), 0);
    sensitivity_label(panel.ui, row, level, Align::right);
    panel.draw().line(row.cut_left(id_wide), item->id(), {Type::strong_small, Token::text_2});
    row.right = row.left + measure;
    panel.draw().paragraph(row.middle_row(words), title, {type}, 2);
}

}  // namespace casustafel::ui
