#include "client/ui/trainer/console/other_sessions.hpp"

#include <utility>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/trainer/console/trainer_desk.hpp"

namespace casustafel::ui {
namespace {

const v1::SessionEntry* calling(const Panel& panel) {
    for (const v1::SessionEntry& each : panel.model.sessions)
        if (each.calls() > 0 && each.code() != panel.model.code) return &each;
    return nullptr;
}

}  // namespace

void keep_listening(Panel& panel, TrainerState& state) {
    if (!panel.live() ||
        std::exchange(state.listening_since, panel.model.arrivals) == panel.model.arrivals)
        return;
    v1::ClientFrame frame;
    frame.mutable_list_sessions();
    panel.outbox.say(std::move(frame));
}

void draw_calls_elsewhere(Panel& panel, Rect& screen, TrainerState& state) {
    const v1::SessionEntry* other = calling(panel);
    if (other == nullptr) return;
    panel.ui.area("elsewhere");
    Rect row = screen.cut_top(is_narrow(panel.ui) ? 36 : 48);
    panel.draw().fill(row, Token::attention_soft);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(measure::pad.in(panel.ui), 0);
    if (button_right(panel.ui, row, 32, "elsewhere.open", panel.say(Say::desk_go_there),
                     {.style = ButtonStyle::outlined, .small = true}))
        open_session(panel, state, other->code());
    row.right -= 12;
    panel.draw().icon({row.left + 10, row.centre().y}, Icon::help, IconSize::control,
                      Token::attention);
    row.left += 30;
    panel.draw().line(row,
                      panel.say(Say::desk_call_elsewhere,
                                {session_title(panel, *other), code_text(other->code())}),
                      {Type::strong_small});
}

}  // namespace casustafel::ui
