#include "client/ui/frame/strips.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/panel/dialog.hpp"
#include "proto/contract/reasons.hpp"

namespace casustafel::ui {
namespace {

constexpr float line_height = 40;
constexpr std::size_t most_earlier = 8;

// Without the line the trainer's group goes on, and nothing that is pressed here reaches it yet.
std::string offline_for_trainer(const Panel& panel) {
    std::string body = panel.say(panel.phase_is(Phase::running) ? Say::notice_offline_trainer
                                                                : Say::notice_offline_trainer_still,
                                 {clock_text(panel.sim_ms())});
    if (panel.model.waiting > 0)
        body += " " + panel.say(Say::notice_offline_left, {std::to_string(panel.model.waiting)});
    return body;
}

// What is wrong with the connection, as long as it lasts.
Tell link_strip(const Panel& panel) {
    const model::Model& model = panel.model;
    const LinkTrouble& trouble = panel.trouble;
    const bool outside = model.participant == 0 && !model.trainer;
    if (model.link == model::Link::ready && !trouble.lasting) return {};
    if (!trouble.fingerprint.empty())
        return {Tone::wrong, panel.say(Say::notice_unsafe), panel.say(Say::notice_unsafe_body)};
    if (trouble.lasting) return {Tone::wrong, panel.say(Say::notice_lasting), trouble.sentence};
    if (outside && !trouble.sentence.empty())
        return {Tone::attention, panel.say(Say::notice_lasting), trouble.sentence};
    if (outside && model.link != model::Link::offline) return {};
    if (model.trainer && panel.view != nullptr && panel.view->find<v1::Session>() != nullptr)
        return {Tone::attention, panel.say(Say::notice_offline), offline_for_trainer(panel)};
    const std::string body = outside              ? panel.say(Say::notice_offline_lobby)
                             : model.waiting == 1 ? panel.say(Say::notice_offline_waiting_one)
                             : model.waiting > 0  ? panel.say(Say::notice_offline_waiting,
                                                              {std::to_string(model.waiting)})
                                                  : panel.say(Say::notice_offline_body);
    return {Tone::attention, panel.say(Say::notice_offline), body};
}

// What else is different from usual as long as it lasts.
Tell standing_strip(const Panel& panel) {
    const model::Model& model = panel.model;
    const bool told_by_bar = model.trainer && model.held == contract::HoldReason::recovering;
    if (!model.held.empty() && !told_by_bar)
        return {Tone::attention, panel.say(Say::notice_held), panel.word("hold", model.held)};
    const v1::Session* session = panel.view == nullptr ? nullptr : panel.view->find<v1::Session>();
    if (model.trainer && session != nullptr && session->pause_called_by() != 0)
        return {
            Tone::attention, panel.say(Say::trainer_pause_called),
            panel.say(Say::trainer_pause_called_body, {model.name_of(session->pause_called_by())})};
    if (panel.phase_is(Phase::paused) && !model.trainer)
        return {Tone::attention, panel.say(Say::notice_paused), panel.say(Say::notice_paused_body)};
    return {};
}

void keep(BarState& state, const Tell& earlier) {
    if (state.earlier.size() >= most_earlier) state.earlier.erase(state.earlier.begin());
    state.earlier.push_back(earlier);
}

// A newer message takes the line. An older one that was not closed yet is kept when it asks for
// something.
void take_tell(BarState& state) {
    if (state.tell.title.empty() || state.tell == state.shown) return;
    state.standing_is_newest = false;
    const bool matters = state.shown.tone == Tone::wrong || state.shown.tone == Tone::attention;
    if (matters && !state.shown.title.empty() && state.shown.title != state.tell.title)
        keep(state, state.shown);
    state.shown = state.tell;
}

void close_tell(BarState& state) {
    state.closed = state.shown;
    state.shown = {};
    if (!state.earlier.empty()) {
        state.shown = state.earlier.back();
        state.earlier.pop_back();
    }
    state.tell = state.shown;
}

// Title and sentence one after another, wrapped.
std::vector<Stretch> runs_of(const Tell& tell, const std::string& body) {
    return {{tell.title, Type::strong}, {body, Type::body}};
}
std::size_t lines_of(Ui& ui, const Tell& tell, float width) {
    const std::string body = "  " + tell.body;
    return wrap(ui.draw().fonts(), runs_of(tell, body), width).size();
}

float height_for(std::size_t lines) {
    return lines <= 1 ? line_height : 10 + 22 * static_cast<float>(lines);
}

Rect draw_strip_ground(Ui& ui, Rect area, Tone tone) {
    ui.draw().fill(area, ground_of(tone));
    ui.draw().horizontal_rule(
        area.left, area.right, area.bottom - 1,
        borders_for_fills(ui.draw().contrast()) ? words_of(tone) : Token::line);
    area = area.inset(ui.layout() == Layout::wide ? 8 : 0, 0);
    ui.draw().icon({area.left + 22, area.centre().y}, notice_icon(tone), IconSize::control,
                   words_of(tone));
    area.cut_left(44);
    return area;
}

void draw_words(Ui& ui, Rect area, const Tell& tell, std::size_t lines) {
    ui.note_status(tell.title + ". " + tell.body);
    const std::string body = "  " + tell.body;
    const float high = lines <= 1 ? 22 : 22 * static_cast<float>(lines);
    ui.draw().paragraph(area.middle_row(high), runs_of(tell, body), static_cast<int>(lines), 22);
}

// The connection: no cross, since it is over when it is over. Who may try again can do so here.
void draw_link(Panel& panel, Rect& screen, const Tell& tell, BarState& state) {
    Ui& ui = panel.ui;
    const bool retry =
        !panel.trouble.fingerprint.empty() && panel.model.participant == 0 && !panel.model.trainer;
    const std::string label = panel.say(Say::notice_retry);
    const ButtonLook look{.icon = Icon::undo, .small = true};
    const float side = 16 + (retry ? button_width(ui, label, look) + 12 : 0);
    const float wide = screen.width() - 44 - side - (ui.layout() == Layout::wide ? 16 : 0);
    const std::size_t lines = lines_of(ui, tell, wide);
    Rect area = draw_strip_ground(ui, screen.cut_top(height_for(lines)), tell.tone);
    area.cut_right(16);
    if (retry) {
        const float button_wide = button_width(ui, label, look);
        if (button(ui, area.cut_right(button_wide).middle_row(32), "notice.retry", label, look))
            state.retry_asked = true;
        area.cut_right(12);
    }
    draw_words(ui, area, tell, lines);
}

// Icon, bold words, the rest as far as it goes; a refusal may take a second line. True when the
// cross was used.
bool draw_tell(Panel& panel, Rect& screen, const Tell& tell, std::size_t others, BarState& state) {
    Ui& ui = panel.ui;
    const float pads = ui.layout() == Layout::wide ? 16 : 0;
    std::string label = panel.say(Say::notice_more);
    if (others > 0) label = panel.say(Say::notice_count, {std::to_string(others + 1)});
    const float more = ui.draw().width(label, Type::strong_small) + 2 + 12;
    float wide = screen.width() - pads - 44 - 40 - 8 - (others > 0 ? more : 0);
    const std::size_t most = tell.tone == Tone::wrong ? 2 : 1;
    std::size_t lines = lines_of(ui, tell, wide);
    const bool whole = lines <= most;
    if (!whole && others == 0) wide -= more;
    lines = std::min(lines, most);
    Rect area = draw_strip_ground(ui, screen.cut_top(height_for(lines)), tell.tone);
    const bool closed =
        button(ui, area.cut_right(40).middle_row(32).inset(4, 0), "notice.close", {},
               {.style = ButtonStyle::quiet, .icon = Icon::close}, ui.say(text::Key::ui_close));
    area.cut_right(8);
    if (!whole || others > 0) {
        if (link(ui, area.cut_right(more - 12).middle_row(28), "notice.more", label))
            state.all_open = true;
        area.cut_right(12);
    }
    draw_words(ui, {area.left, area.top, area.left + wide, area.bottom}, tell, lines);
    return closed;
}

void draw_all(Ui& ui, const std::vector<Tell>& tells, BarState& state) {
    Dialog dialog(ui, "notices", 720, 240, ui.say(text::Key::notice_all));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& inner) {
        for (std::size_t index = 0; index < tells.size(); ++index) {
            if (index > 0) inner.cut_top(12);
            const Tell& tell = tells[index];
            inner.cut_top(notice(ui, inner, tell.tone, {tell.title, tell.body}));
        }
    });
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) state.all_open = false;
}

