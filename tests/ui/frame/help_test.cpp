// The terms, the keys, how it works, and the role card on paper.
#include "client/ui/frame/help.hpp"

#include <gtest/gtest.h>

#include <set>

#include "client/ui/acts/share_dialog.hpp"
#include "client/ui/app/app.hpp"
#include "client/ui/app/chimes.hpp"
#include "client/ui/frame/glossary.hpp"
#include "client/ui/frame/guide.hpp"
#include "client/ui/frame/role_card_page.hpp"
#include "screens.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

struct Everything {
    model::Model model = table_world();
    Remembered outbox;
    App app;
    LinkTrouble trouble;

    void draw(Ui& ui) { app.draw(ui, model, outbox, 1000, trouble); }
};

class Helping : public testing::Test {
protected:
    Everything all;
    Harness harness{1280, 720, [this](Ui& ui) { all.draw(ui); }};
};

TEST(Glossary, explains_every_term_in_both_languages) {
    EXPECT_GE(all_terms().size(), 30U);
    std::set<std::string_view> once(all_terms().begin(), all_terms().end());
    EXPECT_EQ(once.size(), all_terms().size());
    for (const std::string_view term : all_terms()) {
        for (const char* part : {".name", ".text"}) {
            const auto key = text::find("term." + std::string(term) + part);
            ASSERT_TRUE(key) << term;
            EXPECT_FALSE(text::say(*key, text::Language::nl).empty());
            EXPECT_FALSE(text::say(*key, text::Language::en).empty());
        }
    }
}

TEST_F(Helping, helps_by_itself_with_what_lies_before_the_role_and_offers_the_trainer) {
    harness.settle();
    harness.click("table.help");
    EXPECT_TRUE(harness.reads("Dit ligt nu voor je"));
    EXPECT_TRUE(harness.reads("Een vraag beantwoorden")) << "two questions wait for VT";
    harness.click("guide.6");
    EXPECT_TRUE(harness.reads("Onderaan in het midden, onder ‘Besluiten’."));
    EXPECT_FALSE(harness.reads("Dit ligt nu voor je"));
    EXPECT_TRUE(all.outbox.acts.empty());
    harness.click("guide.call");
    EXPECT_TRUE(harness.shows("call.act"));
    harness.press(Key::escape);
    harness.click("table.help");
    harness.click("guide.keys");
    EXPECT_TRUE(harness.reads("Toetsen"));
    EXPECT_FALSE(harness.shows("guide.call"));
}

TEST_F(Helping, knows_what_lies_before_the_role) {
    const auto topic_in = [](model::Model model) {
        int topic = -1;
        Remembered outbox;
        Harness shown(1280, 720, [&](Ui& ui) {
            topic = topic_now({ui, model, outbox, 0, {}, model.main_view(), model.role()});
        });
        shown.settle();
        return topic;
    };
    EXPECT_EQ(topic_in(empty_world()), 0) << "nothing yet: reading";
    EXPECT_EQ(topic_in(table_world()), 3) << "a question waits";
    EXPECT_EQ(topic_in(swap_world("writing")), 8);
}

class GuideStates : public ScreenStates {};

TEST_P(GuideStates, are_readable_for_every_topic) {
    Everything all;
    HelpState& help = all.app.state.tables["VT"].bar.help;
    for (int topic = 0; topic < 9; ++topic) {
        help.open = Help::guide;
        help.topic = topic;
        look_at("guide-" + std::to_string(topic), all);
    }
}

INSTANTIATE_SCREENS(GuideStates);

TEST_F(Helping, terms_open_with_f2_and_are_searched) {
    harness.press(Key::f2);
    ASSERT_TRUE(harness.shows("glossary.search"));
    harness.type("huisverbod");
    EXPECT_TRUE(harness.reads("De burgemeester verbiedt iemand tien dagen"));
    for (int left = 0; left < 10; ++left) harness.press(Key::backspace);
    harness.type("qqq");
    EXPECT_TRUE(harness.reads("Niet gevonden"));
    harness.press(Key::f2);
    EXPECT_FALSE(harness.shows("glossary.search"));
}

TEST_F(Helping, terms_open_with_nothing_typed_yet) {
    harness.press(Key::f2);
    harness.type("huisverbod");
    harness.press(Key::escape);
    harness.press(Key::f2);
    harness.type("triage");
    EXPECT_EQ(all.app.state.tables["VT"].bar.help.search, "triage");
    harness.press(Key::escape);
    harness.click("bar.menu");
    harness.ui.focus("bar.menu.glossary");
    harness.settle();
    harness.press(Key::enter);
    EXPECT_EQ(all.app.state.tables["VT"].bar.help.search, "");
}

