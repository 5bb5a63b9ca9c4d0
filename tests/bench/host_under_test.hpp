#pragma once
// The whole server in a process of its own, and participants and a trainer that speak to it as
// clients do: sessions of case A with twelve roles beside its own, each with an item of its own.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "load.hpp"
#include "server/hosting/surroundings/catalogue.hpp"
#include "server_process.hpp"

namespace casustafel::bench {

inline constexpr int roles_per_session = 12;

enum class Keeping { in_memory, durable, durable_slowly };  // slowly: each sync 1 ms longer

// What the participants do: a message to the other eleven, or an item to three of them.
enum class Act { message, share };

// How many clients see such an act, the actor's own included.
int hearers(Act);

struct Measured {
    LoadResult load;
    double cpu_us = 0;  // of the server, per command
    // Session included; 0 but for the first host of this process, since what the driver writes to
    // memory that both have counts for the server too.
    double kb_per_participant = 0;
    double cpu_us_to_join = 0;  // of the server, from connecting until the case runs, a participant
};

// Runs the load once, and what it cost this server.
Measured measured_run(ServerProcess&, Load&);

// Case A, read once.
hosting::CaseTexts large_case();

// Sessions of this server, seated and running; then each `round` is the load run once more.
class HostUnderTest {
public:
    HostUnderTest(const hosting::CaseTexts&, const LoadPlan&, Keeping, Act);
    ~HostUnderTest();
    HostUnderTest(const HostUnderTest&) = delete;

    Measured round();
    // From now on a round is this many commands in each session.
    void commands_in_a_round(std::uint64_t);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace casustafel::bench
