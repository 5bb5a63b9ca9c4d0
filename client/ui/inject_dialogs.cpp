// The text of an inject, and the one that a trainer writes: for whom first, then what happens.
#include <algorithm>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/field.hpp"
#include "client/ui/injects.hpp"
#include "client/ui/recipients.hpp"
#include "client/ui/trainer_controls.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t longest_title_bytes = 120, longest_text_bytes = 2000;

bool blank(const std::string& text) { return text.find_first_not_of(" \n") == std::string::npos; }

bool has_audience(const ImproviseDraft& draft) {
    return draft.audience == Audience::everybody ||
           (draft.audience == Audience::some && !draft.to.empty());
}

// Why it cannot be sent yet; empty: it can.
std::string missing(const Panel& panel, const ImproviseDraft& draft) {
    if (!has_audience(draft)) return panel.say(Say::injects_write_choose);
    if (blank(draft.title) || blank(draft.text)) return panel.say(Say::injects_missing);
    return panel.phase_is("running") ? std::string() : panel.say(Say::share_not_running);
}

// The button says whom it goes to.
std::string send_words(const Panel& panel, const ImproviseDraft& draft) {
    if (draft.audience == Audience::some && !draft.to.empty()) {
        if (draft.to.size() > 2)
            return panel.say(Say::injects_write_send_some, {std::to_string(draft.to.size())});
        return panel.say(Say::injects_write_send_to,
                         {enumerate(panel, {draft.to.begin(), draft.to.end()})});
    }
    return panel.say(Say::injects_write_send_all, {std::to_string(panel.view->roles().size())});
}

void draw_audience(Panel& panel, Rect& area, ImproviseDraft& draft) {
    panel.draw().line(area.cut_top(22), panel.say(Say::injects_write_to), {Type::strong});
    area.cut_top(4);
    const Segment ways[] = {{"everybody", panel.say(Say::injects_write_everybody)},
                            {"some", panel.say(Say::injects_write_some)}};
    const int chosen = draft.audience == Audience::unchosen    ? -1
                       : draft.audience == Audience::everybody ? 0
                                                               : 1;
    const int picked = segmented(panel.ui, area.cut_top(36), "improvise.audience", ways, chosen);
    if (picked >= 0) draft.audience = picked == 0 ? Audience::everybody : Audience::some;
    area.cut_top(10);
}

void draw_fields(Panel& panel, Rect body, ImproviseDraft& draft) {
    panel.draw().line(body.cut_top(22), panel.say(Say::injects_write_name), {Type::strong});
    body.cut_top(4);
    field(panel.ui, body.cut_top(40), "improvise.title", draft.title,
          {.limit_bytes = longest_title_bytes});
    body.cut_top(10);
    panel.draw().line(body.cut_top(22), panel.say(Say::injects_write_text), {Type::strong});
    body.cut_top(4);
    field(panel.ui, body.cut_top(std::clamp(body.height(), 64.0F, 240.0F)), "improvise.text",
          draft.text, {.several_lines = true, .limit_bytes = longest_text_bytes});
}

// Small: one column that scrolls.
void draw_column(Panel& panel, Rect body, ImproviseDraft& draft) {
    scroll_area(panel.ui, body, "improvise.form", [&](Rect inner) {
        const float top = inner.top;
        inner.bottom = inner.top + 100'000;
        draw_audience(panel, inner, draft);
        if (draft.audience == Audience::some) {
            for (const std::string& role : other_roles(panel, {})) {
                const bool on = draft.to.contains(role);
                if (check_box(panel.ui, inner.cut_top(32), "improvise.to." + role,
                              role + "  " + panel.role_name(role), on ? Tick::full : Tick::none)) {
                    if (on)
                        draft.to.erase(role);
                    else
                        draft.to.insert(role);
                }
            }
            inner.cut_top(10);
        }
        Rect fields = inner.cut_top(166);
        draw_fields(panel, fields, draft);
        return inner.top - top;
    });
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

}  // namespace

