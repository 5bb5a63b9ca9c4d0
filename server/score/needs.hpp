#pragma once
// The need pairs of README.md §pairs: what should have reached whom by when, and what came of it.
// The norm (deadline, last useful moment, weight, lawful chain) follows from the scenario and from
// when items came into play; the outcome from who received what.
#include <optional>
#include <vector>

#include "server/score/holdings.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {

// One need that counts. Pointers lead into the scenario.
struct Norm {
    const core::Item* item = nullptr;
    const core::Need* need = nullptr;
    std::int64_t available_sim_ms = 0;    // a
    std::int64_t deadline_sim_ms = 0;     // d
    std::int64_t last_useful_sim_ms = 0;  // T
    std::vector<core::RoleId> chain;      // the lawful way to it, holder first
};

struct Norms {
    std::vector<Norm> counted;  // in scenario order
    std::vector<RemovedNeed> removed;
};

// The needs that count in this session: with a lawful chain, of roles that do not hold the item
// themselves, and in play before their deadline; without those whose only holder was away. A need
// due within the five minutes after a swap is due five minutes later (README.md §swaps).
Norms norms(const core::Scenario&, const Ledger&);

enum class Outcome : std::uint8_t { delivered, late, thin, missed };

struct Pair {
    const Norm* norm = nullptr;
    Outcome outcome = Outcome::missed;
    double timeliness = 0;            // tau, 0 when it did not come in a form that suffices
    const Reception* came = nullptr;  // K, or for a thin one the first lawful reception
    std::optional<Place> asked;       // the first request of the needing role for it while unmet
    std::vector<core::RoleId> reason_to_know;        // original holders that knew it was needed
    std::optional<std::int64_t> known_since_sim_ms;  // when the first of them did
};

// What came of each norm, in the same order. Pointers lead into the norms and the holdings.
std::vector<Pair> pairs(const std::vector<Norm>&, const Ledger&, const Holdings&);

// The weight of the pair, 1 to 3.
double weight(const Pair&);

// A role whose number a pair counts in, and by which act; without one, for whoever sat there at the
// deadline.
struct Counted {
    core::RoleId role;
    std::optional<Place> act;
};

// The roles whose number a pair counts in (README.md §S2): who shared it or should have; who asked
// or should have. The team counts it once.
std::vector<Counted> counts_for(const Pair&);

// The weight of an item: its own, else the highest among its needs, else 1.
double weight(const core::Item&);

// What the pair shows, for the report.
Evidence evidence(const Pair&);

}  // namespace casustafel::score
