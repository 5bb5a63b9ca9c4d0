#include "client/ui/entrance/lobby.hpp"
#include "client/ui/frame/strips.hpp"

#include <gtest/gtest.h>

#include <set>

#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Lobby {
    model::Model model;
    Remembered outbox;
    LobbyState state;

    Panel panel(Ui& ui) { return {ui, model, outbox, 0, {}, model.main_view(), model.role()}; }
    void draw(Ui& ui) {
        Panel given = panel(ui);
        draw_lobby(given, state);
    }
};

// More seats at each table than fit on a small screen.
model::Model crowded_lobby() {
    model::Model model = lobby_world();
    auto& [name, view] = *model.views.begin();
    v1::ViewPatch more;
    more.set_view(name);
    for (const v1::Role* role : view.all<v1::Role>())
        for (const char* behind : {"-2", "-3"}) {
            v1::Entity& added = *more.add_entities();
            *added.mutable_role() = *role;
            added.mutable_role()->set_id(role->id() + behind);
            added.set_key("role:" + added.role().id());
        }
    view.merge(more);
    return model;
}

// The code of an exercise that is over.
model::Model over_world() {
    model::Model model = lobby_world();
    auto& [name, view] = *model.views.begin();
    v1::ViewPatch patch;
    patch.set_view(name);
    v1::Entity& session = *patch.add_entities();
    session = *view.find("session");
    session.mutable_session()->set_phase("ended");
    view.merge(patch);
    return model;
}

class LobbyStates : public ScreenStates {};

TEST_P(LobbyStates, are_readable) {
    struct Case {
        const char* name;
        model::Model model;
    };
    const Case cases[] = {
        {"empty", {}},          {"typical", lobby_world()}, {"crowded", crowded_lobby()},
        {"over", over_world()}, {"seated", seated_world()}, {"offline", offline(seated_world())}};
    for (const Case& each : cases) {
        Lobby lobby{each.model, {}, {}};
        lobby.state.code = std::string(each.name) == "empty" ? "" : "K7W4 MPQX";
        lobby.state.looked_up = plain_code(lobby.state.code);
        lobby.state.name = "Samira";
        lobby.state.seat = "VT";
        look_at(std::string("lobby-") + each.name, lobby);
    }
}

INSTANTIATE_SCREENS(LobbyStates);

class LobbyFlow : public testing::Test {
protected:
    Lobby lobby{};
    Harness harness{1600, 900, [this](Ui& ui) { lobby.draw(ui); }};
};

TEST_F(LobbyFlow, asks_about_the_code_as_soon_as_it_is_whole) {
    lobby.model.link = model::Link::greeting;
    harness.settle();
    harness.click("lobby.code");
    harness.type("k7w4 mpq");
    EXPECT_TRUE(lobby.outbox.wishes.empty());
    harness.type("x");
    EXPECT_EQ(lobby.outbox.wishes, std::vector<std::string>{"look_up K7W4MPQX"});
}

TEST_F(LobbyFlow, says_what_is_missing_until_one_can_sit_down) {
    EXPECT_TRUE(harness.reads("Wacht op de verbinding"));
    lobby.model = lobby_world();
    lobby.state.code = "K7W4MPQX";
    lobby.state.looked_up = "K7W4MPQX";
    harness.settle();
    EXPECT_TRUE(harness.reads("Vul je naam in."));
    harness.click("lobby.name");
    harness.type("Samira");
    EXPECT_TRUE(harness.reads("Vink aan dat je dit"));
    harness.click("lobby.read");
    EXPECT_TRUE(harness.reads("Kies een vrije stoel."));
    EXPECT_FALSE(harness.widget("lobby.take").enabled);
    EXPECT_FALSE(harness.widget("seat.OVJ").enabled);
    harness.click("seat.VT");
    ASSERT_TRUE(harness.widget("lobby.take").enabled);
    harness.click("lobby.take");
    ASSERT_EQ(lobby.outbox.wishes, std::vector<std::string>{"join K7W4MPQX Samira nl"});
    ASSERT_EQ(lobby.outbox.acts.size(), 1U);
    EXPECT_EQ(lobby.outbox.acts[0].take_role().role(), "VT");
}

TEST_F(LobbyFlow, takes_a_name_of_any_script_whole) {
    const std::string name = "Александра Константиновна К";
    lobby.model = lobby_world();
    harness.settle();
    harness.click("lobby.name");
    harness.type(name);
    EXPECT_EQ(lobby.state.name, name);
}

