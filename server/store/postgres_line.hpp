#pragma once
// This server at a database that others may use too: its connection, made again when it is lost,
// and its place among the writers, by which the others know that it lives. What was under way when
// a connection was lost is asked about on the next one, and sent again only when it did not come
// through. It must not know what is written.
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/store/open_error.hpp"
#include "server/store/postgres.hpp"
#include "server/store/postgres_change.hpp"
#include "server/store/postgres_store.hpp"

namespace casustafel::store {

enum class Written {
    durable,
    fenced,   // somebody else wrote there; nothing of it stands
    refused,  // the database said no; nothing of it stands
    unknown   // no connection came back in time; from the next one on nothing of it comes through
              // that did not before
};

class PostgresLine {
public:
    using Clock = std::chrono::steady_clock;

    static std::variant<std::unique_ptr<PostgresLine>, OpenError> open(const std::string& where,
                                                                       PostgresOptions options);
    // Says that it is gone, so that nobody waits for its leases to end.
    ~PostgresLine();

    Written write(const Change&);
    // Nothing when there is no connection to be had, or the database says no.
    std::optional<std::vector<Rows>> read(std::vector<Request> requests);

    // Its number among the writers.
    std::int64_t writer() const { return writer_.number; }
    // How long until it must say that it lives; 0 when it is time.
    std::chrono::milliseconds until_due() const;
    // Waits until no writer that came before this one is alive; false when one stays so.
    bool wait_until_alone();
    // Says that it lives, if that takes no waiting.
    void say_alive();

private:
    PostgresLine(std::string where, PostgresOptions options);

    std::optional<OpenError> look(const std::string& where);
    bool connect(Clock::time_point deadline);
    bool sign_in(Connection& connection);
    bool comes_from_the_line(const std::string& code) const;
    Written write_until(const Change&, Clock::time_point deadline);

    const std::string where_;
    const PostgresOptions options_;
    std::optional<Connection> connection_;
    Writer writer_;
    std::int64_t last_commit_found_ = 0;  // of ours, as the newest connection found it
    Clock::time_point away_until_{}, alive_at_{};
};

}  // namespace casustafel::store
