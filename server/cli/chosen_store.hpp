#pragma once
// Where the logs are: in a folder of this machine, or in a PostgreSQL that was named.
#include <memory>
#include <string>
#include <variant>

#include "server/cli/serve.hpp"
#include "server/store/data_directory.hpp"
#include "server/store/open_error.hpp"
#include "server/store/store.hpp"

namespace casustafel::cli {

struct ChosenStore {
    store::OpenFile folder;  // held for this server alone, also when the logs are elsewhere
    std::unique_ptr<store::Store> store;
};

// The store of a server, for it alone; it waits as long as one that just ended may still count as
// alive.
std::variant<ChosenStore, store::OpenError> open_for_server(const ServeOptions&, store::Executor);

// How that place is called where anybody may read it.
std::string place_of(const ServeOptions&);

// The store at this place, to read only: a folder, a backup, or postgresql://….
std::variant<std::unique_ptr<store::Store>, store::OpenError> open_for_reading(
    const std::string& place);

}  // namespace casustafel::cli
