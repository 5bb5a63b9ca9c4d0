#include "client/ui/injects.hpp"

#include <algorithm>
#include <utility>

#include "client/ui/button.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/field.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/notice.hpp"
#include "client/ui/recipients.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 54, pending_height = 108;
constexpr std::size_t longest_title_bytes = 120, longest_text_bytes = 2000;

void act(Panel& panel, const std::string& inject, v1::Command::WhatCase what) {
    v1::Command command;
    if (what == v1::Command::kFireInject) command.mutable_fire_inject()->set_inject(inject);
    if (what == v1::Command::kRetractInject) command.mutable_retract_inject()->set_inject(inject);
    if (what == v1::Command::kHastenInject) command.mutable_hasten_inject()->set_inject(inject);
    panel.outbox.act(std::move(command));
}

std::string addressees(const Panel& panel, const v1::InjectControl& inject) {
    if (inject.to_size() == 0)
        return panel.say(Say::injects_to, {panel.say(Say::trainer_everybody)});
    return panel.say(Say::injects_to, {enumerate(panel, {inject.to().begin(), inject.to().end()})});
}

int seconds_left(const Panel& panel, TrainerState& state, const v1::InjectControl& inject) {
    const auto since = state.pending_since_ms.try_emplace(inject.id(), panel.now_ms).first->second;
    panel.ui.wake_after(0.5);
    return static_cast<int>(
        std::max<std::int64_t>(0, inject.effective_in_ms() - (panel.now_ms - since)) / 1000);
}

void draw_pending(Panel& panel, Rect row, TrainerState& state, const v1::InjectControl& inject) {
    row.bottom -= 8;
    panel.draw().fill(row, Token::accent_soft, radius::control);
    if (borders_for_fills(panel.draw().contrast()))
        panel.draw().border(row, Token::accent, 1, radius::control);
    Rect inner = row.inset(12, 8);
    panel.draw().icon({inner.left + 10, inner.top + 20}, Icon::flash, IconSize::control,
                      Token::accent);
    Rect words = inner.cut_top(42);
    words.left += 32;
    panel.draw().line(words.cut_top(22), panel.in(inject.title()), {Type::strong});
    panel.draw().line(
        words,
        addressees(panel, inject) + ". " +
            panel.say(Say::injects_pending, {std::to_string(seconds_left(panel, state, inject))}),
        {Type::small, Token::text_2});
    Rect buttons = inner.cut_bottom(32);
    const std::string undo = panel.say(Say::injects_undo), now = panel.say(Say::injects_now);
    const ButtonLook undo_look{.icon = Icon::undo, .small = true},
        now_look{.style = ButtonStyle::text, .small = true};
    const bool taken_back =
        button(panel.ui, buttons.cut_left(button_width(panel.ui, undo, undo_look)),
               "inject." + inject.id() + ".undo", undo, undo_look);
    buttons.cut_left(8);
    const bool hastened = button(panel.ui, buttons.cut_left(button_width(panel.ui, now, now_look)),
                                 "inject." + inject.id() + ".now", now, now_look);
    KeyPress undo_key{Key::character, false, true};
    undo_key.character = 'z';
    if (taken_back || (!panel.ui.typing_before() && panel.ui.take(undo_key)))
        act(panel, inject.id(), v1::Command::kRetractInject);
    if (hastened) act(panel, inject.id(), v1::Command::kHastenInject);
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
    if (inject.status() == "waiting") {
        const std::string label = panel.say(Say::injects_start);
        const ButtonLook look{.enabled = panel.phase_is("running"), .small = true};
        if (button(panel.ui, inner.cut_right(button_width(panel.ui, label, look)).middle_row(32),
                   "inject." + inject.id() + ".start", label, look)) {
            act(panel, inject.id(), v1::Command::kFireInject);
        }
    } else {
        const std::string status = panel.word("inject_status", inject.status());
        icon_label(panel.ui, inner.cut_right(panel.draw().width(status, Type::small) + 24),
                   inject.status() == "effective" ? Icon::check : Icon::undo, status, Tone::neutral,
                   false, Align::right);
    }
    inner.right -= 8;
    Rect words = inner.middle_row(42);
    panel.draw().line(words.cut_top(22), panel.in(inject.title()), {});
    panel.draw().line(words, addressees(panel, inject), {Type::small, Token::text_2});
}

// The group an inject stands in: pending, on time, ready, done.
int group_of(const v1::InjectControl& inject) {
    if (inject.status() == "pending") return 0;
    if (inject.status() == "waiting") return inject.timed() ? 1 : 2;
    return 3;
}

}  // namespace

