// A hundred slips of the pen of every kind, made one at a time in the two cases that are shipped
// and in the rules pack. Each brings a message at its own line or the line before, none is taken
// without a word, and one mistake brings one message. The table it prints says how often.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "server/scenario/loading/load.hpp"
#include "server/scenario/reading/node.hpp"
#include "slips.hpp"

namespace casustafel::scenario {
namespace {

constexpr int slips_of_each_kind = 100;
constexpr double enough = 0.95;

struct Base {
    std::string text, rules;
    bool of_rules = false;
    slips::Page page;
    std::optional<Node> tree;
    std::vector<Diagnostic> before;  // what is said of it when nothing is wrong

    Base(std::string scenario_text, std::string rules_text, bool rules_pack)
        : text(std::move(scenario_text)), rules(std::move(rules_text)), of_rules(rules_pack) {
        std::vector<Diagnostic> ignored;
        page = slips::page_of(of_rules ? rules : text);
        tree = read_tree(of_rules ? rules : text, "", ignored);
        before = said(of_rules ? rules : text);
    }
    std::vector<Diagnostic> said(const std::string& changed) const {
        auto all =
            of_rules ? check_rules(changed, "pack") : parse_scenario(changed, rules).diagnostics;
        std::erase_if(all, [&](const Diagnostic& each) {
            return std::any_of(before.begin(), before.end(), [&](const Diagnostic& known) {
                return known.message == each.message;
            });
        });
        return all;
    }
};

const std::vector<Base>& bases() {
    static const std::vector<Base> all = [] {
        const auto folder = std::filesystem::path(CASUSTAFEL_SOURCE_DIR) / "scenarios";
        const Loaded practice = load_scenario(folder / "oefentafel.yaml", folder);
        const Loaded full = load_scenario(folder / "vijf-overleggen.yaml", folder);
        std::vector<Base> read;
        read.emplace_back(full.scenario_text, full.rules_text, false);
        read.emplace_back(practice.scenario_text, practice.rules_text, false);
        read.emplace_back("", practice.rules_text, true);
        return read;
    }();
    return all;
}

bool same(const Node& one, const Node& other) {
    if (one.kind != other.kind || one.scalar != other.scalar ||
        one.elements.size() != other.elements.size() || one.members.size() != other.members.size())
        return false;
    for (std::size_t each = 0; each < one.elements.size(); ++each)
        if (!same(one.elements[each], other.elements[each])) return false;
    for (std::size_t each = 0; each < one.members.size(); ++each)
        if (!same(one.members[each].key, other.members[each].key) ||
            !same(one.members[each].value, other.members[each].value))
            return false;
    return true;
}

// Whether the file still says what it said: then there is nothing to complain of.
bool harmless(const Base& base, const std::string& changed) {
    std::vector<Diagnostic> ignored;
    const auto tree = read_tree(changed, "", ignored);
    return tree && base.tree && same(*tree, *base.tree);
}

struct Figures {
    int made = 0, located = 0, silent = 0, alone = 0;
};

void count(const Base& base, const slips::Slip& slip, const std::string& name, Figures& figures) {
    const auto said = base.said(slips::joined(slip.lines));
    const auto near = [&](const Diagnostic& each) {
        return each.at.line == slip.line || each.at.line == slip.line - 1;
    };
    const bool located = std::any_of(said.begin(), said.end(), near);
    const bool alone = said.size() == 1;
    ++figures.made;
    figures.located += located;
    figures.silent += said.empty();
    figures.alone += alone;
    if (std::getenv("CASUSTAFEL_SLIPS") == nullptr || (located && alone)) return;
    const auto line = static_cast<std::size_t>(slip.line);
    std::cout << "--- " << name << ", line " << slip.line << (located ? "" : ", NOT LOCATED")
              << "\n";
    for (std::size_t at = line > 3 ? line - 3 : 0; at < line + 2 && at < slip.lines.size(); ++at)
        std::cout << (at + 1 == line ? " >" : "  ") << slip.lines[at] << "\n";
    for (std::size_t each = 0; each < said.size() && each < 6; ++each)
        std::cout << print(said[each], slips::joined(slip.lines), text::Language::nl);
}

// Other slips than always, to look at: CASUSTAFEL_SLIPS=<seed> also prints what was not told well.
std::uint64_t seed() {
    const char* chosen = std::getenv("CASUSTAFEL_SLIPS");
    return chosen != nullptr ? std::strtoull(chosen, nullptr, 10) : 20261130;
}

Figures figures_of(const slips::Kind& kind) {
    Figures figures;
    slips::Dice dice{seed()};
    for (int tries = 0; figures.made < slips_of_each_kind && tries < 2000; ++tries) {
        const Base& base = bases()[tries % 5 == 4 ? 2 : static_cast<std::size_t>(tries % 2)];
        const auto slip = kind.make(base.page, dice);
        if (!slip || harmless(base, slips::joined(slip->lines))) continue;
        count(base, *slip, kind.name, figures);
    }
    return figures;
}

class Slips : public testing::TestWithParam<slips::Kind> {};

TEST_P(Slips, are_told_at_their_line_never_in_silence_and_once) {
    const Figures figures = figures_of(GetParam());
    char row[120];
    std::snprintf(row, sizeof row, "%-18s made %3d  located %3d  silent %3d  one message %3d\n",
                  GetParam().name, figures.made, figures.located, figures.silent, figures.alone);
    std::cout << row;
    EXPECT_EQ(figures.made, slips_of_each_kind);
    EXPECT_GE(figures.located, enough * figures.made);
    EXPECT_EQ(figures.silent, 0);
    EXPECT_GE(figures.alone, enough * figures.made);
}

INSTANTIATE_TEST_SUITE_P(of_every_kind, Slips,
                         testing::ValuesIn(slips::kinds().begin(), slips::kinds().end()),
                         [](const auto& tested) {
                             std::string name = tested.param.name;
                             std::replace(name.begin(), name.end(), ' ', '_');
                             return name;
                         });

}  // namespace
}  // namespace casustafel::scenario
