#include "server/cli/chosen_store.hpp"

#include "server/store/postgres_store.hpp"
#include "server/store/sqlite_store.hpp"

namespace casustafel::cli {
namespace {

using Opened = std::variant<std::unique_ptr<store::Store>, store::OpenError>;

template <class Kind>
Opened as_store(std::variant<std::unique_ptr<Kind>, store::OpenError> opened) {
    if (auto* error = std::get_if<store::OpenError>(&opened)) return std::move(*error);
    return std::unique_ptr<store::Store>(std::get<std::unique_ptr<Kind>>(std::move(opened)));
}

}  // namespace

std::variant<ChosenStore, store::OpenError> open_for_server(const ServeOptions& options,
                                                            store::Executor executor) {
    ChosenStore chosen;
    Opened opened;
    if (store::names_postgres(options.store)) {
        auto locked = store::lock_directory(options.data);
        if (auto* error = std::get_if<store::OpenError>(&locked)) return std::move(*error);
        chosen.folder = std::move(std::get<store::OpenFile>(locked));
        store::PostgresOptions how;
        how.alone = true;
        opened = as_store(store::PostgresStore::open(options.store, std::move(executor), how));
    } else {
        opened = as_store(store::SqliteStore::open(options.data, std::move(executor)));
    }
    if (auto* error = std::get_if<store::OpenError>(&opened)) return std::move(*error);
    chosen.store = std::move(std::get<std::unique_ptr<store::Store>>(opened));
    return chosen;
}

std::string place_of(const ServeOptions& options) {
    return options.store.empty() ? options.data : store::postgres_without_secrets(options.store);
}

Opened open_for_reading(const std::string& place) {
    const auto at_once = [](std::function<void()> work) { work(); };
    if (store::names_postgres(place))
        return as_store(store::PostgresStore::open(place, at_once, {.read_only = true}));
    return as_store(store::SqliteStore::open(place, at_once, {.read_only = true}));
}

}  // namespace casustafel::cli
