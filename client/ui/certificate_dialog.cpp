#include "client/ui/certificate_dialog.hpp"

#include "client/ui/button.hpp"
#include "client/ui/dialog.hpp"

namespace casustafel::ui {
namespace {

// In groups of four, so that two people can compare it aloud.
std::string grouped(const std::string& fingerprint) {
    std::string groups;
    for (std::size_t at = 0; at < fingerprint.size(); ++at) {
        if (at > 0 && at % 4 == 0) groups += ' ';
        groups += fingerprint[at];
    }
    return groups;
}

}  // namespace

void draw_certificate_question(Panel& panel, LobbyState& state) {
    const std::string& fingerprint = panel.trouble.fingerprint;
    if (fingerprint.empty() || state.certificate_refused == fingerprint) return;
    Ui& ui = panel.ui;
    const bool narrow = ui.layout() == Layout::narrow;
    Dialog dialog(ui, "certificate", 680, narrow ? 352 : 400, panel.say(Say::certificate_title),
                  "certificate.refuse");
    Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(narrow ? 16 : 32, 10);
    scroll_area(ui, dialog.body.inset(narrow ? 16 : 32, 16), "certificate.text", [&](Rect inner) {
        const float top = inner.top;
        inner.bottom = inner.top + 100'000;
        inner.cut_top(panel.draw().paragraph(inner, panel.say(Say::certificate_body), {}) + 16);
        inner.cut_top(panel.draw().paragraph(inner, grouped(fingerprint), {Type::strong}));
        return inner.top - top;
    });
    const std::string refuse = panel.say(Say::certificate_refuse),
                      accept = panel.say(Say::certificate_accept);
    const ButtonLook primary{.style = ButtonStyle::primary}, other{};
    const bool no = button(ui, footer.cut_right(button_width(ui, refuse, primary)).middle_row(40),
                           "certificate.refuse", refuse, primary);
    footer.cut_right(10);
    const bool yes = button(ui, footer.cut_right(button_width(ui, accept, other)).middle_row(40),
                            "certificate.accept", accept, other);
    if (yes) panel.outbox.accept_certificate(fingerprint);
    if (dialog.closed() || no || yes) state.certificate_refused = fingerprint;
}

}  // namespace casustafel::ui
