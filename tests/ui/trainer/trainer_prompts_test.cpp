// Freeze prompts and corrections of the score, as the trainer has them.
#include <gtest/gtest.h>

#include <stdexcept>

#include "client/ui/trainer/acts/trainer_corrections.hpp"
#include "client/ui/trainer/console/trainer.hpp"
#include "prompt_world.hpp"
#include "screens.hpp"

namespace casustafel::ui {
namespace {

struct Desk {
    model::Model model;
    Remembered outbox{};
    TrainerState state{};

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_trainer(panel, state);
    }
    const v1::Command& last() const {
        if (outbox.acts.empty()) throw std::runtime_error("nothing was done");
        return outbox.acts.back();
    }
};

class Prompts : public testing::Test {
protected:
    Desk desk{with_prompts(trainer_world(), "waiting")};
    Harness harness{1600, 900, [this](Ui& ui) { desk.draw(ui); }};

    void SetUp() override { harness.settle(); }
    void show(model::Model model) {
        desk.model = std::move(model);
        harness.settle();
    }
};

TEST_F(Prompts, are_asked_from_the_console) {
    harness.click("trainer.prompts");
    EXPECT_TRUE(harness.reads("Wie heeft nu de regie over het plan voor Milan?"));
    EXPECT_TRUE(harness.reads("vanzelf op dag 1, 15:00"));
    harness.click("prompts.LAST");
    harness.click("prompts.act");
    EXPECT_EQ(desk.last().open_prompt().prompt(), "LAST");
}

TEST_F(Prompts, say_who_answered_and_can_be_closed) {
    show(with_prompts(trainer_world(), "open"));
    EXPECT_TRUE(harness.reads("Peiling: 3 van 7 klaar"));
    harness.click("trainer.prompts");
    EXPECT_TRUE(harness.reads("Nog niet: Esther, Karim, Samira en Noor"));
    EXPECT_TRUE(harness.reads("nog 2:41"));
    harness.click("prompts.act");
    EXPECT_TRUE(harness.reads("Nog niet geantwoord: Esther, Karim, Samira en Noor."));
    harness.click("prompts_close.yes");
    EXPECT_EQ(desk.last().close_prompt().prompt(), "BEFORE_SWAP");
    harness.click("prompts.LAST");
    EXPECT_FALSE(harness.widget("prompts.act").enabled);
    EXPECT_TRUE(harness.reads("Er is al een andere peiling open."));
}

TEST_F(Prompts, are_not_closed_by_a_double_click_on_the_button_that_opens_them) {
    harness.click("trainer.prompts");
    harness.click("prompts.LAST");
    const Rect opens = harness.widget("prompts.act").rect;
    show(with_prompts(trainer_world(), "open"));
    harness.click("prompts.BEFORE_SWAP");
    EXPECT_FALSE(harness.widget("prompts.act").rect.contains(opens.centre()));
    harness.click("prompts.act", 2);
    EXPECT_TRUE(harness.shows("prompts_close.yes"));
    harness.press(Key::escape);
    EXPECT_TRUE(desk.outbox.acts.empty());
    EXPECT_FALSE(harness.shows("prompts_close.yes"));
    EXPECT_TRUE(harness.shows("prompts.act")) << "back to the poll";
}

TEST_F(Prompts, are_asked_about_too_when_they_are_closed_from_the_bar) {
    show(with_prompts(trainer_world(), "open"));
    harness.click("trainer.prompt_close");
    EXPECT_TRUE(desk.outbox.acts.empty());
    harness.click("prompts_close.yes");
    EXPECT_EQ(desk.last().close_prompt().prompt(), "BEFORE_SWAP");
    EXPECT_FALSE(desk.state.prompts.close_asked);
}

// What is asked is answered and closed.
model::Model closed_again(model::Model model) {
    v1::ViewPatch patch;
    patch.set_view("trainer");
    v1::Entity prompt = *model.views["trainer"].find("prompt:BEFORE_SWAP");
    prompt.mutable_prompt()->set_status("closed");
    *patch.add_entities() = prompt;
    model.views["trainer"].merge(patch);
    return model;
}

TEST_F(Prompts, stay_in_sight_with_their_answers_when_they_are_closed) {
    const model::Model open = with_prompts(trainer_world(), "open");
    show(open);
    harness.click("trainer.prompts");
    harness.click("prompts.act");
    harness.click("prompts_close.yes");
    show(closed_again(open));
    EXPECT_TRUE(harness.widget("prompts.BEFORE_SWAP").selected);
    EXPECT_FALSE(harness.shows("prompts.act")) << "no button that opens the next one";
    EXPECT_TRUE(harness.reads("3 van de 7 antwoorden binnen"));
}

TEST_F(Prompts, stay_in_sight_too_when_their_time_is_up_or_they_are_closed_from_the_bar) {
    const model::Model open = with_prompts(trainer_world(), "open");
    show(open);
    harness.click("trainer.prompts");
    show(closed_again(open));
    EXPECT_TRUE(harness.widget("prompts.BEFORE_SWAP").selected);
    harness.press(Key::escape);
    desk.state.prompts = {};
    show(open);
    harness.click("trainer.prompt_close");
    harness.click("prompts_close.yes");
    show(closed_again(open));
    harness.click("trainer.prompts");
    EXPECT_TRUE(harness.widget("prompts.BEFORE_SWAP").selected);
}

TEST_F(Prompts, say_before_they_are_opened_that_it_is_only_once) {
    harness.click("trainer.prompts");
    EXPECT_TRUE(harness.reads("Je kunt een peiling maar één keer stellen."));
}

TEST_F(Prompts, show_afterwards_what_was_chosen_and_what_was_right) {
    harness.click("trainer.prompts");
    harness.click("prompts.FIRST");
    EXPECT_TRUE(harness.reads("7 van de 7 antwoorden binnen"));
    EXPECT_TRUE(harness.reads("6 van 7"));
    EXPECT_FALSE(harness.reads("6 van 7: Daan"));
    harness.click("prompts.names");
    EXPECT_TRUE(harness.reads("6 van 7: Daan, Esther, Fatima, Samira, Tom en Noor"));
    EXPECT_TRUE(harness.reads("Zo is het in de casus"));
    harness.wheel({900, 500}, -20);
    EXPECT_TRUE(harness.reads("Wat klopte, staat vast als de oefening klaar is."));
    EXPECT_FALSE(harness.shows("prompts.act"));
}

TEST_F(Prompts, are_not_there_in_a_case_without_any) {
    show(trainer_world());
    EXPECT_FALSE(harness.shows("trainer.prompts"));
}

TEST_F(Prompts, go_by_keyboard) {
    harness.ui.focus("trainer.prompts");
    harness.settle();
    harness.press(Key::enter);
    harness.press(Key::down);
    harness.press(Key::enter);
    EXPECT_TRUE(harness.widget("prompts.FIRST").selected);
    harness.press(Key::escape);
    EXPECT_FALSE(harness.shows("prompts.act"));
}

class Corrections : public testing::Test {
protected:
    Desk desk{with_corrections(trainer_world(), false)};
    Harness harness{1600, 900, [this](Ui& ui) { desk.draw(ui); }};

