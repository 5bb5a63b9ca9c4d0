#pragma once
// Everything somebody may ask for, one struct each, named in the imperative. A command says what is
// wanted, never whether it is allowed: `decide` answers that. Texts are already checked for
// encoding and length by the codec.
#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "server/core/families/boards.hpp"
#include "server/core/families/corrections.hpp"
#include "server/core/families/decisions.hpp"
#include "server/core/families/heard.hpp"
#include "server/core/families/information.hpp"
#include "server/core/families/injects.hpp"
#include "server/core/families/interventions.hpp"
#include "server/core/families/legal.hpp"
#include "server/core/families/meetings.hpp"
#include "server/core/families/observers.hpp"
#include "server/core/families/plan.hpp"
#include "server/core/families/prompt.hpp"
#include "server/core/families/seats.hpp"
#include "server/core/families/session.hpp"
#include "server/core/families/spoken.hpp"
#include "server/core/families/swap.hpp"
#include "server/core/families/talk.hpp"
#include "server/core/values/kinds.hpp"

namespace casustafel::core {

using CommandKinds =
    OneOf<SessionCommands, SeatsCommands, InformationCommands, TalkCommands, MeetingsCommands,
          InjectsCommands, LegalCommands, DecisionsCommands, InterventionsCommands, PlanCommands,
          BoardsCommands, SpokenCommands, HeardCommands, SwapCommands, PromptCommands,
          CorrectionsCommands, ObserversCommands>;

// One of them; copied as an Event is (event.hpp).
struct Command : CommandKinds {
    Command();
    template <class Kind>
    requires std::constructible_from<CommandKinds, Kind> &&
        (!std::derived_from<std::remove_cvref_t<Kind>, CommandKinds>)Command(Kind&& kind)
        : CommandKinds(std::forward<Kind>(kind)) {}
    Command(const Command&);
    Command(Command&&) noexcept;
    Command& operator=(const Command&);
    Command& operator=(Command&&) noexcept;
    ~Command();
    friend bool operator==(const Command&, const Command&);
};

// Its name in the contract and in keys: "share_item".
std::string_view act_name(const Command&);

}  // namespace casustafel::core
