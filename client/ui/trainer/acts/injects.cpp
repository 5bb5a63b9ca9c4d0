#include "client/ui/trainer/acts/injects.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

// What a scroll bar takes.
constexpr float bar_room = 10;
constexpr Measure row_height{54, 54, 46}, heading_height{32, 32, 24}, words_inset{12, 12, 4};
constexpr float second_line = 20, pending_height = 108, away_line = 20;
// In a wide row the buttons stand beside the words.
constexpr float wide_row = 480, pending_height_wide = 66;

void act(Panel& panel, const std::string& inject, v1::Command::WhatCase what) {
    v1::Command command;
    if (what == v1::Command::kFireInject) command.mutable_fire_inject()->set_inject(inject);
    if (what == v1::Command::kRetractInject) command.mutable_retract_inject()->set_inject(inject);
    if (what == v1::Command::kHastenInject) command.mutable_hasten_inject()->set_inject(inject);
    panel.outbox.act(std::move(command));
}

bool is_away(const Panel& panel, const std::string& id) {
    const v1::Role* role = panel.view->find<v1::Role>(id);
    return role != nullptr && panel.is_away(*role);
}

// What comes after "Gaat over 8 seconden", or that it waits for somebody who is away.
std::string pending_line(const Panel& panel, const v1::InjectControl& inject, int left) {
    const std::string to = in_sentence(addressees(panel, inject));
    if (!panel.runs())
        return addressees(panel, inject) + ", " + panel.say(Say::trainer_stands_still);
    return left == 1 ? panel.say(Say::injects_pending_one, {to})
                     : panel.say(Say::injects_pending, {std::to_string(left), to});
}

std::vector<std::string> away(const Panel& panel, const v1::InjectControl& inject) {
    std::vector<std::string> roles;
    for (const std::string& role : inject.to())
        if (is_away(panel, role)) roles.push_back(role);
    return roles;
}

// Counted from when the server last said it: an inject can be pending more than once.
int seconds_left(const Panel& panel, const v1::InjectControl& inject) {
    panel.ui.wake_after(0.5);
    return static_cast<int>(
        panel.model.left_ms(*panel.view,
                            contract::entity_key(contract::entities::inject_control, inject.id()),
                            inject.effective_in_ms(), panel.now_ms) /
        1000);
}

void draw_pending(Panel& panel, Rect row, const v1::InjectControl& inject) {
    row.bottom -= 8;
    panel.draw().fill(row, Token::accent_soft, radius::control);
    if (borders_for_fills(panel.draw().contrast()))
        panel.draw().border(row, Token::accent, 1, radius::control);
    Rect inner = row.inset(12, 8);
    panel.draw().icon({inner.left + 10, inner.top + 20}, Icon::flash, IconSize::control,
                      Token::accent);
    const std::string undo = panel.say(Say::injects_undo), now = panel.say(Say::injects_now);
    const ButtonLook undo_look{.icon = Icon::undo, .small = true},
        now_look{.style = ButtonStyle::text, .small = true};
    const float undo_wide = button_width(panel.ui, undo, undo_look),
                now_wide = button_width(panel.ui, now, now_look);
    const bool beside = row.height() < pending_height - 8;
    Rect buttons = beside ? inner.cut_right(undo_wide + 8 + now_wide) : inner.cut_bottom(32);
    buttons = buttons.middle_row(32);
    if (!beside) inner.cut_bottom(4);
    Rect words = inner;
    words.left += 32;
    words.right -= 8;
    panel.draw().line(words.cut_top(22), panel.in(inject.title()), {Type::strong});
    panel.draw().line(words.cut_top(20), pending_line(panel, inject, seconds_left(panel, inject)),
                      {Type::small, Token::text_2});
    if (const auto roles = away(panel, inject); !roles.empty())
        panel.draw().line(words, panel.say(Say::injects_away, {enumerate(panel, roles)}),
                          {Type::small, Token::attention});
    const bool taken_back = button(panel.ui, buttons.cut_left(undo_wide),
                                   "inject." + inject.id() + ".undo", undo, undo_look);
    buttons.cut_left(8);
    const bool hastened = button(panel.ui, buttons.cut_left(now_wide),
                                 "inject." + inject.id() + ".now", now, now_look);
    if (taken_back || (!panel.ui.typing_before() && panel.ui.take(Intent::undo)))
        act(panel, inject.id(), v1::Command::kRetractInject);
    if (hastened) act(panel, inject.id(), v1::Command::kHastenInject);
}

