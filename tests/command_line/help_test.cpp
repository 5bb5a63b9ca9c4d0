// `--help` in the language that was asked for: nothing that a program can be told is undescribed,
// and what the parser says itself is translated.
#include "client/command_line/help.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

namespace casustafel::command_line {
namespace {

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

class Help : public testing::Test {
protected:
    Help() {
        app.require_subcommand(1);
        join = app.add_subcommand("join");
        join->add_option("--code", code)->required();
        join->add_option("--seeds", number)->check(CLI::Range(1, 10));
        join->add_option("--language", code)->check(CLI::IsMember({"nl", "en"}));
    }
    std::vector<std::string> describe(text::Language language) {
        return command_line::describe(app, "casustafel", language);
    }
    CLI::App app;
    CLI::App* join = nullptr;
    std::string code;
    int number = 0;
};

TEST_F(Help, names_the_text_that_is_missing_of_an_option_or_a_verb) {
    EXPECT_EQ(describe(text::Language::nl), std::vector<std::string>{"call.any.seeds"});
    join->add_option("--something-new", code);
    app.add_subcommand("dance");
    const auto missing = describe(text::Language::nl);
    EXPECT_EQ(missing,
              (std::vector<std::string>{"call.any.seeds", "call.any.something_new", "call.dance"}));
}

TEST_F(Help, is_whole_in_each_language) {
    describe(text::Language::nl);
    const std::string dutch = app.help("casustafel") + join->help("casustafel");
    for (const char* word : {"Gebruik:", "Opdrachten:", "Opties:", "verplicht", "getal:[1 - 10]",
                             "tekst:{nl,en}", "De code van de oefening.", "Laat deze hulp zien"})
        EXPECT_TRUE(says(dutch, word)) << word << "\n" << dutch;
    for (const char* word : {"Usage", "Options", "Subcommands", "REQUIRED", "TEXT", "INT", "Print"})
        EXPECT_FALSE(says(dutch, word)) << word << "\n" << dutch;
    describe(text::Language::en);
    EXPECT_TRUE(says(join->help("casustafel"), "The code of the exercise."));
}

}  // namespace
}  // namespace casustafel::command_line
