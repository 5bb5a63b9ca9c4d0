// The map of meetings: who discusses whom, and what is done with a meeting from there.
#include <gtest/gtest.h>

#include "client/ui/table/table.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute = 60'000, hour = 60 * minute;

v1::Meeting& add(v1::ViewPatch& patch, const std::string& id, const std::string& name,
                 std::initializer_list<const char*> about) {
    v1::Entity& entity = *patch.add_entities();
    entity.set_key("meeting:" + id);
    v1::Meeting& made = *entity.mutable_meeting();
    made.set_id(id);
    made.mutable_name()->set_nl(name);
    made.set_order(static_cast<std::uint32_t>(patch.entities_size()));
    for (const char* person : about) made.add_about(person);
    return made;
}

v1::Entity decision(const std::string& id, const std::string& title, const std::string& option,
                    const std::string& against) {
    v1::Entity entity;
    entity.set_key("decision:" + id);
    v1::Decision& made = *entity.mutable_decision();
    made.set_id(id);
    made.mutable_title()->set_nl(title);
    made.set_table("V");
    made.set_status("taken");
    made.set_option("O");
    made.set_taken_by("PRC");
    made.set_at_sim_ms(11 * hour);
    made.add_contradicts(against);
    made.set_order(id == "V8" ? 80 : 81);
    v1::DecisionOption& taken = *made.add_options();
    taken.set_id("O");
    taken.mutable_title()->set_nl(option);
    return entity;
}

// VT chairs its own meeting, may call one together, and knows of one that went on elsewhere.
model::Model meetings_world() {
    model::Model model = table_world();
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    const v1::Meeting own = *model.main_view()->find<v1::Meeting>("HG");
    v1::Entity& chaired = *patch.add_entities();
    chaired.set_key("meeting:HG");
    *chaired.mutable_meeting() = own;
    chaired.mutable_meeting()->set_chair("VT");
    chaired.mutable_meeting()->add_about("mirjam");
    v1::Meeting& wide = add(patch, "GEZIN", "Gezinsbreed overleg", {"jesse", "mirjam"});
    wide.set_may_convene(true);
    wide.set_chair("PRC");
    wide.mutable_not_yet()->set_nl(
        "Dit kan zodra de casus is aangenomen en twee overleggen over hetzelfde gezin gaan.");
    v1::Meeting& school = add(patch, "SCHOOL", "Overleg schoolverzuim", {"jesse"});
    school.set_over(true);
    school.set_went_on_in("HG");
    v1::Meeting& known = add(patch, "ZSM", "ZSM-overleg", {"jesse"});
    known.set_open(true);
    known.set_chair("OVJ");
    model.views["role:VT"].merge(patch);
    return model;
}

struct Seat {
    model::Model model = meetings_world();
    Remembered outbox{};
    TableState state{};

    void draw(Ui& ui) {
        Panel shown{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_table(shown, state);
    }
};

class Meetings : public testing::Test {
protected:
    Seat seat;
    Harness harness{1600, 900, [this](Ui& ui) { seat.draw(ui); }};

    void SetUp() override {
        seat.state.talk.meetings_open = true;
        harness.settle();
    }
};

TEST_F(Meetings, are_all_on_one_map_from_any_of_them) {
    seat.state.talk.meetings_open = false;
    harness.settle();
    harness.click("talk.all_meetings");
    EXPECT_TRUE(harness.reads("Wie bespreekt wie"));
    EXPECT_TRUE(harness.reads("Gaat verder in overleg huiselijk geweld."));
    EXPECT_TRUE(harness.reads("Nog niet bijeengeroepen."));
    EXPECT_FALSE(harness.shows("meetings.close.ZSM")) << "another chairs it";
}

TEST_F(Meetings, are_called_together_with_a_reason) {
    harness.click("meetings.convene.GEZIN");
    EXPECT_FALSE(harness.widget("meeting.act").enabled);
    harness.click("meeting.words");
    harness.type("Het gaat over een gezin.");
    harness.click("meeting.roles.OVJ");
    harness.click("meeting.act");
    ASSERT_EQ(seat.outbox.acts.size(), 1U);
    const v1::ConveneMeeting& act = seat.outbox.acts[0].convene_meeting();
    EXPECT_EQ(act.meeting(), "GEZIN");
    EXPECT_EQ(act.reason(), "Het gaat over een gezin.");
    ASSERT_EQ(act.roles_size(), 1);
    EXPECT_EQ(act.roles(0), "OVJ");
    EXPECT_TRUE(harness.shows("meetings.convene.GEZIN")) << "back at the map";
}

TEST_F(Meetings, keep_what_was_written_when_the_form_is_closed) {
    harness.click("meetings.convene.GEZIN");
    harness.click("meeting.words");
    harness.type("Het gaat over");
    harness.press(Key::escape);
    EXPECT_TRUE(harness.shows("meetings.convene.GEZIN"));
    harness.click("meetings.close.HG");
    harness.click("meeting.words");
    harness.type("Klaar.");
    harness.press(Key::escape);
    harness.click("meetings.convene.GEZIN");
    EXPECT_TRUE(harness.reads("Het gaat over")) << "also when something else was begun since";
}

TEST_F(Meetings, get_their_form_and_their_end_from_the_chair) {
    harness.click("meetings.format.HG");
    harness.click("meeting.format.fishbowl");
    EXPECT_FALSE(harness.widget("meeting.act").enabled) << "nobody sits in the circle";
    harness.click("meeting.roles.PRC");
    harness.click("meeting.act");
    ASSERT_EQ(seat.outbox.acts.size(), 1U);
    EXPECT_EQ(seat.outbox.acts[0].choose_format().format(), "fishbowl");
    EXPECT_EQ(seat.outbox.acts[0].choose_format().roles(0), "PRC");
    harness.click("meetings.close.HG");
    harness.click("meeting.act");
    ASSERT_EQ(seat.outbox.acts.size(), 2U);
    EXPECT_EQ(seat.outbox.acts[1].close_meeting().meeting(), "HG");
}

TEST_F(Meetings, show_decisions_that_do_not_go_together) {
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    *patch.add_entities() = decision("V8", "Waar gaat Jesse wonen?", "Bij oma", "V9");
    *patch.add_entities() =
        decision("V9", "Wat doet school?", "Plaatsing in een andere stad", "V8");
    seat.model.views["role:VT"].merge(patch);
    harness.settle();
    EXPECT_TRUE(harness.reads("Deze besluiten gaan niet samen"));
    EXPECT_TRUE(harness.reads("Wat doet school?: plaatsing in een andere stad"));
}

class MeetingScreens : public ScreenStates {};

TEST_P(MeetingScreens, are_read_in_every_state) {
    Seat seat;
    seat.state.talk.meetings_open = true;
    look_at("meetings-map", seat);
    const auto begun = [&](MeetingDraft draft) {
        seat.state.talk.meeting_act = "begun";
        seat.state.talk.meetings["begun"] = std::move(draft);
    };
    begun({"GEZIN", MeetingDraft::Doing::convene, "Een gezin.", {"OVJ"}, {}});
    look_at("meetings-convene", seat);
    begun({"HG", MeetingDraft::Doing::format, {}, {"PRC"}, "fishbowl"});
    look_at("meetings-format", seat);
    begun({"HG", MeetingDraft::Doing::close, {}, {}, {}});
    look_at("meetings-close", seat);
    Seat away;
    away.model = offline(meetings_world());
    away.state.talk.meetings_open = true;
    look_at("meetings-offline", away);
}

INSTANTIATE_SCREENS(MeetingScreens);

}  // namespace
}  // namespace casustafel::ui
