// Every case in scenarios/, as it is shipped: readable without an error, complete in both languages
// (what misses is warned of), and such that whoever acts lawfully can meet every need.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "server/core/law/verdict.hpp"
#include "server/scenario/loading/check.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::scenario {
namespace {

using std::filesystem::path;

path scenarios() { return path(CASUSTAFEL_SOURCE_DIR) / "scenarios"; }

std::vector<path> shipped() {
    std::vector<path> files;
    for (const auto& each : std::filesystem::directory_iterator(scenarios()))
        if (each.path().extension() == ".yaml") files.push_back(each.path());
    std::sort(files.begin(), files.end());
    return files;
}

class ShippedCase : public testing::TestWithParam<path> {
protected:
    const Loaded loaded_ = load_scenario(GetParam(), scenarios());
    const core::Scenario& scenario() const { return *loaded_.scenario; }
    void SetUp() override { ASSERT_TRUE(loaded_.scenario) << GetParam(); }
};

TEST_P(ShippedCase, reads_without_an_error_and_warns_only_of_roles_with_few_items) {
    for (const auto& each : loaded_.diagnostics)
        EXPECT_EQ(each.message.key, text::Key::diagnostic_role_with_few_items)
            << print(each, loaded_.scenario_text, text::Language::en);
    EXPECT_FALSE(has_error(loaded_.diagnostics));
}

// The moment at which everything lawful can happen: triage accepted, every weighing recorded.
core::State at_its_best(const core::Scenario& scenario) {
    core::State state;
    state.scenario = &scenario;
    state.legal.triage = core::TriageStatus::accepted;
    for (const auto& item : scenario.items)
        for (const auto& holder : item.holders) {
            core::Holding& held = state.holdings[{holder, item.id}];
            held.form = held.lawful_form = core::Form::source;
            held.original = true;
            state.legal.weighings[{holder, item.id}] = {"t", "h", "a", "m"};
        }
    return state;
}

bool can_be_green(const core::State& state, const core::Item& item, const core::Need& need) {
    const auto green = [&](const core::RoleId& holder, const core::BasisId& basis) {
        return light(core::judge(state, item, {holder, need.purpose, basis, need.min_form},
                                 need.role)) == core::Light::green;
    };
    return std::any_of(item.holders.begin(), item.holders.end(), [&](const auto& holder) {
        const auto& bases = state.scenario->rules.bases;
        return std::any_of(bases.begin(), bases.end(),
                           [&](const auto& basis) { return green(holder, basis.id); });
    });
}

TEST_P(ShippedCase, has_of_every_basis_its_source_and_the_day_it_was_read) {
    for (const core::Basis& basis : scenario().rules.bases) {
        EXPECT_FALSE(basis.source.empty()) << basis.id.value;
        EXPECT_EQ(basis.dated.size(), 10U) << basis.id.value;
        EXPECT_FALSE(basis.confirmed) << "no jurist looked yet: " << basis.id.value;
    }
}

TEST_P(ShippedCase, lets_every_need_be_met_green_in_its_least_form_for_its_own_purpose) {
    const core::State state = at_its_best(scenario());
    for (const auto& item : scenario().items)
        for (const auto& need : item.needs)
            EXPECT_TRUE(can_be_green(state, item, need))
                << item.id.value << " to " << need.role.value;
}

TEST_P(ShippedCase, has_no_need_that_a_covenant_alone_would_justify) {
    const core::State state = at_its_best(scenario());
    for (const auto& item : scenario().items)
        for (const auto& need : item.needs)
            for (const auto& holder : item.holders)
                EXPECT_NE(
                    light(core::judge(state, item,
                                      {holder, need.purpose, core::BasisId{"CONV"}, need.min_form},
                                      need.role)),
                    core::Light::green)
                    << item.id.value << " to " << need.role.value;
}

INSTANTIATE_TEST_SUITE_P(scenarios, ShippedCase, testing::ValuesIn(shipped()),
                         [](const auto& tested) {
                             std::string name = tested.param.stem().string();
                             std::replace_if(
                                 name.begin(), name.end(),
                                 [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
                             return name;
                         });

// "Vijf overleggen, vier mensen": what the case is about.
class FiveMeetings : public testing::Test {
protected:
    static const core::Scenario& scenario() {
        static const Loaded loaded =
            load_scenario(scenarios() / "vijf-overleggen.yaml", scenarios());
        return loaded.scenario.value();
    }
    static const core::Item& item(const char* id) {
        return *core::find(scenario(), core::ItemId{id});
    }
    static core::Verdict judged(const core::State& state, const char* id, const char* giver,
                                const char* receiver, core::Purpose purpose, const char* basis,
                                core::Form form) {
        return core::judge(state, item(id),
                           {core::RoleId{giver}, purpose, core::BasisId{basis}, form},
                           core::RoleId{receiver});
    }
};

using core::Form;
using core::Light;
using core::Purpose;

TEST_F(FiveMeetings, seats_five_roles_at_one_table_and_sixteen_at_the_other) {
    const auto at = [&](const char* table) {
        return std::count_if(scenario().roles.begin(), scenario().roles.end(),
                             [&](const auto& role) { return role.table.value == table; });
    };
    EXPECT_EQ(at("Z"), 5);
    EXPECT_EQ(at("V"), 16);
    EXPECT_EQ(scenario().meetings.size(), 6u);
}

TEST_F(FiveMeetings, plays_four_rounds_of_a_hundred_and_forty_minutes_over_two_weeks) {
    EXPECT_EQ(scenario().rounds.size(), 4u);
    std::int64_t real_ms = 0;
    for (const auto& segment : scenario().segments) real_ms += segment.real_ms;
    EXPECT_EQ(real_ms, 140 * 60'000);
    EXPECT_EQ(scenario().end_sim_ms(), (14 * 24 + 16) * 3'600'000LL);
}

TEST_F(FiveMeetings, keeps_the_address_of_the_victim_from_the_whole_other_table) {
    const core::State state = at_its_best(scenario());
    for (const auto& role : scenario().roles) {
        if (role.table.value != "V") continue;
        const auto verdict = judged(state, "A26a", "SHN-Z", role.id.value.c_str(),
                                    Purpose::person_centred_approach, "WGSZ", Form::conclusion);
        EXPECT_EQ(light(verdict), Light::red) << role.id.value;
        EXPECT_EQ(verdict.severity, 3) << role.id.value;
    }
}

TEST_F(FiveMeetings,
       lets_the_prosecutor_read_the_raw_message_and_the_other_table_only_what_it_means) {
    const core::State state = at_its_best(scenario());
    EXPECT_EQ(light(judged(state, "A05", "POL-Z", "OVJ", Purpose::charging_decision, "WPG16",
                           Form::source)),
              Light::green);
    EXPECT_EQ(light(judged(state, "A05", "POL-Z", "VT", Purpose::acute_safety, "WPG18",
                           Form::conclusion)),
              Light::green);
    EXPECT_EQ(
        light(judged(state, "A05", "POL-Z", "VT", Purpose::acute_safety, "WPG18", Form::source)),
        Light::red);
    EXPECT_EQ(light(judged(state, "A05", "POL-Z", "PRC", Purpose::person_centred_approach, "WGSZ",
                           Form::conclusion)),
              Light::red);
}

TEST_F(FiveMeetings, crosses_a_red_line_only_from_the_form_at_which_it_begins) {
    const core::State state = at_its_best(scenario());
    const auto at = [&](const char* id, const char* giver, const char* receiver, Purpose purpose,
                        const char* basis, Form form) {
        return judged(state, id, giver, receiver, purpose, basis, form);
    };
    const auto lined = [](const core::Verdict& verdict) {
        return verdict.labels == std::vector{core::Label::red_line} && verdict.severity == 3;
    };
    EXPECT_EQ(light(at("A11", "GGZ", "CAS", Purpose::care, "WGBO", Form::conclusion)),
              Light::green);
    EXPECT_FALSE(lined(at("A11", "GGZ", "CAS", Purpose::care, "WGBO", Form::summary)));
    EXPECT_TRUE(lined(at("A11", "GGZ", "CAS", Purpose::care, "WGBO", Form::facts)));
    EXPECT_TRUE(lined(at("A05", "POL-Z", "VT", Purpose::acute_safety, "WPG18", Form::facts)));
    EXPECT_TRUE(lined(at("A20", "SHN-Z", "POL-V", Purpose::public_order, "SV51", Form::facts)));
    EXPECT_EQ(light(at("A20", "SHN-Z", "POL-V", Purpose::public_order, "SV51", Form::conclusion)),
              Light::green);
}

TEST_F(FiveMeetings,
       asks_a_recorded_weighing_before_the_gravest_signal_leaves_the_consulting_room) {
    core::State state = at_its_best(scenario());
    const auto told = [&] {
        return light(
            judged(state, "A12", "GGZ", "VT", Purpose::acute_safety, "WMO526", Form::summary));
    };
    EXPECT_EQ(told(), Light::green);
    state.legal.weighings.clear();
    EXPECT_EQ(told(), Light::red);
}

TEST_F(FiveMeetings, keeps_rent_arrears_out_of_the_meeting_on_youth_groups_only) {
    core::State state = at_its_best(scenario());
    const auto told = [&] {
        return light(judged(state, "A16", "WON", "POL-V", Purpose::person_centred_approach, "WGSZ",
                            Form::conclusion));
    };
    EXPECT_EQ(told(), Light::amber) << "lawful, but who needs it?";
    state.present[core::MeetingId{"O3"}].insert(core::RoleId{"POL-V"});
    EXPECT_EQ(told(), Light::red);
}

TEST_F(FiveMeetings, makes_vital_interest_a_basis_only_when_there_is_acute_danger) {
    core::State state = at_its_best(scenario());
    const auto labels = [&] {
        return judged(state, "A02", "DJI", "VT", Purpose::acute_safety, "AVG6D", Form::summary)
            .labels;
    };
    EXPECT_EQ(labels(), std::vector{core::Label::basis});
    state.legal.acute.insert(core::PersonId{"mirjam"});
    EXPECT_TRUE(labels().empty());
}

TEST_F(FiveMeetings, holds_one_item_that_nobody_may_have) {
    const core::State state = at_its_best(scenario());
    for (const auto& role : scenario().roles) {
        if (role.id.value == "RN-Z") continue;
        for (const auto& basis : scenario().rules.bases)
            EXPECT_EQ(light(judged(state, "A27", "RN-Z", role.id.value.c_str(),
                                   Purpose::person_centred_approach, basis.id.value.c_str(),
                                   Form::pointer)),
                      Light::red);
    }
}

}  // namespace
}  // namespace casustafel::scenario
