#include "client/ui/trainer/results/results.hpp"

#include "client/ui/frame/help.hpp"
#include "client/ui/frame/strips.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/trainer/results/results_evidence.hpp"
#include "client/ui/trainer/results/results_numbers.hpp"
#include "client/ui/trainer/results/results_rest.hpp"
#include "client/ui/trainer/results/results_scopes.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr Measure numbers_width{424, 384, 0};
constexpr float stop_icon_room = 28;

void ask(Panel& panel) {
    v1::ClientFrame frame;
    frame.mutable_ask_results();
    panel.outbox.say(std::move(frame));
}

bool stopped_early(const Panel& panel, const v1::Results& results) {
    const v1::Session& session = *panel.view->find<v1::Session>();
    return results.ended() && session.end_reason() == contract::EndReason::trainer &&
           results.sim_ms() < session.ends_sim_ms();
}

// What was known while it went on is not the last word.
void ask_again_after_the_end(Panel& panel, ResultsState& state) {
    const bool stale = panel.model.results && !panel.model.results->ended();
    if (!panel.phase_is(Phase::ended) || state.end_asked || !stale || panel.model.results_asked)
        return;
    state.end_asked = true;
    ask(panel);
}

std::string as_of(const Panel& panel) {
    if (panel.model.results_asked) return panel.say(Say::results_busy);
    if (!panel.model.results) return {};
    const std::string time = model::time_words(panel.model.results->sim_ms(), reading_of(panel));
    return panel.say(panel.model.results->ended() ? Say::results_as_of_end : Say::results_as_of,
                     {time});
}

// The strip under the bar; true: back to the exercise.
bool draw_head(Panel& panel, Rect row) {
    panel.ui.area("results");
    panel.draw().fill(row, Token::surface);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(measure::pad.in(panel.ui), 0);
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const bool pressed = button_right(panel.ui, row, 36, "results.back",
                                      panel.say(narrow ? Say::ui_back : Say::results_back),
                                      {.icon = Icon::chevron_left, .small = true});
    row.cut_right(8);
    if (button_right(
            panel.ui, row, 36, "results.refresh", panel.say(Say::results_refresh),
            {.enabled = panel.model.link == model::Link::ready && !panel.model.results_asked,
             .small = true}))
        ask(panel);
    row.cut_right(8);
    report_button(panel, row, "results.report", 36);
    row.cut_right(8);
    if (!narrow)
        row.cut_left(panel.draw().line(row, panel.say(Say::results_title), {Type::panel}).width() +
                     16);
    const std::string moment = as_of(panel);
    row.cut_left(panel.draw().line(row, moment, {Type::body, Token::text_2}).width() + 24);
    const std::string note = panel.say(Say::results_only_you);
    if (row.width() > panel.draw().width(note, Type::small))
        panel.draw().line(row, note, {Type::small, Token::text_2});
    return pressed;
}

// That the trainer stopped it before its time, and what that does to the numbers: under the head.
void draw_stopped(Panel& panel, Rect& screen) {
    if (!panel.model.results || !stopped_early(panel, *panel.model.results)) return;
    const v1::Session& session = *panel.view->find<v1::Session>();
    const std::string when =
        panel.say(Say::report_stopped,
                  {std::to_string(session.round_number()), std::to_string(session.rounds()),
                   model::time_words(panel.model.results->sim_ms(), reading_of(panel))});
    const std::string counts = panel.say(Say::report_stopped_counts);
    const float measure = screen.width() - 2 * measure::pad.in(panel.ui) - stop_icon_room;
    const float high = panel.draw().paragraph_height(measure, when, Type::strong) +
                       panel.draw().paragraph_height(measure, counts, Type::small);
    Rect band = screen.cut_top(high + 16);
    panel.draw().fill(band, Token::attention_soft);
    panel.draw().horizontal_rule(band.left, band.right, band.bottom - 1);
    band = band.inset(measure::pad.in(panel.ui), 8);
    panel.draw().icon({band.left + 10, band.top + 11}, Icon::stop, IconSize::control,
                      Token::attention);
    band.cut_left(stop_icon_room);
    panel.draw().cut_paragraph(band, when, {Type::strong});
    panel.draw().paragraph(band, counts, {Type::small});
}

struct Part {
    const char* key;
    std::string label;
    int count;
    void (*draw)(Panel&, Rect, const v1::Results&, ResultsState&);
};

// Tabs over the parts, and the one that is chosen under them.
void draw_tabbed(Panel& panel, Rect area, const v1::Results& results, ResultsState& state,
                 const std::vector<Part>& parts) {
    std::vector<Tab> tabs;
    for (const Part& part : parts) tabs.push_back({part.key, part.label, part.count});
    const int last = static_cast<int>(parts.size()) - 1;
    const int chosen = std::min(state.tab, last);
    panel.ui.area("results.parts");
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const int picked = tab_row(panel.ui, area.cut_top(narrow ? 36 : 44), "results.tab", tabs,
                               chosen, narrow ? 14 : 24);
    if (picked >= 0) state.tab = picked;
    area.cut_top(narrow ? 6 : 12);
    parts[static_cast<std::size_t>(std::min(state.tab, last))].draw(panel, area, results, state);
}

