#include "client/ui/kit/text_editor.hpp"

#include <algorithm>
#include <limits>

#include "proto/contract/utf8.hpp"

namespace casustafel::ui {
namespace {

// The string stb_textedit edits, with its lines.
struct Buffer {
    Fonts* fonts = nullptr;
    std::u32string text;
    std::vector<CharacterLine> lines;
    Type type = Type::body;
    float width = 0;
    bool several_lines = false;
    std::size_t limit = 0;  // in characters

    void wrap_again() {
        const float measure = several_lines ? width : std::numeric_limits<float>::max();
        lines = wrap_characters(*fonts, type, text, measure);
    }
};

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

float line_height(const Buffer& buffer) { return metrics(buffer.type).line_px; }

bool insert(Buffer* buffer, int at, const char32_t* characters, int count) {
    const std::u32string_view more(characters, static_cast<std::size_t>(count));
    if (buffer->text.size() + more.size() > buffer->limit) return false;
    buffer->text.insert(static_cast<std::size_t>(at), more);
    buffer->wrap_again();
    return true;
}

void erase(Buffer* buffer, int at, int count) {
    buffer->text.erase(static_cast<std::size_t>(at), static_cast<std::size_t>(count));
    buffer->wrap_again();
}

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

}  // namespace
}  // namespace casustafel::ui

// stb_textedit is configured by macros; it wants C types and a row of characters at a time.
#define STB_TEXTEDIT_CHARTYPE char32_t
#define STB_TEXTEDIT_STRING casustafel::ui::Buffer
#define STB_TEXTEDIT_UNDOSTATECOUNT 99
#define STB_TEXTEDIT_UNDOCHARCOUNT 4000
#include <stb_textedit.h>

#define STB_TEXTEDIT_STRINGLEN(buffer) static_cast<int>((buffer)->text.size())
#define STB_TEXTEDIT_GETCHAR(buffer, index) (buffer)->text[static_cast<std::size_t>(index)]
#define STB_TEXTEDIT_GETWIDTH(buffer, begin, index) \
    ((buffer)->fonts->width((buffer)->type,         \
                            (buffer)->text[static_cast<std::size_t>((begin) + (index))]))
#define STB_TEXTEDIT_KEYTOTEXT(key) ((key) < casustafel::ui::key_flag ? (key) : 0)
#define STB_TEXTEDIT_NEWLINE U'\n'
#define STB_TEXTEDIT_IS_SPACE(character) ((character) == U' ' || (character) == U'\n')
#define STB_TEXTEDIT_DELETECHARS casustafel::ui::erase
#define STB_TEXTEDIT_INSERTCHARS casustafel::ui::insert
#define STB_TEXTEDIT_K_SHIFT casustafel::ui::key_shift
#define STB_TEXTEDIT_K_LEFT casustafel::ui::key_left
#define STB_TEXTEDIT_K_RIGHT casustafel::ui::key_right
#define STB_TEXTEDIT_K_UP casustafel::ui::key_up
#define STB_TEXTEDIT_K_DOWN casustafel::ui::key_down
#define STB_TEXTEDIT_K_PGUP casustafel::ui::key_page_up
#define STB_TEXTEDIT_K_PGDOWN casustafel::ui::key_page_down
#define STB_TEXTEDIT_K_LINESTART casustafel::ui::key_line_start
#define STB_TEXTEDIT_K_LINEEND casustafel::ui::key_line_end
#define STB_TEXTEDIT_K_TEXTSTART casustafel::ui::key_text_start
#define STB_TEXTEDIT_K_TEXTEND casustafel::ui::key_text_end
#define STB_TEXTEDIT_K_DELETE casustafel::ui::key_delete
#define STB_TEXTEDIT_K_BACKSPACE casustafel::ui::key_backspace
#define STB_TEXTEDIT_K_UNDO casustafel::ui::key_undo
#define STB_TEXTEDIT_K_REDO casustafel::ui::key_redo
#define STB_TEXTEDIT_K_WORDLEFT casustafel::ui::key_word_left
#define STB_TEXTEDIT_K_WORDRIGHT casustafel::ui::key_word_right

static void layout_row(StbTexteditRow* row, casustafel::ui::Buffer* buffer, int begin) {
    const auto at = static_cast<std::size_t>(begin);
    const auto line = std::find_if(buffer->lines.begin(), buffer->lines.end(),
                                   [&](const auto& candidate) { return candidate.begin >= at; });
    row->x0 = 0;
    row->x1 = 0;
    row->ymin = 0;
    row->ymax = row->baseline_y_delta = line_height(*buffer);
    row->num_chars = line == buffer->lines.end() ? 0 : static_cast<int>(line->end - at);
    for (int index = 0; index < row->num_chars; ++index)
        row->x1 += STB_TEXTEDIT_GETWIDTH(buffer, begin, index);
}
#define STB_TEXTEDIT_LAYOUTROW layout_row

