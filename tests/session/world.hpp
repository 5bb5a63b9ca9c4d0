#pragma once
// A whole installation in one process under one seed: server, store, network, a trainer, people and
// bots, and everything that can go wrong between them. Each step is one thing happening somewhere;
// at the end the faults stop, everybody comes back, and what everybody was told is held against the
// log.
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "client/bots/answer_key.hpp"
#include "party.hpp"
#include "server/core/rules/decide.hpp"
#include "server/hosting/host.hpp"
#include "server/rehearsal/local_network.hpp"
#include "server/rehearsal/one_case.hpp"
#include "server/store/memory_store.hpp"
#include "tests/support/core/seed.hpp"

namespace casustafel::simulation {

struct Faults {
    Lie lie = Lie::none;
    bool answers_before_the_disk = false;  // the store says durable too early: also a planted fault
};

class World {
public:
    explicit World(std::uint64_t seed, Faults faults = {});
    ~World();

    // Everything from the first connection to the last check. What was wrong, as sentences.
    std::vector<std::string> run();

    // After `run`: the bytes of the log, and how often things went wrong on the way.
    std::vector<std::string> log_bytes();
    struct Counts {
        int crashes = 0, crashes_in_a_swap = 0, swaps = 0, cuts = 0, holds = 0, doubled = 0,
            acts = 0, reentries = 0;
        std::size_t too_slow = 0;
    };
    Counts counts() const {
        Counts all = counts_;
        all.too_slow = wires_.closed_too_slow();
        return all;
    }

private:
    using Step = void (World::*)();

    // The server and its disk
    void start_server();
    void crash();
    void stop_and_start();
    void commit_some();
    void hear_from_the_disk();
    void fail_a_commit();
    void fill_the_disk();
    void after_the_server_was_called();
    // The network
    void deliver_some();
    void deliver_to_server(ConnectionId, std::size_t messages);
    void deliver_to_client(ConnectionId, std::size_t messages);
    void cut_a_wire();
    void connect_somebody();
    void connect(Party&);
    void say_twice();
    void fall_asleep();
    // The people
    void act();
    void prepare(const core::State&);
    void ask(Party&, const core::RoleId&, const core::Command&);
    void wait_no_longer();
    void change_speed();
    void somebody_leaves();
    void change_machine();
    void retire(std::unique_ptr<Party>&);
    void pass_a_little_time();
    void pass_time();
    void notice_dead_wires();
    void speak_all();
    Party* party_of(std::uint32_t participant);
    Party& any_party();

    void choose_weights();
    void set_the_table();
    void heal();
    void let_everything_arrive();
    std::vector<std::string> verdict();
    void check_parties(const Story&, std::vector<std::string>& out);
    void check_views_held(const Party&, const Story&, std::vector<std::string>& out) const;
    const core::State& durable_state();

    support::Seed seed_;
    Faults faults_;
    core::Scenario scenario_;
    bots::AnswerKey key_;
    rehearsal::OneCase catalogue_;
    rehearsal::ManualClock clock_;
    Wires wires_;
    std::deque<std::function<void()>> from_the_disk_;
    store::MemoryStore disk_;
    std::unique_ptr<store::Store> store_;  // the disk, or one that lies about it
    std::uint64_t servers_ = 0;
    std::unique_ptr<hosting::Host> host_;
    std::string trainer_key_, code_;
    std::vector<std::unique_ptr<Party>> parties_;  // the trainer first
    std::vector<std::unique_ptr<Party>> gone_;     // who left, with what they witnessed
    std::vector<std::pair<Step, std::size_t>> weights_;
    core::State durable_;
    std::size_t folded_ = 0;
    const Party* sleeper_ = nullptr;  // reads nothing now
    std::size_t people_made_ = 0;
    std::size_t full_for_ = 0;  // steps until the disk has room again
    Counts counts_;
};

}  // namespace casustafel::simulation
