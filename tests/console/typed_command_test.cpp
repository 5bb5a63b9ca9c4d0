#include "client/console/typed/typed_command.hpp"

#include <gtest/gtest.h>

namespace casustafel::console {
namespace {

class Typed : public testing::Test {
protected:
    Printer printer{text::Language::nl, false};
    model::View view;

    Typed() {
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        v1::Entity* request = patch.add_entities();
        request->set_key("request:0000000000000007");
        request->mutable_request()->set_id(7);
        v1::Entity* person = patch.add_entities();
        person->set_key("person:mirjam");
        person->mutable_person()->set_id("mirjam");
        v1::Entity* item = patch.add_entities();
        item->set_key("item:A03");
        item->mutable_item()->set_id("A03");
        v1::Entity* part = patch.add_entities();
        part->set_key("item:A26a");
        part->mutable_item()->set_id("A26a");
        v1::Entity* decision = patch.add_entities();
        decision->set_key("decision:Z1");
        decision->mutable_decision()->set_id("Z1");
        decision->mutable_decision()->add_options()->set_id("suspension");
        v1::Entity* ban = patch.add_entities();
        ban->set_key("intervention:home_ban");
        ban->mutable_intervention()->set_id("home_ban");
        v1::Entity* action = patch.add_entities();
        action->set_key("action:0000000000000009");
        action->mutable_action()->set_id(9);
        v1::Entity* spoken = patch.add_entities();
        spoken->set_key("spoken:0000000000000005");
        spoken->mutable_spoken()->set_id(5);
        v1::Entity* heard = patch.add_entities();
        heard->set_key("heard:0000000000000006");
        heard->mutable_heard()->set_id(6);
        v1::Entity* question = patch.add_entities();
        question->set_key("authority:0000000000000004");
        question->mutable_authority_question()->set_id(4);
        view.merge(patch);
    }

    v1::Command command(const std::string& line) {
        const Understood understood = understand(line, view, printer);
        const auto* out = std::get_if<v1::Command>(&understood);
        EXPECT_NE(out, nullptr) << line;
        return out == nullptr ? v1::Command() : *out;
    }

