#include "client/ui/app/kept_acts.hpp"

#include "client/ui/acts/receipt.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

// What somebody typed in it; empty when nothing was.
template <class Act>
std::string typed_in(const Act& act) {
    if constexpr (requires { std::string(act.text()); }) return act.text();
    if constexpr (requires { std::string(act.reason()); }) return act.reason();
    return {};
}

std::string typed_words(const v1::Command& act) {
#define X(Message, field) \
    if (act.has_##field()) return typed_in(act.field());
    CASUSTAFEL_EACH_COMMAND(X)
#undef X
    return {};
}

std::string words_of(const Panel& panel, const v1::Command& act) {
    return act.has_send_message() ? panel.say(Say::kept_message) : receipt_words(panel, act);
}

}  // namespace

void ask_about_kept_acts(Panel& panel, const std::vector<v1::Command>& acts) {
    if (acts.empty() || panel.role.empty() || !panel.live()) return;
    Dialog dialog(panel.ui, "kept", 640, 360, panel.say(Say::kept_title), "kept.send");
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        panel.draw().cut_paragraph(body, panel.say(Say::kept_body), {}, 12);
        for (const v1::Command& act : acts) {
            panel.draw().horizontal_rule(body.left, body.right, body.top);
            body.cut_top(8);
            panel.draw().cut_paragraph(body, words_of(panel, act), {Type::strong}, 2);
            if (const std::string typed = typed_words(act); !typed.empty())
                panel.draw().cut_paragraph(body, typed, {}, 2);
            body.cut_top(8);
        }
    });
    const ButtonLook primary{.style = ButtonStyle::primary}, other{};
    if (button_right(panel.ui, foot, space::control, "kept.send", panel.say(Say::kept_send),
                     primary))
        panel.outbox.settle_kept(true);
    foot.cut_right(10);
    if (button_right(panel.ui, foot, space::control, "kept.drop", panel.say(Say::kept_drop), other))
        panel.outbox.settle_kept(false);
}

}  // namespace casustafel::ui
