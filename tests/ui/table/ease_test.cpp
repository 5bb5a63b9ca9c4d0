// What makes it easy: an answer that closes its question, what is new, what comes first, notices
// that stay small, and lists without holes.
#include <gtest/gtest.h>

#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/acts/share_draft.hpp"
#include "client/ui/table/requests.hpp"
#include "client/ui/table/table.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

class Ease : public testing::Test {
protected:
    model::Model model = table_world();
    Remembered outbox;
    TableState state;
    Harness harness{1280, 720, [this](Ui& ui) {
                        Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
                        draw_table(panel, state);
                    }};

    void put(const v1::Entity& entity) {
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        *patch.add_entities() = entity;
        model.views["role:VT"].merge(patch);
        harness.settle();
    }
    v1::Entity entity(const std::string& key) { return *model.views["role:VT"].find(key); }
    v1::Entity message(std::uint64_t id, const std::string& from) {
        v1::Entity made;
        made.set_key(contract::entity_key(contract::entities::message, id));
        made.mutable_message()->set_id(id);
        made.mutable_message()->set_sender(from);
        made.mutable_message()->add_to("VT");
        made.mutable_message()->set_text("Bel me even.");
        made.mutable_message()->set_at_sim_ms(36'900'000);
        return made;
    }
    const v1::Command& last() {
        if (outbox.acts.empty()) throw std::runtime_error("nothing was asked");
        return outbox.acts.back();
    }
    void fill_share() {
        harness.click("share.purpose");
        harness.click("share.purpose.charging_decision");
        harness.click("share.basis.WMOVT");
        harness.click("share.form.conclusion");
    }
};

TEST_F(Ease, sharing_with_who_asked_answers_the_question) {
    open_share(state.share, "A03", 0);
    harness.settle();
    EXPECT_FALSE(harness.shows("share.answers"));
    harness.click("share.people.OVJ");
    ASSERT_TRUE(harness.shows("share.answers"));
    EXPECT_TRUE(harness.reads("Dit beantwoordt de vraag van OVJ"));
    EXPECT_FALSE(harness.shows("share.aloud"));  // an answer is written
    fill_share();
    harness.click("share.act");
    EXPECT_EQ(last().share_item().request(), 20U);
}

TEST_F(Ease, a_question_stays_open_when_the_person_says_so) {
    open_share(state.share, "A03", 0);
    harness.settle();
    harness.click("share.people.OVJ");
    harness.click("share.answers");
    fill_share();
    EXPECT_TRUE(harness.reads("De vraag van OVJ blijft dan open staan."));
    harness.click("share.act");
    ASSERT_EQ(outbox.acts.size(), 1U);
    EXPECT_EQ(last().share_item().request(), 0U);
}

TEST_F(Ease, an_item_that_nobody_asked_for_answers_nothing) {
    open_share(state.share, "A14", 0);
    harness.settle();
    harness.click("share.people.OVJ");
    EXPECT_FALSE(harness.shows("share.answers"));
}

TEST_F(Ease, a_request_that_names_an_item_is_answered_by_that_item_only) {
    v1::Request request;
    request.set_item("A14");
    request.set_category("police");
    v1::Item item;
    item.set_id("A14");
    item.set_category("education");
    EXPECT_TRUE(asks_for(request, item));
    item.set_id("A15");
    item.set_category("police");
    EXPECT_FALSE(asks_for(request, item));
}

TEST_F(Ease, an_answered_question_is_not_answered_twice) {
    v1::Entity asked = entity(contract::entity_key(contract::entities::request, 20));
    asked.mutable_request()->add_answers()->set_by("VT");
    put(asked);
    open_share(state.share, "A03", 0);
    harness.settle();
    harness.click("share.people.OVJ");
    EXPECT_FALSE(harness.shows("share.answers"));
}

TEST_F(Ease, a_message_that_nobody_would_read_cannot_be_sent_and_is_not_lost) {
    v1::Entity meeting = entity("meeting:HG");
    meeting.mutable_meeting()->clear_present();
    meeting.mutable_meeting()->add_present("VT");
    put(meeting);
    harness.click("talk.write");
    harness.type("Is daar iemand?");
    EXPECT_FALSE(harness.widget("talk.send").enabled);
    EXPECT_TRUE(harness.reads("Er is nu niemand anders binnen."));
    harness.press(Key::enter, false, true);
    EXPECT_TRUE(outbox.acts.empty());
    EXPECT_EQ(state.talk.drafts["meeting:HG"], "Is daar iemand?");
    meeting.mutable_meeting()->add_present("PRC");
    put(meeting);
    EXPECT_TRUE(harness.widget("talk.send").enabled);
}

