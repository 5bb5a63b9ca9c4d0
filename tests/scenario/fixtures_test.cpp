// Every fixture holds one mistake and says, at its end, what must be said about it: "# expect:
// line:column: error: …", in English and in order. Nothing else may be said.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "server/scenario/loading/check.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::scenario {
namespace {

using std::filesystem::path;

path folder() { return path(CASUSTAFEL_SOURCE_DIR) / "tests" / "fixtures" / "scenario"; }

std::string whole(const path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> expected_by(const path& file) {
    std::vector<std::string> expected;
    std::istringstream lines(whole(file));
    const std::string mark = "# expect: ";
    for (std::string line; std::getline(lines, line);)
        if (line.rfind(mark, 0) == 0) expected.push_back(line.substr(mark.size()));
    return expected;
}

// The first line of each diagnostic, without the file.
std::vector<std::string> said_of(const std::vector<Diagnostic>& diagnostics) {
    std::vector<std::string> said;
    for (const auto& each : diagnostics) {
        const std::string line = print(each, "", text::Language::en);
        said.push_back(line.substr(each.file.size() + 1, line.find('\n') - each.file.size() - 1));
    }
    return said;
}

std::vector<path> yaml_files(const path& in) {
    std::vector<path> files;
    for (const auto& each : std::filesystem::directory_iterator(in))
        if (each.path().extension() == ".yaml") files.push_back(each.path());
    std::sort(files.begin(), files.end());
    return files;
}

TEST(Fixtures, of_bad_cases_are_refused_with_exactly_the_expected_words_at_the_expected_places) {
    const auto files = yaml_files(folder());
    EXPECT_GE(files.size(), 90u);
    for (const auto& file : files) {
        const Loaded loaded = load_scenario(file, folder());
        EXPECT_EQ(said_of(loaded.diagnostics), expected_by(file)) << file.filename();
        EXPECT_EQ(loaded.scenario.has_value(), !has_error(loaded.diagnostics)) << file.filename();
        const bool good = file.filename().string().rfind("good", 0) == 0;
        EXPECT_EQ(expected_by(file).empty(), good) << file.filename();
    }
}

TEST(Fixtures, of_bad_rules_packs_are_refused_the_same_way) {
    for (const auto& file : yaml_files(folder() / "rules"))
        EXPECT_EQ(said_of(check_rules(whole(file), file.string())), expected_by(file))
            << file.filename();
}

TEST(Fixtures, leave_no_rule_without_a_bad_example) {
    std::set<std::string_view> said{
        // Words of the report itself, and what hostile_text_test, check_test and the tests below
        // bring about.
        "diagnostic.error",
        "diagnostic.warning",
        "diagnostic.summary",
        "diagnostic.summary_clean",
        "diagnostic.and_more",
        "diagnostic.not_utf8",
        "diagnostic.control_character",
        "diagnostic.file_too_large",
        "diagnostic.too_many_values",
        "diagnostic.unreadable",
        "diagnostic.other_rules_id",
        "diagnostic.no_cases",
        "diagnostic.not_found_by_servers",
        "diagnostic.hint_yaml",
        "diagnostic.same_id",
        "diagnostic.hint_same_id",
        "diagnostic.not_utf8_lines",
        "diagnostic.wide_encoding",
        "diagnostic.hint_utf8",
        "diagnostic.hint_control_character"};
    const auto note = [&](const std::vector<Diagnostic>& diagnostics) {
        for (const auto& each : diagnostics) {
            said.insert(text::name(each.message.key));
            if (each.hint) said.insert(text::name(each.hint->key));
        }
    };
    for (const auto& file : yaml_files(folder())) note(load_scenario(file, folder()).diagnostics);
    for (const auto& file : yaml_files(folder() / "rules")) note(check_rules(whole(file), ""));
    for (std::size_t each = 0; each < text::count(); ++each) {
        const auto name = text::name(static_cast<text::Key>(each));
        EXPECT_TRUE(name.rfind("diagnostic.", 0) != 0 || said.contains(name)) << name;
    }
}

TEST(Fixtures, that_name_another_pack_than_they_get_are_refused) {
    const Loaded good = load_scenario(folder() / "good.yaml", folder());
    std::string other_rules = good.rules_text;
    other_rules.replace(other_rules.find("id: fixture"), 11, "id: another");
    const Loaded mixed = parse_scenario(good.scenario_text, other_rules, {"case", "pack"});
    EXPECT_FALSE(mixed.scenario);
    ASSERT_EQ(mixed.diagnostics.size(), 1u);
    EXPECT_EQ(
        print(mixed.diagnostics[0], "", text::Language::en),
        "pack:2:5: error: This rules pack is called another, but the case names it fixture.\n");
}

TEST(Check, exits_one_and_shows_the_line_a_caret_and_a_hint_in_dutch) {
    const Checked checked = check({folder() / "unknown_word.yaml"}, text::Language::nl);
    EXPECT_EQ(checked.exit_code, 1);
    const std::string file = (folder() / "unknown_word.yaml").string();
    EXPECT_EQ(checked.text, file +
                                ":60:15: fout: “polise” kan hier niet.\n"
                                "        category: polise\n"
                                "                  ^\n"
                                "    Bedoel je police?\n" +
                                file + ": fouten: 1, aandachtspunten: 0.\n");
}

TEST(Check, exits_zero_on_warnings_alone) {
    const Checked checked = check({folder() / "missing_english.yaml"}, text::Language::en);
    EXPECT_EQ(checked.exit_code, 0);
    EXPECT_NE(checked.text.find("warning: The English text (en) is missing"), std::string::npos);
}

TEST(Check, says_that_a_file_cannot_be_read) {
    const Checked checked = check({folder() / "nowhere.yaml"}, text::Language::en);
    EXPECT_EQ(checked.exit_code, 1);
    EXPECT_NE(checked.text.find("nowhere.yaml:1:1: error: This file cannot be read."),
              std::string::npos);
}

TEST(Check, speaks_only_of_the_rules_pack_when_that_is_the_file) {
    const Checked checked =
        check({folder() / "rules" / "duplicate_basis.yaml"}, text::Language::en);
    EXPECT_EQ(checked.exit_code, 1);
    EXPECT_NE(checked.text.find("The id WGSZ is already used on line 10."), std::string::npos);
    EXPECT_EQ(checked.text.find("missing"), std::string::npos);
}

}  // namespace
}  // namespace casustafel::scenario
