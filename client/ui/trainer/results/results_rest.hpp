#pragma once
// What stands beside the twelve: flags and what was left out, decisions; and the one kind of row
// that most of the results are read in.
#include <string>
#include <vector>

#include "client/model/sentence.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/trainer/results/results.hpp"

namespace casustafel::ui {

// The room a scroll bar takes at the right of a list.
inline constexpr float results_bar_room = 14;

// Something to read: an icon, a line in bold, smaller lines under it, a word at the right.
struct ReadingRow {
    Icon icon = Icon::none;
    Tone tone = Tone::neutral;
    std::string title, right;
    std::vector<std::string> lines;
    std::string role{};    // whom it is for, as a badge behind the title
    bool section = false;  // begins a part of the list: larger, without a rule above
    bool strong = true;    // the title is semibold
};
void draw_reading_rows(Panel& panel, Rect area, const std::string& name,
                       const std::vector<ReadingRow>& rows, ListState& state);

// How times and numbers of these results are said.
model::Reading reading_of(const Panel& panel);

// "S2".
std::string indicator_code(const std::string& id);
void draw_flags(Panel& panel, Rect area, const v1::Results& results, ResultsState& state);
void draw_decision_results(Panel& panel, Rect area, const v1::Results& results,
                           ResultsState& state);

}  // namespace casustafel::ui
