#include "client/ui/trainer/console/overview.hpp"

#include <algorithm>
#include <map>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/trainer/console/overview_items.hpp"
#include "client/ui/trainer/console/trainer_calls.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float best = 10;

void draw_steps(Panel& panel, Rect area, std::string_view phase) {
    constexpr auto steps = contract::words<contract::MeetingPhase>;
    float x = area.left;
    for (const std::string_view step : steps) {
        const bool now = step == phase;
        const std::string words = panel.word("meeting_phase", step);
        if (now) {
            x += chip(panel.ui, {x, area.centre().y}, Icon::arrow_right, words, Tone::accent) + 12;
            continue;
        }
        const float wide = panel.draw().width(words, Type::small);
        if (x + wide > area.right) return;
        panel.draw().line({x, area.top, x + wide + 1, area.bottom}, words,
                          {Type::small, Token::text_2});
        x += wide + 12;
    }
}

void draw_meeting(Panel& panel, Rect row, const v1::Meeting& meeting) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    row = row.inset(0, 10);
    Rect top = row.cut_top(24);
    table_badge(panel.ui, {top.left + 10, top.centre().y}, meeting.table());
    top.left += 30;
    const Rect name = panel.draw().line(top, panel.in(meeting.name()), {Type::strong});
    top.left = name.right + 14;
    std::string meta = panel.say(Say::overview_chair, {meeting.chair()});
    if (meeting.from_sim_ms() != 0)
        meta += ", " + panel.say(Say::overview_planned, {moment(panel, meeting.from_sim_ms())});
    panel.draw().line(top, meta, {Type::small, Token::text_2});
    draw_steps(panel, row.cut_top(32), meeting.phase());
    const std::string who =
        meeting.present().empty()
            ? panel.say(Say::overview_present_none)
            : panel.say(Say::overview_present,
                        {enumerate(panel, {meeting.present().begin(), meeting.present().end()})});
    panel.draw().line(row, who, {Type::small});
}

std::string capital(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

// The bar of one track, with its number: low is good for some, so colour says nothing.
void draw_gauge(Panel& panel, Rect row, const v1::TrackGauge& gauge) {
    const std::string value = panel.say(Say::overview_track_value, {std::to_string(gauge.value())});
    Rect number = row.cut_right(72);
    panel.draw().line(number, value, {Type::strong_small, Token::text, Align::right});
    Rect words = row.cut_left(std::min(300.0F, row.width() * 0.62F));
    words.cut_left(panel.draw()
                       .line(words, capital(panel.word("track", gauge.track())), {Type::small})
                       .width() +
                   8);
    // What is good is not the same for all: a track where low is good says so, and is a mark on a
    // line instead of a bar that fills.
    const auto gist = text::find("track." + gauge.track() + ".gist");
    if (gist) panel.draw().line(words, panel.say(*gist), {Type::strong_small, Token::text_2});
    const Rect bar = row.middle_row(8);
    const float share = std::clamp(static_cast<float>(gauge.value()) / best, 0.0F, 1.0F);
    const float at = bar.left + bar.width() * share;
    if (gist) {
        panel.draw().horizontal_rule(bar.left, bar.right, bar.centre().y, Token::control_border);
        panel.draw().fill({at - 2, bar.top - 4, at + 2, bar.bottom + 4}, Token::attention);
        return;
    }
    panel.draw().border(bar, Token::control_border, 1, 4);
    if (share > 0) panel.draw().fill({bar.left, bar.top, at, bar.bottom}, Token::accent, 4);
}

}  // namespace

void draw_meetings(Panel& panel, Rect area, OverviewState& state) {
    const auto meetings = panel.view->all<v1::Meeting>();
    if (meetings.empty()) {
        empty_state(panel, area, Say::overview_meetings_empty, Say::overview_meetings_empty_body);
        return;
    }
    panel.draw().line(area.cut_top(26), panel.say(Say::overview_phase_of),
                      {Type::small, Token::text_2});
    std::vector<Row> rows;
    for (const v1::Meeting* meeting : meetings)
        rows.push_back(
            {"overview.meeting." + meeting->id(), 102, false, false, panel.in(meeting->name())});
    scroll_list(panel.ui, area, "overview.meetings", rows, state.meetings,
                [&](std::size_t index, Rect row, const Response&) {
                    draw_meeting(panel, row, *meetings[index]);
                });
}

