#include "client/ui/trainer_swap.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/select.hpp"

namespace casustafel::ui {
namespace {

// More would push the console off a small screen.
std::size_t calls_in_sight(const Panel& panel) {
    return panel.ui.layout() == Layout::narrow ? 1 : 2;
}

template <class Fill>
void act(Panel& panel, Fill fill) {
    v1::Command command;
    fill(command);
    panel.outbox.act(std::move(command));
}

// "Samira (VT)": who calls, and where that is.
std::string caller(const Panel& panel, std::uint32_t participant) {
    std::vector<std::string> roles;
    for (const v1::Role* role : panel.view->roles())
        if (role->occupant() == participant) roles.push_back(role->id());
    const std::string name = panel.model.name_of(participant);
    return roles.empty() ? name : name + " (" + enumerate(panel, roles) + ")";
}

// How many of those who move are ready, and who is waited for.
struct Progress {
    int ready = 0, all = 0;
    std::vector<std::string> waits_for;
};

Progress progress(const Panel& panel, const v1::SwapUnderWay& swap) {
    Progress found;
    for (const v1::Role* role : panel.view->roles()) {
        if (role->occupant() == 0 || model::swaps_with(swap, role->id()).empty()) continue;
        ++found.all;
        if (model::is_ready(swap, role->id()))
            ++found.ready;
        else
            found.waits_for.push_back(role->id());
    }
    return found;
}

// "Wissel" with its stage, and under it how many are ready and who is not.
void draw_stage(Panel& panel, Rect& row, const v1::SwapUnderWay& swap) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const auto [ready, all, waits_for] = progress(panel, swap);
    const std::string stage =
        panel.say(Say::trainer_swap_short) + ": " + panel.word("swap_stage", swap.stage());
    std::string words =
        panel.say(Say::swap_ready_of, {std::to_string(ready), std::to_string(all)}) + " " +
        in_sentence(panel.say(Say::swap_ready)) + ", " +
        (waits_for.empty() ? panel.say(Say::trainer_swap_all_ready)
                           : panel.say(Say::trainer_swap_waits_for, {enumerate(panel, waits_for)}));
    const Type type = narrow ? Type::strong_small : Type::strong;
    const float most = narrow ? 196.0F : panel.ui.layout() == Layout::wide ? 420.0F : 300.0F;
    const float wide = std::min(
        most,
        std::max(panel.draw().width(stage, type), panel.draw().width(words, Type::small)) + 1);
    if (!narrow) {
        panel.draw().icon({row.left + 10, row.centre().y}, Icon::swap, IconSize::control,
                          Token::accent);
        row.cut_left(30);
    }
    Rect place = row.cut_left(wide).middle_row(40);
    panel.draw().line(place.cut_top(22), stage, {type, Token::accent});
    panel.draw().line(place, words, {Type::small});
    row.cut_left(14);
}

bool named(const SwapWizardState& state, const std::string& role) {
    return std::any_of(state.pairs.begin(), state.pairs.end(),
                       [&](const auto& pair) { return pair.first == role || pair.second == role; });
}

void choose_role(Panel& panel, Rect area, const std::string& name, const SwapWizardState& state,
                 const std::string& not_this, std::string& role) {
    std::vector<Option> options;
    int chosen = -1;
    for (const v1::Role* each : panel.view->roles()) {
        if (each->autopilot_only() || each->id() == not_this || named(state, each->id())) continue;
        if (each->id() == role) chosen = static_cast<int>(options.size());
        options.push_back(
            {each->id(), each->id() + "  " + panel.in(each->name()), panel.occupant_name(*each)});
    }
    const int picked =
        select(panel.ui, area, name, options, chosen, panel.say(Say::item_act_choose));
    if (picked >= 0) role = options[static_cast<std::size_t>(picked)].key;
}

void draw_pairs(Panel& panel, Rect area, SwapWizardState& state) {
    Rect row = area.cut_top(40);
    const std::string add = panel.say(Say::trainer_swap_add);
    const bool can = !state.one.empty() && !state.other.empty() && state.one != state.other;
    const ButtonLook look{.icon = Icon::add, .enabled = can};
    const Rect place = row.cut_right(button_width(panel.ui, add, look));
    row.cut_right(12);
    const float half = row.width() / 2 - 6;
    choose_role(panel, row.cut_left(half), "swap_wizard.one", state, state.other, state.one);
    row.cut_left(12);
    choose_role(panel, row, "swap_wizard.other", state, state.one, state.other);
    if (button(panel.ui, place, "swap_wizard.add", add, look) && can) {
        state.pairs.emplace_back(state.one, state.other);
        state.one.clear();
        state.other.clear();
    }
    area.cut_top(10);
    std::vector<Row> rows(state.pairs.size(), Row{"", 40});
    std::size_t removed = state.pairs.size();
    scroll_list(
        panel.ui, area, "swap_wizard.pairs", rows, state.list,
        [&](std::size_t index, Rect line, const Response&) {
            const auto& [one, other] = state.pairs[index];
            line.right = area.right - 10;
            const std::string away = panel.say(Say::trainer_swap_remove);
            const ButtonLook quiet{.style = ButtonStyle::text, .small = true};
            if (button(panel.ui, line.cut_right(button_width(panel.ui, away, quiet)).middle_row(32),
                       "swap_wizard.remove." + one, away, quiet))
                removed = index;
            role_label(panel.ui, line.cut_left(110), panel.table_of(one), one);
            panel.draw().icon({line.left + 10, line.centre().y}, Icon::swap, IconSize::control,
                              Token::text_2);
            line.cut_left(36);
            role_label(panel.ui, line.cut_left(110), panel.table_of(other), other);
        },
        {.bare = true});
    if (removed < state.pairs.size())
        state.pairs.erase(state.pairs.begin() + static_cast<std::ptrdiff_t>(removed));
}

}  // namespace

