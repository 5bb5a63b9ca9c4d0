#include "client/ui/trainer/console/stalls_list.hpp"

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/trainer/console/stalls.hpp"

namespace casustafel::ui {
namespace {

// Unfolds or folds a row, or opens the seat it is about.
void follow(Panel& panel, TrainerState& state, const Stall& stall) {
    if (stall.role.empty()) {
        if (!stall.group.empty() && state.unfolded.erase(stall.group) == 0)
            state.unfolded.insert(stall.group);
        return;
    }
    state.seat = stall.role;
    state.seat_first = stall.can_whisper ? "seat.whisper" : "";
    if (stall.person == 0) return;
    // Whom to seat is chosen already; which seat it becomes is still free to say.
    state.placing_in = stall.role;
    state.placing = std::to_string(stall.person);
    state.seat_first = "seat.place";
    panel.ui.wake_after(0);
}

}  // namespace

void draw_stall_line(Panel& panel, Rect row, TrainerState& state, const Stall& stall,
                     const std::string& name) {
    panel.draw().icon({row.left + 10, row.centre().y}, stall.icon, IconSize::control,
                      words_of(stall.tone));
    row.cut_left(32);
    const bool folds = stall.role.empty() && !stall.group.empty();
    // Somebody without a seat while no seat is free: there is nothing to go to.
    const bool leads = folds || !stall.role.empty();
    if (leads && button_right(panel.ui, row, 32, name,
                              panel.say(folds               ? Say::requests_look
                                        : stall.can_whisper ? Say::stall_whisper
                                                            : Say::stall_to_seat,
                                        {stall.role}),
                              {.small = true})) {
        follow(panel, state, stall);
        if (folds) state.tab = 4, state.right_tab = 1;
    }
    row.right -= 8;
    row = row.middle_row(40);
    panel.draw().line(row.cut_top(22), stall.words, {});
    panel.draw().line(row, stall.note, {Type::small, Token::text_2});
}

void draw_stalls(Panel& panel, Rect area, TrainerState& state, const std::vector<Stall>& found) {
    panel.ui.area("stalls");
    if (panel.ui.layout() == Layout::wide) {
        Rect head = area.cut_top(36);
        panel.draw().icon({head.left + 10, head.centre().y}, Icon::hourglass, IconSize::control,
                          Token::text_2);
        head.cut_left(30);
        const Rect title = panel.draw().line(head, panel.say(Say::stall_title), {Type::panel});
        if (!found.empty())
            count_pill(panel.ui, {title.right + 8, head.centre().y},
                       std::to_string(count_stalls(found)));
    }
    if (found.empty()) {
        area.cut_top(6);
        panel.draw().paragraph(area,
                               panel.phase_is(Phase::ended) ? panel.say(Say::trainer_ended) + "."
                                                            : panel.say(Say::stall_nothing),
                               {Type::body, Token::text_2});
        return;
    }
    std::vector<Row> rows;
    std::vector<const Stall*> shown;
    for (const Stall& stall : found) {
        if (stall.folded && !state.unfolded.contains(stall.group)) continue;
        shown.push_back(&stall);
    }
    const auto names = stall_names(shown);
    for (std::size_t index = 0; index < shown.size(); ++index)
        rows.push_back({names[index] + ".row", 50, false, false, shown[index]->words});
    const int picked =
        scroll_list(panel.ui, area, "stalls", rows, state.stalls,
                    [&](std::size_t index, Rect row, const Response&) {
                        panel.draw().horizontal_rule(row.left, row.right, row.top);
                        draw_stall_line(panel, row, state, *shown[index], names[index]);
                    });
    if (picked < 0) return;
    follow(panel, state, *shown[static_cast<std::size_t>(picked)]);
}

void draw_worst_stall(Panel& panel, Rect& column, TrainerState& state,
                      const std::vector<Stall>& found) {
    if (found.empty()) return;
    panel.ui.area("worst");
    const Rect strip = column.cut_bottom(64);
    panel.draw().horizontal_rule(strip.left, strip.right, strip.top);
    draw_stall_line(panel, strip.inset(16, 0), state, found.front(), "stall.worst");
}

}  // namespace casustafel::ui
