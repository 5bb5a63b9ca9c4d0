// What one points at stays where it is, whatever comes in; and what one must not miss is in sight
// on a small screen: what the triage came to, the limit of the role, the facts of an item, the
// talk.
#include <gtest/gtest.h>

#include "client/ui/table/table.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

class Still : public testing::Test {
protected:
    model::Model model = table_world();
    Remembered outbox;
    TableState state;
    Harness harness{1280, 720, [this](Ui& ui) { draw(ui); }};

    void draw(Ui& ui) {
        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
        draw_table(panel, state);
    }
    v1::Entity entity_of(const std::string& key) { return *model.views["role:VT"].find(key); }
    void put(const v1::Entity& entity) {
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        *patch.add_entities() = entity;
        model.views["role:VT"].merge(patch);
        harness.settle();
    }
    void drop(const std::string& key) {
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        patch.add_gone(key);
        model.views["role:VT"].merge(patch);
        harness.settle();
    }
    // A question that is more urgent than those that are there.
    v1::Entity urgent() {
        v1::Entity made = entity_of(contract::entity_key(contract::entities::request, 20));
        made.set_key(contract::entity_key(contract::entities::request, 40));
        made.mutable_request()->set_id(40);
        made.mutable_request()->set_asker("PRC");
        made.mutable_request()->set_term_ends_sim_ms(0, made.request().term_ends_sim_ms(0) - 1);
        return made;
    }
    void triage(const char* status) {
        v1::Entity made;
        made.set_key("triage");
        made.mutable_triage()->set_status(status);
        put(made);
    }
    void chair(const std::string& role) {
        v1::Entity meeting = entity_of("meeting:HG");
        meeting.mutable_meeting()->set_chair(role);
        meeting.mutable_meeting()->add_members("OOV");
        put(meeting);
    }
};

TEST_F(Still, a_question_that_comes_in_does_not_take_the_place_of_the_one_pointed_at) {
    harness.hover("request.21.open");
    const Rect before = harness.widget("request.21.open").rect;
    put(urgent());
    EXPECT_EQ(harness.widget("request.21.open").rect, before);
    harness.click("request.21.open");
    EXPECT_EQ(state.answer.request, 21U);
}

TEST_F(Still, what_else_waits_comes_when_the_mouse_rests) {
    const std::string key = [&] {
        for (const auto& [each, known] : model.main_view()->entities())
            if (known.entity->has_spoken()) return each;
        return std::string();
    }();
    ASSERT_NE(key, "");
    const v1::Entity spoken = entity_of(key);
    harness.hover("request.20.open");
    const Rect before = harness.widget("request.20.open").rect;
    drop(key);
    EXPECT_EQ(harness.widget("request.20.open").rect, before);
    harness.pass(4);
    EXPECT_LT(harness.widget("request.20.open").rect.top, before.top);
    harness.hover("request.20.open");
    const Rect above = harness.widget("request.20.open").rect;
    put(spoken);
    EXPECT_EQ(harness.widget("request.20.open").rect, above);
    harness.pass(4);
    EXPECT_TRUE(harness.reads("vertelde hardop"));
}

TEST_F(Still, what_the_triage_came_to_stands_in_the_bar_at_every_width) {
    for (int width = 1024; width <= 1600; width += 32) {
        for (const char* status : {"accepted", "put_up"}) {
            Harness bar(width, 720, [this](Ui& ui) { draw(ui); });
            triage(status);
            bar.settle();
            EXPECT_TRUE(bar.reads(std::string(status) == "accepted" ? "Aangenomen in de triage"
                                                                    : "Aangemeld voor triage"))
                << width;
            EXPECT_EQ(text_faults(bar.ui), "") << width;
        }
    }
}

TEST_F(Still, a_share_tells_what_the_triage_came_to_beside_the_bases) {
    triage("accepted");
    for (const float scale : {1.0F, 2.0F}) {
        Harness screen(1280, 720, [this](Ui& ui) { draw(ui); }, {.scale = scale});
        state.share.open = true;
        state.share.draft.item = "A03";
        state.share.step = 2;
        screen.settle();
        bool told = false;
        for (const DrawnText& text : screen.ui.record().texts())
            told = told || (text.layer > 0 && as_read(text.text) == "Aangenomen in de triage");
        EXPECT_TRUE(told) << scale;
    }
}

TEST_F(Still, the_limit_of_the_role_is_never_cut) {
    v1::Entity card = entity_of("role_card:VT");
    std::string limit;
    for (int words = 0; words < 7; ++words) limit += "Overleg met Mirjam voordat je iets deelt. ";
    limit += "En het slot.";
    card.mutable_role_card()->mutable_limit()->set_nl(limit);
    card.mutable_role_card()->mutable_misses()->set_nl(limit);
    put(card);
    EXPECT_TRUE(harness.reads(limit)) << harness.everything();
    EXPECT_TRUE(harness.shows("dossier.search_open"));
}

