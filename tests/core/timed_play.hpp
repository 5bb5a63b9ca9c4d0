#pragma once
// A play of the timed case (tests/support/core/timed_case.hpp) and what a test expects of it.
#include <gtest/gtest.h>

#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/timed_case.hpp"

namespace casustafel::core {

inline void expect_events(const Outcome& outcome, const std::vector<Event>& events) {
    ASSERT_TRUE(std::holds_alternative<std::vector<Event>>(outcome))
        << name(std::get<Rejection>(outcome));
    EXPECT_TRUE(std::get<std::vector<Event>>(outcome) == events);
}

inline void expect_rejected(const Outcome& outcome, Rejection rejection) {
    ASSERT_TRUE(std::holds_alternative<Rejection>(outcome)) << "accepted";
    EXPECT_EQ(name(std::get<Rejection>(outcome)), name(rejection));
}

class TimedPlay : public testing::Test {
protected:
    TimedPlay() = default;

    const RoleId a{"A"}, b{"B"}, c{"C"}, nowhere{"NOWHERE"};
    const ParticipantId p1{1}, p2{2}, p3{3};
    const ItemId start_item{"I-START"};

    // Somebody who joins and sits nowhere yet.
    Actor guest() {
        const auto joined =
            std::get<ParticipantJoined>(play.must(support::newcomer(), JoinSession{}).front());
        return support::participant(joined.participant);
    }

    Actor in_role(const Actor& somebody, const RoleId& role) const {
        return {somebody.kind, somebody.participant, role};
    }

    void start() { play.must(support::trainer(), StartSession{}); }

    Outcome trainer_does(const Command& command) {
        return play.submit(support::trainer(), command);
    }
    std::vector<Event> trainer_must(const Command& command) {
        return play.must(support::trainer(), command);
    }

    const Seat& seat(const RoleId& role) const { return play.state().seats.at(role); }
    std::vector<RoleId> roles(const Actor& somebody) const {
        return roles_of(play.state(), somebody.participant);
    }

    // The last record when the clock made it, else nothing.
    std::vector<Event> last_of_the_clock() const {
        const auto& last = play.log().back();
        return last.command ? std::vector<Event>{} : last.events;
    }

    Role& role(const RoleId& id) {
        for (auto& each : scenario.roles)
            if (each.id == id) return each;
        throw std::logic_error("no such role");
    }

    Scenario scenario = support::timed_case();
    support::Play play{scenario};
};

}  // namespace casustafel::core
