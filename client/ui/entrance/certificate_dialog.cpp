#include "client/ui/entrance/certificate_dialog.hpp"

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t in_group = 4, groups_in_row = 4;
constexpr float group_width = 72, row_height = 30;

// Rows of four groups of four, so that two people can compare it aloud without losing their place;
// returns the height used.
float draw_fingerprint(Panel& panel, Rect area, const std::string& fingerprint) {
    const float top = area.top;
    for (std::size_t at = 0; at < fingerprint.size(); at += in_group * groups_in_row) {
        Rect row = area.cut_top(row_height);
        for (std::size_t group = 0; group < groups_in_row; ++group) {
            const std::size_t from = at + group * in_group;
            if (from >= fingerprint.size()) break;
            panel.draw().line(row.cut_left(group_width), fingerprint.substr(from, in_group),
                              {Type::panel});
        }
    }
    return area.top - top;
}

}  // namespace

void draw_certificate_question(Panel& panel, LobbyState& state) {
    const std::string& fingerprint = panel.trouble.fingerprint;
    if (fingerprint.empty() || state.certificate_refused == fingerprint) return;
    Ui& ui = panel.ui;
    const bool narrow = ui.layout() == Layout::narrow;
    Dialog dialog(ui, "certificate", 680, narrow ? 352 : 400, panel.say(Say::certificate_title),
                  "certificate.refuse");
    Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(dialog.padding(), 10);
    scroll_area(ui, dialog.body.inset(dialog.padding(), 16), "certificate.text", [&](Rect& inner) {
        inner = unlimited(inner);
        if (panel.trouble.flawed)
            panel.draw().cut_paragraph(inner, panel.trouble.sentence, {Type::strong}, 16);
        panel.draw().cut_paragraph(inner, panel.say(Say::certificate_body), {}, 16);
        inner.cut_top(draw_fingerprint(panel, inner, fingerprint));
    });
    const std::string refuse = panel.say(Say::certificate_refuse),
                      accept = panel.say(Say::certificate_accept);
    const ButtonLook primary{.style = ButtonStyle::primary}, other{};
    const bool no = button_right(ui, footer, 40, "certificate.refuse", refuse, primary);
    footer.cut_right(10);
    const bool yes = button_right(ui, footer, 40, "certificate.accept", accept, other);
    if (yes) panel.outbox.accept_certificate(fingerprint);
    if (dialog.closed() || no || yes) state.certificate_refused = fingerprint;
}

}  // namespace casustafel::ui
