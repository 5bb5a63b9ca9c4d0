#include "client/ui/trainer/console/trainer_controls.hpp"

#include <algorithm>
#include <array>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/trainer/acts/trainer_corrections.hpp"
#include "client/ui/trainer/acts/trainer_prompts.hpp"
#include "client/ui/trainer/acts/trainer_start.hpp"
#include "client/ui/trainer/acts/trainer_swap.hpp"
#include "client/ui/trainer/watch/pace.hpp"
#include "proto/contract/reasons.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

bool is_online(const Panel& panel) { return panel.model.link == model::Link::ready; }

// Day and time of the case, left as on a clock.
void draw_time(Panel& panel, Rect& row) {
    const std::int64_t now = panel.sim_ms();
    const std::string day = panel.say(Say::table_day, {std::to_string(day_of(now))});
    const std::string caption =
        panel.say(!is_online(panel) ? Say::trainer_last_known
                  : panel.view->find<v1::SwapUnderWay>() != nullptr || !panel.model.held.empty()
                      ? Say::trainer_stands_still
                      : Say::table_case_time);
    const float wide = std::max(panel.draw().width(day, Type::strong_small),
                                panel.draw().width(caption, Type::small)) +
                       1;
    Rect words = row.cut_left(wide).middle_row(36);
    panel.draw().line(words.cut_top(18), day, {Type::strong_small});
    panel.draw().line(words, caption, {Type::small, Token::text_2});
    row.cut_left(12);
    const Type type = is_narrow(panel.ui) ? Type::heading : Type::title;
    panel.draw().line(row.cut_left(panel.draw().width("00:00", type) + 2), clock_text(now),
                      {type, is_online(panel) ? Token::text : Token::text_2});
    row.cut_left(is_narrow(panel.ui) ? 12 : 20);
    const v1::Session& session = *panel.view->find<v1::Session>();
    if (session.running() && session.rate_permille() > 0) panel.ui.wake_after(1);
}

// The one big button: start, pause, or go on. Ctrl+Space does the last two from anywhere.
void draw_big_button(Panel& panel, Rect& row, TrainerState& state) {
    const bool small = panel.ui.layout() != Layout::wide;
    const bool lobby = panel.phase_is(Phase::lobby), running = panel.phase_is(Phase::running),
               paused = panel.phase_is(Phase::paused);
    if (panel.phase_is(Phase::ended)) {
        const std::string replay = panel.say(Say::replay_title);
        const ButtonLook look{.style = ButtonStyle::primary, .icon = Icon::play};
        const Rect place = row.cut_left(button_width(panel.ui, replay, look));
        row.cut_left(is_narrow(panel.ui) ? 12 : 20);
        if (button(panel.ui, place.middle_row(space::control), "trainer.replay", replay, look))
            state.replay_asked = true;
        return;
    }
    // While the session waits for people, the bar above has the one big button.
    if ((!lobby && !running && !paused) || panel.model.held == contract::HoldReason::recovering)
        return;
    const Say label_key = lobby     ? small ? Say::trainer_start_short : Say::trainer_start
                          : running ? small ? Say::trainer_pause_short : Say::trainer_pause
                                    : Say::trainer_resume;
    const std::string label = panel.say(label_key);
    // Without a connection it is a wish for later, and looks like one.
    const ButtonLook look{.style = is_online(panel) ? ButtonStyle::primary : ButtonStyle::outlined,
                          .icon = running ? Icon::pause : Icon::play};
    const bool pressed =
        button(panel.ui,
               row.cut_left(button_width(panel.ui, label, look))
                   .middle_row(is_narrow(panel.ui) && !lobby ? space::control : space::main_button),
               "trainer.clock", label, look);
    row.cut_left(is_narrow(panel.ui) ? 12 : 20);
    const bool key = !lobby && panel.ui.take(Intent::pause);
    if (!pressed && !key) return;
    if (lobby) return ask_to_start(panel, state);
    pause_or_resume(panel);
}

