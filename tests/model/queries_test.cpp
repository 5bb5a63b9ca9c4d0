#include "client/model/queries.hpp"

#include <gtest/gtest.h>

namespace casustafel::model {
namespace {

constexpr std::int64_t minute_ms = 60'000;

class QueriesTest : public testing::Test {
protected:
    v1::Entity& put(const std::string& key) {
        v1::Entity* entity = patch.add_entities();
        entity->set_key(key);
        return *entity;
    }
    v1::Request& ask(std::uint64_t id, const std::string& of, std::int64_t term_ends_sim_ms) {
        v1::Request* request =
            put(contract::entity_key(contract::entities::request, id)).mutable_request();
        request->set_id(id);
        request->set_asker("PRC");
        request->add_to(of);
        request->add_term_ends_sim_ms(term_ends_sim_ms);
        return *request;
    }
    v1::Decision& decision(const std::string& id, std::int64_t deadline_sim_ms) {
        v1::Decision* made = put("decision:" + id).mutable_decision();
        made->set_id(id);
        made->set_status("open");
        made->set_deadline_sim_ms(deadline_sim_ms);
        made->add_deciders("OVJ");
        return *made;
    }
    View seen() const {
        View view;
        view.merge(patch);
        return view;
    }

    v1::ViewPatch patch;
};

TEST_F(QueriesTest, lists_what_waits_for_a_role_the_shortest_term_first) {
    ask(1, "VT", 90 * minute_ms);
    ask(2, "VT", 20 * minute_ms);
    ask(3, "OVJ", 5 * minute_ms);
    ask(4, "VT", 1 * minute_ms).add_answers()->set_by("VT");
    v1::Action* action = put(contract::entity_key(contract::entities::action, 7)).mutable_action();
    action->set_id(7);
    action->add_informed("VT");
    v1::Spoken* spoken = put(contract::entity_key(contract::entities::spoken, 8)).mutable_spoken();
    spoken->set_id(8);
    spoken->add_to("VT");
    std::vector<std::uint64_t> ids;
    for (const Waiting& each : waiting_for(seen(), "VT")) ids.push_back(each.id);
    EXPECT_EQ(ids, (std::vector<std::uint64_t>{2, 1, 8, 7}));
    action->add_confirmed("VT");
    spoken->add_not_heard("VT");
    EXPECT_EQ(waiting_for(seen(), "VT").size(), 2U);
}

TEST_F(QueriesTest, asks_for_the_handover_note_before_anything_else_and_then_for_ready) {
    ask(1, "VT", minute_ms);
    v1::SwapUnderWay* swap = put("swap").mutable_swap();
    swap->set_stage("writing");
    v1::ViewPair* pair = swap->add_pairs();
    pair->set_one("OVJ");
    pair->set_other("VT");
    EXPECT_EQ(swaps_with(*swap, "VT"), "OVJ");
    EXPECT_EQ(swaps_with(*swap, "PRC"), "");
    EXPECT_EQ(waiting_for(seen(), "VT").front().kind, Waiting::Kind::handover_note);
    swap->set_note_written(true);
    EXPECT_EQ(waiting_for(seen(), "VT").front().kind, Waiting::Kind::ready);
    swap->add_ready("VT");
    EXPECT_EQ(waiting_for(seen(), "VT").front().kind, Waiting::Kind::request);
    EXPECT_TRUE(waiting_for(seen(), "PRC").empty()) << "who does not move need not be ready";
}

TEST_F(QueriesTest, puts_questions_for_agreement_only_to_who_can_agree) {
    v1::AuthorityQuestion* question =
        put(contract::entity_key(contract::entities::authority_question, 5))
            .mutable_authority_question();
    question->set_id(5);
    question->set_by("POL-Z");
    question->set_status("open");
    put("role_card:OVJ").mutable_role_card()->set_gives_authority(true);
    put("role_card:POL-Z").mutable_role_card();
    EXPECT_EQ(waiting_for(seen(), "OVJ").size(), 1U);
    EXPECT_TRUE(waiting_for(seen(), "POL-Z").empty());
    question->set_status("agreed");
    EXPECT_TRUE(waiting_for(seen(), "OVJ").empty());
}

TEST_F(QueriesTest, names_the_open_decision_that_falls_due_first) {
    decision("Z1", 300 * minute_ms);
    decision("V1", 200 * minute_ms);
    decision("V0", 100 * minute_ms).set_status("taken");
    ASSERT_NE(next_decision(seen(), 0), nullptr);
    View view = seen();
    EXPECT_EQ(next_decision(view, 0)->id(), "V1");
    EXPECT_EQ(next_decision(view, 250 * minute_ms)->id(), "Z1");
    EXPECT_EQ(next_decision(view, 301 * minute_ms), nullptr);
    EXPECT_TRUE(decides(*view.find<v1::Decision>("Z1"), "OVJ"));
    EXPECT_FALSE(decides(*view.find<v1::Decision>("Z1"), "VT"));
}

TEST_F(QueriesTest, offers_interventions_in_their_time_and_once) {
    v1::Intervention* ban = put("intervention:ban").mutable_intervention();
    ban->set_id("ban");
    ban->set_times_left(1);
    ban->set_until_sim_ms(100);
    v1::Intervention* home = put("intervention:home").mutable_intervention();
    home->set_id("home");
    home->set_used_by("OOV");
    View view = seen();
    EXPECT_EQ(usable_interventions(view, 100).size(), 1U);
    EXPECT_TRUE(usable_interventions(view, 101).empty());
}

}  // namespace
}  // namespace casustafel::model
