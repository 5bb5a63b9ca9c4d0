#include "server/store/sqlite.hpp"

namespace casustafel::store {

Statement prepare(const SqliteHandle& connection, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v3(connection.get(), sql.data(), static_cast<int>(sql.size()),
                       SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return Statement(statement);
}

bool run(const SqliteHandle& connection, const char* sql) {
    return sqlite3_exec(connection.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

Execution::~Execution() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

void Execution::check(int code) { failed_ = failed_ || code != SQLITE_OK; }

Execution& Execution::number(std::int64_t value) {
    check(sqlite3_bind_int64(statement_, ++parameter_, value));
    return *this;
}

Execution& Execution::text(std::string_view value) {
    check(sqlite3_bind_text64(statement_, ++parameter_, value.empty() ? "" : value.data(),
                              value.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Execution& Execution::bytes(std::string_view value) {
    // An empty blob is a value of its own; a null pointer would bind NULL.
    check(sqlite3_bind_blob64(statement_, ++parameter_, value.empty() ? "" : value.data(),
                              value.size(), SQLITE_STATIC));
    return *this;
}

bool Execution::next() {
    if (failed_) return false;
    const int code = sqlite3_step(statement_);
    failed_ = code != SQLITE_ROW && code != SQLITE_DONE;
    return code == SQLITE_ROW;
}

bool Execution::finish() {
    while (next()) {
    }
    return !failed_;
}

std::string Execution::bytes_at(int column) const {
    // The pointer is asked for first: asking for it may convert the value and change its size.
    const void* bytes = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return bytes ? std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size))
                 : std::string();
}

}  // namespace casustafel::store
