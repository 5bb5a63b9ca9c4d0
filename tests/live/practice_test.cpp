// A whole practice session as its people do it: a trainer's window and three participants', clicked
// through by the names of their widgets against a real server, swap included. What they did is then
// read from the log, which must verify.
#include <filesystem>

#include "party.hpp"
#include "server/core/rules/verify.hpp"

namespace casustafel::live {
namespace {

class Practice : public Party {
protected:
    void weigh_and_share() {
        weigh();
        fill_in_a_share();
        tom.click("share.act");
        samira.has("item.G04");
    }

    void ask_and_refuse() {
        samira.click("requests.new");
        samira.click("ask.people.VT");
        samira.choose("ask.person", "ineke");
        samira.choose("ask.category", "health");
        samira.write("ask.text", "Slikt moeder iets?");
        samira.click("ask.act");
        tom.sees("Slikt moeder iets?");
        tom.click_like("request.", ".open");
        tom.click("answer.way.refuse");
        tom.click("answer.reason.not_necessary");
        tom.click("answer.act");
        tom.settles();
        samira.click("requests.tab.by_me");
        samira.sees(text::Key::answer_refused);
    }

    void mark() {
        samira.click("item.G06");
        samira.click("item.mark");
        samira.click("item.mark.assumption");
        samira.settles();
    }

    void meet() {
        enter_the_case_meeting(noor);
        enter_the_case_meeting(tom);
        tom.write("talk.write", "Ik kan vanavond met Ineke bellen.");
        tom.click("talk.send");
        noor.sees("Ik kan vanavond met Ineke bellen.");
    }

    void propose_and_decide() {
        tom.click("dock.tab.decisions");
        tom.click("decision.V1.open");
        tom.click("decision.option.V1-SAMEN");
        tom.click("decision.cite.G04");
        tom.click("decision.cite.G04.as.fact");
        tom.write("decision.text", "Als niemand belt, hoort ze het van de buren.");
        tom.click("decision.propose");
        tom.settles();
        noor.click("dock.tab.decisions");
        noor.click("decision.V1.open");
        noor.sees("Als niemand belt, hoort ze het van de buren.");
        noor.click("decision.option.V1-SAMEN");
        noor.click("decision.cite.G03");
        noor.click("decision.cite.G03.as.fact");
        noor.click("decision.take");
        noor.settles();
        noor.click("decision.hasten");
        noor.settles();
        noor.press(ui::Key::escape);
    }

    void plan() {
        noor.click("dock.tab.plan");
        noor.click("plan.add");
        noor.write("action.text", "Ineke bellen over vannacht.");
        noor.choose("action.lead", "VT");
        noor.click("action.informed.VT");
        noor.click("action.act");
        tom.press(ui::Key::escape);
        tom.click("dock.tab.plan");
        tom.click_like("action.", ".confirm");
        tom.settles();
    }

    void swap() {
        trainer.click("trainer.swap");
        trainer.click("swap_wizard.way.own");
        trainer.choose("swap_wizard.one", "OVJ");
        trainer.choose("swap_wizard.other", "VT");
        trainer.click("swap_wizard.add");
        trainer.click("swap_wizard.start");
        samira.write("swap.note", "Het besluit moet er om kwart voor twee liggen.");
        tom.write("swap.note", "Ineke vertrouwt ons. Bel haar eerst.");
        for (Window* person : {&samira, &tom}) {
            person->click("swap.save");
            person->sees(text::Key::swap_saved);
            person->click("swap.ready");
        }
        samira.sees("Ineke vertrouwt ons. Bel haar eerst.");
        tom.sees("Het besluit moet er om kwart voor twee liggen.");
        // Nobody wrote down what Tom promised as VT: the seat tells it.
        samira.sees(text::Key::deed_leads);
        samira.sees("Ineke bellen over vannacht.");
        samira.click("swap.ready");
        tom.click("swap.ready");
        samira.has("talk.write");
        EXPECT_EQ(samira.model().role(), "VT");
        EXPECT_EQ(tom.model().role(), "OVJ");
    }

