#pragma once
// Names of things. Scenario things carry the id their author wrote (VT, A03, INJ-01); things made
// during play carry a 64-bit id that the host derives, with no counter behind it. Each kind has its
// own type, so that a role can never be passed where an item is meant.
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "proto/contract/fingerprint.hpp"

namespace casustafel::core {

template <class Kind>
struct Id {
    std::string value;
    bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

using OrganisationId = Id<struct OrganisationKind>;
using TableId = Id<struct TableKind>;
using RoleId = Id<struct RoleKind>;
using PersonId = Id<struct PersonKind>;
using ItemId = Id<struct ItemKind>;
using BasisId = Id<struct BasisKind>;
using MeetingId = Id<struct MeetingKind>;
using DecisionId = Id<struct DecisionKind>;
using OptionId = Id<struct OptionKind>;  // of one decision
using InterventionId = Id<struct InterventionKind>;
using ReplyId = Id<struct ReplyKind>;      // of one intervention
using FieldId = Id<struct FieldKindOfId>;  // of one form
using TypeId = Id<struct TypeKind>;        // of decisions, in the rules pack
using PowerId = Id<struct PowerKind>;
using EndingId = Id<struct EndingKind>;
using ConsequenceId = Id<struct ConsequenceKind>;
using PromptId = Id<struct PromptKind>;
using QuestionId = Id<struct QuestionKind>;  // of one prompt
// A scenario inject's own id, or the hexadecimal EntityId of one the trainer improvised.
using InjectId = Id<struct InjectKind>;

// A participant of this session, shown as p1, p2 …; 0 is nobody. Names live elsewhere.
enum class ParticipantId : std::uint32_t { nobody = 0 };

// One who looks on, admitted by a trainer: 1, 2 …; 0 is nobody. Names live elsewhere.
enum class ObserverId : std::uint32_t { nobody = 0 };

// A share, request, message or other thing made by a command.
enum class EntityId : std::uint64_t { none = 0 };

// The id of a thing that no command made: it follows from a number and a name that tell it from
// every other.
constexpr EntityId derived_id(std::uint64_t number, std::string_view name) {
    contract::Fingerprint print(contract::Fingerprint::start ^ number);
    print.add(name);
    return static_cast<EntityId>(print.value() | 1);
}

}  // namespace casustafel::core