TEST_F(Helping, terms_open_over_a_dialog_and_leave_it_as_it_was) {
    harness.settle();
    open_share(all.app.state.tables["VT"].share, "A03", 0);
    harness.settle();
    harness.click("share.people.OVJ");
    harness.press(Key::f2);
    ASSERT_TRUE(harness.shows("glossary.search"));
    harness.press(Key::escape);
    EXPECT_FALSE(harness.shows("glossary.search"));
    EXPECT_TRUE(harness.shows("share.act"));
    EXPECT_TRUE(all.app.state.tables["VT"].share.draft.to.contains("OVJ"));
}

TEST_F(Helping, f2_explains_what_has_focus) {
    harness.settle();
    open_share(all.app.state.tables["VT"].share, "A03", 0);
    harness.settle();
    harness.ui.focus("share.basis.WGSZ");
    harness.settle();
    harness.press(Key::f2);
    EXPECT_TRUE(harness.reads("Wet gegevensverwerking door samenwerkingsverbanden"));
}

TEST_F(Helping, a_term_of_the_law_names_the_sources_of_its_bases) {
    give_source(all.model, "WPG16", "Wpg art. 16");
    give_source(all.model, "WMOVT", "Wmo 2015, taken van Veilig Thuis");
    harness.press(Key::f2);
    harness.type("wpg");
    EXPECT_TRUE(harness.reads("Bron: Wpg art. 16, nagelezen op 1 maart 2025"));
    EXPECT_FALSE(harness.reads("Bron: Wmo"));
    all.app.state.tables["VT"].bar.help.term = "basis";
    all.app.state.tables["VT"].bar.help.search.clear();
    harness.settle();
    EXPECT_TRUE(harness.reads("Bron: Wmo 2015, taken van Veilig Thuis"));
}

TEST_F(Helping, a_label_explains_itself_when_it_is_pointed_at) {
    harness.settle();
    open_share(all.app.state.tables["VT"].share, "A03", 0);
    harness.settle();
    harness.hover("share.basis.WGSZ");
    EXPECT_TRUE(harness.reads("Wet gegevensverwerking door samenwerkingsverbanden"));
    EXPECT_EQ(text_faults(harness.ui), "");
    harness.hover("share.people.OVJ");
    EXPECT_FALSE(harness.reads("Wet gegevensverwerking door samenwerkingsverbanden"));
}

TEST_F(Helping, the_keys_open_with_f1_and_the_question_mark_unless_one_is_typing) {
    harness.press(Key::f1);
    EXPECT_TRUE(harness.shows("keys.close"));
    harness.press(Key::f1);
    EXPECT_FALSE(harness.shows("keys.close"));
    harness.press_letter('?');
    EXPECT_TRUE(harness.shows("keys.close"));
    harness.press(Key::escape);
    harness.click("talk.write");
    harness.press_letter('?');
    EXPECT_FALSE(harness.shows("keys.close"));
    EXPECT_EQ(all.app.state.tables["VT"].talk.drafts["meeting:HG"], "?");
}

TEST_F(Helping, control_and_plus_makes_the_text_larger) {
    harness.press_letter('+', true);
    harness.settle();
    EXPECT_FLOAT_EQ(harness.ui.settings().scale, 1.25F);
    harness.press_letter('-', true);
    harness.settle();
    EXPECT_FLOAT_EQ(harness.ui.settings().scale, 1.0F);
}

TEST_F(Helping, every_key_of_the_list_is_on_it_once) {
    harness.press(Key::f1);
    std::set<std::string> words;
    for (const char* key :
         {"F1", "F2", "F6", "Tab", "Esc", "Ctrl F", "Ctrl ↵", "Alt 1", "Spatie"}) {
        EXPECT_TRUE(harness.reads(key)) << key;
        EXPECT_TRUE(words.insert(key).second);
    }
}

TEST_F(Helping, how_it_works_can_be_read_while_waiting_for_the_start) {
    all.model = seated_world();
    harness.settle();
    harness.click("lobby.how");
    EXPECT_TRUE(harness.reads("Stap 1 van 5"));
}

TEST_F(Helping, how_it_works_takes_five_steps) {
    all.model = lobby_world();
    harness.settle();
    harness.click("lobby.how");
    EXPECT_TRUE(harness.reads("Stap 1 van 5"));
    EXPECT_TRUE(harness.reads("Jorn"));
    for (int step = 0; step < 4; ++step) harness.click("practice.next");
    EXPECT_TRUE(harness.reads("Stap 5 van 5"));
    harness.click("practice.back");
    EXPECT_TRUE(harness.reads("Stap 4 van 5"));
    harness.click("practice.5");
    harness.click("practice.next");
    EXPECT_FALSE(harness.shows("practice.next"));
}

