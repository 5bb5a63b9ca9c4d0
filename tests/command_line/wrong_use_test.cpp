// What a person reads of a mistake on the command line, as the parser says it and as we do.
#include "client/command_line/wrong_use.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <vector>

namespace casustafel::command_line {
namespace {

// The sentence for these words, in a program with a verb of its own options.
std::string wrong(std::vector<std::string> said, text::Language language = text::Language::nl) {
    CLI::App app("casustafel");
    app.require_subcommand(1);
    auto* join = app.add_subcommand("join", "");
    std::string code;
    int seeds = 0;
    join->add_option("--code", code)->required();
    join->add_option("--seeds", seeds);
    join->add_option("--language", code)->check(CLI::IsMember({"nl", "en"}));
    std::reverse(said.begin(), said.end());
    try {
        app.parse(said);
    } catch (const CLI::ParseError& error) {
        const std::string both = sentence(error.get_name(), error.what(), language);
        return both.substr(0, both.find('\n'));
    }
    return {};
}

TEST(WrongUse, is_told_in_dutch_and_names_what_is_wrong) {
    EXPECT_EQ(wrong({}), "Zeg erbij wat je wilt doen.");
    EXPECT_EQ(wrong({"join"}), "--code ontbreekt.");
    EXPECT_EQ(wrong({"join", "--code"}), "Bij --code ontbreekt een waarde.");
    EXPECT_EQ(wrong({"join", "--code", "X", "--sneller"}), "Dit hoort er niet bij: --sneller");
    EXPECT_EQ(wrong({"join", "--code", "X", "--seeds", "veel"}),
              "De waarde bij --seeds klopt niet.");
    EXPECT_EQ(wrong({"join", "--code", "X", "--language", "fr"}),
              "De waarde bij --language klopt niet.");
}

TEST(WrongUse, is_told_in_english_to_who_asked_for_english) {
    EXPECT_EQ(wrong({"join"}, text::Language::en), "--code is missing.");
    std::vector<std::string> words = {"casustafel", "--language", "en", "--wrong"};
    std::vector<char*> raw;
    for (std::string& word : words) raw.push_back(word.data());
    EXPECT_EQ(language_in(static_cast<int>(raw.size()), raw.data()), text::Language::en);
    EXPECT_EQ(language_in(1, raw.data()), text::Language::nl);
}

}  // namespace
}  // namespace casustafel::command_line
