#pragma once
// A case of five roles at two tables, small enough to read in one look, and hands to change it.
// Tests add items, needs, grants and red lines, call `begin`, and then act for roles through decide
// and apply.
#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "server/core/law/verdict.hpp"
#include "server/core/rules/decide.hpp"
#include "tests/support/core/printing.hpp"

namespace casustafel::support {

using namespace casustafel::core;

inline const RoleId ovj{"OVJ"}, pol{"POL"}, vt{"VT"}, prc{"PRC"}, jon{"JON"};
inline const TableId table_z{"Z"}, table_v{"V"};
inline const PersonId mirjam{"mirjam"}, jesse{"jesse"};
inline const BasisId wmovt{"WMOVT"}, wgsz{"WGSZ"}, conv{"CONV"}, open_basis{"OPEN"};
inline const MeetingId meeting_z{"meeting-z"}, meeting_v{"meeting-v"}, chain_meeting{"chain"};
inline const ItemId a03{"A03"};
inline constexpr std::int64_t minute_ms = 60'000;

// Everything needed for a green share of A03 by VT to OVJ, to be spoiled by each test in one
// respect.
inline Grant grant(std::vector<RoleId> from, std::vector<RoleId> to, Form max_form,
                   std::vector<Purpose> purposes = {Purpose::charging_decision},
                   std::vector<BasisId> bases = {wmovt}) {
    return {.from = std::move(from),
            .to = std::move(to),
            .purposes = std::move(purposes),
            .bases = std::move(bases),
            .max_form = max_form};
}

inline Need need(RoleId role, Form min_form, Purpose purpose = Purpose::charging_decision) {
    return {.role = std::move(role), .purpose = purpose, .min_form = min_form};
}

inline Condition condition(ConditionKind kind, PersonId person = {}, std::string subject = {},
                           int years = 0) {
    return {kind, std::move(person), std::move(subject), years};
}

class SmallCase {
public:
    SmallCase();
    SmallCase(const SmallCase&) = delete;
    SmallCase& operator=(const SmallCase&) = delete;

    // An item about Mirjam in category domestic_violence, originally held by `holder`.
    Item& add_item(const ItemId& id, const RoleId& holder, int sensitivity);

    // A03, held by VT, sensitivity 2, needed by OVJ as a conclusion and grantable to it as a
    // summary.
    Item& add_a03();

    // Starts play: holders hold their items, every role is taken, the clock stands at the start.
    void begin();

    // What `decide` answers to this role now.
    Outcome ask(const RoleId& role, const Command& command) const;

    // Decides and applies; the events. Fails the test when the command is rejected.
    std::vector<Event> perform(const RoleId& role, const Command& command);

    // As `ask` and `perform`, by a trainer for no role.
    Outcome ask_as_trainer(const Command& command) const;
    std::vector<Event> perform_as_trainer(const Command& command);

    // Lets so much case time pass, and what is due on the way happen; within a segment it runs as
    // fast as life.
    void pass(std::int64_t duration_ms);
    std::int64_t sim_ms() const { return scenario.start_sim_ms() + now_ms_; }

    // Gives a role a form of an item lawfully, outside any share.
    void give(const RoleId& role, const ItemId& item, Form form);

    Holding held(const RoleId& role, const ItemId& item) const;
    const Item& item(const ItemId& id) const { return *find(scenario, id); }

    // A03 shared by VT with OVJ as a conclusion, for the right purpose and on the right basis.
    static ShareItem good_share();

    Role& find_role(const RoleId& id);

    Scenario scenario;
    State state;

private:
    std::vector<Event> perform_as(const Actor& actor, const Command& command);
    Actor actor(const RoleId& role) const;
    Record record(const Actor&, const Command&, std::vector<Event>) const;

    std::int64_t now_ms_ = 0;
    std::uint64_t next_id_ = 100;
};

inline std::optional<Rejection> rejection(const Outcome& outcome) {
    if (const auto* found = std::get_if<Rejection>(&outcome)) return *found;
    return std::nullopt;
}

// The one event of this kind among `events`.
template <class E>
const E& only(const std::vector<Event>& events) {
    const E* found = nullptr;
    for (const Event& event : events) {
        if (const E* one = std::get_if<E>(&event)) {
            EXPECT_EQ(found, nullptr) << "more than one such event";
            found = one;
        }
    }
    if (found == nullptr) throw std::logic_error("no such event");
    return *found;
}

}  // namespace casustafel::support