void draw_pace(Panel& panel, Rect& row) {
    const v1::Session& session = *panel.view->find<v1::Session>();
    std::vector<Segment> segments;
    int chosen = -1;
    for (const Pace& pace : paces) {
        if (pace.permille == session.speed_permille()) chosen = static_cast<int>(segments.size());
        segments.push_back({pace.key, pace.label, !panel.phase_is(Phase::ended)});
    }
    Rect place = row.cut_left(176);
    row.cut_left(20);
    place = place.middle_row(52);
    panel.draw().line(place.cut_top(20), panel.say(Say::trainer_pace),
                      {Type::small, Token::text_2});
    const int picked = segmented(panel.ui, place, "trainer.pace", segments, chosen);
    if (picked >= 0) set_pace(panel, paces[static_cast<std::size_t>(picked)].permille);
}

void rule(Panel& panel, Rect& row) {
    panel.draw().vertical_rule(row.left, row.centre().y - 18, row.centre().y + 18);
    row.cut_left(20);
}

// How long this round still takes; under it which round, or that it is paused.
void draw_round(Panel& panel, Rect& row) {
    const v1::Session& session = *panel.view->find<v1::Session>();
    const std::int64_t left_ms =
        session.rate_permille() > 0
            ? (session.segment_ends_sim_ms() - panel.sim_ms()) * 1000 / session.rate_permille()
            : 0;
    const bool paused = panel.phase_is(Phase::paused);
    const std::string left =
        panel.say(Say::table_left, {minutes_and_seconds(std::max<std::int64_t>(0, left_ms))});
    const std::string round =
        paused ? panel.say(Say::trainer_paused)
               : panel.say(Say::table_round, {std::to_string(session.round_number()),
                                              std::to_string(session.rounds())});
    const float wide =
        std::max({panel.draw().width(panel.say(Say::table_left, {"00:00"}), Type::strong),
                  panel.draw().width(left, Type::strong), panel.draw().width(round, Type::small)}) +
        1;
    if (row.width() < wide + 40) return;
    rule(panel, row);
    Rect place = row.cut_left(wide).middle_row(40);
    row.cut_left(16);
    panel.draw().line(place.cut_top(22), left,
                      {Type::strong, is_online(panel) ? Token::text : Token::text_2});
    panel.draw().line(place, round, {Type::small, paused ? Token::attention : Token::text_2});
}

bool text_button(Panel& panel, Rect place, const char* name, const std::string& label,
                 const ButtonLook& look) {
    return button(panel.ui, place.middle_row(40), name, label, look);
}

// "Beeldvorming (2), Oordeelsvorming": how far the meetings of a table with somebody in them are;
// empty when nobody sits together there.
std::string phases_of(const Panel& panel, const v1::Table& table) {
    std::vector<std::pair<std::string, int>> counts;
    for (const v1::Meeting* meeting : panel.view->all<v1::Meeting>()) {
        if (meeting->present().empty() || meeting->table() != table.id()) continue;
        const std::string phase = panel.word("meeting_phase", meeting->phase());
        const auto found = std::find_if(counts.begin(), counts.end(),
                                        [&](const auto& each) { return each.first == phase; });
        if (found == counts.end())
            counts.emplace_back(phase, 1);
        else
            ++found->second;
    }
    std::string words;
    for (const auto& [phase, count] : counts)
        words += (words.empty() ? "" : ", ") + phase +
                 (count > 1 ? " (" + std::to_string(count) + ")" : "");
    return words;
}

// A line for each table; each opens the meetings.
void draw_phases(Panel& panel, Rect& row, TrainerState& state) {
    std::vector<std::pair<const v1::Table*, std::string>> lines;
    float wide = 0;
    for (const v1::Table* table : panel.view->all<v1::Table>()) {
        std::string words = phases_of(panel, *table);
        if (words.empty()) continue;
        wide = std::max(wide, panel.draw().width(words, Type::strong_small) + 44);
        lines.emplace_back(table, std::move(words));
    }
    if (lines.empty() || row.width() < 120) return;
    const auto count = static_cast<float>(lines.size());
    const float high = std::clamp(row.height() / count, 24.0F, 32.0F);
    Rect place = row.cut_left(std::min(wide, row.width())).middle_row(high * count);
    row.cut_left(8);
    for (const auto& [table, words] : lines) {
        const Rect line = place.cut_top(high);
        const Response response = panel.ui.touch({.name = "trainer.phase." + table->id(),
                                                  .label = panel.in(table->name()) + ", " + words,
                                                  .rect = line,
                                                  .kind = Kind::link});
        if (response.hovered) panel.draw().fill(line, Token::accent_soft, radius::control);
        if (response.ring) focus_ring_inside(panel.ui, line, radius::control);
        if (response.activated) {
            state.overview.open = true;
            state.overview.tab = 1;
        }
        table_badge(panel.ui, {line.left + 16, line.centre().y}, table->id());
        panel.draw().line({line.left + 34, line.top, line.right, line.bottom}, words,
                          {Type::strong_small});
    }
}

