#include "client/ui/trainer/console/hold_bar.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/marks.hpp"
#include "proto/contract/reasons.hpp"

namespace casustafel::ui {
namespace {

constexpr float bar_height = 56;

// The names as far as they fit, and how many more there are.
std::string names_that_fit(const Panel& panel, float width) {
    const auto& missing = panel.model.missing;
    std::string fitting;
    for (std::size_t count = missing.size(); count > 0; --count) {
        std::vector<std::string> names;
        for (std::size_t at = 0; at < count; ++at)
            names.push_back(panel.model.name_of(missing[at]));
        fitting = enumerate(panel, names);
        if (count < missing.size())
            fitting =
                panel.say(Say::hold_and_more, {fitting, std::to_string(missing.size() - count)});
        if (panel.draw().width(fitting, Type::body) <= width) break;
    }
    return fitting;
}

}  // namespace

void draw_hold_bar(Panel& panel, Rect& screen) {
    if (!panel.model.trainer || panel.model.held != contract::HoldReason::recovering) return;
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Rect bar = screen.cut_top(bar_height);
    panel.ui.area("hold");
    panel.draw().fill(bar, ground_of(Tone::attention));
    panel.draw().horizontal_rule(bar.left, bar.right, bar.bottom - 1);
    bar = bar.inset(measure::pad.in(panel.ui), 0);
    const std::string label = panel.say(narrow ? Say::hold_go_on : Say::hold_go_on_without);
    const ButtonLook look{.style = ButtonStyle::primary, .icon = Icon::play};
    const Rect place = bar.cut_right(button_width(panel.ui, label, look)).middle_row(40);
    bar.cut_right(16);
    panel.draw().icon({bar.left + 10, bar.centre().y}, Icon::hourglass, IconSize::control,
                      words_of(Tone::attention));
    bar.cut_left(32);
    Rect lines = bar.middle_row(44);
    panel.draw().line(lines.cut_top(22),
                      panel.say(narrow ? Say::hold_title_short : Say::hold_title,
                                {std::to_string(panel.model.missing.size())}),
                      {Type::strong});
    panel.draw().line(lines, names_that_fit(panel, lines.width()), {Type::body});
    if (!button(panel.ui, place, "waiting.resume", label, look)) return;
    v1::Command command;
    command.mutable_resume_session();
    panel.outbox.act(std::move(command));
}

}  // namespace casustafel::ui
