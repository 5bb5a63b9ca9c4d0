// The laws of the core over random sessions: the log is the truth, nothing is judged twice, the
// clock brings what it must, and the same play gives the same log.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "server/core/families/digest.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::core {
namespace {

using support::Play;
using support::Seed;

constexpr std::uint64_t sessions = 3'000;
constexpr int acts = 120;

struct Session {
    Scenario scenario;
    std::vector<Record> log;
    std::uint64_t last_digest = 0;
};

Session played(std::uint64_t number) {
    Session session;
    Seed seed(number);
    session.scenario = support::random_scenario(seed);
    Play play(session.scenario, number);
    support::open_at_random(seed, play);
    support::play_at_random(seed, play, acts);
    if (seed.chance(50)) play.run_out();
    session.log = play.log();
    session.last_digest = digest(play.state());
    return session;
}

bool same(const Record& one, const Record& other) {
    return one.seq == other.seq && one.stamp == other.stamp && one.actor == other.actor &&
           one.command == other.command && one.command_id == other.command_id &&
           one.fresh == other.fresh && one.events == other.events && one.digest == other.digest;
}

// What the clock brings before this record is exactly what was recorded.
void expect_clock_agrees(const State& state, const Record& record) {
    if (record.command) {
        EXPECT_FALSE(due(state, record.stamp.real_ms));
        return;
    }
    const auto found = due(state, record.stamp.real_ms);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->stamp, record.stamp);
    EXPECT_TRUE(found->events == record.events);
}

void expect_decided_again(const State& state, const Record& record) {
    if (!record.command) return;
    EXPECT_EQ(stamp_at(state.clock, *state.scenario, record.stamp.real_ms), record.stamp);
    const auto outcome =
        decide(state, record.actor, *record.command, {record.stamp.real_ms, record.fresh});
    EXPECT_TRUE(outcome == Outcome(record.events));
}

void expect_next_due_exact(const State& state) {
    const auto next = next_due(state);
    if (!next) return;
    EXPECT_FALSE(due(state, *next - 1));
    const auto found = due(state, *next);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->stamp.real_ms, *next);
    EXPECT_FALSE(found->events.empty());
}

void expect_clocks_forward(const Stamp& before, const Stamp& after) {
    EXPECT_LE(before.real_ms, after.real_ms);
    EXPECT_LE(before.active_ms, after.active_ms);
    EXPECT_LE(before.sim_ms, after.sim_ms);
}

TEST(Laws, a_fold_of_the_log_is_the_live_state_and_every_record_is_decided_again_the_same) {
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        SCOPED_TRACE(testing::Message() << "session " << number);
        const auto session = played(number);
        State state = initial(session.scenario);
        Stamp before = state.clock.anchor;
        for (const auto& record : session.log) {
            SCOPED_TRACE(testing::Message() << "record " << record.seq);
            expect_clock_agrees(state, record);
            expect_decided_again(state, record);
            expect_clocks_forward(before, record.stamp);
            apply(state, record);
            expect_next_due_exact(state);
            if (record.digest) {
                EXPECT_EQ(*record.digest, digest(state));
            }
            before = record.stamp;
        }
        EXPECT_EQ(digest(state), session.last_digest);
        if (testing::Test::HasFailure()) return;
    }
}

TEST(Laws, the_same_seed_gives_the_same_log) {
    for (std::uint64_t number = 1; number <= 100; ++number) {
        const auto once = played(number);
        const auto again = played(number);
        ASSERT_EQ(once.log.size(), again.log.size()) << "session " << number;
        for (std::size_t at = 0; at < once.log.size(); ++at)
            ASSERT_TRUE(same(once.log[at], again.log[at]))
                << "session " << number << " record " << at;
        EXPECT_EQ(once.last_digest, again.last_digest);
    }
}

// What says that it leaves the clock's next thing alone does so, whatever state it meets.
TEST(Laws, events_that_leave_what_is_due_alone_do) {
    std::size_t left = 0;
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        Seed seed(number);
        const auto scenario = support::random_scenario(seed);
        Play play(scenario, number);
        support::open_at_random(seed, play);
        for (int act = 0; act < acts; ++act) {
            play.pass(seed.between(0, 2'000));
            const auto [actor, command] = support::random_act(seed, play.state());
            const std::size_t before = play.log().size();
            const auto due_before = next_due(play.state());
            play.submit(actor, command);
            if (play.log().size() != before + 1 || !leave_due(play.state(), play.log().back()))
                continue;
            ++left;
            ASSERT_EQ(next_due(play.state()), due_before)
                << "session " << number << ", " << act_name(command);
        }
    }
    EXPECT_GT(left, sessions);
}

// Without this the laws above could hold over sessions in which little happens.
TEST(Laws, random_sessions_contain_every_event_every_command_and_every_usual_rejection) {
    std::set<std::string_view> events;
    std::set<std::string_view> commands;
    std::set<std::string> rejections;
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        Seed seed(number);
        const auto scenario = support::random_scenario(seed);
        Play play(scenario, number);
        support::open_at_random(seed, play);
        for (int act = 0; act < acts; ++act) {
            play.pass(seed.between(0, 2'000));
            const auto [actor, command] = support::random_act(seed, play.state());
            const auto outcome = play.submit(actor, command);
            if (const auto* rejection = std::get_if<Rejection>(&outcome))
                rejections.emplace(name(*rejection));
        }
        for (const auto& record : play.log()) {
            if (record.command) commands.insert(act_name(*record.command));
            for (const auto& event : record.events) events.insert(event_name(event));
        }
    }
    EXPECT_EQ(events, names_of<EventKinds>());
    EXPECT_EQ(commands, names_of<CommandKinds>());
    // The limits are beyond a random session, and texts are checked before the core is asked.
    const std::set<std::string> elsewhere = {"session_is_full", "too_many_recipients", "too_much",
                                             "text_too_long", "bad_text"};
    for (int value = 0; value <= static_cast<int>(Rejection::too_much); ++value) {
        const std::string word(name(static_cast<Rejection>(value)));
        EXPECT_EQ(rejections.contains(word), !elsewhere.contains(word)) << word;
    }
}

TEST(Laws, a_rejected_command_changes_nothing_and_looking_changes_nothing) {
    for (std::uint64_t number = 1; number <= 100; ++number) {
        Seed seed(number);
        const auto scenario = support::random_scenario(seed);
        Play play(scenario, number);
        support::open_at_random(seed, play);
        for (int act = 0; act < acts; ++act) {
            play.pass(seed.between(0, 2'000));
            const auto [actor, command] = support::random_act(seed, play.state());
            const auto before = digest(play.state());
            const auto length = play.log().size();
            const auto outcome = play.submit(actor, command);
            if (std::holds_alternative<Rejection>(outcome)) {
                ASSERT_EQ(digest(play.state()), before) << "session " << number;
                ASSERT_EQ(play.log().size(), length);
            }
        }
    }
}

}  // namespace
}  // namespace casustafel::core
