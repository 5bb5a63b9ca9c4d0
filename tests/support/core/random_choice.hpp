#pragma once
// Inside the random acts only: one act in the making, and the families of acts that choose from it.
// Names are mostly such as exist and are seen; now and then one of nothing.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/core/random_act.hpp"

namespace casustafel::support {

using namespace core;

constexpr int mistake_percent = 4;

template <class E>
E any_of(Seed& seed) {
    return static_cast<E>(seed.below(count<E>()));
}

// The chance, the state looked at, and who acts.
struct ActInTheMaking {
    Seed& seed;
    const State& state;
    Actor actor;

    const Scenario& scenario() const { return *state.scenario; }
    bool mistake() { return seed.chance(mistake_percent); }

    template <class Thing>
    auto id_of(const std::vector<Thing>& things) {
        using IdType = decltype(things.front().id);
        return things.empty() || mistake() ? IdType{"NOWHERE"} : seed.pick(things).id;
    }

    RoleId role() { return id_of(scenario().roles); }

    std::string words() { return mistake() ? "" : "words " + std::to_string(seed.below(1000)); }

    std::vector<RoleId> roles() {
        std::vector<RoleId> chosen;
        for (auto left = seed.between(mistake() ? 0 : 1, 3); left > 0; --left)
            chosen.push_back(role());
        return chosen;
    }

    // An item the actor's role has something of, when there is one.
    ItemId held_item() {
        std::vector<ItemId> held;
        for (const auto& [key, holding] : state.holdings)
            if (key.first == actor.role) held.push_back(key.second);
        return held.empty() || mistake() ? id_of(scenario().items) : seed.pick(held);
    }

    MeetingId meeting() {
        std::vector<MeetingId> mine;
        for (const auto& each : scenario().meetings)
            if (std::find(each.members.begin(), each.members.end(), actor.role) !=
                each.members.end())
                mine.push_back(each.id);
        return mine.empty() || mistake() ? id_of(scenario().meetings) : seed.pick(mine);
    }

    const Request* request() {
        std::vector<const Request*> asked;
        for (const auto& [id, each] : state.requests)
            if (seed.chance(10) || std::find(each.event.to.begin(), each.event.to.end(),
                                             actor.role) != each.event.to.end())
                asked.push_back(&each);
        return asked.empty() ? nullptr : asked[seed.below(asked.size())];
    }

    EntityId request_id() {
        const auto* found = request();
        return found && !mistake() ? found->event.request : static_cast<EntityId>(seed.next());
    }

    InjectId inject() {
        std::vector<InjectId> all;
        for (const auto& [id, each] : state.injects) all.push_back(id);
        return all.empty() || mistake() ? InjectId{"NOWHERE"} : seed.pick(all);
    }

    InjectId pending_inject() {
        for (const auto& [id, each] : state.injects)
            if (each.status == InjectStatus::pending && !mistake()) return id;
        return inject();
    }

    ObserverId observer() {
        if (state.observers.empty()) return ObserverId::nobody;
        return static_cast<ObserverId>(seed.below(state.observers.size()) + 1);
    }
    ParticipantId somebody() {
        return static_cast<ParticipantId>(seed.below(state.participants.size() + 1));
    }

    // One that no person plays, when there is one.
    RoleId free_role() {
        std::vector<RoleId> free;
        for (const auto& [id, seat] : state.seats)
            if (seat.occupant == ParticipantId::nobody) free.push_back(id);
        return free.empty() ? role() : seed.pick(free);
    }

    PersonId person() { return id_of(scenario().people); }

    // One of the things made so far, or of nothing.
    template <class Made>
    EntityId made(const std::map<EntityId, Made>& all) {
        std::vector<EntityId> ids;
        for (const auto& [id, each] : all) ids.push_back(id);
        return ids.empty() || mistake() ? static_cast<EntityId>(seed.next()) : seed.pick(ids);
    }
};

// Acts of a role.
Command sharing_act(ActInTheMaking&);   // read, share, ask, answer, mark
Command talking_act(ActInTheMaking&);   // messages and meetings
Command legal_act(ActInTheMaking&);     // triage, weighing, authority, consent, informing, privacy
Command spoken_act(ActInTheMaking&);    // said aloud, and gut feelings
Command deciding_act(ActInTheMaking&);  // decisions and interventions
Command replying_act(ActInTheMaking&);  // by hand, to a question put outside the tables
Command planning_act(ActInTheMaking&);
Command swapping_act(ActInTheMaking&);  // note and ready
Command heard_act(ActInTheMaking&);     // what was heard aloud: noted, denied, registered
Command probing_act(ActInTheMaking&);   // answers to the open prompt

// Acts of a trainer and of a participant about seats, help and swaps.
Command trainers_seat_act(ActInTheMaking&);
Command trainers_swap_act(ActInTheMaking&);
Command participants_act(ActInTheMaking&);
Command trainers_prompt_act(ActInTheMaking&);  // open and close
Command correcting_act(ActInTheMaking&);

}  // namespace casustafel::support
