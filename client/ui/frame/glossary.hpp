#pragma once
// The words of the trade, each with one or two plain sentences (text keys `term.<id>.name` and
// `.text`): a dialog to search in, and a small explanation beside a label that is pointed at.
#include <span>
#include <string>
#include <string_view>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The ids of all terms.
std::span<const std::string> all_terms();

// The term that explains a word of this family ("meeting_phase", "picture"); empty: none.
std::string_view term_for(std::string_view prefix, std::string_view word);

// Opens the dialog, with nothing typed in it yet.
void open_glossary(HelpState& state);
// The dialog; call while `state.open` is glossary.
void draw_glossary(Panel& panel, HelpState& state);

// Explains the term beside this rectangle while the mouse is over it. The label itself stays what
// it is; who uses keys finds the term with F2.
void hint(Panel& panel, Rect label, std::string_view term);
// The same with words of one's own.
void hint_words(Panel& panel, Rect label, std::string title, std::string words);

}  // namespace casustafel::ui
