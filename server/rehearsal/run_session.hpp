#pragma once
// One whole session inside the process, as fast as it will go: the real host over a store in
// memory, a trainer who makes and starts it, and a persona in as many roles as people take part,
// all over the real protocol; autopilots have the rest. It opens no socket and waits for no clock.
// The same case, characters and seed give the same log, byte for byte.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "client/bots/persona.hpp"
#include "server/core/families/record.hpp"
#include "server/hosting/surroundings/catalogue.hpp"

namespace casustafel::rehearsal {

struct RunOptions {
    bots::Character character = bots::Character::lawful;
    std::map<std::string, bots::Character>
        characters;  // by role, for those who are not `character`
    std::uint64_t seed = 1;
    int people = 0;       // how many take part; 0: one for every role that a person may play
    bots::Script script;  // what everybody was told to do, whatever the character
    std::vector<std::string> injects;  // the trainer fires these at the start
};

struct Run {
    std::vector<core::Record> records;
    std::vector<std::string> encoded;  // the same records as the store has them
    bool ended = false;                // false: it came to a standstill, which is an error of ours
    std::int64_t real_ms = 0;          // session time it would have taken in a room
};

Run run_session(const hosting::CaseTexts&, const RunOptions&);

}  // namespace casustafel::rehearsal
