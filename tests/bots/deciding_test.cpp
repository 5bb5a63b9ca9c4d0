// How personas decide, plan, swap and take the steps of the law.
#include "table.hpp"

namespace casustafel::bots {
namespace {

constexpr std::int64_t deadline_ms = 10 * hour_ms;

// OVJ decides on A1 (of VT) and on A2 (its own); a wrong option asks nothing.
class DecidingTest : public PersonaTest {
protected:
    DecidingTest() {
        KeyItem own;
        own.id = "A2";
        own.category = "police";
        own.about = {"jesse"};
        own.true_fact = false;
        own.holders = {"OVJ"};
        key.items.push_back(own);
        KeyDecision decision;
        decision.id = "Z1";
        decision.deadline_sim_ms = deadline_ms;
        decision.deciders = {"OVJ", "PRC"};
        decision.options = {{.id = "home", .prevented_by = {"A1"}},
                            {.id = "grandmother", .best = true, .must_cite = {"A1"}},
                            {.id = "wait"}};
        decision.required = {{.item = "A1"}, {.item = "A2"}};
        key.decisions = {decision};
        key.powers = {{"custody", {"OVJ"}, {"PRC", "VT"}}};
        key.interventions = {{"LETTER", {}, 1}, {"THREAT", {}, -1}};
        key.plan = {{"OVJ", "PRC"}, 4, 0};
        key.end_sim_ms = 2 * deadline_ms;
        for (const char* role : {"OVJ", "VT", "PRC"}) seat(role);
        seen_decision = put("decision:Z1")->mutable_decision();
        seen_decision->set_id("Z1");
        seen_decision->set_status("open");
        seen_decision->set_deadline_sim_ms(deadline_ms);
        seen_decision->add_deciders("OVJ");
        seen_decision->add_deciders("PRC");
        for (const KeyOption& option : decision.options)
            seen_decision->add_options()->set_id(option.id);
    }

    void seat(const std::string& role) {
        v1::Role* made = put("role:" + role)->mutable_role();
        made->set_id(role);
        made->set_occupant(1);
        made->set_connected(true);
    }
    template <class Has>
    static const v1::Command* first(const std::vector<v1::Command>& acts, Has has) {
        for (const v1::Command& act : acts) {
            if ((act.*has)()) return &act;
        }
        return nullptr;
    }
    std::vector<v1::Command> acts_at(Character character, const std::string& role,
                                     std::int64_t sim_ms, Script script = {}) {
        Persona persona(character, key, role, 1, std::move(script));
        kept = acts_of(persona, sim_ms);
        return kept;
    }
    const v1::TakeDecision* taken(Character character, const std::string& role, std::int64_t sim_ms,
                                  Script script = {}) {
        acts_at(character, role, sim_ms, std::move(script));
        const v1::Command* act = first(kept, &v1::Command::has_take_decision);
        return act == nullptr ? nullptr : &act->take_decision();
    }

