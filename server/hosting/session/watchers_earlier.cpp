// What observers with a delay are shown: a State of their own that follows the session at a
// distance. A record is applied to it when it is old enough, and from there the same projection
// makes the same patches as for everybody; nothing newer is anywhere that they could be sent from.
#include <algorithm>

#include "server/core/rules/apply.hpp"
#include "server/core/values/clock.hpp"
#include "server/hosting/session/watchers.hpp"

namespace casustafel::hosting {

void Watchers::delay_from(const core::State& state, std::int64_t real_ms) {
    earlier_.clear();
    for (const auto& [id, observer] : state.observers)
        if (!observer.dismissed) delay(id, observer.delay_ms, state, real_ms);
}

void Watchers::delay(core::ObserverId id, std::int64_t delay_ms, const core::State& state,
                     std::int64_t real_ms) {
    if (delay_ms > 0)
        earlier_.insert_or_assign(
            id, Earlier{.state = state,
                        .projector = view::Projector(view::testing::Leak::none, pool_),
                        .coming = {},
                        .delay_ms = delay_ms,
                        .from_ms = real_ms});
}

void Watchers::keep_for_later(const core::Record& record, const core::State& after) {
    for (auto& [id, earlier] : earlier_) earlier.coming.push_back(record);
    for (const core::Event& event : record.events) {
        if (const auto* admitted = std::get_if<core::ObserverAdmitted>(&event))
            delay(admitted->observer, admitted->delay_ms, after, record.stamp.real_ms);
        if (const auto* dismissed = std::get_if<core::ObserverDismissed>(&event))
            earlier_.erase(dismissed->observer);
    }
}

Watchers::Sight Watchers::sight_of(const Watcher& watcher, const Moment& now) {
    if (!watcher.delayed || now.state == nullptr) return {&projector_, now};
    const auto found = earlier_.find(watcher.observer);
    if (found == earlier_.end() || !found->second.shown)
        return {&projector_, {nullptr, now.stamp, now.position}};
    Earlier& earlier = found->second;
    const std::int64_t then_ms = now.stamp.real_ms - earlier.delay_ms;
    const core::State& state = earlier.state;
    return {&earlier.projector,
            {&state, core::stamp_at(state.clock, *state.scenario, then_ms), now.position}};
}

void Watchers::catch_up(std::int64_t real_ms, std::uint64_t position) {
    const auto each_of = [this](core::ObserverId id, const auto& show) {
        for (auto& [connection, watcher] : watchers_)
            if (watcher.observer == id) show(connection, watcher);
    };
    for (auto& [id, earlier] : earlier_) {
        const std::int64_t then_ms = real_ms - earlier.delay_ms;
        for (auto& coming = earlier.coming;
             !coming.empty() && coming.front().stamp.real_ms <= then_ms; coming.pop_front()) {
            core::apply(earlier.state, coming.front());
            earlier.projector.advance(earlier.state, coming.front());
            const Moment after{&earlier.state, coming.front().stamp, position};
            each_of(id, [&](ConnectionId connection, Watcher& watcher) {
                patch(connection, watcher, earlier.projector, after);
            });
        }
        if (earlier.shown || earlier.from_ms > then_ms) continue;
        earlier.shown = true;
        // Whatever it is, it is not newer than this.
        Moment now{&earlier.state, {}, position};
        now.stamp.real_ms = real_ms;
        each_of(id, [&](ConnectionId connection, Watcher& watcher) {
            settle_views(connection, watcher, now);
        });
    }
}

std::optional<std::int64_t> Watchers::catches_up_at() const {
    std::optional<std::int64_t> at;
    for (const auto& [id, earlier] : earlier_) {
        if (!is_here(id)) continue;
        std::optional<std::int64_t> next;
        if (!earlier.shown) next = earlier.from_ms;
        if (earlier.shown && !earlier.coming.empty()) next = earlier.coming.front().stamp.real_ms;
        if (next && (!at || *next + earlier.delay_ms < *at)) at = *next + earlier.delay_ms;
    }
    return at;
}

std::int64_t Watchers::shows_in_ms(core::ObserverId id, std::int64_t real_ms) const {
    const auto found = earlier_.find(id);
    if (found == earlier_.end() || found->second.shown) return 0;
    return std::max<std::int64_t>(0, found->second.from_ms + found->second.delay_ms - real_ms);
}

}  // namespace casustafel::hosting