TEST_F(Ease, what_is_new_elsewhere_is_counted_and_one_click_away) {
    harness.settle();
    state.talk.seen["role:OVJ"] = 0;
    put(message(900, "OVJ"));
    put(message(901, "OVJ"));
    EXPECT_TRUE(harness.reads("2 nieuw bij OVJ"));
    harness.click("talk.elsewhere");
    EXPECT_TRUE(harness.reads("Bel me even."));
    EXPECT_FALSE(harness.shows("talk.elsewhere"));
}

TEST_F(Ease, own_words_are_no_news) {
    harness.settle();
    v1::Entity own = message(902, "VT");
    own.mutable_message()->clear_to();
    own.mutable_message()->add_to("CAS");
    put(own);
    EXPECT_FALSE(harness.shows("talk.elsewhere"));
}

TEST_F(Ease, a_new_answer_is_marked_until_it_is_read) {
    Panel panel{harness.ui, model, outbox, 0, {}, model.main_view(), model.role()};
    EXPECT_EQ(fresh_answers(panel, state.requests), 1);
    harness.click("requests.tab.by_me");
    harness.click("request.22.open");
    harness.press(Key::escape);
    EXPECT_EQ(fresh_answers(panel, state.requests), 0);
}

TEST_F(Ease, the_dossier_counts_what_is_new) {
    EXPECT_TRUE(harness.reads("2 nieuw"));
    harness.click("item.A14");
    v1::Entity read = entity("item:A14");
    read.mutable_item()->set_read(true);
    put(read);
    EXPECT_TRUE(harness.reads("1 nieuw"));
}

TEST_F(Ease, what_comes_first_stands_in_the_bar_and_opens) {
    ASSERT_TRUE(harness.shows("table.next"));
    EXPECT_EQ(harness.widget("table.next").label, "Vraag van OVJ, nog 8 min");
    harness.click("table.next");
    EXPECT_EQ(state.answer.request, 20U);
}

TEST_F(Ease, after_the_questions_the_own_decision_comes_first) {
    for (const std::uint64_t id : {20U, 21U}) {
        v1::Entity asked = entity(contract::entity_key(contract::entities::request, id));
        asked.mutable_request()->add_answers()->set_by("VT");
        put(asked);
    }
    EXPECT_EQ(harness.widget("table.next").label, "Jouw besluit, vóór 16:00");
    harness.click("table.next");
    EXPECT_EQ(state.decision.open, "V1");
}

TEST_F(Ease, notices_take_one_line_however_many_there_are_and_the_connection_one_of_its_own) {
    harness.settle();
    const float before = harness.widget("requests.tab.to_me").rect.top;
    state.bar.tell = {Tone::wrong, "Eén", std::string(400, 'w')};
    harness.settle();
    state.bar.tell = {Tone::good, "Twee", "Kort."};
    model = offline(model);
    harness.settle();
    EXPECT_LE(harness.widget("requests.tab.to_me").rect.top - before, 88);
    EXPECT_TRUE(harness.reads("Even geen verbinding"));
    EXPECT_TRUE(harness.reads("Twee"));
    EXPECT_TRUE(harness.reads("Lees alle 2"));
    harness.click("notice.more");
    EXPECT_TRUE(harness.reads("Eén"));
    EXPECT_EQ(text_faults(harness.ui), "");
    harness.press(Key::escape);
    for (int left = 2; left > 0; --left) harness.click("notice.close");
    // What lasts cannot be closed, and goes when it is over.
    EXPECT_FALSE(harness.shows("notice.close"));
    EXPECT_TRUE(harness.reads("Even geen verbinding"));
    model = table_world();
    harness.settle();
    EXPECT_FALSE(harness.reads("Even geen verbinding"));
}

TEST_F(Ease, a_list_leaves_no_hole_above_what_is_left) {
    model = crowded_world();
    harness.settle();
    for (const char* list : {"dossier.rows", "requests.to_me"}) {
        const Widget& more = harness.widget(std::string(list) + ".below");
        float last = 0;
        for (const Widget& item : harness.ui.record().widgets()) {
            const bool row = list == std::string("dossier.rows")
                                 ? item.group == list
                                 : item.name.starts_with("request.");
            if (row && !item.hidden) last = std::max(last, item.rect.bottom);
        }
        EXPECT_LT(more.rect.top - last, 20) << list;
    }
}

