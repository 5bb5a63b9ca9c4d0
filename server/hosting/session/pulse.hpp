#pragma once
// How a running session goes, in the few words in which a list of sessions tells it: its round, how
// many play, how many of those are silent, and who calls for help. It remembers when each role did
// something last, of what it was shown; what was before a restart counts as done then.
#include <cstdint>
#include <map>

#include "casustafel/v1/envelope.pb.h"
#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"

namespace casustafel::hosting {

class Pulse {
public:
    // Everything from before this time of the case is forgotten.
    void begin_at(std::int64_t sim_ms);
    void note(const core::Record&);
    void fill(v1::SessionEntry&, const core::State&, std::int64_t sim_ms) const;

private:
    std::int64_t since_sim_ms_ = 0;  // nobody is silent for longer than this lasts
    std::map<core::RoleId, std::int64_t> acted_sim_ms_;
};

}  // namespace casustafel::hosting
