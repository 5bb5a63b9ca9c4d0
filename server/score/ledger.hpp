#pragma once
// The log boiled down to what the formulas read, in one pass: deals, shares, requests, answers,
// marks, and when nobody sat in a role. What depends on the state of that moment (which way was
// open when somebody refused) is looked up here, once. Entries point into the records, which must
// outlive them.
#include <cstdint>
#include <map>
#include <vector>

#include "server/core/record.hpp"
#include "server/core/scenario.hpp"

namespace casustafel::score {

// Where an event stands in the log.
struct Place {
    std::uint64_t seq = 0;
    std::uint32_t index = 0;  // within its record
    auto operator<=>(const Place&) const = default;
};

template <class Event>
struct Entry {
    Place place;
    std::int64_t sim_ms = 0;
    const Event* event = nullptr;
};

struct Interval {
    std::int64_t from_sim_ms = 0;
    std::int64_t to_sim_ms = 0;
};

struct Ledger {
    std::vector<Entry<core::ItemDealt>> deals;
    std::vector<Entry<core::ItemShared>> shares;
    std::vector<Entry<core::RequestMade>> requests;
    std::vector<Entry<core::RequestAnswered>> answers;
    std::vector<Entry<core::ItemMarked>> marks;
    // For every refusal: the richest form in which the refuser could lawfully have given each item.
    std::map<Place, std::map<core::ItemId, core::Form>> open_at_refusal;
    std::map<core::RoleId, std::vector<Interval>> away;  // per role, in order, never overlapping
    std::int64_t end_sim_ms = 0;
};

// Reads the whole log.
Ledger read(const core::Scenario&, const std::vector<core::Record>&);

// The places of all events whose absence could change a number, in order of the log.
std::vector<Place> droppable(const Ledger&);

// The same session without the event at `place`. Answers to a request that is not there count
// nowhere.
Ledger without(const Ledger&, const Place& place);

}  // namespace casustafel::score
