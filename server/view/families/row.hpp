#pragma once
// Inside view only: everything that the view room has to say about one kind of entity, as a row:
// its key, which there are, who sees one, and what it says. What touches it stands below the rows
// of its family (touch.hpp). Rows hold plain functions and no state.
#include "proto/contract/entities.hpp"
#include "server/view/families/content.hpp"
#include "server/view/families/seen.hpp"

namespace casustafel::view {

// Who is offered a kind of entity; whether a viewer sees one is asked of the row each time.
enum class Offered : std::uint8_t {
    to_all,       // also before the start, and to who waits in the lobby
    of_the_case,  // roles and trainers
    of_play,      // roles and trainers
    to_role,      // each role its own
    to_trainer,
};

// What a row lists into: those that there may be for this viewer, without asking whether it sees
// them.
struct Listing {
    const core::State& state;
    const Viewer& viewer;
    Kind kind;
    std::vector<Subject>& to;

    const core::Scenario& scenario() const { return *state.scenario; }
    void add(std::string id = {}, std::string of = {}) const {
        to.push_back(subject(kind, std::move(id), std::move(of)));
    }
    void add(core::EntityId id) const { to.push_back(subject(kind, id)); }
};

struct Row {
    Kind kind;
    contract::EntityKey key;
    Offered offered{};
    // Where a whole view lists it within `offered`; 0: by its kind.
    int place = 0;
    void (*list)(const Listing&);
    // Asked first, of every viewer; then the viewer's own.
    Seen (*everybody)(const Eyes&) = nullptr;
    Seen (*role)(const Eyes&) = nullptr;
    Seen (*trainer)(const Eyes&) = nullptr;
    // A role sees it in the lobby too.
    bool before_start = false;
    void (*fill)(const Look&, v1::Entity&);
    // Whether this one carries a clock reading.
    bool (*ticks)(const v1::Entity&) = nullptr;
};

inline void list_one(const Listing& listing) { listing.add(); }

template <auto things>
void list_written(const Listing& listing) {
    for (const auto& thing : listing.scenario().*things) listing.add(thing.id.value);
}

template <auto things>
void list_made(const Listing& listing) {
    for (const auto& [id, thing] : listing.state.*things) listing.add(id);
}

inline bool always_ticks(const v1::Entity&) { return true; }

}  // namespace casustafel::view
