#include "tests/support/core/play.hpp"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "server/core/families/digest.hpp"
#include "tests/support/core/seed.hpp"

namespace casustafel::support {

using namespace core;

namespace {

constexpr std::uint64_t digest_every = 64;

CommandId command_id(std::uint64_t key, std::uint64_t seq) {
    CommandId id{};
    for (std::size_t byte = 0; byte < 8; ++byte) {
        id[byte] = static_cast<std::uint8_t>(key >> (8 * byte));
        id[8 + byte] = static_cast<std::uint8_t>(seq >> (8 * byte));
    }
    return id;
}

}  // namespace

Actor trainer() { return {ActorKind::trainer, ParticipantId::nobody, {}}; }
Actor host() { return {ActorKind::host, ParticipantId::nobody, {}}; }
Actor newcomer() { return {ActorKind::participant, ParticipantId::nobody, {}}; }
Actor participant(ParticipantId id, const RoleId& role) {
    return {ActorKind::participant, id, role};
}

Play::Play(const Scenario& scenario, std::uint64_t key, Edition edition)
    : scenario_(scenario), key_(key), state_(initial(scenario, edition)) {}

void Play::until(std::int64_t real_ms) {
    while (auto found = due(state_, real_ms)) {
        Record record;
        record.stamp = found->stamp;
        record.events = std::move(found->events);
        take(std::move(record));
    }
    now_ms_ = real_ms;
}

Outcome Play::submit(const Actor& actor, const Command& command) {
    until(now_ms_);
    Record record;
    record.stamp = now();
    record.actor = actor;
    record.command = command;
    record.command_id = command_id(key_, log_.size() + 1);
    record.fresh = static_cast<EntityId>(Seed(key_ ^ (log_.size() << 32)).next() | 1);
    auto outcome = decide(state_, actor, command, {now_ms_, record.fresh});
    if (const auto* events = std::get_if<std::vector<Event>>(&outcome)) {
        record.events = *events;
        take(std::move(record));
    }
    return outcome;
}

std::vector<Event> Play::must(const Actor& actor, const Command& command) {
    auto outcome = submit(actor, command);
    if (const auto* rejection = std::get_if<Rejection>(&outcome)) {
        const auto why = name(*rejection), act = act_name(command);
        std::fprintf(stderr, "the play needed %.*s: %.*s\n", static_cast<int>(act.size()),
                     act.data(), static_cast<int>(why.size()), why.data());
        std::abort();
    }
    return std::get<std::vector<Event>>(std::move(outcome));
}

Actor Play::seat(const RoleId& role) {
    const auto joined = std::get<ParticipantJoined>(must(newcomer(), JoinSession{}).front());
    must(participant(joined.participant), TakeRole{role});
    return participant(joined.participant, role);
}

void Play::run_out() {
    until(now_ms_);
    while (const auto next = next_due(state_)) until(*next);
}

Stamp Play::now() const { return stamp_at(state_.clock, scenario_, now_ms_); }

void Play::take(Record record) {
    record.seq = log_.size() + 1;
    apply(state_, record);
    if (record.seq % digest_every == 0) record.digest = digest(state_);
    log_.push_back(std::move(record));
}

}  // namespace casustafel::support
