#pragma once
// Wraps as much of SQLite as this room uses, without exceptions: a connection, a prepared
// statement, and one execution of it that resets the statement when it goes out of scope. Any error
// ends in a `false`; the connection remembers the sentence. It must not know the tables.
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace casustafel::store {

struct CloseConnection {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
using SqliteHandle = std::unique_ptr<sqlite3, CloseConnection>;

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// A statement kept for many executions; empty when the SQL does not compile.
Statement prepare(const SqliteHandle& connection, std::string_view sql);

// Runs SQL that returns nothing of interest.
bool run(const SqliteHandle& connection, const char* sql);

class Execution {
public:
    explicit Execution(const Statement& statement) : statement_(statement.get()) {}
    ~Execution();
    Execution(const Execution&) = delete;
    Execution& operator=(const Execution&) = delete;

    // Binds the next parameter; the bytes must live as long as this execution.
    Execution& number(std::int64_t value);
    Execution& text(std::string_view value);
    Execution& bytes(std::string_view value);

    // Steps to the next row; false at the end and on an error.
    bool next();
    // Runs to the end; true when nothing went wrong on the way.
    bool finish();
    // True when a bind or a step went wrong.
    bool failed() const { return failed_; }

    // A column of the current row, counted from 0.
    std::int64_t number_at(int column) const { return sqlite3_column_int64(statement_, column); }
    std::string bytes_at(int column) const;

private:
    void check(int code);

    sqlite3_stmt* statement_;
    int parameter_ = 0;
    bool failed_ = false;
};

}  // namespace casustafel::store
