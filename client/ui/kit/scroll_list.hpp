#pragma once
// A list that scrolls by whole rows: a row is drawn completely or not at all, and what does not fit
// is announced ("Nog 3 hieronder"). Only rows in sight are drawn, so five hundred cost no more than
// ten. Arrows, Page and Home/End walk the rows; the row with focus is always brought into sight.
// While the mouse is over a list its rows stay where they are: what comes meanwhile stands below
// and is counted, what goes leaves its room, until the mouse is elsewhere or the person acts.
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

struct Row {
    std::string name;  // of the widget, or what tells it from the others; unique in the screen
    float height = 48;
    bool heading = false;  // a line between rows: drawn, never focused, not counted
    bool selected = false;
    std::string label{};  // what the record calls it
    bool enabled = true;  // a row that cannot be used is drawn and counted, and takes no focus
};

struct ListLook {
    bool from_bottom = false;  // a conversation: new rows appear at the end and stay in sight
    float inset_left = 0;      // rows begin here; the selection fills from the edge
    bool bare = false;         // rows take no focus: a text to read
    bool cards = false;        // rows draw their own ground, selection and ring
    bool framed = false;       // a border around the rows, with the bar inside it
};

struct ListState {
    int first = 0;            // first row in sight
    bool follows_end = true;  // from_bottom: stays at the end until somebody scrolls up
};

// Draws the rows in sight with `draw(index, row rectangle, response)`; returns the index of the row
// that was clicked or entered, or -1.
int scroll_list(Ui& ui, Rect area, const std::string& name, std::span<const Row> rows,
                ListState& state,
                const std::function<void(std::size_t, Rect, const Response&)>& draw,
                ListLook look = {});

// The height of these rows in at most `most`: all of them, or whole rows and the line that tells
// how many are left.
float whole_rows_height(std::span<const Row> rows, float most);
// The same with the border of a framed list.
float framed_height(std::span<const Row> rows, float most = unlimited_height);

void scroll_bar(Ui& ui, Rect area, float share_above, float share_seen);

}  // namespace casustafel::ui
