#pragma once
// What this role has to do first, and by when: a question to answer, a decision to take. It stands
// in the bar so that nobody has to look for it.
#include <optional>

#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct NextUp {
    enum class Kind : std::uint8_t { answer, decision } kind{};
    std::uint64_t request = 0;
    std::string decision;
    std::string words;  // "Vraag van OVJ"
    std::int64_t by_sim_ms = 0;
};

// The first thing to fall due for this role; nothing when there is none.
std::optional<NextUp> next_up(const Panel& panel);

// Cuts a cell off the right of the bar when it fits; using it opens what it names.
void draw_next_up(Panel& panel, Rect& bar, TableState& state);

}  // namespace casustafel::ui
