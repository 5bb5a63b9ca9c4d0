#pragma once
// Inside view only: what an event may have changed. Each family writes a struct over Touch with an
// `on` for each event that touches an entity of its own, also at one remove. A key too many costs a
// comparison; one too few would leave somebody with an old picture.
#include <array>
#include <concepts>
#include <utility>
#include <variant>
#include <vector>

#include "server/core/families/event.hpp"
#include "server/core/families/state.hpp"
#include "server/view/families/subject.hpp"

namespace casustafel::view {

// What may have changed, and for whom.
struct Touched {
    Subject subject;
    core::RoleId only;  // whose own facet did, beside the trainer's; empty: everybody's
    auto operator<=>(const Touched&) const = default;
};

struct Touch {
    const core::State& after;
    std::vector<Touched>& found;

    void add(Subject subject) { found.push_back({std::move(subject), {}}); }
    void add(Kind kind) { add(subject(kind)); }
    void add(Kind kind, const std::string& id, const std::string& of = {}) {
        add(subject(kind, id, of));
    }
    void add(Kind kind, core::EntityId id) { add(subject(kind, id)); }
    // Of what every role sees as its own, this role's changed, and the trainer's.
    void add_for(const core::RoleId& role, Kind kind, const std::string& id) {
        found.push_back({subject(kind, id), role});
    }

    // All that were made, or those of which `also` says so.
    template <class Things>
    void add_all(Kind kind, const Things& things) {
        for (const auto& [id, thing] : things) add(kind, id);
    }
    template <class Things, class Also>
    void add_those(Kind kind, const Things& things, Also also) {
        for (const auto& [id, thing] : things)
            if (also(thing)) add(kind, id);
    }
};

template <class Event, class... Kinds>
concept one_of = (std::same_as<Event, Kinds> || ...);

// The time left to take something back, to write or to answer stands still or goes on with the
// clock; a family says with `on_clock()` what shows it.
template <class Event>
concept MovesClock =
    one_of<Event, core::SessionStarted, core::SessionPaused, core::SessionResumed, core::SpeedSet,
           core::SegmentEntered, core::SessionEnded, core::SessionRecovered, core::SessionForked,
           core::PromptOpened, core::PromptClosed, core::SwapStarted, core::RolesSwapped,
           core::SwapFinished, core::SwapCancelled>;

// Who has something of an item now also sees where it is cited; a family says with `on_item(item)`
// where that is.
template <class Event>
concept ReachesRole = one_of<Event, core::ItemDealt, core::ItemRead, core::ItemMarked,
                             core::ItemShared, core::ItemEmerged>;

// Whether this family says something of this event.
template <class Reacting, class Event>
constexpr bool reacts_to() {
    return requires(Reacting touched, const Event& event) { touched.on(event); }
    || (MovesClock<Event> && requires(Reacting touched) { touched.on_clock(); }) ||
        (ReachesRole<Event> &&
         requires(Reacting touched, const Event& event) { touched.on_item(event.item); });
}

template <class Reacting>
void touch(const core::State& after, const core::Event& event, std::vector<Touched>& found) {
    Reacting touched{{after, found}};
    const auto react = [&]<class Event>(const Event& e) {
        if constexpr (requires { touched.on(e); }) touched.on(e);
        if constexpr (MovesClock<Event> && requires { touched.on_clock(); }) touched.on_clock();
        if constexpr (ReachesRole<Event> && requires { touched.on_item(e.item); })
            touched.on_item(e.item);
    };
    std::visit(react, static_cast<const core::EventKinds&>(event));
}

// By the number of the event in core::EventKinds.
using Reactions = std::array<bool, std::variant_size_v<core::EventKinds>>;

template <class Reacting>
constexpr Reactions reactions() {
    return []<std::size_t... number>(std::index_sequence<number...>) {
        return Reactions{
            reacts_to<Reacting, std::variant_alternative_t<number, core::EventKinds>>()...};
    }
    (std::make_index_sequence<std::variant_size_v<core::EventKinds>>());
}

}  // namespace casustafel::view
