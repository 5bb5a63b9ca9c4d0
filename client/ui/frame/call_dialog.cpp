#include "client/ui/frame/call_dialog.hpp"

#include "client/ui/frame/strips.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/question.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::ui {
namespace {}  // namespace

void draw_call_dialog(Panel& panel, BarState& state) {
    Dialog dialog(panel, "call", 600, 280, panel.say(Say::ui_help_title), "call.about");
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        panel.draw().cut_line(body, 24, panel.say(Say::ui_help_about), {Type::strong}, 4);
        field(panel.ui, body.cut_top(62), "call.about", state.help.about,
              {.several_lines = true, .limit = contract::limits::call_for_help_text_characters});
        body.cut_top(8);
        panel.draw().cut_paragraph(body, panel.say(Say::ui_help_called_body),
                                   {Type::small, Token::text_2});
    });
    if (draw_foot(dialog, foot,
                  {.name = "call.act", .label = panel.say(Say::ui_help_act), .icon = Icon::help})) {
        panel.act<v1::CallForHelp>([&](auto& act) { act.set_text(state.help.about); });
        state.help.about.clear();
        state.help.open = Help::none;
        tell(state, panel.live() ? Tell{Tone::neutral, panel.say(Say::ui_help_called),
                                        panel.say(Say::ui_help_called_body)}
                                 : Tell{Tone::attention, panel.say(Say::ui_help_on_way),
                                        panel.say(Say::ui_help_on_way_body)});
        return;
    }
    if (dialog.closed()) state.help.open = Help::none;
}

void draw_pause_question(Panel& panel, BarState& state) {
    const Answer said = draw_question(panel, {.name = "pause",
                                              .title = panel.say(Say::ui_pause_title),
                                              .body = panel.say(Say::ui_pause_body),
                                              .yes = panel.say(Say::ui_pause_yes),
                                              .icon = Icon::pause});
    if (said == Answer::none) return;
    state.help.open = Help::none;
    if (said == Answer::no) return;
    panel.act<v1::CallPause>();
}

}  // namespace casustafel::ui
