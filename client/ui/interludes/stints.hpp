#pragma once
// The seats that this person held, one after the other, and what they did in each. A view belongs
// to a seat, and what a seat did others may have done before; so what stood in it when the person
// came is counted apart. It knows what this window saw, and says when that is not all.
#include <cstdint>
#include <string>
#include <vector>

#include "client/model/model.hpp"

namespace casustafel::ui {

// How often something was done from a seat.
struct Tally {
    int shared = 0, received = 0, asked = 0, answered = 0, decided = 0;
    bool operator==(const Tally&) const = default;
};
Tally operator-(const Tally& all, const Tally& before);
Tally operator+(const Tally& one, const Tally& other);

// All that the view of a role tells was done from its seat, by whoever sat there.
Tally tally_of(const model::View& view, const std::string& role);

struct Stint {
    std::string role;
    std::int64_t since_sim_ms = 0;  // when the person came into the seat; 0: from the start
    bool held = true;               // still
    Tally before, last;             // of the seat: when the person came, and as seen last

    Tally own() const { return last - before; }
};

struct Stints {
    std::vector<Stint> all;  // in the order in which the seats were taken
    bool partly = false;     // the person took part before this window looked

    bool looked = false;  // at this participant, with or without a seat

    // Looks what this participant holds now. To be called whenever something may have changed.
    void watch(const model::Model& model, std::int64_t now_ms);
    // The stint in this seat that lasts; nullptr: none.
    const Stint* now_in(const std::string& role) const;
    // What was done in all of them together.
    Tally own() const;
    // It says something that the view of the present seat does not.
    bool tells_more() const;
};

}  // namespace casustafel::ui
