#pragma once
// What a trainer has chosen in the drawing of who shares with whom.
#include <string>

#include "client/ui/kit/scroll_list.hpp"

namespace casustafel::ui {

struct NetworkState {
    bool asking = false, as_table = false;
    std::string role;  // only its arrows are shown; empty: everybody's
    ListState list;
};

}  // namespace casustafel::ui
