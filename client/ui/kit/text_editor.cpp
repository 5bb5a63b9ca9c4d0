#include "client/ui/kit/text_editor.hpp"

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/normal.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::ui {
namespace {

enum EditKey : int {
    key_flag = 0x200000,
    key_shift = 0x400000,
    key_left = key_flag,
    key_right,
    key_up,
    key_down,
    key_page_up,
    key_page_down,
    key_line_start,
    key_line_end,
    key_text_start,
    key_text_end,
    key_delete,
    key_backspace,
    key_undo,
    key_redo,
    key_word_left,
    key_word_right,
};

// Carries out one of the keys above.
void obey(EditedText& text, int code) {
    const bool selecting = (code & key_shift) != 0;
    switch (code & ~key_shift) {
        case key_left: return text.move(Move::left, selecting);
        case key_right: return text.move(Move::right, selecting);
        case key_up: return text.move(Move::up, selecting);
        case key_down: return text.move(Move::down, selecting);
        case key_line_start: return text.move(Move::line_start, selecting);
        case key_line_end: return text.move(Move::line_end, selecting);
        case key_text_start: return text.move(Move::text_start, selecting);
        case key_text_end: return text.move(Move::text_end, selecting);
        case key_word_left: return text.move(Move::word_left, selecting);
        case key_word_right: return text.move(Move::word_right, selecting);
        case key_backspace: return text.erase(Move::left);
        case key_delete: return text.erase(Move::right);
        case key_undo: return text.undo();
        case key_redo: return text.redo();
    }
    text.type(static_cast<char32_t>(code));
}

text_rules::Lines lines_of(const EditedText& text) {
    return text.several_lines() ? text_rules::Lines::several : text_rules::Lines::one;
}

}  // namespace

TextEditor::TextEditor(Fonts& fonts) : text_(std::make_unique<EditedText>(fonts)) {}
TextEditor::~TextEditor() = default;

void TextEditor::open(std::string_view value, Type type, bool several_lines) {
    const auto lines = several_lines ? text_rules::Lines::several : text_rules::Lines::one;
    text_->open(contract::to_characters(text_rules::mended(value, lines)), type, several_lines);
}

void TextEditor::set_width(float width) { text_->set_width(width); }

std::string TextEditor::value() const { return contract::to_utf8(text_->text()); }
std::u32string_view TextEditor::characters() const { return text_->text(); }
const std::vector<CharacterLine>& TextEditor::lines() const { return text_->lines(); }
std::size_t TextEditor::caret() const { return text_->caret(); }
std::size_t TextEditor::selection_begin() const { return text_->selection_begin(); }
std::size_t TextEditor::selection_end() const { return text_->selection_end(); }

bool TextEditor::key(const KeyPress& press) {
    if (press.alt) return false;
    const bool several = text_->several_lines();
    int code = 0;
    switch (press.key) {
        case Key::left: code = press.control ? key_word_left : key_left; break;
        case Key::right: code = press.control ? key_word_right : key_right; break;
        case Key::up: code = several ? key_up : 0; break;
        case Key::down: code = several ? key_down : 0; break;
        case Key::home: code = press.control ? key_text_start : key_line_start; break;
        case Key::end: code = press.control ? key_text_end : key_line_end; break;
        case Key::backspace: code = key_backspace; break;
        case Key::del: code = key_delete; break;
        case Key::enter: code = several && !press.control ? '\n' : 0; break;
        case Key::character:
            if (press.control && press.character == 'z') code = press.shift ? key_redo : key_undo;
            if (press.control && press.character == 'y') code = key_redo;
            break;
        case Key::none:
        case Key::tab:
        case Key::escape:
        case Key::space:
        case Key::page_up:
        case Key::page_down:
        case Key::f1:
        case Key::f2:
        case Key::f6: break;
    }
    if (code == 0) return false;
    if (press.control && (code == key_backspace || code == key_delete)) {
        // A whole word goes: select it first.
        const int move = code == key_backspace ? key_word_left : key_word_right;
        if (selection_begin() == selection_end()) obey(*text_, move | key_shift);
    }
    const bool moves =
        code >= key_left && code <= key_word_right && code != key_undo && code != key_redo;
    obey(*text_, press.shift && moves ? code | key_shift : code);
    return true;
}

bool TextEditor::type(char32_t character) {
    using text_rules::Standing;
    const Standing standing = text_rules::standing_of(character);
    if (standing != Standing::stays && standing != Standing::depends) return false;
    text_->type(character);
    return true;
}

std::size_t TextEditor::paste(std::string_view text) {
    const std::u32string more = contract::to_characters(text_rules::mended(text, lines_of(*text_)));
    if (more.size() > most_pasted) return more.size();
    text_->insert(more);
    return 0;
}

std::string TextEditor::selected() const {
    return contract::to_utf8(
        characters().substr(selection_begin(), selection_end() - selection_begin()));
}

void TextEditor::cut() { text_->insert({}); }
void TextEditor::select_all() { text_->select(0, text_->text().size()); }
void TextEditor::click(Point at) { text_->click(at); }
void TextEditor::drag(Point at) { text_->drag(at); }
void TextEditor::select_word() { text_->select_word(); }
TextEditor::Place TextEditor::place(std::size_t character) const { return text_->place(character); }

}  // namespace casustafel::ui
