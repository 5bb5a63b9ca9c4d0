#include "server/score/score.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "server/core/law/verdict.hpp"
#include "server/score/corrections.hpp"
#include "server/score/handovers.hpp"
#include "server/score/headings.hpp"
#include "server/score/indicator_rows.hpp"
#include "server/score/limits.hpp"

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
                                              "probe_question"};
static_assert(std::size(finding_names) == static_cast<std::size_t>(Finding::probe_question) + 1);

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
    for (const auto& [role, sittings] : ledger.sittings) {
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

// The numbers of one review, without ranges.
struct Numbers {
    std::vector<Indicator> team, tables, roles;
    Headings headings;
};

Numbers numbers(const Review& review, const Cards& cards, const Options& options) {
    Numbers all;
    add(all.team, review, {}, cards, options);
    for (const core::Table& table : review.scenario.tables)
        add(all.tables, review, {Level::table, table.id, {}}, cards, options);
    for (const core::Role& role : review.scenario.roles)
        add(all.roles, review, {Level::role, {}, role.id}, cards, options);
    all.headings = headings(all.team, review.scenario.weights);
    return all;
}

// Gives the events to leave out one by one, evenly spread when there are more than we try.
std::vector<Place> events_to_try(const Ledger& ledger) {
    const std::vector<Place> all = droppable(ledger);
    if (all.size() <= limits::dropped_events) return all;
    std::vector<Place> chosen;
    for (std::size_t at = 0; at < limits::dropped_events; ++at) {
        chosen.push_back(all[at * all.size() / limits::dropped_events]);
    }
    return chosen;
}

void widen(std::optional<Range>& range, const std::optional<double>& value) {
    if (!range || !value) return;
    range->low = std::min(range->low, *value);
    range->high = std::max(range->high, *value);
}

void start_ranges(std::vector<Indicator>& indicators, bool sampled) {
    for (Indicator& indicator : indicators) {
        if (indicator.value) indicator.range = Range{*indicator.value, *indicator.value, sampled};
    }
}

void widen_all(std::vector<Indicator>& indicators, const std::vector<Indicator>& tried) {
    for (std::size_t at = 0; at < indicators.size(); ++at) {
        widen(indicators[at].range, tried[at].value);
    }
}

void start_range(Heading& heading, bool sampled) {
    if (heading.value) heading.range = Range{*heading.value, *heading.value, sampled};
}

void add_ranges(Score& score, const core::Scenario& scenario, const Ledger& ledger,
                const std::vector<Norm>& norms, const Options& options) {
    const std::vector<Place> events = events_to_try(ledger);
    const bool sampled = events.size() < droppable(ledger).size();
    for (auto* indicators : {&score.team, &score.tables, &score.roles})
        start_ranges(*indicators, sampled);
    start_range(score.headings.sharing, sampled);
    start_range(score.headings.cooperation, sampled);
    for (const Place& event : events) {
        const Ledger rest = without(ledger, event);
        const Review review = review_of(scenario, rest, norms);
        const Numbers tried = numbers(review, Cards(review), options);
        widen_all(score.team, tried.team);
        widen_all(score.tables, tried.tables);
        widen_all(score.roles, tried.roles);
        widen(score.headings.sharing.range, tried.headings.sharing.value);
        widen(score.headings.cooperation.range, tried.headings.cooperation.value);
    }
}

Score score_of(const core::Scenario& scenario, const Ledger& ledger, const Norms& all,
               const Options& options) {
    const Review review = review_of(scenario, ledger, all.counted);
    Cards cards(review);
    Numbers found = numbers(review, cards, options);
    Score score;
    for (const core::ParticipantId participant : people(ledger))
        add(score.people, review, {Level::participant, {}, {}, participant}, cards, options);
    score.decisions = std::move(cards.decisions);
    score.plan = std::move(cards.plan);
    score.pictures = std::move(cards.pictures);
    score.untouched = untouched_actions(review);
    score.team = std::move(found.team);
    score.tables = std::move(found.tables);
    score.roles = std::move(found.roles);
    score.headings = found.headings;
    score.flags = flags(scenario, ledger);
    score.handovers = handovers(review);
    score.bridges = bridge_credits(review);
    score.removed = all.removed;
    if (options.ranges) add_ranges(score, scenario, ledger, all.counted, options);
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
