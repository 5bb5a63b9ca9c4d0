// What the dialogs of a participant have in common, and sharing where it is most: who is counted,
// the steps of a narrow screen, the privacy officer beside it, and what is said offline.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "client/ui/table/table.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Seat {
    model::Model model = table_world();
    Remembered outbox{};
    TableState state{};

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_table(panel, state);
    }
};

class Dialogs : public testing::Test {
protected:
    Seat seat;
    Harness harness{1600, 900, [this](Ui& ui) { seat.draw(ui); }};

    const v1::Command& last() const {
        if (seat.outbox.acts.empty()) throw std::runtime_error("nothing was done");
        return seat.outbox.acts.back();
    }
};

TEST_F(Dialogs, asks_the_privacy_officer_from_a_share_and_comes_back_to_it) {
    harness.click("item.A03");
    harness.click("item.share");
    harness.click("share.people.OVJ");
    harness.click("share.privacy");
    EXPECT_FALSE(harness.shows("share.act"));
    harness.click("item_act.purpose");
    harness.click("item_act.purpose.acute_safety");
    harness.click("item_act.send");
    EXPECT_EQ(last().ask_privacy_officer().item(), "A03");
    EXPECT_EQ(last().ask_privacy_officer().to(), "OVJ");
    EXPECT_TRUE(harness.reads("1 gekozen"));
}

TEST_F(Dialogs, counts_everybody_in_a_meeting_also_who_asked_for_it) {
    harness.click("item.A03");
    harness.click("item.share");
    EXPECT_TRUE(harness.reads("4 aanwezig: PRC, POL-V, CAS, SHN-V"));
    harness.click("share.people.meeting.HG");
    EXPECT_TRUE(seat.state.share.draft.to.contains("CAS"));
    harness.click("share.people.meeting.HG.CAS");  // one tick with the row above
    EXPECT_FALSE(seat.state.share.draft.to.contains("CAS"));
    EXPECT_EQ(seat.state.share.draft.meeting, "");
}

TEST_F(Dialogs, says_in_a_dialog_that_it_is_kept_without_a_connection) {
    seat.model = offline(seat.model);
    harness.settle();
    harness.click("requests.new");
    EXPECT_TRUE(harness.reads("We bewaren dit en versturen het zodra het kan."));
    harness.click("ask.cancel");
    EXPECT_FALSE(harness.shows("ask.act"));
}

TEST_F(Dialogs, shares_step_by_step_on_a_narrow_screen) {
    Harness narrow(1280, 720, [this](Ui& ui) { seat.draw(ui); }, {.scale = 2});
    seat.state.share.open = true;
    seat.state.share.draft.item = "A03";
    narrow.settle();
    EXPECT_FALSE(narrow.shows("share.act"));
    EXPECT_FALSE(narrow.widget("share.next").enabled);
    narrow.click("share.people.OVJ");
    EXPECT_TRUE(narrow.reads("OVJ · doel nog kiezen"));
    narrow.click("share.next");
    narrow.click("share.purpose");
    narrow.click("share.purpose.acute_safety");
    narrow.click("share.next");
    narrow.click("share.basis.WMOVT");
    narrow.click("share.next");
    narrow.click("share.form.conclusion");
    narrow.click("share.act");
    EXPECT_EQ(last().share_item().basis(), "WMOVT");
}

TEST_F(Dialogs, gives_what_is_only_read_a_button_to_close_it_and_no_more_room_than_it_needs) {
    seat.state.role_card.whole_open = true;
    harness.settle();
    EXPECT_TRUE(harness.reads("Sluiten"));
    float lowest = 0;
    for (const DrawnText& text : harness.ui.record().texts())
        if (text.layer > 0 && text.text != "Sluiten" && text.text != "Esc")
            lowest = std::max(lowest, text.rect.bottom);
    EXPECT_LT(harness.widget("role_card.cancel").rect.top - lowest, 60);
    harness.click("role_card.cancel");
    EXPECT_FALSE(harness.shows("role_card"));
}

TEST_F(Dialogs, shows_that_an_action_needs_no_special_power_as_what_is_chosen) {
    seat.state.plan.open = true;
    harness.settle();
    EXPECT_EQ(harness.widget("action.power").label, "Geen bijzondere bevoegdheid");
    harness.click("action.power");
    EXPECT_TRUE(harness.widget("action.power.none").selected);
}

