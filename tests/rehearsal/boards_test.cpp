// Personas on the boards of the library, in case A through the real host: every kind of card comes,
// what everybody has to say is said, and the whole verifies.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "server/core/rules/verify.hpp"
#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"
#include "tests/support/core/with_boards.hpp"

namespace casustafel::rehearsal {
namespace {

using bots::Character;

const hosting::CaseTexts& case_with_boards() {
    static const hosting::CaseTexts texts = [] {
        const auto folder = std::filesystem::path(CASUSTAFEL_SOURCE_DIR) / "scenarios";
        const std::string file = testing::TempDir() + "rehearsed-boards.yaml";
        support::write_five_meetings_with_boards(file, folder);
        auto loaded = scenario::load_scenario(file, folder);
        return hosting::CaseTexts{loaded.names.scenario, loaded.names.rules, loaded.scenario_text,
                                  loaded.rules_text,
                                  std::make_shared<core::Scenario>(loaded.scenario.value())};
    }();
    return texts;
}

template <class E>
std::vector<E> events(const Run& run) {
    std::vector<E> found;
    for (const core::Record& record : run.records)
        for (const core::Event& event : record.events)
            if (const E* one = std::get_if<E>(&event)) found.push_back(*one);
    return found;
}

TEST(PersonasAtBoards, put_cards_in_every_column_and_say_what_they_think) {
    for (const Character character : {Character::ideal, Character::lawful}) {
        const auto run = run_session(case_with_boards(), {.character = character, .seed = 3});
        ASSERT_TRUE(run.ended);
        std::map<std::string, int> cards;
        for (const core::CardPut& put : events<core::CardPut>(run))
            ++cards[put.board.value + "/" + put.terms.column.value];
        for (const char* column :
             {"QUICKSCAN/SIGNALEN", "QUICKSCAN/FEITEN", "QUICKSCAN/FENOMENEN", "QUICKSCAN/PROBLEEM",
              "QUICKSCAN/MET_WIE", "QUICKSCAN/VELD", "PSO/PERSOON", "SIGNAALBORD/SIGNALEN",
              "AGENDA/OP_AGENDA", "AFSPRAKEN/AFSPRAAK", "INSTEMMING/VOORSTEL"})
            EXPECT_GT(cards[column], 0) << column;
        EXPECT_FALSE(events<core::StanceTaken>(run).empty());
        EXPECT_EQ(events<core::PatternLit>(run).size(), 1u);
        EXPECT_TRUE(core::verify(*case_with_boards().scenario, run.records).empty());
    }
}

TEST(PersonasAtBoards, leave_the_boards_alone_who_only_answer_flood_or_are_silent) {
    for (const Character character :
         {Character::answers_only, Character::flooder, Character::silent}) {
        const auto run = run_session(case_with_boards(), {.character = character});
        EXPECT_TRUE(events<core::CardPut>(run).empty());
    }
}

TEST(PersonasAtBoards, fill_in_what_the_plan_asks_of_an_action) {
    const auto run = run_session(case_with_boards(), {.character = Character::ideal, .seed = 3});
    const auto added = events<core::ActionAdded>(run);
    const auto filled = std::ranges::count_if(
        added, [](const core::ActionAdded& each) { return !each.terms.filled_in.empty(); });
    EXPECT_GT(filled, 0);
}

}  // namespace
}  // namespace casustafel::rehearsal
