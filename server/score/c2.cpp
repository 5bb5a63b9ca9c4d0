#include <algorithm>

#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

// An item that the asker needs and lacks; needs of passing on do not count here.
bool needs(const Reading& read, const Question& question, const core::Item& item) {
    return open_need(read.holdings, item, question.request->asker, question.place) != nullptr;
}

bool reaches_holder(const Reading& read, const Question& question) {
    return std::ranges::any_of(question.matches, [&](const core::Item* item) {
        return needs(read, question, *item) &&
               holds_or_will(read.holdings, *item, question.asked, question.place);
    });
}

bool was_referred_well(const Reading& read, const Question& question) {
    const core::RequestAnswered* answer = question.reply.answer;
    return answer &&
           is_right_referral(read.holdings, question, *answer,
                             [&](const core::Item& item) { return needs(read, question, item); });
}

Evidence evidence(const Question& question, Finding finding, double credit) {
    return {.finding = finding,
            .credit = credit,
            .role = question.request->asker,
            .other = question.asked,
            .request = question.request->request,
            .seqs = {question.place.seq},
            .at_sim_ms = question.sim_ms};
}

Evidence judge_directed(const Reading& read, const Question& question) {
    constexpr double referred = 0.75;
    if (reaches_holder(read, question)) return evidence(question, Finding::asked_who_has_it, 1);
    if (was_referred_well(read, question)) {
        return evidence(question, Finding::asked_and_was_referred, referred);
    }
    return evidence(question, Finding::asked_in_vain, 0);
}

// A broadcast is one request, however many it is addressed to.
Evidence judge_broadcast(const Reading& read, const Question& first) {
    constexpr double everybody = 0.3;
    const bool reached = std::ranges::any_of(read.questions, [&](const Question& question) {
        return question.request == first.request && reaches_holder(read, question);
    });
    Evidence found = evidence(first, reached ? Finding::asked_everybody : Finding::asked_in_vain,
                              reached ? everybody : 0);
    found.other = {};
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

Asking judge_needs(const Reading& read, const Scope& scope, Indicator& indicator) {
    Asking asking;
    for (const Pair& pair : read.pairs) {
        if (!covers(read.scenario, scope, pair.norm->need->role)) continue;
        if (pair.asked) {
            ++asking.asked;
        } else if (!came_by_deadline(pair)) {
            ++asking.missed;
            Evidence found = score::evidence(pair);
            found.finding = Finding::never_asked;
            indicator.evidence.push_back(found);
        }
    }
    return asking;
}

}  // namespace

Indicator asked_well(const Reading& read, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::c2, .scope = scope};
    double part = 0;
    int asked = 0;
    const core::RequestMade* last = nullptr;
    for (const Question& question : read.questions) {
        if (question.left_out || !covers(read.scenario, scope, question.request->asker)) continue;
        if (question.broadcast && question.request == last) continue;
        last = question.request;
        const Evidence found =
            question.broadcast ? judge_broadcast(read, question) : judge_directed(read, question);
        part += found.credit;
        ++asked;
        indicator.evidence.push_back(found);
    }
    const Asking asking = judge_needs(read, scope, indicator);
    indicator.opportunities = asked + asking.missed;
    if (indicator.opportunities == 0) return indicator;
    const double mean = asked == 0 ? 0 : part / asked;
    indicator.value = 100 * mean * asking.share();
    return indicator;
}

}  // namespace casustafel::score
