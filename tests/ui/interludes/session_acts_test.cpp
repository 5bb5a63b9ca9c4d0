// The acts of a whole session at the table: deciding, planning, using a power, confirming what was
// said, and the swap; each clicked by name, and each screen looked at for faults of text at every
// size.
#include <gtest/gtest.h>

#include "client/ui/interludes/swap.hpp"
#include "client/ui/table/table.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Seat {
    model::Model model = table_world();
    Remembered outbox{};
    TableState state{};
    Handover handover{};
    std::int64_t now_ms = 0;

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, now_ms, {}, model.main_view(), model.role()};
        if (panel.view->find<v1::SwapUnderWay>() != nullptr)
            return draw_swap(panel, state, &handover);
        draw_table(panel, state);
    }
};

// The server has the handover.
void note_written(model::Model& model) {
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity entity = *model.views["role:VT"].find("swap");
    entity.mutable_swap()->set_note_written(true);
    *patch.add_entities() = entity;
    model.views["role:VT"].merge(patch);
}

class SessionActs : public testing::Test {
protected:
    Seat seat;
    Harness harness{1600, 900, [this](Ui& ui) { seat.draw(ui); }};

    const v1::Command& last() {
        if (seat.outbox.acts.empty()) throw std::runtime_error("nothing was asked");
        return seat.outbox.acts.back();
    }
};

// A decision of another role, of which this one sees the question and what was proposed.
void leave_to_another(model::Model& model) {
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity entity = *model.views["role:VT"].find("decision:V1");
    v1::Decision& decision = *entity.mutable_decision();
    decision.clear_deciders();
    decision.add_deciders("OM-V");
    while (decision.options_size() > 1) decision.mutable_options()->RemoveLast();
    *patch.add_entities() = entity;
    model.views["role:VT"].merge(patch);
}

TEST_F(SessionActs, advises_in_its_own_words_on_what_another_decides) {
    leave_to_another(seat.model);
    harness.settle();
    harness.click("dock.tab.decisions");
    harness.click("decision.V1.open");
    EXPECT_TRUE(harness.reads("Schrijf eerst wat je voorstelt."));
    harness.click("decision.text");
    harness.type("Eerst een gesprek met Mirjam alleen.");
    harness.click("decision.propose");
    ASSERT_TRUE(last().has_propose_decision());
    EXPECT_EQ(last().propose_decision().option(), "");
    EXPECT_EQ(last().propose_decision().text(), "Eerst een gesprek met Mirjam alleen.");
}

TEST_F(SessionActs, takes_a_decision_with_what_it_rests_on) {
    harness.settle();
    harness.click("dock.tab.decisions");
    harness.click("decision.V1.open");
    harness.click("decision.option.conditions");
    EXPECT_TRUE(harness.reads("Kies eerst een stuk waarop dit rust."));
    harness.click("decision.cite.A03");
    harness.click("decision.cite.A03.as.assumption");
    harness.click("decision.take");
    ASSERT_TRUE(last().has_take_decision());
    EXPECT_EQ(last().take_decision().decision(), "V1");
    EXPECT_EQ(last().take_decision().option(), "conditions");
    ASSERT_EQ(last().take_decision().cited_size(), 1);
    EXPECT_EQ(last().take_decision().cited(0).item(), "A03");
    EXPECT_EQ(last().take_decision().cited(0).as(), "assumption");
}

TEST_F(SessionActs, keeps_a_half_made_decision_when_the_dialog_closes) {
    harness.settle();
    harness.click("dock.tab.decisions");
    harness.click("decision.V1.open");
    harness.click("decision.option.ben");
    harness.press(Key::escape);
    EXPECT_FALSE(harness.shows("decision.take"));
    harness.click("decision.V1.open");
    EXPECT_EQ(seat.state.decision.drafts["V1"].option, "ben");
    EXPECT_TRUE(seat.outbox.acts.empty());
}

TEST_F(SessionActs, shows_what_was_decided_without_items_this_role_does_not_know) {
    harness.settle();
    harness.click("dock.tab.decisions");
    harness.click("decision.V2.open");
    EXPECT_TRUE(harness.reads("A14 Milan past op zijn moeder en 1 stuk dat jij niet kent"));
    EXPECT_FALSE(harness.shows("decision.take"));
}

