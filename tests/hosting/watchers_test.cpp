// Those who watch: which views each holds, who comes in another's place, and who waits for the
// clock; without a session around them.
#include "server/hosting/session/watchers.hpp"

#include <gtest/gtest.h>

#include "server/core/rules/decide.hpp"
#include "server/rehearsal/local_network.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

class WatchersTest : public testing::Test {
protected:
    std::vector<std::string> views(ConnectionId connection) {
        std::vector<std::string> names;
        for (const auto& [name, view] : watchers.find(connection)->views) names.push_back(name);
        return names;
    }
    Watcher& somebody(ConnectionId connection) {
        watchers.start_afresh(connection);
        return *watchers.find(connection);
    }

    core::Scenario scenario = support::hosted_case();
    core::State state = core::initial(scenario);
    rehearsal::LocalNetwork network;
    ConnectionId one = network.open(), two = network.open();
    Gate gate{network};
    Watchers watchers{network, gate};
    Moment now{&state, {}, 0};
};

TEST_F(WatchersTest, hold_the_view_of_the_lobby_until_they_are_more) {
    Watcher& watcher = somebody(one);
    watchers.settle_views(one, watcher, now);
    ASSERT_EQ(views(one).size(), 1u);
    const std::string lobby = views(one)[0];
    EXPECT_NE(network.take(one), "");
    watcher.trainer = true;
    watchers.settle_views(one, watcher, now);
    EXPECT_EQ(views(one).size(), 1u);
    EXPECT_NE(views(one)[0], lobby);
}

TEST_F(WatchersTest, hold_no_view_while_nobody_knows_what_is_durable) {
    Watcher& watcher = somebody(one);
    watchers.settle_views(one, watcher, now);
    watchers.settle_views(one, watcher, {nullptr, {}, 0});
    EXPECT_TRUE(views(one).empty());
}

TEST_F(WatchersTest, look_through_a_few_roles_and_the_oldest_goes) {
    Watcher& trainer = somebody(one);
    trainer.trainer = true;
    for (const char* role : {"OVJ", "POL", "VT", "DJI", "GGZ"})
        watchers.look_through(one, trainer, core::RoleId{role}, now);
    EXPECT_EQ(trainer.looked_through.size(), 4u);
    EXPECT_EQ(trainer.looked_through.front().value, "POL");
    watchers.stop_looking_through(one, trainer, "", now);
    EXPECT_TRUE(trainer.looked_through.empty());
}

TEST_F(WatchersTest, close_the_older_connection_of_the_same_person) {
    somebody(one).participant = core::ParticipantId{7};
    somebody(two).participant = core::ParticipantId{7};
    watchers.supersede(core::ParticipantId{7}, two, 0);
    EXPECT_EQ(watchers.find(one), nullptr);
    EXPECT_EQ(network.close_reason(one), CloseReason::superseded);
    EXPECT_TRUE(watchers.is_here(core::ParticipantId{7}));
    EXPECT_EQ(watchers.leave(two).participant, core::ParticipantId{7});
    EXPECT_FALSE(watchers.is_here(core::ParticipantId{7}));
}

TEST_F(WatchersTest, are_woken_once_when_the_time_they_wait_for_has_come) {
    Watcher& watcher = somebody(one);
    watcher.participant = core::ParticipantId{1};
    watcher.stand_by.emplace().set_until_sim_ms(5'000);
    watchers.wake(4'999, 0);
    EXPECT_EQ(network.take(one), "");
    watchers.wake(5'000, 0);
    EXPECT_NE(network.take(one), "");
    EXPECT_FALSE(watcher.stand_by);
}

}  // namespace
}  // namespace casustafel::hosting
