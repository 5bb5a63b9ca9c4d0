#include "client/ui/kit/field.hpp"

#include <cmath>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/text_editor.hpp"
#include "proto/contract/utf8.hpp"
#include "proto/text_rules/normal.hpp"

namespace casustafel::ui {
namespace {

constexpr float padding_x = 12, padding_y = 9;
constexpr float excess_height = 18;  // of the line that says how much is too much

Token border_colour(const FieldLook& look, bool wrong) {
    if (wrong) return Token::wrong;
    return look.good ? Token::good : Token::control_border;
}

void draw_box(Ui& ui, Rect area, const FieldLook& look, bool complains, bool focused) {
    Painter& draw = ui.draw();
    const bool wrong = complains || !look.error.empty();
    draw.fill(area, look.enabled ? Token::surface : Token::disabled_ground, radius::control);
    if (focused && !wrong) {
        draw.border(area, Token::focus, 2, radius::control);
    } else {
        draw.border(area, look.enabled ? border_colour(look, wrong) : Token::line,
                    !wrong && !look.good ? 1 : 2, radius::control);
    }
    if (look.good)
        draw.icon({area.right - 24, area.centre().y}, Icon::check_circle, IconSize::control,
                  Token::good);
}

std::string unpasted_of(const Ui& ui) { return ui.editing + ".unpasted"; }

void paste(Ui& ui) { ui.number(unpasted_of(ui)) = static_cast<int>(ui.editor().paste(ui.paste())); }

// What a field has to say of its own text; empty: nothing.
std::string complaint(Ui& ui, const std::string& name, std::size_t excess) {
    if (ui.number(name + ".unpasted") > 0) return ui.say(text::Key::field_not_pasted);
    return words_for_excess(ui, excess);
}

void forget_unpasted(Ui& ui, const std::string& name) { ui.number(name + ".unpasted") = 0; }

// At the end of a field of one line, in the last line of a higher one.
void draw_complaint(Ui& ui, Rect& text_area, const FieldLook& look, std::string_view words) {
    if (words.empty()) return;
    Rect place = text_area;
    if (look.several_lines && text_area.height() >= 2 * excess_height)
        place = text_area.cut_bottom(excess_height);
    else
        place = text_area.cut_right(ui.draw().width(words, Type::strong_small) + 8);
    ui.draw().line(place, words, {Type::strong_small, Token::wrong, Align::right});
}

bool edit_command(Ui& ui, Intent intent) {
    TextEditor& editor = ui.editor();
    const bool copies = intent == Intent::copy || intent == Intent::cut;
    if (copies && !editor.selected().empty()) ui.copy(editor.selected());
    if (intent == Intent::cut) editor.cut();
    if (intent == Intent::select_all) editor.select_all();
    if (intent == Intent::paste) paste(ui);
    return copies || intent == Intent::select_all || intent == Intent::paste;
}

// Letters and the space also come as typed text.
bool comes_as_text(Intent intent) { return intent == Intent::letter || intent == Intent::press; }

bool breaks_line(Intent intent) {
    return intent == Intent::confirm || intent == Intent::line_break;
}

bool submits(Intent intent, bool several_lines, bool enter_submits) {
    if (intent == Intent::send) return true;
    if (!several_lines) return breaks_line(intent);
    return intent == Intent::confirm && enter_submits;
}

// Gives the strokes to the editor in the order they came; what it does not use stays for others.
bool take_strokes(Ui& ui, bool several_lines, bool enter_submits) {
    bool submitted = false;
    std::vector<Stroke> left;
    for (const Stroke& stroke : ui.strokes()) {
        const Intent intent = stroke.intent;
        if (intent == Intent::none) {
            ui.editor().type(stroke.typed);
        } else if (submits(intent, several_lines, enter_submits)) {
            if (stroke.repeat) continue;
            submitted = true;
            // It is also the key of the dialog the field is in.
            if (intent == Intent::send) left.push_back(stroke);
        } else if (stroke.repeat && !repeats(intent) && !breaks_line(intent)) {
            continue;
        } else if (!edit_command(ui, intent) && !ui.editor().key(stroke)) {
            if (!comes_as_text(intent)) left.push_back(stroke);
        }
    }
    ui.strokes() = left;
    return submitted;
}

void follow_mouse(Ui& ui, Rect text_area, Point scroll, const Response& response) {
    const Input& input = ui.input();
    const Point at{input.mouse.x - text_area.left + scroll.x,
                   input.mouse.y - text_area.top + scroll.y};
    TextEditor& editor = ui.editor();
    if (input.pressed && response.hovered) {
        editor.click(at);
        if (input.clicks == 2) editor.select_word();
    } else if (input.held && response.held) {
        editor.drag(at);
    }
}

// Scrolls so that the caret is inside, by whole lines or by what is needed sideways.
Point scroll_to_caret(Ui& ui, const std::string& name, Rect text_area, float line_px,
                      bool several_lines) {
    const TextEditor::Place caret = ui.editor().place(ui.editor().caret());
    if (!several_lines) {
        int& scroll = ui.number(name + ".scroll");
        const int x = static_cast<int>(caret.x), wide = static_cast<int>(text_area.width());
        if (x < scroll) scroll = x;
        if (x > scroll + wide - 2) scroll = x - wide + 2;
        return {static_cast<float>(scroll), 0};
    }
    int& first = ui.number(name + ".scroll");
    const int visible = std::max(1, static_cast<int>(text_area.height() / line_px));
    const int line = static_cast<int>(caret.line),
              count = static_cast<int>(ui.editor().lines().size());
    first = std::min(first, std::max(0, count - visible));
    if (line < first) first = line;
    if (line >= first + visible) first = line - visible + 1;
    return {0, static_cast<float>(first) * line_px};
}

void draw_selection(Ui& ui, Rect text_area, Point scroll, float line_px) {
    const TextEditor& editor = ui.editor();
    if (editor.selection_begin() == editor.selection_end()) return;
    const auto from = editor.place(editor.selection_begin()),
               to = editor.place(editor.selection_end());
    for (std::size_t line = from.line; line <= to.line; ++line) {
        const float y = text_area.top + static_cast<float>(line) * line_px - scroll.y;
        const float left = line == from.line ? from.x : 0;
        const float right = line == to.line ? to.x : text_area.width();
        ui.draw().fill(
            {text_area.left + left - scroll.x, y, text_area.left + right - scroll.x, y + line_px},
            Token::accent_soft);
    }
}

void draw_caret(Ui& ui, Rect text_area, Point scroll, float line_px) {
    const auto place = ui.editor().place(ui.editor().caret());
    const float x = text_area.left + place.x - scroll.x;
    const float y = text_area.top + static_cast<float>(place.line) * line_px - scroll.y;
    ui.caret = {x, y, x + 1, y + line_px};
    const bool shown = ui.calm || std::fmod(ui.seconds(), 1.0) < 0.5;
    if (shown) ui.draw().vertical_rule(x, y + 2, y + line_px - 2, Token::text);
}

void draw_text(Ui& ui, Rect text_area, Point scroll, float line_px, std::u32string_view text,
               const std::vector<CharacterLine>& lines, TextLook look) {
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const float y = text_area.top + static_cast<float>(index) * line_px - scroll.y;
        if (y + line_px < text_area.top || y > text_area.bottom) continue;
        ui.draw().field_text({text_area.left - scroll.x, y}, line_px,
                             text.substr(lines[index].begin, lines[index].end - lines[index].begin),
                             look);
    }
}

}  // namespace

