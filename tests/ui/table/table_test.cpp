#include "client/ui/table/table.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/acts/share_draft.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Seat {
    model::Model model;
    Remembered outbox{};
    TableState state{};

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_table(panel, state);
    }
};

class TableStates : public ScreenStates {
protected:
    void look_at(const std::string& name, Seat& seat) {
        ScreenStates::look_at("table-" + name, seat);
    }
};

TEST_P(TableStates, are_readable_when_nothing_happened_yet) {
    Seat seat{empty_world()};
    look_at("empty", seat);
}

TEST_P(TableStates, are_readable_in_the_middle_of_things) {
    Seat seat{table_world()};
    seat.state.dossier.selected = "A03";
    look_at("typical", seat);
}

TEST_P(TableStates, are_readable_with_far_too_much) {
    Seat seat{crowded_world()};
    seat.state.dossier.selected = "A03";
    look_at("crowded", seat);
}

TEST_P(TableStates, are_readable_without_a_connection) {
    Seat seat{offline(table_world())};
    seat.state.bar.tell = {Tone::wrong, "Dat ging niet door",
                           "Dit stuk hoort niet bij jouw rol. Wat je had ingevuld, staat er nog."};
    look_at("offline", seat);
}

TEST_P(TableStates, are_readable_with_each_dialog_open) {
    Seat seat{table_world()};
    seat.state.dossier.selected = "A03";
    open_share(seat.state.share, "A03", 20);
    seat.state.share.draft.purpose = "charging_decision";
    seat.state.share.draft.basis = "WMOVT";
    seat.state.share.draft.form = 2;
    look_at("share", seat);
    seat.state.share = {};
    seat.state.ask.open = true;
    look_at("ask", seat);
    seat.state.ask = {};
    seat.state.answer.request = 20;
    for (int way = 0; way < 4; ++way) {
        seat.state.answer.drafts[20].way = way;
        look_at("answer" + std::to_string(way), seat);
    }
    seat.state.answer = {};
    seat.state.weighing.item = "A03";
    look_at("weighing", seat);
    seat.state.weighing = {};
    seat.state.triage.open = true;
    look_at("triage", seat);
    seat.state.triage = {};
    seat.state.role_card.whole_open = true;
    look_at("card", seat);
    seat.state.role_card = {};
    seat.state.bar.help.open = Help::keys;
    look_at("keys", seat);
    seat.state.bar = {};
    seat.state.requests.detail = 22;
    look_at("request", seat);
}

TEST_P(TableStates, are_readable_on_every_narrow_tab) {
    const bool narrow = layout_for(logical_width()) == Layout::narrow;
    for (int tab = 0; narrow && tab < 6; ++tab) {
        Seat seat{table_world()};
        seat.state.narrow_tab = tab;
        look_at("tab" + std::to_string(tab), seat);
    }
}

INSTANTIATE_SCREENS(TableStates);

class Table : public testing::Test {
protected:
    Seat seat{table_world()};
    Harness harness{1600, 900, [this](Ui& ui) { seat.draw(ui); }};

    const v1::Command& last() const {
        if (seat.outbox.acts.empty()) throw std::runtime_error("nothing was done");
        return seat.outbox.acts.back();
    }
};

TEST_F(Table, opens_an_item_and_says_that_it_was_read) {
    harness.click("item.A14");
    ASSERT_EQ(seat.outbox.acts.size(), 1U);
    EXPECT_EQ(last().read_item().item(), "A14");
    EXPECT_EQ(last().as_role(), "VT");
    EXPECT_TRUE(harness.reads("Milan past op zijn moeder. Meer weten we nog niet."));
    harness.click("item.A23");  // read before
    EXPECT_EQ(seat.outbox.acts.size(), 1U);
}

