// What the case says at length: how it ended is read on every screen after the end, and the
// author's page by the trainer alone.
#include "client/ui/panel/case_pages.hpp"

#include <gtest/gtest.h>

#include "client/ui/app/app.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

v1::Entity author_page() {
    v1::Entity entity;
    entity.set_key("trainer_page");
    std::string text = "WAAR HET OM GAAT. Vijf overleggen bespreken elk één lid van een gezin.";
    for (int paragraph = 0; paragraph < 12; ++paragraph)
        text +=
            "\n\nTIJD. Ronde 1 en 2 zijn dag 0, samen 85 minuten. Om half zes besluit Z, en daarna "
            "wisselen de "
            "rollen: iedereen schrijft drie minuten een overdracht en leest drie minuten de nieuwe "
            "kaart.";
    entity.mutable_trainer_page()->mutable_text()->set_nl(text);
    entity.mutable_trainer_page()->mutable_text()->set_en(text);
    return entity;
}

void add(model::Model& model, const std::string& view, const v1::Entity& entity) {
    v1::ViewPatch patch;
    patch.set_view(view);
    *patch.add_entities() = entity;
    model.views[view].merge(patch);
}

model::Model trainer_after_the_end() {
    model::Model model = trainer_world();
    v1::Entity session = *model.views["trainer"].find("session");
    session.mutable_session()->set_phase("ended");
    session.mutable_session()->set_running(false);
    session.mutable_session()->set_end_reason("time_is_up");
    add(model, "trainer", session);
    add(model, "trainer", ending_of_the_case());
    return model;
}

model::Model observer_after_the_end() {
    model::Model model = lobby_world();
    model.observer = true;
    model.code = "K7W4MPQX";
    model.link = model::Link::ready;
    v1::Entity session = *model.views["seat"].find("session");
    session.mutable_session()->set_phase("ended");
    add(model, "seat", session);
    add(model, "seat", ending_of_the_case());
    return model;
}

struct Screen {
    model::Model model;
    Remembered outbox{};
    App app{};

    void draw(Ui& ui) { app.draw(ui, model, outbox, 1000, {}); }
};

TEST(CasePages, tell_a_participant_how_the_case_ended) {
    Screen screen{ended_world()};
    Harness harness(1600, 900, [&](Ui& ui) { screen.draw(ui); });
    harness.settle();
    EXPECT_TRUE(harness.reads("Gedragen"));
    EXPECT_TRUE(harness.reads("Ronald woont op een adres"));
    EXPECT_TRUE(harness.reads("Wat goed ging"));
    EXPECT_TRUE(harness.reads("Milan kwam met één broodtrommel naar school."));
    EXPECT_TRUE(harness.reads("Wat blijft wringen"));
}

TEST(CasePages, tell_the_room_how_the_case_ended) {
    Screen screen{observer_after_the_end()};
    screen.app.state.projector.on = true;
    Harness harness(1280, 720, [&](Ui& ui) { screen.draw(ui); });
    harness.settle();
    EXPECT_TRUE(harness.reads("De oefening is afgelopen"));
    EXPECT_TRUE(harness.reads("Gedragen"));
    EXPECT_TRUE(harness.reads("Niemand aan een van beide tafels"));
}

TEST(CasePages, open_for_the_trainer_from_the_menu_and_close_by_escape) {
    Screen screen{trainer_after_the_end()};
    add(screen.model, "trainer", author_page());
    Harness harness(1280, 720, [&](Ui& ui) { screen.draw(ui); });
    harness.settle();
    harness.click("bar.menu");
    harness.click("bar.menu.ending");
    EXPECT_TRUE(harness.reads("Hoe het afliep"));
    EXPECT_TRUE(harness.reads("Ronald woont op een adres"));
    harness.press(Key::escape);
    EXPECT_FALSE(harness.reads("Ronald woont op een adres"));
    harness.click("bar.menu");
    harness.click("bar.menu.case_page");
    EXPECT_TRUE(harness.reads("WAAR HET OM GAAT."));
    harness.press(Key::escape);
    EXPECT_FALSE(harness.reads("WAAR HET OM GAAT."));
}

TEST(CasePages, offer_a_trainer_no_page_that_the_case_does_not_have) {
    Screen screen{trainer_world()};
    Harness harness(1280, 720, [&](Ui& ui) { screen.draw(ui); });
    harness.settle();
    harness.click("bar.menu");
    EXPECT_FALSE(harness.shows("bar.menu.ending"));
    EXPECT_FALSE(harness.shows("bar.menu.case_page"));
}

class CasePageStates : public ScreenStates {};
INSTANTIATE_SCREENS(CasePageStates);

TEST_P(CasePageStates, are_readable_whole) {
    Screen ended{trainer_after_the_end()};
    add(ended.model, "trainer", author_page());
    ended.app.state.trainer.page = CasePage::ending;
    look_at("casepage-ending", ended);
    Screen page{trainer_after_the_end()};
    add(page.model, "trainer", author_page());
    page.app.state.trainer.page = CasePage::trainer;
    look_at("casepage-trainer", page);
    Screen room{observer_after_the_end()};
    room.app.state.projector.on = true;
    look_at("casepage-projector", room);
}

}  // namespace
}  // namespace casustafel::ui
