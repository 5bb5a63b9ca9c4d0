#pragma once
// Fields to type in, of one line or several with soft line breaks. The text lives with the panel
// (`value`), so whatever happens to the connection or the screen, what somebody typed stays.
// Nothing is cut: a text over its limit stays, the field says by how much, and nothing is submitted
// from it.
#include <string>
#include <string_view>

#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

struct FieldLook {
    std::string_view placeholder{};
    std::string_view label{};  // what it is called beside it, for who cannot see that
    std::string_view error{};  // a sentence; the border turns red and `labelled_field` shows it
    bool several_lines = false;
    bool enter_submits = false;  // also with several lines: Shift+Enter makes a new one
    bool enabled = true;
    bool good = false;  // checked and found right: green border and tick
    Type type = Type::body;
    std::size_t limit = 200;  // in characters of normal form, as the contract counts
};

struct FieldResult {
    bool changed = false;
    bool submitted = false;  // Enter in a field of one line, Ctrl+Enter in any
    std::size_t excess = 0;  // how many characters too many stand in it
};

// "12 tekens te veel"; empty when it fits.
std::string words_for_excess(const Ui& ui, std::size_t excess);

FieldResult field(Ui& ui, Rect area, const std::string& name, std::string& value,
                  FieldLook look = {});

// The label above the field, the error or the hint under it, cut from the top of `column`.
FieldResult labelled_field(Ui& ui, Rect& column, const std::string& name, std::string_view label,
                           std::string& value, FieldLook look = {}, std::string_view hint = {},
                           float height = space::control);

}  // namespace casustafel::ui
