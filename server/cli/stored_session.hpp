#pragma once
// A session read from a data directory, for what looks back at it: replay, report, export, verify.
// It takes no lock, so it also works beside a server that runs, and sees what is durable at that
// moment. A damaged one is read up to the damage, and says so.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assets/text/text.hpp"
#include "server/codec/record.hpp"
#include "server/core/values/scenario.hpp"
#include "server/store/store.hpp"

namespace casustafel::cli {

struct StoredSession {
    std::string id;
    std::string code;  // empty when it cannot be read
    // The code of the damaged session that this one was saved from, and up to which record; or
    // empty.
    std::string salvaged_from, salvaged_records;
    codec::LogHeader header;
    std::shared_ptr<const core::Scenario> scenario;  // nullptr only with damage
    std::vector<core::Record> records;
    std::map<std::uint32_t, std::string> names;  // of participants; empty after names were erased
    std::optional<store::Damage> damage;
};

// How an operator calls it: by its code, or by its id when the code is lost.
const std::string& called(const StoredSession&);

// Reads a session that is in the store.
StoredSession read_stored(store::Store&, const std::string& id);

// Why there is none, as a sentence for the operator.
struct NotRead {
    std::string sentence;
    bool damaged = false;  // there is something, and it is not what was written
};

// The store in a directory, to read only.
std::variant<std::unique_ptr<store::Store>, NotRead> open_to_read(const std::string& data,
                                                                  text::Language);

// The session with this code or id.
std::variant<StoredSession, NotRead> read_session(const std::string& data, const std::string& code,
                                                  text::Language);

}  // namespace casustafel::cli