// What became of it; one that was on its way when the session ended never came.
std::string status_of(const Panel& panel, const v1::InjectControl& inject) {
    return inject.status() == contract::InjectStatus::pending && panel.phase_is(Phase::ended)
               ? contract::word(contract::InjectStatus::skipped)
               : inject.status();
}

// One that was held back, or did not come because of what it asks, can still be sent by hand.
bool is_held(const Panel& panel, const v1::InjectControl& inject) {
    return inject.status() == contract::InjectStatus::skipped && !panel.phase_is(Phase::ended);
}

void draw_inject(Panel& panel, Rect row, const v1::InjectControl& inject) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    Rect inner = row;
    if (inject.timed()) {
        Rect when = inner.cut_left(56).middle_row(38);
        panel.draw().line(when.cut_top(20), clock_text(inject.at_sim_ms()), {Type::strong});
        panel.draw().line(when,
                          panel.say(Say::table_day, {std::to_string(day_of(inject.at_sim_ms()))}),
                          {Type::small, Token::text_2});
    } else {
        panel.draw().icon({inner.left + 20, inner.centre().y}, Icon::flash, IconSize::control,
                          Token::text_2);
        inner.cut_left(56);
    }
    const bool can = inject.status() == contract::InjectStatus::waiting || is_held(panel, inject);
    if (can) {
        if (button_right(panel.ui, inner, 32, "inject." + inject.id() + ".start",
                         panel.say(Say::injects_start), {.enabled = panel.runs(), .small = true})) {
            act(panel, inject.id(), v1::Command::kFireInject);
        }
    } else {
        const std::string status = panel.word("inject_status", status_of(panel, inject));
        icon_label(panel.ui, inner.cut_right(panel.draw().width(status, Type::small) + 24),
                   inject.status() == contract::InjectStatus::effective ? Icon::check : Icon::undo,
                   status, Tone::neutral, false, Align::right);
    }
    inner.right -= 8;
    Rect words = inner.middle_row(row.height() - words_inset.in(panel.ui));
    words.cut_top(panel.draw().paragraph(words, panel.in(inject.title()), {}, 2));
    panel.draw().line(words.cut_top(second_line), addressees(panel, inject),
                      {Type::small, Token::text_2});
}

// A title on two lines makes its row higher.
float height_of(Panel& panel, const v1::InjectControl& inject, float width) {
    if (status_of(panel, inject) == contract::InjectStatus::pending)
        return (width >= wide_row ? pending_height_wide : pending_height) +
               (away(panel, inject).empty() ? 0 : away_line);
    const bool waits = inject.status() == contract::InjectStatus::waiting || is_held(panel, inject);
    const std::string label = waits ? panel.say(Say::injects_start)
                                    : panel.word("inject_status", status_of(panel, inject));
    const float beside = waits ? button_width(panel.ui, label, {.small = true})
                               : panel.draw().width(label, Type::small) + 24;
    const float title = panel.draw().paragraph_height(width - 56 - beside - 8,
                                                      panel.in(inject.title()), Type::body, 2);
    return row_height.in(panel.ui) - 22 + title;
}

// The group an inject stands in: pending, on time, ready, held back, done.
int group_of(const Panel& panel, const v1::InjectControl& inject) {
    if (status_of(panel, inject) == contract::InjectStatus::pending) return 0;
    if (inject.status() == contract::InjectStatus::waiting) return inject.timed() ? 1 : 2;
    return is_held(panel, inject) ? 3 : 4;
}

// More than there is room for: then a bar takes some of the width.
bool scrolls(Panel& panel, Rect area) {
    std::set<int> groups;
    float high = 0;
    for (const v1::InjectControl* inject : panel.view->all<v1::InjectControl>()) {
        groups.insert(group_of(panel, *inject));
        high += height_of(panel, *inject, area.width());
    }
    return high + static_cast<float>(groups.size()) * heading_height.in(panel.ui) > area.height();
}

}  // namespace

