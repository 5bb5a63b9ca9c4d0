// The screen for the room: large words, nothing secret, readable in every state and size.
#include "client/ui/entrance/projector.hpp"

#include "client/ui/app/app.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

// What an observer knows: the seat's view and no names.
model::Model observing(const std::string& phase, const std::string& swap = {}) {
    model::Model model = lobby_world();
    model.observer = true;
    model.code = "K7W4MPQX";
    model.names.clear();
    model.link = model::Link::ready;
    v1::ViewPatch patch;
    patch.set_view("seat");
    v1::Entity entity = *model.views["seat"].find("session");
    entity.mutable_session()->set_phase(phase);
    entity.mutable_session()->set_running(phase == "running" && swap.empty());
    entity.mutable_session()->set_sim_ms(615 * 60'000);
    model.session_sim_ms = 615 * 60'000;
    entity.mutable_session()->set_segment_ends_sim_ms(990 * 60'000);
    entity.mutable_session()->set_round_number(2);
    entity.mutable_session()->set_rounds(4);
    *patch.add_entities() = entity;
    if (!swap.empty()) {
        v1::Entity& swapping = *patch.add_entities();
        swapping.set_key("swap");
        swapping.mutable_swap()->set_stage(swap);
        swapping.mutable_swap()->set_ends_in_ms(178'000);
    }
    model.views["seat"].merge(patch);
    model.session_sim_ms = entity.session().sim_ms();
    return model;
}

struct Screen {
    model::Model model;
    Remembered outbox{};
    App app{};
    std::int64_t now_ms = 0;

    explicit Screen(model::Model known) : model(std::move(known)) {
        app.state.projector.on = true;
        app.state.projector.address = "casustafel.oosterwaard.nl";
    }
    void draw(Ui& ui) { app.draw(ui, model, outbox, now_ms, {}); }
};

class ProjectorStates : public ScreenStates {};
INSTANTIATE_SCREENS(ProjectorStates);

TEST_P(ProjectorStates, are_readable_before_during_and_after) {
    for (const char* phase : {"lobby", "running", "paused", "ended"}) {
        Screen screen(observing(phase));
        look_at(std::string("projector-") + phase, screen);
    }
}

TEST_P(ProjectorStates, are_readable_with_the_code_to_scan) {
    for (const char* phase : {"lobby", "running", "paused"}) {
        Screen screen(observing(phase));
        screen.model.invitation = an_invitation();
        look_at(std::string("projector-qr-") + phase, screen);
    }
}

TEST_P(ProjectorStates, are_readable_during_a_swap) {
    for (const char* stage : {"writing", "reading"}) {
        Screen screen(observing("running", stage));
        look_at(std::string("projector-") + stage, screen);
    }
}

TEST_P(ProjectorStates, are_readable_when_held_offline_wrong_and_not_there_yet) {
    Screen held(observing("running"));
    held.model.held = "storage";
    look_at("projector-held", held);
    Screen lost(offline(observing("running")));
    look_at("projector-offline", lost);
    Screen empty{model::Model{}};
    look_at("projector-empty", empty);
    Screen wrong{model::Model{}};
    wrong.app.state.projector.error = "projector.wrong";
    look_at("projector-wrong", wrong);
}

class Projector : public testing::Test {
protected:
    Screen screen{observing("running")};
    Harness harness{1280, 720, [this](Ui& ui) { screen.draw(ui); }};

    void show(model::Model model) {
        screen.model = std::move(model);
        harness.settle();
    }
    // Pixels of the largest line that holds these words.
    float height_px(const std::string& words) {
        float high = 0;
        for (const DrawnText& text : harness.ui.record().texts())
            if (as_read(text.text).find(words) != std::string::npos)
                high = std::max(high, text.rect.height() * harness.ui.settings().scale);
        return high;
    }
};

TEST_F(Projector, shows_where_to_join_the_code_clock_round_and_seats) {
    EXPECT_TRUE(harness.reads("K7W4 MPQX"));
    EXPECT_TRUE(harness.reads("Doe mee op casustafel.oosterwaard.nl"));
    EXPECT_TRUE(harness.reads("10:15"));
    EXPECT_TRUE(harness.reads("Ronde 2 van 4"));
    EXPECT_TRUE(harness.reads("stoelen bezet"));
    EXPECT_TRUE(harness.reads("nog "));
}

TEST_F(Projector, does_not_pass_what_was_for_what_is_while_the_line_is_down) {
    show(offline(observing("running")));
    EXPECT_TRUE(harness.reads("Geen verbinding, stand van 10:15"));
    EXPECT_TRUE(harness.reads("Laatst bekend"));
    EXPECT_FALSE(harness.reads("De oefening loopt"));
}

TEST_F(Projector, is_large_enough_for_the_back_of_the_room) {
    harness.settle();
    EXPECT_GE(harness.ui.settings().scale * metrics(Type::heading).size_px, 48);
    EXPECT_GE(height_px("10:15"), 96);
    show(observing("lobby"));
    EXPECT_GE(height_px("K7W4 MPQX"), 96);
}

TEST_F(Projector, says_pause_swap_with_its_countdown_and_end) {
    show(observing("paused"));
    EXPECT_TRUE(harness.reads("Pauze"));
    show(observing("running", "writing"));
    EXPECT_TRUE(harness.reads("Wissel: schrijf je overdracht"));
    EXPECT_TRUE(harness.reads("2:58"));
    EXPECT_TRUE(harness.reads("staat stil"));
    screen.now_ms = 60'000;
    harness.settle();
    EXPECT_TRUE(harness.reads("1:58"));
    show(observing("ended"));
    EXPECT_TRUE(harness.reads("De oefening is afgelopen"));
    EXPECT_FALSE(harness.reads("K7W4 MPQX"));
    EXPECT_FALSE(harness.reads("Ronde"));
}

TEST_F(Projector, offers_nothing_to_do_and_names_nobody) {
    EXPECT_TRUE(harness.ui.record().widgets().empty());
    screen.model.names[5] = "Samira";
    harness.settle();
    EXPECT_FALSE(harness.reads("Samira"));
}

TEST_F(Projector, says_what_is_wrong_with_the_code) {
    screen.app.take_refusals(harness.ui, screen.model, {{"refusal.wrong_code", "observe", {}}});
    harness.settle();
    EXPECT_TRUE(harness.reads("Er is geen oefening met deze code."));
}

}  // namespace
}  // namespace casustafel::ui
