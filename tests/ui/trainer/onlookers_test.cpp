// Inviting people to look on, at the trainer's screen: whose eyes is always chosen, the code stands
// there to be copied, and the trainer ends it.
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
    void admit(std::uint32_t id, const std::string& name, const std::string& role,
               const std::string& table, std::uint32_t minutes, bool connected) {
        v1::ViewPatch patch;
        v1::Entity& entity = *patch.add_entities();
        entity.set_key("observer:" + std::to_string(id));
        v1::Observer& observer = *entity.mutable_observer();
        observer.set_id(id);
        observer.set_role(role);
        observer.set_table(table);
        observer.set_delay_minutes(minutes);
        observer.set_connected(connected);
        model.views["trainer"].merge(patch);
        model.observers[id] = name;
        v1::ObserverLink link;
        link.set_observer(id);
        link.set_code("M3P9WXY" + std::to_string(id));
        link.set_address("https://oefenen.example.nl/M3P9-WXY" + std::to_string(id));
        model.observer_links.push_back(link);
    }
};

class OnlookersStates : public ScreenStates {};

TEST_P(OnlookersStates, are_readable_with_nobody_and_with_several) {
    Desk desk;
    desk.state.onlookers.open = true;
    look_at("trainer-onlookers-nobody", desk);
    desk.admit(1, "Wethouder De Haan", "VT", "", 5, true);
    desk.admit(2, "Annelies van der Ploeg-Wijnschenk", "", "Z", 0, false);
    desk.admit(3, "Inspectie", "", "", 60, true);
    look_at("trainer-onlookers", desk);
    desk.state.onlookers.open = false;
    look_at("trainer-onlookers-bar", desk);
}

INSTANTIATE_SCREENS(OnlookersStates);

class TrainerOnlookers : public testing::Test {
protected:
    Desk desk;
    Harness harness{1280, 720, [this](Ui& ui) { desk.draw(ui); }};

    void SetUp() override {
        desk.state.onlookers.open = true;
        harness.settle();
    }
    const v1::InviteObserver& invited() { return desk.outbox.said.back().invite_observer(); }
};

TEST_F(TrainerOnlookers, invites_only_who_has_a_name_and_with_whose_eyes_chosen) {
    EXPECT_FALSE(harness.widget("onlookers.invite").enabled);
    harness.click("onlookers.name");
    harness.type("Wethouder De Haan");
    EXPECT_FALSE(harness.widget("onlookers.invite").enabled);
    EXPECT_TRUE(harness.reads("Kies wat deze persoon ziet."));
    harness.click("onlookers.whom");
    harness.click("onlookers.whom.table:Z");
    harness.click("onlookers.delay");
    harness.click("onlookers.delay.5");
    harness.click("onlookers.invite");
    ASSERT_FALSE(desk.outbox.said.empty());
    EXPECT_EQ(invited().name(), "Wethouder De Haan");
    EXPECT_EQ(invited().table(), "Z");
    EXPECT_EQ(invited().role(), "");
    EXPECT_EQ(invited().delay_minutes(), 5u);
    EXPECT_FALSE(harness.widget("onlookers.invite").enabled);
}

TEST_F(TrainerOnlookers, invites_for_one_role_or_for_all) {
    harness.click("onlookers.name");
    harness.type("Inspectie");
    harness.click("onlookers.whom");
    harness.click("onlookers.whom.all");
    harness.click("onlookers.invite");
    EXPECT_EQ(invited().table() + invited().role(), "");
    EXPECT_EQ(invited().delay_minutes(), 0u);
    harness.click("onlookers.name");
    harness.type("Collega");
    harness.click("onlookers.whom");
    harness.click("onlookers.whom.role:OVJ");
    harness.click("onlookers.invite");
    EXPECT_EQ(invited().role(), "OVJ");
}

TEST_F(TrainerOnlookers, shows_the_code_copies_the_link_and_ends_it) {
    desk.admit(2, "Wethouder De Haan", "", "", 5, true);
    harness.settle();
    EXPECT_TRUE(harness.reads("M3P9"));
    harness.click("onlookers.copy.2");
    EXPECT_EQ(harness.ui.paste(), "https://oefenen.example.nl/M3P9-WXY2");
    EXPECT_TRUE(harness.reads("Gekopieerd"));
    harness.click("onlookers.stop.2");
    ASSERT_FALSE(desk.outbox.acts.empty());
    EXPECT_EQ(desk.outbox.acts.back().dismiss_observer().observer(), 2u);
}

TEST_F(TrainerOnlookers, is_reached_from_the_menu_and_from_the_eye_in_the_bar) {
    desk.state.onlookers.open = false;
    harness.settle();
    harness.click("bar.menu");
    harness.click("bar.menu.onlookers");
    EXPECT_TRUE(desk.state.onlookers.open);
    desk.state.onlookers = {};
    desk.admit(2, "Wethouder De Haan", "", "", 5, true);
    harness.settle();
    harness.click("bar.onlookers");
    EXPECT_TRUE(desk.state.onlookers.open);
}

}  // namespace
}  // namespace casustafel::ui
