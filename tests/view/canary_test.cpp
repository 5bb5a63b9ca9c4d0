// Canaries: every secret text carries its number, and no number reaches a viewer who, by the model,
// cannot know that text at that moment.
#include <gtest/gtest.h>

#include <algorithm>

#include "casustafel/v1/envelope.pb.h"
#include "server/view/subscriber.hpp"
#include "session.hpp"
#include "small_table.hpp"

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

    std::size_t told = 0, named = 0;
    std::string leaked;

private:
    void listen(const Viewer& viewer, const core::State& state, const std::string& frame) {
        for (const int n : markers_in(frame)) {
            const Secret& secret = session_.secrets.at(static_cast<std::size_t>(n));
            if (!secret.known(state, viewer.role) && leaked.empty())
                leaked = marker(n) + " to " + view_name(viewer);
            ++told;
        }
        look_for_strange_ids(viewer, state, frame);
    }

    // What is made in play is named only to those who see it.
    void look_for_strange_ids(const Viewer& viewer, const core::State& state,
                              const std::string& frame) {
        v1::ServerBatch batch;
        ASSERT_TRUE(batch.ParseFromString(frame));
        for (const v1::Entity& entity : batch.frames(0).view().entities()) {
            expect_visible(viewer, state, "request", entity.share().request());
            for (const v1::Answer& answer : entity.request().answers())
                expect_visible(viewer, state, "share", answer.share());
            for (const std::string& item : items_named_in(entity)) {
                named += !item.empty();
                if (!item.empty() && !project(state, {}, viewer, "item:" + item))
                    leaked = entity.key() + " names " + item + " to " + view_name(viewer);
            }
            if (names_what_was_not_confirmed(viewer, entity.spoken()))
                leaked = entity.key() + " says what was said to " + view_name(viewer);
            for (const std::string& meeting :
                 {entity.share().meeting(), entity.message().meeting()})
                if (!meeting.empty() && !project(state, {}, viewer, "meeting:" + meeting))
                    leaked = "meeting " + meeting + " to " + view_name(viewer);
        }
    }

    static std::vector<std::string> items_named_in(const v1::Entity& entity) {
        std::vector<std::string> items{
            entity.share().item(),       entity.request().item(),
            entity.spoken().item(),      entity.authority_question().item(),
            entity.gut_feeling().item(), entity.privacy_advice().item(),
            entity.weighing().item()};
        const auto add = [&](const auto& cited) {
            for (const v1::CitedItem& each : cited) items.push_back(each.item());
        };
        add(entity.decision().cited());
        add(entity.proposal().cited());
        add(entity.action().items());
        add(entity.card().cited());
        for (const std::string& item : entity.handover_note().items()) items.push_back(item);
        return items;
    }

    static bool names_what_was_not_confirmed(const Viewer& viewer, const v1::Spoken& spoken) {
        const auto& heard = spoken.heard();
        const bool confirmed =
            spoken.giver() == viewer.role.value ||
            std::find(heard.begin(), heard.end(), viewer.role.value) != heard.end();
        return !spoken.item().empty() && !confirmed;
    }

    void expect_visible(const Viewer& viewer, const core::State& state, const char* kind,
                        std::uint64_t id) {
        if (id == 0) return;
        ++named;
        if (!project(state, {}, viewer, key(kind, core::EntityId{id})))
            leaked = std::string(kind) + " named to " + view_name(viewer);
    }

    const Session& session_;
    Projector projector_;
    std::vector<Subscriber> subscribers_;
};

struct Heard {
    std::size_t told = 0, named = 0;
    std::string leaked;
};

Heard listen_to(std::uint64_t number, testing::Leak leak) {
    const Session session = random_session(number, acts);
    Cages cages(session, leak);
    Run run(session.scenario, [&](const core::State& after, const core::Record& record) {
        cages.saw(after, record);
    });
    cages.open(run.state(), run.now());
    for (const Step& step : session.steps) run.take(step);
    cages.open(run.state(), run.now());
    return {cages.told, cages.named, cages.leaked};
}

TEST(Canary, reaches_nobody_who_may_not_know_it) {
    std::size_t told = 0, named = 0;
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        const Heard heard = listen_to(number, testing::Leak::none);
        ASSERT_EQ(heard.leaked, "") << "session " << number;
        told += heard.told;
        named += heard.named;
    }
    EXPECT_GT(told, sessions * 50);
    EXPECT_GT(named, sessions / 2);
}

bool is_noticed(testing::Leak leak) {
    for (std::uint64_t number = 1; number <= sessions; ++number)
        if (!listen_to(number, leak).leaked.empty()) return true;
    return false;
}

TEST(PlantedLeak, of_one_field_more_is_noticed_by_the_canaries) {
    EXPECT_TRUE(is_noticed(testing::Leak::one_field_more));
}

TEST(PlantedLeak, of_what_somebody_cites_is_noticed_by_the_canaries) {
    EXPECT_TRUE(is_noticed(testing::Leak::cited_items));
}

TEST(PlantedLeak, of_what_was_said_aloud_is_noticed_by_the_canaries) {
    EXPECT_TRUE(is_noticed(testing::Leak::spoken_item));
}

}  // namespace
}  // namespace casustafel::view
