#pragma once
// What the trainer throws in, and what the case brings by itself: items dealt to their holders and
// injects that wait, are pending or took effect.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t improvised_injects = 200;
}  // namespace limits

struct FireInject {
    InjectId inject;
    COMMAND(FireInject, trainer, once_started, inject);
};

struct HoldBackInject {  // of the case: it does not come at its time any more
    InjectId inject;
    COMMAND(HoldBackInject, trainer, before_end, inject);
};

struct ImproviseInject {
    std::string title, text;
    std::vector<RoleId> to;  // empty: everybody
    COMMAND(ImproviseInject, trainer, once_started, title, text, to);
};

struct RetractInject {  // while pending
    InjectId inject;
    COMMAND(RetractInject, trainer, once_started, inject);
};

struct HastenInject {  // makes a pending inject effective at once
    InjectId inject;
    COMMAND(HastenInject, trainer, once_started, inject);
};

struct LookThroughRole {  // see-as; recorded, shown to trainers only
    RoleId role;
    COMMAND(LookThroughRole, trainer, always, role);
};

struct RoleLookedThrough {
    RoleId role;
    EVENT(RoleLookedThrough, role);
};

struct ItemDealt {  // an item reached its original holders
    ItemId item;
    std::vector<RoleId> to;
    EVENT(ItemDealt, item, to);
};

struct InjectPended {  // fired by a trainer; can be taken back until then
    InjectId inject;
    std::int64_t effective_at_active_ms = 0;
    std::string title, text;  // of an improvised one
    std::vector<RoleId> to;   // of an improvised one
    EVENT(InjectPended, inject, effective_at_active_ms, title, text, to);
};

struct InjectRetracted {
    InjectId inject;
    EVENT(InjectRetracted, inject);
};

struct InjectTookEffect {
    InjectId inject;
    EVENT(InjectTookEffect, inject);
};

struct InjectState {
    InjectStatus status = InjectStatus::waiting;
    std::int64_t effective_at_active_ms = 0;  // while pending
    std::int64_t at_sim_ms = 0;               // when it took effect
    bool improvised = false;
    std::string title, text;  // of an improvised one
    std::vector<RoleId> to;   // of an improvised one
    DESCRIBED(InjectState, status, effective_at_active_ms, at_sim_ms, improvised, title, text, to);
};

struct StateOfInjects {
    std::map<InjectId, InjectState> injects;  // every inject, and improvised ones
    DESCRIBED(StateOfInjects, injects);
};
// An inject shows once it took effect, to those it is for.
bool sees(const State&, const RoleId&, const InjectId&);

using InjectsCommands = Kinds<FireInject, HoldBackInject, ImproviseInject, RetractInject,
                              HastenInject, LookThroughRole>;
using InjectsEvents =
    Kinds<RoleLookedThrough, ItemDealt, InjectPended, InjectRetracted, InjectTookEffect>;

}  // namespace casustafel::core
