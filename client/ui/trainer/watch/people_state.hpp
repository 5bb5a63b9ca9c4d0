#pragma once
// What a trainer has open about the people of an exercise.
#include <cstdint>
#include <string>

#include "client/ui/kit/scroll_list.hpp"

namespace casustafel::ui {

struct PeopleState {
    bool open = false;
    ListState list;
    std::uint32_t renaming = 0;    // whose name is being typed; 0: nobody's
    std::string name;              // as it is typed
    std::uint32_t away_asked = 0;  // who is to be sent away; 0: nobody
};

// Somebody who is being invited to look on.
struct OnlookersState {
    bool open = false;
    std::string name;
    std::string whom;          // "all", "table:Z" or "role:VT"; empty: not chosen yet
    std::string delay = "0";   // minutes
    std::uint32_t copied = 0;  // whose invitation was copied last; 0: nobody's
};

}  // namespace casustafel::ui
