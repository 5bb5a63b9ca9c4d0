// `casustafel check` of folders, and of cases that are in order and that no server would offer.
#include "server/scenario/loading/check.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace casustafel::scenario {
namespace {

using std::filesystem::path;

path sources() { return path(CASUSTAFEL_SOURCE_DIR) / "scenarios"; }

// A folder of its own for each test, gone after it.
class CheckOfFolder : public testing::Test {
protected:
    const path folder_ =
        path(testing::TempDir()) /
        ("casustafel_check_" +
         std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));

    void SetUp() override {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_ / "rules");
        std::filesystem::copy(sources() / "rules" / "nl-zv-2025.yaml", folder_ / "rules");
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void put_case(const std::string& name) const {
        std::filesystem::copy(sources() / "oefentafel.yaml", folder_ / name);
    }
    Checked checked(const path& what) const { return check({what}, text::Language::nl); }
};

bool says(const Checked& checked, const std::string& words) {
    return checked.text.find(words) != std::string::npos;
}

TEST_F(CheckOfFolder, names_a_case_that_does_not_end_in_yaml) {
    put_case("casus.yml");
    for (const auto& what : {folder_, folder_ / "casus.yml"}) {
        const auto said = checked(what);
        EXPECT_EQ(said.exit_code, 1);
        EXPECT_TRUE(says(said, "casus.yml:1:1: fout: De server slaat dit bestand over"))
            << said.text;
    }
}

TEST_F(CheckOfFolder, says_that_there_is_no_case) {
    const path empty = folder_ / "leeg";
    std::filesystem::create_directories(empty);
    const auto said = checked(empty);
    EXPECT_EQ(said.exit_code, 1);
    EXPECT_TRUE(says(said, "In deze map staat geen casus")) << said.text;
}

TEST_F(CheckOfFolder, names_every_case_whose_id_another_has) {
    put_case("een.yaml");
    EXPECT_EQ(checked(folder_).exit_code, 0);
    put_case("twee.yaml");
    const auto said = checked(folder_);
    EXPECT_EQ(said.exit_code, 1);
    EXPECT_TRUE(says(said, "oefentafel heeft ook de casus in twee.yaml")) << said.text;
    EXPECT_TRUE(says(said, "oefentafel heeft ook de casus in een.yaml")) << said.text;
    const auto one = checked(folder_ / "een.yaml");
    EXPECT_EQ(one.exit_code, 0) << "the other was not asked about";
    EXPECT_TRUE(says(one, "let op: De code oefentafel heeft ook de casus in twee.yaml"))
        << one.text;
}

TEST_F(CheckOfFolder, says_once_that_the_rules_pack_is_missing) {
    put_case("een.yaml");
    std::filesystem::remove_all(folder_ / "rules");
    const auto said = checked(folder_);
    EXPECT_TRUE(says(said, "Er is geen regelpakket nl-zv-2025")) << said.text;
    EXPECT_TRUE(says(said, "fouten: 1, aandachtspunten: 0")) << said.text;
}

TEST_F(CheckOfFolder, does_not_blame_a_case_for_a_broken_rules_pack) {
    put_case("een.yaml");
    std::ofstream(folder_ / "rules" / "nl-zv-2025.yaml", std::ios::app) << "  scheef: \"\n";
    const auto said = checked(folder_ / "een.yaml");
    EXPECT_EQ(said.exit_code, 1);
    EXPECT_TRUE(says(said, "nl-zv-2025.yaml:")) << said.text;
    EXPECT_FALSE(says(said, "een.yaml:1")) << said.text;
}

}  // namespace
}  // namespace casustafel::scenario