TEST_F(SessionActs, confirms_an_action_and_adds_one) {
    harness.settle();
    harness.click("dock.tab.plan");
    harness.click("action.80.confirm");
    ASSERT_TRUE(last().has_confirm_action());
    EXPECT_EQ(last().confirm_action().action(), 80U);
    harness.click("plan.add");
    harness.click("action.text");
    harness.type("Noodknop bespreken met Mirjam");
    EXPECT_TRUE(harness.reads("Kies een trekker."));
    harness.click("action.lead");
    harness.click("action.lead.VT");
    harness.click("action.informed.CAS");
    harness.click("action.act");
    ASSERT_TRUE(last().has_add_action());
    const v1::ActionTerms& terms = last().add_action().terms();
    EXPECT_EQ(terms.text(), "Noodknop bespreken met Mirjam");
    EXPECT_EQ(terms.lead(), "VT");
    ASSERT_EQ(terms.informed_size(), 1);
    EXPECT_EQ(terms.informed(0), "CAS");
}

TEST_F(SessionActs, uses_what_only_this_role_may_do_once) {
    harness.settle();
    harness.click("dock.tab.interventions");
    EXPECT_TRUE(harness.reads("Ingezet door VT"));
    harness.click("intervention.ALARM.open");
    harness.click("intervention.cite.A03");
    harness.click("intervention.act");
    ASSERT_TRUE(last().has_use_intervention());
    EXPECT_EQ(last().use_intervention().intervention(), "ALARM");
    EXPECT_EQ(last().use_intervention().cited_size(), 1);
}

TEST_F(SessionActs, confirms_what_was_said_aloud) {
    harness.settle();
    harness.click("spoken.90.yes");
    ASSERT_TRUE(last().has_confirm_spoken_share());
    EXPECT_TRUE(last().confirm_spoken_share().heard());
}

TEST_F(SessionActs, asks_the_authority_to_agree_about_an_item) {
    seat.state.dossier.selected = "A03";
    harness.settle();
    harness.click("item.more");
    harness.click("item.more.authority");
    harness.click("item_act.role");
    harness.click("item_act.role.OVJ");
    harness.click("item_act.text");
    harness.type("Nodig voor het adres");
    harness.click("item_act.send");
    ASSERT_TRUE(last().has_ask_authority());
    EXPECT_EQ(last().ask_authority().item(), "A03");
    EXPECT_EQ(last().ask_authority().to(), "OVJ");
}

TEST_F(SessionActs, finds_every_tab_of_the_dock_at_the_same_height) {
    harness.settle();
    harness.click("dock.tab.decisions");
    const Rect before = harness.widget("dock.tab.people").rect;
    for (const char* tab : {"plan", "interventions", "shared", "people"}) {
        harness.click(std::string("dock.tab.") + tab);
        EXPECT_FLOAT_EQ(harness.widget("dock.tab.people").rect.top, before.top) << tab;
    }
}

TEST_F(SessionActs, calls_a_pause_from_the_menu) {
    harness.settle();
    harness.click("bar.menu");
    harness.click("bar.menu.pause");
    EXPECT_TRUE(seat.outbox.acts.empty());
    EXPECT_TRUE(harness.reads("De groep ziet niet wie erom vroeg; de trainer wel."));
    harness.click("pause.yes");
    EXPECT_TRUE(last().has_call_pause());
}

TEST_F(SessionActs, writes_a_handover_with_links_and_then_says_ready) {
    seat.model = swap_world("writing");
    harness.settle();
    EXPECT_TRUE(harness.reads("Je overdracht is nog niet verstuurd."));
    EXPECT_TRUE(harness.reads("Schrijf eerst iets, of vink iets aan."));
    EXPECT_FALSE(harness.widget("swap.save").enabled);
    harness.click("swap.note");
    harness.type("Bel Mirjam vanavond");
    harness.click("swap.link.request.20");
    harness.click("swap.link.item.A03");
    harness.click("swap.save");
    ASSERT_TRUE(last().has_write_handover_note());
    EXPECT_EQ(last().write_handover_note().text(), "Bel Mirjam vanavond");
    ASSERT_EQ(last().write_handover_note().requests_size(), 1);
    EXPECT_EQ(last().write_handover_note().requests(0), 20U);
    ASSERT_EQ(last().write_handover_note().items_size(), 1);
    note_written(seat.model);
    harness.settle();
    EXPECT_TRUE(harness.reads("Verstuurd"));
    harness.click("swap.ready");
    EXPECT_TRUE(last().has_say_ready());
}

