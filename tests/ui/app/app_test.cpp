#include "client/ui/app/app.hpp"

#include <gtest/gtest.h>

#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

class TheApp : public testing::Test {
protected:
    model::Model model = table_world();
    Remembered outbox;
    App app;
    std::int64_t now_ms = 1000;
    Harness harness{1600, 900, [this](Ui& ui) { app.draw(ui, model, outbox, now_ms, {}); }};

    void end() {
        model = ended_world();
        harness.settle();
    }
    model::Refusal refusal(v1::Command command, const std::string& reason) {
        return {"rejection." + reason, model::act_name(command), std::move(command)};
    }
};

TEST_F(TheApp, shows_the_screen_that_fits_what_is_known) {
    EXPECT_TRUE(harness.shows("talk.write"));
    model = seated_world();
    harness.settle();
    EXPECT_TRUE(harness.reads("Je zit klaar"));
    model = {};
    harness.settle();
    EXPECT_TRUE(harness.reads("Doe mee"));
    model = trainer_world();
    harness.settle();
    EXPECT_TRUE(harness.shows("trainer.clock"));
}

TEST_F(TheApp, tells_why_an_act_was_refused_and_keeps_what_was_typed) {
    v1::Command command;
    command.set_as_role("VT");
    command.mutable_send_message()->set_meeting("HG");
    command.mutable_send_message()->set_text("Wie belt er?");
    app.take_refusals(harness.ui, model, {refusal(command, "session_paused")});
    harness.settle();
    EXPECT_TRUE(harness.reads("Dat ging niet door"));
    EXPECT_TRUE(harness.reads("De oefening staat op pauze."));
    EXPECT_TRUE(harness.reads("Wie belt er?"));
    harness.click("notice.close");
    EXPECT_FALSE(harness.reads("Dat ging niet door"));
}

// The trainer says this to VT alone.
void whisper(model::Model& model, std::uint64_t id, const std::string& text) {
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity& entity = *patch.add_entities();
    entity.set_key("whisper:" + std::to_string(id));
    entity.mutable_whisper_heard()->set_id(id);
    entity.mutable_whisper_heard()->set_to("VT");
    entity.mutable_whisper_heard()->set_text(text);
    model.views["role:VT"].merge(patch);
}

TEST_F(TheApp, shows_a_whisper_above_the_screen_once) {
    harness.settle();
    whisper(model, 99, "Lukt het nog?");
    harness.settle();
    EXPECT_TRUE(harness.reads("De trainer, alleen aan jou"));
    EXPECT_TRUE(harness.reads("Lukt het nog?"));
    harness.click("notice.close");
    EXPECT_FALSE(harness.shows("notice.close"));
    model = ended_world();
    harness.settle();
    EXPECT_TRUE(harness.reads("De oefening is klaar"));
    EXPECT_FALSE(harness.reads("Lukt het nog?")) << "closed on one screen is closed";
}

TEST_F(TheApp, shows_the_newest_of_a_pause_and_what_is_told) {
    harness.settle();
    whisper(model, 99, "Lukt het nog?");
    harness.settle();
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity session = *model.views["role:VT"].find("session");
    session.mutable_session()->set_phase("paused");
    *patch.add_entities() = session;
    model.views["role:VT"].merge(patch);
    harness.settle();
    EXPECT_TRUE(harness.reads("De klok staat stil."));
    EXPECT_FALSE(harness.reads("Lukt het nog?"));
    whisper(model, 100, "Neem even koffie.");
    harness.settle();
    EXPECT_TRUE(harness.reads("Neem even koffie."));
    EXPECT_FALSE(harness.reads("De klok staat stil."));
}

TEST_F(TheApp, keeps_a_refused_share_in_its_dialog) {
    v1::Command command;
    command.set_as_role("VT");
    command.mutable_share_item()->set_item("A03");
    command.mutable_share_item()->add_to("OVJ");
    command.mutable_share_item()->set_text("Eigen woorden");
    command.mutable_share_item()->set_form(2);
    app.take_refusals(harness.ui, model, {refusal(command, "form_not_held")});
    harness.settle();
    harness.click("item.A03");
    harness.click("item.share");
    EXPECT_TRUE(harness.reads("Eigen woorden"));
}