// Opens each dialog of the table in turn.
const std::vector<std::pair<std::string, std::function<void(TableState&)>>>& openings() {
    static const std::vector<std::pair<std::string, std::function<void(TableState&)>>> all = {
        {"answer", [](TableState& state) { state.answer.request = 20; }},
        {"ask", [](TableState& state) { state.ask.open = true; }},
        {"decision", [](TableState& state) { state.decision.open = "V1"; }},
        {"action", [](TableState& state) { state.plan.open = true; }},
        {"weighing", [](TableState& state) { state.weighing.item = "A03"; }},
        {"triage", [](TableState& state) { state.triage.open = true; }},
        {"heard", [](TableState& state) { state.talk.heard.open = true; }},
        {"share",
         [](TableState& state) {
             state.share.open = true;
             state.share.draft.item = "A03";
         }},
        {"inform", [](TableState& state) {
             state.item_act.now = {"inform", "A03"};
         }}};
    return all;
}

// What can be chosen or typed in on top, as far as it is in sight.
std::vector<std::string> choices_on_top(const Ui& ui) {
    std::vector<std::string> names;
    for (const Widget& widget : ui.record().widgets()) {
        const bool chosen = widget.kind == Kind::segment || widget.kind == Kind::radio ||
                            widget.kind == Kind::tab || widget.kind == Kind::check ||
                            widget.kind == Kind::field;
        if (chosen && widget.layer == ui.top_layer() && widget.enabled && !widget.hidden &&
            widget.takes_focus())
            names.push_back(widget.name);
    }
    return names;
}

class Unmoved : public testing::TestWithParam<int> {};

