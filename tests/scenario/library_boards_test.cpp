// The boards of the library stand in a full case as they are written, and a case needs nothing else
// for them.
#include <gtest/gtest.h>

#include "server/scenario/loading/load.hpp"
#include "tests/support/core/with_boards.hpp"

namespace casustafel::scenario {
namespace {

Loaded with_boards() {
    const auto folder = std::filesystem::path(CASUSTAFEL_SOURCE_DIR) / "scenarios";
    const std::string file = testing::TempDir() + "library-boards.yaml";
    support::write_five_meetings_with_boards(file, folder);
    return load_scenario(file, folder);
}

TEST(LibraryBoards, are_read_without_an_error_in_a_full_case) {
    const Loaded loaded = with_boards();
    for (const Diagnostic& each : loaded.diagnostics)
        EXPECT_NE(each.severity, Severity::error) << print(each, "", text::Language::en);
    ASSERT_TRUE(loaded.scenario);
    EXPECT_EQ(loaded.scenario->boards.size(), 6u);
    EXPECT_EQ(loaded.scenario->plan->fields.size(), 5u);
}

TEST(LibraryBoards, ask_of_a_phenomenon_facts_of_two_organisations) {
    const Loaded loaded = with_boards();
    const auto* scan = core::find(*loaded.scenario, core::BoardId{"QUICKSCAN"});
    ASSERT_NE(scan, nullptr);
    const auto* phenomena = core::find(*scan, core::ColumnId{"FENOMENEN"});
    ASSERT_NE(phenomena, nullptr);
    EXPECT_EQ(phenomena->cites, 2);
    EXPECT_EQ(phenomena->organisations, 2);
    EXPECT_TRUE(phenomena->facts_only);
    const auto* pins = core::find(*loaded.scenario, core::BoardId{"SIGNAALBORD"});
    EXPECT_EQ(pins->columns.front().pattern->tags, 3);
    EXPECT_EQ(pins->columns.front().pattern->seats, 4);
}

}  // namespace
}  // namespace casustafel::scenario
