// Bad days of a participant: the server goes at each moment of each dialog, a seat is taken while
// one chooses it, the trainer ends it, a wrong address, a certificate that does not fit, too much
// pasted. Each says what to do and nothing is lost.
#include <gtest/gtest.h>

#include "client/ui/acts/ask_dialog.hpp"
#include "client/ui/acts/item_acts.hpp"
#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/app/app.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/utf8.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Everything {
    model::Model model = table_world();
    Remembered outbox;
    App app;
    LinkTrouble trouble;
    std::int64_t now_ms = 1000;

    void draw(Ui& ui) { app.draw(ui, model, outbox, now_ms, trouble); }
    TableState& table() { return app.state.tables["VT"]; }
};

class BadDay : public testing::Test {
protected:
    Everything all;
    Harness harness{1280, 720, [this](Ui& ui) { all.draw(ui); }};

    void put(const std::string& view, const v1::Entity& entity) {
        v1::ViewPatch patch;
        patch.set_view(view);
        *patch.add_entities() = entity;
        all.model.views[view].merge(patch);
        harness.settle();
    }
};

// Every dialog: how it opens, what is typed where, and how it is sent.
struct Dialogue {
    const char* name;
    std::function<void(TableState&)> open;
    const char* field;
};

const std::vector<Dialogue>& dialogues() {
    static const std::vector<Dialogue> all = {
        {"share",
         [](TableState& table) {
             open_share(table.share, "A03", 0);
             table.share.draft.form = 2;
             table.share.draft.own_words = true;
         },
         "share.text"},
        {"ask", [](TableState& table) { table.ask.open = true; }, "ask.text"},
        {"refuse",
         [](TableState& table) {
             table.answer.request = 20;
             table.answer.drafts[20].way = 1;
         },
         "answer.text"},
        {"weighing", [](TableState& table) { table.weighing.item = "A03"; }, "weighing.tried"},
        {"triage", [](TableState& table) { table.triage.open = true; }, "triage.reason"},
        {"decision", [](TableState& table) { table.decision.open = "V1"; }, "decision.text"},
        {"action", [](TableState& table) { table.plan.open = true; }, "action.text"},
        {"intervention", [](TableState& table) { table.intervention.open = "ALARM"; },
         "intervention.text"},
        {"step", [](TableState& table) { open_item_act(table.item_act, "inform", "A03"); },
         "item_act.text"},
        {"message", [](TableState&) {}, "talk.write"}};
    return all;
}

TEST_F(BadDay, the_server_goes_while_one_types_in_any_dialog_and_not_a_letter_is_lost) {
    for (const Dialogue& dialogue : dialogues()) {
        all.app = {};
        all.model = table_world();
        harness.settle();
        dialogue.open(all.table());
        harness.settle();
        harness.click(dialogue.field);
        harness.type("Eerst");
        all.model = offline(all.model);
        harness.settle();
        harness.type(" en verder");
        EXPECT_TRUE(harness.reads("Eerst en verder")) << dialogue.name;
        EXPECT_TRUE(harness.reads("Even geen verbinding")) << dialogue.name;
        all.model = table_world();
        harness.settle();
        EXPECT_TRUE(harness.reads("Eerst en verder")) << dialogue.name;
        EXPECT_EQ(harness.ui.focused(), dialogue.field) << dialogue.name;
    }
}

TEST_F(BadDay, escape_closes_any_dialog_and_what_was_typed_is_there_when_it_opens_again) {
    for (const Dialogue& dialogue : dialogues()) {
        if (std::string(dialogue.name) == "message") continue;
        all.app = {};
        harness.settle();
        dialogue.open(all.table());
        harness.settle();
        harness.click(dialogue.field);
        harness.type("Bewaar dit");
        harness.press(Key::escape);
        EXPECT_FALSE(harness.shows(dialogue.field)) << dialogue.name;
        const std::string kept = all.app.kept_drafts();
        EXPECT_NE(kept.find("Bewaar dit"), std::string::npos) << dialogue.name;
        EXPECT_TRUE(all.outbox.acts.empty()) << dialogue.name;
    }
}

