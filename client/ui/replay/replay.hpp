#pragma once
// Looking back at an exercise that is over: the table as it stood on a role's screen at any moment,
// with what happened beside it and the time under it. Nothing can be done here, and it is plainly
// not now. A trainer may take everybody along; who is taken along may look around and come back.
#include <map>
#include <string>
#include <vector>

#include "client/ui/acts/table_state.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct ReplayState {
    bool open = false;
    std::size_t at = 0;  // which moment
    std::string eyes;    // whose; empty: one's own
    bool playing = false;
    int speed = 0;             // 1, 2, 4, 8 or 16 times
    double moved_seconds = 0;  // when `at` moved last while playing
    bool leading = false;      // a trainer: takes everybody along
    bool following = true;     // goes where a trainer leads
    bool declassify_asked = false;
    bool listing = false;                   // narrow: the list instead of the table
    std::string kind, role, item, meeting;  // of what is listed; empty: all
    ListState list;
    std::map<std::string, TableState> tables;  // by role

    // What was asked of the server.
    std::uint64_t asked_arrival = 0;  // the arrival since which the events are asked for
    bool asked_declassified = false;
    std::uint64_t asked_position = 0, led_seen = 0;
    std::string asked_eyes;
    bool asked_any = false;
    double asked_seconds = 0;
    std::uint64_t led_position = 0;  // told to everybody last
    std::string led_eyes;

    // What is shown: a model of then, with the view of then in it.
    model::Model then;
    std::uint64_t shown = 0;  // how many moments had come when it was made
};

// Whether the person looks back now; `asked`: it was just asked for. A trainer who leads opens it.
bool looks_back(const Panel& panel, ReplayState& state, bool asked);

void draw_replay(Panel& panel, ReplayState& state, BarState& bar);

}  // namespace casustafel::ui