TEST_F(TheApp, says_that_a_trainers_key_is_wrong_where_a_key_is_typed) {
    model = {};
    model.link = model::Link::greeting;
    app.take_refusals(harness.ui, model, {{"refusal.wrong_key", "open_as_trainer", {}}});
    harness.settle();
    EXPECT_TRUE(harness.shows("join.key"));
    EXPECT_TRUE(harness.reads("De trainersleutel klopt niet."));
}

TEST_F(TheApp, says_nothing_when_an_item_is_opened_twice) {
    v1::Command command;
    command.mutable_read_item()->set_item("A03");
    app.take_refusals(harness.ui, model, {refusal(command, "already_so")});
    harness.settle();
    EXPECT_FALSE(harness.reads("Dat ging niet door"));
}

TEST_F(TheApp, tells_what_was_missed_when_the_line_is_back) {
    model = offline(model);
    harness.settle();
    EXPECT_TRUE(harness.reads("Even geen verbinding"));
    model = table_world();
    app.take_changes(model, {{"role:VT", "message:1", model::Change::Kind::added},
                             {"role:VT", "message:2", model::Change::Kind::added},
                             {"role:VT", "item:A99", model::Change::Kind::added},
                             {"role:VT", "item:A03", model::Change::Kind::changed}});
    harness.settle();
    EXPECT_TRUE(harness.reads("Je bent weer binnen, Samira"));
    EXPECT_TRUE(harness.reads("Je miste: stukken: 1 en berichten: 2."));
    now_ms += 60'000;
    harness.settle();
    EXPECT_TRUE(harness.reads("Je bent weer binnen, Samira"));  // stays until it is closed
    harness.click("notice.close");
    EXPECT_FALSE(harness.reads("Je bent weer binnen"));
}

TEST_F(TheApp, does_not_count_as_missed_what_one_said_oneself) {
    model = offline(model);
    harness.settle();
    model = table_world();
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    for (const char* sender : {"VT", "OVJ"}) {
        v1::Entity& entity = *patch.add_entities();
        entity.set_key(std::string("message:by-") + sender);
        entity.mutable_message()->set_sender(sender);
    }
    v1::Entity& asked = *patch.add_entities();
    asked.set_key("request:by-VT");
    asked.mutable_request()->set_asker("VT");
    app.take_changes(model, model.views["role:VT"].merge(patch));
    harness.settle();
    EXPECT_TRUE(harness.reads("Je miste: berichten: 1."));
}

TEST_F(TheApp, tells_in_the_lobby_what_is_wrong_with_a_code) {
    model = {};
    app.state.lobby.code = "K7W4MPQX";
    app.take_refusals(harness.ui, model, {{"refusal.wrong_code", "look_up", {}}});
    harness.settle();
    EXPECT_TRUE(harness.reads("Er is geen oefening met deze code."));
}

TEST_F(TheApp, ends_calmly_and_lets_one_look_back_without_acting) {
    end();
    EXPECT_TRUE(harness.reads("De oefening is klaar"));
    EXPECT_TRUE(harness.reads("De tijd van de casus is om."));
    EXPECT_EQ(text_faults(harness.ui), "");
    harness.click("end.look_back");
    EXPECT_FALSE(harness.widget("item.share").enabled);
    harness.click("end.back");
    harness.click("end.sign_out");
    harness.click("leave.yes");
    EXPECT_EQ(outbox.wishes, std::vector<std::string>{"sign_out"});
}

class EndStates : public ScreenStates {};

TEST_P(EndStates, are_readable) {
    const model::Model model = ended_world();
    Remembered outbox;
    App app;
    look_at("end-typical", [&](Ui& ui) { app.draw(ui, model, outbox, 1000, {}); });
}

INSTANTIATE_SCREENS(EndStates);

TEST_F(TheApp, keeps_the_drafts_of_a_role_apart_from_those_of_another) {
    harness.click("talk.write");
    harness.type("als VT");
    EXPECT_EQ(app.state.tables["VT"].talk.drafts["meeting:HG"], "als VT");
    EXPECT_TRUE(app.state.tables["OVJ"].talk.drafts.empty());
}

}  // namespace
}  // namespace casustafel::ui