void draw_code(Panel& panel, Rect& row) {
    Rect words = row.middle_row(56);
    panel.draw().line(words.cut_top(20), panel.say(Say::trainer_code),
                      {Type::small, Token::text_2});
    panel.draw().line(words, code_text(panel.model.code), {Type::title});
}

// At the far end: the overview and the end of the session, where there is room.
void draw_far_end(Panel& panel, Rect& row, TrainerState& state) {
    const std::string end = panel.say(Say::trainer_end);
    const ButtonLook quiet{.style = ButtonStyle::quiet};
    const float end_wide = button_width(panel.ui, end, quiet);
    const std::string label = panel.say(Say::overview_title);
    const ButtonLook look{.icon = Icon::table};
    const float wide = button_width(panel.ui, label, look);
    if (!panel.phase_is(Phase::ended) && row.width() >= end_wide + wide + 8) {
        if (text_button(panel, row.cut_right(end_wide), "trainer.end", end, quiet))
            state.bar.leave_asked = true;
        row.cut_right(8);
    }
    if (row.width() < wide) return;
    if (text_button(panel, row.cut_right(wide), "trainer.overview", label, look))
        state.overview.open = true;
    row.cut_right(8);
}

// After the end: the results, what can be corrected, the report; nothing runs any more.
void draw_ended(Panel& panel, Rect row, TrainerState& state) {
    results_button(panel, row, state.results, true);
    draw_correction_control(panel, row, state);
    report_button(panel, row, "trainer.report", 40);
    row.cut_right(16);
    draw_far_end(panel, row, state);
    const std::string whole = panel.say(Say::trainer_ended);
    const bool fits = panel.draw().width(whole, Type::strong_small) + 24 <= row.width();
    const std::string words = fits ? whole : panel.word("phase", "ended");
    if (panel.draw().width(words, Type::strong_small) + 24 <= row.width())
        icon_label(panel.ui, row, Icon::stop, words, Tone::neutral, true);
}

}  // namespace

float height_of_controls(const Panel& panel) {
    if (panel.ui.layout() == Layout::wide) return 80;
    if (!is_narrow(panel.ui)) return 72;
    return panel.phase_is(Phase::lobby) ? 60 : 48;
}

void draw_trainer_controls(Panel& panel, Rect row, TrainerState& state) {
    panel.ui.area("controls");
    panel.draw().fill(row, Token::surface);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(measure::pad.in(panel.ui), 0);
    const v1::Session& session = *panel.view->find<v1::Session>();
    // Before the start the code is what the room needs, not the clock.
    if (!is_narrow(panel.ui) || session.phase() != contract::SessionPhase::lobby)
        draw_time(panel, row);
    draw_big_button(panel, row, state);
    if (panel.ui.take(Intent::results)) open_results(panel, state.results);
    if (session.phase() == contract::SessionPhase::ended) return draw_ended(panel, row, state);
    const v1::SwapUnderWay* swap = panel.view->find<v1::SwapUnderWay>();
    if (session.phase() == contract::SessionPhase::lobby) {
        if (!is_narrow(panel.ui)) draw_far_end(panel, row, state);
        return draw_code(panel, row);
    }
    if (swap == nullptr && !is_narrow(panel.ui)) draw_pace(panel, row);
    if (swap == nullptr) draw_round(panel, row);
    // While questions are open nothing is swapped, and a small screen has room for one of the two.
    if (!session.asking() || !is_narrow(panel.ui)) draw_swap_control(panel, row, state);
    draw_prompt_control(panel, row, state);
    if (is_narrow(panel.ui)) return;
    // The meetings belong here at every width; what stands in the menu as well comes after them.
    draw_phases(panel, row, state);
    draw_far_end(panel, row, state);
}

}  // namespace casustafel::ui
