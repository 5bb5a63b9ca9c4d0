#pragma once
// One transaction on the tables in PostgreSQL, as values: which sessions it goes on with and from
// which seal, and what it writes. It can be sent again as it is when nobody knows whether it came
// through. It must not know about connections.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/store/checks.hpp"
#include "server/store/postgres.hpp"

namespace casustafel::store {

// Which of the servers at this database writes, by which of its connections, for how long it lives
// then without saying so again, and the number of this commit among its own.
struct Writer {
    std::int64_t number = 0, generation = 0, commit = 0, lease_ms = 0;
};

class Change {
public:
    // Goes on with a session that stands at this epoch and seal, and gives it another seal.
    void go_on(std::int64_t session, std::uint64_t epoch, std::string seal_before,
               std::string seal_after);
    void add_record(std::int64_t session, std::uint64_t seq, const std::string& bytes,
                    const Check& check);
    // As stored; nothing erases it.
    void set_value(std::int64_t session, const std::string& name,
                   std::optional<std::string> stored);
    void keep_text(const std::string& text);
    // Whatever else belongs to it; the statement outlives the change.
    void also(Request request) { others_.push_back(std::move(request)); }

    std::vector<Request> requests(const Writer&) const;

private:
    struct Keys {
        std::vector<std::int64_t> sessions;
        std::vector<std::string> names;
    };

    std::vector<std::int64_t> sessions_, epochs_;
    std::vector<std::string> seals_before_, seals_after_;
    std::vector<std::int64_t> record_sessions_, record_seqs_;
    std::vector<std::string> records_, record_checks_;
    Keys set_, dropped_;
    std::vector<std::string> stored_;
    std::vector<std::string> text_hashes_, texts_;
    std::vector<Request> others_;
};

}  // namespace casustafel::store
