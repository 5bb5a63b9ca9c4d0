// What one sees of what was done: the receipt at the foot of the table, being moved or helped, the
// debrief page, and clicks on what slid under a resting mouse.
#include <gtest/gtest.h>

#include "client/ui/acts/receipt.hpp"
#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/app/app.hpp"
#include "client/ui/app/news.hpp"
#include "client/ui/kit/button.hpp"
#include "screens.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

class Receipts : public testing::Test {
protected:
    model::Model model = table_world();
    Remembered outbox;
    App app;
    Harness harness{1280, 720, [this](Ui& ui) { app.draw(ui, model, outbox, 1000, {}); }};

    v1::Command by_vt() {
        v1::Command command;
        command.set_as_role("VT");
        return command;
    }
    void accept(v1::Command command) {
        app.take_accepted(model, {std::move(command)}, 1000);
        harness.settle();
    }
    void put(const v1::Entity& entity) {
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        *patch.add_entities() = entity;
        model.views["role:VT"].merge(patch);
        harness.settle();
    }
    void call_for_help(bool answered) {
        v1::Entity call;
        call.set_key(contract::entity_key(contract::entities::help_call, 7));
        call.mutable_help_call()->set_id(7);
        call.mutable_help_call()->set_participant(model.participant);
        call.mutable_help_call()->set_answered(answered);
        put(call);
    }
};

TEST_F(Receipts, say_what_arrived_and_stay_until_the_next) {
    harness.settle();
    EXPECT_TRUE(harness.reads("Hier zie je wat van jou is aangekomen."));
    v1::Command share = by_vt();
    share.mutable_share_item()->set_item("A03");
    share.mutable_share_item()->add_to("OVJ");
    share.mutable_share_item()->add_to("PRC");
    accept(share);
    EXPECT_TRUE(harness.reads("Gedeeld met OVJ en PRC: A03"));
    harness.pass(600);
    EXPECT_TRUE(harness.reads("Gedeeld met OVJ en PRC: A03"));
    v1::Command proposal = by_vt();
    proposal.mutable_propose_decision()->set_decision("V1");
    accept(proposal);
    EXPECT_TRUE(harness.reads("Je voorstel staat bij"));
    EXPECT_FALSE(harness.reads("Gedeeld met OVJ en PRC: A03"));
}

TEST_F(Receipts, begin_with_a_capital) {
    harness.settle();
    v1::Command phase = by_vt();
    phase.mutable_move_phase()->set_meeting("HG");
    phase.mutable_move_phase()->set_phase("judgement");
    accept(phase);
    EXPECT_TRUE(harness.reads("Overleg huiselijk geweld is nu in de fase oordeelsvorming"));
}

TEST_F(Receipts, move_nothing_when_they_come) {
    harness.settle();
    const Rect before = harness.widget("dock.fold").rect;
    v1::Command enter = by_vt();
    enter.mutable_enter_meeting()->set_meeting("HG");
    accept(enter);
    EXPECT_TRUE(harness.widget("dock.fold").rect == before);
}

TEST_F(Receipts, are_not_given_for_what_shows_by_itself) {
    v1::Command message = by_vt();
    message.mutable_send_message()->set_text("Hoi");
    accept(message);
    v1::Command read = by_vt();
    read.mutable_read_item()->set_item("A03");
    accept(read);
    EXPECT_TRUE(harness.reads("Hier zie je wat van jou is aangekomen."));
}

