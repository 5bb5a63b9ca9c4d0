#pragma once
// The laws of one stored log: digests match, every command decided again gives the recorded events,
// and between records the clock brings exactly the recorded timer records. Pure; recovery never
// does this.
#include <cstdint>
#include <string>
#include <vector>

#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::core {

enum class DifferenceKind : std::uint8_t {
    position,  // seq is not the next one
    clock,     // the recorded stamp is not what the clock gives
    decision,  // the command gives other events now, or is rejected
    timer,     // something due was not recorded, or a timer record was not due
    digest,    // State is another than it was
};

std::string_view name(DifferenceKind);

struct Difference {
    std::uint64_t seq = 0;
    DifferenceKind kind{};
};

// Every difference, in log order; empty: the log verifies. State goes on from the recorded events,
// so one difference does not hide the next.
std::vector<Difference> verify(const Scenario&, const std::vector<Record>&,
                               Edition = newest_edition);

}  // namespace casustafel::core
