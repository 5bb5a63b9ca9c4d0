// The practice case as it is shipped: it reads without a word, into these values.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/core/law/verdict.hpp"
#include "server/scenario/loading/check.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::scenario {
namespace {

using std::filesystem::path;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;

path scenarios() { return path(CASUSTAFEL_SOURCE_DIR) / "scenarios"; }

const core::Scenario& practice() {
    static const Loaded loaded = load_scenario(scenarios() / "oefentafel.yaml", scenarios());
    static const core::Scenario none;
    return loaded.scenario ? *loaded.scenario : none;
}

TEST(PracticeCase, lints_clean_and_so_does_its_rules_pack) {
    const Checked checked = check({scenarios()}, text::Language::en);
    EXPECT_EQ(checked.exit_code, 0) << checked.text;
    EXPECT_NE(checked.text.find("oefentafel.yaml: all is well."), std::string::npos)
        << checked.text;
    EXPECT_NE(checked.text.find("nl-zv-2025.yaml: all is well."), std::string::npos)
        << checked.text;
}

TEST(PracticeCase, reads_into_its_parts_in_the_order_written) {
    const auto& scenario = practice();
    EXPECT_EQ(scenario.id, "oefentafel");
    EXPECT_EQ(scenario.title.en, "Practice table: the kitchen window");
    ASSERT_EQ(scenario.tables.size(), 2u);
    EXPECT_EQ(scenario.tables[0].answer_within_ms, 20 * minute_ms);
    EXPECT_EQ(scenario.tables[1].answer_within_ms, 40 * minute_ms);
    ASSERT_EQ(scenario.roles.size(), 4u);
    EXPECT_EQ(scenario.roles[1].id.value, "POL-Z");
    EXPECT_EQ(scenario.roles[1].organisation.value, "police");
    EXPECT_TRUE(scenario.roles[2].accepts_triage);
    EXPECT_FALSE(scenario.roles[3].accepts_triage);
    EXPECT_EQ(scenario.people[0].age_years, 22);
    EXPECT_EQ(scenario.items.size(), 8u);
    EXPECT_EQ(scenario.meetings.size(), 3u);
    EXPECT_TRUE(scenario.meetings[2].table.empty());
    EXPECT_TRUE(scenario.facts.covenant);
}

TEST(PracticeCase, runs_ten_real_minutes_over_two_rounds_with_a_cut) {
    const auto& scenario = practice();
    ASSERT_EQ(scenario.rounds.size(), 2u);
    ASSERT_EQ(scenario.segments.size(), 2u);
    EXPECT_EQ(scenario.segments[0].from_sim_ms, 9 * hour_ms);
    EXPECT_EQ(scenario.segments[0].to_sim_ms, 10 * hour_ms);
    EXPECT_EQ(scenario.segments[1].from_sim_ms, 13 * hour_ms);
    EXPECT_EQ(scenario.segments[1].round, 1);
    EXPECT_EQ(scenario.segments[0].real_ms + scenario.segments[1].real_ms, 10 * minute_ms);
    EXPECT_EQ(scenario.end_sim_ms(), 14 * hour_ms);
}

TEST(PracticeCase, reads_an_item_exactly) {
    const auto* item = core::find(practice(), core::ItemId{"G04"});
    ASSERT_NE(item, nullptr);
    EXPECT_EQ(item->category, core::Category::domestic_violence);
    EXPECT_EQ(item->sensitivity, 3);
    EXPECT_EQ(item->holders, std::vector{core::RoleId{"VT"}});
    EXPECT_EQ(item->onward, core::Onward::no);
    ASSERT_EQ(item->needs.size(), 2u);
    EXPECT_EQ(item->needs[0].purpose, core::Purpose::charging_decision);
    EXPECT_EQ(item->needs[0].decision.value, "Z1");
    EXPECT_EQ(item->needs[0].min_form, core::Form::conclusion);
    EXPECT_EQ(item->needs[0].by_sim_ms, 13 * hour_ms + 30 * minute_ms);
    EXPECT_EQ(item->needs[0].weight, 3);
    ASSERT_EQ(item->grants.size(), 2u) << "it opts out of the pack's defaults";
    ASSERT_EQ(item->grants[0].when.size(), 1u);
    EXPECT_EQ(item->grants[0].when[0].kind, core::ConditionKind::weighing_recorded);
    ASSERT_EQ(item->never.size(), 1u);
    EXPECT_EQ(item->never[0].severity, 3);
    EXPECT_EQ(item->text.nl.back(), '.') << "a folded text ends without a new line";
}

TEST(PracticeCase, expands_the_defaults_of_the_rules_pack_behind_the_authors_own_grants) {
    const auto* item = core::find(practice(), core::ItemId{"G01"});
    ASSERT_NE(item, nullptr);
    ASSERT_EQ(item->grants.size(), 3u);
    const auto& grant = item->grants[2];
    EXPECT_TRUE(grant.by_default);
    EXPECT_EQ(grant.from, std::vector{core::RoleId{"POL-Z"}});
    EXPECT_EQ(grant.to, (std::vector{core::RoleId{"PRC"}, core::RoleId{"VT"}}));
    EXPECT_EQ(grant.bases, (std::vector{core::BasisId{"WGSZ"}, core::BasisId{"WPG20"}}));
    EXPECT_EQ(grant.max_form, core::Form::summary);
    ASSERT_EQ(grant.when.size(), 1u);
    EXPECT_EQ(grant.when[0].kind, core::ConditionKind::triage_accepted);
}

TEST(PracticeCase, holds_one_assumption_dressed_as_fact_one_temptation_and_one_timed_inject) {
    const auto& scenario = practice();
    const auto& items = scenario.items;
    const auto count = [&](auto which) { return std::count_if(items.begin(), items.end(), which); };
    EXPECT_EQ(count([](const core::Item& item) { return item.truth != core::Truth::true_; }), 1);
    EXPECT_EQ(count([](const core::Item& item) {
                  return item.truth == core::Truth::true_ && item.needs.empty() &&
                         item.grants.empty();
              }),
              1);
    const auto timed =
        std::count_if(scenario.injects.begin(), scenario.injects.end(),
                      [](const core::Inject& inject) { return inject.at_sim_ms.has_value(); });
    EXPECT_EQ(timed, 1);
    EXPECT_EQ(scenario.injects[0].deals, std::vector{core::ItemId{"G05"}});
}

TEST(PracticeCase, makes_each_table_need_what_starts_at_the_other) {
    const auto& scenario = practice();
    int z_to_v = 0, v_to_z = 0;
    for (const auto& item : scenario.items)
        for (const auto& need : item.needs) {
            const auto& from = core::find(scenario, item.holders[0])->table.value;
            const auto& to = core::find(scenario, need.role)->table.value;
            z_to_v += from == "Z" && to == "V";
            v_to_z += from == "V" && to == "Z";
        }
    EXPECT_GE(z_to_v, 4);
    EXPECT_GE(v_to_z, 4);
}

// The moment at which everything lawful can happen: triage accepted, every weighing recorded.
core::State at_its_best(const core::Scenario& scenario) {
    core::State state;
    state.scenario = &scenario;
    state.legal.triage = core::TriageStatus::accepted;
    for (const auto& item : scenario.items)
        for (const auto& holder : item.holders) {
            state.holdings[{holder, item.id}] = {.form = core::Form::source,
                                                 .lawful_form = core::Form::source,
                                                 .breached_form = core::Form::silent,
                                                 .original = true,
                                                 .since_sim_ms = 0,
                                                 .read_at_sim_ms = {},
                                                 .mark = {},
                                                 .share = core::EntityId::none};
            state.legal.weighings[{holder, item.id}] = {"t", "h", "a", "m"};
        }
    return state;
}

TEST(PracticeCase, lets_every_need_be_met_green_at_its_least_form_for_its_own_purpose) {
    const auto& scenario = practice();
    const core::State state = at_its_best(scenario);
    int met = 0;
    for (const auto& item : scenario.items)
        for (const auto& need : item.needs) {
            bool green = false;
            for (const auto& holder : item.holders)
                for (const auto& grant : item.grants)
                    for (const auto& basis : grant.bases)
                        green =
                            green || light(core::judge(state, item,
                                                       {holder, need.purpose, basis, need.min_form},
                                                       need.role)) == core::Light::green;
            EXPECT_TRUE(green) << item.id.value << " to " << need.role.value;
            met += green;
        }
    EXPECT_EQ(met, 13);
}

TEST(PracticeCase, forbids_before_triage_and_weighing_what_is_allowed_after) {
    const auto& scenario = practice();
    core::State state = at_its_best(scenario);
    state.legal = {};
    const auto judged = [&](const char* item, const char* giver, const char* receiver,
                            core::Purpose purpose, const char* basis, core::Form form) {
        return light(core::judge(state, *core::find(scenario, core::ItemId{item}),
                                 {core::RoleId{giver}, purpose, core::BasisId{basis}, form},
                                 core::RoleId{receiver}));
    };
    using core::Form;
    using core::Purpose;
    EXPECT_EQ(judged("G07", "PRC", "OVJ", Purpose::charging_decision, "WGSZ", Form::summary),
              core::Light::red);
    EXPECT_EQ(judged("G04", "VT", "OVJ", Purpose::charging_decision, "WMOVT", Form::conclusion),
              core::Light::red);
    EXPECT_EQ(judged("G04", "VT", "POL-Z", Purpose::acute_safety, "WMOVT", Form::conclusion),
              core::Light::red);
    EXPECT_EQ(judged("G01", "POL-Z", "OVJ", Purpose::charging_decision, "WPG16", Form::facts),
              core::Light::green);
}

TEST(PracticeCase, is_listed_by_id_and_title) {
    const auto listed = list_scenarios(scenarios());
    const auto found = std::find_if(listed.begin(), listed.end(),
                                    [](const Listed& each) { return each.id == "oefentafel"; });
    ASSERT_NE(found, listed.end());
    EXPECT_EQ(found->title.nl, "Oefentafel: het keukenraam");
    EXPECT_EQ(found->file.filename(), "oefentafel.yaml");
}

TEST(PracticeCase, reads_the_same_from_its_texts_alone) {
    const Loaded from_files = load_scenario(scenarios() / "oefentafel.yaml", scenarios());
    const Loaded from_texts = parse_scenario(from_files.scenario_text, from_files.rules_text);
    ASSERT_TRUE(from_texts.scenario);
    EXPECT_EQ(from_texts.scenario->items.size(), from_files.scenario->items.size());
    EXPECT_EQ(from_texts.scenario->rules.bases.size(), from_files.scenario->rules.bases.size());
    EXPECT_EQ(from_texts.scenario->items[6].grants.size(),
              from_files.scenario->items[6].grants.size());
}

}  // namespace
}  // namespace casustafel::scenario
