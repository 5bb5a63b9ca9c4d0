#include "client/ui/entrance/closed.hpp"

#include <algorithm>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/kit/button.hpp"

namespace casustafel::ui {

// A certificate that nobody vouches for has a question of its own.
bool is_closed(const Panel& panel) {
    return panel.trouble.lasting && panel.trouble.fingerprint.empty() &&
           (panel.model.participant != 0 || panel.model.trainer ||
            panel.model.looks_on.observer() != 0);
}

void draw_closed(Panel& panel) {
    Rect screen = panel.ui.screen();
    Rect bar = draw_bar(panel, screen.cut_top(height_of_bar(panel.ui)));
    draw_settings(panel, bar);
    panel.ui.area("closed");
    const bool gone = panel.trouble.seat_gone;
    const bool looked_on = gone && panel.model.looks_on.observer() != 0;
    const std::string body = looked_on
                                 ? panel.say(Say::refusal_looks_on_no_longer)
                                 : panel.trouble.sentence + " " +
                                       panel.say(gone ? Say::closed_gone_body : Say::closed_body);
    const float wide = std::min(560.0F, screen.width() - 32);
    const float text = panel.draw().paragraph_height(wide, body, Type::body);
    const float high = metrics(Type::title).line_px + 16 + text + 24 + space::main_button;
    Rect column{screen.centre().x - wide / 2, screen.centre().y - high / 2,
                screen.centre().x + wide / 2, screen.centre().y + high / 2};
    panel.draw().line(column.cut_top(metrics(Type::title).line_px), panel.say(Say::closed_title),
                      {Type::title});
    column.cut_top(16);
    panel.draw().cut_paragraph(column, body, {}, 24);
    const std::string label = panel.say(gone ? Say::closed_start : Say::closed_back);
    const ButtonLook look{.style = ButtonStyle::primary};
    if (!button_left(panel.ui, column, space::main_button, "closed.back", label, look)) return;
    if (gone)
        panel.outbox.sign_out();
    else
        panel.outbox.come_back_here();
}

}  // namespace casustafel::ui
