#include "client/ui/frame/top_bar.hpp"

#include <cmath>

#include "client/ui/frame/glossary.hpp"
#include "client/ui/frame/guide.hpp"
#include "client/ui/frame/onlookers.hpp"
#include "client/ui/frame/role_card_page.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr int percents[] = {100, 125, 150, 175, 200};

int percent_of(const Ui& ui) { return static_cast<int>(std::lround(ui.settings().scale * 100)); }

void step_scale(Ui& ui, int direction) {
    Settings settings = ui.settings();
    const int now = percent_of(ui);
    int next = direction > 0 ? percents[0] : percents[std::size(percents) - 1];
    for (const int percent : percents) {
        if (direction > 0 && percent > now) {
            next = percent;
            break;
        }
        if (direction < 0 && percent < now) next = percent;
    }
    if (direction < 0 && now <= percents[0]) next = percents[0];
    settings.scale = static_cast<float>(next) / 100;
    ui.change(settings);
}

void toggle_contrast(Ui& ui) {
    Settings settings = ui.settings();
    settings.contrast = settings.contrast == Contrast::light ? Contrast::high : Contrast::light;
    ui.change(settings);
}

void set_language(Ui& ui, text::Language language) {
    Settings settings = ui.settings();
    settings.language = language;
    ui.change(settings);
}

// What this role can do about the triage now; empty: nothing.
std::string triage_act(const Panel& panel) {
    const v1::Triage* triage = panel.view->find<v1::Triage>();
    const v1::RoleCard* card = panel.view->find<v1::RoleCard>(panel.role);
    if (triage == nullptr || card == nullptr || !panel.may_act()) return {};
    if (triage->status() == contract::TriageStatus::none) return panel.say(Say::ui_menu_put_up);
    const bool accepts =
        triage->status() == contract::TriageStatus::put_up && card->accepts_triage();
    return accepts ? panel.say(Say::ui_menu_accept) : std::string();
}

void take_scale_keys(Ui& ui) {
    if (ui.take_anywhere(Intent::larger)) step_scale(ui, 1);
    if (ui.take_anywhere(Intent::smaller)) step_scale(ui, -1);
    if (!ui.take_anywhere(Intent::usual_size)) return;
    Settings settings = ui.settings();
    settings.scale = ui.usual_scale;
    ui.change(settings);
}

}  // namespace

float height_of_bar(const Ui& ui) {
    return ui.layout() == Layout::wide ? bar_height : bar_height_compact;
}

Rect draw_bar(Panel& panel, Rect bar) {
    Painter& draw = panel.draw();
    draw.fill(bar, Token::surface);
    draw.horizontal_rule(bar.left, bar.right, bar.bottom - 1);
    panel.ui.area("bar");
    take_scale_keys(panel.ui);
    const float pad = measure::pad.in(panel.ui);
    Rect inner = bar.inset(pad, 0);
    if (panel.ui.layout() != Layout::narrow) {
        const Rect words = draw.line(inner, panel.say(Say::program_name), {Type::panel});
        inner.cut_left(words.width() + 24);
    }
    return inner;
}

void draw_connection(Panel& panel, Rect& bar) {
    const bool ready = panel.model.link == model::Link::ready ||
                       (panel.model.link == model::Link::greeting && panel.model.participant == 0);
    const bool greeting = panel.model.link == model::Link::greeting;
    const std::string words = panel.say(ready      ? Say::ui_connected
                                        : greeting ? Say::ui_connecting
                                                   : Say::ui_offline);
    const Tone tone = ready ? Tone::good : panel.trouble.lasting ? Tone::wrong : Tone::attention;
    const Icon icon = ready ? Icon::wifi : Icon::offline;
    if (panel.ui.layout() == Layout::narrow) {
        const Rect place = bar.cut_right(28);
        panel.draw().icon(place.centre(), icon, IconSize::control, words_of(tone));
        return;
    }
    const float wide = panel.draw().width(words, Type::small) + 24;
    icon_label(panel.ui, bar.cut_right(wide), icon, words, tone, !ready);
}

void draw_settings(Panel& panel, Rect& bar) {
    Ui& ui = panel.ui;
    panel.draw().vertical_rule(bar.right - 16, bar.centre().y - 16, bar.centre().y + 16);
    bar.cut_right(32);
    const Segment languages[] = {{"nl", "NL"}, {"en", "EN"}};
    const bool english = panel.english();
    const int picked =
        segmented(ui, bar.cut_right(84).middle_row(32), "bar.language", languages, english ? 1 : 0);
    if (picked >= 0) set_language(ui, picked == 1 ? text::Language::en : text::Language::nl);
    bar.cut_right(16);
    const ButtonLook contrast{.style = ButtonStyle::quiet, .icon = Icon::contrast, .small = true};
    const std::string contrast_label =
        ui.layout() == Layout::narrow ? std::string() : panel.say(Say::ui_contrast);
    if (button_right(ui, bar, 32, "bar.contrast", contrast_label, contrast,
                     panel.say(Say::ui_contrast))) {
        toggle_contrast(ui);
    }
    bar.cut_right(8);
    if (button_right(ui, bar, 32, "bar.text_size",
                     panel.say(Say::ui_text_size, {std::to_string(percent_of(ui))}),
                     {.style = ButtonStyle::quiet, .icon = Icon::format_size, .small = true})) {
        step_scale(ui, 1);
    }
}

