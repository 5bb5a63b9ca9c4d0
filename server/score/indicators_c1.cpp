#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

// Only those who have it are expected to answer a broadcast.
bool is_opportunity(const Review& review, const Question& question) {
    if (question.left_out || still_open(question, review.ledger)) return false;
    return !question.broadcast || question.asked_holds;
}

Evidence evidence(const Question& question) {
    const Reply& reply = question.reply;
    Evidence found{.finding = reply.finding,
                   .credit = reply.quality * reply.timeliness,
                   .role = question.request->asker,
                   .other = question.asked,
                   .request = question.request->request,
                   .seqs = {question.place.seq}};
    if (reply.place) found.seqs.push_back(reply.place->seq);
    if (reply.share) {
        found.item = reply.share->item;
        found.share = reply.share->share;
        found.form = reply.share->form;
    }
    found.at_sim_ms = reply.sim_ms;
    found.due_sim_ms = question.term_ends_sim_ms;
    return found;
}

// Says whether this answer counts in the scope: for a role or table by who was asked, for one
// person by who answers for it.
bool answered_by(const Review& review, const Scope& scope, const Question& question) {
    if (scope.level == Level::participant) return question.answerer == scope.participant;
    return covers(review, scope, question.asked, question.place);
}

// For who sat there until the swap, a request that was overdue at that moment counts as unanswered.
void forget_reply(Evidence& found) {
    found.finding = Finding::no_answer;
    found.credit = 0;
    found.seqs.resize(1);
    found.item = {};
    found.share = core::EntityId::none;
    found.at_sim_ms.reset();
}

}  // namespace

Indicator requests_answered(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::c1, .scope = scope};
    double part = 0;
    for (const Question& question : review.questions) {
        if (!answered_by(review, scope, question)) continue;
        if (!is_opportunity(review, question)) continue;
        const bool forgotten = scope.level == Level::participant && question.overdue_at_swap;
        part += forgotten ? 0 : question.reply.quality * question.reply.timeliness;
        ++indicator.opportunities;
        if (!review.tells) continue;
        indicator.evidence.push_back(evidence(question));
        if (forgotten) forget_reply(indicator.evidence.back());
    }
    indicator.value = percentage(part, indicator.opportunities);
    return indicator;
}

}  // namespace casustafel::score
