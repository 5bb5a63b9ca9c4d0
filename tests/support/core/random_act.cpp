#include "tests/support/core/random_act.hpp"

#include "tests/support/core/random_choice.hpp"

namespace casustafel::support {

using namespace core;

namespace {

Command role_act(ActInTheMaking& moment) {
    const auto choice = moment.seed.below(100);
    // What waits for the swap to end is refused; most people write and say that they are ready.
    const bool swapping = moment.state.swap.stage != SwapStage::none;
    if (choice < (swapping ? 60u : 1u)) return swapping_act(moment);
    // The same for a prompt: most people answer.
    if (choice < (holding_prompt(moment.state) ? 60u : 2u)) return probing_act(moment);
    if (choice < 48) return sharing_act(moment);
    if (choice < 66) return talking_act(moment);
    if (choice < 76) return legal_act(moment);
    if (choice < 80) return spoken_act(moment);
    if (choice < 83) return heard_act(moment);
    if (choice < 91) return deciding_act(moment);
    if (choice < 96) return planning_act(moment);
    return board_act(moment);
}

// Lets somebody look on, or no longer.
Command observing_act(ActInTheMaking& moment) {
    if (moment.seed.chance(30)) return DismissObserver{moment.observer()};
    AdmitObserver admit;
    if (moment.seed.chance(50)) admit.role = moment.role();
    if (moment.seed.chance(moment.mistake() ? 80 : 0) || admit.role.empty())
        admit.table = moment.seed.pick(moment.scenario().tables).id;
    if (moment.seed.chance(50))
        admit.delay_ms = static_cast<std::int64_t>(moment.seed.between(1, 60)) * 60'000;
    return admit;
}

Command trainers_act(ActInTheMaking& moment) {
    auto& seed = moment.seed;
    const auto choice = seed.below(100);
    // A paused session would otherwise refuse most of what follows, and a swap too.
    if (moment.state.phase == SessionPhase::paused && seed.chance(70)) return ResumeSession{};
    if (moment.state.swap.stage != SwapStage::none && seed.chance(30))
        return trainers_swap_act(moment);
    if (holding_prompt(moment.state) && seed.chance(20)) return trainers_prompt_act(moment);
    if (choice < 5) return StartSession{};
    if (choice < 12) return PauseSession{};
    if (choice < 15) return ResumeSession{};
    if (choice < 28)
        return SetSpeed{static_cast<int>(seed.between(50, seed.chance(10) ? 110'000 : 3000))};
    if (choice < 44) return FireInject{moment.inject()};
    if (choice < 45) return HoldBackInject{moment.inject()};
    if (choice < 46)
        return LengthenTerms{moment.role(), static_cast<std::uint32_t>(seed.between(1, 600))};
    if (choice < 50)
        return ImproviseInject{moment.words(), moment.words(),
                               seed.chance(50) ? moment.roles() : std::vector<RoleId>{}};
    if (choice < 56) return RetractInject{moment.pending_inject()};
    if (choice < 60) return HastenInject{moment.pending_inject()};
    if (choice < 62) return observing_act(moment);
    if (choice < 63) return LookThroughRole{moment.role()};
    if (choice < 64) return replying_act(moment);
    if (choice < 65) return trainers_prompt_act(moment);
    if (choice < 68) return correcting_act(moment);
    if (choice < 71) return ReleaseRole{moment.role()};
    if (choice < 89) return trainers_seat_act(moment);
    if (choice < 95) return trainers_swap_act(moment);
    if (choice < 99) return spoken_act(moment);
    // The end comes often enough by itself.
    if (seed.chance(20)) return EndSession{};
    if (seed.chance(30)) return DeclassifyCase{};
    return LookThroughRole{moment.role()};
}

Command coming_of_an_observer(ActInTheMaking& moment) {
    const auto who = moment.observer();
    const auto known = moment.state.observers.find(who);
    const bool connected = known != moment.state.observers.end() && known->second.connected;
    return NoteObserver{who, moment.mistake() ? connected : !connected};
}

Command hosts_act(ActInTheMaking& moment) {
    if (moment.seed.chance(10)) return NoteRecovery{};
    if (moment.seed.chance(12)) return NoteFork{"another", 12};
    if (moment.seed.chance(15)) return coming_of_an_observer(moment);
    const auto person = moment.somebody();
    const auto known = moment.state.participants.find(person);
    const bool connected = known != moment.state.participants.end() && known->second.connected;
    return NoteConnection{person, moment.mistake() ? connected : !connected};
}

Command seat_act(ActInTheMaking& moment) {
    const auto choice = moment.seed.below(100);
    if (moment.mistake()) moment.actor = trainer();
    if (choice < 30) return TakeRole{moment.role()};
    if (choice < 55) return TakeRole{moment.free_role()};
    if (choice < 70) {
        const auto mine = roles_of(moment.state, moment.actor.participant);
        return ReleaseRole{mine.empty() || moment.mistake() ? moment.role()
                                                            : moment.seed.pick(mine)};
    }
    if (choice < 74) return LeaveSession{};
    if (choice == 74 && moment.seed.chance(20)) {
        moment.actor = trainer();
        return SendAway{moment.somebody()};
    }
    if (choice < 84) return participants_act(moment);
    return JoinSession{moment.seed.chance(50) ? Language::nl : Language::en};
}

// Somebody who plays a role, acting for it; now and then for another.
Actor somebody_seated(ActInTheMaking& moment) {
    std::vector<Actor> seated;
    for (const auto& [role, seat] : moment.state.seats) {
        if (seat.occupant != ParticipantId::nobody)
            seated.push_back(participant(seat.occupant, role));
        if (seat.stand_in) seated.push_back({ActorKind::trainer, ParticipantId::nobody, role});
    }
    if (seated.empty() || moment.mistake()) return participant(moment.somebody(), moment.role());
    return moment.seed.pick(seated);
}

}  // namespace

Ask random_act(Seed& seed, const State& state) {
    ActInTheMaking moment{seed, state, {}};
    const auto choice = seed.below(100);
    if (choice < 70) {
        moment.actor = somebody_seated(moment);
        if (moment.mistake()) moment.actor.kind = ActorKind::trainer;
        return {moment.actor, role_act(moment)};
    }
    if (choice < 85) {
        moment.actor = moment.mistake() ? participant(moment.somebody()) : trainer();
        return {moment.actor, trainers_act(moment)};
    }
    if (choice < 91) {
        moment.actor = moment.mistake() ? trainer() : host();
        return {moment.actor, hosts_act(moment)};
    }
    moment.actor =
        participant(seed.chance(20) ? somebody_seated(moment).participant : moment.somebody());
    auto command = seat_act(moment);
    if (std::holds_alternative<JoinSession>(command) && !moment.mistake())
        moment.actor = newcomer();
    return {moment.actor, command};
}

void open_at_random(Seed& seed, Play& play) {
    for (const auto& role : play.state().scenario->roles)
        if (role.autopilot != AutopilotUse::always && seed.chance(80)) play.seat(role.id);
    play.pass(seed.between(0, 5'000));
    // Refused when chance left every chair empty: that is a session too.
    play.submit(trainer(), StartSession{});
}

void play_at_random(Seed& seed, Play& play, int acts) {
    for (int act = 0; act < acts; ++act) {
        const auto choice = seed.below(20);
        if (choice == 0)
            play.pass(seed.between(0, limits::absence_after_ms + 1'000));
        else if (choice < 8)
            play.pass(seed.between(0, 4'000));
        else if (choice < 14)
            play.pass(seed.between(0, 50));
        const auto [actor, command] = random_act(seed, play.state());
        play.submit(actor, command);
    }
}

}  // namespace casustafel::support
