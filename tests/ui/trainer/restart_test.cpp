// Going on from an earlier moment, at the trainer's screen: what it means stands there first, and
// from where is chosen.
#include <gtest/gtest.h>

#include "client/ui/app/app.hpp"
#include "client/ui/trainer/console/trainer.hpp"
#include "screens.hpp"
#include "trainer_world.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Desk {
    model::Model model = busy_trainer_world();
    Remembered outbox{};
    TrainerState state{};

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_trainer(panel, state);
    }
    void mark(std::uint64_t id, const std::string& title, std::int64_t sim_ms) {
        v1::Entity entity;
        entity.set_key("moment:" + std::to_string(id));
        entity.mutable_moment()->set_id(id);
        entity.mutable_moment()->set_title(title);
        entity.mutable_moment()->set_sim_ms(sim_ms);
        put_in(model, entity);
    }
    void end() {
        v1::Entity entity = *model.view("trainer")->find("session");
        entity.mutable_session()->set_phase("ended");
        entity.mutable_session()->set_running(false);
        put_in(model, entity);
    }
};

class RestartStates : public ScreenStates {};

TEST_P(RestartStates, are_readable_with_a_moment_and_a_time) {
    Desk desk;
    desk.mark(3, "Hier ging het mis", 36'600'000);
    desk.state.restart.open = true;
    look_at("trainer-restart", desk);
    desk.state.restart.chosen = "time";
    desk.state.restart.time = "25:99";
    look_at("trainer-restart-time", desk);
}

INSTANTIATE_SCREENS(RestartStates);

class Restart : public testing::Test {
protected:
    Desk desk;
    Harness harness{1280, 720, [this](Ui& ui) { desk.draw(ui); }};

    void SetUp() override {
        desk.mark(3, "Hier ging het mis", 36'600'000);
        desk.state.restart.open = true;
        harness.settle();
    }
    void choose(const std::string& key) {
        harness.click("restart.from");
        harness.click("restart.from." + key);
    }
    v1::ForkSession went() {
        harness.click("restart.go");
        if (desk.outbox.said.empty()) return {};
        return desk.outbox.said.back().fork_session();
    }
};

TEST_F(Restart, says_what_it_means_and_waits_for_a_choice) {
    EXPECT_TRUE(harness.reads("Wat daarna gebeurde, telt niet meer mee"));
    EXPECT_FALSE(harness.widget("restart.go").enabled);
    EXPECT_TRUE(desk.outbox.said.empty());
}

TEST_F(Restart, goes_on_from_the_start_of_a_round) {
    choose("round1");
    const auto wish = went();
    EXPECT_EQ(wish.round(), 1u);
    EXPECT_EQ(wish.code(), desk.model.code);
    EXPECT_FALSE(desk.state.restart.open);
}

TEST_F(Restart, goes_on_from_a_marked_moment) {
    choose("moment3");
    EXPECT_EQ(went().moment(), 3u);
}

TEST_F(Restart, goes_on_from_a_time_that_was_typed_and_not_from_one_to_come) {
    choose("time");
    harness.click("restart.time");
    harness.type("0 09:30");
    EXPECT_EQ(went().sim_ms(), (9 * 60 + 30) * 60'000);
    desk.state.restart = {true, "time", "99 09:30"};
    harness.settle();
    EXPECT_FALSE(harness.widget("restart.go").enabled);
    EXPECT_TRUE(harness.reads("Dit is geen tijd, of hij ligt nog voor ons."));
}

TEST_F(Restart, undoes_an_ending) {
    desk.end();
    harness.settle();
    choose("end");
    EXPECT_TRUE(went().has_sim_ms());
}

// What those read who are moved.
TEST(Moved, everybody_is_told_from_when_the_exercise_goes_on) {
    model::Model model = table_world();
    Remembered outbox;
    App app;
    std::int64_t now_ms = 1000;
    Harness harness{1280, 720, [&](Ui& ui) { app.draw(ui, model, outbox, now_ms, {}); }};
    harness.settle();
    model.moved.set_sim_ms((9 * 60 + 30) * 60'000);
    ++model.moves;
    harness.settle();
    now_ms += 1500;
    harness.settle();
    EXPECT_TRUE(harness.reads("De oefening gaat verder vanaf"));
    EXPECT_TRUE(harness.reads("09:30"));
}

}  // namespace
}  // namespace casustafel::ui
