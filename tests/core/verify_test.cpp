// A stored log verifies, and one that was changed does not: whatever is changed, at whatever
// record.
#include "server/core/rules/verify.hpp"

#include <gtest/gtest.h>

#include "server/core/families/digest.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"
#include "tests/support/core/timed_case.hpp"

namespace casustafel::core {
namespace {

using support::Play;
using support::Seed;
using support::trainer;

class StoredLog : public testing::Test {
protected:
    StoredLog() {
        play.seat(RoleId{"A"});                 // records 1 and 2
        play.must(trainer(), StartSession{});   // 3
        play.pass(30'000);                      // 4: I-LATER
        play.must(trainer(), SetSpeed{2'000});  // 5
        play.run_out();
        log = play.log();
    }

    void expect_difference(std::uint64_t seq, DifferenceKind kind) {
        const auto differences = verify(scenario, log);
        ASSERT_FALSE(differences.empty());
        EXPECT_EQ(differences.front().seq, seq);
        EXPECT_EQ(name(differences.front().kind), name(kind));
    }

    Scenario scenario = support::timed_case();
    Play play{scenario};
    std::vector<Record> log;
};

TEST_F(StoredLog, verifies_as_it_was_recorded) { EXPECT_TRUE(verify(scenario, log).empty()); }

TEST_F(StoredLog, that_misses_a_record_differs_there) {
    log.erase(log.begin() + 3);
    expect_difference(5, DifferenceKind::position);
}

TEST_F(StoredLog, that_misses_what_the_clock_brought_differs_at_the_next_record) {
    log.erase(log.begin() + 3);
    for (std::size_t at = 0; at < log.size(); ++at) log[at].seq = at + 1;
    expect_difference(4, DifferenceKind::timer);
}

TEST_F(StoredLog, with_another_outcome_of_a_command_differs_there) {
    std::get<SpeedSet>(log[4].events.front()).permille = 3'000;
    expect_difference(5, DifferenceKind::decision);
}

TEST_F(StoredLog, with_a_command_that_would_be_refused_differs_there) {
    log[4].actor.kind = ActorKind::participant;
    expect_difference(5, DifferenceKind::decision);
}

TEST_F(StoredLog, with_another_moment_differs_there) {
    log[3].stamp.sim_ms += 1;
    expect_difference(4, DifferenceKind::clock);
}

TEST_F(StoredLog, that_goes_back_in_time_differs_there) {
    log[4].stamp.real_ms -= 1;
    expect_difference(5, DifferenceKind::clock);
    log[4].stamp.real_ms = -1;
    expect_difference(5, DifferenceKind::clock);
}

TEST_F(StoredLog, with_another_digest_differs_there) {
    log.back().digest = digest(play.state()) + 1;
    expect_difference(log.size(), DifferenceKind::digest);
    log.back().digest = digest(play.state());
    EXPECT_TRUE(verify(scenario, log).empty());
}

// Events from outside the scenario never get as far as a crash.
TEST_F(StoredLog, with_things_that_the_scenario_does_not_have_differs_and_nothing_worse) {
    log[3].events = {SegmentEntered{99},
                     SegmentEntered{-1},
                     ItemDealt{ItemId{"NOWHERE"}, {RoleId{"NOBODY"}}},
                     InjectTookEffect{InjectId{"NOWHERE"}},
                     RoleReleased{ParticipantId{77}, RoleId{"NOBODY"}},
                     RequestAnswered{.request = EntityId{5}},
                     MeetingEntered{RoleId{"NOBODY"}, MeetingId{"NOWHERE"}}};
    expect_difference(4, DifferenceKind::timer);
}

TEST(StoredLogs, of_random_sessions_verify_and_no_longer_do_with_one_record_left_out) {
    for (std::uint64_t number = 1; number <= 150; ++number) {
        Seed seed(number);
        const auto scenario = support::random_scenario(seed);
        Play play(scenario, number);
        support::open_at_random(seed, play);
        support::play_at_random(seed, play, 60);
        auto log = play.log();
        EXPECT_TRUE(verify(scenario, log).empty()) << "session " << number;
        log.erase(log.begin() + static_cast<std::ptrdiff_t>(seed.below(log.size() - 1)));
        EXPECT_FALSE(verify(scenario, log).empty()) << "session " << number;
    }
}

}  // namespace
}  // namespace casustafel::core
