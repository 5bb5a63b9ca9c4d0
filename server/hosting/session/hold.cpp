#include "server/hosting/session/hold.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "proto/contract/reasons.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

void Hold::wait_for(Participants awaited) {
    reason_ = Reason::recovering;
    awaited_ = std::move(awaited);
}

void Hold::storage_failed(std::int64_t steady_ms, bool wait_afterwards) {
    wait_afterwards_ = wait_afterwards_ || wait_afterwards || recovering();
    reason_ = Reason::storage;
    look_at_ms_ = steady_ms + limits::probe_storage_every_ms;
}

bool Hold::look_for_room(std::int64_t steady_ms) {
    if (!no_storage() || steady_ms < look_at_ms_) return false;
    look_at_ms_ = steady_ms + limits::probe_storage_every_ms;
    return true;
}

bool Hold::waits_afterwards() { return std::exchange(wait_afterwards_, false); }

void Hold::sign_out(core::ParticipantId id) {
    signed_out_.insert(id);
    awaited_.erase(id);
}

Participants Hold::missing(const Participants& here) const {
    Participants missing;
    if (recovering())
        std::set_difference(awaited_.begin(), awaited_.end(), here.begin(), here.end(),
                            std::inserter(missing, missing.end()));
    return missing;
}

Participants Hold::release() {
    reason_ = Reason::none;
    return std::exchange(signed_out_, {});
}

v1::ServerFrame Hold::frame(const Participants& missing) const {
    v1::ServerFrame frame;
    v1::Held& held = *frame.mutable_held();
    if (continued()) held.set_reason(contract::word(contract::HoldReason::continued));
    if (recovering()) held.set_reason(contract::word(contract::HoldReason::recovering));
    if (no_storage()) held.set_reason(contract::word(contract::HoldReason::storage));
    for (const core::ParticipantId id : missing) held.add_missing(static_cast<std::uint32_t>(id));
    return frame;
}

}  // namespace casustafel::hosting
