// The simulator: whole installations under many seeds, with everything going wrong, and the proof
// that its oracle can fail. CASUSTAFEL_SEEDS says how many (200), CASUSTAFEL_SEED runs one.
#include <gtest/gtest.h>

#include <cstdlib>

#include "server/codec/record.hpp"
#include "world.hpp"

namespace casustafel::simulation {
namespace {

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

void complain(std::uint64_t seed, const std::vector<std::string>& complaints) {
    for (const std::string& complaint : complaints)
        ADD_FAILURE() << "seed " << seed << ": " << complaint;
    std::printf("again: CASUSTAFEL_SEED=%llu ./build/dev/bin/test_session --gtest_filter='%s'\n",
                static_cast<unsigned long long>(seed), "Simulator.tells_nobody_what_is_not_so");
}

World::Counts sum(World::Counts total, const World::Counts& more) {
    total.crashes += more.crashes;
    total.crashes_in_a_swap += more.crashes_in_a_swap;
    total.swaps += more.swaps;
    total.cuts += more.cuts;
    total.holds += more.holds;
    total.doubled += more.doubled;
    total.acts += more.acts;
    total.reentries += more.reentries;
    total.too_slow += more.too_slow;
    return total;
}

// The whole log, for who looks into one seed.
void tell(World& world) {
    for (const std::string& bytes : world.log_bytes()) {
        std::printf("%s\n", codec::record_as_json(*codec::decode_record(bytes)).c_str());
    }
}

TEST(Simulator, tells_nobody_what_is_not_so) {
    const std::uint64_t only = number_from("CASUSTAFEL_SEED", 0);
    const std::uint64_t first = only != 0 ? only : 1;
    const std::uint64_t last = only != 0 ? only : number_from("CASUSTAFEL_SEEDS", 200);
    World::Counts total;
    for (std::uint64_t seed = first; seed <= last; ++seed) {
        World world(seed);
        const auto complaints = world.run();
        if (!complaints.empty() && only != 0) tell(world);
        if (!complaints.empty()) return complain(seed, complaints);
        total = sum(total, world.counts());
    }
    if (last - first < 100) return;
    // What never happened was not tested.
    EXPECT_GT(total.crashes, 0);
    EXPECT_GT(total.crashes_in_a_swap, 0);
    EXPECT_GT(total.swaps, 0);
    EXPECT_GT(total.cuts, 0);
    EXPECT_GT(total.holds, 0);
    EXPECT_GT(total.acts, 0);
    EXPECT_GT(total.doubled, 0);
    EXPECT_GT(total.reentries, 0);
    EXPECT_GT(total.too_slow, 0u);
}

TEST(Simulator, plays_the_same_world_from_the_same_seed) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        World once(seed), again(seed);
        once.run();
        again.run();
        EXPECT_EQ(once.log_bytes(), again.log_bytes()) << "seed " << seed;
    }
}

// Planted faults.

class PlantedFault : public testing::Test {
protected:
    static constexpr std::uint64_t tries = 20;

    // Of so many worlds with this fault, in how many somebody noticed.
    static std::uint64_t noticed(Faults faults) {
        std::uint64_t count = 0;
        for (std::uint64_t seed = 1; seed <= tries; ++seed) {
            World world(seed, faults);
            count += !world.run().empty();
        }
        return count;
    }
};

TEST_F(PlantedFault, is_noticed_when_frames_leave_before_the_disk_has_them) {
    EXPECT_GT(noticed({.lie = Lie::none, .answers_before_the_disk = true}), tries / 4);
}

TEST_F(PlantedFault, is_noticed_when_a_message_disappears) {
    EXPECT_GT(noticed({.lie = Lie::lost_message}), tries / 2);
}

TEST_F(PlantedFault, is_noticed_when_two_messages_change_places) {
    // Many swaps change nothing anybody could see; some must be seen.
    EXPECT_GT(noticed({.lie = Lie::swapped_messages}), tries / 8);
}

}  // namespace
}  // namespace casustafel::simulation
