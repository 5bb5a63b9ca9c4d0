#include "client/ui/entrance/data_notice.hpp"

#include <array>

#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/scroll_area.hpp"

namespace casustafel::ui {
namespace {

constexpr std::array notice_lines = {Say::lobby_notice_1, Say::lobby_notice_2, Say::lobby_notice_3,
                                     Say::lobby_notice_4, Say::lobby_notice_5};
constexpr float notice_indent = 28;

Type notice_type(Say line) {
    return line == Say::lobby_notice_5 ? Type::strong_small : Type::small;
}

// Who shares this computer leaves nothing behind on it.
void draw_shared(Panel& panel, Rect row) {
    Settings settings = panel.ui.settings();
    const bool shared = settings.shared_workstation;
    if (check_box(panel.ui, row, "lobby.shared", panel.say(Say::lobby_shared),
                  shared ? Tick::full : Tick::none)) {
        settings.shared_workstation = !shared;
        panel.ui.change(settings);
        if (settings.shared_workstation) panel.outbox.forget();
    }
}

struct Gaps {
    float edge, title, line, ticks, tick;
};
constexpr Gaps roomy{12, 4, 4, 8, 28}, close{6, 0, 2, 2, 26};

float data_notice_height(Panel& panel, float width, const Gaps& gaps) {
    float height = 2 * gaps.edge + 26 + gaps.title + gaps.ticks + 2 * gaps.tick;
    for (const Say line : notice_lines) {
        height += gaps.line + panel.draw().paragraph_height(width - 32 - notice_indent,
                                                            panel.say(line), notice_type(line));
    }
    return height;
}

}  // namespace

float draw_data_notice(Panel& panel, Rect area, bool& read, bool tight) {
    const Gaps& gaps = tight ? close : roomy;
    Painter& draw = panel.draw();
    const Rect card{area.left, area.top, area.right,
                    area.top + data_notice_height(panel, area.width(), gaps)};
    draw.fill(card, Token::inset, radius::card);
    if (borders_for_fills(draw.contrast())) draw.border(card, Token::line, 1, radius::card);
    Rect body = card.inset(16, gaps.edge);
    Rect title = body.cut_top(26);
    draw.icon({title.left + 10, title.centre().y}, Icon::shield, IconSize::control, Token::text_2);
    title.cut_left(notice_indent);
    draw.line(title, panel.say(Say::lobby_notice), {Type::strong});
    body.cut_top(gaps.title);
    for (const Say line : notice_lines) {
        keep_whole(panel.ui, {body.left, body.top, body.right, body.top + 18});
        draw.circle({body.left + 10, body.top + 9}, 2.5F, Token::text_2);
        Rect words = body;
        words.cut_left(notice_indent);
        body.cut_top(draw.paragraph(words, panel.say(line), {notice_type(line)}) + gaps.line);
    }
    body.cut_top(gaps.ticks);
    if (check_box(panel.ui, body.cut_top(gaps.tick), "lobby.read",
                  panel.say(Say::lobby_notice_read), read ? Tick::full : Tick::none)) {
        read = !read;
    }
    draw_shared(panel, body.cut_top(gaps.tick));
    return card.height();
}

}  // namespace casustafel::ui