void draw_swap_control(Panel& panel, Rect& row, TrainerState& state) {
    const v1::SwapUnderWay* swap = panel.view->swap();
    if (swap == nullptr) {
        if (!panel.phase_is("running") || row.width() < 160) return;
        const std::string label = panel.say(Say::swap_title);
        const ButtonLook look{.icon = Icon::swap};
        if (button(panel.ui, row.cut_left(button_width(panel.ui, label, look)).middle_row(40),
                   "trainer.swap", label, look))
            state.swap.open = true;
        row.cut_left(12);
        return;
    }
    draw_stage(panel, row, *swap);
    const bool writing = swap->stage() == "writing";
    const std::string on = panel.say(writing ? Say::trainer_swap_now : Say::trainer_swap_go_on);
    const ButtonLook look{.icon = panel.ui.layout() == Layout::narrow ? Icon::none : Icon::skip};
    if (button(panel.ui, row.cut_left(button_width(panel.ui, on, look)).middle_row(40),
               "trainer.swap_advance", on, look))
        act(panel, [](v1::Command& command) { command.mutable_advance_swap(); });
    row.cut_left(8);
    if (!writing) return;
    const std::string off = panel.say(Say::trainer_swap_cancel);
    const ButtonLook text_look{.style = ButtonStyle::text};
    const float off_wide = button_width(panel.ui, off, text_look);
    if (row.width() >= off_wide && button(panel.ui, row.cut_left(off_wide).middle_row(40),
                                          "trainer.swap_cancel", off, text_look))
        act(panel, [](v1::Command& command) { command.mutable_cancel_swap(); });
}

