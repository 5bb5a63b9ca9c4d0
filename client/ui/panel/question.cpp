#include "client/ui/panel/question.hpp"

#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {

Answer draw_question(Panel& panel, const Question& question) {
    Dialog dialog(panel, question.name, 560, 250, question.title, question.name + ".cancel");
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect body) { return panel.draw().paragraph(body, question.body, {}); });
    const bool yes = foot_button(dialog, foot,
                                 {.name = question.name + ".yes",
                                  .label = question.yes,
                                  .icon = question.icon,
                                  .by_key = false});
    dialog.cancel(foot, question.no);
    const bool closed = dialog.closed();
    // What lies under it is drawn anew at once.
    if (yes || closed) panel.ui.wake_after(0);
    return yes ? Answer::yes : closed ? Answer::no : Answer::none;
}

}  // namespace casustafel::ui
