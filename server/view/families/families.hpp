#pragma once
// Inside view only: the families of entities, one file each; README.md §entity says which thing
// stands where. A new kind of entity is a row in the file of its family; a new family is one line
// here and one in families.cpp.
#include <span>

#include "server/view/families/row.hpp"
#include "server/view/families/touch.hpp"

namespace casustafel::view {

struct Family {
    std::span<const Row> rows;
    void (*touch)(const core::State& after, const core::Event&, std::vector<Touched>& found);
    Reactions reactions;
};

// `Reacting`: what the family says of events (touch.hpp).
template <class Reacting>
constexpr Family family(std::span<const Row> rows) {
    return {rows, touch<Reacting>, reactions<Reacting>()};
}

namespace families {
extern const Family session, seats, written, information, talk, meetings, injects, legal, privacy,
    decisions, interventions, plan, boards, tracks, swap, spoken, prompts, corrections;
}  // namespace families

std::span<const Family* const> all_families();

// All rows, in the order in which a whole view lists them.
const std::vector<const Row*>& all_rows();

const Row& row_of(Kind);

// Everything that could be visible to this viewer, in a fixed order.
std::vector<Subject> subjects(const core::State&, const Viewer&);

// What these events may have changed for some viewer, in the order of their kinds; what changed for
// everybody stands once, and nothing of it for one role.
std::vector<Touched> touched_by(const core::State& after, const std::vector<core::Event>&);

// Those who called and to whom nobody came yet: what a list of sessions tells trainers.
std::uint32_t calls_unanswered(const core::State&);

}  // namespace casustafel::view
