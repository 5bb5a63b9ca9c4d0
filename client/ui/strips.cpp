#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/top_bar.hpp"

namespace casustafel::ui {
namespace {

constexpr float line_height = 40;
constexpr std::size_t most_earlier = 8;

// A trainer's room goes on without the line, and nothing pressed here reaches it yet.
std::string offline_for_trainer(const Panel& panel) {
    std::string body = panel.say(
        panel.phase_is("running") ? Say::notice_offline_trainer : Say::notice_offline_trainer_still,
        {clock_text(panel.sim_ms())});
    if (panel.model.waiting > 0)
        body += " " + panel.say(Say::notice_offline_left, {std::to_string(panel.model.waiting)});
    return body;
}

// What is different from usual as long as it lasts.
Tell standing_strip(const Panel& panel) {
    const model::Model& model = panel.model;
    if (model.link != model::Link::ready && model.participant == 0 && !model.trainer) {
        if (panel.trouble.sentence.empty()) return {};
        return {panel.trouble.lasting ? Tone::wrong : Tone::attention,
                panel.say(Say::notice_lasting), panel.trouble.sentence};
    }
    if (panel.trouble.lasting)
        return {Tone::wrong, panel.say(Say::notice_lasting), panel.trouble.sentence};
    if (model.link != model::Link::ready && model.trainer && panel.view != nullptr &&
        panel.view->session() != nullptr)
        return {Tone::attention, panel.say(Say::notice_offline), offline_for_trainer(panel)};
    if (model.link != model::Link::ready) {
        const std::string body = model.waiting > 0 ? panel.say(Say::notice_offline_waiting,
                                                               {std::to_string(model.waiting)})
                                                   : panel.say(Say::notice_offline_body);
        return {Tone::attention, panel.say(Say::notice_offline), body};
    }
    if (!model.held.empty())
        return {Tone::attention, panel.say(Say::notice_held), panel.word("hold", model.held)};
    if (panel.phase_is("paused") && !model.trainer)
        return {Tone::attention, panel.say(Say::notice_paused), panel.say(Say::notice_paused_body)};
    return {};
}

// A newer tell takes the line; one that was not closed yet is kept.
void take_tell(BarState& state) {
    if (state.tell.title.empty() || state.tell == state.shown) return;
    if (!state.shown.title.empty() && state.shown.title != state.tell.title) {
        if (state.earlier.size() >= most_earlier) state.earlier.erase(state.earlier.begin());
        state.earlier.push_back(state.shown);
    }
    state.shown = state.tell;
}

void close_tell(BarState& state) {
    state.shown = {};
    if (!state.earlier.empty()) {
        state.shown = state.earlier.back();
        state.earlier.pop_back();
    }
    state.tell = state.shown;
}

// One line: icon, bold words, the rest as far as it goes. True when the cross was used.
bool draw_line(Panel& panel, Rect area, const Tell& tell, std::size_t others, BarState& state,
               bool closes) {
    Ui& ui = panel.ui;
    const float pad = ui.layout() == Layout::wide ? 8 : 0;
    ui.draw().fill(area, ground_of(tell.tone));
    ui.draw().horizontal_rule(
        area.left, area.right, area.bottom - 1,
        borders_for_fills(ui.draw().contrast()) ? words_of(tell.tone) : Token::line);
    area = area.inset(pad, 0);
    ui.draw().icon({area.left + 22, area.centre().y}, notice_icon(tell.tone), IconSize::control,
                   words_of(tell.tone));
    area.cut_left(44);
    const bool closed =
        closes &&
        button(ui, area.cut_right(40).middle_row(32).inset(4, 0), "notice.close", {},
               {.style = ButtonStyle::quiet, .icon = Icon::close}, ui.say(text::Key::ui_close));
    area.cut_right(8);
    const float title = std::min(ui.draw().width(tell.title, Type::strong) + 1, area.width());
    const bool whole = title + 16 + ui.draw().width(tell.body, Type::body) <= area.width();
    if (!whole || others > 0) {
        std::string label = panel.say(Say::notice_more);
        if (others > 0) label = panel.say(Say::notice_count, {std::to_string(others + 1)});
        const float wide = ui.draw().width(label, Type::strong_small) + 2;
        if (link(ui, area.cut_right(wide).middle_row(28), "notice.more", label))
            state.all_open = true;
        area.cut_right(12);
    }
    ui.draw().line(area.cut_left(title), tell.title, {Type::strong});
    area.cut_left(12);
    if (area.width() > 60) ui.draw().line(area, tell.body, {Type::body});
    return closed;
}

void draw_all(Ui& ui, const std::vector<Tell>& tells, BarState& state) {
    const float wide = std::min(720.0F, ui.screen().width()) - 64;
    float needed = 64 + 32;
    for (const Tell& tell : tells) needed += notice_height(ui, wide, {tell.title, tell.body}) + 12;
    Dialog dialog(ui, "notices", 720, std::max(200.0F, needed), ui.say(text::Key::notice_all));
    scroll_area(ui, dialog.body.inset(32, 16), "notices.text", [&](Rect inner) {
        const float top = inner.top;
        inner.bottom = inner.top + 100'000;
        for (const Tell& tell : tells)
            inner.cut_top(notice(ui, inner, tell.tone, {tell.title, tell.body}) + 12);
        return inner.top - top;
    });
    if (dialog.closed()) state.all_open = false;
}

}  // namespace

void draw_strips(Panel& panel, Rect& screen, BarState& state) {
    take_tell(state);
    const Tell standing = standing_strip(panel);
    const std::string standing_id = standing.title;
    if (standing.title.empty()) state.hidden.clear();
    std::vector<Tell> tells;
    if (!state.shown.title.empty()) tells.push_back(state.shown);
    const bool stands = !standing.title.empty() && state.hidden != standing_id;
    if (stands) tells.insert(standing.tone == Tone::wrong ? tells.begin() : tells.end(), standing);
    tells.insert(tells.end(), state.earlier.rbegin(), state.earlier.rend());
    if (tells.empty()) {
        state.all_open = false;
        return;
    }
    const Rect strip = screen.cut_top(line_height);
    panel.ui.area("notice");
    // A trainer who closed it would believe the room to be paused.
    const bool stays = panel.model.trainer && panel.model.link != model::Link::ready && stands &&
                       tells.front() == standing;
    if (draw_line(panel, strip, tells.front(), tells.size() - 1, state, !stays)) {
        if (stands && tells.front() == standing)
            state.hidden = standing_id;
        else
            close_tell(state);
    }
    if (state.all_open)
        panel.ui.overlay([tells, &state](Ui& over) { draw_all(over, tells, state); });
}

}  // namespace casustafel::ui
