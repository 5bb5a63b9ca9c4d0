#include "client/ui/interludes/swap_side.hpp"

#include <algorithm>
#include <utility>

#include "client/model/queries.hpp"
#include "client/ui/interludes/swap_writing.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t hurry_ms = 30'000;

bool unsent(const v1::SwapUnderWay& swap) { return is_writing(swap) && !swap.note_written(); }

bool may_be_ready(const Panel& panel, const v1::SwapUnderWay& swap) {
    return !model::swaps_with(swap, panel.role).empty() && !model::is_ready(swap, panel.role);
}

// Asks first when nothing was passed on yet.
void draw_ready_button(Panel& panel, Rect place, const v1::SwapUnderWay& swap,
                       SwapScreenState& state) {
    const bool pressed =
        button(panel.ui, place, "swap.ready", panel.say(Say::swap_i_am_ready),
               {.style = is_writing(swap) && !handover_saved(swap, state) ? ButtonStyle::outlined
                                                                          : ButtonStyle::primary,
                .icon = Icon::check,
                .enabled = !panel.looking});
    if (!pressed) return;
    if (unsent(swap))
        state.ready_asked = true;
    else
        state.ready_said = true;
}

// Once in a stage; the trainer decides.
void draw_extra_minute(Panel& panel, Rect place, const v1::SwapUnderWay& swap, TableState& state) {
    if (panel.looking || state.swap.minute_asked == swap.stage()) return;
    const std::string label = panel.say(Say::swap_extra_minute);
    if (!link(panel.ui, place, "swap.extra_minute", label, Icon::add)) return;
    panel.act<v1::CallForHelp>(
        [&](auto& act) { act.set_text(panel.say(Say::swap_extra_minute_help)); });
    state.swap.minute_asked = swap.stage();
    state.bar.tell = {Tone::neutral, panel.say(Say::ui_help_called),
                      panel.say(Say::ui_help_called_body)};
}

void draw_time_bar(Panel& panel, Rect bar, std::int64_t left_ms, std::int64_t all_ms) {
    panel.draw().fill(bar, Token::bar_empty, bar.height() / 2);
    if (all_ms <= 0) return;
    bar.right = bar.left + bar.width() * static_cast<float>(left_ms) / static_cast<float>(all_ms);
    panel.draw().fill(bar, left_ms <= hurry_ms ? Token::attention : Token::accent,
                      bar.height() / 2);
}

struct Line {
    std::string role, who;
    bool ready;
};

std::vector<Line> swapping(const Panel& panel, const v1::SwapUnderWay& swap) {
    std::vector<Line> lines;
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        if (model::swaps_with(swap, role->id()).empty() || role->occupant() == 0) continue;
        lines.push_back(
            {role->id(), panel.occupant_name(*role), model::is_ready(swap, role->id())});
    }
    return lines;
}

}  // namespace

bool is_writing(const v1::SwapUnderWay& swap) {
    return swap.stage() == contract::SwapStage::writing;
}

std::int64_t left_of_stage_ms(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state) {
    if (std::exchange(state.stage, swap.stage()) != swap.stage()) state.all_ms = 0;
    state.all_ms = std::max(state.all_ms, swap.ends_in_ms());
    panel.ui.wake_after(1);
    return panel.model.left_ms(*panel.view, contract::entity_key(contract::entities::swap),
                               swap.ends_in_ms(), panel.now_ms);
}

void draw_ready_list(Panel& panel, Rect area, const v1::SwapUnderWay& swap,
                     SwapScreenState& state) {
    const std::vector<Line> lines = swapping(panel, swap);
    const auto ready =
        std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.ready; });
    Rect head = area.cut_top(28);
    panel.draw().line(head, panel.say(Say::swap_who_is_ready), {Type::strong});
    panel.draw().line(
        head, panel.say(Say::swap_ready_of, {std::to_string(ready), std::to_string(lines.size())}),
        {Type::small, Token::text_2, Align::right});
    const std::string busy = panel.say(is_writing(swap) ? Say::swap_writes : Say::swap_reads);
    std::vector<Row> rows(lines.size(), Row{"", 28});
    scroll_list(panel.ui, area, "swap.people", rows, state.people,
                [&](std::size_t index, Rect row, const Response&) {
                    const Line& line = lines[index];
                    row.right = area.right - 10;
                    icon_label(panel.ui, row.cut_right(76),
                               line.ready ? Icon::check_circle : Icon::circle,
                               line.ready ? panel.say(Say::swap_ready) : busy,
                               line.ready ? Tone::good : Tone::neutral, false, Align::right);
                    const Rect code = row.cut_right(96);
                    role_label(panel.ui, code, panel.table_of(line.role), line.role);
                    const bool me = line.role == panel.role;
                    panel.draw().line(row, me ? panel.say(Say::swap_you) : line.who,
                                      {me ? Type::strong : Type::body});
                },
                {.bare = true});
}

