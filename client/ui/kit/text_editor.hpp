#pragma once
// The text of the one field that is being typed in, between keys and mouse on one side and the
// edited text on the other. It holds a text in normal form (proto/text_rules), so that what is seen
// and counted is what arrives; it cuts nothing.
#include <memory>
#include <string>
#include <string_view>

#include "client/ui/kit/edited_text.hpp"
#include "client/ui/kit/input.hpp"

namespace casustafel::ui {

class TextEditor {
public:
    // In characters: more at once is no text for a field.
    static constexpr std::size_t most_pasted = 50'000;

    explicit TextEditor(Fonts& fonts);
    ~TextEditor();

    // Takes over a text, caret at the end.
    void open(std::string_view value, Type type, bool several_lines);
    // The measure the lines break at; fields of one line never break.
    void set_width(float width);

    std::string value() const;
    std::u32string_view characters() const;

    // Uses the key when it means something in a text; says whether it did.
    bool key(const Stroke& stroke);
    bool type(char32_t character);
    // Puts a text in; of one that is longer than `most_pasted` nothing, and its length is returned.
    std::size_t paste(std::string_view text);
    std::string selected() const;
    void cut();
    void select_all();

    // The mouse, in logical pixels from the top left of the text.
    void click(Point at);
    void drag(Point at);
    void select_word();

    const std::vector<CharacterLine>& lines() const;
    using Place = EditedText::Place;
    Place place(std::size_t character) const;
    std::size_t caret() const;
    std::size_t selection_begin() const;
    std::size_t selection_end() const;

private:
    std::unique_ptr<EditedText> text_;
};

}  // namespace casustafel::ui
