#include "client/ui/top_bar.hpp"

#include <cmath>

#include "client/ui/button.hpp"
#include "client/ui/choice.hpp"
#include "client/ui/dialog.hpp"
#include "client/ui/scroll_list.hpp"
#include "client/ui/select.hpp"

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

struct Strip {
    bool shown = false;
    Tone tone = Tone::attention;
    std::string title, body;
};

Strip standing_strip(const Panel& panel) {
    const model::Model& model = panel.model;
    if (model.link != model::Link::ready && model.participant == 0 && !model.trainer) {
        if (panel.trouble.sentence.empty()) return {};
        return {true, panel.trouble.lasting ? Tone::wrong : Tone::attention,
                panel.say(Say::notice_lasting), panel.trouble.sentence};
    }
    if (panel.trouble.lasting)
        return {true, Tone::wrong, panel.say(Say::notice_lasting), panel.trouble.sentence};
    if (model.link != model::Link::ready) {
        const std::string body = model.waiting > 0 ? panel.say(Say::notice_offline_waiting,
                                                               {std::to_string(model.waiting)})
                                                   : panel.say(Say::notice_offline_body);
        return {true, Tone::attention, panel.say(Say::notice_offline), body};
    }
    if (!model.held.empty())
        return {true, Tone::attention, panel.say(Say::notice_held), panel.word("hold", model.held)};
    if (panel.phase_is("paused") && !model.trainer) {
        return {true, Tone::attention, panel.say(Say::notice_paused),
                panel.say(Say::notice_paused_body)};
    }
    return {};
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
    const float pad = panel.ui.layout() == Layout::wide ? 24 : 16;
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
    const Tone tone = ready ? Tone::good : Tone::attention;
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
    if (button(ui, bar.cut_right(button_width(ui, contrast_label, contrast)).middle_row(32),
               "bar.contrast", contrast_label, contrast, panel.say(Say::ui_contrast))) {
        toggle_contrast(ui);
    }
    bar.cut_right(8);
    const ButtonLook size{.style = ButtonStyle::quiet, .icon = Icon::format_size, .small = true};
    const std::string label = panel.say(Say::ui_text_size, {std::to_string(percent_of(ui))});
    if (button(ui, bar.cut_right(button_width(ui, label, size)).middle_row(32), "bar.text_size",
               label, size)) {
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
    options.insert(options.end(), {{"larger", panel.say(Say::ui_menu_larger)},
                                   {"smaller", panel.say(Say::ui_menu_smaller)},
                                   {"contrast", panel.say(ui.settings().contrast == Contrast::light
                                                              ? Say::ui_menu_contrast_on
                                                              : Say::ui_menu_contrast_off)},
                                   {"language", panel.say(Say::ui_menu_language)},
                                   {"keys", panel.say(Say::ui_menu_keys)}});
    if (can_leave) options.push_back({"leave", panel.say(Say::ui_menu_leave)});
    const bool in_play =
        !panel.model.trainer && (panel.phase_is("running") || panel.phase_is("paused"));
    if (in_play) {
        options.push_back(
            {"pause", panel.say(Say::ui_menu_pause), panel.say(Say::ui_menu_pause_note)});
        options.push_back({"help", panel.say(Say::ui_menu_help)});
    }
    const int picked = dropped_list(ui, more, "bar.menu", options);
    if (picked < 0) return {};
    const std::string& key = options[static_cast<std::size_t>(picked)].key;
    if (static_cast<std::size_t>(picked) < first.size()) return key;
    if (key == "larger") step_scale(ui, 1);
    if (key == "smaller") step_scale(ui, -1);
    if (key == "contrast") toggle_contrast(ui);
    if (key == "language")
        set_language(ui, panel.english() ? text::Language::nl : text::Language::en);
    if (key == "keys") state.keys_open = true;
    if (key == "leave") state.leave_asked = true;
    if (key == "pause") {
        v1::Command command = panel.command();
        command.mutable_call_pause();
        panel.outbox.act(std::move(command));
    }
    if (key == "help") {
        v1::Command command = panel.command();
        command.mutable_call_for_help();
        panel.outbox.act(std::move(command));
        state.tell = {Tone::neutral, panel.say(Say::ui_help_called),
                      panel.say(Say::ui_help_called_body)};
    }
    return {};
}

void draw_strips(Panel& panel, Rect& screen, BarState& state) {
    Ui& ui = panel.ui;
    const Strip standing = standing_strip(panel);
    const float pad = ui.layout() == Layout::wide ? 24 : 16;
    const auto place = [&](std::string_view title, std::string_view body, float less) {
        const Rect inner = screen.inset(pad, 0);
        const float high = notice_height(ui, inner.width() - less, {title, body});
        Rect strip = screen.cut_top(high + 8);
        return Rect{strip.left + pad, strip.top + 8, strip.right - pad, strip.bottom};
    };
    if (standing.shown) {
        notice(ui, place(standing.title, standing.body, 0), standing.tone,
               {standing.title, standing.body});
    }
    if (state.tell.title.empty()) return;
    ui.area("notice");
    const Rect area = place(state.tell.title, state.tell.body, 40);
    if (closable_notice(ui, area, "notice.close", state.tell.tone,
                        {state.tell.title, state.tell.body}))
        state.tell = {};
}

void draw_keys(Panel& panel, BarState& state) {
    struct Line {
        std::vector<const char*> keys;
        Say says;
    };
    std::vector<Line> lines = {{{"F6"}, Say::ui_key_areas},
                               {{"Tab"}, Say::ui_key_tab},
                               {{"↑", "↓", "←", "→"}, Say::ui_key_arrows},
                               {{"↵"}, Say::ui_key_enter},
                               {{"Spatie"}, Say::ui_key_space},
                               {{"Esc"}, Say::ui_key_escape},
                               {{"Ctrl ↵"}, Say::ui_key_send},
                               {{"D", "V", "M", "A"}, Say::ui_key_item},
                               {{"Alt 1", "Alt 4"}, Say::ui_key_questions},
                               {{"Ctrl Spatie"}, Say::ui_key_pause}};
    if (panel.model.trainer) {
        lines.push_back({{"Ctrl M"}, Say::ui_key_moment});
        lines.push_back({{"Ctrl Z"}, Say::ui_key_retract});
    }
    Dialog dialog(panel.ui, "keys", 640, 600, panel.say(Say::ui_keys_title));
    scroll_area(panel.ui, dialog.body.inset(panel.ui.layout() == Layout::narrow ? 16 : 32, 12),
                "keys.text", [&](Rect body) {
                    const float top = body.top;
                    body.bottom = body.top + 100'000;
                    for (const Line& line : lines) {
                        const float high = panel.draw().paragraph_height(
                            body.width() - 150, panel.say(line.says), Type::body);
                        Rect row = body.cut_top(std::max(40.0F, high + 14));
                        float x = row.left;
                        for (const char* key : line.keys)
                            x += keycap(panel.ui, {x, row.centre().y}, key) + 6;
                        row.left += 150;
                        panel.draw().paragraph(row.middle_row(high), panel.say(line.says), {});
                    }
                    body.cut_top(8);
                    body.cut_top(panel.draw().paragraph(body, panel.say(Say::ui_console_hint),
                                                        {Type::small, Token::text_2}));
                    return body.top - top;
                });
    if (dialog.closed() || panel.ui.take({ui::Key::f1})) state.keys_open = false;
}

bool draw_leave_question(Panel& panel, BarState& state, std::string_view title,
                         std::string_view body, std::string_view act) {
    Dialog dialog(panel.ui, "leave", 520, 232, title, "leave.no");
    Rect footer = dialog.cut_footer().inset(32, 16);
    panel.draw().paragraph(dialog.body.inset(32, 20), body, {});
    const ButtonLook primary{.style = ButtonStyle::primary};
    const bool yes = button(panel.ui, footer.cut_right(button_width(panel.ui, act, primary)),
                            "leave.yes", act, primary);
    footer.cut_right(8);
    const std::string cancel = panel.say(Say::ui_cancel);
    const ButtonLook text_look{.style = ButtonStyle::text};
    const bool no = button(panel.ui, footer.cut_right(button_width(panel.ui, cancel, text_look)),
                           "leave.no", cancel, text_look);
    if (dialog.closed() || no || yes) state.leave_asked = false;
    return yes;
}

}  // namespace casustafel::ui
