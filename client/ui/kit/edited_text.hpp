#pragma once
// A text while it is being edited: caret, selection, lines and what can be taken back. The caret
// stands between signs as somebody sees them (a flag, a letter with its accents), so moving,
// selecting and deleting take whole ones. Nothing is cut and nothing has a limit here. It knows no
// key and no field.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/paint/layout.hpp"
#include "client/ui/paint/text_layout.hpp"

namespace casustafel::ui {

enum class Move : std::uint8_t {
    left,
    right,
    word_left,
    word_right,
    up,
    down,
    line_start,
    line_end,
    text_start,
    text_end,
};

class EditedText {
public:
    explicit EditedText(Fonts& fonts) : fonts_(&fonts) { wrap_again(); }

    // Takes over a text in normal form, caret at the end; nothing can be taken back.
    void open(std::u32string text, Type type, bool several_lines);
    // The measure the lines break at; fields of one line never break.
    void set_width(float width);

    const std::u32string& text() const { return text_; }
    const std::vector<CharacterLine>& lines() const { return lines_; }
    std::size_t caret() const { return caret_; }
    std::size_t selection_begin() const { return std::min(caret_, anchor_); }
    std::size_t selection_end() const { return std::max(caret_, anchor_); }
    bool selects() const { return caret_ != anchor_; }
    bool several_lines() const { return several_lines_; }

    void move(Move, bool selecting);
    // Takes out the selection; without one a sign, or a word, on this side of the caret.
    void erase(Move to);
    // Puts this in the place of the selection, as one step to take back.
    void insert(std::u32string_view more);
    // The same for one typed character; what is typed on end is one step, up to a space.
    void type(char32_t character);
    void undo();
    void redo();

    void select(std::size_t begin, std::size_t end);
    void select_word();
    // In logical pixels from the top left of the text.
    void click(Point at);
    void drag(Point at);

    // Line and x of a character's left edge.
    struct Place {
        std::size_t line;
        float x;
    };
    Place place(std::size_t character) const;

private:
    struct Change {
        std::size_t at;
        std::u32string removed, inserted;
        std::size_t caret, anchor;  // before it
        bool typed;
    };

    void wrap_again();
    void replace(std::size_t begin, std::size_t end, std::u32string_view with, bool typed);
    void remember(Change);
    void swap_back(const Change&, const std::u32string& out, const std::u32string& in);
    std::size_t target(Move) const;
    std::size_t on_line(std::size_t line, float x) const;
    std::size_t at_point(Point) const;
    std::size_t line_of(std::size_t character) const { return place(character).line; }
    std::size_t settled(std::size_t at) const;
    bool begins_word(std::size_t at) const;

    Fonts* fonts_;
    std::u32string text_;
    std::vector<CharacterLine> lines_;
    std::vector<float> widths_;  // of each character
    Type type_ = Type::body;
    float width_ = 0;
    bool several_lines_ = false;
    std::size_t caret_ = 0, anchor_ = 0;
    std::optional<float> wanted_x_;  // where the caret wants to be while it moves up and down
    std::vector<Change> done_, undone_;
};

}  // namespace casustafel::ui
