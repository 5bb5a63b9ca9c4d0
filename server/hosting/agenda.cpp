#include "server/hosting/agenda.hpp"

#include <algorithm>

namespace casustafel::hosting {

Agenda::Place Agenda::add(Session& session) {
    kept_.push_back({&session});
    reach(kept_.size() - 1);
    return kept_.size() - 1;
}

void Agenda::remove(const Session& session) {
    const auto found = std::ranges::find(kept_, &session, &Kept::session);
    if (found == kept_.end()) return;
    wake_at(static_cast<Place>(found - kept_.begin()), INT64_MAX);
    found->session = nullptr;
}

void Agenda::reach(Place place) {
    if (!std::exchange(kept_[place].reached, true)) reached_.push_back(place);
}

std::vector<Agenda::Entry> Agenda::take(std::int64_t now_ms) {
    for (auto wake = wakes_.begin(); wake != wakes_.end() && wake->first <= now_ms; ++wake)
        reach(wake->second);
    std::sort(reached_.begin(), reached_.end());
    std::vector<Entry> taken;
    taken.reserve(reached_.size());
    for (const Place place : std::exchange(reached_, {})) {
        kept_[place].reached = false;
        if (kept_[place].session != nullptr) taken.push_back({place, kept_[place].session});
    }
    return taken;
}

void Agenda::wake_at(Place place, std::int64_t wake_ms) {
    Kept& kept = kept_[place];
    if (kept.wake_ms == wake_ms) return;
    if (kept.wake_ms != INT64_MAX) wakes_.erase({kept.wake_ms, place});
    if (wake_ms != INT64_MAX) wakes_.insert({wake_ms, place});
    kept.wake_ms = wake_ms;
}

std::int64_t Agenda::next_wake_ms(std::int64_t now_ms) const {
    if (!reached_.empty()) return now_ms;
    return wakes_.empty() ? INT64_MAX : wakes_.begin()->first;
}

}  // namespace casustafel::hosting
