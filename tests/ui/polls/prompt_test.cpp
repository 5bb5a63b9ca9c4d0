// Freeze prompts, what was heard aloud and the words of the case, as a participant has them.
#include "client/ui/polls/prompt.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "client/ui/app/app.hpp"
#include "client/ui/table/table.hpp"
#include "prompt_world.hpp"
#include "screens.hpp"

namespace casustafel::ui {
namespace {

struct Seat {
    model::Model model;
    Remembered outbox{};
    App app{};
    std::int64_t now_ms = 1000;

    void draw(Ui& ui) { app.draw(ui, model, outbox, now_ms, {}); }
    TableState& table() { return app.state.tables["VT"]; }
    const v1::Command& last() const {
        if (outbox.acts.empty()) throw std::runtime_error("nothing was done");
        return outbox.acts.back();
    }
};

// Answers to every question, under way.
PromptDraft sent_answers() {
    const PromptChoices all{{"lead", "cas"}, {"risk", "home"}, {"other", "go"}};
    return {all, all};
}

class Prompt : public testing::Test {
protected:
    Seat seat{asking(table_world())};
    Harness harness{1600, 900, [this](Ui& ui) { seat.draw(ui); }};

    void SetUp() override { harness.settle(); }
    void show(model::Model model) {
        seat.model = std::move(model);
        harness.settle();
    }
};

TEST_F(Prompt, asks_over_the_table_and_sends_what_was_chosen) {
    EXPECT_TRUE(harness.reads("Even stilstaan: peiling"));
    EXPECT_TRUE(harness.reads("De klok van de casus staat stil."));
    EXPECT_TRUE(harness.reads("nog 2:41"));
    EXPECT_FALSE(harness.widget("prompt.send").enabled);
    harness.click("prompt.lead.prc");
    harness.click("prompt.lead.cas");
    harness.click("prompt.risk.home");
    EXPECT_TRUE(harness.reads("Bij één vraag koos je nog niets."));
    harness.click("prompt.send");
    EXPECT_TRUE(seat.outbox.acts.empty());
    EXPECT_TRUE(harness.reads("Niet alles beantwoord"));
    EXPECT_EQ(harness.ui.focused(), "prompt_send.cancel");
    harness.click("prompt_send.cancel");
    EXPECT_TRUE(harness.widget("prompt.lead.cas").selected);
    harness.click("prompt.send");
    harness.click("prompt_send.yes");
    const v1::AnswerPrompt& answer = seat.last().answer_prompt();
    EXPECT_EQ(answer.prompt(), "BEFORE_SWAP");
    ASSERT_EQ(answer.answers_size(), 2);
    EXPECT_EQ(answer.answers(0).question(), "lead");
    EXPECT_EQ(answer.answers(0).option(), "cas");
    EXPECT_EQ(answer.answers(1).option(), "home");
    EXPECT_TRUE(harness.reads("Je antwoorden worden verstuurd."));
    EXPECT_FALSE(harness.widget("prompt.send").enabled);
}

TEST_F(Prompt, goes_wholly_by_keyboard) {
    harness.press(Key::space);  // of somebody who was typing when it opened
    EXPECT_FALSE(harness.widget("prompt.lead.cas").selected);
    harness.press(Key::tab);
    EXPECT_EQ(harness.ui.focused(), "prompt.lead.cas");
    harness.press(Key::down);
    EXPECT_TRUE(harness.widget("prompt.lead.prc").selected);
    harness.press(Key::tab);
    harness.press(Key::space);
    EXPECT_TRUE(harness.widget("prompt.risk.home").selected);
    harness.press(Key::enter, false, true);
    harness.press(Key::tab, true);
    harness.press(Key::enter);
    EXPECT_EQ(seat.last().answer_prompt().answers_size(), 2);
    harness.press(Key::escape);
    EXPECT_TRUE(harness.shows("prompt.unfold"));
}

TEST_F(Prompt, counts_the_time_left_and_stands_still_in_a_pause) {
    seat.now_ms += 11'000;
    harness.settle();
    EXPECT_TRUE(harness.reads("nog 2:30"));
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity& entity = entity_in(patch, "session");
    entity = *seat.model.views["role:VT"].find("session");
    entity.mutable_session()->set_phase("paused");
    seat.model.views["role:VT"].merge(patch);
    harness.click("prompt.lead.cas");
    seat.now_ms += 60'000;
    harness.settle();
    EXPECT_TRUE(harness.reads("nog 2:30"));
    EXPECT_FALSE(harness.widget("prompt.send").enabled);
    EXPECT_TRUE(harness.reads("Het is pauze."));
}

TEST_F(Prompt, folds_to_a_bar_so_that_the_dossier_can_be_read) {
    harness.click("prompt.lead.cas");
    harness.click("prompt.fold");
    EXPECT_TRUE(harness.reads("De peiling is open"));
    EXPECT_TRUE(harness.reads("nog 2:41"));
    EXPECT_TRUE(harness.reads("Peiling"));  // where the clock was
    harness.click("item.A14");
    EXPECT_EQ(seat.table().dossier.selected, "A14");
    harness.click("prompt.unfold");
    EXPECT_TRUE(harness.widget("prompt.lead.cas").selected);
    EXPECT_EQ(harness.ui.focused(), "prompt.lead.cas");
}

TEST_F(Prompt, says_when_the_answers_are_in_and_lets_them_be_changed) {
    show(answered(seat.model));
    harness.click("prompt.lead.cas");
    harness.click("prompt.risk.home");
    harness.click("prompt.other.go");
    EXPECT_TRUE(harness.reads("Je antwoorden zijn binnen; we wachten op de anderen."));
    EXPECT_FALSE(harness.shows("prompt.send"));
    harness.click("prompt.other.free");
    EXPECT_TRUE(harness.reads("Je hebt iets veranderd."));
    harness.click("prompt.send");
    EXPECT_EQ(seat.last().answer_prompt().answers_size(), 3);
    harness.click("prompt.other.go");
    EXPECT_FALSE(harness.reads("Je antwoorden zijn binnen"));  // the other answer is under way
    EXPECT_TRUE(harness.widget("prompt.send").enabled);
}

TEST_F(Prompt, shows_answers_of_before_to_who_started_the_program_again) {
    Seat again{answered(asking(table_world()))};
    Harness other{1600, 900, [&](Ui& ui) { again.draw(ui); }};
    other.settle();
    EXPECT_TRUE(other.widget("prompt.risk.home").selected);
    EXPECT_TRUE(other.reads("Je antwoorden zijn binnen"));
}

TEST_F(Prompt, keeps_what_was_chosen_through_a_lost_connection) {
    harness.click("prompt.lead.cas");
    const model::Model online = seat.model;
    show(offline(online));
    EXPECT_TRUE(harness.widget("prompt.lead.cas").selected);
    harness.click("prompt.risk.school");
    harness.click("prompt.send");
    harness.click("prompt_send.yes");
    EXPECT_TRUE(harness.reads("Nog te versturen."));
    EXPECT_TRUE(harness.reads("Is de peiling dan gesloten, dan tellen ze niet mee."));
    show(online);
    EXPECT_TRUE(harness.widget("prompt.lead.cas").selected);
    EXPECT_TRUE(harness.widget("prompt.risk.school").selected);
}

TEST_F(Prompt, keeps_what_was_chosen_through_a_crash) {
    harness.click("prompt.lead.cas");
    harness.click("prompt.other.free");
    const std::string kept = seat.app.kept_drafts();
    Seat again{seat.model};
    Harness other{1600, 900, [&](Ui& ui) { again.draw(ui); }};
    again.app.restore_drafts(other.ui, again.model, kept);
    other.settle();
    EXPECT_TRUE(other.widget("prompt.lead.cas").selected);
    EXPECT_TRUE(other.widget("prompt.other.free").selected);
    EXPECT_TRUE(other.widget("prompt.send").enabled);
    show(answered(seat.model));
    harness.click("prompt.other.go");
    harness.click("prompt.risk.home");
    EXPECT_EQ(seat.app.kept_drafts(), "");
}

TEST_F(Prompt, is_green_only_when_the_server_has_these_answers) {
    show(answered(seat.model));
    harness.click("prompt.lead.prc");
    harness.click("prompt.send");
    harness.click("prompt_send.yes");
    show(offline(seat.model));
    harness.click("prompt.lead.cas");
    EXPECT_FALSE(harness.reads("Je antwoorden zijn binnen"));
}

TEST_F(Prompt, leaves_nothing_to_do_at_the_table_until_it_closes) {
    seat.table().dossier.selected = "A03";
    harness.click("prompt.fold");
    for (const char* name : {"item.share", "item.ask", "requests.new"})
        EXPECT_FALSE(harness.widget(name).enabled) << name;
    show(after_prompt(seat.model));
    EXPECT_TRUE(harness.widget("item.share").enabled);
}

TEST(PromptNarrow, asks_one_question_at_a_time_and_says_which) {
    Seat seat{asking(table_world())};
    Harness harness{640, 360, [&](Ui& ui) { seat.draw(ui); }};
    harness.settle();
    EXPECT_TRUE(harness.reads("Vraag 1 van 3"));
    harness.click("prompt.lead.cas");
    EXPECT_FALSE(harness.shows("prompt.risk.home"));
    harness.click("prompt.next");
    EXPECT_TRUE(harness.reads("Vraag 2 van 3"));
    harness.click("prompt.risk.home");
    harness.click("prompt.next");
    harness.click("prompt.other.free");
    harness.click("prompt.send");
    EXPECT_EQ(seat.last().answer_prompt().answers_size(), 3);
    harness.click("prompt.previous");
    EXPECT_TRUE(harness.widget("prompt.risk.home").selected);
}

TEST_F(Prompt, can_be_sent_again_after_a_refusal) {
    harness.click("prompt.lead.cas");
    harness.click("prompt.send");
    harness.click("prompt_send.yes");
    seat.app.take_refusals(harness.ui, seat.model,
                           {{"rejection.session_paused", "answer_prompt", seat.last()}});
    harness.settle();
    EXPECT_TRUE(harness.widget("prompt.send").enabled);
}

TEST_F(Prompt, tells_once_that_it_closed_and_what_became_of_the_answers) {
    harness.click("prompt.lead.cas");
    show(after_prompt(seat.model));
    EXPECT_FALSE(harness.shows("prompt.send"));
    EXPECT_TRUE(harness.reads("De peiling is gesloten"));
    harness.ui.change({.language = text::Language::en});
    harness.settle();
    EXPECT_TRUE(harness.reads("The poll is closed")) << "what was told changes with the language";
    harness.ui.change({});
    harness.settle();
    EXPECT_TRUE(harness.reads("Wat je nog niet had verstuurd, telt niet mee."));
    harness.click("notice.close");
    EXPECT_FALSE(harness.reads("De peiling is gesloten"));
}

TEST_F(Prompt, leaves_what_was_half_written_in_another_dialog) {
    show(after_prompt(seat.model));
    seat.table().bar.tell = {};
    seat.table().dossier.selected = "A03";
    harness.settle();
    harness.click("item.ask");
    harness.click("ask.text");
    harness.type("Is het vanavond veilig");
    show(asking(seat.model));
    EXPECT_FALSE(harness.shows("ask.text"));
    EXPECT_TRUE(harness.shows("prompt.send"));
    harness.type(" ");
    EXPECT_FALSE(harness.widget("prompt.lead.cas").selected);
    show(after_prompt(seat.model));
    EXPECT_TRUE(harness.shows("ask.text"));
    EXPECT_EQ(seat.table().ask.draft.text, "Is het vanavond veilig");
}

TEST_F(Prompt, does_not_stand_before_who_only_looks_on) {
    TableState state;
    Harness looking{1600, 900, [&](Ui& ui) {
                        Panel panel{ui,   seat.model, seat.outbox, 0, {}, seat.model.main_view(),
                                    "VT", true};
                        draw_table(panel, state);
                    }};
    looking.settle();
    EXPECT_FALSE(looking.shows("prompt.send"));
    EXPECT_TRUE(looking.reads("Peiling"));
}

class Heard : public testing::Test {
protected:
    Seat seat{table_world()};
    Harness harness{1600, 900, [this](Ui& ui) { seat.draw(ui); }};

