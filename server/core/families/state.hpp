#pragma once
// Everything that is true now, folded from the log. Only `apply` writes it. Ordered containers, so
// that every fold over it is the same on every machine. It holds a pointer to the scenario it
// plays, which must outlive it.
#include <cstdint>
#include <vector>

#include "server/core/families/event.hpp"
#include "server/core/families/record.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::core {

// The families in the order in which the digest goes over them.
using StateFamilies =
    Kinds<StateOfSession, StateOfSeats, StateOfInformation, StateOfTalk, StateOfInjects,
          StateOfLegalSteps, StateOfMeetings, StateOfDecisions, StateOfInterventions,
          StateOfConsequences, StateOfPlan, StateOfSpeech, StateOfHelp, StateOfSwap, StateOfPrompts,
          StateOfHearing, StateOfCorrections, StateOfEnding, StateOfControl, StateOfObservers>;

// By which rules a session is decided: those it began with, so that a log decided again gives what
// it holds. `apply` takes every event as it stands, whichever rules made it.
enum class Edition : std::uint8_t {
    first,
    // A seat that a person gives up goes back to the computer that played it; the demand to cite is
    // the decision's and not an option's; options are their deciders'; consent is asked for an
    // item.
    second,
};
inline constexpr Edition newest_edition = Edition::second;

struct State : SumOf<StateFamilies> {
    const Scenario* scenario = nullptr;
    Edition edition = newest_edition;
    // All of it but the scenario and the edition.
    template <class Visit>
    friend constexpr void fields(Visit&& visit, Of<State>) {
        State::each_field(visit);
    }
    friend bool operator==(const State&, const State&) = default;
};

// The holding of this role of this item, or nullptr when it has nothing of it.
const Holding* holding(const State&, const RoleId&, const ItemId&);

// Whether a role is in a meeting now.
bool is_present(const State&, const MeetingId&, const RoleId&);

// The roles this participant occupies, in the order of their ids.
std::vector<RoleId> roles_of(const State&, ParticipantId);

// Whether this addressee still owes the asker an answer: it gave none, or only shares that say more
// is to come.
bool awaits_answer(const State&, const Request&, const RoleId& asked);

// How far the prompt is. One of the lobby is open until the start, one of after the end from then
// on, whether anybody answered or not.
PromptStatus status_of(const State&, const PromptId&);

// The open prompt for which the case stands still, or nullptr.
const PromptId* holding_prompt(const State&);

// Whether somebody or something plays the role: a person, an autopilot or a trainer.
bool is_played(const Seat&);

}  // namespace casustafel::core
