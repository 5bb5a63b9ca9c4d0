#pragma once
// What a database must do to keep the log, as the queue of commits sees it (commit_queue.hpp). All
// of it is called on the queue's own thread, waits for the disk, and answers by value as `Store`
// promises (store.hpp). It must not know about threads, groups that grow, or who waits.
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "server/store/store.hpp"

namespace casustafel::store {

class Database {
public:
    virtual ~Database() = default;

    // Writes these in one commit, and gives what came of each. One that is refused spoils no other;
    // when the disk says no, all that was not refused has failed.
    virtual std::vector<Outcome> commit(const std::vector<const Append*>& group) = 0;

    virtual Outcome create(const std::string& session, const std::string& header,
                           const std::vector<std::string>& texts,
                           const std::vector<Value>& values) = 0;
    virtual std::optional<Lease> claim(const std::string& session) = 0;
    virtual Outcome erase(const std::string& session) = 0;
    virtual std::optional<Examined> examine(const std::string& session) = 0;
    virtual std::optional<std::string> text(const std::string& hash) = 0;
    virtual std::vector<std::string> list() = 0;
    virtual std::vector<Damage> damage() = 0;
    virtual Outcome set_server_value(const Value& value) = 0;
    virtual std::optional<std::string> server_value(const std::string& name) = 0;
    virtual bool probe() = 0;

    // Runs after each piece of work; nobody's reply waits for it.
    virtual void between() {}
    // How long it may be left alone before `rest` is due; nothing: until somebody comes.
    virtual std::optional<std::chrono::milliseconds> rest_after() { return std::nullopt; }
    virtual void rest() {}
};

}  // namespace casustafel::store
