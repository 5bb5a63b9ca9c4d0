#pragma once
// PostgreSQL under the queue of commits. A commit goes on from what this server knows of each of
// its sessions; the database takes it only when that is still so, in the same transaction, so that
// a server that lost its lease while it stood still writes nothing. Several servers may use one
// database, each through one of these.
#include <map>
#include <memory>
#include <set>

#include "server/store/database.hpp"
#include "server/store/postgres_line.hpp"
#include "server/store/postgres_reader.hpp"

namespace casustafel::store {

class PostgresDatabase : public Database {
public:
    explicit PostgresDatabase(std::unique_ptr<PostgresLine> line);

    std::vector<Outcome> commit(const std::vector<const Append*>& group) override;
    Outcome create(const std::string& session, const std::string& header,
                   const std::vector<std::string>& texts,
                   const std::vector<Value>& values) override;
    // Nothing also while another server that lives holds it.
    std::optional<Lease> claim(const std::string& session) override;
    Outcome erase(const std::string& session) override;
    std::optional<Examined> examine(const std::string& session) override;
    std::optional<std::string> text(const std::string& hash) override;
    std::vector<std::string> list() override;
    std::vector<Damage> damage() override;
    Outcome set_server_value(const Value& value) override;
    std::optional<std::string> server_value(const std::string& name) override;
    bool probe() override;

    void between() override;
    std::optional<std::chrono::milliseconds> rest_after() override;
    void rest() override;

private:
    // Values to be written with the commit: only the last of each matters.
    using Pending = std::map<std::string, std::optional<std::string>>;

    bool learn(const std::vector<const Append*>& group);
    KnownSession* find(const std::string& session);
    Outcome add(const Append& append, Change& change);
    Pending& touch(const std::string& session);
    void write_values(const std::string& session, KnownSession& known, const Pending& pending,
                      Change& change) const;
    void seal_touched(Change& change);
    Written write(const Change& change);
    std::vector<Outcome> fail(const std::vector<const Append*>& group,
                              std::vector<Outcome> outcomes);

    std::unique_ptr<PostgresLine> line_;
    PostgresReader reader_;
    std::map<std::string, KnownSession> known_;
    std::map<std::string, Pending> touched_;  // sessions that this transaction changes
    std::set<std::string> after_failure_;     // sessions whose newest append failed
};

}  // namespace casustafel::store
