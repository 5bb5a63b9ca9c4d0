#pragma once
// What a trainer's screen saw change that carries no time of its own: a swap that begins, a meeting
// that moves a step on, a weighing that is recorded, somebody else in a seat, another pace. The
// view says how things stand; this remembers when they were first seen to stand so. What was there
// before the screen looked has no time.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "client/ui/panel/panel.hpp"
#include "client/ui/panel/words.hpp"

namespace casustafel::ui {

constexpr std::size_t most_steps_remembered = 2000;

// One change: the entity `key` (or the pace, as "pace") now says `value`.
struct Step {
    std::int64_t at_sim_ms = earlier;
    std::string key, value;
};

struct Witness {
    std::string code;  // the session it was seen in; another one starts anew
    std::map<std::string, std::string> standing;
    std::vector<Step> steps;
    // The part of the case that plays: where it ends, and when it was seen to begin. Between two
    // parts the case's time leaps, and nobody could act.
    std::int64_t part_ends_sim_ms = 0, part_began_sim_ms = 0;
    std::uint64_t others_acts = 0;  // of the other trainers, that stand among the steps
};

// Compares the view with how it stood; call once a frame.
void watch(const Panel& panel, Witness& witness);

}  // namespace casustafel::ui
