// The end tells of the person's whole exercise, over all the seats they held; a handover tells what
// the seat did, also when nobody wrote it down.
#include "client/ui/interludes/stints.hpp"

#include <gtest/gtest.h>

#include "client/ui/app/app.hpp"
#include "client/ui/interludes/deeds.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

// Under this name the same view as this person's VT has, as it is seen from another seat.
void move_to(model::Model& model, const std::string& from, const std::string& to) {
    model::View view = model.views.at("role:" + from);
    v1::ViewPatch patch;
    patch.set_view("role:" + to);
    for (const auto& [key, known] : view.entities()) {
        const v1::Entity& entity = *known.entity;
        if (entity.has_role() && (entity.role().id() == from || entity.role().id() == to)) {
            v1::Entity changed = entity;
            changed.mutable_role()->set_occupant(entity.role().id() == to ? model.participant : 0);
            *patch.add_entities() = changed;
        }
    }
    view.merge(patch);
    model.views.erase("role:" + from);
    model.views["role:" + to] = view;
}

void share_by(model::Model& model, const std::string& role, std::uint64_t id) {
    v1::ViewPatch patch;
    patch.set_view("role:" + role);
    v1::Entity& entity = *patch.add_entities();
    entity.set_key("share:000000000000" + std::to_string(1000 + id));
    entity.mutable_share()->set_id(1000 + id);
    entity.mutable_share()->set_giver(role);
    entity.mutable_share()->set_item("A03");
    entity.mutable_share()->add_to("CAS");
    entity.mutable_share()->set_form(2);
    entity.mutable_share()->set_at_sim_ms(1);
    model.views.at("role:" + role).merge(patch);
}

void end(model::Model& model, const std::string& role) {
    v1::ViewPatch patch;
    patch.set_view("role:" + role);
    v1::Entity entity = *model.views.at("role:" + role).find("session");
    entity.mutable_session()->set_phase("ended");
    entity.mutable_session()->set_end_reason("time_is_up");
    *patch.add_entities() = entity;
    model.views.at("role:" + role).merge(patch);
}

struct Everything {
    model::Model model = table_world();
    Remembered outbox;
    App app;
    LinkTrouble trouble;

    void draw(Ui& ui) { app.draw(ui, model, outbox, 1000, trouble); }
};

class WholeExercise : public testing::Test {
protected:
    Everything all;
    Harness harness{1280, 720, [this](Ui& ui) { all.draw(ui); }};
    Stints& stints = all.app.state.end.stints;
};

TEST_F(WholeExercise, counts_what_was_done_in_a_seat_that_was_left) {
    harness.settle();
    share_by(all.model, "VT", 1);
    harness.settle();
    EXPECT_EQ(stints.own().shared, 1);
    move_to(all.model, "VT", "OVJ");
    harness.settle();
    share_by(all.model, "OVJ", 2);
    share_by(all.model, "OVJ", 3);
    harness.settle();
    ASSERT_EQ(stints.all.size(), 2U);
    EXPECT_EQ(stints.all[0].own().shared, 1);
    EXPECT_EQ(stints.all[1].own().shared, 2);
    end(all.model, "OVJ");
    harness.settle();
    EXPECT_TRUE(harness.reads("3 stukken gedeeld"));
    EXPECT_TRUE(harness.reads("Op de stoel van VT (Veilig Thuis)"));
    EXPECT_TRUE(harness.reads("1 stuk gedeeld"));
    EXPECT_TRUE(harness.reads("2 stukken gedeeld"));
}

TEST_F(WholeExercise, survives_a_new_start_of_the_program) {
    harness.settle();
    share_by(all.model, "VT", 1);
    harness.settle();
    move_to(all.model, "VT", "OVJ");
    harness.settle();
    Everything later;
    later.model = all.model;
    later.model.returned = true;
    later.app.restore_drafts(harness.ui, later.model, all.app.kept_drafts());
    EXPECT_TRUE(later.app.state.tables["OVJ"].bar.tell.title.empty()) << "nothing was begun";
    Harness again(1280, 720, [&](Ui& ui) { later.draw(ui); });
    share_by(later.model, "OVJ", 2);
    again.settle();
    EXPECT_EQ(later.app.state.end.stints.own().shared, 2);
    EXPECT_FALSE(later.app.state.end.stints.partly);
}

