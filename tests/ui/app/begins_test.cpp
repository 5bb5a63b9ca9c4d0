// Every screen that begins with something to type has the caret there: one types at once, without
// a click.
#include <gtest/gtest.h>

#include <functional>

#include "client/ui/app/app.hpp"
#include "client/ui/entrance/join_dialog.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Everything {
    model::Model model;
    Remembered outbox;
    App app;
    LinkTrouble trouble;

    void draw(Ui& ui) { app.draw(ui, model, outbox, 1000, trouble); }
};

// The program as it starts, with the server there.
model::Model at_the_door() {
    model::Model model;
    model.link = model::Link::greeting;
    return model;
}

struct Beginning {
    const char* name;
    const char* field;  // where the first letter goes
    std::function<void(Everything&)> begin;
};

const Beginning beginnings[] = {
    {"start", "lobby.code", [](Everything& all) { all.model = at_the_door(); }},
    {"start with a code", "lobby.name",
     [](Everything& all) {
         all.model = at_the_door();
         all.app.state.lobby.code = "K7W4MPQR";
     }},
    {"re-entry", "join.code",
     [](Everything& all) {
         all.model = at_the_door();
         open_other_way(all.app.state.lobby, by_reentry_code);
     }},
    {"server", "join.server",
     [](Everything& all) {
         all.model = at_the_door();
         open_other_way(all.app.state.lobby, to_server);
     }},
    {"trainer", "join.key",
     [](Everything& all) {
         all.model = at_the_door();
         open_other_way(all.app.state.lobby, as_trainer);
     }},
    {"handover", "swap.note", [](Everything& all) { all.model = swap_world("writing"); }},
    {"call", "call.about",
     [](Everything& all) {
         all.model = table_world();
         all.app.state.tables["VT"].bar.help.open = Help::call;
     }},
    {"terms", "glossary.search",
     [](Everything& all) {
         all.model = table_world();
         all.app.state.tables["VT"].bar.help.open = Help::glossary;
     }},
    {"weighing", "weighing.tried",
     [](Everything& all) {
         all.model = table_world();
         all.app.state.tables["VT"].weighing.item = "A03";
     }},
    {"triage", "triage.reason",
     [](Everything& all) {
         all.model = table_world();
         all.app.state.tables["VT"].triage.open = true;
     }},
};

TEST(Begins, every_screen_with_something_to_type_first_has_the_caret_there) {
    for (const Beginning& each : beginnings)
        for (const ScreenSize& size : screen_sizes) {
            Everything all;
            each.begin(all);
            Harness harness(size.width, size.height, [&](Ui& ui) { all.draw(ui); },
                            {.scale = size.scale});
            harness.settle();
            if (!harness.shows(each.field)) continue;  // another step of a narrow screen
            EXPECT_EQ(harness.ui.focused(), each.field) << each.name << " " << size.name;
        }
}

TEST(Begins, a_screen_that_follows_another_begins_anew) {
    Everything all;
    all.model = table_world();
    Harness harness(1280, 720, [&](Ui& ui) { all.draw(ui); });
    harness.settle();
    harness.click("talk.write");
    all.model = swap_world("writing");
    harness.settle();
    EXPECT_EQ(harness.ui.focused(), "swap.note");
    harness.click("bar.menu");
    harness.press(Key::escape);
    EXPECT_EQ(harness.ui.focused(), "bar.menu") << "what was chosen stays chosen";
}

}  // namespace
}  // namespace casustafel::ui
