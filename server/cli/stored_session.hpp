#pragma once
// A session read from a data directory, for what looks back at it: replay, report, export. It takes
// no lock, so it also works beside a server that runs, and sees what is durable at that moment.
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "assets/text/text.hpp"
#include "server/codec/record.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::cli {

struct StoredSession {
    codec::LogHeader header;
    std::shared_ptr<const core::Scenario> scenario;
    std::vector<core::Record> records;
    std::vector<std::string> encoded;            // the same records as they are on disk
    std::map<std::uint32_t, std::string> names;  // of participants; empty after names were erased
};

// Why there is none, as a sentence for the operator.
struct NotRead {
    std::string sentence;
};

std::variant<StoredSession, NotRead> read_session(const std::string& data, const std::string& code,
                                                  text::Language);

}  // namespace casustafel::cli
