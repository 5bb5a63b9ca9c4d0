// What one looks for stands where one looks: rows that stay in their place, proposals in full, the
// own role first, and help in sight.
#include <gtest/gtest.h>

#include "client/ui/table/table.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

class AtHand : public testing::Test {
protected:
    model::Model model = table_world();
    Remembered outbox;
    TableState state;
    Harness harness{1600, 900, [this](Ui& ui) { draw(ui); }};

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_table(panel, state);
    }
    // What does not fit in the dialog or the list that lies over the table.
    std::string shortened_on_top() const {
        std::string all;
        for (const DrawnText& text : harness.ui.record().texts())
            if (text.layer > 0 && (text.shortened || text.clipped)) all += text.text + "\n";
        return all;
    }
    v1::Entity entity_of(const std::string& key) { return *model.views["role:VT"].find(key); }
    void put(const v1::Entity& entity) {
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        *patch.add_entities() = entity;
        model.views["role:VT"].merge(patch);
    }
};

TEST_F(AtHand, ticking_what_a_decision_rests_on_moves_nothing) {
    state.decision.open = "V1";
    harness.settle();
    const Rect first = harness.widget("decision.cite.A03").rect,
               next = harness.widget("decision.cite.A14").rect;
    EXPECT_FALSE(harness.reads("1 gekozen"));
    harness.click("decision.cite.A03");
    EXPECT_EQ(harness.widget("decision.cite.A03").rect, first);
    EXPECT_EQ(harness.widget("decision.cite.A14").rect, next);
    EXPECT_TRUE(harness.reads("1 gekozen"));
    const Rect use = harness.widget("decision.cite.A03.as.fact").rect;
    harness.click("decision.cite.A14");
    EXPECT_TRUE(harness.reads("2 gekozen"));
    EXPECT_EQ(harness.widget("decision.cite.A03.as.fact").rect, use);
}

TEST_F(AtHand, a_proposal_is_counted_in_the_list_and_read_in_full) {
    v1::Entity proposal = entity_of(contract::entity_key(contract::entities::proposal, 70));
    const std::string text =
        "Ben heeft een kamer vrij, maar hij wil eerst met de wijkagent spreken over de vorige "
        "keer, en over wie er belt als het toch misgaat.";
    proposal.mutable_proposal()->set_text(text);
    put(proposal);
    harness.settle();
    harness.click("dock.tab.decisions");
    EXPECT_TRUE(harness.reads("1 voorstel"));
    harness.click("decision.V1.open");
    EXPECT_TRUE(harness.reads("Geparkeerd tot na de beeldvorming: Ronald gaat naar zijn broer"));
    EXPECT_TRUE(harness.reads(text)) << harness.everything();
    EXPECT_EQ(shortened_on_top(), "");
}

TEST_F(AtHand, a_proposal_of_the_picture_phase_is_no_longer_parked_after_it) {
    const std::string id = "HG";
    v1::Entity meeting = entity_of("meeting:" + id);
    meeting.mutable_meeting()->set_phase("judgement");
    v1::Entity decision = entity_of("decision:V1");
    decision.mutable_decision()->set_meeting(id);
    put(meeting);
    put(decision);
    state.decision.open = "V1";
    harness.settle();
    EXPECT_FALSE(harness.reads("Geparkeerd"));
    EXPECT_TRUE(harness.reads("Gedaan tijdens de beeldvorming:"));
}

TEST_F(AtHand, is_readable_at_every_size) {
    for (const float scale : {1.0F, 2.0F}) {
        Harness screen(1280, 720, [this](Ui& ui) { draw(ui); }, {.scale = scale});
        const std::string size = scale > 1 ? "-200pct" : "-1280";
        const auto look = [&](const std::string& name) {
            screen.settle();
            screen.keep("at-hand-" + name + size);
            EXPECT_EQ(text_faults(screen.ui), "") << name << size;
            EXPECT_EQ(widget_faults(screen.ui), "") << name << size;
        };
        state = {};
        state.dock.open = state.dock.touched = true;
        state.narrow_tab = 4;
        look("decisions");
        state.decision.open = "V1";
        state.decision.step = 1;
        state.decision.drafts["V1"].cited.items = {{"A03", true}, {"A14", false}};
        look("grounds");
        state.decision.open.clear();
        state.plan.open = true;
        screen.settle();
        screen.click("action.lead");
        look("lead");
        screen.press(Key::escape);
        state.plan.open = false;
        screen.settle();
        screen.click("bar.menu");
        look("menu");
    }
}

TEST_F(AtHand, titles_in_a_row_lose_their_own_full_stop) {
    v1::Entity item = entity_of("item:A14");
    item.mutable_item()->mutable_title()->set_nl("Milan past op zijn moeder.");
    put(item);
    state.decision.open = "V2";
    harness.settle();
    EXPECT_TRUE(harness.reads("A14 Milan past op zijn moeder en 1 stuk dat jij niet kent"));
}

TEST_F(AtHand, a_new_action_offers_the_own_role_first_as_lead) {
    state.plan.open = true;
    harness.settle();
    harness.click("action.lead");
    EXPECT_TRUE(harness.reads("VT  Veilig Thuis (jij)"));
    const float own = harness.widget("action.lead.VT").rect.top;
    for (const v1::Role* role : model.main_view()->all<v1::Role>()) {
        const std::string name = "action.lead." + role->id();
        if (role->id() == "VT" || !harness.shows(name)) continue;
        EXPECT_LT(own, harness.widget(name).rect.top) << name;
    }
}

TEST_F(AtHand, help_comes_first_in_the_menu_and_what_stops_everybody_last) {
    v1::Entity triage = entity_of("triage");
    triage.mutable_triage()->set_status("none");
    put(triage);
    harness.settle();
    harness.click("bar.menu");
    const auto top = [&](const char* key) {
        return harness.widget(std::string("bar.menu.") + key).rect.top;
    };
    for (const char* key : {"larger", "print", "leave", "triage", "pause"})
        EXPECT_LT(top("help"), top(key)) << key;
    for (const char* key : {"larger", "print", "leave"}) EXPECT_LT(top(key), top("triage")) << key;
    EXPECT_LT(top("triage"), top("pause"));
    EXPECT_EQ(shortened_on_top(), "");
}

TEST_F(AtHand, help_and_the_trainer_are_in_the_bar_where_there_is_room) {
    for (const int width : {1280, 1024}) {
        Harness bar(width, 720, [this](Ui& ui) { draw(ui); });
        bar.settle();
        EXPECT_EQ(bar.shows("table.help"), width == 1280);
        if (width != 1280) continue;
        bar.click("table.help");
        EXPECT_FALSE(bar.shows("call.act")) << "help comes before the trainer";
        bar.click("guide.call");
        EXPECT_TRUE(bar.shows("call.act"));
        EXPECT_TRUE(outbox.acts.empty());
        state.bar.help = {};
    }
}

}  // namespace
}  // namespace casustafel::ui
