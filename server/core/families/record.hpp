#pragma once
// One entry of the log: when, who, the command or the clock, and what happened. The log is the
// truth; everything else is folded from it.
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "server/core/families/command.hpp"
#include "server/core/families/event.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/stamp.hpp"

namespace casustafel::core {

struct Actor {
    ActorKind kind = ActorKind::timer;
    ParticipantId participant = ParticipantId::nobody;
    RoleId role;                // the role the participant acts for; may be empty
    std::uint32_t trainer = 0;  // which one; 0: one without a name
    DESCRIBED(Actor, kind, participant, role, trainer);
};

using CommandId = std::array<std::uint8_t, 16>;

struct Record {
    std::uint64_t seq = 0;  // 1, 2, 3 …
    Stamp stamp;
    std::int64_t wall_ms = 0;  // since 1970; a label nothing reads
    Actor actor;
    std::optional<Command> command;  // nothing: the clock did it
    CommandId command_id{};
    EntityId fresh = EntityId::none;  // the id `decide` was given for what the command makes
    std::vector<Event> events;
    std::optional<std::uint64_t> digest;  // of State after this record, in every 64th and the last
};

}  // namespace casustafel::core
