// The desk and what is done with whole sessions there; and what a trainer needs when things go
// wrong: a seat that is taken, more time, an inject that is held back or adapted, who leads.
#include <gtest/gtest.h>

#include "client/ui/trainer/console/trainer.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

v1::SessionEntry session(const std::string& code, const std::string& phase,
                         const std::string& name = {}) {
    v1::SessionEntry entry;
    entry.set_code(code);
    entry.set_scenario("A");
    entry.mutable_title()->set_nl("Vier gezinsleden, vijf overleggen");
    entry.mutable_title()->set_en("Four family members, five meetings");
    entry.set_phase(phase);
    entry.set_participants(phase == "lobby" ? 0 : 14);
    entry.set_connected(phase == "running" ? 13 : 0);
    entry.mutable_card()->set_name(name);
    return entry;
}

struct Desk {
    model::Model model = trainer_world();
    Remembered outbox{};
    TrainerState state{};

    Desk() {
        model.trainer_number = 1;
        model.trainers = {{1, "Anouk de Vries"}, {2, "Bram"}};
        model.lead = 1;
        model.invitation = an_invitation();
    }
    void at_desk() {
        state.at_desk = state.asked_lists = true;
        v1::SessionEntry named = session("K7W4MPQX", "running", "Oosterwaard, dinsdag");
        named.mutable_card()->set_date("di 8 december, 13.00");
        named.mutable_card()->set_group("Regisseurs Oost");
        named.mutable_round()->set_nl("Oordeel en besluit");
        named.mutable_round()->set_en("Judgement and decision");
        named.set_sim_ms(49'200'000);
        named.set_seated(13);
        named.set_silent(3);
        named.set_calls(1);
        model.sessions = {named, session("PQXW7K4M", "lobby"),
                          session("MMPQXW7K", "ended", "Proef met het team"),
                          session("TTPQXW7K", "archived", "Voorjaar")};
        v1::ScenarioEntry one;
        one.set_id("A");
        *one.mutable_title() = named.title();
        one.set_roles(21);
        one.set_minutes(155);
        model.scenarios = {one};
    }
    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_trainer(panel, state);
    }
};

class DeskStates : public ScreenStates {};
INSTANTIATE_SCREENS(DeskStates);

TEST_P(DeskStates, are_readable_with_cards_an_open_card_and_the_invitation) {
    Desk desk;
    desk.at_desk();
    look_at("desk-cards", desk);
    desk.state.card.open = true;
    desk.state.card.code = "K7W4MPQX";
    desk.state.card.typed = desk.model.sessions[0].card();
    look_at("desk-card-in-use", desk);
    desk.state.card.code = "MMPQXW7K";
    desk.state.card.typed = desk.model.sessions[2].card();
    look_at("desk-card", desk);
    desk.state.card.archive_asked = true;
    look_at("desk-card-archive", desk);
    desk.state.card.archive_asked = false;
    desk.state.card.delete_asked = true;
    look_at("desk-card-delete", desk);
    desk.state = {};
    desk.state.paper.open = true;
    look_at("trainer-paper", desk);
    desk.state.paper.open = false;
    desk.state.invite_open = true;
    look_at("trainer-invitation", desk);
    desk.state.invite_open = false;
    desk.state.people.open = true;
    look_at("trainer-people-lead", desk);
}

class DeskActs : public testing::Test {
protected:
    Desk desk;
    Harness harness{1280, 720, [this](Ui& ui) { desk.draw(ui); }};
    const v1::ClientFrame& said() { return desk.outbox.said.back(); }
    void write(const std::string& field, const std::string& text) {
        harness.click(field);
        harness.type(text);
        harness.settle();
    }
    void click(const std::string& name) {
        harness.settle();
        harness.click(name);
        harness.settle();
    }
};