TEST(WholeExerciseElsewhere, says_when_this_screen_did_not_see_all_of_it) {
    Everything all;
    all.model.returned = true;
    Harness harness(1280, 720, [&](Ui& ui) { all.draw(ui); });
    harness.settle();
    end(all.model, "VT");
    harness.settle();
    EXPECT_TRUE(harness.reads("Op dit scherm is niet alles te zien"));
}

TEST_F(WholeExercise, does_not_say_you_of_what_was_said_before_one_came) {
    // Somebody else wrote as VT; then the trainer gives this person the seat.
    model::View seat = all.model.views.at("role:VT");
    all.model.views.erase("role:VT");
    all.model.views["seat"] = seat;
    harness.settle();
    all.model.views.erase("seat");
    all.model.views["role:VT"] = seat;
    harness.settle();
    EXPECT_EQ(stints.all.back().own(), Tally{}) << "nothing yet";
    EXPECT_TRUE(harness.reads("VT, vóór jou"));
}

TEST_F(WholeExercise, begins_nothing_that_was_sent_before_a_seat_was_left) {
    all.model = swap_world("writing");
    harness.settle();
    harness.type("Bel Mirjam");
    harness.click("swap.save");
    move_to(all.model, "VT", "OVJ");
    harness.settle();
    EXPECT_EQ(all.app.state.tables["VT"].swap.note, "");
    EXPECT_EQ(all.app.kept_drafts().find("Mirjam"), std::string::npos);
}

class InterludeStates : public ScreenStates {};

TEST_P(InterludeStates, are_readable) {
    Everything all;
    all.model = ended_world();
    all.app.state.end.stints.all = {
        {.role = "OVJ", .held = false, .last = {4, 3, 2, 1, 1}},
        {.role = "VT", .since_sim_ms = 1, .before = {1, 0, 0, 0, 0}, .last = {1, 5, 1, 2, 0}}};
    all.app.state.end.stints.looked = all.app.state.end.stints.partly = true;
    look_at("end-two-seats", all);
    for (const char* stage : {"writing", "reading"}) {
        Everything swapping;
        swapping.model = swap_world(stage);
        look_at(std::string("swap-") + stage, swapping);
    }
}

INSTANTIATE_SCREENS(InterludeStates);

// One thing that VT did, and what must be told of it.
struct Done {
    const char* key;
    void (*fill)(v1::Entity&);
    const char* told;
};

