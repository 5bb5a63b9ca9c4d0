#include "client/ui/panel/case_pages.hpp"

#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

// One line of what the ending gave or cost, with the word before it.
float draw_outcome(Panel& panel, Rect area, Say head, const v1::Text& text) {
    if (panel.in(text).empty()) return 0;
    const float top = area.top;
    area.cut_top(10);
    keep_whole(panel.ui, {area.left, area.top, area.right, area.top + 44});
    panel.draw().line(area.cut_top(22), panel.say(head), {Type::strong_small, Token::text_2});
    panel.draw().cut_paragraph(area, panel.in(text), {});
    return area.top - top;
}

float draw_trainer_page(Panel& panel, Rect area) {
    return panel.draw().paragraph(area, panel.in(panel.view->find<v1::TrainerPage>()->text()), {});
}

}  // namespace

float draw_ending(Panel& panel, Rect area) {
    const v1::Ending* ending = panel.view->find<v1::Ending>();
    if (ending == nullptr) return 0;
    const float top = area.top;
    panel.draw().cut_paragraph(area, panel.in(ending->title()), {Type::panel}, 4);
    panel.draw().cut_paragraph(area, panel.in(ending->text()), {});
    area.cut_top(draw_outcome(panel, area, Say::ending_good, ending->good()));
    area.cut_top(draw_outcome(panel, area, Say::ending_loss, ending->loss()));
    return area.top - top;
}

bool has_page(const Panel& panel, CasePage page) {
    if (page == CasePage::ending) return panel.view->find<v1::Ending>() != nullptr;
    return page == CasePage::trainer && panel.view->find<v1::TrainerPage>() != nullptr;
}

void draw_case_page(Panel& panel, CasePage& open) {
    if (!has_page(panel, open)) {
        open = CasePage::none;
        return;
    }
    const bool ending = open == CasePage::ending;
    Dialog dialog(panel.ui, "case_page", 720, 620,
                  panel.say(ending ? Say::ending_page : Say::trainer_page), "case_page.text");
    dialog.page([&](Rect area) {
        return ending ? draw_ending(panel, area) : draw_trainer_page(panel, area);
    });
    if (dialog.closed()) open = CasePage::none;
}

}  // namespace casustafel::ui
