// One decision: who took what, what it rested on, and what could have been on the table.
#include <algorithm>

#include "server/results/sections.hpp"
#include "server/results/words.hpp"

namespace casustafel::results {
namespace {

using score::DecisionCard;
using score::RequiredItem;

void taken(const core::Scenario& scenario, const DecisionCard& card, v1::Sentence& out) {
    if (!card.at_sim_ms) {
        Words(scenario, out, card.not_due ? "report.decision_not_due" : "report.decision_never")
            .time(card.deadline_sim_ms);
        return;
    }
    Words(scenario, out, card.late ? "report.decision_late" : "report.decision_taken")
        .role(card.by)
        .time(*card.at_sim_ms)
        .option(card.decision, card.option)
        .time(card.deadline_sim_ms);
}

// Where everything together pointed, and what would have shown it.
void direction(const core::Scenario& scenario, const DecisionCard& card, v1::DecisionResult& out) {
    const core::Decision* decision = core::find(scenario, card.decision);
    if (!decision) return;
    const core::DecisionOption* chosen = core::find(*decision, card.option);
    if (chosen && chosen->best) {
        Words(scenario, *out.add_remarks(), "report.decision_is_best");
        return;
    }
    const auto best =
        std::ranges::find_if(decision->options, [](const auto& option) { return option.best; });
    if (best != decision->options.end())
        Words(scenario, *out.add_remarks(), "report.decision_best").option(card.decision, best->id);
    if (chosen && !chosen->prevented_by.empty())
        Words(scenario, *out.add_remarks(), "report.decision_prevented")
            .items(chosen->prevented_by);
}

void required(const core::Scenario& scenario, const RequiredItem& item, v1::RequiredResult& out) {
    *out.mutable_item() = named(scenario, item.item);
    out.set_use(std::string(score::name(item.use)));
    Words(scenario, *out.mutable_words(), "report.use." + std::string(score::name(item.use)))
        .word("report.mark." + std::string(core::name(item.cited_as)))
        .form(item.held)
        .form(item.needed);
    if (!item.chain.empty())
        Words(scenario, *out.mutable_could(), "report.open_way").way(item.chain).form(item.needed);
}

}  // namespace

v1::DecisionResult decision(const core::Scenario& scenario, const DecisionCard& card) {
    v1::DecisionResult out;
    *out.mutable_decision() = named(scenario, card.decision);
    out.set_counted(score::is_counted(card));
    if (out.counted()) *out.mutable_value() = value(100 * card.value);
    taken(scenario, card, *out.mutable_taken());
    direction(scenario, card, out);
    if (card.left_out) Words(scenario, *out.add_remarks(), "report.decision_left_out");
    if (!card.wrong_as_fact.empty())
        Words(scenario, *out.add_remarks(), "report.decision_wrong_fact").items(card.wrong_as_fact);
    if (!card.beside.empty())
        Words(scenario, *out.add_remarks(), "report.decision_beside").items(card.beside);
    if (card.too_early != core::EntityId::none)
        Words(scenario, *out.add_remarks(), "report.decision_too_early");
    for (const RequiredItem& item : card.required) required(scenario, item, *out.add_required());
    return out;
}

}  // namespace casustafel::results
