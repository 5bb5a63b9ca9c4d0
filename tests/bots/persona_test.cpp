// How personas share, ask and answer on a view that a test writes down, with the answer key beside
// it.
#include <gtest/gtest.h>

#include "table.hpp"

namespace casustafel::bots {
namespace {

TEST_F(PersonaTest, shares_what_is_needed_in_the_least_form_on_the_right_basis_when_ideal) {
    hold("A1");
    const auto made = shares(acts_of(Character::ideal, "VT"));
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].to(0), "OVJ");
    EXPECT_EQ(made[0].purpose(), "charging_decision");
    EXPECT_EQ(made[0].basis(), "WMOVT");
    EXPECT_EQ(made[0].form(), 2U);
}

TEST_F(PersonaTest, lets_everybody_ask_before_it_shares_when_ideal) {
    hold("A1");
    Persona persona(Character::ideal, key, "VT", 1);
    EXPECT_TRUE(shares(acts_of(persona, 0)).empty());
    EXPECT_EQ(persona.wakes_at_sim_ms(), 60'000);
    EXPECT_EQ(shares(acts_of(persona, 60'000)).size(), 1U);
}

TEST_F(PersonaTest, acts_for_its_own_role) {
    hold("A1");
    for (const v1::Command& act : acts_of(Character::ideal, "VT")) EXPECT_EQ(act.as_role(), "VT");
}

TEST_F(PersonaTest, does_each_thing_once) {
    hold("A1");
    Persona persona = seated(Character::ideal, "VT");
    EXPECT_FALSE(acts_of(persona).empty());
    EXPECT_TRUE(acts_of(persona).empty());
}

TEST_F(PersonaTest, shares_nothing_over_a_red_line) {
    hold("A1");
    key.items[0].never_to = {{{"OVJ"}, 1}};
    EXPECT_TRUE(shares(acts_of(Character::ideal, "VT")).empty());
    key.items[0].never_to = {{{"OVJ"}, 3}};
    EXPECT_EQ(shares(acts_of(Character::ideal, "VT")).size(), 1U) << "poorer than the red line";
}

TEST_F(PersonaTest, shares_nothing_by_a_way_that_cannot_come_true) {
    hold("A1");
    key.items[0].ways[0].attainable = false;
    EXPECT_TRUE(shares(acts_of(Character::ideal, "VT")).empty());
}

TEST_F(PersonaTest, passes_nothing_on_that_may_not_travel) {
    hold("A1", 2, false);
    key.items[0].holders = {"PRC"};
    EXPECT_TRUE(shares(acts_of(Character::ideal, "VT")).empty());
}

TEST_F(PersonaTest, waits_for_triage_where_the_way_asks_it) {
    hold("A1");
    key.items[0].ways[0].needs_triage = true;
    v1::Triage* triage = put("triage")->mutable_triage();
    triage->set_status("put_up");
    EXPECT_TRUE(shares(acts_of(Character::ideal, "VT")).empty());
    triage->set_status("accepted");
    EXPECT_EQ(shares(acts_of(Character::ideal, "VT")).size(), 1U);
}

TEST_F(PersonaTest, takes_the_case_in_when_its_role_may) {
    key.items[0].ways[0].needs_triage = true;
    v1::Triage* triage = put("triage")->mutable_triage();
    triage->set_status("none");
    EXPECT_TRUE(acts_of(Character::ideal, "PRC").front().has_put_up_for_triage());
    triage->set_status("put_up");
    EXPECT_TRUE(acts_of(Character::ideal, "PRC").front().has_accept_triage());
    EXPECT_TRUE(shares(acts_of(Character::ideal, "PRC")).empty());
}

TEST_F(PersonaTest, records_the_weighing_first_where_the_way_asks_it) {
    hold("A1");
    key.items[0].ways[0].needs_weighing = true;
    Persona persona = seated(Character::ideal, "VT");
    const auto before = acts_of(persona);
    ASSERT_EQ(before.size(), 1U);
    EXPECT_TRUE(before[0].has_record_weighing());
    put("weighing:A1")->mutable_weighing()->set_item("A1");
    EXPECT_EQ(shares(acts_of(persona)).size(), 1U);
}

TEST_F(PersonaTest, sits_in_the_circle_and_waits_for_the_receiver_where_the_way_asks_it) {
    hold("A1");
    key.meetings = {{"M1", "V", {"VT", "OVJ"}}};
    key.items[0].ways[0].circles = {"M1"};
    v1::Meeting* meeting = put("meeting:M1")->mutable_meeting();
    meeting->set_id("M1");
    meeting->set_may_enter(true);
    Persona persona = seated(Character::ideal, "VT");
    const auto before = acts_of(persona);
    ASSERT_EQ(before.size(), 1U);
    EXPECT_EQ(before[0].enter_meeting().meeting(), "M1");
    meeting->add_present("VT");
    EXPECT_TRUE(acts_of(persona).empty());
    meeting->add_present("OVJ");
    EXPECT_EQ(shares(acts_of(persona)).size(), 1U);
}

TEST_F(PersonaTest, answers_a_request_with_the_item_that_is_needed) {
    hold("A1");
    be_asked(7, "OVJ", "VT");
    const auto made = shares(acts_of(Character::ideal, "VT"));
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].request(), 7U);
}

TEST_F(PersonaTest, refuses_a_request_with_the_reason_that_is_so) {
    hold("A1");
    be_asked(7, "PRC", "VT");
    const auto unneeded = acts_of(Character::ideal, "VT");
    const auto refused = std::ranges::find_if(unneeded, &v1::Command::has_refuse_request);
    ASSERT_NE(refused, unneeded.end());
    EXPECT_EQ(refused->refuse_request().reason(), "not_necessary");
    key.items[0].needs.push_back({.role = "PRC", .purpose = "care"});
    const auto unlawful = acts_of(Character::ideal, "VT");
    const auto no_way = std::ranges::find_if(unlawful, &v1::Command::has_refuse_request);
    ASSERT_NE(no_way, unlawful.end());
    EXPECT_EQ(no_way->refuse_request().reason(), "no_basis");
}

TEST_F(PersonaTest, refers_to_who_has_it_and_else_says_it_is_not_here) {
    be_asked(7, "OVJ", "PRC");
    const auto acts = acts_of(Character::ideal, "PRC");
    ASSERT_FALSE(acts.empty());
    EXPECT_EQ(acts.front().refer_request().to(), "VT");
    key.items.clear();
    EXPECT_TRUE(acts_of(Character::ideal, "PRC").front().has_answer_not_here());
}

TEST_F(PersonaTest, asks_the_holder_for_what_it_needs_itself) {
    Persona persona(Character::ideal, key, "OVJ", 1);
    const auto acts = acts_of(persona);
    ASSERT_EQ(acts.size(), 1U);
    EXPECT_EQ(acts[0].ask_for_information().to(0), "VT");
    EXPECT_EQ(acts[0].ask_for_information().person(), "mirjam");
    EXPECT_EQ(acts[0].ask_for_information().category(), "domestic_violence");
}

TEST_F(PersonaTest, marks_what_is_no_fact_as_an_assumption_and_as_refuted_when_it_knows) {
    hold("A1");
    key.items[0].true_fact = false;
    key.items[0].needs.clear();
    key.items[0].refuted_by = {"A2"};
    EXPECT_EQ(acts_of(Character::ideal, "VT").front().mark_item().mark(), "assumption");
    hold("A2");
    EXPECT_EQ(acts_of(Character::ideal, "VT").front().mark_item().mark(), "refuted");
}

TEST_F(PersonaTest, thinks_before_it_acts_when_lawful_and_says_until_when) {
    hold("A1");
    Persona persona(Character::lawful, key, "VT", 1);
    EXPECT_TRUE(acts_of(persona, 0).empty());
    EXPECT_GE(persona.wakes_at_sim_ms(), 60'000);
    EXPECT_LE(persona.wakes_at_sim_ms(), hour_ms + 300'000);
    EXPECT_FALSE(acts_of(persona, persona.wakes_at_sim_ms()).empty());
}

TEST_F(PersonaTest, slips_in_about_one_share_of_five_when_lawful) {
    hold("A1");
    int slips = 0, made = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Persona persona(Character::lawful, key, "VT", seed);
        acts_of(persona, 0);
        for (const v1::ShareItem& share : shares(acts_of(persona, 2 * hour_ms))) {
            ++made;
            slips += share.purpose() != "charging_decision" || share.basis() != "WMOVT" ||
                     share.form() != 2;
        }
    }
    EXPECT_EQ(made, 400);
    EXPECT_GT(slips, 50);
    EXPECT_LT(slips, 110);
}

TEST_F(PersonaTest, gives_everything_raw_to_everybody_when_a_flooder) {
    hold("A1", 5);
    const auto made = shares(acts_of(Character::flooder, "VT"));
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].to_size(), 2);
    EXPECT_EQ(made[0].form(), 5U);
    EXPECT_EQ(made[0].basis(), "CONV");
}

TEST_F(PersonaTest, says_nothing_at_all_when_silent) {
    hold("A1");
    be_asked(7, "OVJ", "VT");
    EXPECT_TRUE(acts_of(Character::silent, "VT").empty());
}

TEST_F(PersonaTest, does_the_same_for_the_same_seed) {
    hold("A1");
    be_asked(7, "PRC", "VT");
    for (const Character character : {Character::ideal, Character::lawful, Character::flooder}) {
        Persona once(character, key, "VT", 5), again(character, key, "VT", 5);
        for (const std::int64_t sim_ms : {std::int64_t{0}, 2 * hour_ms}) {
            const auto left = acts_of(once, sim_ms), right = acts_of(again, sim_ms);
            ASSERT_EQ(left.size(), right.size());
            for (std::size_t at = 0; at < left.size(); ++at) {
                EXPECT_EQ(left[at].SerializeAsString(), right[at].SerializeAsString());
            }
        }
    }
}

}  // namespace
}  // namespace casustafel::bots
