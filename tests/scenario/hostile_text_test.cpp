// Files that nobody wrote in good faith: wrong bytes, bombs, and a case with a few thousand random
// edits. Reading never crashes, always ends soon, and gives either a case or a reason.
#include <gtest/gtest.h>

#include <chrono>

#include "server/core/law/lawful.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/scenario/reading/limits.hpp"

namespace casustafel::scenario {
namespace {

using std::filesystem::path;

path scenarios() { return path(CASUSTAFEL_SOURCE_DIR) / "scenarios"; }

const Loaded& good() {
    static const Loaded loaded = load_scenario(scenarios() / "oefentafel.yaml", scenarios());
    return loaded;
}

std::vector<Diagnostic> problems_of(std::string scenario_text) {
    return parse_scenario(std::move(scenario_text), good().rules_text).diagnostics;
}

std::string first_of(const std::vector<Diagnostic>& diagnostics) {
    return diagnostics.empty() ? "" : print(diagnostics[0], "", text::Language::en);
}

TEST(HostileText, that_is_too_large_is_refused_before_it_is_parsed) {
    const auto problems = problems_of(std::string(limits::file_bytes + 1, 'a'));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].message.key, text::Key::diagnostic_file_too_large);
}

TEST(HostileText, that_is_no_utf8_names_the_first_line_and_counts_the_others) {
    const auto problems = problems_of("id: a\xC0\x80\nid: \xE2\x28\nid: ok\nid: \xED\xA0\x80\n");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].message,
              (Sentence{text::Key::diagnostic_not_utf8_lines, {std::to_string(2)}}));
    EXPECT_EQ(problems[0].at, (Position{1, 6}));
    EXPECT_EQ(problems_of("id: \xE2\x28\n")[0].message.key, text::Key::diagnostic_not_utf8);
}

TEST(HostileText, in_utf16_gets_one_message_with_the_cure) {
    std::string little = "\xFF\xFE", big = "\xFE\xFF", bare;
    for (const char c : good().scenario_text) {
        little += std::string{c, '\0'};
        big += std::string{'\0', c};
        bare += std::string{c, '\0'};
    }
    for (const auto& text : {little, big, bare}) {
        const auto problems = problems_of(text);
        ASSERT_EQ(problems.size(), 1u);
        EXPECT_EQ(problems[0].message.key, text::Key::diagnostic_wide_encoding);
        EXPECT_EQ(problems[0].hint->key, text::Key::diagnostic_hint_utf8);
        EXPECT_LT(print(problems[0], text, text::Language::nl).size(), 600u);
    }
}

TEST(HostileText, with_control_or_direction_characters_is_refused) {
    const auto refused = [](std::string text) { return first_of(problems_of(std::move(text))); };
    EXPECT_TRUE(refused("id: a\x1B[2Jb\n")
                    .starts_with("scenario.yaml:1:6: error: There is an invisible control "
                                 "character here (U+001B).\n"));
    EXPECT_TRUE(refused("é: \xE2\x80\xAE\n")
                    .starts_with("scenario.yaml:1:4: error: There is an invisible control "
                                 "character here (U+202E).\n"));
    EXPECT_TRUE(refused(std::string("id: a\0b\n", 8))
                    .starts_with("scenario.yaml:1:6: error: There is an invisible control "
                                 "character here (U+0000).\n"));
}

TEST(HostileText, with_a_byte_order_mark_and_windows_line_ends_is_fine) {
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : good().scenario_text) windows += c == '\n' ? "\r\n" : std::string(1, c);
    const Loaded loaded = parse_scenario(windows, good().rules_text);
    ASSERT_TRUE(loaded.scenario) << first_of(loaded.diagnostics);
    EXPECT_EQ(loaded.scenario->items[0].text.nl, good().scenario->items[0].text.nl);
}

TEST(HostileText, that_ends_inside_a_quotation_asks_to_close_it) {
    const auto problems = problems_of("id: \"oefentafel");
    ASSERT_EQ(problems.size(), 1u);
    ASSERT_TRUE(problems[0].hint);
    EXPECT_EQ(problems[0].hint->key, text::Key::diagnostic_hint_close_quote);
}

