#pragma once
// What one participant may bring into a session, over all its connections and returns: so many acts
// a second, so often back in, a share of the log, and what has a core::Pause only now and then. Who
// spends its own spends nobody else's. What was brought stands in the log, so a restart forgets
// only how fast it came.
#include <cstdint>
#include <map>
#include <optional>

#include "server/core/families/state.hpp"
#include "server/core/values/rejection.hpp"
#include "server/hosting/session/session_log.hpp"
#include "server/hosting/surroundings/token_bucket.hpp"

namespace casustafel::hosting {

class Allowances {
public:
    explicit Allowances(bool lifted = false) : lifted_(lifted) {}

    // Whether it may say one thing more now; false: it goes too fast.
    bool may_speak(core::ParticipantId, std::int64_t now_ms);
    // Whether it may come in once more now; a line that flaps is no news each time.
    bool may_come(core::ParticipantId, std::int64_t now_ms);
    // Why this act of a participant is one too many; nothing: it may be decided.
    std::optional<core::Rejection> against(core::ParticipantId, const core::Command&,
                                           const SessionLog&, std::int64_t now_ms) const;
    // It was accepted at this moment.
    void note(core::ParticipantId, const core::Command&, std::int64_t now_ms);

private:
    struct Pace {
        TokenBucket acts, returns;
        std::map<std::size_t, std::int64_t> last_ms;  // of what has a pause, by place in Command
    };
    Pace& pace(core::ParticipantId, std::int64_t now_ms);

    bool lifted_;
    std::map<core::ParticipantId, Pace> paces_;
};

}  // namespace casustafel::hosting
