#pragma once
// The screen as a screen reader wants it: what the record of a frame says, as a list of elements in
// the order of reading, each with what it is, what it is called and how it stands. Of a dialog only
// what lies in it. A page makes elements of its own from this list; nothing here knows how.
#include <cstdint>
#include <string>
#include <vector>

#include "client/ui/kit/ui.hpp"

namespace casustafel::platform {

// The values are roles of WAI-ARIA, spelt as there; `text` is none, `entry` is a textbox.
enum class MirrorRole : std::uint8_t {
    text,
    heading,
    button,
    link,
    entry,
    checkbox,
    radio,
    tab,
    option,
    choice,  // a button that opens a list
};

struct MirrorElement {
    std::string id;  // the widget's name; of a text its first words, made unique
    MirrorRole role = MirrorRole::text;
    std::string name;
    ui::FieldText field{};  // of an entry
    std::string group;      // elements of one group belong together
    ui::Rect rect;          // logical pixels
    bool disabled = false, selected = false;
    int level = 0;  // of a heading: 1 to 3
};

struct Mirror {
    std::string dialog;  // what the dialog on top is called; empty: none
    std::vector<MirrorElement> elements;
    std::string focused;  // the id of the element that has focus; empty: none
};

// Of the frame that was drawn last.
Mirror mirror_of(const ui::Ui& ui);

// As text for the page, a line for each element with tabs between what is said of it; an escape is
// written for each tab, line end and backslash inside.
std::string write_mirror(const Mirror& mirror, float css_pixels_in_logical);

}  // namespace casustafel::platform