constexpr Done done[] = {
    {"decision:Z9",
     [](v1::Entity& entity) {
         v1::Decision& decision = *entity.mutable_decision();
         decision.set_id("Z9");
         decision.mutable_title()->set_nl("Waar slaapt Jesse?");
         decision.set_status("taken");
         decision.set_option("oma");
         decision.set_taken_by("VT");
         v1::DecisionOption& option = *decision.add_options();
         option.set_id("oma");
         option.mutable_title()->set_nl("Bij oma");
     },
     "Besloten: ‘Waar slaapt Jesse?’ Bij oma"},
    {"proposal:00000000000000a1",
     [](v1::Entity& entity) {
         entity.mutable_proposal()->set_id(0xA1);
         entity.mutable_proposal()->set_decision("V2");
         entity.mutable_proposal()->set_by("VT");
         entity.mutable_proposal()->set_text("Eerst rust");
     },
     "Eerst rust"},
    {"intervention:OPVANG",
     [](v1::Entity& entity) {
         entity.mutable_intervention()->set_id("OPVANG");
         entity.mutable_intervention()->mutable_title()->set_nl("Opvang regelen");
         entity.mutable_intervention()->set_used_by("VT");
     },
     "Ingezet Opvang regelen"},
    {"action:00000000000000a2",
     [](v1::Entity& entity) {
         entity.mutable_action()->set_id(0xA2);
         entity.mutable_action()->set_author("PRC");
         entity.mutable_action()->set_lead("VT");
         entity.mutable_action()->set_text("Mirjam thuis bezoeken");
     },
     "Afgesproken: trekker van deze actie Mirjam thuis bezoeken"},
    {"authority:00000000000000a3",
     [](v1::Entity& entity) {
         entity.mutable_authority_question()->set_id(0xA3);
         entity.mutable_authority_question()->set_by("VT");
         entity.mutable_authority_question()->set_to("OVJ");
         entity.mutable_authority_question()->set_item("A03");
         entity.mutable_authority_question()->set_status("open");
     },
     "Vroeg OVJ om akkoord"},
    {"request:00000000000000a4",
     [](v1::Entity& entity) {
         v1::Request& request = *entity.mutable_request();
         request.set_id(0xA4);
         request.set_asker("CAS");
         request.add_to("VT");
         request.set_text("Mag ik oma bellen?");
         v1::Answer& answer = *request.add_answers();
         answer.set_by("VT");
         answer.set_kind("refused");
         answer.set_reason("not_necessary");
         answer.set_text("Ik bel haar zelf");
     },
     "Mag ik oma bellen? Ik bel haar zelf"},
    {"request:00000000000000a5",
     [](v1::Entity& entity) {
         v1::Request& request = *entity.mutable_request();
         request.set_id(0xA5);
         request.set_asker("VT");
         request.add_to("NAZ");
         request.set_text("Waar slaapt Ronald?");
     },
     "Vraag aan NAZ, nog open Waar slaapt Ronald?"},
    {"share:00000000000000a6",
     [](v1::Entity& entity) {
         entity.mutable_share()->set_id(0xA6);
         entity.mutable_share()->set_giver("VT");
         entity.mutable_share()->add_to("PRC");
         entity.mutable_share()->set_item("A03");
         entity.mutable_share()->set_form(2);
     },
     "Deelde met PRC, als conclusie"},
    {"spoken:00000000000000a7",
     [](v1::Entity& entity) {
         entity.mutable_spoken()->set_id(0xA7);
         entity.mutable_spoken()->set_giver("VT");
         entity.mutable_spoken()->add_to("CAS");
         entity.mutable_spoken()->set_item("A03");
     },
     "Zei hardop tegen CAS"},
    {"message:00000000000000a8",
     [](v1::Entity& entity) {
         entity.mutable_message()->set_id(0xA8);
         entity.mutable_message()->set_sender("VT");
         entity.mutable_message()->add_to("PRC");
         entity.mutable_message()->set_text("Ik regel het vóór vijven, beloofd");
         entity.mutable_message()->set_at_sim_ms(999'999'999);
     },
     "Schreef aan PRC Ik regel het vóór vijven, beloofd"},
};

std::string told_of(const std::vector<Deed>& deeds) {
    std::string all;
    for (const Deed& deed : deeds) all += deed.title + " " + deed.words + "\n";
    return as_read(all);
}

TEST(Deeds, tell_each_kind_of_act_that_binds_whoever_holds_the_seat_next) {
    for (const Done& each : done) {
        model::Model model = swap_world("reading");
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        v1::Entity& entity = *patch.add_entities();
        entity.set_key(each.key);
        each.fill(entity);
        model.views.at("role:VT").merge(patch);
        Remembered outbox;
        std::string told;
        Harness harness(1280, 720, [&](Ui& ui) {
            const Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
            told = told_of(deeds_of(panel, "VT"));
        });
        harness.settle();
        EXPECT_NE(told.find(as_read(each.told)), std::string::npos) << each.key << "\n" << told;
    }
}

TEST(Deeds, stand_under_the_handover_that_the_next_holder_reads) {
    Everything all;
    all.model = swap_world("reading");
    Harness harness(1280, 720, [&](Ui& ui) { all.draw(ui); });
    harness.settle();
    EXPECT_NE(harness.ui.number("swap.card.needed"), 0);
    std::string all_of_it = harness.everything();
    for (int turn = 0; turn < 8; ++turn) {
        harness.wheel({700, 400}, -4);
        harness.settle();
        all_of_it += harness.everything();
    }
    EXPECT_NE(all_of_it.find("Wat er vanaf deze stoel is gedaan"), std::string::npos);
    EXPECT_NE(all_of_it.find(as_read("Vroeg NAZ")), std::string::npos);
}

}  // namespace
}  // namespace casustafel::ui