void draw_injects(Panel& panel, Rect area, TrainerState& state) {
    panel.ui.area("injects");
    const auto injects = panel.view->injects();
    Rect head = area.cut_top(44);
    const std::string own = panel.say(Say::injects_own);
    const ButtonLook look{.style = ButtonStyle::text,
                          .icon = Icon::add,
                          .enabled = panel.phase_is("running"),
                          .small = true};
    if (button(panel.ui, head.cut_right(button_width(panel.ui, own, look)).middle_row(32),
               "injects.own", own, look))
        state.improvising = true;
    if (panel.ui.layout() == Layout::wide) {
        const Rect title = panel.draw().line(head, panel.say(Say::injects_title), {Type::panel});
        count_pill(panel.ui, {title.right + 8, head.centre().y}, std::to_string(injects.size()));
    }
    if (injects.empty()) {
        empty_state(panel.ui, area,
                    {panel.say(Say::injects_empty), panel.say(Say::injects_empty_body)});
        return;
    }
    const Say headings[] = {Say::injects_title, Say::injects_timed, Say::injects_ready,
                            Say::injects_done};
    std::vector<Row> rows;
    std::vector<const v1::InjectControl*> shown;
    for (int group = 0; group < 4; ++group) {
        bool headed = group == 0;
        for (const v1::InjectControl* inject : injects) {
            if (group_of(*inject) != group) continue;
            if (!std::exchange(headed, true)) {
                rows.push_back({"", 32, true, false, panel.say(headings[group])});
                shown.push_back(nullptr);
            }
            rows.push_back({"inject." + inject->id(), group == 0 ? pending_height : row_height,
                            false, false, panel.in(inject->title())});
            shown.push_back(inject);
        }
    }
    const int picked =
        scroll_list(panel.ui, area, "injects", rows, state.injects,
                    [&](std::size_t index, Rect row, const Response&) {
                        row.right = std::min(row.right, area.right);
                        if (shown[index] == nullptr)
                            panel.draw().line(row, rows[index].label, {Type::small, Token::text_2});
                        else if (group_of(*shown[index]) == 0)
                            draw_pending(panel, row, state, *shown[index]);
                        else
                            draw_inject(panel, row, *shown[index]);
                    });
    if (picked >= 0) state.inject = shown[static_cast<std::size_t>(picked)]->id();
}

void draw_improvise(Panel& panel, TrainerState& state) {
    ImproviseDraft& draft = state.improvise;
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Dialog dialog(panel, "improvise", 960, 600, panel.say(Say::injects_write_title),
                  "improvise.title");
    Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(narrow ? 16 : 32, 10);
    Rect body = dialog.body;
    if (!narrow) {
        Rect people = body.cut_left(400);
        panel.draw().vertical_rule(people.right, people.top, people.bottom);
        people = people.inset(24, 12);
        people.cut_top(
            panel.draw().paragraph(people, panel.say(Say::injects_write_to), {Type::strong}) + 8);
        draw_recipients(panel, people, "improvise.to", {{"", other_roles(panel, {})}},
                        {draft.to, nullptr, state.improvise_to});
    }
    body = body.inset(narrow ? 16 : 32, narrow ? 6 : 16);
    panel.draw().line(body.cut_top(22), panel.say(Say::injects_write_name), {Type::strong});
    body.cut_top(4);
    field(panel.ui, body.cut_top(40), "improvise.title", draft.title,
          {.limit_bytes = longest_title_bytes});
    body.cut_top(12);
    panel.draw().line(body.cut_top(22), panel.say(Say::injects_write_text), {Type::strong});
    body.cut_top(4);
    field(panel.ui, body.cut_top(std::max(40.0F, std::min(200.0F, body.height()))),
          "improvise.text", draft.text, {.several_lines = true, .limit_bytes = longest_text_bytes});
    const auto blank = [](const std::string& text) {
        return text.find_first_not_of(" \n") == std::string::npos;
    };
    const std::string why = blank(draft.title) || blank(draft.text)
                                ? panel.say(Say::injects_missing)
                            : panel.phase_is("running") ? std::string()
                                                        : panel.say(Say::share_not_running);
    const std::string label = panel.say(Say::injects_write_send);
    const ButtonLook primary{
        .style = ButtonStyle::primary, .icon = Icon::flash, .enabled = why.empty()};
    const bool pressed =
        button(panel.ui, footer.cut_right(button_width(panel.ui, label, primary)).middle_row(40),
               "improvise.act", label, primary);
    footer.right -= 12;
    if (!why.empty()) reason_line(panel.ui, footer, why);
    if ((pressed || panel.ui.take({Key::enter, false, true})) && why.empty()) {
        v1::Command command;
        command.mutable_improvise_inject()->set_title(draft.title);
        command.mutable_improvise_inject()->set_text(draft.text);
        for (const std::string& role : draft.to) command.mutable_improvise_inject()->add_to(role);
        panel.outbox.act(std::move(command));
        draft = {};
        state.improvising = false;
        return;
    }
    if (dialog.closed()) state.improvising = false;
}

void draw_inject_text(Panel& panel, TrainerState& state) {
    const v1::Entity* entity = panel.view->find("inject:" + state.inject);
    if (entity == nullptr || !entity->has_inject_control()) {
        state.inject.clear();
        return;
    }
    const v1::InjectControl& inject = entity->inject_control();
    Dialog dialog(panel, "inject", 640, 360, panel.in(inject.title()));
    Rect body = dialog.body.inset(32, 16);
    panel.draw().line(body.cut_top(24), addressees(panel, inject), {Type::small, Token::text_2});
    if (inject.deals_size() > 0) {
        panel.draw().line(
            body.cut_top(24),
            panel.say(Say::injects_deals,
                      {enumerate(panel, {inject.deals().begin(), inject.deals().end()})}),
            {Type::small, Token::text_2});
    }
    body.cut_top(8);
    scroll_area(panel.ui, body, "inject.text", [&](Rect inner) {
        inner.bottom = inner.top + 100'000;
        return panel.draw().paragraph(inner, panel.in(inject.text()), {Type::reading});
    });
    if (dialog.closed()) state.inject.clear();
}

}  // namespace casustafel::ui