TEST_F(Table, shares_by_answering_four_questions) {
    harness.click("item.A03");
    harness.click("item.share");
    EXPECT_FALSE(harness.widget("share.act").enabled);
    harness.click("share.people.OVJ");
    harness.click("share.people.CAS");
    EXPECT_TRUE(harness.reads("Kies een doel."));
    harness.click("share.purpose");
    harness.click("share.purpose.charging_decision");
    harness.click("share.basis.WMOVT");
    harness.click("share.form.conclusion");
    EXPECT_TRUE(harness.reads("Dit krijgen CAS en OVJ te lezen"));
    EXPECT_TRUE(harness.reads("Veilig Thuis acht het thuisadres"));
    EXPECT_FALSE(harness.widget("share.form.source").enabled);  // richer than what is held
    harness.click("share.act");
    const v1::ShareItem& share = last().share_item();
    EXPECT_EQ(share.item(), "A03");
    // Both had asked for it: each gets the answer to their own question.
    ASSERT_EQ(seat.outbox.acts.size(), 2U);
    EXPECT_EQ(seat.outbox.acts[0].share_item().request(), 20U);
    EXPECT_EQ(seat.outbox.acts[0].share_item().to(0), "OVJ");
    EXPECT_EQ(share.request(), 21U);
    EXPECT_EQ(share.to_size(), 1);
    EXPECT_EQ(share.purpose(), "charging_decision");
    EXPECT_EQ(share.basis(), "WMOVT");
    EXPECT_EQ(share.form(), 2U);
    EXPECT_TRUE(share.text().empty());
    EXPECT_FALSE(harness.shows("share.act"));
    EXPECT_EQ(harness.ui.focused(), "item.share");
}

TEST_F(Table, finds_a_basis_by_a_word_and_keeps_the_chosen_one_in_sight) {
    harness.click("item.A03");
    harness.click("item.share");
    harness.click("share.basis.WMOVT");
    harness.click("share.basis_search");
    harness.type("client");
    EXPECT_TRUE(harness.shows("share.basis.JW7311"));  // "cliënt"
    EXPECT_TRUE(harness.shows("share.basis.WMOVT"));
    EXPECT_FALSE(harness.shows("share.basis.AVG6A"));
    harness.type(" qqq");
    EXPECT_FALSE(harness.shows("share.basis.JW7311"));
    harness.press(Key::escape);
    harness.click("item.share");
    EXPECT_TRUE(harness.shows("share.basis.AVG6A"));
}

TEST_F(Table, says_of_the_chosen_basis_where_it_comes_from_and_that_nobody_confirmed_it) {
    harness.click("item.A03");
    harness.click("item.share");
    give_source(seat.model, "WMOVT", "Wmo 2015, taken van Veilig Thuis");
    harness.settle();
    EXPECT_FALSE(harness.reads("nagelezen op"));
    harness.click("share.basis.WMOVT");
    EXPECT_TRUE(
        harness.reads("Bron: Wmo 2015, taken van Veilig Thuis, nagelezen op 1 maart 2025 · "
                      "nog niet bevestigd door een jurist"));
}

TEST_F(Table, says_when_no_basis_has_the_word) {
    harness.click("item.A03");
    harness.click("item.share");
    harness.click("share.basis_search");
    harness.type("qqq");
    EXPECT_TRUE(harness.reads("Geen grondslag gevonden."));
}

TEST_F(Table, shares_with_a_whole_meeting_and_with_own_words) {
    harness.click("item.A03");
    harness.click("item.share");
    harness.click("share.people.meeting.HG");
    harness.click("share.purpose");
    harness.click("share.purpose.acute_safety");
    harness.click("share.basis.WGSZ");
    harness.click("share.form.pointer");
    harness.click("share.edit");
    harness.press_letter('a', true);
    harness.type("Bel mij hierover.");
    harness.press(Key::enter, false, true);
    const v1::ShareItem& share = last().share_item();
    EXPECT_EQ(share.meeting(), "HG");
    EXPECT_EQ(share.to_size(), 0);
    EXPECT_EQ(share.text(), "Bel mij hierover.");
}

TEST_F(Table, takes_letters_for_the_item_only_beside_it) {
    harness.click("item.A03");
    harness.click("talk.write");
    harness.press_letter('d');
    EXPECT_FALSE(harness.shows("share.act")) << "that is a letter of the message";
    harness.click("item.A03");
    harness.press_letter('d');
    EXPECT_TRUE(harness.shows("share.act"));
    harness.press(Key::escape);
    harness.press_letter('v');
    EXPECT_TRUE(harness.shows("ask.act"));
}

TEST_F(Table, keeps_a_half_filled_share_when_the_dialog_closes) {
    harness.click("item.A03");
    harness.press_letter('d');
    ASSERT_TRUE(harness.shows("share.act"));
    harness.click("share.people.OVJ");
    harness.press(Key::escape);
    EXPECT_FALSE(harness.shows("share.act"));
    harness.click("item.share");
    EXPECT_TRUE(harness.reads("1 gekozen"));
}

