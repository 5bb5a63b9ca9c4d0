#pragma once
// What the session shows so far, for the trainer: the two headings with their bars, the twelve
// indicators, and behind each the events it came from; flags, tables and roles, decisions. It ranks
// nobody, and asks the server for the numbers by itself when it opens and when the session ended.
#include <functional>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct ResultsState {
    bool open = false;
    std::string chosen = "s2";  // the indicator whose evidence is shown
    int tab = 0;                // which part is shown where not all fit
    int filter = 0;             // of the evidence: all, well, partly, lost
    bool end_asked = false;     // the numbers after the end were asked for
    ListState numbers, evidence, flags, scopes, decisions;
};

// `above` cuts what cannot wait off the top of the screen.
void draw_results(Panel& panel, ResultsState& state, BarState& bar,
                  const std::function<void(Rect& screen)>& above = {});

// Shows them and asks for what is so now.
void open_results(Panel& panel, ResultsState& state);

// The debrief page as a file, in the language of the screen; it comes when the server has made it.
void ask_report(Panel& panel);
// The button for it, when it fits: cut off the right of a row.
void report_button(Panel& panel, Rect& row, const char* name, float high);

// The way there, when it fits: cut off the right of a row, or as an offer (the primary button,
// after the end) off its left.
void results_button(Panel& panel, Rect& row, ResultsState& state, bool offer);

}  // namespace casustafel::ui
