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

}  // namespace casustafel::ui
