// Which of the three ways a browser's line takes.
#include "client/net/ways.hpp"

#include <gtest/gtest.h>

namespace casustafel::client_net {
namespace {

constexpr Attempt deaf{}, cut{.heard = true, .lived_ms = 500},
    good{.heard = true, .lived_ms = 60'000};

TEST(Ways, where_nothing_comes_through_the_next_is_tried_at_once) {
    Ways ways;
    EXPECT_TRUE(ways.ended(deaf));
    EXPECT_EQ(ways.way(), Way::stream);
    EXPECT_TRUE(ways.ended(deaf));
    EXPECT_EQ(ways.way(), Way::poll);
}

TEST(Ways, after_all_three_it_waits_and_begins_again) {
    Ways ways;
    ways.ended(deaf);
    ways.ended(deaf);
    EXPECT_FALSE(ways.ended(deaf));
    EXPECT_EQ(ways.way(), Way::socket);
}

TEST(Ways, the_first_two_are_given_up_within_five_seconds) {
    Ways ways;
    std::int64_t spent_ms = ways.patience_ms();
    ways.ended(deaf);
    spent_ms += ways.patience_ms();
    EXPECT_LE(spent_ms, 5'000);
}

TEST(Ways, what_is_cut_twice_soon_after_it_opened_is_given_up) {
    Ways ways;
    EXPECT_FALSE(ways.ended(cut));
    EXPECT_TRUE(ways.ended(cut));
    EXPECT_EQ(ways.way(), Way::stream);
}

TEST(Ways, a_line_that_lived_long_and_was_lost_stays_the_way) {
    Ways ways;
    for (int loss = 0; loss < 5; ++loss) EXPECT_FALSE(ways.ended(good));
    EXPECT_FALSE(ways.ended(cut));
    EXPECT_FALSE(ways.ended(good));
    EXPECT_FALSE(ways.ended(cut)) << "not twice in a row";
    EXPECT_EQ(ways.way(), Way::socket);
}

TEST(Ways, a_network_that_is_gone_for_a_while_does_not_change_a_way_that_worked) {
    Ways ways;
    ways.ended(good);
    for (int attempt = 0; attempt < 5; ++attempt) EXPECT_FALSE(ways.ended(deaf));
    EXPECT_EQ(ways.way(), Way::socket);
    EXPECT_TRUE(ways.ended(deaf)) << "gone for long: another may get through now";
}

TEST(Ways, what_the_server_says_itself_is_no_fault_of_the_way) {
    Ways ways;
    for (int time = 0; time < 9; ++time) EXPECT_FALSE(ways.ended({.told = true}));
    EXPECT_EQ(ways.way(), Way::socket);
}

TEST(Ways, polling_that_is_cut_goes_on_polling) {
    Ways ways(Way::poll);
    for (int time = 0; time < 5; ++time) EXPECT_FALSE(ways.ended(cut));
    EXPECT_EQ(ways.way(), Way::poll);
}

}  // namespace
}  // namespace casustafel::client_net
