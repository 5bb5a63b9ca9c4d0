#pragma once
// Everything that is true now, folded from the log. Only `apply` writes it. Ordered containers, so
// that every fold over it is the same on every machine. It holds a pointer to the scenario it
// plays, which must outlive it.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/core/clock.hpp"
#include "server/core/event.hpp"
#include "server/core/scenario.hpp"

namespace casustafel::core {

struct Participant {
    Language language{};
    bool present = true;  // false: left for good
    bool connected = true;
    bool absent = false;  // two minutes without connection
    // When `connected` became false, or later when the participant sat down while it was.
    std::int64_t lost_at_active_ms = 0;
};

struct Seat {
    ParticipantId occupant = ParticipantId::nobody;
    std::set<ParticipantId> former;  // who sat here before
};

// What a role knows of an item.
struct Holding {
    Form form = Form::silent;           // the richest form it has, lawful or not
    Form lawful_form = Form::silent;    // the richest form it has lawfully
    Form breached_form = Form::silent;  // the richest form that reached it by a red share
    bool original = false;
    std::int64_t since_sim_ms = 0;
    std::optional<std::int64_t> read_at_sim_ms;
    std::optional<Mark> mark;         // the last one
    EntityId share = EntityId::none;  // the share that brought the form it has; none: from the case
};

struct Share {
    ItemShared event;
    std::int64_t at_sim_ms = 0;
    ParticipantId by = ParticipantId::nobody;
};

struct Answer {
    RoleId by;
    AnswerKind kind{};
    RefusalReason reason{};
    RoleId referred_to;
    EntityId share = EntityId::none;
    std::string text;
    std::int64_t at_sim_ms = 0;
};

struct Request {
    RequestMade event;
    std::int64_t at_sim_ms = 0;
    std::vector<Answer> answers;  // at most one for each addressee, in order of arrival
};

struct Message {
    MessageSent event;
    std::int64_t at_sim_ms = 0;
};

struct InjectState {
    InjectStatus status = InjectStatus::waiting;
    std::int64_t effective_at_active_ms = 0;  // while pending
    std::int64_t at_sim_ms = 0;               // when it took effect
    bool improvised = false;
    std::string title, text;  // of an improvised one
    std::vector<RoleId> to;   // of an improvised one
};

struct Weighing {
    std::string tried, harm, averts, minimum;
};

struct LegalState {
    TriageStatus triage = TriageStatus::none;
    std::map<std::pair<RoleId, ItemId>, Weighing> weighings;
    std::set<PersonId> acute;
};

struct State {
    const Scenario* scenario = nullptr;
    SessionPhase phase = SessionPhase::lobby;
    std::optional<EndReason> end_reason;
    CaseClock clock;
    std::map<ParticipantId, Participant> participants;
    std::map<RoleId, Seat> seats;  // every role of the scenario
    std::map<std::pair<RoleId, ItemId>, Holding> holdings;
    std::map<ItemId, std::int64_t> available;  // since when an item is in play
    std::map<EntityId, Share> shares;
    std::map<EntityId, Request> requests;
    std::map<EntityId, Message> messages;
    std::map<MeetingId, std::set<RoleId>> present;  // every meeting of the scenario
    std::map<InjectId, InjectState> injects;        // every inject, and improvised ones
    LegalState legal;
    std::set<RoleId> looked_through;  // by a trainer, at least once
    int recoveries = 0;
};

// The holding of this role of this item, or nullptr when it has nothing of it.
const Holding* holding(const State&, const RoleId&, const ItemId&);

// The role this participant occupies; empty when none.
RoleId role_of(const State&, ParticipantId);

}  // namespace casustafel::core