void draw_swap_side(Panel& panel, Rect column, const v1::SwapUnderWay& swap, TableState& state) {
    panel.ui.area("ready");
    panel.draw().fill(column, Token::surface);
    panel.draw().vertical_rule(column.left, column.top, column.bottom);
    Rect inner = column.inset(24, 20);
    const std::int64_t left_ms = left_of_stage_ms(panel, swap, state.swap);
    panel.draw().line(
        inner.cut_top(22),
        panel.say(is_writing(swap) ? Say::swap_time_to_write : Say::swap_time_to_read),
        {Type::strong, Token::text_2});
    panel.draw().line(inner.cut_top(60), minutes_and_seconds(left_ms), {Type::countdown});
    draw_time_bar(panel, inner.cut_top(8), left_ms, state.swap.all_ms);
    inner.cut_top(8);
    if (may_be_ready(panel, swap)) {
        draw_extra_minute(panel, inner.cut_top(32), swap, state);
        inner.cut_top(8);
        draw_ready_button(panel, inner.cut_top(48), swap, state.swap);
        if (unsent(swap))
            inner.cut_top(8 + panel.draw().paragraph({inner.left, inner.top + 8, inner.right, 9999},
                                                     panel.say(handover_on_its_way(swap, state.swap)
                                                                   ? Say::swap_on_way_title
                                                                   : Say::swap_note_first),
                                                     {Type::small, Token::text_2}));
    } else {
        const bool moves = !model::swaps_with(swap, panel.role).empty();
        inner.cut_top(8 + panel.draw().paragraph(
                              {inner.left, inner.top + 8, inner.right, inner.bottom},
                              panel.say(moves ? Say::swap_wait_for_others : Say::swap_you_stay),
                              {}));
    }
    inner.cut_top(20);
    panel.draw().horizontal_rule(column.left, column.right, inner.top);
    inner.cut_top(16);
    draw_ready_list(panel, inner, swap, state.swap);
}

void draw_swap_foot(Panel& panel, Rect row, const v1::SwapUnderWay& swap, TableState& state) {
    panel.ui.area("ready");
    panel.draw().fill(row, Token::surface);
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    row = row.inset(16, 0);
    const std::string left = panel.say(
        Say::table_left, {minutes_and_seconds(left_of_stage_ms(panel, swap, state.swap))});
    row.cut_left(panel.draw().line(row, left, {Type::title}).width() + 16);
    if (!may_be_ready(panel, swap)) {
        const bool moves = !model::swaps_with(swap, panel.role).empty();
        icon_label(panel.ui, row, moves ? Icon::check_circle : Icon::information,
                   panel.say(moves ? Say::swap_ready : Say::swap_you), Tone::neutral, true,
                   Align::right);
        return;
    }
    const std::string label = panel.say(Say::swap_i_am_ready);
    const float wide = button_width(panel.ui, label, {.icon = Icon::check});
    draw_ready_button(panel, row.cut_right(wide).middle_row(48), swap, state.swap);
    row.cut_right(12);
    const float link_wide =
        panel.draw().width(panel.say(Say::swap_extra_minute), Type::strong) + 32;
    if (row.width() >= link_wide)
        draw_extra_minute(panel, row.cut_right(link_wide).middle_row(32), swap, state);
}

void draw_ready_question(Panel& panel, const v1::SwapUnderWay& swap, SwapScreenState& state) {
    // It arrived meanwhile, or the time to write is over: nothing to ask any more.
    if (!unsent(swap)) {
        state.ready_asked = false;
        return;
    }
    const bool on_way = handover_on_its_way(swap, state), blank = nothing_written(state);
    Dialog dialog(panel, "swap_ready", 720, 232,
                  panel.say(on_way ? Say::swap_on_way_title : Say::swap_without_title),
                  on_way || blank ? "swap_ready.cancel" : "swap_ready.send");
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect body) {
        return panel.draw().paragraph(
            body, panel.say(on_way ? Say::swap_on_way_body : Say::swap_without_body), {});
    });
    if (on_way) {
        dialog.cancel(foot, Say::ui_close);
    } else {
        if (!blank && panel.ui.excess_of("swap.note") == 0 &&
            foot_button(dialog, foot,
                        {.name = "swap_ready.send",
                         .label = panel.say(Say::swap_send_and_ready),
                         .icon = Icon::send,
                         .by_key = false}))
            state.ready_said = true;
        const std::string without = panel.say(Say::swap_without_act);
        const Rect place = foot.cut_right(button_width(panel.ui, without, {})).middle_row(40);
        if (button(panel.ui, place, "swap_ready.yes", without, {})) state.ready_without = true;
        foot.cut_right(8);
        dialog.cancel(foot);
    }
    if (dialog.closed() || state.ready_said || state.ready_without) state.ready_asked = false;
}

}  // namespace casustafel::ui