    void SetUp() override { harness.settle(); }
};

TEST_F(Corrections, leave_something_out_with_a_reason) {
    desk.state.corrections.open = true;
    harness.settle();
    EXPECT_TRUE(harness.reads("Alles telt mee"));
    harness.click("corrections.tab.all");
    EXPECT_TRUE(harness.reads("CAS deelt A14 met VT"));
    harness.click("corrections.kind.asking");
    EXPECT_TRUE(harness.reads("SHN-Z vraagt VT: Weet Mirjam dat ze hulp kan krijgen?"));
    harness.click("corrections.kind.deciding");
    EXPECT_TRUE(harness.reads("Besluit: Hoe krijgt Milan zijn schoolweek terug?"));
    harness.click("corrections.kind.plan");
    EXPECT_TRUE(harness.reads("Actie van CAS: Een afspraak met de school maken"));
    harness.click("corrections.kind.all");
    harness.click("corrections.search");
    harness.type("zzz");
    EXPECT_TRUE(harness.reads("Niets gevonden"));
    for (int typed = 0; typed < 3; ++typed) harness.press(Key::backspace);
    harness.click("corrections.leave_out.share.10");
    EXPECT_FALSE(harness.widget("corrections.act").enabled);
    EXPECT_EQ(harness.ui.focused(), "corrections.reason");
    harness.type("Misklik");
    harness.click("corrections.act");
    const v1::CorrectScore& correction = desk.last().correct_score();
    EXPECT_TRUE(correction.leave_out());
    EXPECT_EQ(correction.target().kind(), "share");
    EXPECT_EQ(correction.target().made(), 10U);
    EXPECT_EQ(correction.reason(), "Misklik");
}

TEST_F(Corrections, of_a_decision_name_the_decision) {
    desk.state.corrections.open = true;
    desk.state.corrections.tab = 1;
    harness.settle();
    harness.click("corrections.leave_out.decision.V2");
    harness.type("Anders gegaan");
    harness.press(Key::enter, false, true);
    EXPECT_EQ(desk.last().correct_score().target().decision(), "V2");
}

TEST_F(Corrections, start_from_the_line_of_what_happened) {
    harness.click("correct.share.10");
    EXPECT_TRUE(harness.reads("CAS deelt A14 met VT"));
    harness.type("Misklik");
    harness.press(Key::enter, false, true);
    EXPECT_EQ(desk.last().correct_score().target().made(), 10U);
    desk.model = with_corrections(desk.model, true);
    desk.state.corrections.open = false;
    harness.settle();
    EXPECT_TRUE(harness.reads("Telt niet mee"));
}

TEST_F(Corrections, can_be_undone_also_after_the_end) {
    desk.model = ended(with_corrections(trainer_world(), true));
    harness.settle();
    harness.click("trainer.corrections");
    EXPECT_TRUE(harness.reads("Misklik: het was voor PRC bedoeld."));
    harness.click("corrections.undo.share.10");
    EXPECT_FALSE(desk.last().correct_score().leave_out());
    EXPECT_FALSE(desk.last().correct_score().reason().empty());
}

TEST_F(Corrections, of_what_is_no_longer_shown_can_still_be_undone) {
    v1::ViewPatch patch;
    patch.set_view("trainer");
    v1::Correction& correction =
        *entity_in(patch, "correction:action:00000000000003e7").mutable_correction();
    correction.set_kind("action");
    correction.set_made(999);
    correction.set_reason("Weg");
    desk.model.views["trainer"].merge(patch);
    desk.state.corrections.open = true;
    harness.settle();
    EXPECT_TRUE(harness.reads("Iets dat niet meer in beeld is"));
    harness.click("corrections.undo.action.999");
    EXPECT_EQ(desk.last().correct_score().target().made(), 999U);
}

TEST(Correctable, is_what_the_score_counts_and_no_open_decision) {
    v1::Entity open, message;
    open.mutable_decision()->set_status("open");
    message.mutable_message()->set_id(1);
    EXPECT_FALSE(correctable(open));
    EXPECT_FALSE(correctable(message));
}

class TrainerWindows : public ScreenStates {};

TEST_P(TrainerWindows, prompts_are_readable) {
    Desk console{with_prompts(trainer_world(), "open")};
    look_at("trainer-probing", console);
    for (const char* status : {"waiting", "open"}) {
        Desk desk{with_prompts(trainer_world(), status)};
        desk.state.prompts.open = true;
        look_at(std::string("prompts-") + status, desk);
    }
    Desk closing{with_prompts(trainer_world(), "open")};
    closing.state.prompts.close_asked = true;
    look_at("prompts-closing", closing);
    Desk done{with_prompts(trainer_world(), "waiting")};
    done.state.prompts.open = true;
    done.state.prompts.chosen = "FIRST";
    look_at("prompts-done", done);
    done.model = offline(done.model);
    look_at("prompts-offline", done);
    Desk crowded{with_prompts(crowded_trainer_world(), "open", true)};
    crowded.state.prompts.open = true;
    look_at("prompts-crowded", crowded);
    Desk empty{trainer_world()};
    empty.state.prompts.open = true;
    look_at("prompts-empty", empty);
}

TEST_P(TrainerWindows, corrections_are_readable) {
    Desk empty{trainer_world()};
    empty.state.corrections.open = true;
    look_at("corrections-empty", empty);
    Desk desk{with_corrections(trainer_world(), true)};
    desk.state.corrections.open = true;
    look_at("corrections", desk);
    desk.state.corrections.tab = 1;
    look_at("corrections-all", desk);
    desk.state.corrections.target.set_kind("share");
    desk.state.corrections.target.set_made(10);
    look_at("corrections-reason", desk);
    Desk crowded{offline(with_corrections(crowded_trainer_world(), true, true))};
    crowded.state.corrections.open = true;
    look_at("corrections-crowded-offline", crowded);
    crowded.state.corrections.tab = 1;
    look_at("corrections-all-crowded", crowded);
    Desk over{ended(with_corrections(trainer_world(), true))};
    look_at("corrections-after-the-end", over);
    Desk feed{with_corrections(trainer_world(), true)};
    feed.state.middle_tab = 1;
    feed.state.tab = 2;
    look_at("corrections-feed", feed);
}

INSTANTIATE_SCREENS(TrainerWindows);

}  // namespace
}  // namespace casustafel::ui
