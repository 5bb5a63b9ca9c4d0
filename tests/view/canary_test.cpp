// Canaries: every secret text carries its number, and no number reaches a viewer who, by the model,
// cannot know that text at that moment.
#include <gtest/gtest.h>

#include "server/view/subscriber.hpp"
#include "session.hpp"

namespace casustafel::view {
namespace {

constexpr std::uint64_t sessions = 1'000;
constexpr int acts = 60;

// All who are no trainers, on one projector; counts what they were told and what they should not
// have been.
class Cages {
public:
    Cages(const Session& session, testing::Leak leak) : session_(session), projector_(leak) {
        for (const Viewer& viewer : viewers_of(session.scenario))
            if (viewer.kind != ViewerKind::trainer)
                subscribers_.emplace_back(viewer, view_name(viewer));
    }

    void open(const core::State& state, core::Stamp now) {
        for (Subscriber& each : subscribers_)
            listen(each.viewer(), state, each.snapshot(projector_, state, now));
    }

    void saw(const core::State& after, const core::Record& record) {
        projector_.advance(after, record);
        for (Subscriber& each : subscribers_)
            if (const auto patch = each.patch(projector_, after))
                listen(each.viewer(), after, *patch);
    }

    std::size_t told = 0;
    std::string leaked;

private:
    void listen(const Viewer& viewer, const core::State& state, const std::string& frame) {
        for (const int n : markers_in(frame)) {
            const Secret& secret = session_.secrets.at(static_cast<std::size_t>(n));
            const bool entitled =
                viewer.kind == ViewerKind::role && secret.known(state, viewer.role);
            if (!entitled && leaked.empty()) leaked = marker(n) + " to " + view_name(viewer);
            ++told;
        }
    }

    const Session& session_;
    Projector projector_;
    std::vector<Subscriber> subscribers_;
};

struct Heard {
    std::size_t told = 0;
    std::string leaked;
};

Heard listen_to(std::uint64_t number, testing::Leak leak) {
    const Session session = random_session(number, acts);
    Cages cages(session, leak);
    Run run(session.scenario, [&](const core::State& after, const core::Record& record) {
        cages.saw(after, record);
    });
    cages.open(run.state(), run.now());
    for (const Step& step : session.steps)
        run.take(step);
    cages.open(run.state(), run.now());
    return {cages.told, cages.leaked};
}

TEST(Canary, reaches_nobody_who_may_not_know_it) {
    std::size_t told = 0;
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        const Heard heard = listen_to(number, testing::Leak::none);
        ASSERT_EQ(heard.leaked, "") << "session " << number;
        told += heard.told;
    }
    EXPECT_GT(told, sessions * 50);
}

TEST(PlantedLeak, of_one_field_more_is_noticed_by_the_canaries) {
    bool noticed = false;
    for (std::uint64_t number = 1; number <= 50 && !noticed; ++number)
        noticed = !listen_to(number, testing::Leak::one_field_more).leaked.empty();
    EXPECT_TRUE(noticed);
}

}  // namespace
}  // namespace casustafel::view