TEST(HostileText, nested_without_end_is_refused_wherever_it_nests) {
    for (const char* open : {"[", "{a: ", "- ", "? ", "{? ", "a: [", "!a [", "[{"}) {
        std::string text;
        while (text.size() < 100'000) text += open;
        const auto problems = problems_of(text);
        EXPECT_TRUE(has_error(problems)) << open;
    }
    std::string stairs;
    for (std::size_t depth = 0; depth < 400; ++depth) stairs += std::string(depth, ' ') + "a:\n";
    const auto problems = problems_of(stairs);
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].message.key, text::Key::diagnostic_too_deep);
}

TEST(HostileText, with_too_many_values_is_refused) {
    std::string text = "a: [";
    for (std::size_t count = 0; count <= limits::nodes; ++count) text += "1,";
    const auto problems = problems_of(text + "]\n");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].message.key, text::Key::diagnostic_too_many_values);
}

TEST(HostileText, that_multiplies_itself_by_aliases_is_refused) {
    const auto problems =
        problems_of("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n");
    const auto refused =
        std::count_if(problems.begin(), problems.end(), [](const Diagnostic& each) {
            return each.message.key == text::Key::diagnostic_no_aliases;
        });
    EXPECT_EQ(refused, 9) << "three anchors and six aliases";
}

TEST(HostileText, with_too_many_keys_in_one_map_is_refused) {
    std::string text;
    for (std::size_t key = 0; key <= limits::keys; ++key)
        text += "k" + std::to_string(key) + ": 1\n";
    const auto problems = problems_of(text);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].message.key, text::Key::diagnostic_too_many_values);
    EXPECT_EQ(problems[0].at, (Position{static_cast<int>(limits::keys) + 1, 1}));
}

TEST(HostileText, on_one_line_of_a_megabyte_takes_no_longer_than_on_many) {
    std::string text = "items: [";
    while (text.size() < limits::file_bytes - 100) text += "{a: b, c: d}, ";
    const auto before = std::chrono::steady_clock::now();
    EXPECT_TRUE(has_error(problems_of(text + "]\n")));
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(20));
}

TEST(HostileText, with_a_thousand_mistakes_gets_the_limit_of_them_and_the_count_of_the_rest) {
    std::string text = "items:\n";
    for (int item = 0; item < 100; ++item) text += "  - {a: 1, b: 2, c: 3, d: 4}\n";
    const auto problems = problems_of(text);
    ASSERT_EQ(problems.size(), limits::diagnostics + 1);
    EXPECT_EQ(problems.back().message.key, text::Key::diagnostic_and_more);
    EXPECT_TRUE(
        std::is_sorted(problems.begin(), problems.end(),
                       [](const auto& left, const auto& right) { return left.at < right.at; }));
}

TEST(HostileText, is_shown_without_its_control_characters) {
    const Diagnostic diagnostic{
        "f", {1, 3}, Severity::error, {text::Key::diagnostic_empty_value, {}}, {}};
    EXPECT_EQ(print(diagnostic, "a\x1B[2J\xFF", text::Language::en),
              "f:1:3: error: There is nothing here.\n    a?[2J?\n      ^\n");
}

TEST(HostileText, on_a_long_line_is_shown_round_its_place) {
    const Diagnostic diagnostic{
        "f", {1, 501}, Severity::error, {text::Key::diagnostic_empty_value, {}}, {}};
    const std::string shown =
        print(diagnostic, std::string(500, 'a') + "X" + std::string(500, 'b'), text::Language::en);
    const auto line = shown.find("    …"), caret = shown.find('^');
    ASSERT_NE(line, std::string::npos);
    EXPECT_LT(shown.size(), 300u);
    const auto x = shown.find('X');
    const auto caret_line = shown.rfind('\n', caret);
    // The ellipsis is one character of three bytes.
    EXPECT_EQ(x - line - 2, caret - caret_line - 1);
}

// A small generator of our own: the same edits on every machine.
struct Dice {
    std::uint64_t state;
    std::uint64_t roll(std::uint64_t sides) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state >> 33) % sides;
    }
};

