#pragma once
// `casustafel rehearse`: an author's dry run. Personas play a case in this process, as often as
// asked, and what they score and how it ends is told a line a run; then why a number or an ending
// is missing, and which needs were not met.
#include <cstdint>
#include <string>

#include "client/bots/persona.hpp"
#include "client/console/said/printer.hpp"

namespace casustafel::cli {

struct Rehearsal {
    std::string file;
    bots::Character character = bots::Character::lawful;
    std::uint64_t seeds = 1;                       // 1 to as many
    int people = 0;                                // 0: one for every role that a person may play
    text::Language language = text::Language::nl;  // in which a broken case is told
};

// Exit code 1 when the case cannot be read or a run came to a standstill.
int rehearse(const Rehearsal&, const console::Printer&);

}  // namespace casustafel::cli