void draw_improvise(Panel& panel, TrainerState& state) {
    ImproviseDraft& draft = state.improvise;
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Dialog dialog(panel, "improvise", 960, 600, panel.say(Say::injects_write_title),
                  "improvise.audience.everybody");
    Rect footer = dialog.cut_footer(narrow ? 56 : 72).inset(narrow ? 16 : 32, narrow ? 8 : 10);
    Rect body = dialog.body.inset(narrow ? 16 : 32, narrow ? 6 : 16);
    if (narrow) {
        draw_column(panel, body, draft);
    } else {
        Rect people = body.cut_left(400);
        body.cut_left(32);
        draw_audience(panel, people, draft);
        if (draft.audience == Audience::some)
            draw_recipients(panel, people, "improvise.to", {{"", other_roles(panel, {})}},
                            {draft.to, nullptr, state.improvise_to});
        draw_fields(panel, body, draft);
    }
    const std::string why = missing(panel, draft);
    const std::string label = send_words(panel, draft);
    const ButtonLook primary{
        .style = ButtonStyle::primary, .icon = Icon::flash, .enabled = why.empty()};
    const bool pressed =
        button(panel.ui, footer.cut_right(button_width(panel.ui, label, primary)).middle_row(40),
               "improvise.act", label, primary);
    footer.right -= 12;
    if (!why.empty()) reason_line(panel.ui, footer, why);
    if ((pressed || panel.ui.take({Key::enter, false, true})) && why.empty())
        return send(panel, state);
    if (dialog.closed()) state.improvising = false;
}

void draw_inject_text(Panel& panel, TrainerState& state) {
    const v1::Entity* entity = panel.view->find("inject:" + state.inject);
    if (entity == nullptr || !entity->has_inject_control()) {
        state.inject.clear();
        return;
    }
    const v1::InjectControl& inject = entity->inject_control();
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const float side = narrow ? 16 : 32;
    const float measure = std::min(640.0F, panel.ui.screen().width()) - 2 * side;
    const float needed =
        64 + 16 + 24 + (inject.deals_size() > 0 ? 24 : 0) + 8 +
        panel.draw().paragraph_height(measure, panel.in(inject.text()), Type::reading) + 32 + 72;
    Dialog dialog(panel, "inject", 640, std::clamp(needed, 240.0F, 560.0F),
                  panel.in(inject.title()));
    const bool can = inject.status() == "waiting" && panel.phase_is("running");
    bool started = false;
    if (inject.status() == "waiting") {
        Rect footer = dialog.cut_footer(narrow ? 56 : 72).inset(side, narrow ? 8 : 16);
        const std::string label = panel.say(Say::injects_start);
        const ButtonLook primary{
            .style = ButtonStyle::primary, .icon = Icon::flash, .enabled = can};
        started = button(panel.ui, footer.cut_right(button_width(panel.ui, label, primary)),
                         "inject.start", label, primary) &&
                  can;
        footer.right -= 12;
        if (!can)
            reason_line(panel.ui, footer,
                        panel.say(panel.phase_is("paused") ? Say::injects_not_paused
                                                           : Say::injects_not_yet));
    }
    Rect body = dialog.body.inset(side, narrow ? 8 : 16);
    panel.draw().line(body.cut_top(24), addressees(panel, inject), {Type::small, Token::text_2});
    if (inject.deals_size() > 0)
        panel.draw().line(
            body.cut_top(24),
            panel.say(Say::injects_deals,
                      {enumerate(panel, {inject.deals().begin(), inject.deals().end()})}),
            {Type::small, Token::text_2});
    body.cut_top(8);
    scroll_area(panel.ui, body, "inject.text", [&](Rect inner) {
        inner.bottom = inner.top + 100'000;
        return panel.draw().paragraph(inner, panel.in(inject.text()), {Type::reading});
    });
    if (started)
        act_as_trainer(panel, [&](v1::Command& command) {
            command.mutable_fire_inject()->set_inject(inject.id());
        });
    if (started || dialog.closed()) state.inject.clear();
}

}  // namespace casustafel::ui
