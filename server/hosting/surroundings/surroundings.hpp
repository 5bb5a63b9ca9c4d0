#pragma once
// What the sessions of one host share: where logs are kept, how frames leave, what time it is,
// which cases there are, chance, and a place for what takes long.

#include "server/hosting/surroundings/calendar.hpp"
#include "server/hosting/surroundings/case_shelf.hpp"
#include "server/hosting/surroundings/catalogue.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/surroundings/ports.hpp"
#include "server/hosting/surroundings/trainers.hpp"
#include "server/journal/notice.hpp"
#include "server/store/store.hpp"
#include "server/view/encoded.hpp"

namespace casustafel::hosting {

struct Surroundings {
    store::Store& store;
    Transport& transport;
    Clock& clock;
    Catalogue& catalogue;
    RandomBytes random;
    Work& work = work_at_once();
    // For who runs the server.
    journal::Tell tell_operator = [](const journal::Notice&) {};
    // Participants may act without end: for a bench, whose few clients stand for many.
    bool without_allowances = false;
    // Trainers by name; nobody: there is one key, without a name.
    TrainerBook* trainers = nullptr;
    // Where people come in, when whoever runs the server said so: "https://oefenen.example.nl".
    std::string join_address = {};
    const Calendar* calendar = nullptr;     // the host's, which sets it
    CaseShelf* shelf = nullptr;             // the host's
    view::EncodedPool* entities = nullptr;  // the host's
};

}  // namespace casustafel::hosting
