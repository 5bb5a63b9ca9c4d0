#include "client/ui/kit/text_editor.hpp"

#include <optional>
#include <utility>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/normal.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::ui {
namespace {

constexpr std::pair<Intent, Move> moves[] = {
    {Intent::left, Move::left},
    {Intent::right, Move::right},
    {Intent::word_left, Move::word_left},
    {Intent::word_right, Move::word_right},
    {Intent::up, Move::up},
    {Intent::down, Move::down},
    {Intent::home, Move::line_start},
    {Intent::end, Move::line_end},
    {Intent::text_start, Move::text_start},
    {Intent::text_end, Move::text_end},
};
constexpr std::pair<Intent, Move> erasures[] = {
    {Intent::delete_left, Move::left},
    {Intent::delete_right, Move::right},
    {Intent::delete_word_left, Move::word_left},
    {Intent::delete_word_right, Move::word_right},
};

// Where it goes in this table; nothing when it does not stand there.
template <std::size_t count>
std::optional<Move> found(const std::pair<Intent, Move> (&table)[count], Intent intent) {
    for (const auto& [meant, move] : table)
        if (meant == intent) return move;
    return std::nullopt;
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

bool TextEditor::key(const Stroke& stroke) {
    const Intent intent = stroke.intent;
    const bool several = text_->several_lines();
    if ((intent == Intent::up || intent == Intent::down) && !several) return false;
    if (const auto move = found(moves, intent)) {
        text_->move(*move, stroke.extends);
    } else if (const auto gone = found(erasures, intent)) {
        text_->erase(*gone);
    } else if (intent == Intent::undo) {
        text_->undo();
    } else if (intent == Intent::redo) {
        text_->redo();
    } else if (several && (intent == Intent::confirm || intent == Intent::line_break)) {
        text_->type(U'\n');
    } else {
        return false;
    }
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
