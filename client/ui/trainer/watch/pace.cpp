#include "client/ui/trainer/watch/pace.hpp"

namespace casustafel::ui {
namespace {

constexpr int double_press_ms = 800;

}  // namespace

void pause_or_resume(Panel& panel) {
    int& pressed_ms = panel.ui.number("trainer.clock.pressed_ms");
    const int now_ms = 1 + static_cast<int>(panel.ui.seconds() * 1000);
    const bool twice = pressed_ms != 0 && now_ms - pressed_ms < double_press_ms;
    pressed_ms = now_ms;
    if (twice) return;
    act_as_trainer(panel, [&](v1::Command& command) {
        if (panel.phase_is(Phase::running))
            command.mutable_pause_session();
        else
            command.mutable_resume_session();
    });
}

void set_pace(Panel& panel, std::uint32_t permille) {
    act_as_trainer(
        panel, [&](v1::Command& command) { command.mutable_set_speed()->set_permille(permille); });
}

}  // namespace casustafel::ui
