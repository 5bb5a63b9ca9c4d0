#include "proto/text_rules/clusters.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "random_text.hpp"

namespace casustafel::text_rules {
namespace {

std::vector<std::size_t> ends_of(std::u32string_view text) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < text.size();) ends.push_back(at = next_cluster(text, at));
    return ends;
}

TEST(Clusters, are_what_somebody_sees_as_one_sign) {
    for (const char* one : {"a", "e\u0301", "🇳🇱", "👍🏽", "👨‍👩‍👧‍👦", "❤️",
                            "1️⃣", "👩🏽‍🚒", "각", "\u1100\u1161\u11A8",
                            "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"}) {
        const std::u32string text = contract::to_characters(one);
        EXPECT_EQ(next_cluster(text, 0), text.size()) << one;
        EXPECT_EQ(previous_cluster(text, text.size()), 0U) << one;
    }
    EXPECT_EQ(ends_of(U"🇳🇱🇧🇪"), (std::vector<std::size_t>{2, 4}));
    EXPECT_EQ(ends_of(U"a\nb"), (std::vector<std::size_t>{1, 2, 3}));
}

// Forward, backward, from inside and in bytes: the same boundaries.
TEST(Clusters, have_the_same_boundaries_from_every_side) {
    for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
        RandomText random(seed);
        const std::string bytes = random.text(20);
        const std::u32string text = contract::to_characters(bytes);
        std::size_t begin = 0, byte = 0;
        for (const std::size_t end : ends_of(text)) {
            for (std::size_t inside = begin + 1; inside <= end; ++inside)
                ASSERT_EQ(previous_cluster(text, inside), begin) << "seed " << seed;
            byte = cluster_end(bytes, byte);
            ASSERT_EQ(contract::count_characters(std::string_view(bytes).substr(0, byte)), end)
                << "seed " << seed;
            begin = end;
        }
        ASSERT_EQ(byte, bytes.size());
    }
}

TEST(Clusters, first_of_a_text_are_whole_and_no_more_than_asked) {
    EXPECT_EQ(first_clusters("ab🇳🇱", 3), "ab");
    EXPECT_EQ(first_clusters("ab🇳🇱", 4), "ab🇳🇱");
    for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
        RandomText random(seed);
        const std::string text = random.text(20);
        const auto first = first_clusters(text, random.below(12));
        ASSERT_TRUE(text.starts_with(first));
        ASSERT_LT(contract::count_characters(first), 12U);
    }
}

}  // namespace
}  // namespace casustafel::text_rules
