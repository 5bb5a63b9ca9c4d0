// Looking back in the window: what was stands there as it was, plainly not now, and nothing can be
// done; one goes through it by mouse and keys, and follows a trainer until one looks around.
#include <gtest/gtest.h>

#include <algorithm>

#include "client/ui/app/app.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

v1::ReplayMoment moment(std::uint64_t position, const std::string& kind, const std::string& role,
                        const std::string& key) {
    v1::ReplayMoment made;
    made.set_position(position);
    made.set_sim_ms((10 * 60 + static_cast<std::int64_t>(position)) * 60'000);
    made.set_real_ms(static_cast<std::int64_t>(position) * 4'000);
    made.set_kind(kind);
    made.set_role(role);
    made.set_participant(role.empty() ? 0 : 1);
    made.mutable_sentence()->set_key(key);
    return made;
}

// The view that stood there then: that of the table while it ran.
void put_back(model::Model& model, std::uint64_t position, const std::string& role) {
    model.views["back"] = table_world().views.at("role:VT");
    model.looked_back.set_position(position);
    model.looked_back.set_role(role);
    model.looked_back.set_sim_ms((10 * 60 + static_cast<std::int64_t>(position)) * 60'000);
    model.looked_back.set_shown(!role.empty());
    ++model.looks_back;
}

model::Model world() {
    model::Model model = ended_world();
    model.arrivals = 1;
    model.replay.moments = {moment(4, "session", {}, "replay.started")};
    v1::ReplayMoment shared = moment(9, "share", "VT", "report.story.shared");
    shared.mutable_sentence()->add_arguments()->set_role("VT");
    shared.mutable_sentence()->add_arguments()->mutable_roles()->add_ids("OVJ");
    shared.mutable_sentence()->add_arguments()->set_word("report.form.facts");
    shared.mutable_sentence()->add_arguments()->mutable_named()->set_id("A03");
    shared.set_item("A03");
    model.replay.moments.push_back(shared);
    v1::ReplayMoment wrote = moment(12, "talk", "OVJ", "report.story.message");
    wrote.mutable_sentence()->add_arguments()->set_role("OVJ");
    wrote.mutable_sentence()->add_arguments()->mutable_roles()->add_ids("VT");
    wrote.set_typed("Kun je mij vanmiddag bellen?");
    model.replay.moments.push_back(wrote);
    v1::ReplayMoment decided = moment(20, "decision", "OVJ", "replay.decided_only");
    decided.mutable_sentence()->add_arguments()->set_role("OVJ");
    decided.mutable_sentence()->add_arguments()->mutable_named()->mutable_title()->set_nl(
        "Wat nu?");
    model.replay.moments.push_back(decided);
    for (std::uint64_t more = 21; more < 40; ++more)
        model.replay.moments.push_back(moment(more, "swap", "VT", "feed.swap_reading"));
    model.replay.roles = {"VT"};
    model.replay.last = 40;
    model.replay.whole = true;
    put_back(model, 4, "VT");
    return model;
}

struct Back {
    model::Model model = world();
    Remembered outbox{};
    App app{};

    void draw(Ui& ui) { app.draw(ui, model, outbox, 1000, {}); }
};

class Replaying : public testing::Test {
protected:
    Back back;
    Harness harness{1280, 720, [this](Ui& ui) { back.draw(ui); }};

    void SetUp() override {
        harness.settle();
        harness.click("end.replay");
    }
    const v1::LookBack& asked() { return back.outbox.said.back().look_back(); }
    std::size_t at() { return back.app.state.replay.at; }
};

TEST_F(Replaying, asks_what_happened_and_what_stood_there) {
    ASSERT_EQ(back.outbox.said.size(), 2U);
    EXPECT_TRUE(back.outbox.said[0].has_ask_replay());
    EXPECT_EQ(asked().position(), 4U);
    EXPECT_EQ(asked().role(), "");
}

TEST_F(Replaying, is_plainly_not_now_and_nothing_can_be_done) {
    EXPECT_TRUE(harness.reads("Terugkijken: dit is geweest"));
    EXPECT_TRUE(harness.shows("past.line"));
    for (const char* name : {"item.share", "item.ask", "item.mark", "talk.send"})
        EXPECT_FALSE(harness.shows(name) && harness.widget(name).enabled) << name;
    EXPECT_TRUE(harness.shows("item.share"));
    EXPECT_EQ(text_faults(harness.ui), "");
    EXPECT_EQ(widget_faults(harness.ui), "");
    EXPECT_TRUE(back.outbox.acts.empty());
}

TEST_F(Replaying, tells_each_moment_with_the_role_and_who_played_it) {
    EXPECT_TRUE(harness.reads("VT gaf OVJ de feiten van A03."));
    EXPECT_TRUE(harness.reads("“Kun je mij vanmiddag bellen?”"));
    EXPECT_TRUE(harness.reads("VT · " + back.model.name_of(1)));
}

TEST_F(Replaying, goes_through_time_by_keys_by_the_list_and_by_key_moments) {
    harness.ui.focus("past.line");
    harness.settle();
    harness.press(Key::right);
    EXPECT_EQ(at(), 1U);
    harness.press(Key::end);
    EXPECT_EQ(at(), back.model.replay.moments.size() - 1);
    harness.press(Key::home);
    EXPECT_EQ(at(), 0U);
    harness.click("past.next");
    EXPECT_EQ(at(), 3U) << "the decision, past a share and a message";
    harness.click("past.previous");
    EXPECT_EQ(at(), 0U);
    harness.click("past.moment.2");
    EXPECT_EQ(at(), 2U);
    harness.pass(1);
    EXPECT_EQ(asked().position(), 12U);
}

TEST_F(Replaying, plays_at_the_pace_that_was_chosen) {
    harness.click("past.play");
    harness.pass(1);
    EXPECT_EQ(at(), 0U);
    harness.click("past.speed.16");
    for (int frame = 0; frame < 12; ++frame) harness.pass(0.2);
    EXPECT_GE(at(), 1U);
    EXPECT_TRUE(back.app.state.replay.playing);
    for (int frame = 0; frame < 100; ++frame) harness.pass(0.5);
    EXPECT_EQ(at(), back.model.replay.moments.size() - 1);
    EXPECT_FALSE(back.app.state.replay.playing);
}

TEST_F(Replaying, lists_what_is_asked_for) {
    back.app.state.replay.kind = "decision";
    harness.settle();
    EXPECT_FALSE(harness.shows("past.moment.1"));
    EXPECT_TRUE(harness.shows("past.moment.3"));
    back.app.state.replay.kind.clear();
    back.app.state.replay.item = "A03";
    harness.settle();
    EXPECT_TRUE(harness.shows("past.moment.1"));
    EXPECT_FALSE(harness.shows("past.moment.3"));
}

TEST_F(Replaying, says_that_a_seat_was_not_ones_own_then) {
    put_back(back.model, 4, "");
    harness.settle();
    EXPECT_TRUE(harness.reads("Hier is geen tafel te zien"));
}

TEST_F(Replaying, follows_a_trainer_until_one_looks_around_and_then_again) {
    back.model.led.set_position(12);
    back.model.leads = 1;
    harness.settle();
    EXPECT_EQ(at(), 2U);
    EXPECT_TRUE(harness.reads("De trainer wijst aan"));
    harness.click("past.next");
    EXPECT_EQ(at(), 3U);
    back.model.led.set_position(9);
    back.model.leads = 2;
    harness.settle();
    EXPECT_EQ(at(), 3U);
    EXPECT_TRUE(harness.reads("Je kijkt zelf rond"));
    harness.click("past.follow");
    EXPECT_EQ(at(), 1U);
}

TEST_F(Replaying, closes_with_escape) {
    harness.press(Key::escape);
    EXPECT_TRUE(harness.shows("end.replay"));
}

// A trainer, who sees every role.
struct Desk {
    model::Model model = [] {
        model::Model made = trainer_world();
        v1::ViewPatch patch;
        patch.set_view("trainer");
        v1::Entity session = *made.views["trainer"].find("session");
        session.mutable_session()->set_phase("ended");
        session.mutable_session()->set_running(false);
        *patch.add_entities() = session;
        made.views["trainer"].merge(patch);
        const model::Model past = world();
        made.arrivals = 1;
        made.replay = past.replay;
        made.replay.roles = {"OVJ", "VT"};
        put_back(made, 9, "VT");
        return made;
    }();
    Remembered outbox{};
    App app{};

    void draw(Ui& ui) { app.draw(ui, model, outbox, 1000, {}); }
};

TEST(ReplayingTrainer, leads_everybody_and_lets_them_go) {
    Desk desk;
    Harness harness{1600, 900, [&](Ui& ui) { desk.draw(ui); }};
    harness.settle();
    harness.click("trainer.replay");
    EXPECT_EQ(text_faults(harness.ui), "");
    harness.click("past.lead");
    harness.click("past.next");
    ASSERT_TRUE(std::any_of(desk.outbox.said.begin(), desk.outbox.said.end(), [](const auto& each) {
        return each.has_lead_replay() && each.lead_replay().position() == 20 &&
               each.lead_replay().role() == "OVJ";
    }));
    harness.click("past.lead");
    EXPECT_TRUE(desk.outbox.said.back().has_lead_replay());
    EXPECT_TRUE(desk.outbox.said.back().lead_replay().released());
}

TEST(ReplayingTrainer, opens_the_case_after_a_question) {
    Desk desk;
    Harness harness{1280, 720, [&](Ui& ui) { desk.draw(ui); }};
    harness.settle();
    harness.click("trainer.replay");
    harness.click("past.declassify");
    EXPECT_TRUE(harness.reads("Alle rollen vrijgeven?"));
    EXPECT_TRUE(desk.outbox.acts.empty());
    harness.click("past.open_all.yes");
    ASSERT_EQ(desk.outbox.acts.size(), 1U);
    EXPECT_TRUE(desk.outbox.acts[0].has_declassify_case());
}

TEST(ReplayingTrainer, can_be_looked_at) {
    for (const auto& [wide, high] : {std::pair{1280, 720}, {1600, 900}, {800, 600}}) {
        Desk desk;
        Harness harness{wide, high, [&](Ui& ui) { desk.draw(ui); }};
        harness.settle();
        harness.click("trainer.replay");
        harness.keep("replay_trainer_" + std::to_string(wide));
        EXPECT_EQ(widget_faults(harness.ui), "");
        Back back;
        Harness seat{wide, high, [&](Ui& ui) { back.draw(ui); }};
        seat.settle();
        seat.click("end.replay");
        seat.keep("replay_participant_" + std::to_string(wide));
        EXPECT_EQ(text_faults(seat.ui), "");
        EXPECT_EQ(widget_faults(seat.ui), "");
    }
}

}  // namespace
}  // namespace casustafel::ui