const v1::InjectControl* pressing_inject(const Panel& panel) {
    if (panel.ui.layout() != Layout::narrow || panel.phase_is(Phase::ended)) return nullptr;
    for (const v1::InjectControl* inject : panel.view->all<v1::InjectControl>())
        if (inject->status() == contract::InjectStatus::pending) return inject;
    return nullptr;
}

std::string addressees(const Panel& panel, const v1::InjectControl& inject) {
    if (inject.to_size() == 0)
        return panel.say(Say::injects_to, {panel.say(Say::trainer_everybody)});
    return panel.say(Say::injects_to, {enumerate(panel, {inject.to().begin(), inject.to().end()})});
}

std::string pending_words(const Panel& panel, const v1::InjectControl& inject) {
    const std::string& title = panel.in(inject.title());
    const std::string to = in_sentence(addressees(panel, inject));
    if (!panel.runs()) return title + ", " + to + ", " + panel.say(Say::trainer_stands_still);
    return panel.say(Say::injects_strip, {title, to, std::to_string(seconds_left(panel, inject))});
}

void draw_injects(Panel& panel, Rect area, TrainerState& state) {
    panel.ui.area("injects");
    const auto injects = panel.view->all<v1::InjectControl>();
    const bool narrow = is_narrow(panel.ui);
    Rect head = area.cut_top(narrow ? 36 : 44);
    const std::string own = panel.say(Say::injects_own);
    const ButtonLook look{
        .style = ButtonStyle::text, .icon = Icon::add, .enabled = panel.runs(), .small = true};
    // Its words end where the buttons of the rows end.
    if (button(panel.ui,
               head.cut_right(button_width(panel.ui, own, look)).middle_row(32).moved(10, 0),
               "injects.own", own, look))
        state.improvising = true;
    if (panel.ui.layout() == Layout::wide) {
        const Rect title = panel.draw().line(head, panel.say(Say::injects_title), {Type::panel});
        count_pill(panel.ui, {title.right + 8, head.centre().y}, std::to_string(injects.size()));
    }
    if (!panel.runs())
        reason_line(panel.ui, area.cut_top(28),
                    panel.phase_is(Phase::ended)
                        ? panel.say(Say::trainer_ended) + "."
                        : panel.say(panel.phase_is(Phase::lobby) ? Say::injects_not_yet
                                                                 : Say::injects_not_paused));
    if (injects.empty()) {
        empty_state(panel, area, Say::injects_empty, Say::injects_empty_body);
        return;
    }
    const Say headings[] = {Say::injects_title, Say::injects_timed, Say::injects_ready,
                            Say::injects_held, Say::injects_done};
    const float width = area.width() - (scrolls(panel, area) ? bar_room : 0);
    std::vector<Row> rows;
    std::vector<const v1::InjectControl*> shown;
    std::vector<int> groups;
    for (int group = 0; group < static_cast<int>(std::size(headings)); ++group) {
        // Rows are few on a small screen: its first heading stands above the list.
        bool headed = group == 0 || (narrow && rows.empty());
        for (const v1::InjectControl* inject : injects) {
            if (group_of(panel, *inject) != group || inject == pressing_inject(panel)) continue;
            if (!std::exchange(headed, true)) {
                rows.push_back(
                    {"", heading_height.in(panel.ui), true, false, panel.say(headings[group])});
                shown.push_back(nullptr);
                groups.push_back(0);
            }
            rows.push_back({"inject." + inject->id(), height_of(panel, *inject, width), false,
                            false, panel.in(inject->title())});
            shown.push_back(inject);
            groups.push_back(group);
        }
    }
    const int picked =
        scroll_list(panel.ui, area, "injects", rows, state.injects,
                    [&](std::size_t index, Rect row, const Response&) {
                        row.right = std::min(row.right, area.right);
                        if (shown[index] == nullptr)
                            panel.draw().line(row, rows[index].label, {Type::small, Token::text_2});
                        else if (group_of(panel, *shown[index]) == 0)
                            draw_pending(panel, row, *shown[index]);
                        else
                            draw_inject(panel, row, *shown[index]);
                    });
    const auto first = static_cast<std::size_t>(state.injects.first);
    if (narrow && first < groups.size() && groups[first] > 0)
        panel.draw().line(head, panel.say(headings[groups[first]]), {Type::small, Token::text_2});
    if (picked >= 0) state.inject = shown[static_cast<std::size_t>(picked)]->id();
}

}  // namespace casustafel::ui
