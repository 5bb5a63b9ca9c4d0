#include "server/score/score.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "server/core/law/verdict.hpp"
#include "server/score/corrections.hpp"
#include "server/score/handovers.hpp"
#include "server/score/headings.hpp"
#include "server/score/ranges.hpp"

namespace casustafel::score {
namespace {

constexpr std::string_view finding_names[] = {"delivered",
                                              "late",
                                              "thin",
                                              "missed",
                                              "on_the_table",
                                              "kept_off_the_table",
                                              "share",
                                              "mark_right",
                                              "mark_wrong",
                                              "mark_too_late",
                                              "answered_by_sharing",
                                              "answered_too_thin",
                                              "answered_in_breach",
                                              "refused_justly",
                                              "refused_unjustly",
                                              "refused_without_reason",
                                              "referred_rightly",
                                              "referred_wrongly",
                                              "truly_not_here",
                                              "untruly_not_here",
                                              "no_answer",
                                              "asked_who_has_it",
                                              "asked_and_was_referred",
                                              "asked_one_of_many",
                                              "asked_everybody",
                                              "asked_in_vain",
                                              "never_asked",
                                              "gave_and_got",
                                              "decided",
                                              "decided_late",
                                              "not_decided",
                                              "planned",
                                              "not_planned",
                                              "prompt_question"};
static_assert(std::size(finding_names) == static_cast<std::size_t>(Finding::prompt_question) + 1);

// Adds the indicators of one scope.
void add(std::vector<Indicator>& all, const Review& review, const Scope& scope, const Cards& cards,
         const Options& options) {
    for (const IndicatorRow& row : indicator_rows) {
        if (row.deepest < scope.level) continue;
        all.push_back(row.formula(review, scope, cards, options));
        Indicator& indicator = all.back();
        if (indicator.opportunities < options.minimum_opportunities) indicator.value.reset();
    }
}

// Gives everybody who ever sat in a role, in order of joining.
std::set<core::ParticipantId> people(const Ledger& ledger) {
    std::set<core::ParticipantId> all;
    for (const auto& [role, sittings] : ledger.surroundings->sittings) {
        for (const Sitting& sitting : sittings) all.insert(sitting.participant);
    }
    all.erase(core::ParticipantId::nobody);
    return all;
}

bool raises_flag(const core::Item& item, const core::Verdict& verdict) {
    constexpr int severe = 3;
    if (core::light(verdict) != core::Light::red) return false;
    return item.sensitivity >= severe || (verdict.red_line >= 0 && verdict.severity >= severe);
}

std::vector<Flag> flags(const core::Scenario& scenario, const Ledger& ledger) {
    std::vector<Flag> all;
    for (const auto& share : ledger.shares) {
        const core::Item* item = core::find(scenario, share.event->item);
        if (!item) continue;
        Flag flag{.seq = share.place.seq,
                  .sim_ms = share.sim_ms,
                  .share = share.event->share,
                  .item = item->id,
                  .giver = share.event->giver,
                  .form = share.event->form};
        std::ranges::copy_if(
            share.event->recipients, std::back_inserter(flag.recipients),
            [&](const auto& recipient) { return raises_flag(*item, recipient.verdict); });
        if (!flag.recipients.empty()) all.push_back(std::move(flag));
    }
    return all;
}

TeamValues values_of(const std::vector<Indicator>& team) {
    TeamValues values;
    std::ranges::transform(team, values.begin(), &Indicator::value);
    return values;
}

Score score_of(const core::Scenario& scenario, const Ledger& ledger, const Norms& all,
               const Options& options) {
    const std::vector<Topic> asked = topics(scenario, ledger);
    const Review review = review_of(scenario, ledger, all.counted, asked);
    Cards cards(review);
    Score score;
    add(score.team, review, {}, cards, options);
    for (const core::Table& table : scenario.tables)
        add(score.tables, review, {Level::table, table.id, {}}, cards, options);
    for (const core::Role& role : scenario.roles)
        add(score.roles, review, {Level::role, {}, role.id}, cards, options);
    for (const core::ParticipantId participant : people(ledger))
        add(score.people, review, {Level::participant, {}, {}, participant}, cards, options);
    score.headings = headings(values_of(score.team), scenario.weights);
    score.decisions = std::move(cards.decisions);
    score.plan = std::move(cards.plan);
    score.pictures = std::move(cards.pictures);
    score.untouched = untouched_actions(review);
    score.flags = flags(scenario, ledger);
    score.handovers = handovers(review);
    score.bridges = bridge_credits(review);
    score.removed = all.removed;
    if (options.ranges) add_ranges(score, review, asked, options);
    return score;
}

}  // namespace

std::string_view name(Finding finding) { return finding_names[static_cast<std::size_t>(finding)]; }

std::string_view name(IndicatorId id) { return indicator_rows[static_cast<std::size_t>(id)].name; }

Part part(IndicatorId id) { return indicator_rows[static_cast<std::size_t>(id)].part; }

Score score(const core::Scenario& scenario, const std::vector<core::Record>& records,
            const Options& options) {
    const Ledger whole = score::read(scenario, records);
    const Norms all = norms(scenario, whole);
    const auto corrections = standing_corrections(whole);
    if (corrections.empty()) return score_of(scenario, whole, all, options);
    Score found = score_of(scenario, without(whole, corrections), all, options);
    Options without_ranges = options;
    without_ranges.ranges = false;
    const Score original = score_of(scenario, whole, all, without_ranges);
    put_originals_beside(found, original);
    found.corrections = told_corrections(whole, corrections, original.flags);
    return found;
}

const Indicator& team(const Score& score, IndicatorId id) {
    return score.team[static_cast<std::size_t>(id)];
}

int shown(double value) { return static_cast<int>(std::floor(value + 0.5)); }

bool is_corrected(const std::optional<double>& value, const std::optional<Original>& original) {
    if (!original) return false;
    if (!value || !original->value) return value.has_value() != original->value.has_value();
    return shown(*value) != shown(*original->value);
}

bool is_counted(const DecisionCard& card) {
    return !card.left_out && !card.not_due && (card.core || card.at_sim_ms.has_value());
}

std::string_view name(Band band) {
    static constexpr std::array<std::string_view, 3> band_names{"chance", "underway", "strong"};
    return band_names[static_cast<std::size_t>(band)];
}

Band band(double value) {
    constexpr int underway_from = 40, strong_from = 70;
    const int rounded = shown(value);
    if (rounded >= strong_from) return Band::strong;
    return rounded >= underway_from ? Band::underway : Band::chance;
}

}  // namespace casustafel::score