TEST_P(Unmoved, no_dialog_moves_what_one_clicks_or_types_in) {
    for (const auto& [name, open] : openings()) {
        Seat seat;
        Harness harness(GetParam(), GetParam() * 9 / 16, [&](Ui& ui) { seat.draw(ui); });
        open(seat.state);
        harness.settle();
        // Twice: what came with a first choice is tried too.
        for (int round = 0; round < 2; ++round) {
            for (const std::string& choice : choices_on_top(harness.ui)) {
                if (!harness.shows(choice) || harness.widget(choice).hidden) continue;
                const Rect before = harness.widget(choice).rect;
                harness.click(choice);
                if (!harness.shows(choice)) continue;
                EXPECT_EQ(harness.widget(choice).rect.top, before.top) << name << ": " << choice;
                if (harness.widget(choice).kind != Kind::field) continue;
                harness.type(std::string(300, 'n') + " nog een paar woorden, en nog een paar.");
                EXPECT_EQ(harness.widget(choice).rect.top, before.top) << name << ": " << choice;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Widths, Unmoved, testing::Values(1280, 1600));

TEST(DialogFoot, stays_while_the_mouse_is_over_it) {
    Seat seat;
    Harness harness(1600, 900, [&](Ui& ui) { seat.draw(ui); });
    seat.state.answer.request = 20;
    harness.settle();
    harness.click("answer.way.refer");
    harness.hover("answer.cancel");
    const float before = harness.widget("answer.cancel").rect.top;
    seat.state.answer.drafts[20].way = 3;
    harness.settle();
    EXPECT_EQ(harness.widget("answer.cancel").rect.top, before);
}

TEST_F(Dialogs, of_a_weighing_asks_for_words_and_the_card_shows_what_it_came_to) {
    seat.state.weighing.item = "A14";
    harness.settle();
    for (const char* field : {"tried", "harm", "averts", "minimum"}) {
        harness.click(std::string("weighing.") + field);
        harness.type("x");
    }
    EXPECT_FALSE(harness.widget("weighing.act").enabled);
    EXPECT_TRUE(harness.reads("Schrijf bij vraag 1 minstens een paar woorden."));
    seat.state.weighing.drafts["A14"] = {"Haar gebeld, geen gehoor.", "Hij komt vanavond thuis.",
                                         "Dan kan er iemand mee.",
                                         "Alleen dat er zorg is, aan OVJ."};
    harness.settle();
    harness.click("weighing.act");
    EXPECT_EQ(last().record_weighing().item(), "A14");
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity& entity = *patch.add_entities();
    entity.set_key(contract::entity_key(contract::entities::weighing, std::string("A14")));
    entity.mutable_weighing()->set_role("VT");
    entity.mutable_weighing()->set_item("A14");
    entity.mutable_weighing()->set_minimum("Alleen dat er zorg is, aan OVJ.");
    seat.model.views["role:VT"].merge(patch);
    harness.click("item.A14");
    EXPECT_TRUE(harness.reads("Afgewogen")) << harness.everything();
    EXPECT_TRUE(harness.reads("Alleen dat er zorg is, aan OVJ."));
}

TEST_F(Dialogs, of_a_decision_choose_no_use_beforehand_for_what_nobody_marked) {
    seat.state.decision.open = "V1";
    seat.state.decision.drafts["V1"].option = "conditions";
    harness.settle();
    harness.click("decision.cite.A14");
    EXPECT_FALSE(harness.widget("decision.cite.A14.as.fact").selected);
    EXPECT_FALSE(harness.widget("decision.cite.A14.as.assumption").selected);
    EXPECT_FALSE(harness.widget("decision.take").enabled);
    EXPECT_TRUE(harness.reads("Kies bij elk aangevinkt stuk: feit of aanname."));
    harness.click("decision.cite.A14.as.assumption");
    EXPECT_TRUE(harness.widget("decision.take").enabled);
    harness.click("decision.cite.A03");
    EXPECT_TRUE(harness.widget("decision.cite.A03.as.fact").selected) << "as it was marked";
    harness.click("decision.take");
    EXPECT_EQ(last().take_decision().cited_size(), 2);
}

// The decision as the server says it now.
void say(Seat& seat, const v1::Decision& decision) {
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity& entity = *patch.add_entities();
    entity.set_key("decision:" + decision.id());
    *entity.mutable_decision() = decision;
    seat.model.views["role:VT"].merge(patch);
}

TEST_F(Dialogs, of_a_decision_ask_what_is_filled_in_with_an_option) {
    v1::Decision decision = *seat.model.main_view()->find<v1::Decision>("V1");
    for (v1::DecisionOption& option : *decision.mutable_options()) {
        v1::FormField& where = *option.add_fields();
        where.set_id("where");
        where.mutable_name()->set_nl("Waar verblijft hij?");
        where.set_kind("text");
    }
    decision.set_must_look_ahead(true);
    say(seat, decision);
    seat.state.decision.open = "V1";
    seat.state.decision.drafts["V1"].option = "conditions";
    harness.settle();
    EXPECT_TRUE(harness.reads("Waar verblijft hij?"));
    EXPECT_FALSE(harness.widget("decision.take").enabled);
    harness.click("decision.field.where");
    harness.type("bij oma");
    EXPECT_FALSE(harness.widget("decision.take").enabled) << "and what could go wrong";
    harness.click("decision.cite.A03");
    harness.click("decision.text");
    harness.type("Niemand belt haar.");
    harness.click("decision.take");
    EXPECT_EQ(last().take_decision().filled_in(0).value(), "bij oma");
}

TEST_F(Dialogs, of_a_decision_show_who_agrees_to_what_and_let_one_join) {
    v1::Decision decision = *seat.model.main_view()->find<v1::Decision>("V1");
    decision.set_rule("all");
    decision.add_deciders("CAS");
    v1::Agreement& agreed = *decision.add_agreements();
    agreed.set_by("CAS");
    agreed.set_option("conditions");
    say(seat, decision);
    seat.state.decision.open = "V1";
    harness.settle();
    EXPECT_TRUE(harness.reads("Wie stemt waarmee in?"));
    harness.click("decision.agree.CAS");
    EXPECT_EQ(last().agree_to_decision().with(), "CAS");
}

TEST_F(Dialogs, of_a_decision_lengthen_its_time_once_with_a_reason) {
    v1::Decision decision = *seat.model.main_view()->find<v1::Decision>("V1");
    decision.mutable_clock()->set_counts_ms(9 * 3'600'000);
    decision.mutable_clock()->set_extension_ms(3 * 3'600'000);
    say(seat, decision);
    seat.state.decision.open = "V1";
    harness.settle();
    EXPECT_FALSE(harness.widget("decision.extend").enabled);
    harness.click("decision.reason");
    harness.type("Het adres is nog niet nagegaan.");
    harness.click("decision.extend");
    EXPECT_EQ(last().extend_decision().reason(), "Het adres is nog niet nagegaan.");
    decision.set_extended_by("VT");
    say(seat, decision);
    harness.settle();
    EXPECT_FALSE(harness.shows("decision.extend"));
}

TEST_F(Dialogs, open_a_list_at_ones_own_meeting_whoever_was_chosen_before) {
    Harness small(1280, 720, [this](Ui& ui) { seat.draw(ui); });
    for (const v1::Role* role : seat.model.main_view()->all<v1::Role>()) {
        if (role->id() == "VT") continue;
        seat.state.share = {};
        seat.state.share.open = true;
        seat.state.share.draft.item = "A03";
        seat.state.share.draft.to = {role->id()};
        small.settle();
        EXPECT_TRUE(small.shows("share.people.meeting.HG")) << role->id();
        EXPECT_FALSE(small.widget("share.people.meeting.HG").hidden) << role->id();
        seat.state.share.open = false;
        small.settle();
    }
}

}  // namespace
}  // namespace casustafel::ui
