#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

// In a broadcast only those who have it are expected to answer.
bool is_opportunity(const Reading& read, const Question& question) {
    if (question.left_out || still_open(question, read.ledger)) return false;
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

// Whose answering it was: the role's, or on the level of one person of who answers for it.
bool answered_by(const Reading& read, const Scope& scope, const Question& question) {
    if (scope.level == Level::participant) return question.answerer == scope.participant;
    return covers(read, scope, question.asked, question.place);
}

// What was overdue at the swap is, for who sat there until then, as if unanswered.
void forget_reply(Evidence& found) {
    found.finding = Finding::no_answer;
    found.credit = 0;
    found.seqs.resize(1);
    found.item = {};
    found.share = core::EntityId::none;
    found.at_sim_ms.reset();
}

}  // namespace

Indicator requests_answered(const Reading& read, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::c1, .scope = scope};
    double part = 0;
    for (const Question& question : read.questions) {
        if (!answered_by(read, scope, question)) continue;
        if (!is_opportunity(read, question)) continue;
        Evidence found = evidence(question);
        if (scope.level == Level::participant && question.overdue_at_swap) forget_reply(found);
        part += found.credit;
        indicator.evidence.push_back(found);
        ++indicator.opportunities;
    }
    indicator.value = percentage(part, indicator.opportunities);
    return indicator;
}

}  // namespace casustafel::score
