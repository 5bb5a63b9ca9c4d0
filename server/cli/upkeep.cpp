#include "server/cli/upkeep.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "server/cli/exit_codes.hpp"
#include "server/cli/ownership.hpp"
#include "server/cli/stored_session.hpp"
#include "server/cli/trainer_file.hpp"
#include "server/cli/upkeep_directory.hpp"
#include "server/cli/verify.hpp"
#include "server/hosting/salvage.hpp"
#include "server/hosting/trainer_key.hpp"
#include "server/store/backup.hpp"
#include "server/store/data_directory.hpp"
#include "server/store/heads.hpp"
#include "server/store/postgres_migration.hpp"
#include "server/store/postgres_store.hpp"
#include "server/store/sqlite_store.hpp"
#include "server/store/text_hash.hpp"

namespace casustafel::cli {
namespace {

namespace fs = std::filesystem;
using console::json_string;

void copy_if_there(const std::string& from, const std::string& to) {
    std::error_code error;
    if (fs::exists(from, error)) fs::copy_file(from, to, fs::copy_options::skip_existing, error);
}

void take_back(const std::string& data) {
    std::error_code error;
    const std::string database = store::database_path(data);
    for (const std::string& made :
         {database, database + "-wal", database + "-shm", store::heads_path(database)})
        fs::remove(made, error);
}

}  // namespace

int back_up(const Upkeep& wanted, const console::Printer& printer) {
    if (const auto error = store::back_up(wanted.data, wanted.to))
        return complain_about_store(printer, *error);
    // Who may lead here, and the names that go with the numbers in the logs.
    copy_if_there(trainer_file(wanted.data), wanted.to + ".trainers");
    printer.say("backup.made", {wanted.to});
    printer.object({{"backup", json_string(wanted.to)}});
    // What only the heads of the directory tell is not in the copy.
    const int of_directory = verify_all(wanted.data, printer, Tell::damage);
    const int of_copy = verify_all(wanted.to, printer, Tell::everything);
    return of_directory == done ? of_copy : of_directory;
}

int restore(const Upkeep& wanted, const console::Printer& printer) {
    const OwnedLikeItsFolder owned(wanted.data);
    if (const auto error = store::put_back(wanted.from, wanted.data)) {
        if (error->problem != store::OpenProblem::exists &&
            error->problem != store::OpenProblem::in_use)
            take_back(wanted.data);
        return complain_about_store(printer, *error);
    }
    const int found = verify_all(wanted.data, printer, Tell::everything);
    if (found == refused) {
        take_back(wanted.data);
        return refused;
    }
    copy_if_there(wanted.from + ".trainers", trainer_file(wanted.data));
    printer.say("restore.done", {wanted.data});
    printer.object({{"restored", json_string(wanted.data)}});
    return found;
}

int salvage_session(const Upkeep& wanted, const console::Printer& printer) {
    const OwnedLikeItsFolder owned(wanted.data);
    auto read = read_session(wanted.data, wanted.code, printer.language());
    if (const auto* not_read = std::get_if<NotRead>(&read)) {
        std::cerr << not_read->sentence << "\n";
        return refused;
    }
    const auto& session = std::get<StoredSession>(read);
    auto opened = open_alone(wanted.data);
    if (const auto* error = std::get_if<store::OpenError>(&opened))
        return complain_about_store(printer, *error);
    auto& store = *std::get<std::unique_ptr<store::SqliteStore>>(opened);
    const auto outcome =
        hosting::salvage(store, hosting::system_random(), session.id, called(session),
                         [&](const std::string& hash) { return text_in(wanted.scenarios, hash); });
    if (const auto* reason = std::get_if<hosting::NotSalvaged>(&outcome)) {
        printer.complain("salvage." + std::string(hosting::name(*reason)), {called(session)});
        return refused;
    }
    const auto& saved = std::get<hosting::Salvaged>(outcome);
    const std::string records = std::to_string(saved.records);
    printer.say("salvage.done", {called(session), records, saved.code});
    printer.object({{"salvaged", json_string(called(session))},
                    {"records", records},
                    {"code", json_string(saved.code)}});
    return done;
}

int make_trainer_key(const Upkeep& wanted, const console::Printer& printer) {
    const OwnedLikeItsFolder owned(wanted.data);
    auto opened = open_alone(wanted.data);
    if (const auto* error = std::get_if<store::OpenError>(&opened))
        return complain_about_store(printer, *error);
    auto& store = *std::get<std::unique_ptr<store::SqliteStore>>(opened);
    std::string key;
    if (store.drop_damaged_server_values())
        key = hosting::new_trainer_key(store, hosting::system_random());
    if (key.empty()) {
        printer.complain("refusal.storage");
        return refused;
    }
    printer.say_plain("trainer-key " + key);
    printer.object({{"trainer_key", json_string(key)}});
    return done;
}

int migrate(const Upkeep& wanted, const console::Printer& printer) {
    if (!store::names_postgres(wanted.store)) {
        printer.complain("serve.which_store");
        return usage;
    }
    const auto migrated = store::migrate_postgres(wanted.store);
    if (const auto* error = std::get_if<store::OpenError>(&migrated))
        return complain_about_store(printer, *error);
    const auto& [from, to] = std::get<store::Migrated>(migrated);
    const std::string place = store::postgres_without_secrets(wanted.store);
    if (from == to)
        printer.say("store.up_to_date", {place, std::to_string(to)});
    else
        printer.say("store.migrated", {place, std::to_string(from), std::to_string(to)});
    printer.object({{"from", std::to_string(from)}, {"to", std::to_string(to)}});
    return done;
}

}  // namespace casustafel::cli
