// What a trainer has at hand when an exercise does not go as it should, clicked through against a
// real server: somebody who looks on, an earlier moment, an ending undone, a page for paper, and a
// call from another session.
#include "party.hpp"

namespace casustafel::live {
namespace {

class Leading : public Party {
protected:
    Window onlooker{room, "Wethouder", server.url()};

    void choose_from_menu(const std::string& what) {
        trainer.click("bar.menu");
        trainer.click("bar.menu." + what);
    }
    void invite() {
        choose_from_menu("onlookers");
        trainer.write("onlookers.name", "Wethouder De Haan");
        trainer.choose("onlookers.whom", "table:Z");
        trainer.click("onlookers.invite");
        trainer.has("onlookers.copy.1");
        onlooker.write("lobby.code", trainer.model().observer_links.at(0).code());
        trainer.press(ui::Key::escape);
    }
};

TEST_F(Leading, somebody_looks_on_and_everybody_knows) {
    begin();
    invite();
    onlooker.sees(text::Key::looking_on_now);
    tom.sees("Wethouder De Haan kijkt mee");
    tom.click("bar.onlookers");
    tom.sees("Wethouder De Haan");
    tom.press(ui::Key::escape);
    choose_from_menu("onlookers");
    trainer.click("onlookers.stop.1");
    onlooker.sees(text::Key::refusal_looks_on_no_longer);
    tom.has_no("bar.onlookers");
}

TEST_F(Leading, goes_back_to_the_start_with_everybody_and_undoes_an_ending) {
    begin();
    invite();
    onlooker.sees(text::Key::looking_on_now);
    enter_the_case_meeting(noor);
    enter_the_case_meeting(tom);
    tom.write("talk.write", "Dit gaat te snel.");
    tom.click("talk.send");
    tom.settles();
    const std::string before = trainer.model().code;
    choose_from_menu("restart");
    trainer.choose("restart.from", "round1");
    trainer.click("restart.go");
    tom.sees("De oefening gaat verder vanaf");
    trainer.sees("De oefening gaat verder vanaf");
    onlooker.sees("Je kijkt mee met");
    EXPECT_NE(trainer.model().code, before);
    EXPECT_EQ(tom.model().code, trainer.model().code);
    trainer.click("trainer.clock");
    enter_the_case_meeting(noor);
    enter_the_case_meeting(tom);
    tom.write("talk.write", "Nu langzamer.");
    tom.click("talk.send");
    tom.settles();
    choose_from_menu("end");
    trainer.click("leave.yes");
    tom.sees("De trainer heeft de oefening beëindigd.");
    const std::string ended = trainer.model().code;
    choose_from_menu("restart");
    trainer.choose("restart.from", "end");
    trainer.click("restart.go");
    tom.has("talk.write");
    tom.sees("Nu langzamer.");
    EXPECT_NE(tom.model().code, ended);
}

TEST_F(Leading, reads_how_to_go_on_with_paper_and_hears_who_calls_in_another_session) {
    begin();
    choose_from_menu("paper");
    trainer.sees(text::Key::handout_enter);
    trainer.press(ui::Key::escape);
    const std::string first = trainer.model().code;
    choose_from_menu("desk");
    trainer.sees("aan tafel");
    trainer.click("desk.case.oefentafel");
    trainer.knows("another session",
                  [&](const model::Model& model) { return model.code != first; });
    tom.click("table.help");
    tom.click("guide.call");
    tom.write("call.about", "Wij komen er niet uit");
    tom.click("call.act");
    trainer.has("elsewhere.open");
    trainer.click("elsewhere.open");
    trainer.knows("the first session again",
                  [&](const model::Model& model) { return model.code == first; });
}

}  // namespace
}  // namespace casustafel::live