TEST_F(DeskActs, write_prepare_copy_put_away_and_delete) {
    desk.at_desk();
    click("desk.card.K7W4MPQX");
    write("card.group", "!");
    click("card.keep");
    ASSERT_TRUE(said().has_set_card());
    EXPECT_EQ(said().set_card().code(), "K7W4MPQX");
    EXPECT_EQ(said().set_card().card().date(), "di 8 december, 13.00");

    click("desk.prepare.A");
    write("card.name", "Volgende week");
    click("card.keep");
    ASSERT_TRUE(said().has_new_session());
    EXPECT_EQ(said().new_session().scenario(), "A");
    EXPECT_EQ(said().new_session().card().name(), "Volgende week");
    EXPECT_TRUE(desk.state.at_desk) << "prepared, and not gone to";

    click("desk.card.MMPQXW7K");
    click("card.copy");
    EXPECT_EQ(said().new_session().copy_of(), "MMPQXW7K");
    click("desk.card.MMPQXW7K");
    click("card.archive");
    EXPECT_FALSE(said().has_archive_session()) << "asked first";
    EXPECT_TRUE(harness.reads("De namen van deelnemers worden nu gewist"));
    click("archive.yes");
    EXPECT_TRUE(said().archive_session().archived());
    click("desk.card.TTPQXW7K");
    click("card.back");
    EXPECT_FALSE(said().archive_session().archived());
    click("desk.card.MMPQXW7K");
    click("card.delete");
    EXPECT_FALSE(said().has_delete_session()) << "asked first";
    EXPECT_TRUE(harness.reads("komen niet terug"));
    click("delete.yes");
    EXPECT_EQ(said().delete_session().code(), "MMPQXW7K");
}

TEST_F(DeskActs, show_how_each_session_goes_side_by_side) {
    desk.at_desk();
    v1::SessionEntry continued = session("QQPQXW7K", "continued");
    continued.set_continued_as("MMPQXW7K");
    desk.model.sessions.push_back(continued);
    harness.settle();
    EXPECT_TRUE(harness.reads("Iemand vraagt om hulp"));
    EXPECT_TRUE(harness.reads("Oordeel en besluit, 13:40"));
    EXPECT_TRUE(harness.reads("13 aan tafel"));
    EXPECT_TRUE(harness.reads("3 al tien minuten stil"));
    EXPECT_TRUE(harness.reads("Gaat verder als MMPQ XW7K"));
}

TEST_F(DeskActs, tell_in_the_session_that_is_open_who_calls_in_another) {
    harness.settle();
    EXPECT_FALSE(harness.shows("elsewhere.open"));
    v1::SessionEntry other = session("PQXW7K4M", "running", "Groep van woensdag");
    other.set_calls(1);
    desk.model.sessions = {other};
    harness.settle();
    EXPECT_TRUE(harness.reads("In ‘Groep van woensdag’ (PQXW 7K4M) vraagt iemand om hulp"));
    click("elsewhere.open");
    EXPECT_EQ(desk.outbox.wishes.back(), "attach PQXW7K4M");
}

TEST_F(DeskActs, go_on_listening_to_the_list_in_a_session) {
    desk.model.arrivals = 1;
    harness.settle();
    ASSERT_FALSE(desk.outbox.said.empty());
    EXPECT_TRUE(said().has_list_sessions());
    const std::size_t once = desk.outbox.said.size();
    harness.settle();
    EXPECT_EQ(desk.outbox.said.size(), once);
}

TEST_F(DeskActs, go_on_with_paper_from_a_page_that_says_how_it_is_entered) {
    click("bar.menu");
    click("bar.menu.paper");
    EXPECT_TRUE(harness.reads("Daarna invoeren"));
    EXPECT_TRUE(harness.reads("Heeft iemand geen scherm?"));
    click("paper.make");
    ASSERT_TRUE(said().has_ask_report());
    EXPECT_TRUE(said().ask_report().on_paper());
    EXPECT_EQ(said().ask_report().language(), "nl");
    EXPECT_TRUE(desk.state.paper.asked);
}

TEST_F(DeskActs, hand_over_the_lead_and_say_no_to_a_wish) {
    desk.model.seat_wishes[3] = "OVJ";
    click("wishes.decline");
    EXPECT_EQ(said().decline_wish().participant(), 3U);
    desk.state.people.open = true;
    harness.settle();
    click("people.lead");
    click("people.lead.2");
    EXPECT_EQ(said().hand_lead().trainer(), 2U);
}

TEST_F(DeskActs, tell_what_the_other_trainers_did) {
    harness.settle();
    v1::TrainerActed acted;
    acted.set_trainer(2);
    acted.mutable_command()->mutable_pause_session();
    acted.set_at_sim_ms(desk.model.session_sim_ms);
    desk.model.others_did.push_back(acted);
    ++desk.model.others_acts;
    harness.settle();
    ASSERT_FALSE(desk.state.witness.steps.empty());
    EXPECT_EQ(desk.state.witness.steps.back().value, "Bram: zette de klok stil");
}

}  // namespace
}  // namespace casustafel::ui