TEST_F(Helping, tab_reaches_every_control_and_comes_round) {
    harness.settle();
    std::set<std::string> reached, wanted;
    std::string way;
    for (const Widget& item : harness.ui.record().widgets()) {
        if (!item.takes_focus() || item.hidden) continue;
        if (item.group.empty()) wanted.insert(item.name);
    }
    for (int press = 0; press < 120; ++press) {
        harness.press(Key::tab);
        reached.insert(harness.ui.focused());
        way += harness.ui.focused() + " ";
    }
    for (const std::string& name : wanted)
        EXPECT_TRUE(reached.contains(name)) << name << ": " << way;
}

TEST_F(Helping, the_role_card_becomes_a_page_of_its_own) {
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity card = *all.model.views["role:VT"].find("role_card:VT");
    card.mutable_role_card()->mutable_limit()->set_nl("Geen <script>alert('x')</script> & zo");
    *patch.add_entities() = card;
    all.model.views["role:VT"].merge(patch);
    harness.settle();
    harness.click("bar.menu");
    harness.ui.focus("bar.menu.print");
    harness.settle();
    harness.press(Key::enter);
    ASSERT_EQ(all.outbox.pages.size(), 1U);
    const std::string& page = all.outbox.pages[0];
    EXPECT_NE(page.find("<!doctype html>"), std::string::npos);
    EXPECT_NE(page.find("Grens"), std::string::npos);
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("http"), std::string::npos);  // needs nothing from elsewhere
    EXPECT_TRUE(harness.reads("/documenten/casustafel-VT.html"));
}

TEST_F(Helping, the_role_card_is_copied_where_nothing_may_be_kept) {
    Settings shared = harness.ui.settings();
    shared.shared_workstation = true;
    harness.ui.change(shared);
    harness.settle();
    harness.click("bar.menu");
    harness.ui.focus("bar.menu.print");
    harness.settle();
    harness.press(Key::enter);
    EXPECT_TRUE(all.outbox.pages.empty());
    EXPECT_NE(harness.ui.paste().find("Grens: Overleg met Mirjam"), std::string::npos);
}

class Sounding : public testing::Test {
protected:
    model::Model model = table_world();
    Remembered outbox;
    Chimes chimes;
    Ui ui{debian_fonts(), {}};

    void watch(std::int64_t now_ms) {
        chimes.watch(Panel{ui, model, outbox, now_ms, {}, model.main_view(), model.role()});
    }
    void add(const v1::Entity& entity, model::Change::Kind kind) {
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        *patch.add_entities() = entity;
        model.views["role:VT"].merge(patch);
        chimes.hear(model, {{"role:VT", entity.key(), kind}});
    }
};

TEST_F(Sounding, a_new_item_and_an_answer_sound_and_what_was_there_does_not) {
    std::vector<model::Change> first;
    for (const auto& [key, entity] : model.views["role:VT"].entities())
        first.push_back({"role:VT", key, model::Change::Kind::added});
    chimes.hear(model, first);
    EXPECT_TRUE(chimes.take().empty());
    v1::Entity item;
    item.set_key("item:A99");
    item.mutable_item()->set_id("A99");
    add(item, model::Change::Kind::added);
    EXPECT_EQ(chimes.take(), std::vector<Chime>{Chime::item});
    v1::Entity asked =
        *model.views["role:VT"].find(contract::entity_key(contract::entities::request, 22));
    asked.mutable_request()->add_answers()->set_by("CAS");
    add(asked, model::Change::Kind::changed);
    EXPECT_EQ(chimes.take(), std::vector<Chime>{Chime::answer});
    EXPECT_TRUE(chimes.take().empty());
}

TEST_F(Sounding, a_deadline_sounds_at_ten_five_and_one_minute_and_once_each) {
    // The case runs six minutes a minute: the question of OVJ falls due in eight.
    int sounded = 0;
    for (std::int64_t now_ms = 0; now_ms < 90'000; now_ms += 1'000) {
        watch(now_ms);
        sounded += static_cast<int>(chimes.take().size());
    }
    EXPECT_EQ(sounded, 2);  // five and one; ten was past when it was first seen
}

class HelpStates : public ScreenStates {};

TEST_P(HelpStates, are_readable) {
    Everything all;
    HelpState& help = all.app.state.tables["VT"].bar.help;
    help.open = Help::glossary;
    look_at("help-glossary", all);
    help.term = "wgs";
    look_at("help-glossary-term", all);
    help.search = "qqq";
    look_at("help-glossary-none", all);
    help.open = Help::keys;
    look_at("help-keys", all);
    help.open = Help::practice;
    for (help.step = 0; help.step < 5; ++help.step)
        look_at("help-practice" + std::to_string(help.step + 1), all);
    help.open = Help::drafts;
    look_at("help-drafts-empty", all);
    all.app.state.tables["VT"].talk.drafts["role:OVJ"] = "Half bericht";
    all.app.state.tables["OVJ"].triage.reason = std::string(900, 'w') + " en nog meer.";
    look_at("help-drafts", all);
}

INSTANTIATE_SCREENS(HelpStates);

}  // namespace
}  // namespace casustafel::ui
