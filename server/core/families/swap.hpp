#pragma once
// The swap of roles: notes are written, the seats change at one instant, everybody reads, and the
// clock goes on.
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/scenario.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t swaps = 20;
inline constexpr long long swap_term_extension_ms = 300'000;  // case time (README.md §swap)
}  // namespace limits

struct SeatChange {  // who sits in the role from now on
    RoleId role;
    ParticipantId occupant = ParticipantId::nobody;
    bool autopilot = false;
    bool stand_in = false;
    DESCRIBED(SeatChange, role, occupant, autopilot, stand_in);
};

struct StartSwap {
    std::vector<SwapPair> pairs;  // empty: the scenario's
    COMMAND(StartSwap, trainer, once_started, pairs);
};

struct AdvanceSwap {  // from writing to reading, or from reading to playing on
    COMMAND(AdvanceSwap, trainer, once_started);
};

struct CancelSwap {  // only while writing
    COMMAND(CancelSwap, trainer, once_started);
};

struct WriteHandoverNote {  // the last one counts
    std::string text;
    std::vector<ItemId> items;
    std::vector<EntityId> requests;
    COMMAND(WriteHandoverNote, seated, in_swap, text, items, requests);
};

struct SayReady {
    COMMAND(SayReady, seated, in_swap);
};

// The swap: notes are written, the seats change at one instant, everybody reads, the clock goes on.
struct SwapStarted {
    std::vector<SwapPair> pairs;
    std::int64_t until_active_ms = 0;  // the writing ends by itself
    EVENT(SwapStarted, pairs, until_active_ms);
};

struct HandoverNoteWritten {
    RoleId role;
    std::string text;
    std::vector<ItemId> items;
    std::vector<EntityId> requests;
    EVENT(HandoverNoteWritten, role, text, items, requests);
};

struct RoleReady {
    RoleId role;
    EVENT(RoleReady, role);
};

struct RolesSwapped {
    std::vector<SeatChange> seats;
    std::int64_t until_active_ms = 0;    // the reading ends by itself
    std::int64_t term_extension_ms = 0;  // for every open request (README.md §swap)
    EVENT(RolesSwapped, seats, until_active_ms, term_extension_ms);
};

struct SwapFinished {
    EVENT(SwapFinished);
};

struct SwapCancelled {
    EVENT(SwapCancelled);
};

struct SwapState {
    SwapStage stage = SwapStage::none;
    std::vector<SwapPair> pairs;  // of the swap under way
    std::int64_t until_active_ms = 0;
    std::set<RoleId> ready;
    std::map<RoleId, HandoverNoteWritten> notes;  // the last of each role, kept after the swap
    std::set<RoleId> written;                     // who wrote one in the swap under way
    int count = 0;                                // swaps done
    DESCRIBED(SwapState, stage, pairs, until_active_ms, ready, notes, written, count);
};

struct StateOfSwap {
    SwapState swap;
    DESCRIBED(StateOfSwap, swap);
};

using SwapCommands = Kinds<StartSwap, AdvanceSwap, CancelSwap, WriteHandoverNote, SayReady>;
using SwapEvents =
    Kinds<SwapStarted, HandoverNoteWritten, RoleReady, RolesSwapped, SwapFinished, SwapCancelled>;

}  // namespace casustafel::core
