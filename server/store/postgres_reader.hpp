#pragma once
// Reading the tables in PostgreSQL, and judging whether what stands there is all that was written:
// the chain of checks within a session, the seal that says where it ends, and what this server
// knows it was told itself. It never writes.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/store/append_rules.hpp"
#include "server/store/checks.hpp"
#include "server/store/postgres_line.hpp"
#include "server/store/store.hpp"

namespace casustafel::store {

// A session as of its newest commit. The server's own values are those of the session without a
// name, number 0.
struct KnownSession {
    std::int64_t number = 0;
    std::int64_t holder = 0;  // the writer that claimed it last; 0 none
    Tail tail;
    Seal seal;
    std::string stored_seal;
    std::map<std::string, std::uint64_t> revisions;  // of its values
    bool damaged = false;                            // nothing is to be written behind it
};

class PostgresReader {
public:
    explicit PostgresReader(PostgresLine& line) : line_(line) {}

    // Those of these that exist and were not erased. Nothing when the database does not answer.
    std::optional<std::map<std::string, KnownSession>> known(const std::vector<std::string>& ids);
    // What was durable of this session as far as anybody was told.
    void was_told(std::int64_t number, const Seal& seal) { told_[number] = seal; }

    std::optional<Examined> examine(const std::string& session);
    std::optional<std::string> text(const std::string& hash);
    std::vector<std::string> list();
    std::vector<Damage> damage();
    std::optional<std::string> server_value(const std::string& name);
    // The highest number a session has or had.
    std::optional<std::int64_t> newest_number();

private:
    std::optional<Damage> judge(std::int64_t number, const std::string& stored_seal,
                                std::uint64_t length, const Check& last, std::uint64_t marks) const;
    bool falls_short(std::int64_t number, const Seal& seal) const;

    PostgresLine& line_;
    std::map<std::int64_t, Seal> told_;
};

}  // namespace casustafel::store