std::string words_for_excess(const Ui& ui, std::size_t excess) {
    if (excess == 0) return {};
    if (excess == 1) return ui.say(text::Key::field_one_too_many);
    return ui.say(text::Key::field_too_many, {std::to_string(excess)});
}

FieldResult field(Ui& ui, Rect area, const std::string& name, std::string& value, FieldLook look) {
    keep_whole(ui, area);
    const Response response =
        ui.touch({.name = name,
                  .label = std::string(look.label.empty() ? look.placeholder : look.label),
                  .rect = area,
                  .kind = Kind::field,
                  .enabled = look.enabled});
    const float line_px = metrics(look.type).line_px;
    Rect text_area = area.inset(padding_x, padding_y);
    if (look.good) text_area.right -= 28;
    if (!look.several_lines) text_area = text_area.middle_row(line_px);
    FieldResult result;
    const auto lines = look.several_lines ? text_rules::Lines::several : text_rules::Lines::one;
    const std::string wrong = complaint(ui, name, text_rules::excess(value, look.limit, lines));
    draw_box(ui, area, look, !wrong.empty(), response.focused);
    draw_complaint(ui, text_area, look, wrong);

    TextEditor& editor = ui.editor();
    Point scroll;
    if (response.focused) {
        if (ui.editing != name || editor.value() != value) {
            editor.open(value, look.type, look.several_lines);
            ui.editing = name;
        }
        ui.set_typing();
        editor.set_width(text_area.width() - 2);
        scroll = scroll_to_caret(ui, name, text_area, line_px, look.several_lines);
        follow_mouse(ui, text_area, scroll, response);
        result.submitted = take_strokes(ui, look.several_lines, look.enter_submits);
        const std::string now = editor.value();
        result.changed = now != value;
        value = now;
        result.excess = text_rules::excess(value, look.limit, lines);
        if (result.changed) forget_unpasted(ui, name);
        if (complaint(ui, name, result.excess) != wrong) ui.wake_after(0);
        result.submitted = result.submitted && result.excess == 0;
        scroll = scroll_to_caret(ui, name, text_area, line_px, look.several_lines);
    } else if (ui.editing == name) {
        ui.editing.clear();
    }
    if (!response.focused) result.excess = text_rules::excess(value, look.limit, lines);
    ui.note_excess(name, result.excess);
    ui.note_field(name, {.value = value,
                         .several_lines = look.several_lines,
                         .wrong = !look.error.empty() || result.excess > 0,
                         .selection_begin = response.focused ? editor.selection_begin() : 0,
                         .selection_end = response.focused ? editor.selection_end() : 0});

    Painter& draw = ui.draw();
    draw.push_clip(text_area.inset(-1, 0), look.several_lines);
    const TextLook words{look.type, look.enabled ? Token::text : Token::disabled};
    if (value.empty() && !look.placeholder.empty()) {
        draw.line({text_area.left, text_area.top, text_area.right, text_area.top + line_px},
                  look.placeholder, {look.type, look.enabled ? Token::text_2 : Token::disabled});
    }
    if (response.focused) {
        draw_selection(ui, text_area, scroll, line_px);
        draw_text(ui, text_area, scroll, line_px, editor.characters(), editor.lines(), words);
        draw_caret(ui, text_area, scroll, line_px);
    } else {
        const std::u32string characters = contract::to_characters(value);
        const float measure = look.several_lines ? text_area.width() - 2 : 1e9F;
        const auto widths = character_widths(draw.fonts(), look.type, characters);
        draw_text(ui, text_area, scroll, line_px, characters,
                  wrap_characters(characters, widths, measure), words);
    }
    draw.pop_clip();
    return result;
}

FieldResult labelled_field(Ui& ui, Rect& column, const std::string& name, std::string_view label,
                           std::string& value, FieldLook look, std::string_view hint,
                           float height) {
    ui.draw().line(column.cut_top(18), label, {Type::small, Token::text_2});
    column.cut_top(4);
    look.label = label;
    const FieldResult result = field(ui, column.cut_top(height), name, value, look);
    const std::string_view under = look.error.empty() ? hint : look.error;
    if (under.empty()) return result;
    column.cut_top(6);
    Rect row = column;
    float lead = 0;
    if (!look.error.empty()) {
        ui.draw().icon({row.left + 8, row.top + 9}, Icon::alert, IconSize::small, Token::wrong);
        lead = 20;
    }
    row.left += lead;
    column.cut_top(ui.draw().paragraph(
        row, under, {Type::small, look.error.empty() ? Token::text_2 : Token::wrong}));
    return result;
}

}  // namespace casustafel::ui
