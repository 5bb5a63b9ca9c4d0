#pragma once
// The text of the one field that is being typed in: caret, selection, undo, words, and soft line
// breaks for fields of several lines. It works on characters and reports where they are; the field
// widget draws. It promises never to hold more than its limit and never a control character.
#include <memory>
#include <string>
#include <string_view>

#include "client/ui/kit/input.hpp"
#include "client/ui/paint/text_layout.hpp"

namespace casustafel::ui {

class TextEditor {
public:
    explicit TextEditor(Fonts& fonts);
    ~TextEditor();

    // Takes over a text, caret at the end. `limit` counts characters, as the contract's limits do;
    // a longer text is cut.
    void open(std::string_view value, Type type, bool several_lines, std::size_t limit);
    // The measure the lines break at; fields of one line never break.
    void set_width(float width);

    std::string value() const;
    std::u32string_view characters() const;

    // Uses the key when it means something in a text; says whether it did.
    bool key(const KeyPress& press);
    bool type(char32_t character);
    void paste(std::string_view text);
    std::string selected() const;
    void cut();
    void select_all();

    // The mouse, in logical pixels from the top left of the text.
    void click(Point at);
    void drag(Point at);
    void select_word();

    const std::vector<CharacterLine>& lines() const;
    // Line and x of a character's left edge.
    struct Place {
        std::size_t line;
        float x;
    };
    Place place(std::size_t character) const;
    std::size_t caret() const;
    std::size_t selection_begin() const;
    std::size_t selection_end() const;

private:
    struct Guts;
    std::unique_ptr<Guts> guts_;
};

}  // namespace casustafel::ui