TEST_F(Receipts, have_words_of_their_own_for_every_act_of_a_role) {
    const auto* fields = v1::Command::descriptor();
    const Panel panel{harness.ui, model, outbox, 1000, {}, model.main_view(), model.role()};
    const std::set<std::string> of_trainers_and_host = {
        "start_session",  "pause_session",     "resume_session",   "set_speed",
        "end_session",    "fire_inject",       "improvise_inject", "retract_inject",
        "hasten_inject",  "look_through_role", "assign_role",      "seat_autopilot",
        "stand_in",       "answer_help",       "whisper",          "bookmark_moment",
        "start_swap",     "advance_swap",      "cancel_swap",      "open_prompt",
        "close_prompt",   "correct_score",     "join_session",     "note_connection",
        "note_recovery",  "leave_session",     "send_away",        "hold_back_inject",
        "lengthen_terms", "dismiss_observer",  "admit_observer",   "note_observer",
        "note_fork",      "declassify_case"};
    for (int index = 0; index < fields->field_count(); ++index) {
        const auto* field = fields->field(index);
        if (field->containing_oneof() == nullptr || of_trainers_and_host.contains(field->name()))
            continue;
        v1::Command command;
        command.GetReflection()->MutableMessage(&command, field);
        if (!gets_receipt(command)) continue;
        EXPECT_NE(receipt_words(panel, command), harness.ui.say(text::Key::receipt_done))
            << field->name();
    }
}

TEST_F(Receipts, tell_who_called_for_help_that_the_trainer_saw_it) {
    call_for_help(false);
    EXPECT_FALSE(harness.reads("De trainer komt eraan"));
    call_for_help(true);
    EXPECT_TRUE(harness.reads("De trainer komt eraan"));
}

TEST_F(Receipts, say_nothing_of_help_that_was_over_before) {
    call_for_help(true);
    News news;
    const Panel panel{harness.ui, model, outbox, 1000, {}, model.main_view(), model.role()};
    EXPECT_TRUE(news.of_others(panel).empty());
}

TEST_F(Receipts, a_call_for_help_may_say_what_it_is_about) {
    harness.settle();
    harness.click("bar.menu");
    harness.click("bar.menu.help");
    harness.click("guide.call");
    harness.type("Wat is een grondslag?");
    EXPECT_TRUE(outbox.acts.empty());
    harness.click("call.act");
    ASSERT_EQ(outbox.acts.size(), 1U);
    EXPECT_EQ(outbox.acts.back().call_for_help().text(), "Wat is een grondslag?");
    EXPECT_TRUE(harness.reads("De trainer weet dat je hulp wilt"));
}

TEST_F(Receipts, tell_who_called_for_help_when_both_come_between_two_frames) {
    harness.settle();
    call_for_help(true);
    EXPECT_TRUE(harness.reads("De trainer komt eraan"));
}

TEST_F(Receipts, tell_who_noted_something_that_it_was_denied) {
    v1::Entity noted;
    noted.set_key(contract::entity_key(contract::entities::heard, 9));
    noted.mutable_heard()->set_id(9);
    noted.mutable_heard()->set_by("VT");
    noted.mutable_heard()->set_giver("OVJ");
    noted.mutable_heard()->set_text("Jesse loopt mee.");
    put(noted);
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    patch.add_gone(noted.key());
    model.views["role:VT"].merge(patch);
    harness.settle();
    EXPECT_TRUE(harness.reads("OVJ zegt: dit heb ik niet verteld"));
    EXPECT_TRUE(harness.reads("Jesse loopt mee."));
}

TEST_F(Receipts, the_whole_role_card_keeps_what_was_passed_on) {
    v1::Entity note;
    note.set_key("handover:VT");
    note.mutable_handover_note()->set_role("VT");
    note.mutable_handover_note()->set_text("Bel Ineke eerst.");
    put(note);
    app.state.tables["VT"].role_card.whole_open = true;
    harness.settle();
    EXPECT_TRUE(harness.reads("Overdracht van je voorganger"));
    EXPECT_TRUE(harness.reads("Bel Ineke eerst."));
}

TEST_F(Receipts, report_is_kept_where_documents_are_and_its_place_is_told) {
    model = trainer_world();
    harness.settle();
    app.take_report(harness.ui, model, outbox, "<html>");
    harness.settle();
    EXPECT_EQ(outbox.pages, std::vector<std::string>{"<html>"});
    EXPECT_TRUE(harness.reads("Het verslag staat klaar"));
    EXPECT_TRUE(harness.reads("/documenten/casustafel-verslag-" + model.code + ".html"));
}

TEST_F(Receipts, report_is_not_kept_on_a_shared_computer) {
    model = trainer_world();
    Settings settings = harness.ui.settings();
    settings.shared_workstation = true;
    harness.ui.change(settings);
    harness.settle();
    app.take_report(harness.ui, model, outbox, "<html>");
    harness.settle();
    EXPECT_TRUE(outbox.pages.empty());
    EXPECT_TRUE(harness.reads("Op een gedeelde computer bewaren we niets"));
}

