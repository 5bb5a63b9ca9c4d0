#include "client/ui/trainer/acts/invitation.hpp"

#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/qr_code.hpp"
#include "proto/contract/codes.hpp"

namespace casustafel::ui {
namespace {

constexpr float qr_side = 280;

// How to show the room, where there is room to say it.
void draw_projector_link(Panel& panel, Rect area, const std::string& address) {
    const std::string words =
        panel.say(Say::invitation_projector, {std::string(contract::projector_mark)});
    const TextLook look{Type::body, Token::text_2};
    if (!address.empty() &&
        panel.draw().paragraph_height(area.width(), words, look.type) <= area.height())
        panel.draw().paragraph(area, words, look);
}

}  // namespace

void draw_invitation(Panel& panel, bool& open) {
    Dialog dialog(panel.ui, "invitation", 720, 480, panel.say(Say::invitation_title));
    Rect foot = dialog.cut_foot();
    Rect inner = dialog.body.inset(dialog.padding(), 16);
    const v1::Invitation& place = panel.model.invitation;
    if (place.side() > 0) {
        draw_qr_code(panel, inner.cut_right(qr_side), place);
        inner.right -= 24;
    }
    panel.draw().cut_paragraph(inner, panel.say(Say::invitation_how), {Type::body, Token::text_2},
                               16);
    panel.draw().cut_line(inner, 22, panel.say(Say::invitation_address), {Type::strong}, 2);
    panel.draw().cut_paragraph(
        inner, place.address().empty() ? panel.say(Say::invitation_no_address) : place.address(),
        {Type::reading}, 16);
    panel.draw().cut_line(inner, 22, panel.say(Say::invitation_code), {Type::strong}, 4);
    panel.draw().cut_line(inner, 40, code_text(panel.model.code), {Type::title, Token::accent}, 16);
    draw_projector_link(panel, inner, place.address());
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) open = false;
}

}  // namespace casustafel::ui
