#pragma once
// Interventions: used by who has the power, with what is filled in, and answered when they are a
// question to somebody outside the tables: a judge, a register, a desk of another organisation.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/core/families/decisions.hpp"
#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/form.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t intervention_uses = 300;  // of those that fill in or await something
}  // namespace limits

struct UseIntervention {
    InterventionId intervention;
    std::vector<Cited> cited;
    std::string text;
    std::vector<FilledIn> filled_in{};
    static constexpr Holds holds{limits::intervention_uses};
    COMMAND(UseIntervention, seated, while_running, intervention, cited, text, filled_in);
};

// By hand, before the case's own reply comes: one of its replies, or words instead.
struct ReplyByHand {
    EntityId use = EntityId::none;
    ReplyId reply;  // empty: in words
    std::string text;
    COMMAND(ReplyByHand, trainer, once_started, use, reply, text);
};

struct InterventionUsed {
    InterventionId intervention;
    RoleId by;
    std::vector<Cited> cited;
    std::string text;
    EntityId use = EntityId::none;  // none: nothing is filled in and nothing awaited
    std::vector<FilledIn> filled_in{};
    ReplyId reply{};  // that comes by itself; empty: none
    std::int64_t reply_at_sim_ms = 0;
    static constexpr std::array<std::string_view, 4> later{"use", "filled_in", "reply",
                                                           "reply_at_sim_ms"};
    EVENT(InterventionUsed, intervention, by, cited, text, use, filled_in, reply, reply_at_sim_ms);
};

struct InterventionAnswered {
    EntityId use = EntityId::none;
    InterventionId intervention;
    ReplyId reply;     // empty: in words
    std::string text;  // a trainer's
    EVENT(InterventionAnswered, use, intervention, reply, text);
};

struct InterventionUse {
    InterventionUsed event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(InterventionUse, event, at_sim_ms);
};

// One that was filled in or awaits an answer.
struct Inquiry {
    InterventionUsed event;
    std::int64_t at_sim_ms = 0;
    bool answered = false;
    InterventionAnswered answer{};
    std::int64_t answered_at_sim_ms = 0;
    DESCRIBED(Inquiry, event, at_sim_ms, answered, answer, answered_at_sim_ms);
};

struct StateOfInterventions {
    std::map<InterventionId, InterventionUse> interventions;  // those used: the last time
    std::map<EntityId, Inquiry> inquiries;
    std::map<InterventionId, int> times_used;  // of those that can be used more than once
    static constexpr std::array<std::string_view, 2> later{"inquiries", "times_used"};
    DESCRIBED(StateOfInterventions, interventions, inquiries, times_used);
};
// Who may use it.
bool sees(const State&, const RoleId&, const Intervention&);
// Who made it reads what was filled in, and the answer.
bool sees(const State&, const RoleId&, const Inquiry&);
// How often it can still be used.
int uses_left(const State&, const Intervention&);

using InterventionsCommands = Kinds<UseIntervention, ReplyByHand>;
using InterventionsEvents = Kinds<InterventionUsed, InterventionAnswered>;

}  // namespace casustafel::core
