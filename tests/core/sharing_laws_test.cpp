// The laws of sharing over random play: what a verdict can be, whom a share reaches, what it does
// to what they hold, and a second reading of server/core/README.md §verdict, written as plain
// filters, that must agree with the first.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "server/core/law/lawful.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::core {
namespace {

using support::Play;
using support::Seed;

constexpr std::uint64_t sessions = 600;
constexpr int acts = 120;

bool is_red(Label label) {
    return label == Label::red_line || label == Label::onward || label == Label::no_way ||
           label == Label::far_too_rich;
}

Holding held(const State& state, const RoleId& role, const ItemId& item) {
    const Holding* found = holding(state, role, item);
    return found ? *found : Holding{};
}

// Calls `look(before, record)` for every record in which something was shared.
template <class Look>
void over_shares(Look look) {
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        SCOPED_TRACE(testing::Message() << "session " << number);
        Seed seed(number);
        const Scenario scenario = support::random_scenario(seed);
        Play play(scenario, number);
        support::open_at_random(seed, play);
        support::play_at_random(seed, play, acts);
        State state = initial(scenario);
        for (const Record& record : play.log()) {
            for (const Event& event : record.events) {
                if (const auto* shared = std::get_if<ItemShared>(&event)) {
                    look(state, record, *shared);
                }
            }
            apply(state, record);
        }
        if (testing::Test::HasFailure()) return;
    }
}

// A second reading of server/core/README.md §verdict.

std::vector<Way> lawful_ways(const State& state, const Item& item, const RoleId& giver,
                             const RoleId& recipient) {
    std::vector<Way> ways;
    for (std::size_t i = 0; i < item.grants.size(); ++i) {
        const Grant& grant = item.grants[i];
        bool open = covers(grant, giver, recipient);
        for (const Condition& condition : grant.when) {
            open = open && holds(state, condition, item, giver, recipient);
        }
        if (open) ways.push_back({static_cast<int>(i), grant.max_form});
    }
    if (item.sensitivity == 0) ways.push_back({-1, Form::source});
    return ways;
}

bool has_purpose(const Item& item, const Way& way, Purpose purpose) {
    if (way.grant < 0) return true;
    const auto& purposes = item.grants[static_cast<std::size_t>(way.grant)].purposes;
    return std::count(purposes.begin(), purposes.end(), purpose) > 0;
}

bool has_basis(const Item& item, const Way& way, const BasisId& basis) {
    if (way.grant < 0) return basis.value == "OPEN";
    const auto& bases = item.grants[static_cast<std::size_t>(way.grant)].bases;
    return std::count(bases.begin(), bases.end(), basis) > 0;
}

// Keeps those that qualify, unless none does.
template <class Qualifies>
std::vector<Way> among(const std::vector<Way>& ways, Qualifies qualifies) {
    std::vector<Way> kept;
    std::copy_if(ways.begin(), ways.end(), std::back_inserter(kept), qualifies);
    return kept.empty() ? ways : kept;
}

Way way_by_the_letter(const Item& item, const ShareTerms& terms, std::vector<Way> ways) {
    ways = among(ways, [&](const Way& way) { return has_purpose(item, way, terms.purpose); });
    ways = among(ways, [&](const Way& way) { return has_basis(item, way, terms.basis); });
    ways = among(ways, [&](const Way& way) { return terms.form <= way.max_form; });
    Form richest = Form::silent;
    for (const Way& way : ways) richest = std::max(richest, way.max_form);
    ways = among(ways, [&](const Way& way) { return way.max_form == richest; });
    return ways.front();
}

bool crosses_red_line(const State& state, const Item& item, const ShareTerms& terms,
                      const RoleId& recipient) {
    for (const RedLine& line : item.never) {
        if (terms.form < line.from_form) continue;
        bool crossed = line.to.empty() || std::count(line.to.begin(), line.to.end(), recipient) > 0;
        for (const Condition& condition : line.when) {
            crossed = crossed && holds(state, condition, item, terms.giver, recipient);
        }
        if (crossed) return true;
    }
    return false;
}

bool breaks_onward(const State& state, const Item& item, const ShareTerms& terms,
                   const RoleId& recipient) {
    const Holding own = held(state, terms.giver, item.id);
    if (own.original || own.emerged || item.onward == Onward::rules) return false;
    if (item.onward == Onward::no) return true;
    return find(*state.scenario, terms.giver)->table != find(*state.scenario, recipient)->table;
}

Form needed_form(const State& state, const Item& item, const ShareTerms& terms,
                 const RoleId& recipient) {
    const Form has = held(state, recipient, item.id).lawful_form;
    std::vector<Need> open;
    for (const Need& need : item.needs) {
        if (need.role == recipient && has < need.min_form) open.push_back(need);
    }
    if (open.empty()) return relay_need(state, item, recipient).value_or(Form::silent);
    std::vector<Need> stated;
    for (const Need& need : open) {
        if (need.purpose == terms.purpose) stated.push_back(need);
    }
    Form least = Form::source;
    for (const Need& need : stated.empty() ? open : stated) least = std::min(least, need.min_form);
    return least;
}