TEST_F(LobbyFlow, shows_no_seats_beside_a_code_that_is_not_theirs) {
    lobby.model = lobby_world();
    lobby.state.name = "Samira";
    lobby.state.notice_read = true;
    lobby.state.code = "K7W4MPQ";
    lobby.state.looked_up = "K7W4MPQX";
    harness.settle();
    EXPECT_TRUE(harness.reads("Nog geen oefening gekozen"));
    EXPECT_FALSE(harness.shows("seat.VT"));
    EXPECT_FALSE(harness.widget("lobby.take").enabled);
    harness.click("lobby.code");
    harness.type("X");
    EXPECT_TRUE(harness.shows("seat.VT"));
}

TEST_F(LobbyFlow, says_at_the_code_that_the_exercise_is_over_and_what_to_do) {
    lobby.model = over_world();
    lobby.state.code = lobby.state.looked_up = "K7W4MPQX";
    lobby.state.name = "Samira";
    lobby.state.notice_read = true;
    lobby.state.seat = "VT";
    harness.settle();
    EXPECT_TRUE(harness.reads("Deze oefening is afgelopen. Vraag de trainer om een nieuwe code."));
    EXPECT_FALSE(harness.shows("seat.VT"));
    EXPECT_FALSE(harness.widget("lobby.take").enabled);
    EXPECT_FALSE(harness.reads("Kies je stoel"));
}

TEST_F(LobbyFlow, what_was_said_of_a_code_goes_when_the_code_changes) {
    lobby.model.link = model::Link::greeting;
    lobby.state.code = lobby.state.looked_up = "K7W4MPQA";
    lobby.state.code_error = "Er is geen oefening met deze code.";
    tell(lobby.state.bar, {Tone::wrong, "Dat ging niet door", "Er is geen oefening."});
    harness.settle();
    EXPECT_TRUE(harness.reads("Dat ging niet door"));
    EXPECT_TRUE(harness.reads("Er is geen oefening met deze code."));
    harness.click("lobby.code");
    harness.press(Key::end);
    harness.press(Key::backspace);
    EXPECT_FALSE(harness.reads("Dat ging niet door"));
    EXPECT_FALSE(harness.reads("Er is geen oefening met deze code."));
}

TEST_F(LobbyFlow, writes_a_code_in_capitals_as_it_stands_on_the_wall) {
    lobby.model.link = model::Link::greeting;
    harness.settle();
    harness.click("lobby.code");
    harness.type("k7w4 mpqx");
    EXPECT_EQ(lobby.state.code, "K7W4 MPQX");
    EXPECT_TRUE(harness.reads("K7W4 MPQX"));
}

TEST_F(LobbyFlow, lets_one_get_up_again_before_the_start) {
    lobby.model = seated_world();
    harness.settle();
    EXPECT_TRUE(harness.reads("Je zit klaar"));
    harness.click("lobby.stand_up");
    EXPECT_EQ(lobby.outbox.acts.at(0).release_role().role(), "VT");
    EXPECT_EQ(lobby.outbox.acts.at(0).as_role(), "VT");
}

TEST_F(LobbyFlow, switches_language_contrast_and_size_at_once) {
    harness.click("bar.language.en");
    EXPECT_TRUE(harness.reads("Join in"));
    harness.click("bar.contrast");
    EXPECT_EQ(harness.ui.settings().contrast, Contrast::high);
    harness.click("bar.text_size");
    EXPECT_FLOAT_EQ(harness.ui.settings().scale, 1.25F);
}

TEST_F(LobbyFlow, offers_the_other_ways_in) {
    harness.click("lobby.other");
    harness.click("join.way.trainer");
    harness.click("join.key");
    harness.type("ABCD");
    harness.click("join.act");
    EXPECT_EQ(lobby.outbox.wishes, std::vector<std::string>{"trainer ABCD"});
    harness.press(Key::escape);
    EXPECT_FALSE(harness.shows("join.key"));
    EXPECT_EQ(harness.ui.focused(), "lobby.other");
}

TEST_F(LobbyFlow, can_be_walked_by_keyboard_alone) {
    lobby.model = lobby_world();
    lobby.state.code = lobby.state.looked_up = "K7W4MPQX";
    lobby.state.name = "Samira";
    harness.settle();
    std::set<std::string> reached;
    for (int index = 0; index < 30; ++index) {
        harness.press(Key::tab);
        reached.insert(harness.ui.focused());
    }
    for (const char* name : {"lobby.code", "lobby.name", "lobby.read", "lobby.other", "seat.POL-Z",
                             "seat.VT", "bar.contrast"}) {
        EXPECT_TRUE(reached.contains(name)) << name;
    }
}

}  // namespace
}  // namespace casustafel::ui
