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

}  // namespace

Indicator requests_answered(const Reading& read, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::c1, .scope = scope};
    double part = 0;
    for (const Question& question : read.questions) {
        if (!covers(read.scenario, scope, question.asked)) continue;
        if (!is_opportunity(read, question)) continue;
        Evidence found = evidence(question);
        part += found.credit;
        indicator.evidence.push_back(found);
        ++indicator.opportunities;
    }
    indicator.value = percentage(part, indicator.opportunities);
    return indicator;
}

}  // namespace casustafel::score
