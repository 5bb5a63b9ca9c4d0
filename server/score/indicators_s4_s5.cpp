#include <algorithm>

#include "server/core/law/verdict.hpp"
#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

using core::Form;
using core::Label;

bool has(const core::Verdict& verdict, Label label) {
    return std::ranges::find(verdict.labels, label) != verdict.labels.end();
}

bool is_red(const core::Verdict& verdict) { return core::light(verdict) == core::Light::red; }

// One recipient of one share.
struct RecipientShare {
    const Entry<core::ItemShared>* share = nullptr;
    const core::Recipient* recipient = nullptr;
    int sensitivity = 0;
};

// Gives R of README.md §S4: every recipient of every share, without open items that nobody needed.
std::vector<RecipientShare> recipient_shares(const Review& review, const Scope& scope) {
    std::vector<RecipientShare> all;
    for (const auto& share : review.ledger.shares) {
        if (!covers(review, scope, share.event->giver, share.place)) continue;
        const core::Item* item = core::find(review.scenario, share.event->item);
        const int sensitivity = item ? item->sensitivity : 0;
        for (const core::Recipient& recipient : share.event->recipients) {
            const bool needed = recipient.verdict.need_form != Form::silent;
            if (sensitivity == 0 && !needed && !is_red(recipient.verdict)) continue;
            all.push_back({&share, &recipient, sensitivity});
        }
    }
    return all;
}

double overshare_cost(const core::Verdict& verdict) {
    constexpr double amber = 0.3;
    if (is_red(verdict)) return 1;
    return (has(verdict, Label::form) ? amber : 0) + (has(verdict, Label::necessity) ? amber : 0);
}

// Gives what one recipient earns (README.md §S5): half for the basis, three tenths for the purpose,
// two for a form at most one richer than needed.
double basis_credit(const core::Verdict& verdict, Form form) {
    if (is_red(verdict)) return 0;
    const double basis = has(verdict, Label::basis) ? 0 : 0.5;
    const double purpose = has(verdict, Label::purpose) ? 0 : 0.3;
    const bool judged_on_form = verdict.need_form != Form::silent && form >= verdict.need_form;
    if (!judged_on_form) return (basis + purpose) / 0.8;
    const bool lean = static_cast<int>(form) <= static_cast<int>(verdict.need_form) + 1;
    return basis + purpose + (lean ? 0.2 : 0);
}

Evidence evidence(const RecipientShare& one, double credit, double weight) {
    const core::ItemShared& share = *one.share->event;
    return {.finding = Finding::share,
            .credit = credit,
            .weight = weight,
            .item = share.item,
            .role = one.recipient->role,
            .other = share.giver,
            .share = share.share,
            .request = share.request,
            .form = share.form,
            .purpose = share.purpose,
            .verdict = one.recipient->verdict,
            .seqs = {one.share->place.seq},
            .at_sim_ms = one.share->sim_ms};
}

}  // namespace

Indicator careful_boundary(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::s4, .scope = scope};
    double cost = 0, whole = 0;
    for (const RecipientShare& one : recipient_shares(review, scope)) {
        const double weight = 1 + one.sensitivity;
        const double over = overshare_cost(one.recipient->verdict);
        cost += weight * over;
        whole += weight;
        ++indicator.opportunities;
        if (review.tells) indicator.evidence.push_back(evidence(one, 1 - over, weight));
    }
    indicator.value = percentage(whole - cost, whole);
    return indicator;
}

Indicator basis_and_form(const Review& review, const Scope& scope) {
    Indicator indicator{.id = IndicatorId::s5, .scope = scope};
    double part = 0;
    for (const RecipientShare& one : recipient_shares(review, scope)) {
        const double credit = basis_credit(one.recipient->verdict, one.share->event->form);
        part += credit;
        ++indicator.opportunities;
        if (review.tells) indicator.evidence.push_back(evidence(one, credit, 1));
    }
    indicator.value = percentage(part, indicator.opportunities);
    return indicator;
}

}  // namespace casustafel::score