#define STB_TEXTEDIT_IMPLEMENTATION
#include <stb_textedit.h>

namespace casustafel::ui {

struct TextEditor::Guts {
    Buffer buffer;
    STB_TexteditState state{};
};

TextEditor::TextEditor(Fonts& fonts) : guts_(std::make_unique<Guts>()) {
    guts_->buffer.fonts = &fonts;
    guts_->buffer.wrap_again();
    stb_textedit_initialize_state(&guts_->state, 1);
}

TextEditor::~TextEditor() = default;

void TextEditor::open(std::string_view value, Type type, bool several_lines, std::size_t limit) {
    Buffer& buffer = guts_->buffer;
    buffer.type = type;
    buffer.several_lines = several_lines;
    buffer.limit = limit;
    buffer.text.clear();
    stb_textedit_initialize_state(&guts_->state, several_lines ? 0 : 1);
    for (const char32_t character : contract::to_characters(value)) {
        if (buffer.text.size() == limit) break;
        if (!is_control(character) || (several_lines && character == U'\n'))
            buffer.text += character;
    }
    buffer.wrap_again();
    guts_->state.cursor = guts_->state.select_start = guts_->state.select_end =
        static_cast<int>(buffer.text.size());
}

void TextEditor::set_width(float width) {
    if (guts_->buffer.width == width) return;
    guts_->buffer.width = width;
    guts_->buffer.wrap_again();
}

std::string TextEditor::value() const { return contract::to_utf8(guts_->buffer.text); }
std::u32string_view TextEditor::characters() const { return guts_->buffer.text; }
const std::vector<CharacterLine>& TextEditor::lines() const { return guts_->buffer.lines; }
std::size_t TextEditor::caret() const { return static_cast<std::size_t>(guts_->state.cursor); }

std::size_t TextEditor::selection_begin() const {
    return static_cast<std::size_t>(std::min(guts_->state.select_start, guts_->state.select_end));
}
std::size_t TextEditor::selection_end() const {
    return static_cast<std::size_t>(std::max(guts_->state.select_start, guts_->state.select_end));
}

bool TextEditor::key(const KeyPress& press) {
    if (press.alt) return false;
    const bool several = guts_->buffer.several_lines;
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
        if (selection_begin() == selection_end())
            stb_textedit_key(&guts_->buffer, &guts_->state, move | key_shift);
    }
    const bool moves =
        code >= key_left && code <= key_word_right && code != key_undo && code != key_redo;
    stb_textedit_key(&guts_->buffer, &guts_->state, press.shift && moves ? code | key_shift : code);
    return true;
}

bool TextEditor::type(char32_t character) {
    if (is_control(character)) return false;
    stb_textedit_key(&guts_->buffer, &guts_->state, static_cast<int>(character));
    return true;
}

void TextEditor::paste(std::string_view text) {
    std::u32string characters;
    const Buffer& buffer = guts_->buffer;
    const std::size_t stays = buffer.text.size() - (selection_end() - selection_begin());
    for (const char32_t character : contract::to_characters(text)) {
        if (stays + characters.size() >= buffer.limit) break;
        const bool feed = character == U'\n' && buffer.several_lines;
        const char32_t kept = feed ? character : is_control(character) ? U' ' : character;
        if (character == U'\r') continue;
        characters += kept;
    }
    stb_textedit_paste(&guts_->buffer, &guts_->state, characters.data(),
                       static_cast<int>(characters.size()));
}

std::string TextEditor::selected() const {
    return contract::to_utf8(
        characters().substr(selection_begin(), selection_end() - selection_begin()));
}

void TextEditor::cut() { stb_textedit_cut(&guts_->buffer, &guts_->state); }

void TextEditor::select_all() {
    guts_->state.select_start = 0;
    guts_->state.select_end = guts_->state.cursor = static_cast<int>(guts_->buffer.text.size());
}

void TextEditor::click(Point at) { stb_textedit_click(&guts_->buffer, &guts_->state, at.x, at.y); }
void TextEditor::drag(Point at) { stb_textedit_drag(&guts_->buffer, &guts_->state, at.x, at.y); }

void TextEditor::select_word() {
    stb_textedit_key(&guts_->buffer, &guts_->state, key_word_left);
    stb_textedit_key(&guts_->buffer, &guts_->state, key_word_right | key_shift);
}

TextEditor::Place TextEditor::place(std::size_t character) const {
    const Buffer& buffer = guts_->buffer;
    for (std::size_t index = 0; index < buffer.lines.size(); ++index) {
        const CharacterLine& line = buffer.lines[index];
        const bool last = index + 1 == buffer.lines.size();
        if (character >= line.end && !last) continue;
        float x = 0;
        for (std::size_t at = line.begin; at < std::min(character, buffer.text.size()); ++at) {
            x += buffer.fonts->width(buffer.type, buffer.text[at]);
        }
        return {index, x};
    }
    return {0, 0};
}

}  // namespace casustafel::ui
