#pragma once
// `casustafel trainers add|list|revoke`: who may lead on the server of this data directory. They
// work beside a server that runs, which notices within seconds, and need no key: who may write in
// the directory may do anything anyway.
#include <string>

#include "client/console/said/printer.hpp"

namespace casustafel::cli {

struct TrainerVerb {
    std::string data = "casustafel-data";
    std::string name;
    bool totp = false;  // with six digits of a telephone as second factor
};

// Prints the key, this once: `trainer-key KEY`; with `totp` also the address for the telephone, and
// a QR code of it.
int make_trainer(const TrainerVerb&, const console::Printer&);
int list_trainers(const TrainerVerb&, const console::Printer&);
// The key opens nothing any more; the name stays for what stands in logs.
int revoke_trainer(const TrainerVerb&, const console::Printer&);

}  // namespace casustafel::cli
