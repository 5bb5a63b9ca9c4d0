#pragma once
// Choosing: ticks, one of several, and one of a few side by side. Each says what is chosen by shape
// as well as by colour. They return true in the frame in which the person changes something; the
// panel changes the value.
#include <span>
#include <string>
#include <string_view>

#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

enum class Tick : std::uint8_t { none, partly, full };

bool check_box(Ui& ui, Rect area, std::string name, std::string_view label, Tick tick,
               bool enabled = true);
// A label that is too long for one line takes more where the area is as high as `radio_height`
// says.
float radio_height(Painter& draw, float width, std::string_view label);
bool radio(Ui& ui, Rect area, std::string name, std::string_view group, std::string_view label,
           bool chosen, bool enabled = true);

// The shapes alone, for rows that draw their own words.
void draw_tick(Ui& ui, Point centre, Tick tick, bool enabled = true);
void draw_radio(Ui& ui, Point centre, bool chosen, bool enabled = true);

// Side by side in one frame; parts are named `name.KEY`. Returns the index the person chose, or -1.
struct Segment {
    std::string key, label;
    bool enabled = true;
};
int segmented(Ui& ui, Rect area, const std::string& name, std::span<const Segment> segments,
              int chosen);
float segmented_width(Ui& ui, std::span<const Segment> segments);

// Tabs with counts on a line; `new_count` fills the count pill. Parts are named `name.KEY`.
struct Tab {
    std::string key, label;
    int count = -1;  // negative: none
    bool asks_attention = false;
    bool done = false;   // a step that was answered: a tick behind its words
    int most = 9999;     // a higher count is told as this and "+"
    std::string note{};  // said behind the count: how much time is left
    bool shut = false;   // what it shows is folded away: choosing it again opens that
};
int tab_row(Ui& ui, Rect area, const std::string& name, std::span<const Tab> tabs, int chosen,
            float gap = 24);

}  // namespace casustafel::ui
