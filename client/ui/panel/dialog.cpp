#include "client/ui/panel/dialog.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"

namespace casustafel::ui {
namespace {

constexpr float cross = 40, kept_height = 32, smallest_whole = 600, page_top = 12, ring = 6,
                words_room = 16, edge = 16, spare = 40, foot_height = 72;

// Why it cannot be used: what its panel says, or a text in the dialog that is too long.
std::string why_not(const Ui& ui, const FootAct& act) {
    if (ui.excess() > 0) return words_for_excess(ui, ui.excess());
    return act.why;
}

}  // namespace

Dialog::Dialog(const Panel& panel, std::string name, float width, float height,
               std::string_view title, std::string first, Say kept)
    : Dialog(panel.ui, std::move(name), width, height, title, std::move(first)) {
    if (panel.model.link != model::Link::ready) kept_ = panel.say(kept);
}

Dialog::Dialog(Ui& ui, std::string name, float width, float height, std::string_view title,
               std::string first)
    : ui_(ui), name_(std::move(name)) {
    ui_.push_layer(std::move(first));
    ui_.area(name_);
    Painter& draw = ui_.draw();
    const Rect screen = ui_.screen();
    draw.fill(screen, Token::scrim);
    const bool whole = place(width, height);
    const float round = whole ? 0 : radius::dialog;
    ui_.touch({.name = name_, .label = std::string(title), .rect = screen, .kind = Kind::backdrop});
    draw.fill(frame_, Token::surface, round);
    if (borders_for_fills(draw.contrast())) draw.border(frame_, Token::line, 2, round);
    body = frame_;
    if (title.empty()) return;
    Rect top = body.cut_top(title_height());
    draw.horizontal_rule(top.left, top.right, top.bottom - 1);
    top.left += padding();
    top.right -= 16 + cross + 8;
    if (draw.width(title, Type::heading) > top.width()) {
        // Two smaller lines: what a dialog is about can be read whole.
        const float lines = draw.paragraph_height(top.width(), title, Type::panel, 2);
        draw.paragraph(top.middle_row(lines), title, {Type::panel}, 2);
        bar = {top.right, top.top, top.right, top.bottom};
        return;
    }
    const Rect words = draw.line(top, title, {Type::heading});
    bar = {words.right + 16, top.top, top.right, top.bottom};
}

// Chooses the frame; true when it is the whole screen. It is in the middle as it opens. From the
// first thing that is done in it its upper edge stays: it grows and shrinks below, where it begins
// with room for a line more, and scrolls where the screen ends. So nothing in it moves under the
// mouse.
bool Dialog::place(float width, float height) {
    const Rect screen = ui_.screen();
    const bool narrow = ui_.layout() == Layout::narrow;
    const float most = screen.height() - (narrow ? 0 : 2 * edge), room = std::min(height, most);
    if (const int fitting = ui_.number(name_ + ".fitting"); fitting > 0)
        height = std::min(static_cast<float>(fitting), most);
    const bool wide = width >= screen.width() - edge,
               high = std::max(height, room) >= screen.height() - edge;
    if (wide || high || (narrow && width >= smallest_whole)) {
        frame_ = screen;
        lowest_ = screen.bottom;
        return true;
    }
    frame_ = screen.middle(std::min(width, screen.width() - edge),
                           std::min(std::max(height + spare, room), most));
    int &settled = ui_.number(name_ + ".settled"), &top = ui_.number(name_ + ".top");
    const bool opens = ui_.last_record().find(name_) == nullptr;
    const bool acts = ui_.input().pressed || !ui_.input().strokes.empty();
    // Zero when it opens, and else the height of the screen where it found its place.
    if (opens || settled != static_cast<int>(screen.height())) settled = 0;
    if (!opens && acts) settled = static_cast<int>(screen.height());
    if (settled == 0) top = static_cast<int>(frame_.top);
    lowest_ = settled == 0 ? static_cast<float>(top) + most : screen.bottom - edge;
    frame_.top = static_cast<float>(top);
    int& bottom = ui_.number(name_ + ".bottom");
    const Rect foot{frame_.left, static_cast<float>(bottom) - foot_height, frame_.right,
                    static_cast<float>(bottom)};
    frame_.bottom = ui_.still(name_ + ".bottom", std::min(frame_.top + height, lowest_), foot);
    bottom = static_cast<int>(frame_.bottom);
    return false;
}

Dialog::~Dialog() { ui_.pop_layer(); }

float Dialog::padding() const { return ui_.layout() == Layout::narrow ? 16 : 32; }
float Dialog::title_height() const { return ui_.layout() == Layout::narrow ? 52 : 64; }

Rect Dialog::cut_band(float height) {
    const Rect strip = body.cut_top(height);
    ui_.draw().horizontal_rule(strip.left, strip.right, strip.bottom - 1);
    return strip;
}

Rect Dialog::cut_footer(float height) {
    const Rect strip = body.cut_bottom(height);
    Painter& draw = ui_.draw();
    draw.horizontal_rule(strip.left, strip.right, strip.top);
    if (kept_.empty()) return strip;
    const float measure = body.width() - padding() - 24 - 12;
    const float high = draw.paragraph_height(measure, kept_, Type::strong_small);
    Rect line = body.cut_bottom(std::max(kept_height, high + 14));
    draw.fill(line, Token::attention_soft);
    if (borders_for_fills(draw.contrast())) draw.border(line, Token::attention);
    draw.icon({line.left + padding() + 8, line.centre().y}, Icon::offline, IconSize::small,
              Token::attention);
    line.left += padding() + 24;
    line.right = line.left + measure;
    draw.paragraph(line.middle_row(high), kept_, {Type::strong_small, Token::attention});
    return strip;
}

Rect Dialog::cut_foot() {
    const bool narrow = ui_.layout() == Layout::narrow;
    return cut_footer(narrow ? 56 : 72).inset(padding(), narrow ? 8 : 16);
}

void Dialog::page(const std::function<float(Rect)>& draw) {
    const bool narrow = ui_.layout() == Layout::narrow;
    const float top = narrow ? 2 : page_top;
    float used = 0;
    // Room inside the clip, so that the ring of what has focus is not cut off.
    scroll_area(ui_, body.inset(padding() - ring, top), name_ + ".page", [&](Rect inner) {
        inner = unlimited(inner.inset(ring));
        used = draw(inner) + 2 * ring;
        return used;
    });
    fit(used + 2 * top);
}

float Dialog::most_height() const {
    const bool narrow = ui_.layout() == Layout::narrow;
    const float around = frame_.height() - body.height();
    return lowest_ - frame_.top - around - 2 * ((narrow ? 2 : page_top) + ring);
}

void Dialog::fit(float body_height) {
    int& fitting = ui_.number(name_ + ".fitting");
    const int wanted = static_cast<int>(frame_.height() - body.height() + body_height + 0.5F);
    if (fitting == wanted) return;
    fitting = wanted;
    ui_.wake_after(0);
}

void Dialog::cancel(Rect& row, Say word) {
    const std::string label = ui_.say(word);
    const ButtonLook look{.style = ButtonStyle::text,
                          .keycap = ui_.layout() == Layout::narrow ? "" : "Esc"};
    // A link that stands alone in its row ends at the edge with its words, not with the room around
    // them.
    const bool alone = row.right > frame_.right - padding() - 1;
    Rect place = row.cut_right(button_width(ui_, label, look)).middle_row(space::control);
    if (alone) place = {place.left + words_room, place.top, place.right + words_room, place.bottom};
    if (button(ui_, place, name_ + ".cancel", label, look)) cancelled_ = true;
    row.cut_right(8);
}

bool Dialog::closed() {
    const float top = frame_.top + (title_height() - cross) / 2;
    const Rect corner{frame_.right - 16 - cross, top, frame_.right - 16, top + cross};
    const bool crossed =
        button(ui_, corner, name_ + ".close", {},
               {.style = ButtonStyle::quiet, .icon = Icon::close}, ui_.say(text::Key::ui_close));
    return ui_.take(Intent::close) || crossed || cancelled_;
}

bool foot_button(Dialog& dialog, Rect& row, const FootAct& act) {
    Ui& ui = dialog.ui();
    const bool keyed = act.by_key && ui.layout() != Layout::narrow;
    const ButtonLook look{.style = ButtonStyle::primary,
                          .icon = act.icon,
                          .keycap = keyed ? "Ctrl ↵" : "",
                          .enabled = why_not(ui, act).empty(),
                          .icon_last = act.icon_last};
    const Rect place = row.cut_right(button_width(ui, act.label, look)).middle_row(space::control);
    const bool pressed = button(ui, place, act.name, act.label, look);
    row.cut_right(8);
    const bool by_key = act.by_key && ui.take(Intent::send);
    return (pressed || by_key) && look.enabled;
}

bool draw_foot(Dialog& dialog, Rect row, const FootAct& act) {
    const bool used = foot_button(dialog, row, act);
    dialog.cancel(row);
    row.cut_right(8);
    const std::string why = why_not(dialog.ui(), act);
    if (const std::string& words = why.empty() ? act.note : why; !words.empty())
        reason_line(dialog.ui(), row, words);
    return used;
}

}  // namespace casustafel::ui
