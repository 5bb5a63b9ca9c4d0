// Standing still: why, for whom, and what must come about before a session goes on.
#include "server/hosting/session/hold.hpp"

#include <gtest/gtest.h>

#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {
namespace {

constexpr core::ParticipantId anke{1}, bram{2};

TEST(HoldTest, waits_for_those_who_are_not_back) {
    Hold hold;
    hold.wait_for({anke, bram});
    EXPECT_TRUE(hold.held());
    EXPECT_EQ(hold.missing({anke}), Participants{bram});
    EXPECT_EQ(hold.frame({bram}).held().reason(), "recovering");
    EXPECT_EQ(hold.frame({bram}).held().missing(0), 2u);
    EXPECT_TRUE(hold.missing({anke, bram}).empty());
    hold.release();
    EXPECT_FALSE(hold.held());
    EXPECT_EQ(hold.frame({}).held().reason(), "");
}

TEST(HoldTest, does_not_wait_for_who_signs_out_and_says_so_when_it_is_over) {
    Hold hold;
    hold.wait_for({anke, bram});
    hold.sign_out(bram);
    EXPECT_EQ(hold.missing({}), Participants{anke});
    EXPECT_FALSE(hold.waits_for(bram));
    EXPECT_EQ(hold.release(), Participants{bram});
    EXPECT_TRUE(hold.release().empty());
}

TEST(HoldTest, looks_for_room_again_after_a_while) {
    Hold hold;
    EXPECT_FALSE(hold.look_for_room(0));
    hold.storage_failed(1'000);
    EXPECT_FALSE(hold.look_for_room(1'000));
    const std::int64_t then = 1'000 + limits::probe_storage_every_ms;
    EXPECT_EQ(hold.look_for_room_at_ms(), then);
    EXPECT_TRUE(hold.look_for_room(then));
    EXPECT_FALSE(hold.look_for_room(then + 1));
    EXPECT_EQ(hold.frame({}).held().reason(), "storage");
}

TEST(HoldTest, waits_for_people_again_when_the_disk_failed_while_it_did) {
    Hold hold;
    hold.wait_for({anke});
    hold.storage_failed(0);
    EXPECT_FALSE(hold.waits_for(anke));
    EXPECT_TRUE(hold.waits_afterwards());
    EXPECT_FALSE(hold.waits_afterwards());
}

TEST(HoldTest, goes_on_at_once_when_the_disk_failed_during_play) {
    Hold hold;
    hold.storage_failed(0);
    EXPECT_FALSE(hold.waits_afterwards());
}

}  // namespace
}  // namespace casustafel::hosting
