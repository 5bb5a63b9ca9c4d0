#include "client/ui/trainer/acts/paper.hpp"

#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

void ask_page(Panel& panel, PaperState& state) {
    v1::ClientFrame frame;
    frame.mutable_ask_report()->set_language(panel.english() ? "en" : "nl");
    frame.mutable_ask_report()->set_on_paper(true);
    panel.outbox.say(std::move(frame));
    state = {.open = false, .asked = true};
}

}  // namespace

void draw_paper(Panel& panel, PaperState& state) {
    Dialog dialog(panel.ui, "paper", 640, 520, panel.say(Say::handout_menu), "paper.make");
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        panel.draw().cut_paragraph(body, panel.say(Say::handout_dialog), {}, 16);
        panel.draw().cut_line(body, 24, panel.say(Say::handout_enter), {Type::strong}, 4);
        for (const Say step : {Say::handout_enter_own, Say::handout_enter_for,
                               Say::handout_enter_time, Say::handout_enter_talk})
            panel.draw().cut_paragraph(body, "• " + panel.say(step), {}, 6);
        body.cut_top(8);
    });
    const bool made = draw_foot(dialog, foot,
                                {.name = "paper.make",
                                 .label = panel.say(Say::handout_make),
                                 .note = panel.say(Say::handout_named),
                                 .icon = Icon::document});
    if (made) return ask_page(panel, state);
    if (dialog.closed()) state.open = false;
}

}  // namespace casustafel::ui
