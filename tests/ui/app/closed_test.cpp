// A window that was closed for good, and what waited to be sent when it was.
#include <gtest/gtest.h>

#include "client/ui/app/app.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Everything {
    App app;
    model::Model model = table_world();
    LinkTrouble trouble;
    Remembered outbox;
    void draw(Ui& ui) { app.draw(ui, model, outbox, 0, trouble); }
};

class AClosedWindow : public testing::Test {
protected:
    AClosedWindow() {
        all.trouble = {"Je bent op een ander scherm verdergegaan.", true};
        all.model.link = model::Link::offline;
    }
    Everything all;
    Harness harness{1280, 720, [this](Ui& ui) { all.draw(ui); }};
};

TEST_F(AClosedWindow, offers_nothing_but_to_come_back) {
    harness.settle();
    EXPECT_TRUE(harness.reads("Dit scherm is gesloten"));
    for (const Widget& widget : harness.ui.record().widgets()) {
        EXPECT_NE(widget.kind, Kind::field) << widget.name;
        EXPECT_TRUE(widget.area == "bar" || widget.name == "closed.back") << widget.name;
    }
    harness.press_letter('d');  // shares nothing
    harness.type("hallo");
    EXPECT_TRUE(all.outbox.acts.empty());
    harness.click("closed.back");
    EXPECT_EQ(all.outbox.wishes, std::vector<std::string>{"come_back_here"});
}

TEST_F(AClosedWindow, leads_to_the_beginning_who_has_no_seat_to_come_back_to) {
    all.trouble.seat_gone = true;
    harness.settle();
    harness.click("closed.back");
    EXPECT_EQ(all.outbox.wishes, std::vector<std::string>{"sign_out"});
}

v1::Command said(const std::string& text) {
    v1::Command command;
    command.mutable_send_message()->add_to("OVJ");
    command.mutable_send_message()->set_text(text);
    return command;
}

class WhatWaited : public testing::Test {
protected:
    WhatWaited() { all.app.state.kept_acts = {said("Wie belt Ineke?"), said("En wanneer?")}; }
    Everything all;
    Harness harness{1280, 720, [this](Ui& ui) { all.draw(ui); }};
};

TEST_F(WhatWaited, is_shown_and_nothing_is_sent_before_somebody_says_so) {
    harness.settle();
    EXPECT_TRUE(harness.reads("Wie belt Ineke?"));
    EXPECT_TRUE(harness.reads("En wanneer?"));
    EXPECT_TRUE(all.outbox.acts.empty());
    EXPECT_TRUE(all.outbox.wishes.empty());
    harness.press(Key::escape);  // does not decide it
    EXPECT_TRUE(harness.shows("kept.send"));
    harness.click("kept.drop");
    harness.click("kept.send");
    EXPECT_EQ(all.outbox.wishes, (std::vector<std::string>{"drop kept", "send kept"}));
}

class ClosedStates : public ScreenStates {};

TEST_P(ClosedStates, are_readable) {
    Everything all;
    all.app.state.kept_acts = {said("Wie belt Ineke?"), said(std::string(700, 'w'))};
    look_at("kept-acts", all);
    all.trouble = {"Je bent op een ander scherm verdergegaan.", true};
    look_at("closed-elsewhere", all);
    all.trouble.seat_gone = true;
    look_at("closed-gone", all);
    Everything lobby;
    lobby.model = lobby_world();
    lobby.app.state.lobby.ways_back = {
        {"Samira", "K7W4MPQX"}, {"Tom", "K7W4MPQX"}, {"Noor", "PQR4MPQX"}};
    look_at("lobby-ways-back", lobby);
}

INSTANTIATE_SCREENS(ClosedStates);

TEST(WaysBack, are_offered_each_by_its_name) {
    Everything all;
    all.model = {};
    all.model.link = model::Link::greeting;
    all.app.state.lobby.ways_back = {{"Samira", "K7W4MPQX"}, {"Tom", "K7W4MPQX"}};
    Harness harness(1280, 720, [&](Ui& ui) { all.draw(ui); });
    EXPECT_TRUE(harness.reads("Samira, oefening K7W4 MPQX"));
    harness.click("lobby.resume.1");
    EXPECT_EQ(all.outbox.wishes.back(), "go_back 1");
}

}  // namespace
}  // namespace casustafel::ui
