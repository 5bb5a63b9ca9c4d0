// The law that patches keep: what a client has after merging them is what a whole new view would
// say, for every viewer, with all views of a session made by one projector as in the live server.
#include <gtest/gtest.h>

#include "merged.hpp"
#include "server/view/subscriber.hpp"
#include "session.hpp"
#include "tests/support/core/random_scenario.hpp"
#include "tests/support/core/seed.hpp"

namespace casustafel::view {
namespace {

// One viewer's connection: what it has been sent, and what came of it.
struct Connection {
    Viewer viewer;
    Subscriber subscriber;
    Merged merged;
};

// The first key that one has and the other has not, or has otherwise; empty: they are the same.
std::string difference(const Entities& one, const Entities& other) {
    for (const auto& [key, bytes] : one) {
        const auto same = other.find(key);
        if (same == other.end()) return "too much: " + key;
        if (same->second != bytes) return "otherwise: " + key;
    }
    for (const auto& [key, bytes] : other)
        if (!one.contains(key)) return "missing: " + key;
    return {};
}

// All sessions of these tests share it: what one said in another must change nothing.
EncodedPool& pool() {
    static EncodedPool shared;
    return shared;
}

class Audience {
public:
    explicit Audience(const core::Scenario& scenario) {
        for (const Viewer& viewer : viewers_of(scenario))
            connections_.push_back({viewer, Subscriber(viewer, view_name(viewer)), {}});
    }

    void open(const core::State& state, core::Stamp now) {
        for (Connection& each : connections_)
            each.merged.take(each.subscriber.snapshot(projector_, state, now));
    }

    void saw(const core::State& after, const core::Record& record) {
        projector_.advance(after, record);
        for (Connection& each : connections_)
            if (const auto patch = each.subscriber.patch(projector_, after)) {
                each.merged.take(*patch);
                ++patches;
            }
    }

    // Whether this viewer has exactly what it may see now, however it is asked.
    void expect_right(std::size_t which, const core::State& state, core::Stamp now) {
        Connection& each = connections_[which % connections_.size()];
        ASSERT_EQ(each.merged.complaint(), "") << each.subscriber.name();
        const Entities expected = projected(state, now, each.viewer);
        ASSERT_EQ(difference(each.merged.entities(), expected), "") << each.subscriber.name();
        Merged again;
        again.take(Subscriber(each.viewer, "again").snapshot(projector_, state, now));
        ASSERT_EQ(difference(again.entities(), expected), "") << each.subscriber.name();
    }

    std::size_t size() const { return connections_.size(); }

    std::size_t patches = 0;

private:
    Projector projector_{testing::Leak::none, &pool()};
    std::vector<Connection> connections_;
};

// Plays a session; after each record asks `whom` which viewers to look at.
template <class Whom>
std::size_t follow(std::uint64_t number, int acts, Whom whom) {
    const Session session = random_session(number, acts);
    Audience audience(session.scenario);
    Run run(session.scenario, [&](const core::State& after, const core::Record& record) {
        audience.saw(after, record);
        whom(audience, after, record.stamp);
    });
    audience.open(run.state(), run.now());
    for (const Step& step : session.steps) run.take(step);
    for (std::size_t each = 0; each < audience.size(); ++each)
        audience.expect_right(each, run.state(), run.now());
    return audience.patches;
}

// What is equal in two sessions of a pool is the same bytes in memory, and what only one plays is
// forgotten with it.
TEST(Views, of_sessions_with_one_pool_share_what_the_case_says) {
    support::Seed seed(7);
    const core::Scenario scenario = support::random_scenario(seed);
    const core::State state = core::initial(scenario);
    EncodedPool pool;
    const auto taken = [&] {
        Projector projector(testing::Leak::none, &pool);
        Subscriber trainer(trainer_viewer(), "trainer");
        return trainer.snapshot(projector, state, {});
    };
    const std::string first = taken();
    const std::size_t kept = pool.size();
    EXPECT_GT(kept, 0U);
    EXPECT_EQ(taken(), first);
    EXPECT_EQ(pool.size(), kept);
}

TEST(Views, are_the_same_merged_from_patches_as_taken_whole_for_everybody_after_every_record) {
    for (std::uint64_t number = 1; number <= 60; ++number) {
        SCOPED_TRACE("session " + std::to_string(number));
        follow(number, 60, [](Audience& audience, const core::State& after, core::Stamp now) {
            for (std::size_t each = 0; each < audience.size(); ++each)
                audience.expect_right(each, after, now);
        });
        if (HasFatalFailure()) return;
    }
}

TEST(Views, are_the_same_merged_from_patches_as_taken_whole_in_a_thousand_sessions) {
    std::size_t patches = 0;
    for (std::uint64_t number = 1; number <= 1'000; ++number) {
        SCOPED_TRACE("session " + std::to_string(number));
        support::Seed seed(number);
        patches +=
            follow(number, 80, [&](Audience& audience, const core::State& after, core::Stamp now) {
                if (seed.chance(20)) audience.expect_right(seed.below(100), after, now);
            });
        if (HasFatalFailure()) return;
    }
    EXPECT_GT(patches, 50'000u);
}

}  // namespace
}  // namespace casustafel::view
