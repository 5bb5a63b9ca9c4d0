#include "client/ui/frame/practice.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "client/ui/frame/topic_names.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

struct PracticeStep {
    TopicName name;
    Say body, example;
};

constexpr std::array<PracticeStep, 5> steps = {
    {{{Say::practice_1_title, Icon::question}, Say::practice_1_body, Say::practice_1_example},
     {{Say::practice_2_title, Icon::share}, Say::practice_2_body, Say::practice_2_example},
     {{Say::practice_3_title, Icon::shield}, Say::practice_3_body, Say::practice_3_example},
     {{Say::practice_4_title, Icon::tag}, Say::practice_4_body, Say::practice_4_example},
     {{Say::practice_5_title, Icon::gavel}, Say::practice_5_body, Say::practice_5_example}}};

void draw_step(Panel& panel, Rect area, const PracticeStep& step) {
    scroll_area(panel.ui, area, "practice.text", [&](Rect& inner) {
        inner = unlimited(inner);
        panel.draw().cut_line(inner, 32, panel.say(step.name.title), {Type::heading}, 4);
        panel.draw().cut_paragraph(inner, panel.say(step.body), {Type::reading}, 20);
        const std::string example = panel.say(step.example);
        const float high =
            panel.draw().paragraph_height(inner.width() - 36, example, Type::body) + 44;
        const Rect box = inner.cut_top(high);
        panel.draw().fill(box, Token::inset, radius::control);
        if (borders_for_fills(panel.draw().contrast()))
            panel.draw().border(box, Token::line, 1, radius::control);
        panel.draw().fill({box.left, box.top + 6, box.left + 3, box.bottom - 6}, Token::accent);
        Rect words = box.inset(18, 10);
        panel.draw().line(words.cut_top(22), panel.say(Say::practice_example),
                          {Type::strong_small, Token::text_2});
        panel.draw().paragraph(words, example, {});
    });
}

}  // namespace

void draw_practice(Panel& panel, HelpState& state) {
    Ui& ui = panel.ui;
    const bool narrow = ui.layout() == Layout::narrow;
    const int last = static_cast<int>(steps.size()) - 1;
    state.step = std::clamp(state.step, 0, last);
    Dialog dialog(ui, "practice", 860, 560, panel.say(Say::practice_title), "practice.next");
    Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(dialog.padding(), 10);
    Rect body = dialog.body.inset(dialog.padding(), narrow ? 8 : 20);
    if (!narrow) {
        ui.area("practice.steps");
        std::vector<TopicName> names;
        for (const PracticeStep& step : steps) names.push_back(step.name);
        draw_topic_names(panel, body.cut_left(220), "practice", names, state.step);
        body.cut_left(32);
    }
    draw_step(panel, body, steps[static_cast<std::size_t>(state.step)]);
    ui.area("practice.footer");
    const bool at_end = state.step == last;
    const ButtonLook primary{.style = ButtonStyle::primary,
                             .icon = at_end ? Icon::check : Icon::arrow_right,
                             .icon_last = !at_end};
    const bool on =
        button_right(ui, footer, 40, "practice.next",
                     panel.say(at_end ? Say::practice_done : Say::practice_next), primary);
    footer.cut_right(8);
    const bool before = button_right(ui, footer, 40, "practice.back", panel.say(Say::practice_back),
                                     {.style = ButtonStyle::text, .enabled = state.step > 0});
    panel.draw().line(footer,
                      panel.say(Say::practice_step,
                                {std::to_string(state.step + 1), std::to_string(steps.size())}),
                      {Type::small, Token::text_2});
    if (on && !at_end) ++state.step;
    if (before && state.step > 0) --state.step;
    if (dialog.closed() || (on && at_end)) {
        state.open = Help::none;
        state.step = 0;
    }
}

}  // namespace casustafel::ui
