#include "tests/support/core/random_act.hpp"

#include <algorithm>
#include <string>

#include "server/core/limits.hpp"

namespace casustafel::support {

using namespace core;

namespace {

constexpr int mistake_percent = 4;

template <class E>
E any(Seed& seed) {
    return static_cast<E>(seed.below(count<E>()));
}

// One act in the making: the chance, the state looked at, and who acts.
struct Moment {
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

    ParticipantId person() {
        return static_cast<ParticipantId>(seed.below(state.participants.size() + 1));
    }
};

Command share(Moment& moment) {
    ShareItem share;
    share.item = moment.held_item();
    if (moment.seed.chance(30))
        share.meeting = moment.meeting();
    else
        share.to = moment.roles();
    share.purpose = any<Purpose>(moment.seed);
    share.basis = moment.id_of(moment.scenario().rules.bases);
    share.form = any<Form>(moment.seed);
    if (const auto* item = find(moment.scenario(), share.item))
        if (!item->grants.empty() && moment.seed.chance(60)) {
            const auto& grant = moment.seed.pick(item->grants);
            share.purpose = grant.purposes.front();
            share.basis = grant.bases.front();
            share.form = grant.max_form;
        }
    if (moment.seed.chance(20)) share.text = moment.words();
    return share;
}

Command answer_by_sharing(Moment& moment) {
    const auto* request = moment.request();
    auto command = share(moment);
    auto& share = std::get<ShareItem>(command);
    if (!request) return command;
    share.request = request->event.request;
    share.meeting = {};
    share.to = {request->event.asker};
    if (moment.seed.chance(30)) share.to.push_back(moment.role());
    for (const auto& item : moment.scenario().items)
        if (item.category == request->event.category && !moment.mistake()) share.item = item.id;
    return command;
}

Command ask(Moment& moment) {
    AskForInformation question;
    question.to = moment.roles();
    const auto& item = moment.seed.pick(moment.scenario().items);
    question.person =
        item.about.empty() || moment.mistake() ? PersonId{"NOBODY"} : item.about.front();
    question.category = moment.mistake() ? any<Category>(moment.seed) : item.category;
    if (moment.seed.chance(20)) question.item = item.id;
    question.text = moment.words();
    return question;
}

Command message(Moment& moment) {
    if (moment.seed.chance(40)) return SendMessage{{}, moment.meeting(), moment.words()};
    return SendMessage{moment.roles(), {}, moment.words()};
}

Command legal_act(Moment& moment) {
    switch (moment.seed.below(3)) {
        case 0: return PutUpForTriage{moment.words()};
        case 1: return AcceptTriage{};
        default:
            return RecordWeighing{moment.held_item(), moment.words(), moment.words(),
                                  moment.words(), moment.words()};
    }
}

Command role_act(Moment& moment) {
    const auto choice = moment.seed.below(100);
    if (choice < 14) return ReadItem{moment.held_item()};
    if (choice < 36) return share(moment);
    if (choice < 46) return ask(moment);
    if (choice < 56) return answer_by_sharing(moment);
    if (choice < 61)
        return RefuseRequest{moment.request_id(), any<RefusalReason>(moment.seed), moment.words()};
    if (choice < 64) return ReferRequest{moment.request_id(), moment.role(), moment.words()};
    if (choice < 67) return AnswerNotHere{moment.request_id()};
    if (choice < 73) return MarkItem{moment.held_item(), any<Mark>(moment.seed)};
    if (choice < 82) return message(moment);
    if (choice < 90) return EnterMeeting{moment.meeting()};
    if (choice < 93) return LeaveMeeting{moment.meeting()};
    return legal_act(moment);
}

Command trainers_act(Moment& moment) {
    auto& seed = moment.seed;
    const auto choice = seed.below(100);
    // A paused session would otherwise refuse most of what follows.
    if (moment.state.phase == SessionPhase::paused && seed.chance(70)) return ResumeSession{};
    if (choice < 6) return StartSession{};
    if (choice < 16) return PauseSession{};
    if (choice < 20) return ResumeSession{};
    if (choice < 45)
        return SetSpeed{static_cast<int>(seed.between(50, seed.chance(10) ? 110'000 : 3000))};
    if (choice < 64) return FireInject{moment.inject()};
    if (choice < 72)
        return ImproviseInject{moment.words(), moment.words(),
                               seed.chance(50) ? moment.roles() : std::vector<RoleId>{}};
    if (choice < 80) return RetractInject{moment.pending_inject()};
    if (choice < 88) return HastenInject{moment.pending_inject()};
    if (choice < 93) return LookThroughRole{moment.role()};
    if (choice < 99) return ReleaseRole{moment.role()};
    // The end comes often enough by itself.
    if (seed.chance(20)) return EndSession{};
    return LookThroughRole{moment.role()};
}

Command hosts_act(Moment& moment) {
    if (moment.seed.chance(10)) return NoteRecovery{};
    const auto person = moment.person();
    const auto known = moment.state.participants.find(person);
    const bool connected = known != moment.state.participants.end() && known->second.connected;
    return NoteConnection{person, moment.mistake() ? connected : !connected};
}

Command seat_act(Moment& moment) {
    const auto choice = moment.seed.below(100);
    if (choice < 60) return TakeRole{moment.role()};
    if (choice < 80) {
        const auto mine = roles_of(moment.state, moment.actor.participant);
        return ReleaseRole{mine.empty() || moment.mistake() ? moment.role() : mine.front()};
    }
    if (choice < 84) return LeaveSession{};
    return JoinSession{moment.seed.chance(50) ? Language::nl : Language::en};
}

// Somebody who sits somewhere, acting for that role; now and then for another.
Actor somebody_seated(Moment& moment) {
    std::vector<Actor> seated;
    for (const auto& [role, seat] : moment.state.seats)
        if (seat.occupant != ParticipantId::nobody)
            seated.push_back(participant(seat.occupant, role));
    if (seated.empty() || moment.mistake()) return participant(moment.person(), moment.role());
    return moment.seed.pick(seated);
}

}  // namespace

Ask random_act(Seed& seed, const State& state) {
    Moment moment{seed, state, {}};
    const auto choice = seed.below(100);
    if (choice < 70) {
        moment.actor = somebody_seated(moment);
        if (moment.mistake()) moment.actor.kind = ActorKind::trainer;
        return {moment.actor, role_act(moment)};
    }
    if (choice < 84) {
        moment.actor = moment.mistake() ? participant(moment.person()) : trainer();
        return {moment.actor, trainers_act(moment)};
    }
    if (choice < 91) {
        moment.actor = moment.mistake() ? trainer() : host();
        return {moment.actor, hosts_act(moment)};
    }
    moment.actor = participant(moment.person());
    auto command = seat_act(moment);
    if (std::holds_alternative<JoinSession>(command) && !moment.mistake())
        moment.actor = newcomer();
    return {moment.actor, command};
}

void open_at_random(Seed& seed, Play& play) {
    for (const auto& role : play.state().scenario->roles)
        if (seed.chance(80)) play.seat(role.id);
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
