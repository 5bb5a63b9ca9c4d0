#include "server/core/law/checks.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "server/core/law/lawful.hpp"
#include "server/core/values/clock.hpp"

namespace casustafel::core {
namespace {

using Maybe = std::optional<std::int64_t>;

bool one_of(const std::vector<RoleId>& roles, const RoleId& role) {
    return names_or_any(roles, role);
}

const DecisionPended* taken_of(const State& state, const Check& check) {
    const auto found = state.decisions.find(check.decision);
    if (found == state.decisions.end() || found->second.status != DecisionStatus::taken)
        return nullptr;
    const DecisionPended& taken = found->second.taken;
    return check.options.empty() || names(check.options, taken.option) ? &taken : nullptr;
}

bool is_taken(const CaseNow& now, const Check& check) {
    return taken_of(now.state, check) != nullptr;
}

bool is_filled_in(const CaseNow& now, const Check& check) {
    const DecisionPended* taken = taken_of(now.state, check);
    return taken != nullptr && names(check.values, filled_in(taken->filled_in, check.field));
}

bool is_used(const CaseNow& now, const Check& check) {
    return now.state.interventions.contains(check.intervention);
}

// How often these roles used it.
bool is_used_so_often(const CaseNow& now, const Check& check) {
    const State& state = now.state;
    const auto by_them = [&](const auto& entry) {
        return entry.second.event.intervention == check.intervention &&
               one_of(check.by, entry.second.event.by);
    };
    const auto kept = std::ranges::count_if(state.inquiries, by_them);
    if (kept > 0) return kept >= check.count;
    const auto last = state.interventions.find(check.intervention);
    if (last == state.interventions.end() || !one_of(check.by, last->second.event.by)) return false;
    const auto times = state.times_used.find(check.intervention);
    return (times == state.times_used.end() ? 1 : times->second) >= check.count;
}

Form least_form(const Check& check) { return std::max(check.min_form, Form::pointer); }

// Whether somebody the check means has the item lawfully; who had it from the case itself counts
// only when the check names that role.
bool is_known(const CaseNow& now, const Check& check) {
    const auto knows = [&](const RoleId& role) {
        const Holding* held = holding(now.state, role, check.item);
        return held != nullptr && held->lawful_form >= least_form(check) &&
               (!check.roles.empty() || !held->original);
    };
    if (!check.roles.empty()) return std::ranges::any_of(check.roles, knows);
    return std::ranges::any_of(now.state.scenario->roles, knows, &Role::id);
}

bool is_known_to_each(const CaseNow& now, const Check& check) {
    return std::ranges::all_of(check.roles, [&](const RoleId& role) {
        const Holding* held = holding(now.state, role, check.item);
        return held != nullptr && held->form >= least_form(check);
    });
}

bool is_shared_in(const CaseNow& now, const Check& check) {
    return std::ranges::any_of(now.state.shares, [&](const auto& entry) {
        const ItemShared& share = entry.second.event;
        return share.meeting == check.meeting && share.item == check.item &&
               share.form >= least_form(check) && one_of(check.by, share.giver);
    });
}

// What the case asks by itself is nobody's question.
bool is_asked(const CaseNow& now, const Check& check) {
    return std::ranges::any_of(now.state.requests, [&](const auto& entry) {
        const RequestMade& request = entry.second.event;
        if (!request.scripted.empty() || !one_of(check.by, request.asker)) return false;
        if (!check.person.empty() && request.person != check.person) return false;
        if (check.category && request.category != *check.category) return false;
        if (!check.item.empty() && request.item != check.item) return false;
        return std::ranges::any_of(request.to,
                                   [&](const RoleId& asked) { return one_of(check.roles, asked); });
    });
}

bool is_informed(const CaseNow& now, const Check& check) {
    return std::ranges::any_of(now.state.legal.informed, [&](const auto& entry) {
        return entry.first.second == check.person && one_of(check.by, entry.first.first);
    });
}

// A track that nobody has is at no value.
bool is_at_least(const CaseNow& now, const Check& check) {
    bool found = false;
    for (const auto& [gauge, value] : now.state.tracks) {
        const auto& [person, track] = gauge;
        if (track != check.track) continue;
        if (!check.person.empty() && person != check.person) continue;
        if (value < check.value) return false;
        found = true;
    }
    return found;
}

bool is_planned_with(const PlanAction& action, const Check& check) {
    return !action.withdrawn && action.scripted.inject.empty() &&
           (check.power.empty() || action.terms.power == check.power);
}

// What the case began is no plan until somebody took it up.
bool is_planned(const CaseNow& now, const Check& check) {
    return std::ranges::count_if(now.state.plan, [&](const auto& entry) {
               return is_planned_with(entry.second, check);
           }) >= check.count;
}

bool wants(const State& state, const RoleId& role, const Check& check) {
    const auto fits = [&](const OptionId& option) {
        return check.options.empty() || names(check.options, option);
    };
    const auto agreed = state.agreements.find({check.decision, role});
    if (agreed != state.agreements.end() && fits(agreed->second.option)) return true;
    return std::ranges::any_of(state.proposals, [&](const auto& entry) {
        const DecisionProposed& made = entry.second.event;
        return made.decision == check.decision && made.by == role && fits(made.option);
    });
}

// To a decision: each of the roles proposed it or agreed to it. Else to one action of the plan.
bool is_agreed(const CaseNow& now, const Check& check) {
    if (!check.decision.empty())
        return std::ranges::all_of(
            check.roles, [&](const RoleId& role) { return wants(now.state, role, check); });
    return std::ranges::any_of(now.state.plan, [&](const auto& entry) {
        const PlanAction& action = entry.second;
        return is_planned_with(action, check) &&
               std::ranges::all_of(check.roles, [&](const RoleId& role) {
                   return action.confirmed.contains(role) || action.terms.lead == role;
               });
    });
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

bool is_on_the_board(const CaseNow& now, const Check& check) {
    int count = 0;
    std::set<std::string> tags;
    std::set<OrganisationId> organisations;
    std::set<RoleId> seats;
    for (const auto& [id, card] : now.state.cards) {
        if (!is_counted(now.state, check, card)) continue;
        ++count;
        const Board& board = *find(*now.state.scenario, card.board);
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

bool has_happened(const CaseNow& now, const Check& check) {
    const auto found = now.state.injects.find(check.inject);
    return found != now.state.injects.end() && found->second.status == InjectStatus::effective;
}

bool is_triaged(const CaseNow& now, const Check&) {
    return now.state.legal.triage == TriageStatus::accepted;
}

// So many of these roles at once.
bool is_convened(const CaseNow& now, const Check& check) {
    const auto found = now.state.present.find(check.meeting);
    return found != now.state.present.end() &&
           std::ranges::count_if(found->second, [&](const RoleId& role) {
               return one_of(check.roles, role);
           }) >= check.count;
}

bool is_present(const CaseNow& now, const Check& check) {
    return std::ranges::all_of(check.roles, [&](const RoleId& role) {
        return is_present(now.state, check.meeting, role);
    });
}

bool is_invited(const CaseNow& now, const Check& check) {
    const auto found = now.state.invited.find(check.meeting);
    return found != now.state.invited.end() &&
           std::ranges::all_of(check.roles,
                               [&](const RoleId& role) { return found->second.contains(role); });
}

bool is_in_phase(const CaseNow& now, const Check& check) {
    const auto found = now.state.phases.find(check.meeting);
    return found != now.state.phases.end() && found->second == check.phase;
}

bool is_in_round(const CaseNow& now, const Check& check) {
    const auto& segments = now.state.scenario->segments;
    const auto at = static_cast<std::size_t>(now.state.clock.segment);
    return at < segments.size() && segments[at].round + 1 >= check.round;
}

bool is_swapped(const CaseNow& now, const Check& check) {
    return now.state.swap.count >= check.count;
}

Maybe since_item(const State& state, const Check& check) {
    Maybe first;
    for (const RoleId& role : check.roles) {
        const Holding* held = holding(state, role, check.item);
        if (held == nullptr || held->form < least_form(check)) continue;
        first = std::min(first.value_or(held->since_sim_ms), held->since_sim_ms);
    }
    return first;
}

// From when a check counts its time; without anything named, from the start of the case.
Maybe since(const State& state, const Check& check) {
    if (!check.decision.empty())
        return taken_of(state, check) ? Maybe{state.decisions.at(check.decision).at_sim_ms}
                                      : Maybe{};
    if (!check.inject.empty())
        return has_happened({state}, check) ? Maybe{state.injects.at(check.inject).at_sim_ms}
                                            : Maybe{};
    if (!check.intervention.empty()) {
        const auto used = state.interventions.find(check.intervention);
        return used == state.interventions.end() ? Maybe{} : Maybe{used->second.at_sim_ms};
    }
    if (!check.item.empty()) return since_item(state, check);
    return state.scenario->start_sim_ms();
}

Maybe long_enough_at(const State& state, const Check& check) {
    const Maybe from = since(state, check);
    return from ? Maybe{sim_after(*state.scenario, *from, check.after_ms)} : Maybe{};
}

bool is_long_ago(const CaseNow& now, const Check& check) {
    const Maybe at = long_enough_at(now.state, check);
    return at && *at <= now.sim_ms;
}

bool is_called_together(const CaseNow& now, const Check& check) {
    return now.state.convened.contains(check.meeting);
}

constexpr CheckRule rules[] = {
    {CheckKind::decision_taken, "decision", "options", is_taken},
    {CheckKind::intervention_used, "intervention", "", is_used},
    {CheckKind::item_known, "item", "roles min_form", is_known},
    {CheckKind::track_at_least, "track value", "person", is_at_least},
    {CheckKind::inject_happened, "inject", "", has_happened},
    {CheckKind::planned, "", "power count", is_planned},
    {CheckKind::triage_accepted, "", "", is_triaged},
    {CheckKind::agreed, "roles", "decision options power", is_agreed},
    {CheckKind::convened, "meeting", "roles count", is_convened},
    {CheckKind::present, "meeting roles", "", is_present},
    {CheckKind::invited, "meeting roles", "", is_invited},
    {CheckKind::phase, "meeting phase", "", is_in_phase},
    {CheckKind::asked, "", "roles by person category item", is_asked},
    {CheckKind::knows, "roles item", "min_form", is_known_to_each},
    {CheckKind::shared_in, "meeting item", "by min_form", is_shared_in},
    {CheckKind::informed, "person", "by", is_informed},
    {CheckKind::act_used, "intervention", "by count", is_used_so_often},
    {CheckKind::round, "round", "", is_in_round},
    {CheckKind::swapped, "", "count", is_swapped},
    {CheckKind::time_since, "after", "decision options inject intervention item roles min_form",
     is_long_ago},
    {CheckKind::filled_in, "decision field values", "options", is_filled_in},
    {CheckKind::card_stands, "board", "column options count tags organisations seats",
     is_on_the_board},
    {CheckKind::called_together, "meeting", "", is_called_together},
};

constexpr bool has_every_kind_in_order() {
    for (std::size_t at = 0; at < std::size(rules); ++at)
        if (rules[at].kind != static_cast<CheckKind>(at)) return false;
    return std::size(rules) == count<CheckKind>();
}
static_assert(has_every_kind_in_order());

}  // namespace

const CheckRule& rule_of(CheckKind kind) { return rules[static_cast<std::size_t>(kind)]; }

bool holds(const CaseNow& now, const Check& check) {
    return rule_of(check.kind).is_so(now, check) != check.negated;
}

bool all_hold(const CaseNow& now, const std::vector<Check>& checks) {
    return std::ranges::all_of(checks, [&](const Check& check) { return holds(now, check); });
}

bool all_hold(const State& state, const std::vector<Check>& checks) {
    return all_hold({state, std::max(state.clock.swept_sim_ms, state.clock.anchor.sim_ms)}, checks);
}

std::optional<std::int64_t> when_time_has_passed(const State& state,
                                                 const std::vector<Check>& checks) {
    Maybe last;
    for (const Check& check : checks) {
        if (check.kind != CheckKind::time_since || check.negated) continue;
        const Maybe at = long_enough_at(state, check);
        if (!at) return std::nullopt;
        last = std::max(last.value_or(*at), *at);
    }
    return last && all_hold({state, *last}, checks) ? last : std::nullopt;
}

}  // namespace casustafel::core
