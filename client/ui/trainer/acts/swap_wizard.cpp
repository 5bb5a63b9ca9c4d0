#include "client/ui/trainer/acts/swap_wizard.hpp"

#include <algorithm>
#include <set>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/trainer/watch/pace.hpp"

namespace casustafel::ui {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr float pair_height = 40;

Pairs planned(const Panel& panel) {
    Pairs pairs;
    for (const v1::ViewPair& pair : panel.view->find<v1::Session>()->planned_swap())
        pairs.emplace_back(pair.one(), pair.other());
    return pairs;
}

bool named(const SwapWizardState& state, const std::string& role) {
    return std::any_of(state.pairs.begin(), state.pairs.end(),
                       [&](const auto& pair) { return pair.first == role || pair.second == role; });
}

void choose_role(Panel& panel, Rect area, const std::string& name, const SwapWizardState& state,
                 const std::string& not_this, std::string& role) {
    std::vector<Option> options;
    int chosen = -1;
    for (const v1::Role* each : panel.view->all<v1::Role>()) {
        if (each->autopilot_only() || each->id() == not_this || named(state, each->id())) continue;
        if (each->id() == role) chosen = static_cast<int>(options.size());
        options.push_back(
            {each->id(), each->id() + "  " + panel.in(each->name()), panel.occupant_name(*each)});
    }
    const int picked =
        select(panel.ui, area, name, options, chosen, panel.say(Say::item_act_choose));
    if (picked >= 0) role = options[static_cast<std::size_t>(picked)].key;
}

// "OVJ Daan", or who else plays it.
void draw_player(Panel& panel, Rect area, const std::string& id) {
    area.cut_left(role_label(panel.ui, area, panel.table_of(id), id) + 8);
    if (const v1::Role* role = panel.view->find<v1::Role>(id))
        panel.draw().line(area, panel.player_of(*role), {Type::body, Token::text_2});
}

void draw_pair(Panel& panel, Rect line, const std::string& one, const std::string& other) {
    const Rect left = line.cut_left((line.width() - 36) / 2);
    draw_player(panel, left, one);
    panel.draw().icon({line.left + 10, line.centre().y}, Icon::swap, IconSize::control,
                      Token::text_2);
    line.cut_left(36);
    draw_player(panel, line, other);
}

// Everybody hears it as an inject, which can be taken back like any other; nothing hastens it.
void announce(Panel& panel, SwapWizardState& wizard) {
    act_as_trainer(panel, [&](v1::Command& command) {
        v1::ImproviseInject& inject = *command.mutable_improvise_inject();
        inject.set_title(panel.say(Say::trainer_swap_announce_title));
        inject.set_text(panel.say(Say::trainer_swap_announce_text));
    });
    wizard.announced = true;
}

void draw_announce(Panel& panel, Rect& foot, SwapWizardState& wizard) {
    const std::string label =
        panel.say(wizard.announced ? Say::trainer_swap_announced : Say::trainer_swap_announce);
    const ButtonLook look{.icon = wizard.announced ? Icon::check : Icon::message,
                          .enabled = !wizard.announced && panel.runs()};
    const Rect place =
        foot.cut_right(button_width(panel.ui, label, look)).middle_row(space::control);
    foot.cut_right(8);
    if (button(panel.ui, place, "swap_wizard.announce", label, look) && look.enabled)
        announce(panel, wizard);
}

void draw_chooser(Panel& panel, Rect row, SwapWizardState& state) {
    const std::string add = panel.say(Say::trainer_swap_add);
    const bool can = !state.one.empty() && !state.other.empty() && state.one != state.other;
    const ButtonLook look{.icon = Icon::add, .enabled = can};
    const std::string words = is_narrow(panel.ui) ? std::string() : add;
    const Rect place = row.cut_right(is_narrow(panel.ui) ? 40 : button_width(panel.ui, add, look));
    row.cut_right(12);
    const float half = row.width() / 2 - 6;
    choose_role(panel, row.cut_left(half), "swap_wizard.one", state, state.other, state.one);
    row.cut_left(12);
    choose_role(panel, row, "swap_wizard.other", state, state.one, state.other);
    if (!button(panel.ui, place, "swap_wizard.add", words, look, add) || !can) return;
    state.pairs.emplace_back(state.one, state.other);
    state.one.clear();
    state.other.clear();
}

// The pairs under each other; those of one's own can be taken out again.
void draw_pairs(Panel& panel, Rect& area, const Pairs& pairs, SwapWizardState& state) {
    std::size_t removed = pairs.size();
    for (std::size_t index = 0; index < pairs.size(); ++index) {
        const auto& [one, other] = pairs[index];
        Rect line = area.cut_top(pair_height);
        keep_whole(panel.ui, line);
        panel.draw().horizontal_rule(line.left, line.right, line.top);
        if (state.own) {
            if (button_right(panel.ui, line, 32, "swap_wizard.remove." + one,
                             panel.say(Say::trainer_swap_remove),
                             {.style = ButtonStyle::text, .small = true}))
                removed = index;
        }
        draw_pair(panel, line, one, other);
    }
    if (state.own && removed < state.pairs.size())
        state.pairs.erase(state.pairs.begin() + static_cast<std::ptrdiff_t>(removed));
}

// "10 rollen wisselen, 11 niet"
std::string counted(const Panel& panel, const Pairs& pairs) {
    std::set<std::string> moves;
    for (const auto& [one, other] : pairs) moves.insert({one, other});
    return panel.say(Say::trainer_swap_counts,
                     {std::to_string(moves.size()),
                      std::to_string(panel.view->all<v1::Role>().size() - moves.size())});
}

void start(Panel& panel, SwapWizardState& wizard) {
    act_as_trainer(panel, [&](v1::Command& command) {
        v1::StartSwap& start = *command.mutable_start_swap();
        if (!wizard.own) return;
        for (const auto& [one, other] : wizard.pairs) {
            v1::SwapPair& pair = *start.add_pairs();
            pair.set_one(one);
            pair.set_other(other);
        }
    });
    wizard = {};
}

void draw_steps(Panel& panel, Rect& body, const Pairs& of_case, SwapWizardState& wizard) {
    const bool narrow = is_narrow(panel.ui);
    if (!narrow)
        panel.draw().cut_paragraph(body, panel.say(Say::trainer_swap_body),
                                   {Type::body, Token::text_2}, 12);
    const Segment ways[] = {{"case", panel.say(Say::trainer_swap_of_case), !of_case.empty()},
                            {"own", panel.say(Say::trainer_swap_own)}};
    const int picked =
        segmented(panel.ui, body.cut_top(36), "swap_wizard.way", ways, wizard.own ? 1 : 0);
    if (picked >= 0) wizard.own = picked == 1;
    body.cut_top(8);
    if (of_case.empty()) {
        reason_line(panel.ui, body.cut_top(24), panel.say(Say::trainer_swap_no_plan));
        body.cut_top(4);
    }
    if (!narrow || !wizard.own)
        panel.draw().cut_paragraph(
            body, panel.say(wizard.own ? Say::trainer_swap_own_body : Say::trainer_swap_case_body),
            {}, 10);
    if (wizard.own) {
        draw_chooser(panel, body.cut_top(40), wizard);
        body.cut_top(8);
    }
    // A copy: taking a pair out while they are drawn would pull the list away from under it.
    const Pairs shown = wizard.own ? wizard.pairs : of_case;
    draw_pairs(panel, body, shown, wizard);
}

}  // namespace

void draw_swap_wizard(Panel& panel, TrainerState& state) {
    SwapWizardState& wizard = state.swap;
    const Pairs of_case = planned(panel);
    if (of_case.empty()) wizard.own = true;
    Dialog dialog(panel, "swap_wizard", 720, 480, panel.say(Say::trainer_swap_title));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) { draw_steps(panel, body, of_case, wizard); });
    const Pairs& shown = wizard.own ? wizard.pairs : of_case;
    // No key for it: it stops everybody.
    const std::string why = shown.empty()   ? panel.say(Say::trainer_swap_missing)
                            : !panel.runs() ? panel.say(Say::injects_not_paused)
                                            : std::string();
    const bool started = foot_button(dialog, foot,
                                     {.name = "swap_wizard.start",
                                      .label = panel.say(Say::trainer_swap_start),
                                      .why = why,
                                      .icon = Icon::swap,
                                      .by_key = false});
    draw_announce(panel, foot, wizard);
    dialog.cancel(foot);
    reason_line(panel.ui, foot, why.empty() ? counted(panel, shown) : why);
    if (started) return start(panel, wizard);
    if (dialog.closed()) wizard.open = wizard.announced = false;
}

}  // namespace casustafel::ui
