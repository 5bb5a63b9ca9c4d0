#include "server/store/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "server/store/data_directory.hpp"
#include "server/store/heads.hpp"
#include "server/store/schema.hpp"

namespace casustafel::store {
namespace {

namespace fs = std::filesystem;

OpenError from_system(const std::string& path, int error) {
    const auto problem = error == EEXIST ? OpenProblem::exists : OpenProblem::no_access;
    return {problem, path, std::generic_category().message(error)};
}

// SQLite writes into the empty file that is closed to others already.
std::optional<OpenError> copy_database(const std::string& from, const std::string& to) {
    SqliteHandle connection;
    const auto opened = open_database(from, true, connection);
    if (const auto* error = std::get_if<OpenError>(&opened)) return *error;
    const OpenFile file(::open(to.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.descriptor() < 0) return from_system(to, errno);
    const Statement copy = prepare(connection, "VACUUM INTO ?");
    if (!copy || !Execution(copy).text(to).finish()) {
        OpenError error = last_error(connection, from);
        ::unlink(to.c_str());
        return error;
    }
    if (::fsync(file.descriptor()) != 0) return from_system(to, errno);
    sync_directory(fs::path(to).parent_path().string());
    return std::nullopt;
}

// What the copy says of itself becomes what is known outside it.
std::optional<OpenError> make_heads(const std::string& database) {
    auto opened = Heads::open(heads_path(database), false);
    if (auto* error = std::get_if<OpenError>(&opened)) return *error;
    Heads& heads = std::get<Heads>(opened);
    SqliteHandle connection;
    const auto found = open_database(database, true, connection);
    if (const auto* error = std::get_if<OpenError>(&found)) return *error;
    if (std::get<FoundDatabase>(found).format < format_number) return std::nullopt;
    const Statement seals =
        prepare(connection,
                "SELECT session, bytes FROM value_places JOIN value_bytes USING(place) "
                "WHERE name = ''");
    Execution row(seals);
    while (row.next()) {
        const auto number = static_cast<std::uint64_t>(row.number_at(0));
        const auto seal = decode_seal(number, row.bytes_at(1));
        if (!seal) continue;
        if (!heads.make_room(number)) return from_system(heads_path(database), ENOSPC);
        heads.write(number, *seal);
    }
    if (row.failed()) return last_error(connection, database);
    if (!heads.sync()) return from_system(heads_path(database), errno);
    return std::nullopt;
}

bool nothing_in(const std::string& directory) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(directory, error))
        if (entry.path().filename() != "lock") return false;
    return true;
}

}  // namespace

std::optional<OpenError> back_up(const std::string& directory, const std::string& file) {
    const std::string database = database_path(directory);
    std::error_code error;
    if (!fs::exists(database, error)) return OpenError{OpenProblem::missing, database, {}};
    return copy_database(database, file);
}

std::optional<OpenError> put_back(const std::string& file, const std::string& directory) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return OpenError{OpenProblem::missing, file, {}};
    const auto locked = lock_directory(directory);
    if (const auto* refused = std::get_if<OpenError>(&locked)) return *refused;
    if (!nothing_in(directory)) return OpenError{OpenProblem::exists, directory, {}};
    const std::string database = database_path(directory), heads = heads_path(file);
    if (auto failed = copy_database(file, database)) return failed;
    if (!fs::exists(heads, error)) return make_heads(database);
    fs::copy_file(heads, heads_path(database), error);
    return error ? std::optional(from_system(heads, error.value())) : std::nullopt;
}

}  // namespace casustafel::store
