// "Vijf overleggen, vier mensen" against what was asked of it: who holds and needs what, who sits
// where, what every decision rests on, and who may do what.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "server/scenario/loading/load.hpp"

namespace casustafel::scenario {
namespace {

using core::Form;
using core::Truth;

constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;

const core::Scenario& scenario() {
    static const auto folder = std::filesystem::path(CASUSTAFEL_SOURCE_DIR) / "scenarios";
    static const Loaded loaded = load_scenario(folder / "vijf-overleggen.yaml", folder);
    return loaded.scenario.value();
}

const core::Decision& decision(const char* id) {
    return *core::find(scenario(), core::DecisionId{id});
}

template <class Things>
std::set<std::string> ids(const Things& things) {
    std::set<std::string> found;
    for (const auto& thing : things) found.insert(thing.id.value);
    return found;
}

template <class Ids>
std::set<std::string> words(const Ids& list) {
    std::set<std::string> found;
    for (const auto& id : list) found.insert(id.value);
    return found;
}

using Words = std::set<std::string>;

struct Wanted {
    const char* role;
    Form form;
    int weight;
};

struct Row {
    const char* id;
    Words holders;
    int sensitivity;
    Truth truth;
    std::vector<Wanted> needs;
};

constexpr Form concl = Form::conclusion, summ = Form::summary, facts = Form::facts;

const std::vector<Row>& rows() {
    static const std::vector<Row> all{
        {"A01", {"POL-Z", "OVJ"}, 2, Truth::true_, {{"PRC", concl, 3}, {"CAS", concl, 2}}},
        {"A02", {"DJI"}, 2, Truth::true_, {{"OVJ", concl, 3}, {"VT", summ, 3}, {"PRC", summ, 3}}},
        {"A03", {"VT"}, 3, Truth::true_, {{"OVJ", concl, 3}, {"PRC", summ, 2}, {"DJI", concl, 2}}},
        {"A04", {"DJI"}, 3, Truth::true_, {{"VT", summ, 3}, {"OVJ", concl, 2}}},
        {"A05",
         {"POL-Z"},
         3,
         Truth::true_,
         {{"VT", concl, 3}, {"RVK-Z", summ, 3}, {"OVJ", concl, 3}}},
        {"A06", {"JON", "SCH"}, 1, Truth::true_, {{"RVK-Z", concl, 3}, {"OVJ", concl, 3}}},
        {"A07", {"CAS"}, 1, Truth::true_, {{"OVJ", concl, 3}, {"RVK-Z", summ, 2}}},
        {"A08", {"POL-V", "OOV", "OM-V", "JON"}, 2, Truth::assumption, {}},
        {"A09", {"RVK-Z"}, 3, Truth::true_, {{"PRC", concl, 2}, {"GI", summ, 2}}},
        {"A10", {"JON"}, 2, Truth::true_, {{"POL-V", summ, 2}, {"OVJ", concl, 2}}},
        {"A11", {"GGZ"}, 3, Truth::true_, {{"CAS", concl, 1}}},
        {"A12", {"GGZ"}, 3, Truth::true_, {{"VT", summ, 3}}},
        {"A13", {"LPA"}, 1, Truth::true_, {{"CAS", facts, 2}, {"PRC", summ, 1}}},
        {"A14", {"SCH"}, 2, Truth::true_, {{"LPA", summ, 2}, {"VT", summ, 3}}},
        {"A15", {"LPA"}, 1, Truth::assumption, {}},
        {"A16", {"WON"}, 2, Truth::true_, {{"VT", summ, 1}, {"SCHD", summ, 1}}},
        {"A17", {"DJI"}, 2, Truth::true_, {{"RN-Z", summ, 1}}},
        {"A18", {"DJI"}, 2, Truth::untrue, {}},
        {"A19", {"RN-V"}, 2, Truth::true_, {{"OVJ", concl, 1}, {"PRC", summ, 2}, {"DJI", summ, 1}}},
        {"A20", {"SHN-Z"}, 2, Truth::true_, {{"OVJ", summ, 3}, {"POL-V", concl, 1}}},
        {"A21", {"NAZ"}, 1, Truth::assumption, {{"PRC", summ, 1}}},
        {"A22", {"OM-V"}, 1, Truth::true_, {{"VT", summ, 3}, {"PRC", summ, 2}}},
        {"A23", {"OOV"}, 0, Truth::true_, {{"VT", facts, 2}, {"PRC", facts, 2}}},
        {"A24", {"SCH"}, 3, Truth::assumption, {{"RVK-Z", concl, 2}}},
        {"A25", {"OOV", "POL-V"}, 2, Truth::true_, {{"OVJ", concl, 1}, {"PRC", concl, 2}}},
        {"A26a", {"SHN-Z"}, 3, Truth::true_, {{"OVJ", concl, 2}}},
        {"A26b", {"CAS"}, 1, Truth::true_, {{"OVJ", concl, 2}, {"RVK-Z", concl, 1}}},
        {"A26", {}, 2, Truth::true_, {}},
    };
    return all;
}

TEST(FamilyTerhorst, gives_every_item_its_holders_its_weight_of_secrecy_and_its_needs) {
    for (const Row& row : rows()) {
        const auto* item = core::find(scenario(), core::ItemId{row.id});
        ASSERT_NE(item, nullptr) << row.id;
        EXPECT_EQ(words(item->holders), row.holders) << row.id;
        EXPECT_EQ(item->sensitivity, row.sensitivity) << row.id;
        EXPECT_EQ(item->truth, row.truth) << row.id;
        for (const Wanted& wanted : row.needs) {
            const auto need =
                std::find_if(item->needs.begin(), item->needs.end(),
                             [&](const auto& each) { return each.role.value == wanted.role; });
            ASSERT_NE(need, item->needs.end()) << row.id << " for " << wanted.role;
            EXPECT_EQ(need->min_form, wanted.form) << row.id << " for " << wanted.role;
            EXPECT_EQ(need->weight, wanted.weight) << row.id << " for " << wanted.role;
        }
    }
}

TEST(FamilyTerhorst, needs_besides_only_what_an_intervention_must_rest_on) {
    std::set<std::string> besides;
    for (const Row& row : rows())
        for (const auto& need : core::find(scenario(), core::ItemId{row.id})->needs)
            if (std::none_of(row.needs.begin(), row.needs.end(),
                             [&](const auto& each) { return need.role.value == each.role; }))
                besides.insert(std::string(row.id) + " " + need.role.value);
    EXPECT_EQ(besides, (Words{"A03 OOV", "A04 OM-V"}));
}

TEST(FamilyTerhorst, tells_aftercare_of_the_release_at_a_quarter_past_ten) {
    const auto& item = *core::find(scenario(), core::ItemId{"A02"});
    ASSERT_EQ(item.later_holders.size(), 1u);
    EXPECT_EQ(item.later_holders[0].role.value, "NAZ");
    EXPECT_EQ(item.later_holders[0].from_sim_ms, 10 * hour_ms + 15 * minute_ms);
    EXPECT_EQ(core::find(scenario(), core::InjectId{"INJ-02"})->at_sim_ms,
              item.later_holders[0].from_sim_ms);
}

TEST(FamilyTerhorst, shows_that_they_are_neighbours_to_whoever_has_both_addresses) {
    EXPECT_EQ(words(core::find(scenario(), core::ItemId{"A26"})->emerges_from),
              (Words{"A26a", "A26b"}));
}

TEST(FamilyTerhorst,
     lets_the_process_director_know_of_two_meetings_sit_in_none_and_bring_three_together) {
    Words known;
    for (const auto& meeting : scenario().meetings) {
        // The one that the process director calls together; it is not there before that.
        if (meeting.id == core::MeetingId{"GEZIN"}) {
            EXPECT_EQ(meeting.convened_by, std::vector{core::RoleId{"PRC"}});
            EXPECT_EQ(words(meeting.joins), (Words{"O1", "O2", "O5"}));
            continue;
        }
        EXPECT_FALSE(words(meeting.members).contains("PRC")) << meeting.id.value;
        if (words(meeting.known_to).contains("PRC")) known.insert(meeting.id.value);
        ASSERT_TRUE(meeting.from_sim_ms && meeting.to_sim_ms) << meeting.id.value;
        EXPECT_LT(*meeting.from_sim_ms, *meeting.to_sim_ms) << meeting.id.value;
    }
    EXPECT_EQ(known, (Words{"O1", "O2"}));
    EXPECT_EQ(ids(scenario().meetings), (Words{"GEZIN", "O1", "O2", "O3", "O4", "O5"}));
}

TEST(FamilyTerhorst, asks_every_kind_of_condition_somewhere) {
    std::set<core::ConditionKind> asked;
    const auto note = [&](const std::vector<core::Condition>& when) {
        for (const auto& condition : when) asked.insert(condition.kind);
    };
    for (const auto& item : scenario().items) {
        for (const auto& grant : item.grants) note(grant.when);
        for (const auto& line : item.never) note(line.when);
    }
    EXPECT_EQ(asked.size(), core::count<core::ConditionKind>());
}

TEST(FamilyTerhorst, lets_the_facts_that_conditions_read_change_both_ways) {
    bool covenant_ends = false, consent_lapses = false, acute = false, measure = false;
    const auto note = [&](const core::FactChange& change) {
        covenant_ends = covenant_ends || change.covenant == false;
        acute = acute || !change.becomes_acute.empty();
        measure = measure || !change.measures_start.empty();
        for (const auto& consent : change.consents) consent_lapses |= !consent.given;
    };
    for (const auto& inject : scenario().injects) note(inject.facts);
    for (const auto& each : scenario().decisions)
        for (const auto& option : each.options)
            for (const auto& consequence : option.consequences) note(consequence.facts);
    EXPECT_TRUE(covenant_ends && consent_lapses && acute && measure);
    EXPECT_TRUE(scenario().facts.covenant && scenario().facts.acute.empty());
}

// Seats.

TEST(FamilyTerhorst, seats_one_person_more_for_every_person_who_comes_from_eight_to_eighteen) {
    for (int people = 8; people <= 18; ++people)
        EXPECT_EQ(std::count_if(scenario().roles.begin(), scenario().roles.end(),
                                [&](const auto& role) {
                                    return role.autopilot != core::AutopilotUse::always &&
                                           role.from_group_size <= people;
                                }),
                  people);
}

TEST(FamilyTerhorst, leaves_three_roles_to_the_autopilot_and_the_authority_to_the_prosecutor) {
    Words always, authority;
    for (const auto& role : scenario().roles) {
        if (role.autopilot == core::AutopilotUse::always) always.insert(role.id.value);
        if (role.gives_authority) authority.insert(role.id.value);
    }
    EXPECT_EQ(always, (Words{"GI", "SCHD", "WON"}));
    EXPECT_EQ(authority, (Words{"OVJ"}));
}

TEST(FamilyTerhorst, swaps_the_two_tables_after_the_second_round) {
    ASSERT_TRUE(scenario().swap);
    EXPECT_EQ(scenario().swap->after_round, 2);
    Words pairs;
    for (const auto& pair : scenario().swap->pairs)
        pairs.insert(pair.one.value + "=" + pair.other.value);
    EXPECT_EQ(pairs, (Words{"OVJ=VT", "POL-Z=CAS", "RVK-Z=LPA", "SHN-Z=DJI", "PRC=RN-Z"}));
}

// Decisions.

Words required(const char* id) {
    Words found;
    for (const auto& entry : decision(id).required)
        found.insert(entry.item.value +
                     (entry.min_form ? ":" + std::string(core::name(*entry.min_form)) : ""));
    return found;
}

TEST(FamilyTerhorst, rests_every_decision_on_its_required_set_by_its_deadline) {
    EXPECT_EQ(required("Z1"),
              (Words{"A02", "A03", "A05:conclusion", "A06", "A07", "A20", "A26a", "A26b"}));
    EXPECT_EQ(required("V1"), (Words{"A02", "A03", "A04", "A05:conclusion", "A12:conclusion", "A19",
                                     "A22", "A23"}));
    EXPECT_EQ(required("V2"), (Words{"A13", "A14"}));
    EXPECT_EQ(required("V3"), (Words{"A01", "A09", "A25"}));
    EXPECT_EQ(decision("Z1").deadline_sim_ms, 17 * hour_ms + 30 * minute_ms);
    EXPECT_EQ(decision("V1").deadline_sim_ms, 16 * hour_ms);
    EXPECT_EQ(decision("V2").deadline_sim_ms, day_ms + 15 * hour_ms);
    EXPECT_EQ(decision("V3").deadline_sim_ms, day_ms + 15 * hour_ms + 30 * minute_ms);
    EXPECT_EQ(ids(scenario().decisions), (Words{"Z1", "V1", "V2", "V3"}));
}

TEST(FamilyTerhorst, names_who_decides_and_what_is_core) {
    EXPECT_EQ(words(decision("Z1").deciders), (Words{"OVJ"}));
    EXPECT_EQ(words(decision("V1").deciders), (Words{"OM-V", "VT", "PRC"}));
    EXPECT_EQ(words(decision("V2").deciders), (Words{"LPA", "CAS"}));
    EXPECT_EQ(words(decision("V3").deciders), (Words{"PRC", "CAS"}));
    for (const auto& each : scenario().decisions)
        EXPECT_EQ(each.core, each.id.value == "Z1" || each.id.value == "V1") << each.id.value;
}

TEST(FamilyTerhorst, puts_every_required_item_within_reach_of_a_decider) {
    for (const auto& each : scenario().decisions)
        for (const auto& entry : each.required) {
            const auto& item = *core::find(scenario(), entry.item);
            EXPECT_TRUE(std::any_of(each.deciders.begin(), each.deciders.end(),
                                    [&](const auto& decider) {
                                        return core::is_original_holder(item, decider) ||
                                               std::any_of(item.needs.begin(), item.needs.end(),
                                                           [&](const auto& need) {
                                                               return need.role == decider;
                                                           });
                                    }))
                << each.id.value << " " << entry.item.value;
        }
}

TEST(FamilyTerhorst, offers_one_best_option_and_wrong_ones_that_an_item_would_have_prevented) {
    std::map<std::string, Words> prevented;
    for (const auto& each : scenario().decisions) {
        EXPECT_GE(each.options.size(), 3u);
        EXPECT_LE(each.options.size(), 6u);
        EXPECT_EQ(std::count_if(each.options.begin(), each.options.end(),
                                [](const auto& option) { return option.best; }),
                  1)
            << each.id.value;
        EXPECT_FALSE(each.options.front().best) << "the best one does not give itself away";
        for (const auto& option : each.options) {
            EXPECT_EQ(option.prevented_by.empty(), option.best) << option.id.value;
            EXPECT_FALSE(option.consequences.empty()) << option.id.value;
            prevented[option.id.value] = words(option.prevented_by);
        }
        EXPECT_FALSE(each.when_missed.empty()) << each.id.value;
    }
    EXPECT_EQ(prevented["OMSB"], (Words{"A02", "A05"}));
    EXPECT_EQ(prevented["DAG"], (Words{"A02", "A03"}));
    EXPECT_EQ(prevented["V-VERBLIJF"], (Words{"A03", "A04"}));
    EXPECT_EQ(prevented["V-AANBOD"], (Words{"A12"}));
    EXPECT_EQ(prevented["V2-PV"], (Words{"A14"}));
    EXPECT_EQ(prevented["V3-VIJF"], (Words{"A01", "A09", "A25"}));
}

// Interventions.

TEST(FamilyTerhorst, gives_every_intervention_to_those_with_the_power) {
    const auto holders = [](const char* id) {
        const auto* used = core::find(scenario(), core::InterventionId{id});
        return used == nullptr ? Words{} : words(core::users_of(scenario(), *used));
    };
    EXPECT_EQ(holders("SCHORSING"), (Words{"OVJ"}));
    EXPECT_EQ(holders("STRAFBESCHIKKING"), (Words{"OVJ"}));
    EXPECT_EQ(holders("HUISVERBOD"), (Words{"OOV"}));
    EXPECT_EQ(holders("CONTACTVERBOD"), (Words{"OM-V"}));
    EXPECT_EQ(holders("VEILIGE-PLEK"), (Words{"VT"}));
    EXPECT_EQ(holders("PROCES-VERBAAL"), (Words{"LPA"}));
    EXPECT_EQ(holders("RAADSONDERZOEK"), (Words{"RVK-Z"}));
    EXPECT_EQ(holders("GROEPSACTIE"), (Words{"OOV", "POL-V"}));
    EXPECT_EQ(holders("SCHULDHULP"), (Words{"SCHD", "CAS"}));
    // Questions to who is no participant: another desk, a clerk, the mayor's office.
    EXPECT_EQ(holders("BEKEND"), (Words{"OVJ", "RVK-Z", "RN-Z"}));
    EXPECT_EQ(holders("ADRES"), (Words{"NAZ"}));
    EXPECT_EQ(holders("MAATWERK"), (Words{"CAS", "PRC"}));
    EXPECT_EQ(holders("BESTUUR"), (Words{"PRC"}));
    EXPECT_EQ(scenario().interventions.size(), 13u);
}

TEST(FamilyTerhorst, asks_of_a_citation_only_what_somebody_with_the_power_can_come_to_hold) {
    const auto reachable = [](const core::ItemId& id, const std::vector<core::RoleId>& roles) {
        const auto& item = *core::find(scenario(), id);
        return std::any_of(roles.begin(), roles.end(), [&](const auto& role) {
            return core::is_original_holder(item, role) ||
                   std::any_of(item.needs.begin(), item.needs.end(),
                               [&](const auto& need) { return need.role == role; });
        });
    };
    for (const auto& each : scenario().interventions) {
        const auto& holders = core::users_of(scenario(), each);
        EXPECT_TRUE(each.must_cite.empty() ||
                    std::any_of(each.must_cite.begin(), each.must_cite.end(),
                                [&](const auto& item) { return reachable(item, holders); }))
            << each.id.value;
    }
    for (const auto& each : scenario().decisions)
        for (const auto& option : each.options)
            EXPECT_TRUE(
                option.must_cite.empty() ||
                std::any_of(option.must_cite.begin(), option.must_cite.end(),
                            [&](const auto& item) { return reachable(item, each.deciders); }))
                << option.id.value;
}

}  // namespace
}  // namespace casustafel::scenario