TEST_F(SessionActs, sends_a_handover_when_the_typing_rests_and_before_one_is_ready) {
    seat.model = swap_world("writing");
    harness.settle();
    harness.click("swap.note");
    harness.type("Bel Mirjam");
    EXPECT_TRUE(seat.outbox.acts.empty());
    EXPECT_TRUE(harness.reads("Wordt zo verstuurd"));
    seat.now_ms += 2'100;
    harness.settle();
    ASSERT_EQ(seat.outbox.acts.size(), 1U);
    EXPECT_EQ(last().write_handover_note().text(), "Bel Mirjam");
    note_written(seat.model);
    seat.now_ms += 5'000;
    harness.settle();
    EXPECT_EQ(seat.outbox.acts.size(), 1U) << "nothing new, nothing sent";
    harness.type(" vanavond");
    harness.click("swap.ready");
    ASSERT_EQ(seat.outbox.acts.size(), 3U);
    EXPECT_EQ(seat.outbox.acts[1].write_handover_note().text(), "Bel Mirjam vanavond");
    EXPECT_TRUE(seat.outbox.acts[2].has_say_ready());
}

TEST_F(SessionActs, asks_before_somebody_is_ready_without_a_handover) {
    seat.model = swap_world("writing");
    harness.settle();
    harness.click("swap.ready");
    EXPECT_TRUE(harness.reads("Klaar zonder overdracht?"));
    EXPECT_TRUE(seat.outbox.acts.empty());
    EXPECT_FALSE(harness.shows("swap_ready.send"));
    harness.click("swap_ready.cancel");
    EXPECT_TRUE(seat.outbox.acts.empty());
    harness.click("swap.ready");
    harness.click("swap_ready.yes");
    EXPECT_TRUE(last().has_say_ready());
}

TEST_F(SessionActs, offers_to_send_what_was_written_to_who_is_ready) {
    seat.model = swap_world("writing");
    harness.settle();
    harness.click("swap.note");
    harness.type("Bel Mirjam");
    harness.click("swap.ready");
    seat.now_ms += 2'100;
    harness.settle();
    EXPECT_TRUE(seat.outbox.acts.empty()) << "who is asked says whether it goes";
    harness.click("swap_ready.send");
    ASSERT_EQ(seat.outbox.acts.size(), 2U);
    EXPECT_EQ(seat.outbox.acts[0].write_handover_note().text(), "Bel Mirjam");
    EXPECT_TRUE(seat.outbox.acts[1].has_say_ready());
}

TEST_F(SessionActs, leaves_what_was_written_unsent_for_who_says_so) {
    seat.model = swap_world("writing");
    harness.settle();
    harness.click("swap.note");
    harness.type("Bel Mirjam");
    harness.click("swap.ready");
    harness.click("swap_ready.yes");
    ASSERT_EQ(seat.outbox.acts.size(), 1U);
    EXPECT_TRUE(last().has_say_ready());
}

TEST_F(SessionActs, lets_nobody_be_ready_while_the_handover_is_on_its_way) {
    seat.model = swap_world("writing");
    harness.settle();
    harness.click("swap.note");
    harness.type("Bel Mirjam");
    harness.click("swap.save");
    harness.click("swap.ready");
    EXPECT_TRUE(harness.reads("Je overdracht is onderweg"));
    EXPECT_FALSE(harness.shows("swap_ready.yes"));
    EXPECT_EQ(seat.outbox.acts.size(), 1U);
    note_written(seat.model);
    harness.settle();
    EXPECT_FALSE(harness.shows("swap_ready"));
    harness.click("swap.ready");
    EXPECT_TRUE(last().has_say_ready());
}

TEST_F(SessionActs, asks_once_for_an_extra_minute) {
    seat.model = swap_world("reading");
    harness.settle();
    harness.click("swap.extra_minute");
    EXPECT_EQ(last().call_for_help().text(), "Ik heb bij de wissel graag een minuut extra.");
    EXPECT_FALSE(harness.shows("swap.extra_minute"));
}

