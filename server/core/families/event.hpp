#pragma once
// What happened, one struct each, in the past tense. Outcomes are stored here (verdicts, audiences,
// ids, terms): nothing that an event says is ever judged again. When it happened and who did it
// stand in the record around it.
#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "server/core/families/boards.hpp"
#include "server/core/families/consequences.hpp"
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

using EventKinds = OneOf<SessionEvents, SeatsEvents, InformationEvents, TalkEvents, MeetingsEvents,
                         InjectsEvents, LegalEvents, DecisionsEvents, InterventionsEvents,
                         ConsequencesEvents, PlanEvents, BoardsEvents, SpokenEvents, HeardEvents,
                         SwapEvents, PromptEvents, CorrectionsEvents, ObserversEvents>;

// One of them. Copying it is compiled once, in event.cpp: with this many kinds, each file that
// holds a list of events would otherwise compile all of that for itself.
struct Event : EventKinds {
    Event();
    template <class Kind>
    requires std::constructible_from<EventKinds, Kind> &&
        (!std::derived_from<std::remove_cvref_t<Kind>, EventKinds>)Event(Kind&& kind)
        : EventKinds(std::forward<Kind>(kind)) {}
    Event(const Event&);
    Event(Event&&) noexcept;
    Event& operator=(const Event&);
    Event& operator=(Event&&) noexcept;
    ~Event();
    friend bool operator==(const Event&, const Event&);
};

// Its name in the contract and in keys: "item_shared".
std::string_view event_name(const Event&);

}  // namespace casustafel::core
