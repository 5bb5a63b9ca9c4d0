// What was begun stays: through a swap, a closed dialog, a refusal and a crash.
#include "client/ui/app/drafts.hpp"

#include <gtest/gtest.h>

#include "client/ui/acts/item_acts.hpp"
#include "client/ui/acts/plan.hpp"
#include "client/ui/app/app.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

// Something of everything that can be begun.
TableState begun() {
    TableState table;
    ShareDraft& share = table.share.kept["A03"];
    share.item = "A03";
    share.to = {"OVJ", "CAS"};
    share.purpose = "charging_decision";
    share.basis = "WMOVT";
    share.form = 2;
    share.own_words = true;
    share.answers = false;
    share.text = "Regel één\nregel twee / met\\tekens\tén 🙂";
    table.ask.draft = {{"NAZ"}, "ronald", "detention", "", "Wanneer komt hij vrij?"};
    table.answer.drafts[20] = {1, "", "privacy", "", "Nog niet."};
    table.decision.drafts["V1"].option = "conditions";
    table.decision.drafts["V1"].cited.items = {{"A03", true}, {"A14", false}};
    table.intervention.drafts["ALARM"].text = "Nu.";
    table.plan.kept[0] = {"Noodknop", "VT", "", "", 61'200'000, {"A03"}, {"CAS"}};
    ItemActState act;
    act.kind = "authority";
    act.item = "A03";
    act.role = "OVJ";
    act.text = "Mag het?";
    table.item_act.kept["authority A03"] = act;
    table.weighing.drafts["A03"] = {"a", "b", "c", ""};
    table.triage.reason = "Vier leefgebieden";
    table.talk.drafts["meeting:HG"] = "Half bericht";
    table.swap.note = "Bel Mirjam";
    table.swap.items = {"A03"};
    table.swap.requests = {20};
    return table;
}

TEST(DraftsFile, brings_back_everything_that_was_begun) {
    const std::map<std::string, TableState> before{{"VT", begun()}};
    const std::string text = write_drafts(before);
    std::map<std::string, TableState> after;
    ASSERT_TRUE(read_drafts(text, after));
    EXPECT_EQ(write_drafts(after), text);
    const TableState& table = after["VT"];
    EXPECT_EQ(table.share.kept.at("A03").text, begun().share.kept["A03"].text);
    EXPECT_EQ(table.share.kept.at("A03").to, (std::set<std::string>{"CAS", "OVJ"}));
    EXPECT_FALSE(table.share.kept.at("A03").answers);
    EXPECT_EQ(table.answer.drafts.at(20).reason, "privacy");
    EXPECT_TRUE(table.decision.drafts.at("V1").cited.items.at("A03"));
    EXPECT_FALSE(table.decision.drafts.at("V1").cited.items.at("A14"));
    EXPECT_EQ(table.plan.kept.at(0).deadline_sim_ms, 61'200'000);
    ASSERT_EQ(table.item_act.kept.size(), 1U);
    EXPECT_EQ(table.item_act.kept.at("authority A03").text, "Mag het?");
    EXPECT_EQ(table.talk.drafts.at("meeting:HG"), "Half bericht");
    EXPECT_EQ(table.swap.requests, std::set<std::uint64_t>{20});
}

TEST(DraftsFile, holds_what_stands_in_an_open_dialog) {
    std::map<std::string, TableState> tables;
    tables["VT"].share.open = true;
    tables["VT"].share.draft.item = "A03";
    tables["VT"].share.draft.text = "open";
    tables["VT"].item_act.now.kind = "inform";
    tables["VT"].item_act.now.text = "ook open";
    std::map<std::string, TableState> after;
    ASSERT_TRUE(read_drafts(write_drafts(tables), after));
    EXPECT_EQ(after["VT"].share.kept.at("A03").text, "open");
    EXPECT_EQ(after["VT"].item_act.kept.at("inform ").text, "ook open");
}

TEST(DraftsFile, is_empty_when_nothing_was_begun) {
    EXPECT_EQ(write_drafts({}), "");
    EXPECT_EQ(write_drafts({{"VT", TableState{}}}), "");
}