TEST_F(Still, ones_own_item_tells_its_facts_beside_the_words_of_its_source) {
    v1::Entity item = entity_of("item:A03");
    v1::Item& own = *item.mutable_item();
    own.set_form(5);
    own.clear_as_sent();
    for (const char* words : {"Er is iets.", "Thuis is niet veilig.", "Twee keer ingetrokken.",
                              "Mirjam deed twee keer aangifte.", "‘Het is beter zo.’"})
        own.add_as_sent()->set_nl(words);
    own.mutable_text()->set_nl("‘Het is beter zo.’");
    put(item);
    harness.click("item.A03");
    EXPECT_TRUE(harness.reads("Mirjam deed twee keer aangifte."));
    EXPECT_TRUE(harness.reads("Wat de bron zegt"));
    EXPECT_TRUE(harness.reads("‘Het is beter zo.’"));
    // Where the text tells the facts already they stand there once.
    own.mutable_text()->set_nl("Mirjam deed twee keer aangifte. (gespreksverslag)");
    put(item);
    EXPECT_FALSE(harness.reads("Wat de bron zegt"));
}

TEST_F(Still, the_talk_has_most_of_its_column_on_a_small_screen) {
    harness.settle();
    const float from = harness.widget("talk.head").rect.bottom,
                until = harness.widget("talk.write").rect.top;
    EXPECT_GT(until - from, 360);
    EXPECT_TRUE(harness.reads("PRC, POL-V, CAS en SHN-V"));
    harness.click("talk.head");
    EXPECT_TRUE(harness.shows("talk.leave"));
    EXPECT_EQ(text_faults(harness.ui), "");
}

TEST_F(Still, a_chair_calls_a_member_of_the_own_meeting_and_says_why) {
    chair("VT");
    v1::Entity other = entity_of("role:OVJ");
    other.set_key("role:OOV");
    other.mutable_role()->set_id("OOV");
    put(other);
    harness.click("talk.head");
    harness.click("talk.invite");
    EXPECT_TRUE(outbox.acts.empty()) << "nobody is called at one click";
    harness.click("invite.role");
    EXPECT_TRUE(harness.reads("Lid van dit overleg, nog niet binnen"));
    EXPECT_TRUE(harness.reads("Geen lid: met je uitnodiging mag deze rol naar binnen"));
    EXPECT_FALSE(harness.shows("invite.role.PRC")) << "is there already";
    harness.click("invite.role.OOV");
    EXPECT_FALSE(harness.widget("invite.act").enabled);
    harness.click("invite.reason");
    harness.type("Jij weet wat de burgemeester kan.");
    EXPECT_TRUE(harness.reads("Vraag OOV erbij"));
    harness.click("invite.act");
    ASSERT_EQ(outbox.acts.size(), 2U);
    EXPECT_EQ(outbox.acts[0].invite_to_meeting().role(), "OOV");
    EXPECT_EQ(outbox.acts[0].invite_to_meeting().reason(), "Jij weet wat de burgemeester kan.");
    EXPECT_EQ(outbox.acts[1].send_message().to(0), "OOV");
    EXPECT_NE(outbox.acts[1].send_message().text().find("Jij weet wat de burgemeester kan."),
              std::string::npos);
    EXPECT_FALSE(harness.shows("invite.act"));
}

TEST_F(Still, an_invitation_can_be_called_off_and_what_was_written_is_kept) {
    chair("VT");
    harness.click("talk.head");
    harness.click("talk.invite");
    harness.click("invite.reason");
    harness.type("Omdat");
    harness.press(Key::escape);
    EXPECT_TRUE(outbox.acts.empty());
    harness.click("talk.invite");
    EXPECT_TRUE(harness.reads("Omdat"));
}

TEST_F(Still, looks_right_at_both_sizes) {
    for (const int width : {1280, 1600}) {
        Harness screen(width, width * 9 / 16, [this](Ui& ui) { draw(ui); });
        const auto look = [&](const std::string& name) {
            screen.settle();
            screen.keep("still-" + name + "-" + std::to_string(width));
            EXPECT_EQ(text_faults(screen.ui), "") << name << width;
            EXPECT_EQ(widget_faults(screen.ui), "") << name << width;
        };
        state = {};
        chair("VT");
        triage("accepted");
        state.dossier.selected = "A03";
        look("table");
        state.talk.head_open = true;
        look("talk");
        state.talk.inviting = true;
        state.talk.invite.meeting = "HG";
        look("invite");
        state.talk.inviting = false;
        state.answer.request = 20;
        look("answer");
        screen.click("answer.way.refuse");
        look("answer-refuse");
        state.answer.request = 0;
        state.share.open = true;
        state.share.draft.item = "A03";
        look("share");
        state.share.open = false;
        state.decision.open = "V1";
        look("decision");
        screen.click("decision.cite.A14");
        look("decision-unmarked");
        state.decision.open.clear();
        state.weighing.item = "A03";
        look("weighing");
    }
}

TEST_F(Still, looks_right_with_far_too_much) {
    model = crowded_world();
    for (const int width : {1280, 1600}) {
        Harness screen(width, width * 9 / 16, [this](Ui& ui) { draw(ui); });
        const auto look = [&](const std::string& name) {
            screen.settle();
            screen.keep("still-" + name + "-" + std::to_string(width));
            EXPECT_EQ(text_faults(screen.ui), "") << name << width;
            EXPECT_EQ(widget_faults(screen.ui), "") << name << width;
        };
        state = {};
        look("crowded");
        state.decision.open = "V1";
        look("crowded-decision");
        screen.wheel({screen.widget("decision.cite.A03").rect.centre()}, -3);
        look("crowded-decision-scrolled");
        state.decision.open.clear();
        state.share.open = true;
        state.share.draft.item = "A03";
        look("crowded-share");
    }
}

}  // namespace
}  // namespace casustafel::ui