    std::string complaint(const std::string& line) {
        const Understood understood = understand(line, view, printer);
        const auto* wrong = std::get_if<NotUnderstood>(&understood);
        EXPECT_NE(wrong, nullptr) << line;
        return wrong == nullptr ? "" : wrong->key;
    }
};

TEST_F(Typed, shares_with_roles_by_the_beginning_of_a_dutch_word) {
    const auto act =
        command("deel a03 met ovj,prc doel afdoe grondslag wmovt vorm concl").share_item();
    EXPECT_EQ(act.item(), "A03");
    EXPECT_EQ(act.to_size(), 2);
    EXPECT_EQ(act.to(1), "PRC");
    EXPECT_EQ(act.purpose(), "charging_decision");
    EXPECT_EQ(act.basis(), "WMOVT");
    EXPECT_EQ(act.form(), 2U);
}

TEST_F(Typed, shares_in_a_meeting_answers_a_request_and_keeps_free_text_whole) {
    const auto act = command(
                         "share A03 meeting V purpose acute_safety basis WMOVT form 3 request 1 "
                         "text met OVJ  bellen")
                         .share_item();
    EXPECT_EQ(act.meeting(), "V");
    EXPECT_EQ(act.to_size(), 0) << "words after `text` are text, also `met`";
    EXPECT_EQ(act.form(), 3U);
    EXPECT_EQ(act.request(), 7U);
    EXPECT_EQ(act.text(), "met OVJ bellen");
}

TEST_F(Typed, asks_about_a_person_and_a_subject) {
    const auto act =
        command("vraag VT over mirjam huiselijk tekst Is het thuis veilig?").ask_for_information();
    EXPECT_EQ(act.person(), "mirjam");
    EXPECT_EQ(act.category(), "domestic_violence");
    EXPECT_EQ(act.text(), "Is het thuis veilig?");
}

TEST_F(Typed, refuses_refers_and_says_not_here_by_the_number_of_the_list) {
    EXPECT_EQ(command("weiger 1 no_basis mag niet").refuse_request().reason(), "no_basis");
    EXPECT_EQ(command("verwijs 1 prc").refer_request().to(), "PRC");
    EXPECT_EQ(command("heb-ik-niet 1").answer_not_here().request(), 7U);
}

TEST_F(Typed, records_a_weighing_in_four_parts) {
    const auto act =
        command("afweging A03 gevraagd | gevaar | ingrijpen | conclusie").record_weighing();
    EXPECT_EQ(act.tried(), "gevraagd ");
    EXPECT_EQ(act.minimum(), " conclusie");
}

TEST_F(Typed, means_what_the_view_knows_whatever_the_capitals) {
    EXPECT_EQ(command("markeer a26A feit").mark_item().item(), "A26a");
    EXPECT_EQ(command("zetin HOME_BAN").use_intervention().intervention(), "home_ban");
}

TEST_F(Typed, fills_in_a_form_field_by_field) {
    const auto act =
        command("zetin home_ban veld adres:bij_oma,wie:jesse tekst Vandaag nog").use_intervention();
    ASSERT_EQ(act.filled_in_size(), 2);
    EXPECT_EQ(act.filled_in(0).field(), "adres");
    EXPECT_EQ(act.filled_in(0).value(), "bij oma");
    EXPECT_EQ(act.filled_in(1).value(), "jesse");
    EXPECT_EQ(act.text(), "Vandaag nog");
    EXPECT_FALSE(complaint("zetin home_ban veld adres").empty());
}

TEST_F(Typed, decides_and_proposes_on_what_it_cites_as_fact_or_assumption) {
    const auto act =
        command("besluit z1 Suspension op A03,a26a aanname A08 tekst Wie let op?").take_decision();
    EXPECT_EQ(act.decision(), "Z1");
    EXPECT_EQ(act.option(), "suspension");
    ASSERT_EQ(act.cited_size(), 3);
    EXPECT_EQ(act.cited(1).item(), "A26a");
    EXPECT_EQ(act.cited(1).as(), "fact");
    EXPECT_EQ(act.cited(2).as(), "assumption");
    EXPECT_EQ(act.text(), "Wie let op?");
    EXPECT_EQ(command("propose Z1 suspension on A03").propose_decision().cited_size(), 1);
    EXPECT_EQ(command("terugnemen z1").retract_decision().decision(), "Z1");
    EXPECT_EQ(command("hasten Z1").hasten_decision().decision(), "Z1");
}

TEST_F(Typed, writes_changes_drops_and_confirms_actions_of_the_plan) {
    const auto terms = command(
                           "actie trekker cas bevoegdheid REGIE door PRC voor D1 12:30 stukken "
                           "A03 inlichten VT,OVJ tekst Bel de school voor twaalf uur.")
                           .add_action()
                           .terms();
    EXPECT_EQ(terms.lead(), "CAS");
    EXPECT_EQ(terms.power_holder(), "PRC");
    EXPECT_EQ(terms.deadline_sim_ms(), (36 * 60 + 30) * 60'000);
    EXPECT_EQ(terms.items_size(), 1);
    EXPECT_EQ(terms.informed_size(), 2);
    EXPECT_EQ(terms.text(), "Bel de school voor twaalf uur.");
    EXPECT_EQ(command("action change 1 lead VT text Beter zo.").change_action().action(), 9U);
    EXPECT_EQ(command("actie weg 1").withdraw_action().action(), 9U);
    EXPECT_EQ(command("bevestig 1").confirm_action().action(), 9U);
}

TEST_F(Typed, moves_phases_and_invites) {
    EXPECT_EQ(command("fase o1 oordeel").move_phase().phase(), "judgement");
    EXPECT_EQ(command("nodig uit O1 ovj tekst Jij weet dit.").invite_to_meeting().role(), "OVJ");
    EXPECT_EQ(command("invite O1 OVJ text You know.").invite_to_meeting().reason(), "You know.");
}

TEST_F(Typed, takes_the_steps_of_the_law) {
    const auto aloud =
        command("hardop A03 met OVJ doel afdoe grondslag WMOVT vorm concl").register_spoken_share();
    EXPECT_EQ(aloud.to(0), "OVJ");
    EXPECT_EQ(aloud.form(), 2U);
    EXPECT_TRUE(command("gehoord 1").confirm_spoken_share().heard());
    EXPECT_FALSE(command("heard 1 not").confirm_spoken_share().heard());
    EXPECT_EQ(command("onderbuik Er klopt iets niet.").note_gut_feeling().text(),
              "Er klopt iets niet.");
    EXPECT_EQ(command("gutfeeling item A03 text Hm.").note_gut_feeling().item(), "A03");
    EXPECT_EQ(command("akkoord vragen A03 voor VT tekst Nodig.").ask_authority().to(), "VT");
    EXPECT_TRUE(command("akkoord geven 1").answer_authority().agreed());
    EXPECT_FALSE(command("authority refuse 1 text Nee.").answer_authority().agreed());
    EXPECT_EQ(command("toestemming mirjam over hulp").ask_consent().scope(), "hulp");
    EXPECT_EQ(command("inlichten mirjam tekst Ik bel zo.").inform_person().text(), "Ik bel zo.");
    EXPECT_EQ(command("privacy A03 voor OVJ doel afdoe").ask_privacy_officer().purpose(),
              "charging_decision");
}

TEST_F(Typed, hands_over_switches_roles_and_asks_for_a_pause_or_help) {
    const auto note =
        command("overdracht stukken A03,a26a vragen 1 tekst Let op Milan.").write_handover_note();
    EXPECT_EQ(note.items(1), "A26a");
    EXPECT_EQ(note.requests(0), 7U);
    EXPECT_EQ(note.text(), "Let op Milan.");
    EXPECT_TRUE(command("klaar").has_say_ready());
    const Understood other = understand("rol sch", view, printer);
    ASSERT_NE(std::get_if<SwitchRole>(&other), nullptr);
    EXPECT_EQ(std::get_if<SwitchRole>(&other)->role, "SCH");
    EXPECT_TRUE(command("pauze").has_call_pause());
    EXPECT_EQ(command("hulp vragen tekst Ik snap het niet.").call_for_help().text(),
              "Ik snap het niet.");
    const Understood help = understand("hulp", view, printer);
    EXPECT_NE(std::get_if<ShowScreen>(&help), nullptr);
}

TEST_F(Typed, refuses_with_an_alternative) {
    const auto act =
        command("weiger 1 too_rich aanbod conclusie probeer vt tekst Zo wel.").refuse_request();
    EXPECT_EQ(act.offered_form(), 2U);
    EXPECT_EQ(act.offered_role(), "VT");
    EXPECT_EQ(act.text(), "Zo wel.");
}

TEST_F(Typed, says_what_is_wrong_instead_of_guessing) {
    EXPECT_EQ(complaint("dans"), "console.not_understood");
    EXPECT_EQ(complaint("deel A03 met OVJ doel wonderen grondslag X vorm feiten"),
              "console.no_such_purpose");
    EXPECT_EQ(complaint("deel A03 doel afdoening grondslag X vorm feiten"), "console.usage_share");
    EXPECT_EQ(complaint("weiger 9 no_basis"), "console.no_such_request");
    EXPECT_EQ(complaint("vraag VT over niemand wonen"), "console.no_such_person");
    EXPECT_EQ(complaint("markeer A03 misschien"), "console.no_such_mark");
    EXPECT_EQ(complaint("afweging A03 te kort"), "console.usage_weigh");
    EXPECT_EQ(complaint("lees A99"), "console.no_such_item");
    EXPECT_EQ(complaint("besluit Z9 suspension"), "console.no_such_decision");
    EXPECT_EQ(complaint("besluit Z1 vrijspraak"), "console.no_such_option");
    EXPECT_EQ(complaint("besluit Z1"), "console.usage_decide");
    EXPECT_EQ(complaint("actie trekker VT voor D1 25:00 tekst Te laat."), "console.no_such_time");
    EXPECT_EQ(complaint("actie weg 2"), "console.no_such_action");
    EXPECT_EQ(complaint("fase O1 straks"), "console.no_such_phase");
    EXPECT_EQ(complaint("gehoord 2"), "console.no_such_spoken");
    EXPECT_EQ(complaint("overdracht"), "console.usage_handover");
}

TEST_F(Typed, survives_any_line) {
    for (const std::string line :
         {"", "   ", "deel", "vraag", "zeg", "overleg", "triage", "actie", "akkoord", "fase",
          "nodig", "actie voor D1", "onderbuik stuk", "weiger 1 privacy aanbod", "\x01\xff deel",
          "deel ,,, met ,,,"}) {
        understand(line, view, printer);
    }
    understand(std::string(100'000, 'x'), view, printer);
}

TEST_F(Typed, answers_questions_to_everybody_by_number_and_letter) {
    EXPECT_EQ(complaint("antwoord 1a"), "console.no_prompt");
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    v1::Entity* prompt = patch.add_entities();
    prompt->set_key("prompt:R1");
    prompt->mutable_prompt()->set_id("R1");
    prompt->mutable_prompt()->set_status("open");
    for (const char* id : {"LEAD", "RISK"}) {
        v1::PromptQuestion* question = prompt->mutable_prompt()->add_questions();
        question->set_id(id);
        for (const char* option : {"X", "Y"}) question->add_options()->set_id(option);
    }
    view.merge(patch);
    const auto act = command("antwoord 1b 2a").answer_prompt();
    EXPECT_EQ(act.prompt(), "R1");
    ASSERT_EQ(act.answers_size(), 2);
    EXPECT_EQ(act.answers(0).question(), "LEAD");
    EXPECT_EQ(act.answers(0).option(), "Y");
    EXPECT_EQ(act.answers(1).option(), "X");
    EXPECT_EQ(command("answer 2B").answer_prompt().answers(0).option(), "Y");
    EXPECT_EQ(complaint("antwoord"), "console.usage_answer");
    for (const char* wrong :
         {"antwoord 3a", "antwoord 1c", "antwoord a1", "antwoord 1", "antwoord 12"})
        EXPECT_EQ(complaint(wrong), "console.no_such_answer") << wrong;
}

TEST_F(Typed, notes_what_was_told_aloud_and_registers_or_denies_it) {
    const auto noted =
        command("vertelde ovj over mirjam huiselijk tekst Bij de koffie.").note_heard();
    EXPECT_EQ(noted.giver(), "OVJ");
    EXPECT_EQ(noted.person(), "mirjam");
    EXPECT_EQ(noted.category(), "domestic_violence");
    EXPECT_EQ(noted.text(), "Bij de koffie.");
    EXPECT_EQ(complaint("told OVJ about nobody police"), "console.no_such_person");
    EXPECT_EQ(complaint("vertelde OVJ"), "console.usage_told");
    EXPECT_EQ(command("niet-gezegd 1").deny_heard().heard(), 6U);
    EXPECT_EQ(complaint("not-said 2"), "console.no_such_heard");
    const std::string aloud = "hardop A03 met OVJ doel afdoe grondslag WMOVT vorm concl";
    EXPECT_EQ(command(aloud).register_spoken_share().heard(), 0U);
    EXPECT_EQ(command(aloud + " notitie 1").register_spoken_share().heard(), 6U);
    EXPECT_EQ(complaint(aloud + " notitie 4"), "console.no_such_heard");
}

}  // namespace
}  // namespace casustafel::console
