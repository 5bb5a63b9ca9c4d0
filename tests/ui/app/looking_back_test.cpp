// The table after the end, to read: whatever stands in the dock opens, and nothing can be done.
#include <gtest/gtest.h>

#include "client/ui/app/app.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

constexpr const char* long_title =
    "Welke afspraken maken we met Ronald, Mirjam en de kinderen over de eerste weken na zijn "
    "vrijlating?";

model::Model world() {
    model::Model model = ended_world();
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity decision = *model.views["role:VT"].find("decision:V2");
    decision.mutable_decision()->mutable_title()->set_nl(long_title);
    *patch.add_entities() = decision;
    model.views["role:VT"].merge(patch);
    return model;
}

struct Back {
    model::Model model = world();
    Remembered outbox{};
    App app{};

    void draw(Ui& ui) { app.draw(ui, model, outbox, 1000, {}); }
};

class LookingBack : public testing::Test {
protected:
    Back back;
    Harness harness{1280, 720, [this](Ui& ui) { back.draw(ui); }};

    void SetUp() override {
        harness.settle();
        harness.click("end.look_back");
    }
    void open(const std::string& tab, const std::string& name) {
        harness.click("dock.tab." + tab);
        harness.click(name);
    }
};

TEST_F(LookingBack, opens_a_decision_that_was_taken_with_its_whole_title) {
    open("decisions", "decision.V2.open");
    EXPECT_TRUE(harness.reads("Als Milan toch thuisblijft merkt de mentor het."));
    EXPECT_TRUE(harness.reads("eerste weken na zijn vrijlating?"));
    EXPECT_EQ(text_faults(harness.ui), "");
    EXPECT_FALSE(harness.shows("decision.take"));
    harness.press(Key::escape);
    EXPECT_FALSE(harness.reads("Als Milan toch thuisblijft merkt de mentor het."));
    EXPECT_TRUE(harness.shows("end.back")) << "Esc closes the dialog, not the table";
}

TEST_F(LookingBack, opens_a_decision_that_was_never_taken_with_what_was_proposed) {
    open("decisions", "decision.V1.open");
    EXPECT_TRUE(harness.reads("Ben heeft een kamer vrij."));
    EXPECT_TRUE(harness.reads("Rustig alternatief, vandaag te regelen."));
    EXPECT_FALSE(harness.shows("decision.option.help"));
    EXPECT_FALSE(harness.shows("decision.text"));
    EXPECT_FALSE(harness.shows("decision.take"));
    EXPECT_FALSE(harness.shows("decision.propose"));
}

TEST_F(LookingBack, opens_an_action_without_a_way_to_change_it) {
    open("plan", "action.80.open");
    EXPECT_FALSE(harness.shows("action.act"));
    EXPECT_FALSE(harness.shows("action.withdraw"));
    EXPECT_FALSE(harness.shows("action.text"));
    EXPECT_TRUE(harness.reads("Wie moet dit weten?"));
    EXPECT_FALSE(harness.reads("Actie aanpassen"));
    harness.press(Key::escape);
    EXPECT_FALSE(harness.reads("Wie moet dit weten?"));
    EXPECT_TRUE(harness.shows("end.back"));
}

TEST_F(LookingBack, opens_interventions_used_or_not) {
    open("interventions", "intervention.OPVANG.open");
    EXPECT_TRUE(harness.reads("Binnen een uur geregeld, als Mirjam het wil."));
    EXPECT_FALSE(harness.shows("intervention.act"));
    harness.press(Key::escape);
    harness.click("intervention.ALARM.open");
    EXPECT_FALSE(harness.shows("intervention.act"));
    EXPECT_FALSE(harness.shows("intervention.text"));
}

TEST(LookingBackAfterAnAct, shows_the_table_and_not_what_was_half_done) {
    Back back{table_world()};
    Harness harness{1280, 720, [&](Ui& ui) { back.draw(ui); }};
    harness.settle();
    harness.click("dock.tab.decisions");
    harness.click("decision.V1.open");
    EXPECT_TRUE(harness.shows("decision.take"));
    back.model = world();
    harness.settle();
    harness.click("end.look_back");
    EXPECT_FALSE(harness.reads("Wat zijn de keuzes?"));
    EXPECT_FALSE(harness.reads("Rustig alternatief, vandaag te regelen."));
}

class LookingBackLook : public ScreenStates {};

TEST_P(LookingBackLook, is_readable) {
    const auto look = [&](const char* picture, auto open) {
        Back back;
        back.app.state.end.looking_back = true;
        open(back.app.state.tables["VT"]);
        look_at(picture, back);
    };
    look("looking-decision-taken", [](TableState& table) { table.decision.open = "V2"; });
    look("looking-decision-open", [](TableState& table) { table.decision.open = "V1"; });
    look("looking-action", [](TableState& table) { table.plan.reading = 80; });
    look("looking-intervention", [](TableState& table) { table.intervention.open = "OPVANG"; });
}

INSTANTIATE_SCREENS(LookingBackLook);

}  // namespace
}  // namespace casustafel::ui