TEST_F(BadDay, ten_thousand_bytes_pasted_stay_whole_and_are_not_sent_before_they_fit) {
    std::string much;
    while (much.size() < 10'000) much += "één 🙂 ";
    harness.click("talk.write");
    harness.ui.copy(much);
    harness.press_letter('v', true);
    EXPECT_EQ(all.table().talk.drafts["meeting:HG"], much);
    const std::size_t too_many =
        contract::to_characters(much).size() - contract::limits::send_message_text_characters;
    EXPECT_TRUE(harness.reads(std::to_string(too_many) + " tekens te veel"));
    EXPECT_FALSE(harness.widget("talk.send").enabled);
    harness.press(Key::enter);
    EXPECT_TRUE(all.outbox.acts.empty());
    EXPECT_EQ(text_faults(harness.ui), "");
}

// Of each dialog with a text: one character too many, and what sends it is grey and says why.
TEST_F(BadDay, whatever_is_too_long_is_kept_and_cannot_be_sent) {
    for (const Dialogue& dialogue : dialogues()) {
        all.app = {};
        all.outbox.acts.clear();
        harness.settle();
        dialogue.open(all.table());
        harness.settle();
        harness.click(dialogue.field);
        harness.ui.copy(std::string(6'000, 'e') + "\u0301");
        harness.press_letter('v', true);
        EXPECT_TRUE(harness.reads("tekens te veel")) << dialogue.name;
        harness.press(Key::enter, false, true);
        EXPECT_TRUE(all.outbox.acts.empty()) << dialogue.name;
        const std::string kept = all.app.kept_drafts();
        EXPECT_NE(kept.find(std::string(5'999, 'e') + "é"), std::string::npos) << dialogue.name;
    }
}

TEST_F(BadDay, accents_and_pictures_are_sent_as_they_were_typed) {
    harness.click("talk.write");
    harness.type("Eén ünïcode 🙂 ‘ja’");
    harness.press(Key::enter, false, true);
    ASSERT_FALSE(all.outbox.acts.empty());
    EXPECT_EQ(all.outbox.acts.back().send_message().text(), "Eén ünïcode 🙂 ‘ja’");
}

TEST_F(BadDay, a_seat_taken_while_one_chooses_it_is_told_and_another_can_be_taken) {
    all.model = lobby_world();
    all.app.state.lobby.code = "K7W4MPQX";
    all.app.state.lobby.name = "Samira";
    all.app.state.lobby.notice_read = true;
    harness.settle();
    harness.click("seat.VT");
    EXPECT_TRUE(harness.widget("lobby.take").enabled);
    v1::Entity role = *all.model.views["seat"].find("role:VT");
    role.mutable_role()->set_occupant(3);
    put("seat", role);
    EXPECT_FALSE(harness.widget("lobby.take").enabled);
    EXPECT_TRUE(harness.reads("Die stoel is net bezet. Kies een andere."));
    harness.click("seat.POL-Z");
    EXPECT_TRUE(harness.widget("lobby.take").enabled);
    EXPECT_EQ(all.app.state.lobby.name, "Samira");
}

TEST_F(BadDay, the_trainer_ends_it_while_one_types) {
    harness.click("talk.write");
    harness.type("Nog één ding");
    v1::Entity session = *all.model.views["role:VT"].find("session");
    session.mutable_session()->set_phase("ended");
    session.mutable_session()->set_running(false);
    session.mutable_session()->set_end_reason("trainer");
    put("role:VT", session);
    EXPECT_TRUE(harness.reads("De oefening is klaar"));
    EXPECT_TRUE(harness.reads("Wat nu?"));
    EXPECT_TRUE(harness.reads("Op de stoel van VT (Veilig Thuis)"));
    EXPECT_EQ(all.table().talk.drafts["meeting:HG"], "Nog één ding");
}

TEST_F(BadDay, a_wrong_address_says_so_and_can_be_mended) {
    all.model = {};
    all.trouble = {"Op dit adres antwoordt geen server. We blijven het promptren.", false};
    harness.settle();
    EXPECT_TRUE(harness.reads("Op dit adres antwoordt geen server."));
    harness.click("lobby.other");
    harness.click("join.way.server");
    harness.click("join.server");
    harness.type("https://goed.voorbeeld.nl");
    harness.press(Key::enter);
    EXPECT_EQ(all.outbox.wishes.back(), "connect https://goed.voorbeeld.nl");
}

TEST_F(BadDay, a_certificate_that_does_not_fit_is_a_choice_and_the_safe_one_comes_first) {
    all.model = {};
    all.trouble = {"De server bewees niet wie hij is.", true, "abcd1234abcd1234"};
    harness.settle();
    EXPECT_TRUE(harness.reads("Is dit wel de goede server?"));
    EXPECT_TRUE(harness.reads("abcd 1234 abcd 1234"));
    EXPECT_EQ(harness.ui.focused(), "certificate.refuse");
    harness.press(Key::enter);
    EXPECT_FALSE(harness.shows("certificate.refuse"));
    EXPECT_TRUE(all.outbox.accepted.empty());
    EXPECT_TRUE(harness.reads("Geen veilige verbinding"));
    EXPECT_TRUE(harness.reads("Vraag je trainer om hulp."));
    harness.click("notice.retry");
    harness.click("certificate.accept");
    EXPECT_EQ(all.outbox.accepted, std::vector<std::string>{"abcd1234abcd1234"});
}

TEST_F(BadDay, after_a_crash_the_way_back_is_on_the_first_screen) {
    all.model = {};
    all.app.state.lobby.ways_back = {{"Samira", "K7W4MPQX"}};
    harness.settle();
    EXPECT_TRUE(harness.reads("Je was hier eerder als Samira, in oefening K7W4 MPQX."));
    EXPECT_FALSE(harness.widget("lobby.resume").enabled);  // there is no line to go back over
    all.model.link = model::Link::greeting;
    harness.settle();
    harness.click("lobby.resume");
    EXPECT_EQ(all.outbox.wishes.back(), "go_back 0");
}

TEST_F(BadDay, a_shared_computer_is_told_to_forget_at_once) {
    all.model = lobby_world();
    harness.settle();
    harness.click("lobby.shared");
    harness.settle();
    EXPECT_TRUE(harness.ui.settings().shared_workstation);
    EXPECT_EQ(all.outbox.wishes.back(), "forget");
}

class BadDayStates : public ScreenStates {};

TEST_P(BadDayStates, are_readable) {
    Everything all;
    all.model = {};
    const std::string fingerprint =
        "3f7a91c05be2d8464c19e07fa2b5d83361f09ce47b28a5d01e9c64f3b7d2805a";
    all.trouble = {"De server bewees niet wie hij is.", true, fingerprint};
    look_at("bad-certificate", all);
    all.app.state.lobby.certificate_refused = fingerprint;
    all.app.state.lobby.ways_back = {{"Samira", "K7W4MPQX"}};
    look_at("bad-lobby-return", all);
    all.trouble = {};
    all.model = offline(table_world());
    all.table().bar.tell = {Tone::wrong, "Dat ging niet door", std::string(500, 'w')};
    look_at("bad-table-notices", all);
    all.table().bar.all_open = true;
    look_at("bad-table-notices-open", all);
    all.table().bar = {};
    for (const Dialogue& dialogue : dialogues()) {
        all.app.state.tables.clear();
        dialogue.open(all.table());
        look_at("bad-offline-" + std::string(dialogue.name), all);
    }
}

INSTANTIATE_SCREENS(BadDayStates);

TEST_F(BadDay, a_refused_handover_says_so_and_goes_again_when_asked) {
    all.model = swap_world("writing");
    harness.settle();
    harness.click("swap.note");
    harness.type("Bel Mirjam");
    harness.click("swap.save");
    ASSERT_EQ(all.outbox.acts.size(), 1U);
    all.app.take_refusals(
        harness.ui, all.model,
        {{"rejection.session_paused", "write_handover_note", all.outbox.acts.back()}});
    harness.settle();
    EXPECT_TRUE(harness.reads("Niet aangenomen. Verstuur hem opnieuw."));
    all.now_ms += 10'000;
    harness.settle();
    EXPECT_EQ(all.outbox.acts.size(), 1U);  // not by itself
    harness.click("swap.save");
    EXPECT_EQ(all.outbox.acts.size(), 2U);
    EXPECT_TRUE(harness.reads("Je overdracht is onderweg"));
}

TEST_F(BadDay, a_call_for_help_without_a_connection_does_not_say_that_the_trainer_knows) {
    all.model = offline(table_world());
    harness.settle();
    harness.click("bar.menu");
    harness.click("bar.menu.help");
    harness.click("guide.call");
    harness.click("call.act");
    EXPECT_FALSE(harness.reads("De trainer weet dat je hulp wilt"));
    EXPECT_TRUE(harness.reads("Je hulpvraag is nog niet verstuurd"));
}

}  // namespace
}  // namespace casustafel::ui