std::string mutated(std::string text, Dice& dice) {
    static const std::string pieces[] = {
        "[",  "]",    "{",  "}", ":",        ": ",   "- ",         "\n",  "  ",  "&a ",
        "*a", "!!x ", "\"", "'", "|",        ">",    "%",          "#",   "? ",  "---\n",
        "\t", "\xFF", "\0", "~", "D0 09:00", "true", "9999999999", "OVJ", "G01", "<<: "};
    const std::uint64_t edits = 1 + dice.roll(6);
    for (std::uint64_t edit = 0; edit < edits && !text.empty(); ++edit) {
        const std::size_t at = dice.roll(text.size());
        switch (dice.roll(5)) {
            case 0: text[at] = static_cast<char>(dice.roll(256)); break;
            case 1: text.erase(at, 1 + dice.roll(40)); break;
            case 2: text.insert(at, pieces[dice.roll(std::size(pieces))]); break;
            case 3: text.insert(at, text.substr(dice.roll(text.size()), dice.roll(200))); break;
            default: text.resize(at);
        }
    }
    return text;
}

// What a reader may assume of a case it was given: everything a later room follows without asking.
void expect_sound(const core::Scenario& scenario) {
    ASSERT_FALSE(scenario.segments.empty());
    EXPECT_LT(scenario.start_sim_ms(), scenario.end_sim_ms());
    for (const auto& role : scenario.roles) EXPECT_NE(core::find(scenario, role.table), nullptr);
    for (const auto& item : scenario.items) {
        EXPECT_FALSE(core::original_holders(item).empty() && item.emerges_from.empty());
        EXPECT_FALSE(item.text.nl.empty());
        for (const auto& holder : item.holders) EXPECT_NE(core::find(scenario, holder), nullptr);
        for (const auto& need : item.needs)
            EXPECT_TRUE(core::has_lawful_chain(scenario, item, need.role, need.min_form));
    }
    for (const auto& decision : scenario.decisions) {
        EXPECT_FALSE(decision.deciders.empty());
        for (const auto& required : decision.required)
            EXPECT_NE(required.item.empty(), required.of.empty());
    }
    for (const auto& intervention : scenario.interventions)
        EXPECT_NE(core::find(scenario, intervention.power), nullptr);
    if (scenario.plan) {
        EXPECT_NE(core::find(scenario, scenario.plan->table), nullptr);
    }
    if (scenario.swap) {
        EXPECT_LT(scenario.swap->after_round, static_cast<int>(scenario.rounds.size()));
        for (const auto& pair : scenario.swap->pairs) {
            EXPECT_NE(core::find(scenario, pair.one), nullptr);
            EXPECT_NE(pair.one, pair.other);
        }
    }
    if (!scenario.endings.empty()) {
        EXPECT_TRUE(scenario.endings.back().when.empty());
    }
}

// The practice case, and the fixture in which every key stands.
const Loaded& one_of_two(Dice& dice) {
    static const path folder = path(CASUSTAFEL_SOURCE_DIR) / "tests" / "fixtures" / "scenario";
    static const Loaded every_key = load_scenario(folder / "good.yaml", folder);
    return dice.roll(2) == 0 ? good() : every_key;
}

TEST(HostileText, with_random_edits_gives_a_sound_case_or_a_reason_and_soon) {
    Dice dice{20250301};
    int accepted = 0;
    std::chrono::steady_clock::duration longest{};
    for (int round = 0; round < 1500; ++round) {
        const bool of_rules = dice.roll(4) == 0;
        const Loaded& base = one_of_two(dice);
        std::string scenario_text = base.scenario_text, rules_text = base.rules_text;
        (of_rules ? rules_text : scenario_text) =
            mutated(of_rules ? rules_text : scenario_text, dice);
        const auto before = std::chrono::steady_clock::now();
        const Loaded loaded = parse_scenario(scenario_text, rules_text);
        longest = std::max(longest, std::chrono::steady_clock::now() - before);
        ASSERT_EQ(loaded.scenario.has_value(), !has_error(loaded.diagnostics)) << "round " << round;
        if (loaded.scenario) expect_sound(*loaded.scenario);
        accepted += loaded.scenario.has_value();
        for (const auto& each : loaded.diagnostics)
            ASSERT_FALSE(print(each, loaded.scenario_text, text::Language::nl).empty());
    }
    EXPECT_GT(accepted, 0) << "some edits only touch words or comments";
    EXPECT_LT(longest, std::chrono::seconds(20));
}

}  // namespace
}  // namespace casustafel::scenario
