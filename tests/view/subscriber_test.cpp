// What is sent and what is not: a clock that goes on is no news, what goes out of sight is said
// once, and pieces of different views concatenate to one batch.
#include "server/view/subscriber.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "casustafel/v1/envelope.pb.h"
#include "small_table.hpp"

namespace casustafel::view {
namespace {

struct Sending : ::testing::Test {
    SmallTable table;
    Projector projector;
    std::size_t seen = 0;

    std::string snapshot(Subscriber& subscriber) {
        seen = table.play.log().size();
        return subscriber.snapshot(projector, table.play.state(), table.play.now());
    }
    // The patch for the one record made since; nothing when there is none.
    std::optional<v1::ViewPatch> patch(Subscriber& subscriber) {
        EXPECT_EQ(table.play.log().size(), seen + 1);
        projector.advance(table.play.state(), table.play.log().at(seen));
        const auto bytes = subscriber.patch(projector, table.play.state());
        if (!bytes) return std::nullopt;
        v1::ServerBatch batch;
        EXPECT_TRUE(batch.ParseFromString(*bytes));
        return batch.frames(0).view();
    }
};

TEST_F(Sending, says_nothing_when_nothing_changed_for_the_viewer_although_time_went_on) {
    table.start();
    Subscriber at_won(role_viewer(won), "role:WON");
    snapshot(at_won);
    table.play.pass(5'000);
    table.share(core::Form::summary, {ovj});
    EXPECT_FALSE(patch(at_won));
}

TEST_F(Sending, names_the_view_and_sends_only_what_differs) {
    table.start();
    Subscriber at_ovj(role_viewer(ovj), "as:OVJ");
    snapshot(at_ovj);
    const core::EntityId id = table.share(core::Form::summary, {ovj});
    const auto sent = patch(at_ovj);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->view(), "as:OVJ");
    EXPECT_FALSE(sent->snapshot());
    ASSERT_EQ(sent->entities_size(), 2);
    EXPECT_EQ(sent->entities(0).key(), "item:A01");
    EXPECT_EQ(sent->entities(1).key(), key("share", id));
}

TEST_F(Sending, says_once_that_something_is_gone) {
    Subscriber at_seat(seat_viewer(), "seat");
    const auto joined = table.play.must(support::newcomer(), core::JoinSession{});
    snapshot(at_seat);
    const auto who = std::get<core::ParticipantJoined>(joined.front()).participant;
    table.play.must(support::participant(who), core::LeaveSession{});
    const auto sent = patch(at_seat);
    ASSERT_TRUE(sent);
    ASSERT_EQ(sent->gone_size(), 1);
    EXPECT_EQ(sent->gone(0), "participant:4");
    EXPECT_EQ(sent->entities_size(), 0);
    projector.advance(table.play.state(), table.play.log().back());
    EXPECT_FALSE(at_seat.patch(projector, table.play.state()));
}

TEST_F(Sending, tells_the_time_it_is_in_a_snapshot_and_in_a_change_of_the_clock) {
    table.start();
    Subscriber at_seat(seat_viewer(), "seat");
    table.play.pass(1'000);
    v1::ServerBatch batch;
    batch.ParseFromString(snapshot(at_seat));
    constexpr std::int64_t nine_ms = 9 * 3'600'000;
    EXPECT_EQ(batch.frames(0).view().entities(0).session().sim_ms(), nine_ms + 8'000);
    table.play.pass(1'000);
    table.play.must(support::trainer(), core::PauseSession{});
    const auto sent = patch(at_seat);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->entities(0).session().sim_ms(), nine_ms + 16'000);
    EXPECT_FALSE(sent->entities(0).session().running());
}

TEST_F(Sending, says_again_how_long_an_inject_can_be_taken_back_when_the_clock_is_stopped) {
    table.start();
    table.play.must(support::trainer(), core::FireInject{storm});
    Subscriber at_trainer(trainer_viewer(), "trainer");
    snapshot(at_trainer);
    table.play.pass(4'000);
    table.play.must(support::trainer(), core::PauseSession{});
    const auto sent = patch(at_trainer);
    ASSERT_TRUE(sent);
    ASSERT_EQ(sent->entities_size(), 2);
    EXPECT_EQ(sent->entities(1).inject_control().effective_in_ms(), 6'000);
}

TEST_F(Sending, tells_everybody_the_time_again_after_a_recovery) {
    table.start();
    Subscriber at_seat(seat_viewer(), "seat");
    snapshot(at_seat);
    table.play.pass(1'000);
    table.play.must(support::host(), core::NoteRecovery{});
    const auto sent = patch(at_seat);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->entities(0).session().sim_ms(), 9 * 3'600'000 + 8'000);
}

TEST_F(Sending, brings_the_case_into_sight_when_the_lobby_is_over_also_without_a_start) {
    Subscriber at_won(role_viewer(won), "role:WON");
    snapshot(at_won);
    table.play.must(support::trainer(), core::EndSession{});
    const auto sent = patch(at_won);
    ASSERT_TRUE(sent);
    const auto& entities = sent->entities();
    EXPECT_TRUE(std::any_of(entities.begin(), entities.end(),
                            [](const v1::Entity& each) { return each.key() == "person:MIRJAM"; }));
}

TEST_F(Sending, gives_pieces_that_concatenate_to_one_batch) {
    Subscriber at_pol(role_viewer(pol), "role:POL"), at_trainer(trainer_viewer(), "trainer");
    const std::string both = snapshot(at_pol) + snapshot(at_trainer) + view_closed("seat");
    v1::ServerBatch batch;
    ASSERT_TRUE(batch.ParseFromString(both));
    ASSERT_EQ(batch.frames_size(), 3);
    EXPECT_EQ(batch.frames(0).view().view(), "role:POL");
    EXPECT_TRUE(batch.frames(1).view().snapshot());
    EXPECT_EQ(batch.frames(2).view_closed().view(), "seat");
    EXPECT_EQ(batch.SerializeAsString(), both) << "as protobuf itself would have written it";
}

}  // namespace
}  // namespace casustafel::view