std::string draw_menu(Panel& panel, Rect& bar, BarState& state, bool can_leave,
                      const std::vector<Option>& first) {
    Ui& ui = panel.ui;
    const Rect more = bar.cut_right(40).middle_row(40);
    if (button(ui, more, "bar.menu", {}, {.style = ButtonStyle::quiet, .icon = Icon::more},
               panel.say(Say::ui_menu))) {
        open_list(ui, "bar.menu");
    }
    std::vector<Option> options = first;
    const bool in_play =
        !panel.model.trainer && (panel.phase_is(Phase::running) || panel.phase_is(Phase::paused));
    if (in_play) options.push_back({"help", panel.say(Say::ui_menu_help)});
    const bool seated = !panel.model.trainer && panel.view != nullptr &&
                        panel.view->find<v1::RoleCard>(panel.role) != nullptr;
    options.insert(options.end(),
                   {{"larger", panel.say(Say::ui_menu_larger)},
                    {"smaller", panel.say(Say::ui_menu_smaller)},
                    {"contrast", panel.say(ui.settings().contrast == Contrast::light
                                               ? Say::ui_menu_contrast_on
                                               : Say::ui_menu_contrast_off)},
                    {"language", panel.say(Say::ui_menu_language)},
                    {"sounds", panel.say(ui.settings().sounds ? Say::ui_menu_sounds_off
                                                              : Say::ui_menu_sounds_on)},
                    {"keys", panel.say(Say::ui_menu_keys)},
                    {"glossary", panel.say(Say::ui_menu_glossary)}});
    if (seated) {
        options.push_back({"practice", panel.say(Say::ui_menu_practice)});
        options.push_back({"drafts", panel.say(Say::ui_menu_drafts)});
        options.push_back({"print", panel.say(Say::ui_menu_print)});
    }
    if (panel.view != nullptr && !panel.model.trainer && !panel.view->all<v1::Observer>().empty())
        options.push_back({"onlookers", onlookers_count(panel)});
    if (!panel.model.code.empty())
        options.push_back(
            {"copy_code", panel.say(Say::ui_menu_copy_code), code_text(panel.model.code)});
    if (can_leave) options.push_back({"leave", panel.say(Say::ui_menu_leave)});
    // What comes and goes stands under what stays, and what stops everybody by itself.
    const std::string triage = seated ? triage_act(panel) : std::string();
    if (!triage.empty()) options.push_back({"triage", triage});
    if (in_play)
        options.push_back(
            {"pause", panel.say(Say::ui_menu_pause), panel.say(Say::ui_menu_pause_note), true});
    const int picked = dropped_list(ui, more, "bar.menu", options);
    if (picked < 0) return {};
    const std::string& key = options[static_cast<std::size_t>(picked)].key;
    if (static_cast<std::size_t>(picked) < first.size()) return key;
    if (key == "larger") step_scale(ui, 1);
    if (key == "smaller") step_scale(ui, -1);
    if (key == "contrast") toggle_contrast(ui);
    if (key == "language")
        set_language(ui, panel.english() ? text::Language::nl : text::Language::en);
    if (key == "sounds") {
        Settings settings = ui.settings();
        settings.sounds = !settings.sounds;
        ui.change(settings);
    }
    if (key == "triage") state.triage_asked = true;
    if (key == "keys") state.help.open = Help::keys;
    if (key == "glossary") open_glossary(state.help);
    if (key == "practice") state.help.open = Help::practice;
    if (key == "drafts") state.help.open = Help::drafts;
    if (key == "print") print_role_card(panel, state);
    if (key == "onlookers") state.help.open = Help::onlookers;
    if (key == "copy_code" && ui.copy(panel.model.code))
        state.tell = {Tone::good, panel.say(Say::ui_copied), panel.say(Say::ui_copied_body)};
    if (key == "leave") state.leave_asked = true;
    if (key == "pause") state.help.open = Help::pause;
    if (key == "help") open_guide(state.help);
    return {};
}

bool draw_leave_question(Panel& panel, BarState& state, std::string_view title,
                         std::string_view body, std::string_view act) {
    Dialog dialog(panel.ui, "leave", 520, 232, title, "leave.no");
    Rect footer = dialog.cut_footer().inset(32, 16);
    panel.draw().paragraph(dialog.body.inset(32, 20), body, {});
    const ButtonLook primary{.style = ButtonStyle::primary};
    const bool yes = button_right(panel.ui, footer, 0, "leave.yes", act, primary);
    footer.cut_right(8);
    const bool no = button_right(panel.ui, footer, 0, "leave.no", panel.say(Say::ui_cancel),
                                 {.style = ButtonStyle::text});
    if (dialog.closed() || no || yes) state.leave_asked = false;
    return yes;
}

}  // namespace casustafel::ui
