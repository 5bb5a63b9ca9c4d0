#include "server/store/postgres_database.hpp"

#include "server/store/append_rules.hpp"

namespace casustafel::store {
namespace {

const std::string server_itself;

// How often a commit is made anew from what another server wrote meanwhile.
constexpr int max_attempts = 5;

constexpr const char* insert_session =
    "INSERT INTO casustafel.sessions(number, id, epoch, header, seal) VALUES($1, $2, 0, $3, $4)";
// Its holder has said for too long nothing, or is this server itself.
constexpr const char* take_lease =
    "UPDATE casustafel.sessions s SET epoch = epoch + 1, holder = $2 WHERE number = $1 "
    "AND (holder IS NULL OR holder = $2 OR NOT EXISTS (SELECT FROM casustafel.writers w "
    "WHERE w.number = s.holder AND w.alive_until > clock_timestamp()))";
constexpr const char* drop_records = "DELETE FROM casustafel.records WHERE session = $1";
constexpr const char* drop_values = "DELETE FROM casustafel.named_values WHERE session = $1";
constexpr const char* drop_header =
    "UPDATE casustafel.sessions SET header = '', epoch = epoch + 1, holder = NULL "
    "WHERE number = $1";

}  // namespace

PostgresDatabase::PostgresDatabase(std::unique_ptr<PostgresLine> line)
    : line_(std::move(line)), reader_(*line_) {}

// Asks at once for all sessions of a group that are not known yet.
bool PostgresDatabase::learn(const std::vector<const Append*>& group) {
    std::set<std::string> unknown;
    for (const Append* append : group)
        if (!append->lease.session.empty() && !known_.contains(append->lease.session))
            unknown.insert(append->lease.session);
    if (unknown.empty()) return true;
    auto found = reader_.known({unknown.begin(), unknown.end()});
    if (!found) return false;
    known_.merge(*found);
    return true;
}

// What stands now, whatever this server remembers. nullptr: there is no such session, it is
// damaged, or the database does not answer.
KnownSession* PostgresDatabase::find(const std::string& session) {
    known_.erase(session);
    auto found = reader_.known({session});
    if (!found || found->empty() || found->begin()->second.damaged) return nullptr;
    return &known_.insert(std::move(*found->begin())).first->second;
}

PostgresDatabase::Pending& PostgresDatabase::touch(const std::string& session) {
    const auto [touched, now] = touched_.try_emplace(session);
    if (now) ++known_.at(session).seal.revision;
    return touched->second;
}

Outcome PostgresDatabase::add(const Append& append, Change& change) {
    const std::string& session = append.lease.session;
    const auto found = known_.find(session);
    if (session.empty() || found == known_.end()) return Outcome::lost_lease;
    KnownSession& known = found->second;
    if (known.damaged) return Outcome::failed;
    if (const auto refused = refusal(known.tail, append, after_failure_.contains(session))) {
        if (refused == Outcome::failed) after_failure_.insert(session);
        return *refused;
    }
    Pending& pending = touch(session);
    for (const std::string& record : append.records) {
        const std::uint64_t seq = known.tail.next_seq++;
        known.seal.last = next_check(known.seal.last, seq, record);
        known.seal.length = seq;
        change.add_record(known.number, seq, record, known.seal.last);
    }
    for (const Value& value : append.values) pending[value.name] = value.bytes;
    after_failure_.erase(session);
    return Outcome::durable;
}

void PostgresDatabase::write_values(const std::string& session, KnownSession& known,
                                    const Pending& pending, Change& change) const {
    for (const auto& [name, value] : pending) {
        const auto before = known.revisions.find(name);
        const bool exists = before != known.revisions.end();
        if (!exists && !value) continue;
        if (exists) known.seal.values ^= value_mark(session, name, before->second);
        if (!value) {
            known.revisions.erase(before);
            change.set_value(known.number, name, std::nullopt);
            continue;
        }
        const std::uint64_t revision = known.seal.revision;
        known.seal.values ^= value_mark(session, name, revision);
        known.revisions[name] = revision;
        change.set_value(known.number, name, encode_value(session, name, revision, *value));
    }
}

void PostgresDatabase::seal_touched(Change& change) {
    for (const auto& [session, pending] : touched_) {
        KnownSession& known = known_.at(session);
        write_values(session, known, pending, change);
        std::string after = encode_seal(static_cast<std::uint64_t>(known.number), known.seal);
        change.go_on(known.number, known.tail.epoch, known.stored_seal, after);
        known.stored_seal = std::move(after);
    }
}

// What does not stand is not known any more.
Written PostgresDatabase::write(const Change& change) {
    const Written written = line_->write(change);
    for (const auto& [session, pending] : touched_) {
        const KnownSession& known = known_.at(session);
        if (written == Written::durable)
            reader_.was_told(known.number, known.seal);
        else
            known_.erase(session);
    }
    touched_.clear();
    return written;
}

std::vector<Outcome> PostgresDatabase::commit(const std::vector<const Append*>& group) {
    const std::set<std::string> failed_before = after_failure_;
    std::vector<Outcome> outcomes(group.size(), Outcome::failed);
    for (int attempt = 0; attempt < max_attempts; ++attempt) {
        if (!learn(group)) break;
        after_failure_ = failed_before;
        Change change;
        for (std::size_t i = 0; i < group.size(); ++i) outcomes[i] = add(*group[i], change);
        if (touched_.empty()) return outcomes;
        seal_touched(change);
        const Written written = write(change);
        if (written == Written::durable) return outcomes;
        if (written != Written::fenced) break;
    }
    return fail(group, std::move(outcomes));
}

// A refusal found on the way stays what it was; everything else in the group has failed.
std::vector<Outcome> PostgresDatabase::fail(const std::vector<const Append*>& group,
                                            std::vector<Outcome> outcomes) {
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (outcomes[i] == Outcome::lost_lease) continue;
        outcomes[i] = Outcome::failed;
        after_failure_.insert(group[i]->lease.session);
    }
    return outcomes;
}

