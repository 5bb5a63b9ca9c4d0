#include "client/ui/frame/topic_names.hpp"

#include "client/ui/kit/button.hpp"

namespace casustafel::ui {

void draw_topic_names(Panel& panel, Rect area, const std::string& page,
                      std::span<const TopicName> names, int& chosen) {
    int number = 0;
    for (const TopicName& name : names) {
        const bool now = number == chosen;
        const std::string title = panel.say(name.title);
        const Rect row = area.cut_top(44);
        const Response response = panel.ui.touch({.name = page + "." + std::to_string(++number),
                                                  .label = title,
                                                  .rect = row,
                                                  .kind = Kind::tab,
                                                  .selected = now,
                                                  .group = page + ".steps"});
        if (now || response.hovered) panel.draw().fill(row, Token::accent_soft, radius::control);
        if (now) panel.draw().fill({row.left, row.top, row.left + 4, row.bottom}, Token::accent);
        panel.draw().icon({row.left + 24, row.centre().y}, name.icon, IconSize::control,
                          now ? Token::accent : Token::text_2);
        panel.draw().line({row.left + 44, row.top, row.right, row.bottom}, title,
                          {now ? Type::strong : Type::body});
        if (response.ring) focus_ring_inside(panel.ui, row.inset(1), radius::control);
        if (response.activated) chosen = number - 1;
    }
}

}  // namespace casustafel::ui
