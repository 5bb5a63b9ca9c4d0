// What cases take from the libraries, and that a log holds all that it was played with.
#include <gtest/gtest.h>

#include <filesystem>

#include "server/scenario/loading/check.hpp"
#include "server/scenario/loading/load.hpp"
#include "tests/support/core/play.hpp"

namespace casustafel::scenario {
namespace {

using std::filesystem::path;

path folder() { return path(CASUSTAFEL_SOURCE_DIR) / "tests" / "fixtures" / "scenario"; }

const core::Prompt* prompt(const Loaded& loaded, const std::string& id) {
    return loaded.scenario ? find(*loaded.scenario, core::PromptId{id}) : nullptr;
}

Loaded with(const std::string& uses, const std::string& rest = {}) {
    Loaded loaded = load_scenario(folder() / "good.yaml", folder());
    std::string text = loaded.scenario_text;
    const std::string rules = "rules: fixture\n";
    text.replace(text.find(rules), rules.size(), rules + "uses: [" + uses + "]\n" + rest);
    const std::string library =
        loaded.rules_text + "\n--- # library libraries/prompts.yaml\n" +
        "prompts:\n"
        "  - id: SILENCE\n"
        "    title: {nl: Stilte, en: Silence}\n"
        "    holds: true\n"
        "    answer_within: 1\n"
        "  - id: HOW\n"
        "    title: {nl: Hoe gaat het, en: How is it}\n"
        "    moment: round_end\n"
        "    seen_by: me\n"
        "    questions:\n"
        "      - {id: GRADE, text: {nl: Hoe, en: How}, form: scale, from: 0, to: 10}\n"
        "  - id: BROKEN\n"
        "    title: {nl: Kapot, en: Broken}\n";
    return parse_scenario(text, library, {"case.yaml", "rules.yaml"});
}

TEST(Libraries, give_a_case_what_it_takes_and_nothing_else) {
    const Loaded loaded = with("SILENCE, HOW");
    ASSERT_TRUE(loaded.scenario);
    ASSERT_TRUE(prompt(loaded, "SILENCE"));
    EXPECT_TRUE(prompt(loaded, "SILENCE")->holds);
    EXPECT_EQ(prompt(loaded, "SILENCE")->answer_within_ms, 60'000);
    EXPECT_FALSE(prompt(loaded, "BROKEN"));
    ASSERT_TRUE(prompt(loaded, "HOW-R1")) << "one for each round";
    ASSERT_TRUE(prompt(loaded, "HOW-R2"));
    EXPECT_EQ(prompt(loaded, "HOW-R2")->at_sim_ms, loaded.scenario->end_sim_ms());
    EXPECT_EQ(prompt(loaded, "HOW-R1")->questions[0].options.size(), 11u);
}

TEST(Libraries, give_way_to_what_the_case_says_itself) {
    const Loaded loaded = with("SILENCE", "prompts: [{id: SILENCE, answer_within: 2}]\n");
    ASSERT_TRUE(loaded.scenario);
    EXPECT_EQ(prompt(loaded, "SILENCE")->answer_within_ms, 120'000);
    EXPECT_EQ(prompt(loaded, "SILENCE")->title.nl, "Stilte");
    EXPECT_TRUE(prompt(loaded, "P1")) << "beside the old key";
    EXPECT_TRUE(prompt(loaded, "P1")->scored);
}

TEST(Libraries, are_named_by_what_is_wrong_in_them) {
    const Loaded loaded = with("BROKEN");
    ASSERT_EQ(loaded.diagnostics.size(), 1u);
    EXPECT_EQ(loaded.diagnostics[0].file, "libraries/prompts.yaml");
    EXPECT_EQ(loaded.diagnostics[0].at.line, 12);
}

TEST(Libraries, travel_with_the_rules_so_that_a_log_is_read_without_their_folder) {
    const path cases = path(CASUSTAFEL_SOURCE_DIR) / "scenarios";
    const Loaded loaded = load_scenario(cases / "vijf-overleggen.yaml", cases);
    ASSERT_TRUE(loaded.scenario);
    EXPECT_NE(loaded.rules_text.find("--- # library libraries/prompts.yaml"), std::string::npos);
    const Loaded again = parse_scenario(loaded.scenario_text, loaded.rules_text);
    ASSERT_TRUE(again.scenario);
    EXPECT_EQ(again.scenario->prompts.size(), loaded.scenario->prompts.size());
}

TEST(Libraries, that_ship_are_in_order_by_themselves_and_taken_whole) {
    const path file = path(CASUSTAFEL_SOURCE_DIR) / "scenarios" / "libraries" / "prompts.yaml";
    const Checked checked = check({file}, text::Language::en);
    EXPECT_EQ(checked.exit_code, 0) << checked.text;
}

}  // namespace
}  // namespace casustafel::scenario