void draw_swap_wizard(Panel& panel, TrainerState& state) {
    SwapWizardState& wizard = state.swap;
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Dialog dialog(panel, "swap_wizard", 720, 520, panel.say(Say::trainer_swap_title));
    Rect footer = dialog.cut_footer(narrow ? 60 : 72).inset(narrow ? 16 : 32, 10);
    Rect body = dialog.body.inset(narrow ? 16 : 32, 12);
    body.cut_top(panel.draw().paragraph(body, panel.say(Say::trainer_swap_body),
                                        {Type::body, Token::text_2}) +
                 12);
    const Segment ways[] = {{"case", panel.say(Say::trainer_swap_of_case)},
                            {"own", panel.say(Say::trainer_swap_own)}};
    const int picked =
        segmented(panel.ui, body.cut_top(36), "swap_wizard.way", ways, wizard.own ? 1 : 0);
    if (picked >= 0) wizard.own = picked == 1;
    body.cut_top(14);
    body.cut_top(
        panel.draw().paragraph(
            body, panel.say(wizard.own ? Say::trainer_swap_own_body : Say::trainer_swap_case_body),
            {}) +
        12);
    if (wizard.own) draw_pairs(panel, body, wizard);
    const bool can = !wizard.own || !wizard.pairs.empty();
    const std::string label = panel.say(Say::trainer_swap_start);
    const ButtonLook primary{.style = ButtonStyle::primary, .icon = Icon::swap, .enabled = can};
    if (button(panel.ui, footer.cut_right(button_width(panel.ui, label, primary)).middle_row(40),
               "swap_wizard.start", label, primary) &&
        can) {
        act(panel, [&](v1::Command& command) {
            v1::StartSwap& start = *command.mutable_start_swap();
            if (!wizard.own) return;
            for (const auto& [one, other] : wizard.pairs) {
                v1::SwapPair& pair = *start.add_pairs();
                pair.set_one(one);
                pair.set_other(other);
            }
        });
        wizard = {};
        return;
    }
    if (dialog.closed()) wizard.open = false;
}

void draw_help_calls(Panel& panel, Rect& screen) {
    std::vector<const v1::HelpCall*> open;
    for (const v1::HelpCall* call : panel.view->help_calls())
        if (!call->answered()) open.push_back(call);
    const std::size_t most = calls_in_sight(panel);
    for (std::size_t index = 0; index < std::min(open.size(), most); ++index) {
        const v1::HelpCall& call = *open[index];
        panel.ui.area("help");
        Rect row = screen.cut_top(panel.ui.layout() == Layout::narrow ? 44 : 56);
        panel.draw().fill(row, Token::attention_soft);
        panel.draw().fill({row.left, row.top, row.left + 6, row.bottom}, Token::attention);
        panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1, Token::attention);
        row = row.inset(panel.ui.layout() == Layout::wide ? 24 : 16, 0);
        const std::string label = panel.say(Say::trainer_help_answer);
        const ButtonLook look{.style = ButtonStyle::primary, .icon = Icon::check};
        if (button(panel.ui,
                   row.cut_right(button_width(panel.ui, label, look))
                       .middle_row(std::min(40.0F, row.height() - 8)),
                   "help." + std::to_string(call.id()), label, look))
            act(panel,
                [&](v1::Command& command) { command.mutable_answer_help()->set_call(call.id()); });
        row.right -= 12;
        panel.draw().icon({row.left + 12, row.centre().y}, Icon::help, IconSize::large,
                          Token::attention);
        row.left += 36;
        if (index + 1 == most && open.size() > most) {
            const std::string more =
                panel.say(Say::trainer_help_more, {std::to_string(open.size() - most)});
            panel.draw().line(row.cut_right(panel.draw().width(more, Type::small) + 1), more,
                              {Type::small, Token::text_2});
            row.right -= 12;
        }
        const std::string who = caller(panel, call.participant());
        panel.draw().line(row,
                          call.text().empty()
                              ? panel.say(Say::trainer_help_asked, {who})
                              : panel.say(Say::trainer_help_asked_text, {who, call.text()}),
                          {Type::strong});
    }
}

}  // namespace casustafel::ui