void draw_tracks(Panel& panel, Rect area, OverviewState& state) {
    std::map<std::string, std::vector<const v1::TrackGauge*>> by_person;
    for (const v1::TrackGauge* gauge : panel.view->all<v1::TrackGauge>())
        by_person[gauge->person()].push_back(gauge);
    if (by_person.empty()) {
        empty_state(panel, area, Say::overview_tracks_empty, Say::overview_tracks_empty_body);
        return;
    }
    const std::string& hint = panel.say(Say::overview_tracks_hint);
    panel.draw().cut_paragraph(area, hint, {Type::small, Token::text_2}, 6);
    std::vector<Row> rows;
    std::vector<const std::vector<const v1::TrackGauge*>*> shown;
    for (const v1::Person* person : panel.view->all<v1::Person>()) {
        const auto found = by_person.find(person->id());
        if (found == by_person.end()) continue;
        rows.push_back({"overview.person." + person->id(),
                        40 + 28 * static_cast<float>(found->second.size()), false, false,
                        panel.in(person->name())});
        shown.push_back(&found->second);
    }
    scroll_list(panel.ui, area, "overview.tracks", rows, state.tracks,
                [&](std::size_t index, Rect row, const Response&) {
                    panel.draw().horizontal_rule(row.left, row.right, row.top);
                    row.cut_top(6);
                    panel.draw().line(row.cut_top(28), rows[index].label, {Type::strong});
                    for (const v1::TrackGauge* gauge : *shown[index])
                        draw_gauge(panel, row.cut_top(28), *gauge);
                });
}

void draw_moments(Panel& panel, Rect area, OverviewState& state) {
    const bool can = (panel.phase_is(Phase::running) || panel.phase_is(Phase::paused)) &&
                     panel.ui.excess_of("overview.moment") == 0;
    panel.draw().line(area.cut_top(24), panel.say(Say::overview_moment_name), {Type::strong});
    Rect row = area.cut_top(40);
    const std::string label = panel.say(Say::overview_moment_set);
    const ButtonLook look{.style = ButtonStyle::primary, .icon = Icon::bookmark, .enabled = can};
    const Rect place = row.cut_right(button_width(panel.ui, label, look));
    row.cut_right(12);
    const FieldResult typed =
        field(panel.ui, row, "overview.moment", state.moment,
              {.placeholder = panel.say(Say::trainer_moment_at, {clock_text(panel.sim_ms())}),
               .limit = contract::limits::bookmark_moment_title_characters});
    const bool pressed = button(panel.ui, place, "overview.moment_set", label, look);
    if ((pressed || typed.submitted) && can) {
        v1::Command command;
        const bool named = state.moment.find_first_not_of(' ') != std::string::npos;
        command.mutable_bookmark_moment()->set_title(
            named ? state.moment : panel.say(Say::trainer_moment_at, {clock_text(panel.sim_ms())}));
        panel.outbox.act(std::move(command));
        state.moment.clear();
    }
    area.cut_top(12);
    const auto moments = panel.view->all<v1::Moment>();
    if (moments.empty()) {
        empty_state(panel, area, Say::overview_moments_empty, Say::overview_moments_empty_body);
        return;
    }
    std::vector<Row> rows;
    for (const v1::Moment* each : moments)
        rows.push_back(
            {"overview.moment." + std::to_string(each->id()), 40, false, false, each->title()});
    scroll_list(panel.ui, area, "overview.moments", rows, state.moments,
                [&](std::size_t index, Rect line, const Response&) {
                    panel.draw().horizontal_rule(line.left, line.right, line.top);
                    panel.draw().line(line.cut_left(120), moment(panel, moments[index]->sim_ms()),
                                      {Type::small, Token::text_2});
                    panel.draw().line(line, moments[index]->title(), {});
                });
}

void draw_overview(Panel& panel, TrainerState& trainer) {
    OverviewState& state = trainer.overview;
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Dialog dialog(panel, "overview", 1100, std::min(760.0F, panel.ui.screen().height() - 32),
                  panel.say(Say::overview_title), state.tab == 0 ? "overview.search" : "");
    Rect head = dialog.bar;
    draw_pause_and_call(panel, head, "overview.clock");
    Rect body = dialog.body.inset(dialog.padding(), narrow ? 2 : 4);
    const Tab tabs[] = {{"items", panel.say(Say::overview_items)},
                        {"meetings", panel.say(Say::overview_meetings),
                         static_cast<int>(panel.view->all<v1::Meeting>().size())},
                        {"tracks", panel.say(Say::overview_tracks)},
                        {"moments", panel.say(Say::overview_moments),
                         static_cast<int>(panel.view->all<v1::Moment>().size())}};
    const int picked = tab_row(panel.ui, body.cut_top(narrow ? 36 : 44), "overview.tab", tabs,
                               state.tab, narrow ? 20 : 24);
    if (picked >= 0) state.tab = picked;
    body.cut_top(narrow ? 8 : 16);
    body.cut_bottom(narrow ? 4 : 12);
    if (state.tab == 1) draw_meetings(panel, body, state);
    if (state.tab == 2) draw_tracks(panel, body, state);
    if (state.tab == 3) draw_moments(panel, body, state);
    if (state.tab == 0) draw_holdings(panel, body, state);
    if (dialog.closed()) state.open = false;
}

}  // namespace casustafel::ui
