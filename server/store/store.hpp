#pragma once
// The durable log, as the host sees it. Records are opaque bytes; a session's log grows only
// through `append` by whoever holds the newest lease. Beside the log a session has small named
// values (its join code, people's names, token hashes, its real_ms) that change in the same commit
// as the records that need them. This room must not know what a record means, who a participant is,
// or what time it is.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/store/damage.hpp"

namespace casustafel::store {

// The right to append to one session; claiming again makes every older epoch worthless.
struct Lease {
    std::string session;
    std::uint64_t epoch = 0;
};

// A named value of a session, set in the same commit as the records; no `bytes` erases it, and then
// neither its bytes nor those it held before can be found in the files any more. The name is no
// secret.
struct Value {
    std::string name;
    std::optional<std::string> bytes;
};

enum class Outcome {
    // Everything in this append survives a crash from now on.
    durable,
    // Another host claimed the session, or first_seq is not the next one; nothing was written.
    lost_lease,
    // The disk said no (full, broken) to this append or to one it follows; nothing was written.
    failed,
};

struct Append {
    Lease lease;
    std::uint64_t first_seq = 1;  // log positions start at 1 and have no gaps
    std::vector<std::string> records;
    std::vector<Value> values;
};

struct LoadedSession {
    std::string header;                // the bytes given to `create`
    std::vector<std::string> records;  // records[i] has seq i + 1
    // Ordered by name.
    std::vector<std::pair<std::string, std::string>> values;
};

// What can still be read of a session. With damage, `standing` holds the records before it and the
// values that are what was written: something to look at and to save, never to go on from.
struct Examined {
    LoadedSession standing;
    std::optional<Damage> damage;
};

class Store {
public:
    virtual ~Store() = default;

    // Makes an empty session whose header is `header`; its texts are kept once by content hash.
    // `durable`, or `failed` (also when the id exists). Waits for the disk.
    virtual Outcome create(const std::string& session, const std::string& header,
                           const std::vector<std::string>& texts,
                           const std::vector<Value>& values) = 0;

    // Gives a lease newer than every earlier one of this session, or nothing when it does not exist
    // or the disk says no. Waits for the disk.
    virtual std::optional<Lease> claim(const std::string& session) = 0;

    // Erases a session for good, its header, records and values; its id is never used again.
    // `durable`, `failed`, or `lost_lease` when there is no such session. Whoever has a lease of it
    // writes nothing any more. Waits for the disk.
    virtual Outcome erase(const std::string& session) = 0;

    // Queues one append; `done` is called exactly once, from `Executor`, in the order of the calls
    // of one session. What arrives while a commit is syncing goes into the next commit together.
    // Waits only when the queue is at its limit (limits.hpp).
    virtual void append(Append append, std::function<void(Outcome)> done) = 0;

    // Gives what is durable now and whether it is whole; nothing when there is no such session.
    // Waits for the disk.
    virtual std::optional<Examined> examine(const std::string& session) = 0;
    // Gives the session when it is whole, and nothing when it is not or does not exist.
    std::optional<LoadedSession> load(const std::string& session) {
        auto examined = examine(session);
        if (!examined || examined->damage) return std::nullopt;
        return std::move(examined->standing);
    }

    // Gives the text that was given to `create` with this hash (hex of BLAKE2b-256 of its bytes),
    // or nothing when it is not there or is not that text any more.
    virtual std::optional<std::string> text(const std::string& hash) = 0;

    // Gives the ids of all sessions, oldest first; those that can be read when `damage` says that
    // there were more.
    virtual std::vector<std::string> list() = 0;

    // What is wrong with what belongs to no one session: the list of sessions (`sessions`, `lost`)
    // and the server's own values (any other kind).
    virtual std::vector<Damage> damage() { return {}; }

    // Sets a value of the server itself (the hash of the trainer key). The same rules hold, without
    // a lease. A value that `damage` speaks of is nothing to read, which is not the same as none.
    virtual Outcome set_server_value(const Value& value) = 0;
    virtual std::optional<std::string> server_value(const std::string& name) = 0;

    // Tries a small write and takes it back: true when there is room again after a failure.
    virtual bool probe() = 0;
};

// Runs a piece of work on the thread that owns the sessions (the event loop; a test's own queue).
using Executor = std::function<void(std::function<void()>)>;

}  // namespace casustafel::store
