#include <algorithm>
#include <array>
#include <map>

#include "server/core/values/clock.hpp"
#include "server/score/indicators.hpp"
#include "server/score/limits.hpp"

namespace casustafel::score {
namespace {

using core::Mark;

using Marks = std::vector<const Entry<core::ItemMarked>*>;

struct BySubject {
    bool operator()(const core::ItemMarked* one, const core::ItemMarked* other) const {
        const auto order = one->item <=> other->item;
        return order == 0 ? one->role < other->role : order < 0;
    }
};

// Groups the marks by role and item, in order of the first mark.
std::vector<Marks> marks_by_role_and_item(const Review& review, const Scope& scope) {
    std::vector<Marks> groups;
    std::map<const core::ItemMarked*, std::size_t, BySubject> at;
    for (const auto& mark : review.ledger.marks) {
        if (!covers(review, scope, mark.event->role, mark.place)) continue;
        const auto [found, fresh] = at.try_emplace(mark.event, groups.size());
        if (fresh) groups.emplace_back();
        groups[found->second].push_back(&mark);
    }
    return groups;
}

// Gives when something that refutes the item first reached the role before `place`, or nullptr when
// nothing had.
const Reception* refutation(const Review& review, const core::Item& item, const core::RoleId& role,
                            const Place& place) {
    const Reception* earliest = nullptr;
    for (const core::ItemId& refuting : item.refuted_by) {
        const Reception* first = review.holdings.first(role, refuting);
        if (!first || place < first->place) continue;
        if (!earliest || first->place < earliest->place) earliest = first;
    }
    return earliest;
}

// Gives the mark that this role could have known to be right at that moment.
Mark right_answer(const Review& review, const core::Item& item,
                  const Entry<core::ItemMarked>& mark) {
    if (item.truth == core::Truth::true_) return Mark::fact;
    return refutation(review, item, mark.event->role, mark.place) ? Mark::refuted
                                                                  : Mark::assumption;
}

// A wrong first mark that was put right only long after the refutation came was no insight.
bool came_too_late(const Review& review, const core::Item& item, const Marks& marks) {
    const auto& first = *marks.front();
    const auto& last = *marks.back();
    if (last.event->mark != Mark::refuted) return false;
    if (first.event->mark == right_answer(review, item, first)) return false;
    const Reception* refuted = refutation(review, item, last.event->role, last.place);
    return refuted &&
           core::running_between(review.scenario, refuted->sim_ms, last.sim_ms) > revision_time_ms;
}

struct Recall {
    int right = 0;
    int all = 0;
};

// Gives the mean recall of the classes with at least two right answers, and nothing unless two
// classes have them.
std::optional<double> mean_recall(const std::array<Recall, 3>& classes) {
    constexpr int enough = 2;
    double sum = 0;
    int counted = 0;
    for (const Recall& recall : classes) {
        if (recall.all < enough) continue;
        sum += static_cast<double>(recall.right) / recall.all;
        ++counted;
    }
    if (counted < enough) return std::nullopt;
    return 100 * sum / counted;
}

Finding judge(const Review& review, const core::Item& item, const Marks& marks, Mark answer) {
    if (marks.back()->event->mark != answer) return Finding::mark_wrong;
    return came_too_late(review, item, marks) ? Finding::mark_too_late : Finding::mark_right;
}

Evidence evidence(const Marks& marks, Finding finding) {
    const core::ItemMarked& last = *marks.back()->event;
    Evidence found{.finding = finding,
                   .credit = finding == Finding::mark_right ? 1.0 : 0.0,
                   .item = last.item,
                   .role = last.role,
                   .mark = last.mark};
    for (const auto* mark : marks) found.seqs.push_back(mark->place.seq);
    found.at_sim_ms = marks.back()->sim_ms;
    return found;
}

}  // namespace

Indicator fact_or_assumption(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::s6, .scope = scope};
    std::array<Recall, 3> classes{};
    for (const Marks& marks : marks_by_role_and_item(review, scope)) {
        const core::Item* item = core::find(review.scenario, marks.back()->event->item);
        if (!item) continue;
        const Mark answer = right_answer(review, *item, *marks.back());
        const Finding found = judge(review, *item, marks, answer);
        Recall& recall = classes[static_cast<std::size_t>(answer)];
        recall.right += found == Finding::mark_right ? 1 : 0;
        ++recall.all;
        if (review.tells) indicator.evidence.push_back(evidence(marks, found));
        ++indicator.opportunities;
    }
    indicator.value = mean_recall(classes);
    return indicator;
}

}  // namespace casustafel::score
