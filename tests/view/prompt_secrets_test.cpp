// What was promised to who answers is kept: private stays private, also from a trainer who looks
// through the role; what has no name gets none, and shows neither by order, number nor time whose it
// is; of too few nothing shows.
#include <gtest/gtest.h>

#include "proto/contract/entities.hpp"
#include "proto/contract/keys.hpp"
#include "small_table.hpp"

namespace casustafel::view {
namespace {

const core::PromptId asked{"P1"};
const core::QuestionId words{"WORDS"};

core::Scenario asking(core::PromptReach seen_by, core::PromptShown shown_as) {
    core::Scenario scenario = small_scenario();
    core::Prompt prompt{.id = asked, .title = {"Peiling", "Prompt"}};
    prompt.questions = {{.id = words, .text = {"Wat?", "What?"}, .form = core::QuestionForm::text}};
    prompt.seen_by = seen_by;
    prompt.shown_as = shown_as;
    prompt.shown_from = 3;
    prompt.scored = false;
    scenario.prompts = {prompt};
    return scenario;
}

struct Table {
    core::Scenario scenario;
    support::Play play{scenario};
    core::Actor at_pol, at_ovj, at_won;

    explicit Table(core::Scenario made) : scenario(std::move(made)) {
        at_pol = play.seat(pol);
        at_ovj = play.seat(ovj);
        at_won = play.seat(won);
        play.must(support::trainer(), core::StartSession{});
        play.must(support::trainer(), core::OpenPrompt{asked});
    }
    void say(const core::Actor& who, const std::string& text) {
        play.must(who, core::AnswerPrompt{asked, {{words, {}, text}}});
    }
    void close() { play.must(support::trainer(), core::ClosePrompt{asked}); }

    std::optional<v1::Prompt> seen(const Viewer& viewer) const {
        const auto entity = project(play.state(), play.now(), viewer,
                                    contract::entity_key(contract::entities::prompt, asked.value));
        return entity ? std::optional(entity->prompt()) : std::nullopt;
    }
    std::string bytes(const Viewer& viewer) const {
        const auto prompt = seen(viewer);
        return prompt ? prompt->SerializeAsString() : std::string();
    }
};

bool tells(const std::string& bytes, const std::string& text) {
    return bytes.find(text) != std::string::npos;
}

TEST(PromptSecrets, for_oneself_reach_nobody_else_not_even_who_looks_through_the_role) {
    Table table(asking(core::PromptReach::me, core::PromptShown::named));
    table.say(table.at_pol, "geheim");
    for (const Viewer& viewer :
         {trainer_viewer(), looking_viewer(pol), role_viewer(ovj), looking_viewer(ovj)})
        EXPECT_FALSE(tells(table.bytes(viewer), "geheim"));
    EXPECT_TRUE(tells(table.bytes(role_viewer(pol)), "geheim"));
    table.close();
    EXPECT_TRUE(tells(table.bytes(role_viewer(pol)), "geheim")) << "to be read again";
    EXPECT_FALSE(table.seen(looking_viewer(pol)));
    EXPECT_FALSE(table.seen(role_viewer(ovj)));
    EXPECT_FALSE(tells(table.bytes(trainer_viewer()), "geheim"));
}

TEST(PromptSecrets, without_names_come_after_the_closing_in_the_order_of_their_letters) {
    const auto end = [](bool turned) {
        Table table(asking(core::PromptReach::all, core::PromptShown::anonymous));
        table.say(turned ? table.at_won : table.at_pol, "zorgen");
        EXPECT_FALSE(tells(table.bytes(trainer_viewer()), "zorgen")) << "before the closing";
        EXPECT_FALSE(tells(table.bytes(role_viewer(ovj)), "zorgen"));
        table.say(table.at_ovj, "moed");
        table.say(turned ? table.at_pol : table.at_won, "angst");
        // What each answered itself is its own, and would differ.
        auto shown = *table.seen(role_viewer(ovj));
        EXPECT_EQ(shown.questions(0).said_size(), 3);
        EXPECT_EQ(shown.questions(0).said(0).text(), "angst");
        EXPECT_EQ(shown.questions(0).said(0).by(), 0u);
        return shown.SerializeAsString() + table.bytes(trainer_viewer());
    };
    EXPECT_EQ(end(false), end(true)) << "whoever said what";
}

TEST(PromptSecrets, of_too_few_show_nothing) {
    Table table(asking(core::PromptReach::all, core::PromptShown::anonymous));
    table.say(table.at_pol, "alleen ik");
    table.say(table.at_ovj, "en ik");
    table.close();
    for (const Viewer& viewer : {trainer_viewer(), role_viewer(won)}) {
        EXPECT_FALSE(tells(table.bytes(viewer), "alleen ik"));
        EXPECT_TRUE(table.seen(viewer)->too_few());
        EXPECT_FALSE(table.seen(viewer)->shown());
    }
}

TEST(PromptSecrets, for_the_trainer_are_gone_for_the_others_once_closed) {
    Table table(asking(core::PromptReach::trainer, core::PromptShown::named));
    table.say(table.at_pol, "voor jou");
    EXPECT_TRUE(tells(table.bytes(trainer_viewer()), "voor jou"));
    EXPECT_FALSE(tells(table.bytes(role_viewer(ovj)), "voor jou"));
    table.close();
    EXPECT_FALSE(table.seen(role_viewer(pol)));
}

TEST(PromptSecrets, put_to_one_are_unknown_to_the_others) {
    auto scenario = asking(core::PromptReach::trainer, core::PromptShown::named);
    scenario.prompts[0].to = {pol};
    const Table table(std::move(scenario));
    EXPECT_TRUE(table.seen(role_viewer(pol)));
    EXPECT_FALSE(table.seen(role_viewer(ovj)));
}

TEST(PromptSecrets, that_tell_what_is_right_tell_it_to_who_answered_only) {
    auto scenario = asking(core::PromptReach::me, core::PromptShown::named);
    core::PromptQuestion choice{.id = words, .text = {"Mag dit?", "May it?"}};
    choice.options = {{.id = {"JA"}, .text = {"Ja", "Yes"}, .right = true, .why = {"omdat", "as"}},
                      {.id = {"NEE"}, .text = {"Nee", "No"}}};
    scenario.prompts[0].questions = {choice};
    scenario.prompts[0].tells = true;
    Table table(std::move(scenario));
    EXPECT_FALSE(tells(table.bytes(role_viewer(pol)), "omdat"));
    table.play.must(table.at_pol, core::AnswerPrompt{asked, {{words, {"NEE"}}}});
    EXPECT_TRUE(tells(table.bytes(role_viewer(pol)), "omdat"));
    EXPECT_FALSE(tells(table.bytes(role_viewer(ovj)), "omdat"));
}

}  // namespace
}  // namespace casustafel::view
