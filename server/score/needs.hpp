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
    std::vector<core::RoleId> holders;    // the original ones
    core::TableId home;                   // where all of these sit; empty: at several tables
    core::TableId table;                  // of the role that needs it

    bool crosses() const { return !home.empty() && home != table; }
};

struct Norms {
    std::vector<Norm> counted;  // in scenario order
    std::vector<RemovedNeed> removed;
};

// Gives the needs that count in this session. Their role does not hold the item itself, a lawful
// chain leads to it, the item was in play before the deadline, and the session reached that; those
// whose only holder was away are listed apart. A need due within the five minutes after a swap is
// due five minutes later (README.md §swaps).
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

// Gives what came of one norm. Pointers lead into the norm and the holdings.
Pair pair_of(const Norm&, const Ledger&, const Holdings&);

// Gives what came of each norm, in the same order.
std::vector<Pair> pairs(const std::vector<Norm>&, const Ledger&, const Holdings&);

// Whether this request is one of the needing role for what the norm is about.
bool asks_for(const core::RequestMade&, const Norm&);

// Gives the weight of the pair, 1 to 3.
double weight(const Pair&);

// A role in whose number a pair counts, and the act by which it does. Without an act it counts for
// whoever sat there at the deadline.
struct Counted {
    core::RoleId role;
    std::optional<Place> act;
};

// Gives the roles in whose number a pair counts (README.md §S2): who shared it or should have, and
// who asked or should have. The team counts it once.
std::vector<Counted> counts_for(const Pair&);

// Gives the weight of an item: its own, else the highest among its needs, else 1.
double weight(const core::Item&);

// Puts what the pair shows into evidence for the report.
Evidence evidence(const Pair&);

}  // namespace casustafel::score