    void SetUp() override { harness.settle(); }
};

TEST_F(Heard, notes_who_said_it_about_whom_and_on_what) {
    harness.click("talk.heard");
    EXPECT_TRUE(harness.reads("Kies wie het zei."));
    harness.click("heard.giver.POL-V");
    harness.click("heard.person.jesse");
    harness.click("heard.category.police");
    harness.click("heard.text");
    harness.type("Dat hij erbij was");
    harness.click("heard.act");
    const v1::NoteHeard& note = seat.last().note_heard();
    EXPECT_EQ(note.giver(), "POL-V");
    EXPECT_EQ(note.person(), "jesse");
    EXPECT_EQ(note.category(), "police");
    EXPECT_EQ(note.text(), "Dat hij erbij was");
    EXPECT_FALSE(harness.shows("heard.act"));
}

TEST_F(Heard, takes_two_clicks_when_the_same_one_goes_on) {
    seat.table().talk.heard = {.giver = "CAS", .person = "mirjam", .category = "housing"};
    harness.click("talk.heard");
    harness.click("heard.act");
    EXPECT_EQ(seat.last().note_heard().giver(), "CAS");
}

TEST_F(Heard, knows_whom_one_talks_with) {
    seat.table().talk.conversation = "role:OVJ";
    harness.settle();
    harness.click("talk.heard");
    EXPECT_TRUE(harness.widget("heard.giver.OVJ").selected);
}

TEST_F(Heard, goes_wholly_by_keyboard) {
    harness.ui.focus("talk.heard");
    harness.settle();
    harness.press(Key::enter);
    harness.press(Key::right);
    harness.press(Key::tab);
    harness.press(Key::space);
    harness.press(Key::tab);
    harness.press(Key::space);
    harness.press(Key::enter, false, true);
    EXPECT_TRUE(seat.last().has_note_heard());
}

TEST_F(Heard, asks_the_giver_which_item_it_was_and_registers_it_as_heard) {
    seat.model = with_heard(table_world());
    harness.settle();
    EXPECT_TRUE(
        harness.reads("POL-V noteerde dat jij hardop iets vertelde over Mirjam Dekker "
                      "(huiselijk geweld)"));
    // What only waits for somebody else is among the notices.
    EXPECT_FALSE(harness.reads("Je noteerde wat CAS hardop vertelde"));
    harness.click("talk.tab.notices");
    EXPECT_TRUE(harness.reads("Je noteerde wat CAS hardop vertelde"));
    harness.click("heard.300.yes");
    EXPECT_TRUE(harness.reads("Past bij wat POL-V hoorde"));
    harness.click("which.A03");
    EXPECT_TRUE(harness.widget("share.people.POL-V").selected);
    harness.click("share.purpose");
    harness.click("share.purpose.acute_safety");
    harness.click("share.basis.WMOVT");
    harness.click("share.form.conclusion");
    EXPECT_TRUE(harness.reads("POL-V noteerde dit al en hoeft het niet te bevestigen."));
    harness.click("share.act");
    const v1::RegisterSpokenShare& spoken = seat.last().register_spoken_share();
    EXPECT_EQ(spoken.heard(), 300U);
    EXPECT_EQ(spoken.item(), "A03");
    ASSERT_EQ(spoken.to_size(), 1);
    EXPECT_EQ(spoken.to(0), "POL-V");
}

TEST_F(Heard, can_be_denied_from_the_strip_and_from_the_dialog) {
    seat.model = with_heard(table_world());
    harness.settle();
    harness.click("heard.300.no");
    EXPECT_EQ(seat.last().deny_heard().heard(), 300U);
    harness.click("heard.300.yes");
    harness.click("which.deny");
    EXPECT_EQ(seat.outbox.acts.size(), 2U);
    EXPECT_FALSE(harness.shows("which.deny"));
}

TEST_F(Heard, is_no_draft_of_a_later_share_of_the_same_item) {
    seat.model = with_heard(table_world());
    seat.table().dossier.selected = "A03";
    harness.settle();
    harness.click("heard.300.yes");
    harness.click("which.A03");
    harness.press(Key::escape);
    harness.click("item.share");
    EXPECT_EQ(seat.table().share.draft.heard, 0U);
    EXPECT_FALSE(seat.table().share.draft.aloud);
}

TEST(Scripted, questions_and_actions_are_read_in_the_own_language) {
    Seat seat{with_scripted(table_world())};
    Harness harness{1600, 900, [&](Ui& ui) { seat.draw(ui); }};
    harness.settle();
    EXPECT_TRUE(harness.reads("Weet Mirjam dat ze hulp kan krijgen?"));
    harness.click("dock.tab.plan");
    EXPECT_TRUE(harness.reads("Een afspraak met de school maken"));
    harness.ui.change({1, Contrast::light, text::Language::en});
    harness.settle();
    EXPECT_TRUE(harness.reads("Does Mirjam know that she can get help?"));
    EXPECT_TRUE(harness.reads("Make an appointment with the school"));
}

class PromptStates : public ScreenStates {};

TEST_P(PromptStates, are_readable) {
    Seat typical{asking(table_world())};
    look_at("prompt-typical", typical);
    Seat few{asking(empty_world())};
    look_at("prompt-first", few);
    Seat in{answered(asking(table_world()))};
    look_at("prompt-received", in);
    in.app.state.prompt.folded = true;
    look_at("prompt-folded-received", in);
    Seat folded{asking(table_world())};
    look_at("prompt-opens", folded);
    folded.app.state.prompt.folded = true;
    look_at("prompt-folded", folded);
    Seat away{offline(asking(table_world()))};
    away.app.state.prompt.drafts["K7W4MPQX/5/BEFORE_SWAP"] = sent_answers();
    look_at("prompt-offline", away);
    away.app.state.prompt.folded = true;
    look_at("prompt-offline-folded", away);
    Seat closed{asking(table_world())};
    look_at("prompt-before-closing", closed);
    closed.model = after_prompt(closed.model);
    look_at("prompt-closed", closed);
}

TEST_P(PromptStates, are_readable_with_far_too_much) {
    Seat seat{asking(crowded_world(), true)};
    look_at("prompt-crowded", seat);
}

class HeardStates : public ScreenStates {};

TEST_P(HeardStates, are_readable) {
    Seat strip{with_heard(table_world())};
    strip.table().dossier.selected = "A03";
    strip.table().narrow_tab = 2;
    look_at("heard-waiting", strip);
    Seat many{with_heard(crowded_world(), 5)};
    many.table().narrow_tab = 2;
    look_at("heard-waiting-crowded", many);
    Seat note{table_world()};
    note.table().talk.heard.open = true;
    look_at("heard-note-empty", note);
    note.table().talk.heard = {.open = true,
                               .giver = "POL-V",
                               .person = "mirjam",
                               .category = "domestic_violence",
                               .text = "Dat ze de aangifte twee keer introk."};
    look_at("heard-note", note);
    note.model = offline(crowded_world());
    look_at("heard-note-crowded-offline", note);
    Seat which{with_heard(table_world())};
    which.table().talk.heard.answering = 300;
    look_at("heard-which", which);
    which.model = with_heard(crowded_world());
    look_at("heard-which-crowded", which);
    which.model = with_heard(empty_world());
    look_at("heard-which-empty", which);
    Seat talk{table_world()};
    talk.table().narrow_tab = 3;
    look_at("heard-way-in", talk);
    Seat share{with_heard(table_world())};
    share.table().share.open = true;
    share.table().share.draft = {.item = "A03", .to = {"POL-V"}, .aloud = true, .heard = 300};
    look_at("heard-share", share);
}

INSTANTIATE_SCREENS(PromptStates);
INSTANTIATE_SCREENS(HeardStates);

}  // namespace
}  // namespace casustafel::ui