    // Into the documents of a person who has this folder for a home.
    void make_the_report() {
        const std::string home = testing::TempDir() + "casustafel-home-" + trainer.model().code;
        std::filesystem::create_directories(home);
        ::setenv("HOME", home.c_str(), 1);
        trainer.click("trainer.results");
        trainer.click("results.report");
        trainer.sees(text::Key::results_report_saved);
        const std::string page = home + "/casustafel-verslag-" + trainer.model().code + ".html";
        EXPECT_GT(std::filesystem::file_size(page), 10'000U);
        std::filesystem::remove_all(home);
    }

    void end() {
        trainer.click("trainer.end");
        trainer.click("leave.yes");
        for (Window* person : {&samira, &tom, &noor}) person->sees(text::Key::end_title);
    }

    // The end tells Samira of both the seats that she had.
    void look_at_the_whole_exercise() {
        samira.screen().wheel(samira.screen().ui.screen().centre(), -30);
        samira.sees("Op de stoel van OVJ");
        samira.sees("Op de stoel van VT");
    }

    // Nothing of the exercise stays, and its code says that it is over.
    void sign_out_and_look_back() {
        tom.click("end.sign_out");
        tom.click("leave.yes");
        tom.sees(text::Key::lobby_empty);
        tom.has_no("seat.VT");
        EXPECT_TRUE(tom.model().views.empty());
        tom.write("lobby.code", trainer.model().code);
        tom.sees(text::Key::lobby_ended);
        tom.has_no("seat.VT");
    }
};

TEST_F(Practice, is_played_from_the_code_to_the_end_by_clicking) {
    begin();
    weigh_and_share();
    ask_and_refuse();
    mark();
    meet();
    propose_and_decide();
    plan();
    swap();
    end();
    look_at_the_whole_exercise();
    for (Window* person : {&trainer, &samira, &tom, &noor})
        EXPECT_EQ(person->refusals(), std::vector<std::string>{});

    const auto log = server.log();
    EXPECT_TRUE(core::verify(server.scenario(), log).empty());
    EXPECT_EQ(happened<core::RoleTaken>(log).size(), 3U);
    EXPECT_EQ(happened<core::WeighingRecorded>(log).size(), 1U);
    const auto shared = happened<core::ItemShared>(log);
    ASSERT_EQ(shared.size(), 1U);
    EXPECT_EQ(shared.front().item.value, "G04");
    EXPECT_EQ(shared.front().form, core::Form::conclusion);
    ASSERT_EQ(shared.front().recipients.size(), 1U);
    EXPECT_EQ(shared.front().recipients.front().role.value, "OVJ");
    const auto answers = happened<core::RequestAnswered>(log);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().kind, core::AnswerKind::refused);
    EXPECT_EQ(happened<core::ItemMarked>(log).size(), 1U);
    EXPECT_EQ(happened<core::MessageSent>(log).size(), 1U);
    EXPECT_EQ(happened<core::DecisionProposed>(log).size(), 1U);
    const auto decided = happened<core::DecisionTookEffect>(log);
    ASSERT_EQ(decided.size(), 1U);
    EXPECT_EQ(decided.front().option.value, "V1-SAMEN");
    EXPECT_EQ(happened<core::ActionAdded>(log).size(), 1U);
    EXPECT_EQ(happened<core::ActionConfirmed>(log).size(), 1U);
    EXPECT_EQ(happened<core::HandoverNoteWritten>(log).size(), 2U);
    EXPECT_EQ(happened<core::RolesSwapped>(log).size(), 1U);
    EXPECT_EQ(happened<core::SwapFinished>(log).size(), 1U);
    EXPECT_EQ(happened<core::SessionEnded>(log).size(), 1U);
}

TEST_F(Practice, is_led_from_the_trainers_window_alone) {
    begin();
    tom.click("bar.menu");
    tom.click("bar.menu.help");
    tom.click("guide.call");
    tom.write("call.about", "Hoe weiger ik netjes?");
    tom.click("call.act");
    trainer.sees("Hoe weiger ik netjes?");
    trainer.click_like("help.", "");
    trainer.settles();
    tom.sees(text::Key::notice_helped);

    trainer.click("seat.VT");
    trainer.write("seat.whisper", "Vraag eens wie Ineke al sprak.");
    trainer.click("seat.whisper_send");
    tom.click("talk.tab.notices");
    tom.sees("Vraag eens wie Ineke al sprak.");
    trainer.click("seat.look");
    trainer.sees("Ineke sprak in vertrouwen.");
    trainer.click("looking.back");

    trainer.click("inject.INJ-02.start");
    trainer.click("inject.INJ-02.undo");
    trainer.settles();
    trainer.click("inject.INJ-02.start");
    trainer.click("inject.INJ-02.now");
    tom.sees("Moeder belt");

    trainer.click("trainer.pace.two");
    trainer.click("trainer.moment");
    trainer.click("trainer.clock");
    samira.sees(text::Key::notice_paused_body);
    trainer.sees(text::Key::trainer_resume);
    trainer.screen().pass(1);  // a double click would be one
    trainer.click("trainer.clock");
    trainer.settles();
    end();
    make_the_report();
    sign_out_and_look_back();
    for (Window* person : {&trainer, &samira, &tom, &noor})
        EXPECT_EQ(person->refusals(), std::vector<std::string>{});

    const auto log = server.log();
    EXPECT_TRUE(core::verify(server.scenario(), log).empty());
    EXPECT_EQ(happened<core::HelpAnswered>(log).size(), 1U);
    EXPECT_EQ(happened<core::Whispered>(log).size(), 1U);
    EXPECT_EQ(happened<core::RoleLookedThrough>(log).size(), 1U);
    EXPECT_EQ(happened<core::InjectRetracted>(log).size(), 1U);
    EXPECT_EQ(happened<core::InjectTookEffect>(log).size(), 1U);
    EXPECT_EQ(happened<core::MomentBookmarked>(log).size(), 1U);
    EXPECT_EQ(happened<core::SessionPaused>(log).size(), 1U);
}

}  // namespace
}  // namespace casustafel::live
