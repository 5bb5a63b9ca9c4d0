#include "client/ui/dialog.hpp"

#include "client/ui/button.hpp"

namespace casustafel::ui {
namespace {

constexpr float title_height = 64, padding = 32, cross = 40;

}  // namespace

Dialog::Dialog(Ui& ui, std::string name, float width, float height, std::string_view title,
               std::string first)
    : ui_(ui), name_(std::move(name)) {
    ui_.push_layer(std::move(first));
    ui_.area(name_);
    Painter& draw = ui_.draw();
    const Rect screen = ui_.screen();
    draw.fill(screen, Token::scrim);
    const bool whole = width >= screen.width() - 16 || height >= screen.height() - 16;
    frame_ = screen.middle(std::min(width, screen.width() - (whole ? 0 : 16)),
                           std::min(height, screen.height() - (whole ? 0 : 16)));
    if (width >= screen.width() - 16) frame_.left = screen.left, frame_.right = screen.right;
    if (height >= screen.height() - 16) frame_.top = screen.top, frame_.bottom = screen.bottom;
    const float round = whole ? 0 : radius::dialog;
    ui_.touch({.name = name_, .label = std::string(title), .rect = screen, .kind = Kind::backdrop});
    draw.fill(frame_, Token::surface, round);
    if (borders_for_fills(draw.contrast())) draw.border(frame_, Token::line, 2, round);
    body = frame_;
    if (title.empty()) return;
    Rect top = body.cut_top(title_height);
    draw.horizontal_rule(top.left, top.right, top.bottom - 1);
    const float pad = layout_for(screen.width()) == Layout::narrow ? 16 : padding;
    top.left += pad;
    top.right -= 16 + cross + 8;
    const Rect words = draw.line(top, title, {Type::heading});
    bar = {words.right + 16, top.top, top.right, top.bottom};
}

Dialog::~Dialog() { ui_.pop_layer(); }

Rect Dialog::cut_footer(float height) {
    const Rect strip = body.cut_bottom(height);
    ui_.draw().horizontal_rule(strip.left, strip.right, strip.top);
    return strip;
}

bool Dialog::closed() {
    const Rect corner{frame_.right - 16 - cross, frame_.top + 12, frame_.right - 16,
                      frame_.top + 12 + cross};
    const bool crossed =
        button(ui_, corner, name_ + ".close", {},
               {.style = ButtonStyle::quiet, .icon = Icon::close}, ui_.say(text::Key::ui_close));
    return ui_.take({Key::escape}) || crossed;
}

}  // namespace casustafel::ui
