// The worked example of server/score/README.md §example, digit for digit.
#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "server/score/score.hpp"
#include "tests/support/cases/stage.hpp"

namespace casustafel::score {
namespace {

using namespace support;

core::Scenario worked_example() {
    core::Scenario made = small_case();
    core::Item i1 = item("i1", {"VT"}, 2);
    i1.weight = 3;
    i1.needs = {need("OVJ", 30, 3)};
    core::Item i2 = item("i2", {"POL"}, 1);
    i2.weight = 2;
    i2.needs = {need("PRC", 40, 2)};
    core::Item i3 = item("i3", {"DJI"}, 1);
    i3.weight = 3;
    i3.available_sim_ms = 10 * minute_ms;
    i3.needs = {need("OVJ", 30, 3), need("PRC", 40, 3)};
    core::Item i4 = item("i4", {"GGZ"}, 3);
    i4.weight = 1;
    i4.needs = {need("PRC", 40, 1)};
    i1.grants = i2.grants = i3.grants = {grant({})};
    i4.grants = {grant({"PRC"})};
    made.items = {i1, i2, i3, i4};
    return made;
}

std::string one_decimal(const std::optional<double>& value) {
    if (!value) return "null";
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", *value);
    return text;
}

class WorkedExample : public testing::Test {
protected:
    WorkedExample() {
        Stage stage(scenario_);
        stage.at(15).share("DJI", "i3", {"PRC"}, {.purpose = core::Purpose::care});
        stage.at(20).share("VT", "i1", {"OVJ"});
        stage.at(25).share("GGZ", "i4", {"OVJ"},
                           {.form = core::Form::source, .purpose = core::Purpose::care});
        stage.at(60).share("POL", "i2", {"PRC"});
        log_ = stage.play_out();
        score_ = score(scenario_, log_, {.minimum_opportunities = 0});
    }

    std::string shown(IndicatorId id) const { return one_decimal(team(score_, id).value); }

    core::Scenario scenario_ = worked_example();
    std::vector<core::Record> log_;
    Score score_;
};

TEST_F(WorkedExample, gives_the_numbers_of_the_domain_brief) {
    EXPECT_EQ(shown(IndicatorId::s1), "88.9");
    EXPECT_EQ(shown(IndicatorId::s2), "66.7");
    EXPECT_EQ(shown(IndicatorId::s3), "87.5");
    EXPECT_EQ(shown(IndicatorId::s4), "63.6");
    EXPECT_EQ(shown(IndicatorId::s5), "67.5");
    EXPECT_EQ(shown(IndicatorId::c3), "50.0");
}

TEST_F(WorkedExample, raises_a_flag_for_the_raw_share_of_a_very_sensitive_item) {
    ASSERT_EQ(score_.flags.size(), 1u);
    EXPECT_EQ(score_.flags[0].item.value, "i4");
    EXPECT_EQ(score_.flags[0].giver.value, "GGZ");
    ASSERT_EQ(score_.flags[0].recipients.size(), 1u);
    EXPECT_EQ(score_.flags[0].recipients[0].role.value, "OVJ");
}

TEST_F(WorkedExample, has_too_little_to_say_below_three_opportunities) {
    const Score usual = score(scenario_, log_);
    EXPECT_EQ(team(usual, IndicatorId::s2).opportunities, 5);
    EXPECT_TRUE(team(usual, IndicatorId::s2).value);
    EXPECT_EQ(team(usual, IndicatorId::c1).opportunities, 0);
    EXPECT_FALSE(team(usual, IndicatorId::c1).value);
    EXPECT_FALSE(team(usual, IndicatorId::s6).value);
}

}  // namespace
}  // namespace casustafel::score
