#include "server/store/postgres_change.hpp"

#include "server/store/text_hash.hpp"

namespace casustafel::store {

void Change::go_on(std::int64_t session, std::uint64_t epoch, std::string seal_before,
                   std::string seal_after) {
    sessions_.push_back(session);
    epochs_.push_back(static_cast<std::int64_t>(epoch));
    seals_before_.push_back(std::move(seal_before));
    seals_after_.push_back(std::move(seal_after));
}

void Change::add_record(std::int64_t session, std::uint64_t seq, const std::string& bytes,
                        const Check& check) {
    record_sessions_.push_back(session);
    record_seqs_.push_back(static_cast<std::int64_t>(seq));
    records_.push_back(bytes);
    record_checks_.emplace_back(bytes_of(check));
}

void Change::set_value(std::int64_t session, const std::string& name,
                       std::optional<std::string> stored) {
    Keys& keys = stored ? set_ : dropped_;
    keys.sessions.push_back(session);
    keys.names.push_back(name);
    if (stored) stored_.push_back(std::move(*stored));
}

void Change::keep_text(const std::string& text) {
    text_hashes_.push_back(text_hash(text));
    texts_.push_back(text);
}

// One statement for each table, however many rows. The fence first: it holds what it found.
std::vector<Request> Change::requests(const Writer& writer) const {
    std::vector<Request> all;
    all.push_back({"fence",
                   "SELECT casustafel.fence($1, $2, $3, $4, $5, $6, $7, $8)",
                   {number(writer.number), number(writer.generation), number(writer.commit),
                    number(writer.lease_ms), numbers(sessions_), numbers(epochs_),
                    byte_strings(seals_before_), byte_strings(seals_after_)}});
    all.insert(all.end(), others_.begin(), others_.end());
    if (!records_.empty())
        all.push_back({"records",
                       "INSERT INTO casustafel.records SELECT * FROM unnest($1, $2, $3, $4)",
                       {numbers(record_sessions_), numbers(record_seqs_), byte_strings(records_),
                        byte_strings(record_checks_)}});
    if (!stored_.empty())
        all.push_back({"set_values",
                       "INSERT INTO casustafel.named_values SELECT * FROM unnest($1, $2, $3) "
                       "ON CONFLICT (session, name) DO UPDATE SET bytes = excluded.bytes",
                       {numbers(set_.sessions), texts(set_.names), byte_strings(stored_)}});
    if (!dropped_.sessions.empty())
        all.push_back({"drop_values",
                       "DELETE FROM casustafel.named_values v USING unnest($1, $2) "
                       "AS gone(session, name) WHERE v.session = gone.session "
                       "AND v.name = gone.name",
                       {numbers(dropped_.sessions), texts(dropped_.names)}});
    // A text that stands there damaged is mended by whoever brings it again.
    if (!texts_.empty())
        all.push_back({"keep_texts",
                       "INSERT INTO casustafel.texts AS kept SELECT DISTINCT ON (1) * "
                       "FROM unnest($1, $2) ON CONFLICT (hash) DO UPDATE "
                       "SET bytes = excluded.bytes WHERE kept.bytes <> excluded.bytes",
                       {store::texts(text_hashes_), byte_strings(texts_)}});
    return all;
}

}  // namespace casustafel::store