Outcome PostgresDatabase::create(const std::string& session, const std::string& header,
                                 const std::vector<std::string>& texts,
                                 const std::vector<Value>& values) {
    for (int attempt = 0; attempt < max_attempts && !session.empty(); ++attempt) {
        const auto there = reader_.known({session});
        KnownSession* list = find(server_itself);
        const auto newest = reader_.newest_number();
        if (!there || there->contains(session) || !list || !newest) break;
        KnownSession made;
        made.number = *newest + 1;
        made.seal = {.revision = 1, .last = first_check(session, header)};
        Pending pending;
        for (const Value& value : values) pending[value.name] = value.bytes;
        Change change;
        write_values(session, made, pending, change);
        const auto key = static_cast<std::uint64_t>(made.number);
        change.also({nullptr,
                     insert_session,
                     {number(made.number), store::text(session), bytes(header),
                      bytes(encode_seal(key, made.seal))}});
        for (const std::string& each : texts) change.keep_text(each);
        touch(server_itself);
        list->seal.last = next_check(list->seal.last, key, session);
        ++list->seal.length;
        seal_touched(change);
        const Written written = write(change);
        if (written == Written::durable) reader_.was_told(made.number, made.seal);
        if (written == Written::durable) return Outcome::durable;
        if (written != Written::fenced) break;
    }
    return Outcome::failed;
}

std::optional<Lease> PostgresDatabase::claim(const std::string& session) {
    KnownSession* known = session.empty() ? nullptr : find(session);
    if (!known) return std::nullopt;
    Change change;
    change.also({nullptr, take_lease, {number(known->number), number(line_->writer())}});
    if (write(change) != Written::durable) return std::nullopt;
    known = find(session);
    if (!known || known->holder != line_->writer()) return std::nullopt;
    after_failure_.erase(session);
    return Lease{session, known->tail.epoch};
}

// What is left is its place in the list of sessions, with a seal that says so.
Outcome PostgresDatabase::erase(const std::string& session) {
    for (int attempt = 0; attempt < max_attempts && !session.empty(); ++attempt) {
        auto found = reader_.known({session});
        if (!found) break;
        if (found->empty()) return Outcome::lost_lease;
        KnownSession& known = found->begin()->second;
        known_[session] = known;
        touch(session);
        Seal& seal = known_.at(session).seal;
        seal.length = 0;
        seal.values = 0;
        seal.last = erased_check(session);
        Change change;
        seal_touched(change);
        for (const char* each : {drop_records, drop_values, drop_header})
            change.also({nullptr, each, {number(known.number)}});
        const Written written = write(change);
        known_.erase(session);
        if (written == Written::durable) return Outcome::durable;
        if (written != Written::fenced) break;
    }
    return Outcome::failed;
}

Outcome PostgresDatabase::set_server_value(const Value& value) {
    for (int attempt = 0; attempt < max_attempts; ++attempt) {
        if (!find(server_itself)) break;
        touch(server_itself)[value.name] = value.bytes;
        Change change;
        seal_touched(change);
        const Written written = write(change);
        if (written == Written::durable) return Outcome::durable;
        if (written != Written::fenced) break;
    }
    return Outcome::failed;
}

std::optional<Examined> PostgresDatabase::examine(const std::string& session) {
    return reader_.examine(session);
}
std::optional<std::string> PostgresDatabase::text(const std::string& hash) {
    return reader_.text(hash);
}
std::vector<std::string> PostgresDatabase::list() { return reader_.list(); }
std::vector<Damage> PostgresDatabase::damage() { return reader_.damage(); }
std::optional<std::string> PostgresDatabase::server_value(const std::string& name) {
    return reader_.server_value(name);
}

bool PostgresDatabase::probe() { return line_->write(Change()) == Written::durable; }

void PostgresDatabase::between() {
    if (line_->until_due().count() == 0) line_->say_alive();
}
std::optional<std::chrono::milliseconds> PostgresDatabase::rest_after() {
    return line_->until_due();
}
void PostgresDatabase::rest() { line_->say_alive(); }

}  // namespace casustafel::store