    v1::Decision* seen_decision = nullptr;
    std::vector<v1::Command> kept;
};

TEST_F(DecidingTest, takes_the_best_option_once_it_has_all_it_can_get_when_ideal) {
    hold("A2");
    EXPECT_EQ(taken(Character::ideal, "OVJ", deadline_ms - 2 * hour_ms), nullptr)
        << "what it still can get is not there";
    hold("A1", 2, false);
    const auto* act = taken(Character::ideal, "OVJ", deadline_ms - 2 * hour_ms);
    ASSERT_NE(act, nullptr);
    EXPECT_EQ(act->option(), "grandmother");
    ASSERT_EQ(act->cited_size(), 2);
    EXPECT_EQ(act->cited(0).as(), "fact");
    EXPECT_EQ(act->cited(1).as(), "assumption");
    EXPECT_EQ(taken(Character::ideal, "OVJ", deadline_ms - 6 * hour_ms), nullptr)
        << "nobody decides half a day before";
}

TEST_F(DecidingTest, decides_without_what_never_came_when_time_runs_out) {
    hold("A2");
    const auto* act = taken(Character::ideal, "OVJ", deadline_ms - 10 * minute_ms);
    ASSERT_NE(act, nullptr);
    EXPECT_EQ(act->option(), "home") << "the best one may not be taken without A1";
}

TEST_F(DecidingTest, leaves_it_to_who_can_base_it_on_more_and_takes_over_late) {
    hold("A1", 2, false);
    EXPECT_EQ(taken(Character::ideal, "PRC", deadline_ms - 12 * minute_ms), nullptr);
    EXPECT_NE(taken(Character::ideal, "PRC", deadline_ms - 5 * minute_ms), nullptr);
}

TEST_F(DecidingTest, is_right_in_about_four_of_five_when_lawful) {
    hold("A1", 2, false);
    hold("A2");
    int right = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Persona persona(Character::lawful, key, "OVJ", seed);
        const auto acts = acts_of(persona, deadline_ms - 10 * minute_ms);
        const v1::Command* act = first(acts, &v1::Command::has_take_decision);
        ASSERT_NE(act, nullptr);
        right += act->take_decision().option() == "grandmother";
        EXPECT_NE(act->take_decision().option(), "home") << "A1 speaks against it";
    }
    EXPECT_GT(right, 140);
    EXPECT_LT(right, 180);
}

TEST_F(DecidingTest, decides_in_a_hurry_late_or_never_as_it_fits) {
    hold("A1", 2, false);
    EXPECT_EQ(taken(Character::flooder, "OVJ", deadline_ms - 3 * hour_ms)->option(), "home");
    EXPECT_EQ(taken(Character::answers_only, "OVJ", deadline_ms - hour_ms), nullptr);
    EXPECT_EQ(taken(Character::answers_only, "OVJ", deadline_ms)->option(), "home");
    EXPECT_EQ(taken(Character::silent, "OVJ", deadline_ms), nullptr);
}

TEST_F(DecidingTest, does_what_its_script_says_whatever_its_character) {
    hold("A1", 2, false);
    Script script;
    script.options["Z1"] = "wait";
    EXPECT_EQ(taken(Character::silent, "OVJ", deadline_ms, script)->option(), "wait");
    script.options["Z1"] = "";
    EXPECT_EQ(taken(Character::ideal, "OVJ", deadline_ms, script), nullptr);
    Script late;
    late.late = {"Z1"};
    EXPECT_EQ(taken(Character::ideal, "OVJ", deadline_ms, late), nullptr);
    EXPECT_NE(taken(Character::ideal, "OVJ", deadline_ms + minute_ms, late), nullptr);
}

TEST_F(DecidingTest, uses_what_does_good_and_leaves_what_does_not) {
    v1::Power* power = put("power:custody")->mutable_power();
    power->set_id("custody");
    power->add_holders("OVJ");
    for (const char* id : {"LETTER", "THREAT"}) {
        v1::Intervention* seen = put(std::string("intervention:") + id)->mutable_intervention();
        seen->set_id(id);
        seen->set_power("custody");
        seen->set_times_left(1);
    }
    int used = 0;
    for (const v1::Command& act : acts_at(Character::ideal, "OVJ", 0)) {
        if (!act.has_use_intervention()) continue;
        EXPECT_EQ(act.use_intervention().intervention(), "LETTER");
        ++used;
    }
    EXPECT_EQ(used, 1);
}

TEST_F(DecidingTest, writes_the_action_its_power_is_for_and_tells_those_it_affects) {
    hold("A1", 2, false);
    put("plan")->mutable_plan();
    acts_at(Character::ideal, "OVJ", 0);
    const v1::Command* act = first(kept, &v1::Command::has_add_action);
    ASSERT_NE(act, nullptr);
    const v1::ActionTerms& terms = act->add_action().terms();
    EXPECT_EQ(terms.lead(), "OVJ");
    EXPECT_EQ(terms.power(), "custody");
    EXPECT_GT(terms.deadline_sim_ms(), 0);
    EXPECT_EQ(terms.items(0), "A1") << "A2 is no fact";
    EXPECT_EQ(terms.informed_size(), 2);
    acts_at(Character::ideal, "VT", 0);
    EXPECT_EQ(first(kept, &v1::Command::has_add_action), nullptr) << "it does not write the plan";
}

TEST_F(DecidingTest, confirms_what_it_is_told_unless_silent) {
    v1::Action* action = put("action:1")->mutable_action();
    action->set_id(1);
    action->add_informed("VT");
    EXPECT_NE(first(acts_at(Character::ideal, "VT", 0), &v1::Command::has_confirm_action), nullptr);
    EXPECT_NE(first(acts_at(Character::answers_only, "VT", 0), &v1::Command::has_confirm_action),
              nullptr);
    EXPECT_TRUE(acts_at(Character::silent, "VT", 0).empty());
}

TEST_F(DecidingTest, hands_over_what_is_open_and_says_ready_and_does_nothing_else_in_a_swap) {
    hold("A1");
    be_asked(7, "OVJ", "VT");
    v1::SwapUnderWay* swap = put("swap")->mutable_swap();
    swap->set_stage("writing");
    swap->add_pairs()->set_one("OVJ");
    swap->mutable_pairs(0)->set_other("VT");
    Persona persona(Character::ideal, key, "VT", 1);
    const auto acts = acts_of(persona);
    ASSERT_EQ(acts.size(), 2U);
    EXPECT_EQ(acts[0].write_handover_note().requests(0), 7U);
    EXPECT_EQ(acts[0].write_handover_note().items(0), "A1");
    EXPECT_TRUE(acts[1].has_say_ready());
    swap->add_ready("VT");
    EXPECT_TRUE(acts_of(persona).empty());
    EXPECT_TRUE(acts_at(Character::ideal, "PRC", 0).empty()) << "it does not move";
    EXPECT_TRUE(acts_at(Character::silent, "OVJ", 0).empty());
}

TEST_F(DecidingTest, takes_each_step_that_a_way_asks_before_it_shares) {
    hold("A1");
    KeyWay& way = key.items[0].ways[0];
    way.needs_authority = way.needs_privacy_advice = true;
    way.informed = {"mirjam"};
    way.consents = {{"mirjam", "hulp"}};
    Persona persona = seated(Character::ideal, "VT");
    const auto asked = acts_of(persona);
    EXPECT_TRUE(shares(asked).empty());
    EXPECT_NE(first(asked, &v1::Command::has_ask_authority), nullptr);
    EXPECT_NE(first(asked, &v1::Command::has_ask_privacy_officer), nullptr);
    EXPECT_NE(first(asked, &v1::Command::has_inform_person), nullptr);
    EXPECT_NE(first(asked, &v1::Command::has_ask_consent), nullptr);
    v1::AuthorityQuestion* question = put("authority:1")->mutable_authority_question();
    question->set_id(1);
    question->set_by("VT");
    question->set_item("A1");
    question->set_to("OVJ");
    question->set_status("agreed");
    put("privacy_advice:A1:OVJ")->mutable_privacy_advice();
    put("informed:mirjam")->mutable_informed();
    v1::Consent* consent = put("consent:mirjam:A1")->mutable_consent();
    consent->set_status("asked");
    EXPECT_TRUE(acts_of(persona).empty()) << "nothing is asked twice";
    consent->set_status("given");
    EXPECT_EQ(shares(acts_of(persona)).size(), 1U);
}

TEST_F(DecidingTest, agrees_when_the_receiver_needs_it_and_there_is_a_way) {
    key.roles[0].gives_authority = true;
    key.items[0].ways[0].needs_authority = true;
    key.items[0].needs[0].role = "PRC";
    key.items[0].ways[0].to = {"PRC"};
    v1::AuthorityQuestion* question = put("authority:1")->mutable_authority_question();
    question->set_id(1);
    question->set_by("VT");
    question->set_item("A1");
    question->set_to("PRC");
    question->set_status("open");
    acts_at(Character::ideal, "OVJ", 0);
    EXPECT_TRUE(first(kept, &v1::Command::has_answer_authority)->answer_authority().agreed());
    question->set_to("VT");
    acts_at(Character::ideal, "OVJ", 0);
    EXPECT_FALSE(first(kept, &v1::Command::has_answer_authority)->answer_authority().agreed());
}

TEST_F(DecidingTest, does_not_do_again_what_was_done_before_it_sat_down) {
    hold("A1");
    v1::Share* share = put("share:1")->mutable_share();
    share->set_id(1);
    share->set_item("A1");
    share->set_giver("VT");
    share->add_to("OVJ");
    share->set_form(2);
    EXPECT_TRUE(shares(acts_of(Character::ideal, "VT")).empty());
    be_asked(9, "OVJ", "VT");
    EXPECT_EQ(first(acts_at(Character::ideal, "OVJ", 0), &v1::Command::has_ask_for_information),
              nullptr);
}

TEST(AnswerKey, seats_the_smallest_group_first_in_the_order_of_the_case) {
    AnswerKey key;
    key.roles = {{.id = "OVJ"},
                 {.id = "OOV", .from_group_size = 9},
                 {.id = "GI", .autopilot_only = true},
                 {.id = "VT"}};
    EXPECT_EQ(key.seats_for(2), (std::vector<std::string>{"OVJ", "VT"}));
    EXPECT_EQ(key.seats_for(3), (std::vector<std::string>{"OVJ", "OOV", "VT"}));
    EXPECT_EQ(key.seats_for(0).size(), 3U);
    EXPECT_EQ(key.seats_for(99).size(), 3U);
}

}  // namespace
}  // namespace casustafel::bots
