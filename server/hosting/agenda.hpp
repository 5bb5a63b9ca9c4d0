#pragma once
// Which sessions of a host have something to do now: those that something reached since they were
// taken last, and those whose time has come. What it costs does not depend on how many others there
// are.
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace casustafel::hosting {

class Session;

class Agenda {
public:
    // The place of a session in the agenda; it is reached at once.
    using Place = std::size_t;
    Place add(Session&);

    // It is looked at no more.
    void remove(const Session&);
    // Something was said to it, or an answer came for it.
    void reach(Place);
    // All that have something to do at this steady_ms, in the order of their places, each once.
    struct Entry {
        Place place;
        Session* session;
    };
    std::vector<Entry> take(std::int64_t now_ms);
    // It was looked at, and wants to be looked at again at this steady_ms; INT64_MAX: not by
    // itself.
    void wake_at(Place, std::int64_t wake_ms);

    // The steady_ms at which one has something to do: `now_ms` when something reached one.
    std::int64_t next_wake_ms(std::int64_t now_ms) const;

private:
    struct Kept {
        Session* session;
        std::int64_t wake_ms = INT64_MAX;
        bool reached = false;
    };
    std::vector<Kept> kept_;  // by place
    std::vector<Place> reached_;
    std::set<std::pair<std::int64_t, Place>> wakes_;  // those that want to be woken
};

}  // namespace casustafel::hosting
