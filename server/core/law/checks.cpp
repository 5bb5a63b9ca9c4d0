#include "server/core/law/checks.hpp"

#include <algorithm>
#include <set>

#include "server/core/law/lawful.hpp"
#include "server/core/values/invariant.hpp"

namespace casustafel::core {
namespace {

bool is_taken(const State& state, const Check& check) {
    const auto found = state.decisions.find(check.decision);
    if (found == state.decisions.end()) return false;
    const DecisionState& decision = found->second;
    return decision.status == DecisionStatus::taken &&
           (check.options.empty() || names(check.options, decision.taken.option));
}

// Whether somebody the check means has the item lawfully; who had it from the case itself counts
// only when the check names that role.
bool is_known(const State& state, const Check& check) {
    const Form least = std::max(check.min_form, Form::pointer);
    return std::any_of(state.holdings.begin(), state.holdings.end(), [&](const auto& entry) {
        const auto& [role, item] = entry.first;
        const Holding& held = entry.second;
        if (item != check.item || held.lawful_form < least) return false;
        return check.roles.empty() ? !held.original : names(check.roles, role);
    });
}

// A track that nobody has is at no value.
bool is_at_least(const State& state, const Check& check) {
    bool found = false;
    for (const auto& [gauge, value] : state.tracks) {
        const auto& [person, track] = gauge;
        if (track != check.track) continue;
        if (!check.person.empty() && person != check.person) continue;
        if (value < check.value) return false;
        found = true;
    }
    return found;
}

// What the case began is no plan until somebody took it up.
bool is_planned(const State& state, const Check& check) {
    const auto fits = [&](const auto& entry) {
        const PlanAction& action = entry.second;
        return !action.withdrawn && action.scripted.inject.empty() &&
               (check.power.empty() || action.terms.power == check.power);
    };
    return std::count_if(state.plan.begin(), state.plan.end(), fits) >= check.count;
}

bool has_happened(const State& state, const Check& check) {
    const auto found = state.injects.find(check.inject);
    return found != state.injects.end() && found->second.status == InjectStatus::effective;
}

// A tag is compared with the options that the check names; none named: any card.
bool is_counted(const State& state, const Check& check, const Card& card) {
    const Board* board = find(*state.scenario, card.board);
    const BoardColumn* column = board ? find(*board, card.terms.column) : nullptr;
    return column && card.board == check.board &&
           (check.column.empty() || card.terms.column == check.column) &&
           (check.options.empty() || names(check.options, OptionId{tag_of(*column, card)})) &&
           stands(state, card);
}

bool is_on_the_board(const State& state, const Check& check) {
    int count = 0;
    std::set<std::string> tags;
    std::set<OrganisationId> organisations;
    std::set<RoleId> seats;
    for (const auto& [id, card] : state.cards) {
        if (!is_counted(state, check, card)) continue;
        ++count;
        const Board& board = *find(*state.scenario, card.board);
        if (const auto tag = tag_of(*find(board, card.terms.column), card); !tag.empty())
            tags.insert(tag);
        organisations.insert(card.origins.begin(), card.origins.end());
        seats.insert(card.author);
    }
    const auto at_least = [](const auto& found, int asked) {
        return static_cast<int>(found.size()) >= asked;
    };
    return count >= check.count && at_least(tags, check.tags) &&
           at_least(organisations, check.organisations) && at_least(seats, check.seats);
}

bool is_so(const State& state, const Check& check) {
    switch (check.kind) {
        case CheckKind::decision_taken: return is_taken(state, check);
        case CheckKind::intervention_used: return state.interventions.contains(check.intervention);
        case CheckKind::item_known: return is_known(state, check);
        case CheckKind::track_at_least: return is_at_least(state, check);
        case CheckKind::inject_happened: return has_happened(state, check);
        case CheckKind::planned: return is_planned(state, check);
        case CheckKind::card_stands: return is_on_the_board(state, check);
        case CheckKind::triage_accepted: return state.legal.triage == TriageStatus::accepted;
    }
    invariant(false, "every kind of check is answered");
    return false;
}

}  // namespace

bool holds(const State& state, const Check& check) { return is_so(state, check) != check.negated; }

bool all_hold(const State& state, const std::vector<Check>& checks) {
    return std::all_of(checks.begin(), checks.end(),
                       [&](const Check& check) { return holds(state, check); });
}

}  // namespace casustafel::core
