#include <algorithm>
#include <set>

#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

constexpr int checks = 5;  // of one action

// An action as it stands at the end.
struct Action {
    core::EntityId id{};
    core::RoleId author;  // who wrote the terms that stand
    Place written;        // when
    const core::ActionTerms* terms = nullptr;
    std::set<core::RoleId> confirmed;  // since then
    std::vector<std::uint64_t> seqs;
    bool withdrawn = false;
    bool untouched = false;  // the case began it, and nobody changed it
};

// Gives the actions in the order in which they were added, without those that were withdrawn. A
// change makes the confirmations lapse.
std::vector<Action> actions(const Ledger& ledger) {
    std::vector<Action> all;
    for (const PlanStep& step : ledger.plan) {
        auto found = std::ranges::find(all, step.action, &Action::id);
        if (found == all.end()) {
            if (!step.terms) continue;  // of an action that is not there
            found = all.insert(all.end(), Action{.id = step.action});
        }
        found->seqs.push_back(step.place.seq);
        if (step.terms) {
            found->author = step.by;
            found->written = step.place;
            found->untouched = step.scripted;
            found->terms = step.terms;
            found->confirmed.clear();
        } else if (step.withdrawn) {
            found->withdrawn = true;
        } else {
            found->confirmed.insert(step.by);
        }
    }
    std::erase_if(all, [](const Action& action) { return action.withdrawn; });
    return all;
}

bool has(const std::vector<core::RoleId>& roles, const core::RoleId& role) {
    return std::ranges::find(roles, role) != roles.end();
}

// An action that names no power says of nobody that he may do it.
bool has_power(const core::Scenario& scenario, const core::ActionTerms& terms) {
    const core::Power* power = core::find(scenario, terms.power);
    return power && (has(power->holders, terms.lead) || has(power->holders, terms.power_holder));
}

// Says whether the action is linked to a true item that its author holds. An assumption or untruth
// is no fact.
bool rests_on_fact(const Review& review, const Action& action) {
    return std::ranges::any_of(action.terms->items, [&](const core::ItemId& id) {
        const core::Item* item = core::find(review.scenario, id);
        return item && item->truth == core::Truth::true_ &&
               review.holdings.form_before(action.author, id, action.written) != core::Form::silent;
    });
}

// Says whether everybody whom the action touches was informed and confirmed it. Its author and its
// lead know already.
bool all_informed(const core::Scenario& scenario, const Action& action) {
    const core::Power* power = core::find(scenario, action.terms->power);
    if (!power) return true;
    return std::ranges::all_of(power->affected, [&](const core::RoleId& role) {
        if (role == action.author || role == action.terms->lead) return true;
        return has(action.terms->informed, role) && action.confirmed.contains(role);
    });
}

ActionCard card_of(const Review& review, const Action& action) {
    const core::ActionTerms& terms = *action.terms;
    ActionCard card{.action = action.id,
                    .author = action.author,
                    .lead = terms.lead,
                    .seqs = action.seqs,
                    .has_lead = core::find(review.scenario, terms.lead) != nullptr,
                    .has_power = has_power(review.scenario, terms),
                    .has_deadline = terms.deadline_sim_ms.has_value(),
                    .rests_on_fact = rests_on_fact(review, action),
                    .all_informed = all_informed(review.scenario, action)};
    for (const bool passed : {card.has_lead, card.has_power, card.has_deadline, card.rests_on_fact,
                              card.all_informed}) {
        card.value += passed ? 1.0 / checks : 0;
    }
    return card;
}

}  // namespace

std::vector<ActionCard> action_cards(const Review& review) {
    std::vector<ActionCard> cards;
    for (const Action& action : actions(review.ledger)) {
        if (!action.untouched) cards.push_back(card_of(review, action));
    }
    return cards;
}

std::vector<core::EntityId> untouched_actions(const Review& review) {
    std::vector<core::EntityId> untouched;
    for (const Action& action : actions(review.ledger)) {
        if (action.untouched) untouched.push_back(action.id);
    }
    return untouched;
}

namespace {

// One half of the indicator, with the number of opportunities behind it.
struct Half {
    std::optional<double> value;
    int opportunities = 0;
};

// Every action that the plan expects is an opportunity. A plan that nobody wrote is 0 and not
// silence, however few actions are expected.
Half plan_half(const Review& review, const std::vector<ActionCard>& cards, int minimum,
               std::vector<Evidence>& evidence) {
    if (!review.scenario.plan) return {};
    const int written = static_cast<int>(cards.size());
    const int expected = std::max(1, review.scenario.plan->expected);
    double sum = 0;
    for (const ActionCard& card : cards) {
        sum += card.value;
        evidence.push_back({.finding = Finding::planned,
                            .credit = card.value,
                            .role = card.author,
                            .other = card.lead,
                            .action = card.action,
                            .seqs = card.seqs});
    }
    if (written == 0) {
        evidence.push_back({.finding = Finding::not_planned});
        return {0, std::max(minimum, expected)};
    }
    const double part = std::min(1.0, static_cast<double>(written) / expected);
    return {100 * sum / written * part, std::max(written, expected)};
}

// Multiplies how much the answers agree by how many are right. Every answer is an opportunity.
Half picture_half(const std::vector<PictureCard>& cards, std::vector<Evidence>& evidence) {
    Half half;
    double agreement = 0, right = 0;
    int questions = 0;
    for (const PictureCard& card : cards) {
        if (!card.counted) continue;
        ++questions;
        agreement += card.agreement;
        right += card.share_right;
        half.opportunities += static_cast<int>(card.votes.size());
        evidence.push_back({.finding = Finding::prompt_question,
                            .credit = card.share_right,
                            .seqs = card.seqs,
                            .prompt = card.prompt,
                            .question = card.question,
                            .votes = card.votes,
                            .right = card.right});
    }
    if (questions > 0) half.value = 100 * (agreement / questions) * (right / questions);
    return half;
}

}  // namespace

Indicator shared_picture_and_plan(const Review& review, const std::vector<PictureCard>& pictures,
                                  const std::vector<ActionCard>& actions, int minimum) {
    Indicator indicator{.id = IndicatorId::c6};
    const Half picture = picture_half(pictures, indicator.evidence);
    Half plan = plan_half(review, actions, minimum, indicator.evidence);
    if (plan.opportunities < minimum) plan.value.reset();
    indicator.halves = Halves{picture.value, plan.value};
    indicator.opportunities = picture.opportunities + plan.opportunities;
    if (picture.value && plan.value) {
        indicator.value = (*picture.value + *plan.value) / 2;
    } else {
        indicator.value = picture.value ? picture.value : plan.value;
    }
    return indicator;
}

}  // namespace casustafel::score
