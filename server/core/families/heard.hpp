#pragma once
// What a receiver heard aloud and noted, before the giver says what it was.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t heard_notes = 2'000;
}  // namespace limits

// By a receiver: this role told me something aloud. The giver says what it was.
struct NoteHeard {
    RoleId giver;
    PersonId person;
    Category category{};
    std::string text;
    static constexpr Holds holds{limits::heard_notes};
    COMMAND(NoteHeard, seated, while_running, giver, person, category, text);
};

struct DenyHeard {  // by the giver: that I did not say
    EntityId heard = EntityId::none;
    COMMAND(DenyHeard, seated, while_running, heard);
};

struct HeardNoted {
    EntityId heard{};
    RoleId by;
    RoleId giver;
    PersonId person;
    Category category{};
    std::string text;
    static constexpr LeavesDue leaves_due{};
    EVENT(HeardNoted, heard, by, giver, person, category, text);
};

struct HeardAnswered {
    EntityId heard{};
    EntityId spoken{};  // what the giver registered; none: it was not said
    EVENT(HeardAnswered, heard, spoken);
};

struct HeardAloud {
    HeardNoted event;
    std::int64_t at_sim_ms = 0;
    bool answered = false;
    DESCRIBED(HeardAloud, event, at_sim_ms, answered);
};
// Who heard it and who said it, until that one has answered.
bool sees(const State&, const RoleId&, const HeardAloud&);

struct StateOfHearing {
    std::map<EntityId, HeardAloud> heard;
    DESCRIBED(StateOfHearing, heard);
};

using HeardCommands = Kinds<NoteHeard, DenyHeard>;
using HeardEvents = Kinds<HeardNoted, HeardAnswered>;

}  // namespace casustafel::core
