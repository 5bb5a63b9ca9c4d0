#include "client/ui/trainer/acts/inject_dialogs.hpp"

#include <algorithm>

#include "client/ui/acts/recipients.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/trainer/acts/injects.hpp"
#include "client/ui/trainer/watch/pace.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float column_padding = 16, high_text = 200, low_text = 64;

bool has_audience(const ImproviseDraft& draft) {
    return draft.audience == Audience::everybody ||
           (draft.audience == Audience::some && !draft.to.empty());
}

// Why it cannot be sent yet; empty: it can.
std::string missing(const Panel& panel, const ImproviseDraft& draft) {
    if (!has_audience(draft)) return panel.say(Say::injects_write_choose);
    if (blank(draft.title) || blank(draft.text)) return panel.say(Say::injects_missing);
    return panel.phase_is(Phase::running) ? std::string() : panel.say(Say::share_not_running);
}

// The button says whom it goes to.
std::string send_words(const Panel& panel, const ImproviseDraft& draft) {
    if (draft.audience == Audience::some && !draft.to.empty()) {
        if (draft.to.size() > 2)
            return panel.say(Say::injects_write_send_some, {std::to_string(draft.to.size())});
        return panel.say(Say::injects_write_send_to,
                         {enumerate(panel, {draft.to.begin(), draft.to.end()})});
    }
    if (draft.audience != Audience::everybody) return panel.say(Say::injects_write_send);
    const auto roles = panel.view->all<v1::Role>();
    const auto people = std::count_if(roles.begin(), roles.end(),
                                      [](const v1::Role* role) { return role->occupant() != 0; });
    return panel.say(Say::injects_write_send_all, {std::to_string(people)});
}

void draw_audience(Panel& panel, Rect& area, ImproviseDraft& draft) {
    panel.draw().cut_line(area, 22, panel.say(Say::injects_write_to), {Type::strong}, 4);
    const Segment ways[] = {{"everybody", panel.say(Say::injects_write_everybody)},
                            {"some", panel.say(Say::injects_write_some)}};
    const int chosen = draft.audience == Audience::unchosen    ? -1
                       : draft.audience == Audience::everybody ? 0
                                                               : 1;
    const int picked = segmented(panel.ui, area.cut_top(36), "improvise.audience", ways, chosen);
    if (picked >= 0) draft.audience = picked == 0 ? Audience::everybody : Audience::some;
    area.cut_top(10);
}

void draw_fields(Panel& panel, Rect& body, ImproviseDraft& draft, float text_height) {
    panel.draw().cut_line(body, 22, panel.say(Say::injects_write_name), {Type::strong}, 4);
    field(panel.ui, body.cut_top(40), "improvise.title", draft.title,
          {.limit = contract::limits::improvise_inject_title_characters});
    body.cut_top(10);
    panel.draw().cut_line(body, 22, panel.say(Say::injects_write_text), {Type::strong}, 4);
    field(panel.ui, body.cut_top(text_height), "improvise.text", draft.text,
          {.several_lines = true, .limit = contract::limits::improvise_inject_text_characters});
}

// Small: one column that scrolls.
void draw_column(Panel& panel, Rect& inner, ImproviseDraft& draft) {
    draw_audience(panel, inner, draft);
    if (draft.audience == Audience::some) {
        for (const std::string& role : other_roles(panel, {})) {
            const bool on = draft.to.contains(role);
            if (!check_box(panel.ui, inner.cut_top(32), "improvise.to." + role,
                           role + "  " + panel.role_name(role), on ? Tick::full : Tick::none))
                continue;
            if (on)
                draft.to.erase(role);
            else
                draft.to.insert(role);
        }
        inner.cut_top(10);
    }
    draw_fields(panel, inner, draft, low_text);
}

// For whom beside what; as high as the higher of the two, and who does not fit is scrolled to.
void draw_side_by_side(Panel& panel, Dialog& dialog, TrainerState& state) {
    ImproviseDraft& draft = state.improvise;
    Rect fields = dialog.body.inset(dialog.padding(), column_padding);
    Rect people = fields.cut_left(400);
    fields.cut_left(32);
    const float top = fields.top;
    draw_fields(panel, fields, draft, high_text);
    draw_audience(panel, people, draft);
    float needed = fields.top - top;
    if (draft.audience == Audience::some) {
        const std::vector<RecipientGroup> groups{{"", other_roles(panel, {})}};
        const float wanted = recipients_height(panel, groups, false);
        needed = std::max(needed, people.top - top + wanted);
        draw_recipients(panel, people.cut_top(wanted), "improvise.to", groups,
                        {draft.to, nullptr, state.improvise_to});
    }
    dialog.fit(needed + 2 * column_padding);
}