std::vector<Label> labels_by_the_letter(const State& state, const Item& item,
                                        const ShareTerms& terms, const RoleId& recipient) {
    if (crosses_red_line(state, item, terms, recipient)) return {Label::red_line};
    if (breaks_onward(state, item, terms, recipient)) return {Label::onward};
    const auto ways = lawful_ways(state, item, terms.giver, recipient);
    if (ways.empty()) return {Label::no_way};
    const Way chosen = way_by_the_letter(item, terms, ways);
    const int over = static_cast<int>(terms.form) - static_cast<int>(chosen.max_form);
    if (over >= 2 && item.sensitivity == 3) return {Label::far_too_rich};

    std::vector<Label> labels;
    if (!has_purpose(item, chosen, terms.purpose)) labels.push_back(Label::purpose);
    if (!has_basis(item, chosen, terms.basis)) labels.push_back(Label::basis);
    if (over > 0) labels.push_back(Label::form);
    const Form need = needed_form(state, item, terms, recipient);
    if (need == Form::silent && item.sensitivity >= 1) labels.push_back(Label::necessity);
    if (terms.form < need) labels.push_back(Label::thin);
    return labels;
}

// The laws.

TEST(SharingLaws, a_verdict_is_one_red_label_or_any_ambers_and_never_both) {
    std::set<Label> seen;
    over_shares([&](const State&, const Record&, const ItemShared& shared) {
        for (const auto& [role, verdict] : shared.recipients) {
            const auto& labels = verdict.labels;
            const auto reds = std::count_if(labels.begin(), labels.end(), is_red);
            EXPECT_TRUE(reds == 0 || labels.size() == 1);
            EXPECT_TRUE(std::is_sorted(labels.begin(), labels.end()));
            EXPECT_EQ(light(verdict), reds > 0         ? Light::red
                                      : labels.empty() ? Light::green
                                                       : Light::amber);
            const bool severe = reds > 0;
            EXPECT_TRUE(severe || verdict.severity == 0);
            EXPECT_EQ(verdict.red_line >= 0, severe && labels.front() == Label::red_line);
            seen.insert(labels.begin(), labels.end());
        }
    });
    EXPECT_EQ(seen.size(), count<Label>()) << "random play shows every label";
}

TEST(SharingLaws, a_share_reaches_neither_its_giver_nor_who_has_as_much_lawfully) {
    int reached = 0;
    over_shares([&](const State& before, const Record&, const ItemShared& shared) {
        EXPECT_EQ(std::count(shared.to.begin(), shared.to.end(), shared.giver), 0);
        std::set<RoleId> roles;
        for (const auto& [role, verdict] : shared.recipients) {
            ++reached;
            EXPECT_TRUE(roles.insert(role).second) << "each once";
            EXPECT_EQ(std::count(shared.to.begin(), shared.to.end(), role), 1);
            const Holding has = held(before, role, shared.item);
            EXPECT_LT(has.lawful_form, shared.form);
            if (light(verdict) == Light::red) {
                EXPECT_LT(has.breached_form, shared.form);
            }
        }
    });
    EXPECT_GT(reached, 1'000);
}

TEST(SharingLaws, who_is_addressed_and_not_judged_had_it_or_was_wrongly_told_it_before) {
    over_shares([&](const State& before, const Record&, const ItemShared& shared) {
        for (const RoleId& role : shared.to) {
            const bool judged =
                std::any_of(shared.recipients.begin(), shared.recipients.end(),
                            [&](const Recipient& recipient) { return recipient.role == role; });
            const Holding has = held(before, role, shared.item);
            EXPECT_TRUE(judged || std::max(has.lawful_form, has.breached_form) >= shared.form);
        }
    });
}

TEST(SharingLaws, a_share_lowers_no_form_and_a_red_one_delivers_nothing) {
    over_shares([&](const State& before, const Record& record, const ItemShared& shared) {
        State after = before;
        apply(after, record);
        for (const Role& role : before.scenario->roles) {
            const Holding had = held(before, role.id, shared.item);
            const Holding has = held(after, role.id, shared.item);
            EXPECT_GE(has.form, had.form);
            EXPECT_GE(has.lawful_form, had.lawful_form);
            EXPECT_GE(has.breached_form, had.breached_form);
            EXPECT_EQ(has.form, std::max(has.lawful_form, has.breached_form));
        }
        for (const auto& [role, verdict] : shared.recipients) {
            const Holding had = held(before, role, shared.item);
            const Holding has = held(after, role, shared.item);
            const bool red = light(verdict) == Light::red;
            EXPECT_EQ(has.lawful_form, red ? had.lawful_form : shared.form);
            EXPECT_EQ(has.breached_form, red ? shared.form : had.breached_form);
        }
    });
}

TEST(SharingLaws, the_recorded_labels_are_those_of_a_second_reading_of_the_rules) {
    std::size_t judged = 0;
    over_shares([&](const State& before, const Record&, const ItemShared& shared) {
        const Item& item = *find(*before.scenario, shared.item);
        const ShareTerms terms{shared.giver, shared.purpose, shared.basis, shared.form};
        for (const auto& [role, verdict] : shared.recipients) {
            EXPECT_EQ(verdict.labels, labels_by_the_letter(before, item, terms, role));
            ++judged;
        }
    });
    EXPECT_GT(judged, 1'000u);
}

TEST(SharingLaws, a_share_without_a_red_label_had_a_lawful_way) {
    over_shares([&](const State& before, const Record&, const ItemShared& shared) {
        const Item& item = *find(*before.scenario, shared.item);
        for (const auto& [role, verdict] : shared.recipients) {
            const bool lawful = has_lawful_way(before, item, shared.giver, role, Form::pointer);
            if (light(verdict) != Light::red) {
                EXPECT_TRUE(lawful);
            } else if (verdict.labels.front() == Label::red_line) {
                // A poorer form may still be allowed.
                EXPECT_FALSE(has_lawful_way(before, item, shared.giver, role, shared.form));
            } else {
                EXPECT_EQ(lawful, verdict.labels.front() == Label::far_too_rich);
            }
        }
    });
}

}  // namespace
}  // namespace casustafel::core