void draw_parts(Panel& panel, Rect screen, const v1::Results& results, ResultsState& state) {
    const std::vector<Part> rest = {
        {"flags", panel.say(Say::results_tab_flags), results.flags_size(), draw_flags},
        {"scopes", panel.say(Say::results_tab_scopes), -1, draw_scopes},
        {"decisions", panel.say(Say::results_tab_decisions), results.decisions_size(),
         draw_decision_results}};
    std::vector<Part> all = {{"evidence", panel.say(Say::results_tab_evidence), -1, draw_evidence}};
    all.insert(all.end(), rest.begin(), rest.end());
    if (panel.ui.layout() == Layout::narrow) {
        all.insert(all.begin(), {"numbers", panel.say(Say::results_tab_numbers), -1, draw_numbers});
        panel.draw().fill(screen, Token::surface);
        return draw_tabbed(panel, screen.inset(16, 0), results, state, all);
    }
    const bool wide = panel.ui.layout() == Layout::wide;
    const Rect left = screen.cut_left(numbers_width.in(panel.ui));
    panel.draw().fill(left, Token::surface);
    panel.draw().vertical_rule(left.right - 1, left.top, left.bottom);
    draw_numbers(panel, left.inset(measure::pad.in(panel.ui) - 8, 8), results, state);
    if (!wide)
        return draw_tabbed(panel, screen.inset(measure::pad.in(panel.ui), 0), results, state, all);
    const Rect middle = screen.cut_left(576);
    panel.draw().fill(middle, Token::surface);
    panel.draw().vertical_rule(middle.right - 1, middle.top, middle.bottom);
    draw_evidence(panel, middle.inset(measure::pad.in(panel.ui), 16), results, state);
    draw_tabbed(panel, screen.inset(measure::pad.in(panel.ui), 4), results, state, rest);
}

}  // namespace

void draw_results(Panel& panel, ResultsState& state, BarState& bar_state,
                  const std::function<void(Rect& screen)>& above) {
    ask_again_after_the_end(panel, state);
    Rect screen = panel.ui.screen();
    panel.draw().fill(screen, Token::canvas);
    Rect bar = draw_bar(panel, screen.cut_top(height_of_bar(panel.ui)));
    draw_menu(panel, bar, bar_state, false);
    bar.cut_right(8);
    draw_connection(panel, bar);
    if (panel.ui.layout() == Layout::narrow)
        panel.draw().line(bar, panel.say(Say::results_title_narrow), {Type::strong});
    else
        panel.draw().line(bar, panel.in(panel.view->find<v1::Session>()->title()),
                          {Type::body, Token::text_2});
    draw_strips(panel, screen, bar_state);
    if (above) above(screen);
    const bool back = draw_head(panel, screen.cut_top(56));
    draw_stopped(panel, screen);
    if (panel.ui.take(Intent::help)) bar_state.keys_open = true;
    if (panel.model.results)
        draw_parts(panel, screen, *panel.model.results, state);
    else
        empty_state(panel, screen.inset(measure::pad.in(panel.ui), 24), Say::results_empty,
                    Say::results_empty_body);
    if (bar_state.keys_open) return draw_keys(panel, bar_state);
    if (back || panel.ui.take(Intent::close)) state.open = false;
}

void open_results(Panel& panel, ResultsState& state) {
    state.open = true;
    ask(panel);
}

void ask_report(Panel& panel) {
    v1::ClientFrame frame;
    frame.mutable_ask_report()->set_language(panel.english() ? "en" : "nl");
    panel.outbox.say(std::move(frame));
}

void report_button(Panel& panel, Rect& row, const char* name, float high) {
    const bool busy = panel.model.report_asked;
    const std::string label = panel.say(busy ? Say::results_report_busy : Say::results_report);
    const ButtonLook look{.icon = Icon::document,
                          .enabled = panel.model.link == model::Link::ready && !busy,
                          .small = high < space::control};
    const float wide = button_width(panel.ui, label, look);
    if (row.width() >= wide &&
        button(panel.ui, row.cut_right(wide).middle_row(high), name, label, look))
        ask_report(panel);
}

void results_button(Panel& panel, Rect& row, ResultsState& state, bool offer) {
    const std::string label = panel.say(Say::results_open);
    const ButtonLook look{.style = offer ? ButtonStyle::primary : ButtonStyle::outlined,
                          .icon = Icon::scale_balance};
    const float wide = button_width(panel.ui, label, look);
    if (row.width() < wide) return;
    const Rect place = offer ? row.cut_left(wide) : row.cut_right(wide);
    if (button(panel.ui, place.middle_row(40), "trainer.results", label, look))
        open_results(panel, state);
    if (offer) row.cut_left(16);
}

}  // namespace casustafel::ui
