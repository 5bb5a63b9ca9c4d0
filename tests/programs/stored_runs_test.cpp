// A good and a poor run of case A as they were once played over the real protocol, stored whole:
// the log must still verify, score the same numbers, and show each role what it saw then. A change
// that breaks an old log, or moves a score, shows here first. After a change that is meant to:
// CASUSTAFEL_REGENERATE=1 writes what is told now.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "house.hpp"

namespace casustafel::programs {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(CASUSTAFEL_SOURCE_DIR) / "tests/golden/runs";

struct StoredRun {
    const char *name, *code;
};

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class StoredRuns : public testing::TestWithParam<StoredRun> {
protected:
    StoredRuns() {
        fs::create_directories(data_);
        fs::copy_file(folder / (std::string(GetParam().name) + ".db"), data_ / "casustafel.db");
    }

    Ended tell(Words words) {
        words.insert(words.begin() + 1, GetParam().code);
        words.insert(words.end(), {"--data", data_.string()});
        return run(words);
    }

    // What is told is what was told when the run was stored.
    void is_as_stored(const std::string& told, const std::string& what) {
        const fs::path file = folder / (std::string(GetParam().name) + "." + what + ".txt");
        if (std::getenv("CASUSTAFEL_REGENERATE") != nullptr)
            std::ofstream(file, std::ios::binary) << told;
        EXPECT_EQ(told, text_of(file)) << file;
    }

    Scratch scratch_;
    fs::path data_ = scratch_ / "data";
};

TEST_P(StoredRuns, verify_score_and_replay_as_they_did) {
    const Ended verified = tell({"replay", "--verify"});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;

    const fs::path page = data_ / "page.html";
    const Ended scored = tell({"report", "--html", page.string()});
    EXPECT_EQ(scored.code, 0) << scored.err;
    is_as_stored(scored.out.substr(0, scored.out.find(page.string())), "score");

    std::string seen;
    for (const char* at : {"D0 10:15", "D1 12:00"})
        for (const char* role : {"OVJ", "VT"})
            seen += tell({"replay", "--at", at, "--as", role}).out;
    is_as_stored(seen, "views");
}

INSTANTIATE_TEST_SUITE_P(CaseA, StoredRuns,
                         testing::Values(StoredRun{"good", "PNXKDC"}, StoredRun{"poor", "JGGXDX"}),
                         [](const auto& stored) { return std::string(stored.param.name); });

}  // namespace
}  // namespace casustafel::programs
