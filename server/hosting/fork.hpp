#pragma once
// A session that begins with what another one has up to an earlier moment. Its records are copied
// and not referred to: a log stays whole by itself, so that it can be verified, exported, put away
// and erased without the other. Pure, but for reading the other's log.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "proto/contract/reasons.hpp"
#include "server/core/families/record.hpp"
#include "server/core/values/scenario.hpp"
#include "server/store/store.hpp"

namespace casustafel::hosting {

// The record after which the new session goes its own way.
struct ForkPoint {
    std::uint64_t position = 0;
    std::int64_t sim_ms = 0;
};

// The moment that is asked for; nothing when the log has none such, or had ended by then.
std::optional<ForkPoint> fork_point(const core::Scenario&, const std::vector<core::Record>&,
                                    const v1::ForkSession&);

// What a fork takes from the other session: the header and the records as they are, and beside them
// what is kept of the people who were there by then.
struct ForkedLog {
    ForkPoint at;
    std::string header;
    std::vector<std::string> records;
    std::vector<std::pair<std::string, std::string>> people;
};

std::variant<ForkedLog, contract::Refusal> forked_log(store::Store&, const std::string& id,
                                                      const core::Scenario&,
                                                      const v1::ForkSession&);

}  // namespace casustafel::hosting
