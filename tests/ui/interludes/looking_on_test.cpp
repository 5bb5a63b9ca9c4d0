// The screen of who looks on: the table of a role of their grant, in which nothing can be done;
// what they wait for; and going to another role, or away.
#include <gtest/gtest.h>

#include "client/ui/app/app.hpp"
#include "golden.hpp"
#include "screens.hpp"
#include "tests/support/screen/png.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

// What the participant in VT knows, as somebody who looks on with VT knows it.
model::Model looking_on(model::Model model, std::vector<std::string> roles = {"VT", "OVJ"}) {
    model.participant = 0;
    model.looks_on.set_code("M3P9WXYZ");
    model.looks_on.set_observer(1);
    for (std::string& role : roles) model.looks_on.add_roles(std::move(role));
    model.observers[1] = "Wethouder De Haan";
    auto view = model.views.extract("role:VT");
    if (view.empty()) return model;
    view.key() = "as:VT";
    model.views.insert(std::move(view));
    return model;
}

// Before there is anything old enough to be shown.
model::Model waiting(std::int64_t shows_in_ms) {
    model::Model model = looking_on(table_world());
    model.views.erase("as:VT");
    model.looks_on.set_delay_minutes(5);
    model.looks_on.set_shows_in_ms(shows_in_ms);
    model.looks_on_since_ms = 1000;
    return model;
}

struct Onlooker {
    model::Model model = looking_on(table_world());
    Remembered outbox{};
    App app{};
    std::int64_t now_ms = 1000;

    void draw(Ui& ui) { app.draw(ui, model, outbox, now_ms, {}); }
};

class LookingOnStates : public ScreenStates {};

TEST_P(LookingOnStates, are_readable_at_the_table_in_a_swap_and_while_waiting) {
    Onlooker onlooker;
    look_at("looking-on", onlooker);
    onlooker.model.looks_on.set_delay_minutes(5);
    look_at("looking-on-later", onlooker);
    onlooker.model = looking_on(swap_world("writing"));
    look_at("looking-on-swap-writing", onlooker);
    onlooker.model = looking_on(swap_world("reading"));
    look_at("looking-on-swap-reading", onlooker);
    onlooker.model = looking_on(ended_world());
    look_at("looking-on-ended", onlooker);
    onlooker.model = looking_on(seated_world());
    look_at("looking-on-lobby", onlooker);
    onlooker.model = waiting(200'000);
    look_at("looking-on-waiting", onlooker);
}

INSTANTIATE_SCREENS(LookingOnStates);

class LookingOn : public testing::Test {
protected:
    Onlooker onlooker;
    Harness harness{1280, 720, [this](Ui& ui) { onlooker.draw(ui); }};

    void show(model::Model model) {
        onlooker.model = std::move(model);
        harness.settle();
    }
    // Presses everything on the screen that has a name, and says what it asked the server to do.
    void expect_nothing_to_do() {
        for (const char* name : {"talk.write", "item.share", "item.ask", "table.triage",
                                 "table.help", "swap.ready", "swap.note"})
            EXPECT_FALSE(harness.shows(name) && harness.widget(name).enabled) << name;
        EXPECT_TRUE(onlooker.outbox.acts.empty());
    }
};

TEST_F(LookingOn, says_whose_eyes_these_are_and_offers_nothing_to_do) {
    harness.settle();
    EXPECT_TRUE(harness.reads("Je kijkt mee met"));
    EXPECT_TRUE(harness.reads("Je ziet wat deze rol nu ziet."));
    expect_nothing_to_do();
    harness.click("item.A03");
    expect_nothing_to_do();
}

TEST_F(LookingOn, works_during_a_swap) {
    show(looking_on(swap_world("writing")));
    EXPECT_TRUE(harness.reads("Je kijkt mee met"));
    expect_nothing_to_do();
    show(looking_on(swap_world("reading")));
    expect_nothing_to_do();
}

TEST_F(LookingOn, counts_down_until_there_is_something_old_enough) {
    show(waiting(200'000));
    EXPECT_TRUE(harness.reads("Over 3:20 zie je hier de tafel"));
    onlooker.model.looks_on_since_ms = onlooker.now_ms - 80'000;
    harness.settle();
    EXPECT_TRUE(harness.reads("Over 2:00 zie je hier de tafel"));
}

TEST_F(LookingOn, goes_to_another_role_of_its_grant) {
    harness.click("looking_on.eyes");
    harness.click("looking_on.eyes.OVJ");
    EXPECT_EQ(onlooker.outbox.wishes, std::vector<std::string>{"role OVJ"});
}

TEST_F(LookingOn, with_one_role_has_nothing_to_choose) {
    show(looking_on(table_world(), {"VT"}));
    EXPECT_FALSE(harness.shows("looking_on.eyes"));
}

TEST_F(LookingOn, goes_away_after_a_question) {
    harness.click("bar.menu");
    harness.click("bar.menu.leave");
    EXPECT_TRUE(harness.reads("Stoppen met meekijken?"));
    harness.click("leave.yes");
    EXPECT_EQ(onlooker.outbox.wishes, std::vector<std::string>{"sign_out"});
}

TEST_F(LookingOn, before_it_begins_waits_and_at_the_end_looks_around) {
    show(looking_on(seated_world()));
    EXPECT_TRUE(harness.reads("De oefening begint zo"));
    show(looking_on(ended_world()));
    EXPECT_TRUE(harness.reads("De oefening is afgelopen. Je kunt nog rondkijken."));
    expect_nothing_to_do();
}

TEST_F(LookingOn, looks_as_it_should) {
    onlooker.model.looks_on.set_delay_minutes(5);
    harness.settle();
    expect_golden("looking-on", harness.picture());
}

// What everybody else sees of it.
class LookedAt : public testing::Test {
protected:
    Onlooker participant{table_world()};
    Harness harness{1280, 720, [this](Ui& ui) { participant.draw(ui); }};

    void comes(bool connected) {
        v1::ViewPatch patch;
        v1::Entity& entity = *patch.add_entities();
        entity.set_key("observer:1");
        v1::Observer& observer = *entity.mutable_observer();
        observer.set_id(1);
        observer.set_role("OVJ");
        observer.set_delay_minutes(5);
        observer.set_connected(connected);
        participant.model.observers[1] = "Wethouder De Haan";
        participant.model.views["role:VT"].merge(patch);
        harness.settle();
    }
};

TEST_F(LookedAt, everybody_is_told_who_came_and_can_read_who_looks_on) {
    harness.settle();
    EXPECT_FALSE(harness.shows("bar.onlookers"));
    comes(false);
    EXPECT_TRUE(harness.shows("bar.onlookers"));
    EXPECT_FALSE(harness.reads("Wethouder De Haan kijkt mee"));
    comes(true);
    EXPECT_TRUE(harness.reads("Wethouder De Haan kijkt mee"));
    harness.click("bar.onlookers");
    EXPECT_TRUE(harness.reads("Wethouder De Haan"));
    EXPECT_TRUE(harness.reads("5 minuten later"));
    EXPECT_TRUE(harness.reads("Wat je alleen voor jezelf antwoordt, zien zij niet."));
}

TEST_F(LookedAt, also_from_the_menu_where_a_bar_has_no_room) {
    comes(true);
    harness.click("bar.menu");
    harness.click("bar.menu.onlookers");
    EXPECT_TRUE(harness.reads("5 minuten later"));
}

}  // namespace
}  // namespace casustafel::ui
