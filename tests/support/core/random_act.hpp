#pragma once
// What somebody might ask next, sensible or not. Most acts are the kind that a session is made of
// (held items shared, open requests answered); some name what is not there, act for another's role
// or come at the wrong moment. Covers every command.
#include <utility>

#include "server/core/families/command.hpp"
#include "server/core/families/record.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/seed.hpp"

namespace casustafel::support {

struct Ask {
    core::Actor actor;
    core::Command command;
};

// One act, chosen by looking at the state.
Ask random_act(Seed&, const core::State&);

// People join and sit down, and the trainer starts: what most sessions open with.
void open_at_random(Seed&, Play&);

// A stretch of play: `acts` times some time passes and somebody asks something, rejected or not.
void play_at_random(Seed&, Play&, int acts);

}  // namespace casustafel::support