TEST_F(Table, puts_a_refused_share_back) {
    v1::Command command;
    v1::ShareItem& refused = *command.mutable_share_item();
    refused.set_item("A03");
    refused.add_to("OVJ");
    refused.set_form(3);
    refused.set_text("Mijn woorden");
    EXPECT_TRUE(share_drafts.put_back(seat.state, command));
    harness.click("item.A03");
    harness.click("item.share");
    EXPECT_TRUE(harness.reads("Mijn woorden"));
}

TEST_F(Table, asks_for_information) {
    harness.click("requests.new");
    harness.click("ask.people.NAZ");
    harness.click("ask.person");
    harness.click("ask.person.ronald");
    harness.click("ask.category");
    harness.click("ask.category.detention");
    harness.click("ask.text");
    harness.type("Komt hij vrij?");
    harness.click("ask.act");
    const v1::AskForInformation& ask = last().ask_for_information();
    EXPECT_EQ(ask.to(0), "NAZ");
    EXPECT_EQ(ask.person(), "ronald");
    EXPECT_EQ(ask.category(), "detention");
    EXPECT_EQ(ask.text(), "Komt hij vrij?");
}

TEST_F(Table, refuses_with_a_reason) {
    harness.click("request.20.open");
    harness.click("answer.way.refuse");
    EXPECT_FALSE(harness.widget("answer.act").enabled);
    harness.click("answer.reason.not_necessary");
    harness.click("answer.text");
    harness.type("Vraag het de wijkagent.");
    harness.click("answer.act");
    EXPECT_EQ(last().refuse_request().request(), 20U);
    EXPECT_EQ(last().refuse_request().reason(), "not_necessary");
    EXPECT_EQ(last().refuse_request().text(), "Vraag het de wijkagent.");
}

TEST_F(Table, refers_says_not_here_and_goes_on_to_share) {
    harness.click("request.20.open");
    harness.click("answer.way.refer");
    harness.click("answer.role.PRC");
    harness.click("answer.act");
    EXPECT_EQ(last().refer_request().to(), "PRC");
    harness.click("request.21.open");
    harness.click("answer.way.not_here");
    harness.click("answer.act");
    EXPECT_EQ(last().answer_not_here().request(), 21U);
    harness.click("request.20.open");
    harness.click("answer.way.share");
    harness.click("answer.item.A03");
    harness.click("answer.act");
    EXPECT_TRUE(harness.reads("Dit beantwoordt de vraag van OVJ"));
    EXPECT_TRUE(harness.reads("Kies een doel."));
    EXPECT_EQ(seat.state.share.draft.request, 20U);
    EXPECT_TRUE(seat.state.share.draft.to.contains("OVJ"));
}

TEST_F(Table, shows_the_answers_to_an_own_question) {
    harness.click("requests.tab.by_me");
    EXPECT_TRUE(harness.reads("Geweigerd"));  // of the one who was asked: what the answer was
    harness.click("request.22.open");
    EXPECT_TRUE(harness.reads("Geweigerd: privacy"));
    harness.press(Key::escape);
}

TEST_F(Table, marks_an_item) {
    harness.click("item.A14");
    harness.click("item.mark");
    harness.click("item.mark.assumption");
    EXPECT_EQ(last().mark_item().item(), "A14");
    EXPECT_EQ(last().mark_item().mark(), "assumption");
}

TEST_F(Table, writes_in_the_meeting_and_keeps_each_draft) {
    harness.click("talk.write");
    harness.type("Wie belt Mirjam?");
    harness.click("talk.conversation");
    harness.click("talk.conversation.role:OVJ");
    EXPECT_FALSE(harness.reads("Wie belt Mirjam?"));
    harness.click("talk.write");
    harness.type("Kun je bellen?");
    harness.press(Key::enter, false, true);
    EXPECT_EQ(last().send_message().to(0), "OVJ");
    EXPECT_EQ(last().send_message().text(), "Kun je bellen?");
    harness.click("talk.conversation");
    harness.click("talk.conversation.meeting:HG");
    EXPECT_TRUE(harness.reads("Wie belt Mirjam?"));
    harness.click("talk.send");
    EXPECT_EQ(last().send_message().meeting(), "HG");
}

TEST_F(Table, goes_in_and_out_of_a_meeting) {
    harness.click("talk.leave");
    EXPECT_EQ(last().leave_meeting().meeting(), "HG");
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity entity = *seat.model.views["role:VT"].find("meeting:HG");
    entity.mutable_meeting()->clear_present();
    *patch.add_entities() = entity;
    seat.model.views["role:VT"].merge(patch);
    harness.settle();
    EXPECT_FALSE(harness.widget("talk.write").enabled);
    harness.click("talk.enter");
    EXPECT_EQ(last().enter_meeting().meeting(), "HG");
}

