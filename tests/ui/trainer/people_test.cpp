// The people of an exercise, at the trainer's screen: who is here, who asks for a seat, what each
// is called, who may come in, and who goes.
#include "client/ui/trainer/acts/people.hpp"

#include <gtest/gtest.h>

#include "client/ui/trainer/console/trainer.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Desk {
    model::Model model = trainer_world();
    Remembered outbox{};
    TrainerState state{};

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_trainer(panel, state);
    }
    // A participant who sits nowhere.
    void let_in(std::uint32_t id, const std::string& name) {
        v1::ViewPatch patch;
        v1::Entity& entity = *patch.add_entities();
        entity.set_key("participant:" + std::to_string(id));
        entity.mutable_participant()->set_id(id);
        entity.mutable_participant()->set_connected(true);
        model.views["trainer"].merge(patch);
        model.names[id] = name;
    }
};

class PeopleStates : public ScreenStates {};

TEST_P(PeopleStates, are_readable_with_wishes_and_a_closed_door) {
    Desk desk;
    desk.let_in(77, "Annelies van der Ploeg-Wijnschenk");
    desk.model.seat_wishes[77] = "OVJ";
    desk.model.door_open = false;
    look_at("trainer-wish", desk);
    desk.state.people.open = true;
    look_at("trainer-people", desk);
    desk.state.people.renaming = 77;
    look_at("trainer-people-renaming", desk);
    desk.state.people.away_asked = 77;
    look_at("trainer-people-away", desk);
}

INSTANTIATE_SCREENS(PeopleStates);

class People : public testing::Test {
protected:
    Desk desk;
    Harness harness{1280, 720, [this](Ui& ui) { desk.draw(ui); }};

    void SetUp() override {
        desk.let_in(77, "Annelies");
        desk.state.people.open = true;
        harness.settle();
    }
};

TEST_F(People, gives_the_role_that_somebody_asked_for) {
    desk.state.people.open = false;
    desk.model.seat_wishes[77] = "OVJ";
    harness.settle();
    EXPECT_TRUE(harness.reads("Annelies vraagt om rol OVJ"));
    harness.click("wishes.grant");
    ASSERT_FALSE(desk.outbox.acts.empty());
    EXPECT_EQ(desk.outbox.acts.back().assign_role().participant(), 77u);
    EXPECT_EQ(desk.outbox.acts.back().assign_role().role(), "OVJ");
    EXPECT_FALSE(desk.outbox.acts.back().assign_role().move());
}

TEST_F(People, closes_and_opens_the_door) {
    harness.click("people.door");
    ASSERT_FALSE(desk.outbox.said.empty());
    EXPECT_FALSE(desk.outbox.said.back().set_door().open());
    desk.model.door_open = false;
    harness.settle();
    harness.click("people.door");
    EXPECT_TRUE(desk.outbox.said.back().set_door().open());
}

TEST_F(People, gives_somebody_another_name) {
    harness.click("people.rename.77");
    harness.settle();
    harness.type(" B.");
    harness.click("people.keep.77");
    ASSERT_FALSE(desk.outbox.said.empty());
    EXPECT_EQ(desk.outbox.said.back().rename().participant(), 77u);
    EXPECT_EQ(desk.outbox.said.back().rename().name(), "Annelies B.");
}

TEST_F(People, sends_somebody_away_only_after_a_question) {
    harness.click("people.away.77");
    harness.settle();
    EXPECT_TRUE(desk.outbox.acts.empty());
    harness.click("away.cancel");
    harness.settle();
    EXPECT_TRUE(desk.outbox.acts.empty());
    harness.click("people.away.77");
    harness.settle();
    harness.click("away.yes");
    ASSERT_FALSE(desk.outbox.acts.empty());
    EXPECT_EQ(desk.outbox.acts.back().send_away().participant(), 77u);
}

}  // namespace
}  // namespace casustafel::ui
