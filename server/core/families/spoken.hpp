#pragma once
// What was said aloud and is written down by its giver, and gut feelings, which are no facts.
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
inline constexpr std::size_t gut_feelings = 1'000;
inline constexpr std::size_t spoken_shares = 2'000;
}  // namespace limits

// What was said aloud: written down by the giver, or by a trainer for `giver`; it counts once a
// receiver confirms it.
struct RegisterSpokenShare {
    RoleId giver;  // empty: the role that asks
    ItemId item;
    std::vector<RoleId> to;
    MeetingId meeting;
    Purpose purpose{};
    BasisId basis;
    Form form = Form::conclusion;
    EntityId heard = EntityId::none;  // what a receiver noted: then that one has confirmed
    static constexpr Holds holds{limits::spoken_shares};
    COMMAND(RegisterSpokenShare, seated_or_trainer, while_running, giver, item, to, meeting,
            purpose, basis, form, heard);
};

struct ConfirmSpokenShare {  // by a receiver
    EntityId spoken = EntityId::none;
    bool heard = true;
    COMMAND(ConfirmSpokenShare, seated, while_running, spoken, heard);
};

struct NoteGutFeeling {  // not a fact: may lead to a question, may not be cited
    ItemId item;         // empty: about none in particular
    std::string text;
    static constexpr Holds holds{limits::gut_feelings};
    COMMAND(NoteGutFeeling, seated, while_running, item, text);
};

struct SpokenShareRegistered {
    EntityId spoken{};
    ItemId item;
    RoleId giver;
    std::vector<RoleId> to;  // the resolved audience, giver excluded
    MeetingId meeting;
    Purpose purpose{};
    BasisId basis;
    Form form{};
    EVENT(SpokenShareRegistered, spoken, item, giver, to, meeting, purpose, basis, form);
};

struct SpokenShareAnswered {  // when heard, an ItemShared to this role follows
    EntityId spoken{};
    RoleId by;
    bool heard = true;
    EVENT(SpokenShareAnswered, spoken, by, heard);
};

struct GutFeelingNoted {  // goes with the participant, not with the role
    EntityId note{};
    RoleId role;
    ParticipantId participant{};
    ItemId item;
    std::string text;
    static constexpr LeavesDue leaves_due{};
    EVENT(GutFeelingNoted, note, role, participant, item, text);
};

struct SpokenShare {
    SpokenShareRegistered event;
    std::int64_t at_sim_ms = 0;
    std::map<RoleId, bool> answers;
    DESCRIBED(SpokenShare, event, at_sim_ms, answers);
};
// Who spoke and who was spoken to, until all of them have answered.
bool sees(const State&, const RoleId&, const SpokenShare&);

struct GutFeeling {
    GutFeelingNoted event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(GutFeeling, event, at_sim_ms);
};
// It shows in whatever role its participant plays; a trainer's stays with the role.
bool sees(const State&, const RoleId&, const GutFeeling&);

struct StateOfSpeech {
    std::map<EntityId, SpokenShare> spoken;
    std::map<EntityId, GutFeeling> gut_feelings;
    DESCRIBED(StateOfSpeech, spoken, gut_feelings);
};

using SpokenCommands = Kinds<RegisterSpokenShare, ConfirmSpokenShare, NoteGutFeeling>;
using SpokenEvents = Kinds<SpokenShareRegistered, SpokenShareAnswered, GutFeelingNoted>;

}  // namespace casustafel::core
