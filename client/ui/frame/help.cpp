#include "client/ui/frame/help.hpp"

#include <algorithm>

#include "client/ui/frame/call_dialog.hpp"
#include "client/ui/frame/drafts_dialog.hpp"
#include "client/ui/frame/glossary.hpp"
#include "client/ui/frame/guide.hpp"
#include "client/ui/frame/onlookers.hpp"
#include "client/ui/frame/practice.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

// A key is a word on a cap, or one of these, which differ between languages.
const std::string space_key = "space", control_space_key = "control space", until = "until";

enum class For : std::uint8_t { everybody, table, trainer };
struct KeyGroup {
    Say title;
    For whom;
    std::vector<KeyLine> lines;
};

const std::vector<KeyGroup>& key_groups() {
    static const std::vector<KeyGroup> groups = {
        {Say::ui_keys_everywhere,
         For::everybody,
         {{{"F1", "?"}, Say::ui_key_here},
          {{"F2"}, Say::ui_key_glossary},
          {{"F6"}, Say::ui_key_areas},
          {{"Ctrl F"}, Say::ui_key_search},
          {{"Tab"}, Say::ui_key_tab},
          {{"↑", "↓", "←", "→"}, Say::ui_key_arrows},
          {{"PgUp", "PgDn"}, Say::ui_key_pages},
          {{"↵"}, Say::ui_key_enter},
          {{space_key}, Say::ui_key_space},
          {{"Esc"}, Say::ui_key_escape},
          {{"Ctrl +", "Ctrl -", "Ctrl 0"}, Say::ui_key_size}}},
        {Say::ui_keys_here, For::table, {{{"Alt 1", until, "Alt 4"}, Say::ui_key_questions}}},
        {Say::ui_keys_typing,
         For::everybody,
         {{{"Ctrl ↵"}, Say::ui_key_send}, {{"Ctrl A", "C", "X", "V"}, Say::ui_key_edit}}},
        {Say::ui_keys_trainer,
         For::trainer,
         {{{control_space_key}, Say::ui_key_pause},
          {{"Ctrl M"}, Say::ui_key_moment},
          {{"Ctrl Z"}, Say::ui_key_retract}}}};
    return groups;
}

bool is_for(const Panel& panel, const KeyGroup& group) {
    return group.whom == For::everybody || (group.whom == For::trainer) == panel.model.trainer;
}

// One key on its cap, or the word between two; returns its width.
float draw_key(Panel& panel, Point at, std::string_view key) {
    if (key == until) {
        const std::string words = panel.say(Say::ui_keys_until);
        return panel.draw()
            .line({at.x, at.y - 9, at.x + 60, at.y + 9}, words, {Type::small, Token::text_2})
            .width();
    }
    if (key == space_key) return keycap(panel.ui, at, panel.say(Say::ui_key_name_space));
    if (key == control_space_key)
        return keycap(panel.ui, at, panel.say(Say::ui_key_name_control_space));
    return keycap(panel.ui, at, key);
}

// The letters of the acts on an item come first among the keys of the table.
void draw_key_group(Panel& panel, Rect& column, const KeyGroup& group, const HelpState& help) {
    panel.draw().line(column.cut_top(28), panel.say(group.title),
                      {Type::strong_small, Token::text_2});
    if (group.whom == For::table) draw_key_lines(panel, column, help.letters);
    draw_key_lines(panel, column, group.lines);
    column.cut_top(12);
}

bool typed(const Ui& ui, char32_t character) {
    const auto& strokes = ui.input().strokes;
    return std::any_of(strokes.begin(), strokes.end(), [&](const Stroke& stroke) {
        return stroke.typed == character && !stroke.repeat;
    });
}

// The term that explains what has focus ("share.basis.WGSZ"): who uses keys asks with F2 what who
// uses a mouse sees by pointing.
std::string_view term_of_focus(const Ui& ui) {
    const std::string& name = ui.focused();
    const std::string_view word = std::string_view(name).substr(name.rfind('.') + 1);
    for (const char* prefix : {"basis", "meeting_phase", "purpose"})
        if (const std::string_view term = term_for(prefix, word); !term.empty()) return term;
    if (name == "share.purpose") return "purpose";
    return name.starts_with("share.form.") ? std::string_view("form") : std::string_view();
}

