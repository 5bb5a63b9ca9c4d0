// C3, C4, the headings, ranges, and that scores cannot be bought.
#include <cmath>

#include "numbers.hpp"

namespace casustafel::score {
namespace {

// Items crossing both ways: VT and DJI have what OVJ and POL need, and the other way round.
core::Scenario exchange() {
    const auto crossing = [](const char* id, const char* holder, const char* needer) {
        core::Item made = item(id, {holder}, 2);
        made.needs = {need(needer, 100)};
        made.grants = {grant({needer}, Form::summary)};
        return made;
    };
    return case_with({crossing("a", "VT", "OVJ"), crossing("b", "DJI", "POL"),
                      crossing("c", "OVJ", "VT"), crossing("d", "POL", "DJI"),
                      crossing("e", "GGZ", "PRC")});
}

TEST(Bridge, is_no_bridge_when_traffic_goes_one_way) {
    const auto scenario = exchange();
    Stage stage(scenario);
    stage.at(10).share("VT", "a", {"OVJ"});
    stage.share("DJI", "b", {"POL"});
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_DOUBLE_EQ(number(found, IndicatorId::c3), 0);
    EXPECT_DOUBLE_EQ(of_table(found, IndicatorId::c3, "V").value.value(), 100);
    EXPECT_DOUBLE_EQ(of_table(found, IndicatorId::c3, "Z").value.value(), 0);
    EXPECT_EQ(team(found, IndicatorId::c3).opportunities, 4);
}

TEST(Bridge, is_the_geometric_mean_of_both_directions) {
    const auto scenario = exchange();
    Stage stage(scenario);
    stage.at(10).share("VT", "a", {"OVJ"});
    stage.share("DJI", "b", {"POL"});
    stage.share("OVJ", "c", {"VT"});
    EXPECT_NEAR(number(scenario, stage.play_out(), IndicatorId::c3), 70.7107, 0.0001);
}

TEST(Bridge, has_nothing_to_say_when_one_direction_has_no_needs) {
    const auto scenario =
        case_with({needed_by_ovj("i1"), needed_by_ovj("i2"), needed_by_ovj("i3")});
    Stage stage(scenario);
    EXPECT_EQ(number(scenario, stage.play_out(), IndicatorId::c3), -1);
}

TEST(Reciprocity, asks_of_each_role_both_to_give_and_to_get) {
    const auto scenario = exchange();
    Stage stage(scenario);
    stage.at(10).share("VT", "a", {"OVJ"});
    stage.share("OVJ", "c", {"VT"});
    stage.share("DJI", "b", {"POL"});
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(team(found, IndicatorId::c4).opportunities, 4);
    EXPECT_DOUBLE_EQ(number(found, IndicatorId::c4), 50);
}

// Shares what everybody needs, as it should.
void share_everything_rightly(Stage& stage) {
    stage.share("VT", "a", {"OVJ"});
    stage.share("DJI", "b", {"POL"});
    stage.share("OVJ", "c", {"VT"});
    stage.share("POL", "d", {"DJI"});
    stage.share("GGZ", "e", {"PRC"});
}

void dump_everything(Stage& stage) {
    const Terms raw{.form = Form::source};
    stage.share("VT", "a", {"OVJ", "POL", "DJI", "GGZ", "PRC"}, raw);
    stage.share("DJI", "b", {"OVJ", "POL", "VT", "GGZ", "PRC"}, raw);
    stage.share("OVJ", "c", {"POL", "VT", "DJI", "GGZ", "PRC"}, raw);
    stage.share("POL", "d", {"OVJ", "VT", "DJI", "GGZ", "PRC"}, raw);
    stage.share("GGZ", "e", {"OVJ", "POL", "VT", "DJI", "PRC"}, raw);
}

TEST(Gaming, dumping_everything_earns_no_extra_reach_and_costs_care) {
    const auto scenario = exchange();
    Stage careful(scenario), flooder(scenario);
    share_everything_rightly(careful.at(10));
    dump_everything(flooder.at(10));
    const Score right = all_numbers(scenario, careful.play_out());
    const Score dumped = all_numbers(scenario, flooder.play_out());
    EXPECT_LE(number(dumped, IndicatorId::s1), number(right, IndicatorId::s1));
    EXPECT_LT(number(dumped, IndicatorId::s4), 30);
    EXPECT_LT(number(dumped, IndicatorId::s5), 30);
    EXPECT_DOUBLE_EQ(right.headings.sharing.value.value(), 100);
    EXPECT_LT(dumped.headings.sharing.value.value(), 60);
}

TEST(Gaming, sharing_nothing_scores_nothing_rather_than_careful) {
    const auto scenario = exchange();
    Stage stage(scenario);
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_FALSE(found.headings.careful);
    EXPECT_DOUBLE_EQ(found.headings.sharing.value.value(), 0);
}

TEST(Headings, leave_out_cooperation_until_four_indicators_have_a_value) {
    const auto scenario = exchange();
    Stage stage(scenario);
    EXPECT_FALSE(score(scenario, stage.log()).headings.cooperation.value);
    stage.at(10).ask("OVJ", {"VT"});
    share_everything_rightly(stage);
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_DOUBLE_EQ(found.headings.cooperation.value.value(),
                     (2 * number(found, IndicatorId::c1) + 2 * number(found, IndicatorId::c2) +
                      3 * number(found, IndicatorId::c3) + 1 * number(found, IndicatorId::c4)) /
                         8);
}

TEST(Headings, punish_three_perfect_shares_in_an_otherwise_silent_session) {
    const auto scenario = exchange();
    Stage stage(scenario);
    stage.at(10).share("VT", "a", {"OVJ"});
    const Headings found = all_numbers(scenario, stage.play_out()).headings;
    EXPECT_DOUBLE_EQ(*found.arrived, (3 * 20 + 3 * 20 + 2 * 20) / 8.0);
    EXPECT_DOUBLE_EQ(*found.careful, 100);
    EXPECT_DOUBLE_EQ(*found.sharing.value, std::sqrt(*found.arrived * *found.careful));
}

TEST(Ranges, span_what_each_single_event_makes_of_the_number) {
    const auto scenario = exchange();
    Stage stage(scenario);
    share_everything_rightly(stage.at(10));
    const Score found = score(scenario, stage.play_out());
    const Range range = team(found, IndicatorId::s2).range.value();
    EXPECT_DOUBLE_EQ(range.low, 80);
    EXPECT_DOUBLE_EQ(range.high, 100);
    EXPECT_FALSE(range.sampled);
    EXPECT_LT(found.headings.sharing.range->low, 100);
}

TEST(Ranges, say_so_when_there_are_too_many_events_to_try_each) {
    const auto scenario = exchange();
    Stage stage(scenario);
    share_everything_rightly(stage.at(10));
    for (int times = 0; times < 200; ++times) {
        stage.mark("VT", "a", core::Mark::assumption);
        stage.mark("VT", "a", core::Mark::fact);
    }
    EXPECT_TRUE(team(score(scenario, stage.play_out()), IndicatorId::s2).range.value().sampled);
}

TEST(Score, is_the_same_twice_and_points_into_the_log) {
    const auto scenario = exchange();
    Stage stage(scenario);
    stage.at(10).ask("OVJ", {"VT"});
    dump_everything(stage);
    const auto& log = stage.play_out();
    const Score one = score(scenario, log), other = score(scenario, log);
    for (std::size_t at = 0; at < indicator_count; ++at) {
        EXPECT_EQ(one.team[at].value, other.team[at].value);
        for (const Evidence& evidence : one.team[at].evidence) {
            for (const std::uint64_t seq : evidence.seqs) EXPECT_LE(seq, log.size());
        }
    }
}

TEST(Bands, go_by_the_number_that_is_shown) {
    EXPECT_EQ(band(39.4), Band::chance);
    EXPECT_EQ(band(39.5), Band::underway);
    EXPECT_EQ(band(69.5), Band::strong);
    EXPECT_EQ(shown(66.5), 67);
}

}  // namespace
}  // namespace casustafel::score