TEST_F(SessionActs, keeps_what_one_passed_on_to_read_from_the_new_seat) {
    seat.model = swap_world("writing");
    harness.settle();
    harness.click("swap.note");
    harness.type("Bel Mirjam vanavond");
    harness.click("swap.save");
    seat.model = swap_world("reading");
    harness.settle();
    harness.click("swap.left.own");
    EXPECT_TRUE(harness.reads("Bel Mirjam vanavond"));
    EXPECT_TRUE(harness.reads("blijft in het dossier van"));
}

TEST_F(SessionActs, reads_the_card_and_the_note_of_the_new_seat) {
    seat.model = swap_world("reading");
    harness.settle();
    EXPECT_TRUE(harness.reads("Mirjam vertrouwt ons een beetje."));
    EXPECT_TRUE(harness.reads("2:14"));
    harness.click("swap.ready");
    EXPECT_TRUE(last().has_say_ready());
}

class SessionActsLook : public ScreenStates {};

// What one wrote on the seat of the prosecutor before coming to this one.
Handover passed_on() {
    return {"OVJ",
            "Jesse slaapt bij oma. Hij mag niet naar Kaz.",
            {{true, "Vraag van CAS", "Mag ik Mirjam zelf bellen over Milan?"},
             {false, "Milan past op zijn moeder", "A14"}}};
}

TEST_P(SessionActsLook, swap_screens_are_readable) {
    for (const char* stage : {"writing", "reading"}) {
        Seat seat{swap_world(stage)};
        look_at(std::string("swap-") + stage, seat);
        seat.handover = passed_on();
        const bool writing = std::string(stage) == "writing";
        if (writing) seat.handover.role = "VT";
        for (int tab = 1; tab < (writing ? 3 : 4); ++tab) {
            (writing ? seat.state.swap.tab : seat.state.swap.reading_tab) = tab;
            seat.state.swap.left_tab = 1;
            look_at("swap-" + std::string(stage) + "-tab" + std::to_string(tab), seat);
        }
    }
    Seat sent{swap_world("writing")};
    sent.state.swap.note = "Bel Mirjam vanavond.";
    sent.state.swap.ready_asked = true;
    look_at("swap-ready-question", sent);
    sent.state.swap.sent = sent.state.swap.note;
    sent.state.swap.ready_asked = true;
    look_at("swap-on-its-way", sent);
    note_written(sent.model);
    look_at("swap-written", sent);
}

TEST_P(SessionActsLook, dialogs_are_readable) {
    Seat decision{table_world()};
    decision.state.decision.open = "V1";
    decision.state.decision.drafts["V1"].option = "conditions";
    decision.state.decision.drafts["V1"].cited.items = {{"A03", true}, {"A14", false}};
    look_at("dialog-decision", decision);
    Seat outcome{table_world()};
    outcome.state.decision.open = "V2";
    look_at("dialog-decision-taken", outcome);
    Seat advice;
    leave_to_another(advice.model);
    advice.state.decision.open = "V1";
    look_at("dialog-decision-advice", advice);
    Seat action{table_world()};
    action.state.plan.open = true;
    action.state.plan.draft.power = "HUISVERBOD";
    look_at("dialog-action", action);
    Seat intervention{table_world()};
    intervention.state.intervention.open = "ALARM";
    look_at("dialog-intervention", intervention);
    int number = 0;
    for (const char* kind : {"gut_feeling", "authority", "privacy", "inform", "consent"}) {
        Seat act{table_world()};
        act.state.item_act.now.kind = kind;
        act.state.item_act.now.item = "A03";
        look_at("dialog-item-act-" + std::to_string(++number), act);
    }
}

TEST_P(SessionActsLook, the_dock_is_readable_at_each_tab) {
    for (int tab = 0; tab < 5; ++tab) {
        Seat seat{table_world()};
        seat.state.dossier.selected = "A03";
        seat.state.dock.tab = tab;
        seat.state.dock.open = seat.state.dock.touched = true;
        seat.state.narrow_tab = 4;
        look_at("dock-" + std::to_string(tab), seat);
    }
}

INSTANTIATE_SCREENS(SessionActsLook);

}  // namespace
}  // namespace casustafel::ui