TEST_F(Receipts, tell_who_was_taken_from_a_seat_that_it_was_so) {
    harness.settle();
    v1::ViewPatch seats;
    seats.set_view("seat");
    seats.set_snapshot(true);
    *seats.add_entities() = *model.views["role:VT"].find("session");
    model.views.clear();
    model.views["seat"].merge(seats);
    harness.settle();
    EXPECT_TRUE(harness.reads("Je stoel is vrijgemaakt"));
    EXPECT_TRUE(harness.reads("De trainer heeft je van je stoel gehaald."));
}

TEST_F(Receipts, say_nothing_of_a_seat_given_up_before_the_start) {
    model = seated_world();
    harness.settle();
    model::Model lobby = lobby_world();
    lobby.link = model::Link::ready;
    lobby.participant = 5;
    model = lobby;
    harness.settle();
    EXPECT_FALSE(harness.reads("Je stoel is vrijgemaakt"));
}

class ReceiptStates : public ScreenStates {
protected:
    Remembered outbox;
    App app;
    model::Model model = table_world();

    void look(const std::string& name) {
        look_at(name, [&](Ui& ui) { app.draw(ui, model, outbox, 1000, {}); });
    }
    void put(const v1::Entity& entity) {
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        *patch.add_entities() = entity;
        model.views["role:VT"].merge(patch);
    }
};

TEST_P(ReceiptStates, are_readable_after_an_act_with_many_words) {
    v1::Command share;
    share.set_as_role("VT");
    share.mutable_share_item()->set_item("A03");
    for (const char* role : {"OVJ", "PRC", "CAS", "POL-V", "SHN-V"})
        share.mutable_share_item()->add_to(role);
    app.take_accepted(model, {share}, 1000);
    look("table-receipt");
}

TEST_P(ReceiptStates, are_readable_when_the_case_is_to_be_accepted) {
    app.state.tables["VT"].triage.accepting = true;
    look("table-accept");
}

TEST_P(ReceiptStates, are_readable_when_one_is_alone_in_a_meeting) {
    v1::Entity meeting = *model.views["role:VT"].find("meeting:HG");
    meeting.mutable_meeting()->clear_present();
    meeting.mutable_meeting()->add_present("VT");
    put(meeting);
    open_share(app.state.tables["VT"].share, "A03", 0);
    look("table-share-alone");
}

INSTANTIATE_SCREENS(ReceiptStates);

// A line comes in above a button under a mouse that rests, or goes.
class Sliding : public testing::Test {
protected:
    bool line = false;
    int first = 0, second = 0;
    Harness harness{400, 300, [this](Ui& ui) {
                        const Rect high{100, 100, 300, 140}, low{100, 140, 300, 180};
                        if (button(ui, line ? low : high, "first", "Eerste")) ++first;
                        if (line && button(ui, high, "second", "Tweede")) ++second;
                    }};
    void press_here() {
        Input press;
        press.pressed = press.held = true;
        press.clicks = 1;
        harness.frame(press);
        Input release;
        release.released = true;
        harness.frame(release);
        harness.settle();
    }
};

TEST_F(Sliding, what_slid_under_the_mouse_is_not_pressed) {
    harness.settle();
    harness.hover("first");
    line = true;
    harness.settle();
    press_here();
    EXPECT_EQ(first + second, 0);
    harness.pass(0.5);
    press_here();
    EXPECT_EQ(second, 1);
}

TEST_F(Sliding, what_one_moves_to_is_pressed_at_once) {
    harness.settle();
    harness.hover("first");
    line = true;
    harness.settle();
    harness.click("first");
    EXPECT_EQ(first, 1);
}

TEST_F(Sliding, what_lay_there_all_along_is_pressed_at_once) {
    line = true;
    harness.settle();
    harness.hover("second");
    press_here();
    press_here();
    EXPECT_EQ(second, 2);
}

}  // namespace
}  // namespace casustafel::ui
