#include "client/ui/trainer/acts/trainer_onlookers.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "client/ui/frame/onlookers.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/trainer/watch/pace.hpp"
#include "proto/contract/limits.hpp"
#include "proto/text_rules/name.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 60;
constexpr std::array delays = {0, 1, 2, 5, 10, 15, 30, 60};
// A table and a role may be called the same.
constexpr std::string_view of_all = "all", of_table = "table:", of_role = "role:";

std::vector<Option> whose_eyes(const Panel& panel) {
    std::vector<Option> options{{std::string(of_all), panel.say(Say::onlookers_choose_all)}};
    for (const v1::Table* table : panel.view->all<v1::Table>())
        options.push_back({std::string(of_table) + table->id(),
                           panel.say(Say::onlookers_choose_table, {panel.in(table->name())})});
    for (const v1::Role* role : panel.view->all<v1::Role>())
        options.push_back(
            {std::string(of_role) + role->id(), role->id() + "  " + panel.role_name(role->id())});
    return options;
}

std::vector<Option> how_long_ago(const Panel& panel) {
    std::vector<Option> options;
    for (const int minutes : delays)
        options.push_back(
            {std::to_string(minutes),
             minutes == 0   ? panel.say(Say::onlookers_no_delay)
             : minutes == 1 ? panel.say(Say::onlookers_minute_later)
                            : panel.say(Say::onlookers_minutes_later, {std::to_string(minutes)})});
    return options;
}

void invite(Panel& panel, OnlookersState& state) {
    v1::ClientFrame frame;
    v1::InviteObserver& wish = *frame.mutable_invite_observer();
    wish.set_name(state.name);
    if (state.whom.starts_with(of_table)) wish.set_table(state.whom.substr(of_table.size()));
    if (state.whom.starts_with(of_role)) wish.set_role(state.whom.substr(of_role.size()));
    wish.set_delay_minutes(static_cast<std::uint32_t>(std::stoul(state.delay)));
    panel.outbox.say(std::move(frame));
    state.name.clear();
    state.whom.clear();
}

// Whom they see is always chosen; how long ago has a usual answer.
void draw_invite(Panel& panel, Rect& body, OnlookersState& state) {
    panel.draw().cut_paragraph(body, panel.say(Say::onlookers_invite_body),
                               {Type::small, Token::text_2}, 12);
    const bool typed =
        labelled_field(panel.ui, body, "onlookers.name", panel.say(Say::onlookers_name), state.name,
                       {.limit = contract::limits::invite_observer_name_characters})
            .submitted;
    body.cut_top(12);
    Rect row = body.cut_top(66);
    Rect left = row.cut_left((row.width() - 16) * 0.62F);
    row.cut_left(16);
    choose(panel, left, {"onlookers.whom", panel.say(Say::onlookers_whom), Say::item_act_choose},
           whose_eyes(panel), state.whom);
    choose(panel, row, {"onlookers.delay", panel.say(Say::onlookers_delay), Say::item_act_choose},
           how_long_ago(panel), state.delay);
    body.cut_top(12);
    const bool named = text_rules::is_drawn(state.name) && panel.ui.excess() == 0;
    const bool can = named && !state.whom.empty();
    Rect foot = body.cut_top(40);
    const bool pressed =
        button_left(panel.ui, foot, 40, "onlookers.invite", panel.say(Say::onlookers_invite),
                    {.style = ButtonStyle::primary, .icon = Icon::add, .enabled = can});
    foot.cut_left(12);
    if (!can && (named || !state.whom.empty()))
        reason_line(panel.ui, foot,
                    panel.say(named ? Say::onlookers_whom_first : Say::onlookers_name_first));
    if (can && (pressed || typed)) invite(panel, state);
}

const v1::ObserverLink* link_of(const Panel& panel, std::uint32_t observer) {
    for (const v1::ObserverLink& each : panel.model.observer_links)
        if (each.observer() == observer) return &each;
    return nullptr;
}

// What the trainer sends them: the link when there is one, else the code.
void copy_invitation(Panel& panel, const v1::ObserverLink& link, OnlookersState& state) {
    panel.ui.copy(link.address().empty() ? code_text(link.code()) : link.address());
    state.copied = link.observer();
}

void draw_onlooker(Panel& panel, Rect row, const v1::Observer& observer, OnlookersState& state) {
    panel.draw().horizontal_rule(row.left, row.right, row.top);
    const std::string id = std::to_string(observer.id());
    if (button_right(panel.ui, row, 32, "onlookers.stop." + id, panel.say(Say::onlookers_stop),
                     {.style = ButtonStyle::text, .small = true}))
        act_as_trainer(panel, [&](v1::Command& command) {
            command.mutable_dismiss_observer()->set_observer(observer.id());
        });
    row.right -= 8;
    if (const v1::ObserverLink* link = link_of(panel, observer.id())) {
        const bool copied = state.copied == observer.id();
        if (button_right(panel.ui, row, 32, "onlookers.copy." + id,
                         panel.say(copied ? Say::onlookers_copied : Say::onlookers_copy),
                         {.icon = copied ? Icon::check : Icon::copy, .small = true}))
            copy_invitation(panel, *link, state);
        row.right -= 16;
        const std::string code = code_text(link->code());
        panel.draw().line(row.cut_right(panel.draw().width(code, Type::heading) + 1), code,
                          {Type::heading, Token::accent});
        row.right -= 16;
    }
    panel.draw().icon({row.left + 8, row.centre().y},
                      observer.connected() ? Icon::eye : Icon::offline, IconSize::control,
                      observer.connected() ? Token::good : Token::text_2);
    row.left += 30;
    row = row.middle_row(42);
    panel.draw().line(row.cut_top(22), panel.model.observer_name_of(observer.id()), {Type::strong});
    std::string words = at_start(onlooker_words(panel, observer));
    if (!observer.connected()) words += " · " + panel.say(Say::onlookers_away);
    panel.draw().line(row, words, {Type::small, Token::text_2});
}

}  // namespace

void draw_trainer_onlookers(Panel& panel, OnlookersState& state) {
    Dialog dialog(panel, "onlookers", 800, 560, panel.say(Say::onlookers_title), "onlookers.name");
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        if (panel.phase_is(Phase::ended))
            panel.draw().cut_paragraph(body, panel.say(Say::onlookers_ended), {}, 12);
        else
            draw_invite(panel, body, state);
        body.cut_top(16);
        for (const v1::Observer* each : panel.view->all<v1::Observer>())
            draw_onlooker(panel, body.cut_top(row_height), *each, state);
    });
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed()) state = {};
}

}  // namespace casustafel::ui
