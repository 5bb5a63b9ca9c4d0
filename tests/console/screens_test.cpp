// What the console shows and tells of a view that a test writes down: a sentence in the reader's
// language, or one object a line.
#include "client/console/said/screens.hpp"
#include "client/console/said/tell.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "client/model/client.hpp"

namespace casustafel::console {
namespace {

class ScreensTest : public testing::Test {
protected:
    Printer dutch{text::Language::nl, false};
    Printer english{text::Language::en, false};
    Printer objects{text::Language::nl, true};
    model::Model model;
    v1::ViewPatch patch;

    v1::Entity* put(const std::string& key) {
        v1::Entity* entity = patch.add_entities();
        entity->set_key(key);
        return entity;
    }
    model::View seen() const {
        model::View view;
        view.merge(patch);
        return view;
    }
    static std::string said(const std::function<void()>& by) {
        testing::internal::CaptureStdout();
        by();
        return testing::internal::GetCapturedStdout();
    }
    void list(const Printer& printer, const std::string& name) const {
        const model::View view = seen();
        show_lists({printer, view}, name);
    }
    // What is told when this entity came or changed.
    std::string told(const Printer& printer, const std::string& key, bool added = true,
                     const std::string& own_role = "PRC") {
        const model::View view = seen();
        using Kind = model::Change::Kind;
        const model::Change change{"role:PRC", key, added ? Kind::added : Kind::changed};
        return said([&] { tell_change(printer, model, view, change, own_role); });
    }
    v1::Decision* decision(const std::string& status) {
        v1::Decision* made = put("decision:Z1")->mutable_decision();
        made->set_id("Z1");
        made->mutable_title()->set_nl("Wat besluit het OM?");
        made->mutable_title()->set_en("What does the prosecution decide?");
        made->set_deadline_sim_ms(17LL * 3'600'000);
        made->add_deciders("OVJ");
        made->set_status(status);
        made->set_must_cite(true);
        v1::DecisionOption* option = made->add_options();
        option->set_id("oma");
        option->mutable_title()->set_nl("Bij oma");
        return made;
    }
};

TEST_F(ScreensTest, lists_decisions_with_their_options_and_proposals) {
    decision("open");
    v1::Proposal* proposal = put("proposal:0000000000000001")->mutable_proposal();
    proposal->set_id(1);
    proposal->set_decision("Z1");
    proposal->set_option("oma");
    proposal->set_by("RVK-Z");
    proposal->set_parked(true);
    const std::string screen = said([&] { list(dutch, "decisions"); });
    EXPECT_NE(screen.find("Z1  Wat besluit het OM?"), std::string::npos) << screen;
    EXPECT_NE(screen.find("D0 17:00"), std::string::npos) << screen;
    EXPECT_NE(screen.find("moet op een stuk rusten"), std::string::npos) << screen;
    EXPECT_NE(screen.find("RVK-Z, geparkeerd"), std::string::npos) << screen;
    const std::string other = said([&] { list(english, "decisions"); });
    EXPECT_NE(other.find("What does the prosecution decide?"), std::string::npos) << other;
}

TEST_F(ScreensTest, tells_what_was_decided_on_what_and_how_long_it_can_go_back) {
    v1::Decision* taken = decision("pending");
    taken->set_option("oma");
    taken->set_taken_by("OVJ");
    taken->set_effective_in_ms(9'400);
    v1::CitedItem* cited = taken->add_cited();
    cited->set_item("A08");
    cited->set_as("assumption");
    taken->add_cited()->set_as("fact");
    const std::string line = told(dutch, "decision:Z1");
    EXPECT_NE(line.find("OVJ besluit oma Bij oma"), std::string::npos) << line;
    EXPECT_NE(line.find("A08 (Aanname), …"), std::string::npos)
        << "what this reader has no form of stays unnamed: " << line;
    EXPECT_NE(line.find("over 10 seconden"), std::string::npos) << line;
    taken->set_status("missed");
    taken->clear_taken_by();
    EXPECT_NE(told(dutch, "decision:Z1", false).find("er is niet besloten"), std::string::npos);
}

TEST_F(ScreensTest, says_of_each_basis_where_it_comes_from_and_whether_it_is_confirmed) {
    v1::Basis* basis = put("basis:WPG16")->mutable_basis();
    basis->set_id("WPG16");
    basis->set_source("Wpg art. 16");
    basis->set_dated("2025-03-01");
    std::string screen = said([&] { show_choices(dutch, seen()); });
    EXPECT_NE(screen.find("Bron: Wpg art. 16, nagelezen op 1 maart 2025 · nog niet bevestigd door "
                          "een jurist"),
              std::string::npos)
        << screen;
    basis->set_confirmed(true);
    screen = said([&] { show_choices(english, seen()); });
    EXPECT_NE(screen.find("Source: Wpg art. 16, checked on 1 March 2025 · confirmed by a jurist"),
              std::string::npos)
        << screen;
}

TEST_F(ScreensTest, numbers_actions_as_they_are_confirmed_and_changed_by) {
    for (std::uint64_t id = 1; id <= 2; ++id) {
        v1::Action* action =
            put(contract::entity_key(contract::entities::action, id))->mutable_action();
        action->set_id(id);
        action->set_text("Actie " + std::to_string(id));
        action->set_lead("CAS");
        action->set_added_at_sim_ms(static_cast<std::int64_t>(id));
    }
    const std::string line = told(dutch, contract::entity_key(contract::entities::action, 2));
    EXPECT_TRUE(line.starts_with("2. Actie 2")) << line;
}

TEST_F(ScreensTest, shows_the_swap_and_the_note_that_was_handed_over) {
    EXPECT_NE(said([&] { list(dutch, "swap"); }).find("geen wissel"), std::string::npos);
    v1::SwapUnderWay* swap = put("swap")->mutable_swap();
    swap->set_stage("reading");
    swap->set_ends_in_ms(120'000);
    swap->add_pairs()->set_one("OVJ");
    swap->mutable_pairs(0)->set_other("VT");
    v1::HandoverNote* note = put("handover:VT")->mutable_handover_note();
    note->set_role("VT");
    note->set_text("Bel Mirjam niet thuis.");
    const std::string screen = said([&] { list(dutch, "swap"); });
    EXPECT_NE(screen.find("inlezen, nog 120 seconden. OVJ ↔ VT"), std::string::npos) << screen;
    EXPECT_NE(screen.find("Bel Mirjam niet thuis."), std::string::npos) << screen;
}

TEST_F(ScreensTest, tells_whispers_authority_consent_and_what_was_said_aloud) {
    v1::WhisperHeard* whisper = put("whisper:0000000000000001")->mutable_whisper_heard();
    whisper->set_to("PRC");
    whisper->set_text("Vraag eens aan school.");
    EXPECT_NE(told(dutch, "whisper:0000000000000001").find("Vraag eens aan school."),
              std::string::npos);
    v1::AuthorityQuestion* question =
        put(contract::entity_key(contract::entities::authority_question, 4))
            ->mutable_authority_question();
    question->set_id(4);
    question->set_by("POL-Z");
    question->set_to("VT");
    question->set_status("open");
    EXPECT_TRUE(told(dutch, contract::entity_key(contract::entities::authority_question, 4))
                    .starts_with("1. POL-Z"));
    v1::Consent* consent = put("consent:mirjam:hulp")->mutable_consent();
    consent->set_person("mirjam");
    consent->set_scope("hulp");
    consent->set_status("refused");
    EXPECT_NE(told(dutch, "consent:mirjam:hulp").find("geweigerd"), std::string::npos);
    v1::Spoken* spoken = put(contract::entity_key(contract::entities::spoken, 5))->mutable_spoken();
    spoken->set_id(5);
    spoken->set_giver("VT");
    spoken->add_to("PRC");
    spoken->set_category("health");
    EXPECT_NE(
        told(dutch, contract::entity_key(contract::entities::spoken, 5)).find("VT zei iets hardop"),
        std::string::npos);
}

TEST_F(ScreensTest, says_each_change_as_one_object_when_asked) {
    decision("open");
    const std::string line = told(objects, "decision:Z1");
    EXPECT_TRUE(line.starts_with("{\"view\":\"role:PRC\"")) << line;
    EXPECT_EQ(line.find('\n'), line.size() - 1) << "one line";
}

TEST_F(ScreensTest, tells_the_ending_with_what_was_good_and_what_was_lost) {
    v1::Ending* ending = put("ending")->mutable_ending();
    ending->mutable_title()->set_nl("Gedragen");
    ending->mutable_good()->set_nl("Milan gaat naar school.");
    ending->mutable_loss()->set_nl("Jesse woont niet thuis.");
    const std::string line = told(dutch, "ending");
    EXPECT_NE(line.find("Gedragen"), std::string::npos) << line;
    EXPECT_NE(line.find("Jesse woont niet thuis."), std::string::npos) << line;
}

TEST_F(ScreensTest, shows_questions_to_everybody_with_what_one_types_to_answer_them) {
    v1::Prompt* prompt = put("prompt:R1")->mutable_prompt();
    prompt->set_id("R1");
    prompt->mutable_title()->set_nl("Even stilstaan");
    prompt->set_status("open");
    prompt->set_holds(true);
    prompt->set_ends_in_ms(90'000);
    v1::PromptQuestion* question = prompt->add_questions();
    question->set_id("LEAD");
    question->mutable_text()->set_nl("Wie heeft de regie?");
    for (const char* id : {"OVJ", "PRC"}) {
        question->add_options()->set_id(id);
        question->mutable_options(question->options_size() - 1)->mutable_text()->set_nl(id);
    }
    v1::PromptChoice* mine = prompt->add_mine();
    mine->set_question("LEAD");
    mine->set_option("PRC");
    const std::string told_when_it_opens = told(dutch, "prompt:R1");
    EXPECT_NE(told_when_it_opens.find("Even stilstaan"), std::string::npos) << told_when_it_opens;
    EXPECT_NE(told_when_it_opens.find("nog 90 seconden"), std::string::npos) << told_when_it_opens;
    EXPECT_NE(told_when_it_opens.find("1b  PRC (jouw antwoord)"), std::string::npos)
        << told_when_it_opens;
    EXPECT_EQ(told(dutch, "prompt:R1", false), "") << "an answer is not told again";
}

TEST_F(ScreensTest, tells_a_trainer_how_many_answered_and_in_the_overview_what_was_right) {
    v1::Prompt* prompt = put("prompt:R1")->mutable_prompt();
    prompt->set_id("R1");
    prompt->set_status("closed");
    prompt->add_answered(1);
    v1::PromptOption* option = prompt->add_questions()->add_options();
    option->add_chosen_by(1);
    option->set_right(true);
    const std::string shown = said([&] { show_prompts(dutch, seen()); });
    EXPECT_NE(shown.find("gesloten"), std::string::npos) << shown;
    EXPECT_NE(shown.find("(1 keer gekozen) (goed)"), std::string::npos) << shown;
}

TEST_F(ScreensTest, tells_what_somebody_heard_and_what_does_not_count) {
    v1::Heard* heard = put("heard:0000000000000006")->mutable_heard();
    heard->set_id(6);
    heard->set_by("OVJ");
    heard->set_giver("PRC");
    heard->set_category("police");
    heard->set_text("Bij de koffie.");
    const std::string line = told(dutch, "heard:0000000000000006");
    EXPECT_NE(line.find("1. OVJ noteerde dat PRC iets hardop zei"), std::string::npos) << line;
    v1::Correction* correction = put("correction:decision:Z1")->mutable_correction();
    correction->set_kind("decision");
    correction->set_decision("Z1");
    correction->set_reason("Verkeerd geklikt");
    const std::string left_out = told(english, "correction:decision:Z1", true, "");
    EXPECT_NE(left_out.find("decision Z1. Verkeerd geklikt"), std::string::npos) << left_out;
}

TEST_F(ScreensTest, prints_the_words_of_the_case_where_nobody_typed_any) {
    v1::Request* request = put("request:0000000000000007")->mutable_request();
    request->set_id(7);
    request->set_asker("GI");
    request->add_to("PRC");
    request->set_category("open");
    request->mutable_scripted()->set_nl("Bij wie meld ik het?");
    v1::Action* action = put("action:0000000000000008")->mutable_action();
    action->set_id(8);
    action->mutable_scripted()->set_nl("Datum prikken.");
    action->mutable_scripted()->set_en("Pick a date.");
    EXPECT_NE(told(dutch, "request:0000000000000007").find("Bij wie meld ik het?"),
              std::string::npos);
    EXPECT_NE(said([&] { list(dutch, "requests"); }).find("Bij wie meld ik het?"),
              std::string::npos);
    EXPECT_NE(said([&] { list(english, "plan"); }).find("Pick a date."), std::string::npos);
    const std::string acts = said([&] { show_acts(dutch, seen()); });
    EXPECT_NE(acts.find("request 1: GI vraagt"), std::string::npos) << acts;
    EXPECT_NE(acts.find("action 1: Datum prikken."), std::string::npos) << acts;
}

}  // namespace
}  // namespace casustafel::console