// To whom, what it deals out, and what happens.
void draw_inject_words(Panel& panel, Rect& inner, const v1::InjectControl& inject) {
    const TextLook small{Type::small, Token::text_2};
    panel.draw().line(inner.cut_top(24), addressees(panel, inject), small);
    if (inject.timed() && inject.status() == contract::InjectStatus::waiting)
        panel.draw().line(inner.cut_top(24),
                          panel.say(Say::injects_comes, {moment(panel, inject.at_sim_ms())}),
                          small);
    if (inject.deals_size() > 0)
        panel.draw().line(
            inner.cut_top(24),
            panel.say(Say::injects_deals,
                      {enumerate(panel, {inject.deals().begin(), inject.deals().end()})}),
            small);
    inner.cut_top(8);
    panel.draw().cut_paragraph(inner, panel.in(inject.text()), {Type::reading});
}

void send(Panel& panel, TrainerState& state) {
    ImproviseDraft& draft = state.improvise;
    act_as_trainer(panel, [&](v1::Command& command) {
        v1::ImproviseInject& inject = *command.mutable_improvise_inject();
        inject.set_title(draft.title);
        inject.set_text(draft.text);
        if (draft.audience == Audience::some)
            for (const std::string& role : draft.to) inject.add_to(role);
    });
    draft = {};
    state.improvising = false;
}

// In other words: what the case wrote does not come, and what the trainer makes of it does.
void adapt(const Panel& panel, TrainerState& state, const v1::InjectControl& inject) {
    ImproviseDraft& draft = state.improvise;
    draft = {.audience = inject.to().empty() ? Audience::everybody : Audience::some,
             .title = panel.in(inject.title()),
             .text = panel.in(inject.text()),
             .to = {inject.to().begin(), inject.to().end()},
             .instead = true};
    state.improvising = true;
}

}  // namespace

void draw_improvise(Panel& panel, TrainerState& state) {
    ImproviseDraft& draft = state.improvise;
    Dialog dialog(panel, "improvise", 960, 480, panel.say(Say::injects_write_title),
                  "improvise.audience.everybody");
    const Rect foot = dialog.cut_foot();
    if (panel.ui.layout() == Layout::narrow)
        dialog.page([&](Rect& inner) { draw_column(panel, inner, draft); });
    else
        draw_side_by_side(panel, dialog, state);
    if (draw_foot(dialog, foot,
                  {.name = "improvise.act",
                   .label = send_words(panel, draft),
                   .why = missing(panel, draft),
                   .note = draft.instead ? panel.say(Say::injects_instead) : std::string(),
                   .icon = Icon::flash}))
        return send(panel, state);
    if (dialog.closed()) state.improvising = false;
}

void draw_inject_text(Panel& panel, TrainerState& state) {
    const auto* found = panel.view->find<v1::InjectControl>(state.inject);
    if (found == nullptr) {
        state.inject.clear();
        return;
    }
    const v1::InjectControl& inject = *found;
    Dialog dialog(panel, "inject", 640, 320, panel.in(inject.title()));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& inner) { draw_inject_words(panel, inner, inject); });
    const bool waits = inject.status() == contract::InjectStatus::waiting;
    std::string why;
    if (!panel.runs())
        why = panel.say(panel.phase_is(Phase::lobby) ? Say::injects_not_yet
                                                     : Say::injects_not_paused);
    const bool started = waits && foot_button(dialog, foot,
                                              {.name = "inject.start",
                                               .label = panel.say(Say::injects_start),
                                               .why = why,
                                               .icon = Icon::flash,
                                               .by_key = false});
    dialog.cancel(foot, Say::ui_close);
    foot.cut_right(8);
    const bool lives = waits && !panel.phase_is(Phase::ended);
    const bool adapted =
        lives && button_left(panel.ui, foot, 40, "inject.adapt", panel.say(Say::injects_adapt),
                             {.icon = Icon::pencil});
    foot.cut_left(lives ? 8 : 0);
    const bool held = lives && inject.timed() &&
                      button_left(panel.ui, foot, 40, "inject.hold", panel.say(Say::injects_hold),
                                  {.icon = Icon::pause});
    foot.cut_left(8);
    if (held || adapted)
        act_as_trainer(panel, [&](v1::Command& command) {
            command.mutable_hold_back_inject()->set_inject(inject.id());
        });
    if (adapted) adapt(panel, state, inject);
    if (held || adapted) {
        state.inject.clear();
        return;
    }
    if (waits && !why.empty()) reason_line(panel.ui, foot, why);
    if (started)
        act_as_trainer(panel, [&](v1::Command& command) {
            command.mutable_fire_inject()->set_inject(inject.id());
        });
    if (started || dialog.closed()) state.inject.clear();
}

}  // namespace casustafel::ui
