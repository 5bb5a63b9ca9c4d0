#pragma once
// What follows from what was done: consequences on their way, the tracks that they move, and the
// ending that the case comes to.
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/scenario.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

// What a consequence comes from: which thing, and which of its consequences.
struct Cause {
    CauseKind kind{};
    std::string id;   // of the decision, intervention or inject; empty: the case's own
    OptionId option;  // of a decision; empty: it was missed
    int index = 0;    // into the consequences of that
    static constexpr bool inlined = true;
    auto operator<=>(const Cause&) const = default;
    DESCRIBED(Cause, kind, id, option, index);
};

struct ConsequenceCame {  // what it changes follows as events of their own, when it held
    Cause cause;
    bool held = true;
    EVENT(ConsequenceCame, cause, held);
};

struct TrackChanged {
    PersonId person;
    Track track{};
    int value = 0;  // after the change, 0 to 10
    EVENT(TrackChanged, person, track, value);
};

struct OfferChanged {
    Offer offer;
    bool open = true;
    EVENT(OfferChanged, offer, open);
};

struct InjectSkipped {  // its time came, but not its conditions
    InjectId inject;
    EVENT(InjectSkipped, inject);
};

struct EndingReached {  // right after SessionEnded
    EndingId ending;
    EVENT(EndingReached, ending);
};

// A consequence on its way.
struct PendingConsequence {
    std::int64_t at_sim_ms = 0;
    Cause cause;
    auto operator<=>(const PendingConsequence&) const = default;
    DESCRIBED(PendingConsequence, at_sim_ms, cause);
};

struct StateOfConsequences {
    std::set<PendingConsequence> consequences;         // on their way
    std::map<std::pair<PersonId, Track>, int> tracks;  // every track of the scenario
    std::set<Cause> waiting;       // what comes once its checks hold, and did not yet
    std::map<Offer, bool> offers;  // what a consequence opened or closed
    static constexpr std::array<std::string_view, 2> later{"waiting", "offers"};
    DESCRIBED(StateOfConsequences, consequences, tracks, waiting, offers);
};
// Whether it can be chosen now, when it could at first unless it `starts_hidden`.
bool is_offered(const State&, const Offer&, bool starts_hidden);

struct StateOfEnding {
    EndingId ending;  // empty: none reached
    DESCRIBED(StateOfEnding, ending);
};

// The consequence that this cause names, or nullptr.
const Consequence* consequence_of(const Scenario&, const Cause&);

using ConsequencesEvents =
    Kinds<ConsequenceCame, TrackChanged, OfferChanged, InjectSkipped, EndingReached>;

}  // namespace casustafel::core