TEST_F(Table, says_which_roles_were_invited_and_are_not_in_now_whoever_holds_them) {
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity entity = *seat.model.views["role:VT"].find("meeting:HG");
    entity.mutable_meeting()->add_invited("RN-V");
    entity.mutable_meeting()->add_invited("VT");
    entity.mutable_meeting()->clear_present();
    *patch.add_entities() = entity;
    seat.model.views["role:VT"].merge(patch);
    harness.settle();
    EXPECT_TRUE(harness.reads("Je bent hier uitgenodigd. Uitgenodigd, nu niet binnen: RN-V."));
}

TEST_F(Table, records_a_weighing_in_four_steps) {
    harness.click("item.A03");
    harness.click("item.weigh");
    for (const char* name : {"weighing.tried", "weighing.harm", "weighing.averts"}) {
        harness.click(name);
        harness.type("Twee keer gebeld.");
    }
    EXPECT_FALSE(harness.widget("weighing.act").enabled);
    harness.click("weighing.minimum");
    harness.type("Alleen aan OVJ.");
    harness.click("weighing.act");
    EXPECT_EQ(last().record_weighing().item(), "A03");
    EXPECT_EQ(last().record_weighing().minimum(), "Alleen aan OVJ.");
}

TEST_F(Table, puts_the_case_up_for_triage) {
    harness.click("table.triage");
    harness.click("triage.reason");
    harness.type("Er zijn kinderen.");
    harness.click("triage.act");
    EXPECT_EQ(last().put_up_for_triage().reason(), "Er zijn kinderen.");
}

TEST_F(Table, keeps_everything_typed_when_the_connection_goes) {
    harness.click("talk.write");
    harness.type("half een zin");
    harness.click("item.A03");
    harness.click("item.share");
    harness.click("share.people.OVJ");
    seat.model = offline(seat.model);
    harness.settle();
    EXPECT_TRUE(harness.reads("1 gekozen"));
    seat.model = table_world();
    harness.settle();
    EXPECT_TRUE(harness.reads("1 gekozen"));
    harness.press(Key::escape);
    EXPECT_TRUE(harness.reads("half een zin"));
}

TEST_F(Table, acts_while_offline_by_putting_it_in_the_outbox) {
    seat.model = offline(seat.model);
    harness.settle();
    EXPECT_TRUE(harness.reads("nog 2 te versturen."));
    harness.click("talk.write");
    harness.type("Straks versturen");
    harness.click("talk.send");
    EXPECT_EQ(last().send_message().text(), "Straks versturen");
}

TEST_F(Table, reaches_everything_by_keyboard) {
    std::set<std::string> reached;
    for (int index = 0; index < 60; ++index) {
        harness.press(Key::tab);
        reached.insert(harness.ui.focused());
    }
    for (const char* name : {"bar.menu", "dossier.search_open", "requests.new", "request.20.open",
                             "item.share", "item.mark", "dock.fold", "talk.write", "talk.leave"}) {
        EXPECT_TRUE(reached.contains(name)) << name;
    }
    EXPECT_TRUE(std::any_of(reached.begin(), reached.end(),
                            [](const std::string& name) { return name.starts_with("item.A"); }));
}

TEST_F(Table, finds_an_item_by_a_word) {
    harness.click("dossier.search_open");
    harness.type("schoolmoe");
    EXPECT_TRUE(harness.shows("item.A15"));
    EXPECT_FALSE(harness.shows("item.A14"));
}

TEST_F(Table, lets_somebody_who_only_looks_do_nothing) {
    Remembered outbox;
    TableState state;
    Harness looking(1600, 900, [&](Ui& ui) {
        Panel panel{ui, seat.model, outbox, 0, {}, seat.model.main_view(), "VT", true};
        draw_table(panel, state);
    });
    EXPECT_FALSE(looking.widget("item.share").enabled);
    EXPECT_FALSE(looking.widget("request.20.open").enabled);
    EXPECT_FALSE(looking.widget("talk.write").enabled);
    EXPECT_FALSE(looking.shows("talk.leave"));
    looking.click("item.A14");
    EXPECT_TRUE(outbox.acts.empty());
}

}  // namespace
}  // namespace casustafel::ui
