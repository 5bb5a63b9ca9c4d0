#include "server/telling/decisions.hpp"

#include <algorithm>

#include "server/telling/evidence.hpp"

namespace casustafel::telling {
namespace {

using score::DecisionCard;
using score::RequiredItem;
using text::Key;

// Who took what, when; or that nobody did.
KeyedText taken(const DecisionCard& card) {
    const Moment due{card.deadline_sim_ms, {}};
    if (!card.at_sim_ms)
        return {card.not_due ? Key::report_decision_not_due : Key::report_decision_never, {due}};
    return {card.late ? Key::report_decision_late : Key::report_decision_taken,
            {card.by, Moment{*card.at_sim_ms, {}}, Option{card.decision, card.option}, due}};
}

// Where everything together pointed, and what would have shown it.
std::vector<KeyedText> direction(const core::Decision& decision, const DecisionCard& card) {
    const core::DecisionOption* chosen = core::find(decision, card.option);
    if (chosen && chosen->best && card.filled_in_well)
        return {{Key::report_decision_is_best, {}}};
    std::vector<KeyedText> said;
    const auto best = std::ranges::find_if(decision.options, &core::DecisionOption::best);
    if (best != decision.options.end())
        said.push_back({Key::report_decision_best, {Option{card.decision, best->id}}});
    if (chosen && !chosen->prevented_by.empty())
        said.push_back({Key::report_decision_prevented, {Items{chosen->prevented_by}}});
    return said;
}

// How many of the group that holds this item will do.
int enough_of_group(const core::Decision& decision, const core::ItemId& item) {
    for (const core::Required& required : decision.required) {
        if (std::ranges::find(required.of, item) != required.of.end()) return required.any;
    }
    return 0;
}

RequiredTold required(const core::Decision& decision, const RequiredItem& item) {
    RequiredTold told{.item = item.item,
                      .use = item.use,
                      .group = {},
                      .words = {key_of("report.use.", score::name(item.use)),
                                {word(item.cited_as), word(item.held), word(item.needed)}},
                      .could = {}};
    if (item.of_group)
        told.group = {Key::report_decision_of_group,
                      {std::int64_t{enough_of_group(decision, item.item)}}};
    if (!item.chain.empty()) told.could = open_way(item.chain, item.needed);
    return told;
}

std::vector<KeyedText> remarks(const DecisionCard& card) {
    std::vector<KeyedText> said;
    if (card.left_out) said.push_back({Key::report_decision_left_out, {}});
    if (!card.wrong_as_fact.empty())
        said.push_back({Key::report_decision_wrong_fact, {Items{card.wrong_as_fact}}});
    if (!card.beside.empty()) said.push_back({Key::report_decision_beside, {Items{card.beside}}});
    if (card.too_early != core::EntityId::none)
        said.push_back({Key::report_decision_too_early, {}});
    return said;
}

}  // namespace

DecisionTold tell(const core::Scenario& scenario, const DecisionCard& card) {
    const core::Decision& decision = *core::find(scenario, card.decision);
    DecisionTold told{.counted = score::is_counted(card),
                      .value = {},
                      .taken = taken(card),
                      .direction = direction(decision, card),
                      .required = {},
                      .remarks = remarks(card)};
    if (told.counted) told.value = 100 * card.value;
    for (const RequiredItem& item : card.required)
        told.required.push_back(required(decision, item));
    return told;
}

}  // namespace casustafel::telling