// What is told by key, in the language of now.
void in_language(const Panel& panel, Tell& tell) {
    if (tell.title_key) tell.title = panel.say(*tell.title_key);
    if (tell.body_key) tell.body = panel.say(*tell.body_key);
}

}  // namespace

void forget_tell(BarState& bar, const Tell& told) {
    if (bar.tell == told) bar.tell = {};
    if (bar.shown == told) bar.shown = {};
    std::erase(bar.earlier, told);
}

void tell(BarState& bar, Tell tell) {
    const bool unshown = !bar.tell.title.empty() && !(bar.tell == bar.shown);
    if (unshown && bar.tell.title != tell.title) keep(bar, bar.tell);
    bar.tell = std::move(tell);
}

void untell(BarState& bar, const std::string& title) {
    const auto titled = [&](const Tell& each) { return each.title == title; };
    std::erase_if(bar.earlier, titled);
    if (titled(bar.shown)) close_tell(bar);
    if (titled(bar.tell)) bar.tell = bar.shown;
}

void draw_strips(Panel& panel, Rect& screen, BarState& state) {
    in_language(panel, state.tell);
    in_language(panel, state.shown);
    for (Tell& earlier : state.earlier) in_language(panel, earlier);
    take_tell(state);
    panel.ui.area("notice");
    const Tell broken = link_strip(panel);
    if (!broken.title.empty()) draw_link(panel, screen, broken, state);
    const Tell standing = standing_strip(panel);
    if (standing.title.empty()) state.hidden.clear();
    if (std::exchange(state.standing, standing.title) != standing.title)
        state.standing_is_newest = true;
    std::vector<Tell> tells;
    if (!state.shown.title.empty()) tells.push_back(state.shown);
    const bool stands = !standing.title.empty() && state.hidden != standing.title;
    // The newest comes first; that nothing is taken at all comes before everything.
    const bool first = state.standing_is_newest || !panel.model.held.empty();
    if (stands) tells.insert(first ? tells.begin() : tells.end(), standing);
    tells.insert(tells.end(), state.earlier.rbegin(), state.earlier.rend());
    if (tells.empty()) {
        state.all_open = false;
        return;
    }
    if (draw_tell(panel, screen, tells.front(), tells.size() - 1, state)) {
        if (stands && tells.front() == standing)
            state.hidden = standing.title;
        else
            close_tell(state);
    }
    if (state.all_open)
        panel.ui.overlay([tells, &state](Ui& over) { draw_all(over, tells, state); });
}

}  // namespace casustafel::ui
