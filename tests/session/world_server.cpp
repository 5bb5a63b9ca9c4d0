// World, the part about the server, its disk and the wires: what happens to them, and what goes
// wrong.
#include <algorithm>
#include <utility>

#include "tests/support/house.hpp"
#include "world.hpp"

namespace casustafel::simulation {

void World::start_server() {
    host_ = std::make_unique<hosting::Host>(
        hosting::Surroundings{store_ ? *store_ : disk_, wires_, clock_, catalogue_,
                              support::random_from(seed_.next() ^ ++servers_)},
        [this](const std::string& code) { code_ = code; });
    const auto opening = host_->open();
    if (!opening.trainer_key.empty()) trainer_key_ = opening.trainer_key;
    after_the_server_was_called();
}

// At any moment between two things the server does: what waits for the disk is lost, what the disk
// has done is done, whether the server heard of it or not.
void World::crash() {
    ++counts_.crashes;
    if (durable_state().swap.stage != core::SwapStage::none) ++counts_.crashes_in_a_swap;
    disk_.crash();
    from_the_disk_.clear();
    host_.reset();
    wires_.server_died();
    clock_.pass(seed_.between(0, 60'000));
    start_server();
}

void World::stop_and_start() {
    host_->stop();
    disk_.complete_all();
    crash();
}

void World::commit_some() {
    if (seed_.chance(50))
        disk_.complete_all();
    else
        disk_.complete_next();
}

void World::hear_from_the_disk() {
    for (auto left = seed_.below(4) + 1; left > 0 && !from_the_disk_.empty(); --left) {
        const auto work = std::move(from_the_disk_.front());
        from_the_disk_.pop_front();
        work();
    }
    after_the_server_was_called();
}

void World::fail_a_commit() { disk_.fail_next_commits(1 + seed_.below(2)); }

// A full disk is soon noticed, and somebody makes room.
void World::fill_the_disk() {
    full_for_ = 20 + seed_.below(60);
    disk_.disk_full(true);
}

void World::after_the_server_was_called() {
    do {
        for (const ConnectionId gone : wires_.take_departed()) host_->closed(gone);
        host_->turn();
    } while (host_->next_wake_ms() <= clock_.steady_ms() || wires_.has_departed());
    if (host_->figures().held != 0) ++counts_.holds;
}

// The network.

void World::deliver_some() {
    for (auto left = seed_.below(6) + 1; left > 0; --left) {
        const auto ids = wires_.all();
        if (ids.empty()) return;
        const ConnectionId wire = seed_.pick(ids);
        const auto messages = seed_.below(6) + 1;
        if (seed_.chance(50))
            deliver_to_server(wire, messages);
        else
            deliver_to_client(wire, messages);
    }
}

void World::deliver_to_server(ConnectionId wire, std::size_t messages) {
    for (; messages > 0; --messages) {
        if (const auto frame = wires_.next_for_server(wire)) host_->received(wire, *frame);
    }
    after_the_server_was_called();
}

void World::deliver_to_client(ConnectionId wire, std::size_t messages) {
    for (const auto& party : parties_) {
        if (party->wire != wire || party.get() == sleeper_) continue;
        while (messages-- > 0 && party->listen(wires_, clock_.steady_ms())) {
        }
        return;
    }
}

void World::cut_a_wire() {
    Party& party = any_party();
    if (!party.is_connected()) return;
    ++counts_.cuts;
    wires_.cut(party.wire);
}

// A computer that reads nothing for a while, or wakes up.
void World::fall_asleep() { sleeper_ = sleeper_ == nullptr ? &any_party() : nullptr; }

void World::connect_somebody() {
    Party& party = any_party();
    if (!party.is_connected()) connect(party);
}

void World::connect(Party& party) {
    party.connect(wires_);
    host_->opened(party.wire, "192.0.2.1");
    after_the_server_was_called();
}

void World::say_twice() {
    Party& party = any_party();
    if (!party.is_connected() || party.last_command.empty()) return;
    ++counts_.doubled;
    wires_.say(party.wire, party.last_command);
}

void World::notice_dead_wires() {
    for (const auto& party : parties_) {
        if (party->is_connected() && wires_.is_dead(party->wire)) party->disconnect();
    }
}

void World::speak_all() {
    for (const auto& party : parties_) {
        if (party->is_connected()) party->speak(wires_);
    }
}

}  // namespace casustafel::simulation
