#pragma once
// Verbs for whoever keeps a data directory: a copy of it, putting a copy back, saving what is left
// of a damaged session, a log from elsewhere, and a new trainer key. The last three need the
// directory to themselves.
#include <string>

#include "client/console/said/printer.hpp"

namespace casustafel::cli {

struct Upkeep {
    std::string data = "casustafel-data";
    std::string to, from;  // of a copy
    std::string code;      // of the session to save
    std::string file;      // a log that `export` wrote
    std::string scenarios = "scenarios";
    std::string store;  // postgresql://…
};

// Copies everything that is durable now into a new file. Exit code `differs` when something in it
// is damaged, which it names; the copy is made nevertheless.
int back_up(const Upkeep&, const console::Printer&);

// Puts a copy into a directory with nothing in it. Exit code `differs` when something in it is
// damaged; when it cannot be read as a whole the directory stays empty.
int restore(const Upkeep&, const console::Printer&);

// Makes a session of the records up to the damage, and prints its code.
int salvage_session(const Upkeep&, const console::Printer&);

// Makes a session of an exported log, after deciding everything again, and prints its code. Exit
// code `differs` when the log does not agree with its case. In upkeep_import.cpp.
int import_log(const Upkeep&, const console::Printer&);

// Makes the tables in a PostgreSQL, or brings older ones up to date.
int migrate(const Upkeep&, const console::Printer&);

// Replaces a lost key, and prints it: `trainer-key KEY`.
int make_trainer_key(const Upkeep&, const console::Printer&);

}  // namespace casustafel::cli