TEST(DraftsFile, takes_whatever_it_is_given) {
    std::map<std::string, TableState> tables;
    EXPECT_FALSE(read_drafts("", tables));
    EXPECT_FALSE(read_drafts("something else", tables));
    EXPECT_FALSE(read_drafts(std::string(3 << 20, 'x'), tables));
    EXPECT_TRUE(
        read_drafts("casustafel drafts 1\nVT\n\t\nVT/answer/x/way\t99\nVT/item_act/1 A/kind\t"
                    "77\nVT/share\nVT/plan/\\\t\\\nVT/ask/to\t" +
                        std::string(50'000, 'y'),
                    tables));
    for (const auto& [id, draft] : tables["VT"].answer.drafts) EXPECT_LE(draft.way, 3);
    EXPECT_TRUE(tables["VT"].item_act.kept.empty());
}

class Drafts : public testing::Test {
protected:
    model::Model model = table_world();
    Remembered outbox;
    App app;
    Harness harness{1280, 720, [this](Ui& ui) { app.draw(ui, model, outbox, 1000, {}); }};

    void begin_swap() {
        model = swap_world("writing");
        harness.settle();
    }
    // After the swap this person sits on the seat of the prosecutor.
    void sit_as_prosecutor() {
        v1::ViewPatch patch;
        patch.set_view("role:OVJ");
        patch.set_snapshot(true);
        const model::Model before = table_world();
        for (const auto& [key, known] : before.views.at("role:VT").entities())
            *patch.add_entities() = *known.entity;
        patch.add_entities()->set_key("role_card:OVJ");
        patch.mutable_entities(patch.entities_size() - 1)->mutable_role_card()->set_role("OVJ");
        model = table_world();
        model.views.clear();
        model.views["role:OVJ"].merge(patch);
        harness.settle();
    }
};

TEST_F(Drafts, a_swap_says_what_is_kept_as_a_draft_of_the_old_role) {
    app.state.tables["VT"].decision.drafts["V1"].option = "conditions";
    app.state.tables["VT"].talk.drafts["role:OVJ"] = "Half";
    begin_swap();
    EXPECT_TRUE(harness.reads("Klad van Veilig Thuis bewaard"));
    EXPECT_TRUE(
        harness.reads("Besluit ‘Wat is er nodig rond Ronald, en wie zorgt daarvoor?’ en Bericht "
                      "aan OVJ"));
}

TEST_F(Drafts, are_called_by_their_titles_also_in_a_role_that_does_not_know_them) {
    app.state.tables["VT"].decision.drafts["V1"].option = "conditions";
    app.state.tables["VT"].talk.drafts["meeting:HG"] = "Half";
    harness.settle();
    sit_as_prosecutor();
    v1::ViewPatch patch;
    patch.set_view("role:OVJ");
    patch.add_gone("decision:V1");
    patch.add_gone("meeting:HG");
    model.views["role:OVJ"].merge(patch);
    harness.click("bar.menu");
    harness.ui.focus("bar.menu.drafts");
    harness.settle();
    harness.press(Key::enter);
    EXPECT_TRUE(harness.reads("Besluit ‘Wat is er nodig rond Ronald"));
    EXPECT_TRUE(harness.reads("Bericht aan overleg huiselijk geweld"));
    EXPECT_FALSE(harness.reads("V1"));
}

TEST_F(Drafts, a_decision_that_was_proposed_just_so_is_none_until_it_is_changed) {
    DecisionDraft& draft = app.state.tables["VT"].decision.drafts["V1"];
    draft.option = "ben";
    draft.cited.items = {{"A03", false}};
    app.state.tables["VT"].decision.open = "V1";
    harness.settle();
    harness.click("decision.propose");
    ASSERT_EQ(outbox.acts.size(), 1U);
    EXPECT_EQ(app.kept_drafts(), "");
    sit_as_prosecutor();  // whose view shows no such proposal
    EXPECT_FALSE(harness.reads("Klad van"));
    draft.cited.items["A03"] = true;
    EXPECT_NE(app.kept_drafts(), "");
}

TEST_F(Drafts, a_proposal_that_was_refused_is_one_again) {
    DecisionDraft& draft = app.state.tables["VT"].decision.drafts["V1"];
    draft.option = "ben";
    app.state.tables["VT"].decision.open = "V1";
    harness.settle();
    harness.click("decision.propose");
    EXPECT_EQ(app.kept_drafts(), "");
    const v1::Command refused = outbox.acts.at(0);
    app.take_refusals(harness.ui, model, {{"rejection.too_late", "propose_decision", refused}});
    EXPECT_NE(app.kept_drafts(), "");
    draft = {};
    app.take_refusals(harness.ui, model, {{"rejection.too_late", "propose_decision", refused}});
    EXPECT_EQ(draft.option, "ben");
}

TEST_F(Drafts, a_swap_with_nothing_begun_says_nothing) {
    app.state.tables["VT"].decision.drafts["V2"].option = "help";  // taken already
    begin_swap();
    EXPECT_FALSE(harness.reads("Klad van"));
}

TEST_F(Drafts, can_be_read_back_in_the_new_role) {
    app.state.tables["VT"].talk.drafts["role:OVJ"] = "Half bericht van toen";
    harness.settle();
    sit_as_prosecutor();
    EXPECT_TRUE(harness.reads("Je hebt nu een andere rol: Officier van justitie"));
    harness.click("notice.more");
    EXPECT_TRUE(harness.reads("Klad van Veilig Thuis bewaard"));
    harness.press(Key::escape);
    harness.click("bar.menu");
    harness.ui.focus("bar.menu.drafts");
    harness.settle();
    harness.press(Key::enter);
    EXPECT_TRUE(harness.reads("Voor je vorige rol: Veilig Thuis"));
    EXPECT_TRUE(harness.reads("Gebruik het niet in je nieuwe rol."));
    EXPECT_FALSE(harness.reads("Half bericht van toen"));
    EXPECT_FALSE(harness.shows("drafts.copy.0"));  // what it rests on stayed with the seat
    harness.click("drafts.show.0");
    EXPECT_TRUE(harness.reads("Half bericht van toen"));
    EXPECT_EQ(text_faults(harness.ui), "");
    harness.keep("drafts-1280");
    harness.click("drafts.discard.0");
    EXPECT_FALSE(app.state.tables["VT"].talk.drafts.contains("role:OVJ"));
    EXPECT_TRUE(harness.reads("Geen kladjes"));
}

TEST_F(Drafts, of_the_role_of_now_can_be_copied_and_gone_on_with) {
    app.state.tables["VT"].talk.drafts["role:OVJ"] = "Half bericht";
    app.state.tables["VT"].weighing.drafts["A03"].tried = "Gevraagd";
    harness.settle();
    harness.click("bar.menu");
    harness.ui.focus("bar.menu.drafts");
    harness.settle();
    harness.press(Key::enter);
    harness.click("drafts.copy.1");
    EXPECT_EQ(harness.ui.paste(), "Half bericht");
    harness.click("drafts.resume.0");
    EXPECT_EQ(app.state.tables["VT"].weighing.item, "A03");
    EXPECT_FALSE(harness.shows("drafts.copy.1"));
}

TEST_F(Drafts, come_back_after_a_crash_with_a_notice) {
    app.state.tables["VT"] = begun();
    const std::string kept = app.kept_drafts();
    App next;
    next.restore_drafts(harness.ui, model, kept);
    EXPECT_EQ(next.kept_drafts(), kept);
    EXPECT_EQ(next.state.tables["VT"].bar.tell.title, "Je kladjes zijn terug");
    App none;
    none.restore_drafts(harness.ui, model, "");
    EXPECT_TRUE(none.state.tables["VT"].bar.tell.title.empty());
}

TEST_F(Drafts, of_an_action_survive_closing_another_action_and_a_refusal) {
    harness.click("dock.tab.plan");
    harness.click("plan.add");
    harness.click("action.text");
    harness.type("Noodknop");
    harness.press(Key::escape);
    harness.click("plan.add");
    EXPECT_TRUE(harness.reads("Noodknop"));
    harness.press(Key::escape);
    app.state.tables["VT"].plan.kept.clear();
    v1::Command refused;
    refused.set_as_role("VT");
    refused.mutable_add_action()->mutable_terms()->set_text("Geweigerd");
    app.take_refusals(harness.ui, model, {{"rejection.session_paused", "add_action", refused}});
    harness.settle();
    harness.click("plan.add");
    EXPECT_TRUE(harness.reads("Geweigerd"));
}

TEST_F(Drafts, of_a_step_about_an_item_survive_escape) {
    app.state.tables["VT"].dossier.selected = "A03";
    harness.settle();
    harness.click("item.more");
    harness.click("item.more.gut_feeling");
    harness.click("item_act.text");
    harness.type("Het klopt niet");
    harness.press(Key::escape);
    EXPECT_FALSE(harness.shows("item_act.text"));
    harness.click("item.more");
    harness.click("item.more.gut_feeling");
    EXPECT_TRUE(harness.reads("Het klopt niet"));
}

TEST_F(Drafts, typing_when_the_swap_comes_loses_not_a_letter) {
    harness.click("talk.write");
    harness.type("Ik was net bezig");
    begin_swap();
    harness.type("xyz");  // goes nowhere: no field has focus
    EXPECT_EQ(app.state.tables["VT"].talk.drafts["meeting:HG"], "Ik was net bezig");
    model = table_world();
    harness.settle();
    EXPECT_TRUE(harness.reads("Ik was net bezig"));
}

}  // namespace
}  // namespace casustafel::ui
