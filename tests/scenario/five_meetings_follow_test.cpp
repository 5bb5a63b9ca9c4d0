// "Vijf overleggen, vier mensen": what follows from what, and that each of its endings can be
// reached.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "server/core/law/checks.hpp"
#include "server/core/rules/decide.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::scenario {
namespace {

using core::Form;
using Words = std::set<std::string>;

constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;

const core::Scenario& scenario() {
    static const auto folder = std::filesystem::path(CASUSTAFEL_SOURCE_DIR) / "scenarios";
    static const Loaded loaded = load_scenario(folder / "vijf-overleggen.yaml", folder);
    return loaded.scenario.value();
}

const core::Decision& decision(const char* id) {
    return *core::find(scenario(), core::DecisionId{id});
}

// How things stood: what was decided, used and known, with the gauges as they were at the start.
struct Standing {
    core::State state = core::initial(scenario());

    void decide(const char* id, const char* option) {
        auto& taken = state.decisions[core::DecisionId{id}];
        taken.status = core::DecisionStatus::taken;
        taken.taken.option = core::OptionId{option};
        const auto& chosen = *core::find(decision(id), taken.taken.option);
        taken.taken.filled_in = chosen.best_with;
        if (chosen.best_with.empty()) fill_in(id, 0);
    }
    // The so-many-th place to stay.
    void fill_in(const char* id, std::size_t choice) {
        auto& taken = state.decisions[core::DecisionId{id}].taken;
        const core::FieldId stay{"verblijf"};
        const auto* field = core::find(core::find(decision(id), taken.option)->fields, stay);
        if (field != nullptr) taken.filled_in = {{stay, field->choices.at(choice).id.value}};
    }
    void use(const char* id) { state.interventions[core::InterventionId{id}]; }
    void happened(const char* id) {
        state.injects[core::InjectId{id}].status = core::InjectStatus::effective;
    }
    void knows(const char* role, const char* item, Form form) {
        core::Holding& held = state.holdings[{core::RoleId{role}, core::ItemId{item}}];
        held.form = held.lawful_form = form;
    }
    void change(const std::vector<core::TrackChange>& changes) {
        for (const auto& each : changes)
            state.tracks[{each.person, each.track}] =
                std::clamp(state.tracks[{each.person, each.track}] + each.by, 0, 10);
    }
    void bring(const core::InjectId& id) {
        happened(id.value.c_str());
        change(core::find(scenario(), id)->tracks);
    }
    void follow(const core::Consequence& each) {
        if (!core::all_hold(state, each.when)) return;
        change(each.tracks);
        for (const auto& inject : each.injects) bring(inject);
    }
    void decide_and_follow(const char* id, const char* option) {
        decide(id, option);
        for (const auto& each : core::find(decision(id), core::OptionId{option})->consequences)
            follow(each);
    }
    void run_clock() {
        std::map<std::int64_t, std::vector<const core::Consequence*>> due;
        for (const auto& each : scenario().consequences) due[*each.at_sim_ms].push_back(&each);
        for (const auto& [at, those] : due)
            for (const auto* each : those) follow(*each);
    }
    std::string ending() const {
        for (const auto& each : scenario().endings)
            if (core::all_hold(state, each.when)) return each.id.value;
        return {};
    }
};

int releases(const core::State& state) {
    constexpr std::int64_t at = day_ms + 9 * hour_ms + 5 * minute_ms;
    int count = 0;
    for (const auto& each : scenario().consequences)
        count += each.at_sim_ms == at && core::all_hold(state, each.when);
    for (const auto& each : scenario().injects)
        count += each.at_sim_ms == at && core::all_hold(state, each.when);
    return count;
}

TEST(WhatFollows, releases_the_father_in_exactly_one_way_whatever_was_decided) {
    for (const char* option : {"", "V-VOORWAARDE", "V-VERBLIJF", "V-AANBOD", "V-AFWACHTEN"})
        for (const bool banned : {false, true})
            for (const bool late : {false, true}) {
                for (std::size_t place = 0; place < 4; ++place) {
                    Standing standing;
                    if (*option != 0) {
                        standing.decide("V1", option);
                        standing.fill_in("V1", place);
                    }
                    if (banned) standing.use("CONTACTVERBOD");
                    if (late) standing.happened("INJ-1600");
                    EXPECT_EQ(releases(standing.state), 1) << option << banned << late << place;
                }
            }
}

TEST(WhatFollows, has_an_incident_only_when_nobody_was_protected_and_something_was_missed) {
    const auto incident = [](auto prepare) {
        Standing standing;
        prepare(standing);
        standing.run_clock();
        const auto& injects = standing.state.injects;
        return injects.at(core::InjectId{"INJ-07"}).status == core::InjectStatus::effective;
    };
    EXPECT_TRUE(incident([](Standing&) {}));
    EXPECT_TRUE(incident([](Standing& it) { it.knows("VT", "A02", Form::summary); }));
    EXPECT_TRUE(incident([](Standing& it) { it.knows("VT", "A04", Form::summary); }));
    EXPECT_TRUE(incident([](Standing& it) { it.decide("V1", "V-AANBOD"); }));
    EXPECT_FALSE(incident([](Standing& it) {
        it.knows("VT", "A02", Form::summary);
        it.knows("VT", "A04", Form::summary);
    }));
    EXPECT_FALSE(incident([](Standing& it) { it.decide("V1", "V-VOORWAARDE"); }));
    EXPECT_FALSE(incident([](Standing& it) { it.use("CONTACTVERBOD"); }));
    EXPECT_FALSE(incident([](Standing& it) { it.use("HUISVERBOD"); }));
    EXPECT_FALSE(incident([](Standing& it) { it.use("VEILIGE-PLEK"); }));
}

TEST(WhatFollows, carries_the_family_when_all_four_decide_well_and_the_prosecutor_knows_why) {
    Standing standing;
    standing.knows("OVJ", "A26a", Form::conclusion);
    standing.decide_and_follow("Z1", "VOORG");
    standing.decide_and_follow("V1", "V-VOORWAARDE");
    standing.decide_and_follow("V2", "V2-ZORG");
    standing.decide_and_follow("V3", "V3-EEN");
    standing.run_clock();
    EXPECT_EQ(standing.ending(), "GEDRAGEN");
}

TEST(WhatFollows, does_not_carry_the_family_past_the_victims_stairwell) {
    Standing standing;
    standing.decide_and_follow("Z1", "VOORG");
    standing.decide_and_follow("V1", "V-VOORWAARDE");
    standing.decide_and_follow("V2", "V2-ZORG");
    standing.decide_and_follow("V3", "V3-EEN");
    standing.run_clock();
    EXPECT_EQ(standing.ending(), "HALF");
}

TEST(WhatFollows, carries_nobody_when_one_of_the_four_goes_wrong) {
    const std::map<std::string, std::string> best{
        {"Z1", "VOORG"}, {"V1", "V-VOORWAARDE"}, {"V2", "V2-ZORG"}, {"V3", "V3-EEN"}};
    for (const auto& each : scenario().decisions)
        for (const auto& option : each.options) {
            if (option.best) continue;
            Standing standing;
            standing.knows("OVJ", "A26a", Form::conclusion);
            for (const auto& [id, good] : best)
                standing.decide_and_follow(id.c_str(),
                                           (id == each.id.value ? option.id.value : good).c_str());
            standing.run_clock();
            EXPECT_NE(standing.ending(), "GEDRAGEN") << option.id.value;
        }
}

TEST(WhatFollows, ends_badly_when_nobody_does_anything) {
    Standing standing;
    for (const auto& each : scenario().decisions)
        for (const auto& missed : each.when_missed) standing.follow(missed);
    standing.run_clock();
    EXPECT_EQ(standing.ending(), "SLECHT");
}

TEST(WhatFollows, leaves_to_the_trainer_only_what_neither_clock_nor_consequence_brings) {
    Words brought;
    const auto of = [&](const auto& consequences) {
        for (const auto& each : consequences)
            for (const auto& inject : each.injects) brought.insert(inject.value);
    };
    of(scenario().consequences);
    for (const auto& each : scenario().interventions) of(each.consequences);
    for (const auto& each : scenario().decisions) {
        of(each.when_missed);
        for (const auto& option : each.options) of(option.consequences);
    }
    Words trainer;
    for (const auto& each : scenario().injects)
        if (!each.at_sim_ms && !brought.contains(each.id.value)) trainer.insert(each.id.value);
    EXPECT_EQ(trainer, (Words{"INJ-BEN", "INJ-BURG", "INJ-CONV", "INJ-OMA", "INJ-PERS", "INJ-PO",
                              "INJ-SORRY", "INJ-WACHT"}));
}

TEST(WhatFollows, scripts_an_answer_to_every_consent_that_a_way_asks_for) {
    for (const auto& item : scenario().items)
        for (const auto& grant : item.grants)
            for (const auto& asked : grant.when) {
                if (asked.kind != core::ConditionKind::consent) continue;
                EXPECT_TRUE(std::any_of(scenario().consents.begin(), scenario().consents.end(),
                                        [&](const auto& script) {
                                            return script.person == asked.person &&
                                                   script.scope == asked.subject && script.given;
                                        }))
                    << item.id.value;
            }
}

TEST(WhatFollows, closes_with_one_good_thing_one_loss_and_five_questions) {
    ASSERT_EQ(scenario().endings.size(), 3u);
    EXPECT_TRUE(scenario().endings.back().when.empty());
    for (const auto& each : scenario().endings) {
        EXPECT_FALSE(each.good.nl.empty() || each.loss.nl.empty()) << each.id.value;
    }
    EXPECT_EQ(scenario().questions.size(), 5u);
    EXPECT_GT(scenario().trainer_page.nl.size(), 1'000u);
    EXPECT_LT(scenario().trainer_page.nl.size(), 5'000u) << "one page";
}

}  // namespace
}  // namespace casustafel::scenario
