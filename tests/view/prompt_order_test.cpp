// The options of a prompt's question stand in another order for each participant, so that nobody
// agrees with another by taking the first (server/score/README.md §C6).
#include <gtest/gtest.h>

#include <set>

#include "proto/contract/entities.hpp"
#include "proto/contract/keys.hpp"
#include "small_table.hpp"

namespace casustafel::view {
namespace {

core::Scenario asking(std::size_t options) {
    core::Scenario scenario = small_scenario();
    core::PromptQuestion question{.id = {"REGIE"}, .text = {"Wie heeft de regie?", "Who leads?"}};
    for (std::size_t at = 0; at < options; ++at) {
        const std::string id = "O" + std::to_string(at);
        question.options.push_back({.id = {id}, .text = {id, id}});
    }
    scenario.prompts = {{.id = {"P1"}, .title = {"Peiling", "Prompt"}, .questions = {question}}};
    return scenario;
}

struct Asked {
    core::Scenario scenario;
    support::Play play{scenario};

    explicit Asked(core::Scenario asked) : scenario(std::move(asked)) {
        for (const core::Role& role : scenario.roles) play.seat(role.id);
        play.must(support::trainer(), core::StartSession{});
        play.must(support::trainer(), core::OpenPrompt{{"P1"}});
    }

    std::vector<std::string> order(const Viewer& viewer) const {
        const auto seen = project(play.state(), play.now(), viewer,
                                  contract::entity_key(contract::entities::prompt, "P1"));
        std::vector<std::string> ids;
        for (const auto& option : seen->prompt().questions(0).options()) ids.push_back(option.id());
        return ids;
    }
};

TEST(PromptOrder, is_another_for_every_seat_and_has_every_option_once) {
    const Asked asked(asking(3));
    std::set<std::vector<std::string>> orders;
    for (const core::RoleId& role : {pol, ovj, won}) {
        const auto order = asked.order(role_viewer(role));
        orders.insert(order);
        EXPECT_EQ(std::set<std::string>(order.begin(), order.end()).size(), 3u);
    }
    EXPECT_EQ(orders.size(), 3u);
}

TEST(PromptOrder, puts_every_option_first_somewhere) {
    const Asked asked(asking(3));
    std::set<std::string> first;
    for (const core::RoleId& role : {pol, ovj, won})
        first.insert(asked.order(role_viewer(role)).front());
    EXPECT_EQ(first.size(), 3u);
}

TEST(PromptOrder, is_the_same_each_time_it_is_asked_and_does_not_follow_what_is_right) {
    auto with_right = asking(4);
    with_right.prompts[0].questions[0].options[2].right = true;
    const Asked one(asking(4)), other(with_right);
    for (const core::RoleId& role : {pol, ovj, won})
        EXPECT_EQ(one.order(role_viewer(role)), other.order(role_viewer(role)));
}

TEST(PromptOrder, is_for_a_trainer_as_it_was_written) {
    const Asked asked(asking(4));
    EXPECT_EQ(asked.order(trainer_viewer()), (std::vector<std::string>{"O0", "O1", "O2", "O3"}));
}

}  // namespace
}  // namespace casustafel::view
