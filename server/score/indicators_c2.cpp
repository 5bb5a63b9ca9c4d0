#include <algorithm>

#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

// Says whether the asker needs the item and lacks it. Needs of passing on do not count here.
bool needs(const Review& review, const Question& question, const core::Item& item) {
    return open_need(review.holdings, item, question.request->asker, question.place) != nullptr;
}

bool reaches_holder(const Review& review, const Question& question) {
    return std::ranges::any_of(question.matches, [&](const core::Item* item) {
        return needs(review, question, *item) &&
               holds_or_owns(review.holdings, *item, question.asked, question.place);
    });
}

// What asking this way was worth.
struct Worth {
    Finding finding{};
    double credit = 0;
};

Worth judge_directed(const Review& review, const Question& question) {
    constexpr double referred = 0.75, one_of_many = 0.3;
    const bool reached = reaches_holder(review, question);
    if (reached && question.beyond_the_second) return {Finding::asked_one_of_many, one_of_many};
    if (reached) return {Finding::asked_who_has_it, 1};
    const bool sent_on = !question.beyond_the_second && !question.referred_again &&
                         refers_to_what_is_needed(review.holdings, question);
    if (sent_on) return {Finding::asked_and_was_referred, referred};
    return {Finding::asked_in_vain, 0};
}

// A broadcast is one opportunity, however many it is addressed to. Addressees that no person plays
// do not count.
Worth judge_broadcast(const Review& review, const Question& first) {
    constexpr double everybody = 0.1;
    const auto of_this =
        std::ranges::equal_range(review.questions, first.place, {}, &Question::place);
    const bool reached = std::ranges::any_of(of_this, [&](const Question& question) {
        return !question.left_out && reaches_holder(review, question);
    });
    if (!reached) return {Finding::asked_in_vain, 0};
    return {Finding::asked_everybody, everybody};
}

Evidence evidence(const Question& question, const Worth& worth) {
    Evidence found{.finding = worth.finding,
                   .credit = worth.credit,
                   .role = question.request->asker,
                   .other = question.asked,
                   .request = question.request->request,
                   .seqs = {question.place.seq},
                   .at_sim_ms = question.sim_ms};
    if (question.broadcast) found.other = {};
    return found;
}

bool came_by_deadline(const Pair& pair) {
    const bool suffices = pair.outcome == Outcome::delivered || pair.outcome == Outcome::late;
    return suffices && pair.came->sim_ms <= pair.norm->deadline_sim_ms;
}

struct Asking {
    int asked = 0;
    int missed = 0;

    double share() const {
        return asked + missed == 0 ? 1 : static_cast<double>(asked) / (asked + missed);
    }
};

// Says whether a pair is the scope's own: by the request that asked for it, else by who sat there
// when it was due.
bool is_own(const Review& review, const Scope& scope, const Pair& pair) {
    const core::RoleId& role = pair.norm->need->role;
    return pair.asked ? covers(review, scope, role, *pair.asked)
                      : covers(review, scope, role, pair.norm->deadline_sim_ms);
}

bool is_stand_ins(const Review& review, const Pair& pair) {
    const std::int64_t at = std::min(pair.norm->deadline_sim_ms, review.ledger.end_sim_ms);
    return is_stand_in(sitting(review.ledger, pair.norm->need->role, at));
}

// Gives the mean credit of the first third of the requests and of the last, and nothing when a
// third has fewer than three.
std::optional<Thirds> thirds(const std::vector<Evidence>& asked) {
    constexpr std::size_t enough = 3;
    const std::size_t third = asked.size() / 3;
    if (third < enough) return std::nullopt;
    Thirds both;
    for (std::size_t at = 0; at < third; ++at) {
        both.first += asked[at].credit;
        both.last += asked[asked.size() - third + at].credit;
    }
    both.first *= 100 / static_cast<double>(third);
    both.last *= 100 / static_cast<double>(third);
    return both;
}

Asking judge_needs(const Review& review, const Scope& scope, Indicator& indicator) {
    Asking asking;
    for (const Pair& pair : review.pairs) {
        if (!is_own(review, scope, pair) || is_stand_ins(review, pair)) continue;
        if (pair.asked) {
            ++asking.asked;
        } else if (!came_by_deadline(pair)) {
            ++asking.missed;
            if (!review.tells) continue;
            Evidence found = score::evidence(pair);
            found.finding = Finding::never_asked;
            indicator.evidence.push_back(found);
        }
    }
    return asking;
}

}  // namespace

Indicator asked_well(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::c2, .scope = scope};
    double part = 0;
    int asked = 0;
    const core::RequestMade* last = nullptr;
    for (const Question& question : review.questions) {
        if (question.left_out) continue;
        if (!covers(review, scope, question.request->asker, question.place)) continue;
        if (question.broadcast && question.request == last) continue;
        last = question.request;
        const Worth worth = question.broadcast ? judge_broadcast(review, question)
                                               : judge_directed(review, question);
        part += worth.credit;
        ++asked;
        if (review.tells) indicator.evidence.push_back(evidence(question, worth));
    }
    indicator.thirds = thirds(indicator.evidence);
    const Asking asking = judge_needs(review, scope, indicator);
    indicator.opportunities = asked + asking.missed;
    if (indicator.opportunities == 0) return indicator;
    const double mean = asked == 0 ? 0 : part / asked;
    indicator.value = 100 * mean * asking.share();
    return indicator;
}

}  // namespace casustafel::score