void take_keys(Panel& panel, BarState& state) {
    Ui& ui = panel.ui;
    const auto toggle = [&](Help help) {
        state.help.open = state.help.open == help ? Help::none : help;
    };
    if (ui.take_anywhere(Intent::help)) toggle(Help::keys);
    if (ui.take_anywhere(Intent::terms)) {
        if (state.help.open == Help::glossary)
            state.help.open = Help::none;
        else
            open_glossary(state.help);
        if (const std::string_view term = term_of_focus(ui); !term.empty()) state.help.term = term;
    }
    // Who is typing means the question mark itself.
    if (!ui.typing_before() && typed(ui, U'?') && state.help.open == Help::none)
        state.help.open = Help::keys;
}

}  // namespace

void draw_key_lines(Panel& panel, Rect& column, const std::vector<KeyLine>& lines) {
    constexpr float keys_wide = 168;
    for (const KeyLine& line : lines) {
        const float high = panel.draw().paragraph_height(column.width() - keys_wide,
                                                         panel.say(line.says), Type::body);
        Rect row = column.cut_top(std::max(34.0F, high + 12));
        keep_whole(panel.ui, row);
        float x = row.left;
        for (const std::string& key : line.keys) x += draw_key(panel, {x, row.centre().y}, key) + 6;
        row.left += keys_wide;
        panel.draw().paragraph(row.middle_row(high), panel.say(line.says), {});
    }
}

std::vector<KeyLine> key_lines_for(const std::vector<Say>& says, const HelpState& help) {
    std::vector<KeyLine> all = help.letters;
    for (const KeyGroup& group : key_groups())
        all.insert(all.end(), group.lines.begin(), group.lines.end());
    std::vector<KeyLine> found;
    for (const Say wanted : says) {
        const auto line = std::find_if(all.begin(), all.end(),
                                       [&](const KeyLine& each) { return each.says == wanted; });
        if (line != all.end()) found.push_back(*line);
    }
    return found;
}

void draw_keys(Panel& panel, BarState& state) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    Dialog dialog(panel.ui, "keys", narrow ? 680 : 1000, narrow ? 640 : 576,
                  panel.say(Say::ui_keys_title));
    Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        Rect left = body, right = body;
        if (!narrow) {
            left.right = body.centre().x - 16;
            right.left = body.centre().x + 16;
        }
        const auto& groups = key_groups();
        for (std::size_t index = 0; index < groups.size(); ++index)
            if (is_for(panel, groups[index]))
                draw_key_group(panel, narrow || index == 0 ? left : right, groups[index],
                               state.help);
        body.top = std::max(left.top, narrow ? left.top : right.top) + 4;
        panel.draw().cut_paragraph(body, panel.say(Say::ui_console_hint),
                                   {Type::small, Token::text_2});
    });
    dialog.cancel(foot, Say::ui_close);
    if (dialog.closed() || panel.ui.take(Intent::help)) {
        state.keys_open = false;
        if (state.help.open == Help::keys) state.help.open = Help::none;
    }
}

void draw_help(Panel& panel, BarState& state) {
    take_keys(panel, state);
    if (state.help.open == Help::none) return;
    // Over whatever dialog is open, which stays as it is.
    panel.ui.overlay([shown = panel, &state](Ui&) mutable {
        switch (state.help.open) {
            case Help::keys: draw_keys(shown, state); break;
            case Help::glossary: draw_glossary(shown, state.help); break;
            case Help::drafts: draw_drafts(shown, state.help); break;
            case Help::practice: draw_practice(shown, state.help); break;
            case Help::guide: draw_guide(shown, state.help); break;
            case Help::call: draw_call_dialog(shown, state); break;
            case Help::pause: draw_pause_question(shown, state); break;
            case Help::onlookers: draw_onlooker_list(shown, state.help); break;
            case Help::none: break;
        }
    });
}

}  // namespace casustafel::ui
