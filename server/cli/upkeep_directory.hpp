#pragma once
// What the verbs of upkeep share: a data directory for one program alone, and the texts of cases.
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "client/console/said/printer.hpp"
#include "server/store/sqlite_store.hpp"

namespace casustafel::cli {

// Says why a directory does not open; gives the exit code.
int complain_about_store(const console::Printer&, const store::OpenError&);

// The directory, for this program alone; nothing is made where there is nothing.
std::variant<std::unique_ptr<store::SqliteStore>, store::OpenError> open_alone(
    const std::string& data);

// A case or rules pack of the folder that is still, byte for byte, the text with this hash.
std::optional<std::string> text_in(const std::string& folder, const std::string& hash);

}  // namespace casustafel::cli
