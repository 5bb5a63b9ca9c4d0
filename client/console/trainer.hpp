#pragma once
// `casustafel trainer`: the trainer's desk as one-shot verbs, complete enough to hold a session
// with, also for who reads with a screen reader or writes a script.
#include <string>
#include <vector>

#include "client/console/said/printer.hpp"
#include "client/console/talk.hpp"

namespace casustafel::console {

struct TrainerOptions {
    ServerChoice server;
    std::string key;
    std::string verb;  // scenarios, new, list, start, pause, …
    std::string code;
    std::string argument;         // scenario, inject, role, participant, prompt or kind, by verb
    std::string second;           // the role for assign and move; what is corrected
    std::string speed;            // a factor such as 6, or max
    std::string title, text;      // of an improvised inject, a whisper or a moment
    std::string reason;           // of a correction
    std::vector<std::string> to;  // of an improvised inject: its addressees
    std::string html;             // the file a report is written to
    std::string name, date, group, notes;  // of the card of a session
    bool yes = false;                      // what cannot be taken back is done without a question
};

// Exit code: 0 done, 1 refused, 2 a verb or argument that does not exist, 4 no server there.
int run_trainer(const TrainerOptions&, const Printer&);

// The verbs, for usage texts.
const std::vector<std::string>& trainer_verbs();

}  // namespace casustafel::console
