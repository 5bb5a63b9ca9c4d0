#include "server/core/law/sharing.hpp"

namespace casustafel::core {
namespace {

// The words in which the giver got this form itself: the author's were never disclosed to it.
// Empty: the author's.
std::string received_words(const State& state, const Sharing& sharing) {
    const Holding* held = holding(state, sharing.terms.giver, sharing.item);
    if (held == nullptr || held->form != sharing.terms.form) return {};
    const auto came_by = state.shares.find(held->share);
    return came_by == state.shares.end() ? std::string{} : came_by->second.event.text;
}

}  // namespace

ItemShared judged(const State& state, Sharing sharing) {
    const Item& item = *find(*state.scenario, sharing.item);
    if (sharing.text.empty()) sharing.text = received_words(state, sharing);
    auto reached = recipients(state, item, sharing.terms, sharing.to);
    return {.share = sharing.share,
            .item = sharing.item,
            .giver = sharing.terms.giver,
            .to = std::move(sharing.to),
            .recipients = std::move(reached),
            .meeting = sharing.meeting,
            .purpose = sharing.terms.purpose,
            .basis = sharing.terms.basis,
            .form = sharing.terms.form,
            .text = std::move(sharing.text),
            .request = sharing.request,
            .partial = sharing.partial,
            .aloud = sharing.aloud};
}

Form form_held(const State& state, const RoleId& role, const ItemId& item) {
    const Holding* held = holding(state, role, item);
    return held == nullptr ? Form::silent : held->form;
}

}  // namespace casustafel::core