TEST_F(Ease, the_dossier_can_be_searched_by_person_source_and_subject) {
    harness.press_letter('f', true);
    EXPECT_EQ(harness.ui.focused(), "dossier.search");
    harness.type("onderwijs");
    EXPECT_TRUE(harness.shows("item.A14"));
    EXPECT_FALSE(harness.shows("item.A08"));
    for (int left = 0; left < 9; ++left) harness.press(Key::backspace);
    harness.type("Mirjam Dekker");
    EXPECT_TRUE(harness.shows("item.A03"));
    EXPECT_FALSE(harness.shows("item.A14"));
}

TEST_F(Ease, the_limit_and_what_one_misses_are_always_on_the_card) {
    v1::Entity card = entity("role_card:VT");
    const auto longer = [](v1::Text* text) {
        std::string words = text->nl();
        for (int more = 0; more < 12; ++more) words += " En dan nog een zin die erbij hoort.";
        text->set_nl(words);
    };
    longer(card.mutable_role_card()->mutable_limit());
    longer(card.mutable_role_card()->mutable_misses());
    put(card);
    EXPECT_TRUE(harness.reads("Grens"));
    EXPECT_TRUE(harness.reads("Mist"));
    EXPECT_TRUE(harness.reads("Overleg met Mirjam voordat"));
    EXPECT_TRUE(harness.reads("Of Ronald vrijkomt"));
    EXPECT_EQ(text_faults(harness.ui), "");
}

TEST_F(Ease, what_can_be_done_about_the_triage_is_in_the_menu_where_the_bar_has_no_room) {
    Harness small(1280, 720,
                  [this](Ui& ui) {
                      Panel panel{ui, model, outbox, 0, {}, model.main_view(), model.role()};
                      draw_table(panel, state);
                  },
                  {.scale = 2});
    EXPECT_FALSE(small.shows("table.triage"));
    small.click("bar.menu");
    small.press(Key::end);
    small.press(Key::up);  // over what stops everybody
    EXPECT_EQ(small.ui.focused(), "bar.menu.triage");
    small.press(Key::enter);
    EXPECT_TRUE(small.shows("triage.reason"));
}

TEST_F(Ease, a_meeting_in_which_one_is_alone_is_told_among_the_receivers) {
    v1::Entity meeting = entity("meeting:HG");
    meeting.mutable_meeting()->clear_present();
    meeting.mutable_meeting()->add_present("VT");
    put(meeting);
    open_share(state.share, "A03", 0);
    harness.settle();
    EXPECT_FALSE(harness.shows("share.people.meeting.HG"));
    EXPECT_TRUE(harness.reads("dus niemand."));
}

TEST_F(Ease, receivers_are_told_by_who_plays_them) {
    open_share(state.share, "A03", 0);
    harness.settle();
    EXPECT_FALSE(harness.reads(model.main_view()->find<v1::Role>("PRC")->aim().nl()));
    EXPECT_TRUE(harness.reads(model.name_of(model.main_view()->find<v1::Role>("PRC")->occupant())));
}

TEST_F(Ease, accepting_the_case_in_triage_asks_first) {
    v1::Entity triage = entity("triage"), card = entity("role_card:VT");
    triage.mutable_triage()->set_status("put_up");
    put(triage);
    card.mutable_role_card()->set_accepts_triage(true);
    put(card);
    state.bar.triage_asked = true;
    harness.settle();
    EXPECT_TRUE(outbox.acts.empty());
    EXPECT_TRUE(harness.reads("Casus aannemen in de triage?"));
    harness.click("accept.yes");
    ASSERT_EQ(outbox.acts.size(), 1U);
    EXPECT_TRUE(last().has_accept_triage());
}

TEST_F(Ease, texts_can_be_copied) {
    state.dossier.selected = "A03";
    harness.settle();
    harness.click("item.more");
    harness.click("item.more.copy");
    EXPECT_TRUE(harness.ui.paste().find("Mirjam deed in maart") != std::string::npos);
    harness.click("bar.menu");
    harness.ui.focus("bar.menu.copy_code");
    harness.settle();
    harness.press(Key::enter);
    EXPECT_EQ(harness.ui.paste(), "K7W4MPQX");
}

}  // namespace
}  // namespace casustafel::ui
