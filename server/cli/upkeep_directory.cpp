#include "server/cli/upkeep_directory.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "server/cli/exit_codes.hpp"
#include "server/store/data_directory.hpp"
#include "server/store/text_hash.hpp"

namespace casustafel::cli {
namespace {

namespace fs = std::filesystem;

}  // namespace

int complain_about_store(const console::Printer& printer, const store::OpenError& error) {
    printer.complain("store.open." + std::string(store::name(error.problem)),
                     {error.path, error.detail});
    if (error.problem == store::OpenProblem::in_use ||
        error.problem == store::OpenProblem::database_in_use)
        return directory_in_use;
    return error.problem == store::OpenProblem::damaged ? differs : refused;
}

std::variant<std::unique_ptr<store::SqliteStore>, store::OpenError> open_alone(
    const std::string& data) {
    std::error_code error;
    const std::string database = store::database_path(data);
    if (!fs::exists(database, error))
        return store::OpenError{store::OpenProblem::missing, database, {}};
    return store::SqliteStore::open(data, [](std::function<void()> work) { work(); });
}

std::optional<std::string> text_in(const std::string& folder, const std::string& hash) {
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
        if (entry.path().extension() != ".yaml") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        if (store::text_hash(text) == hash) return text;
    }
    return std::nullopt;
}

}  // namespace casustafel::cli
