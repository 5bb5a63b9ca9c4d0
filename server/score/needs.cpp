#include "server/score/needs.hpp"

#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/core/values/clock.hpp"
#include "server/score/limits.hpp"
#include "server/score/presence.hpp"

namespace casustafel::score {
namespace {

std::optional<std::int64_t> available_since(const Ledger& ledger, const core::ItemId& item) {
    for (const auto& deal : ledger.deals) {
        if (deal.event->item == item) return deal.sim_ms;
    }
    return std::nullopt;
}

// Gives the first decision of the role's own table that leaves more than an hour after the item
// came.
const core::Decision* first_decision(const core::Scenario& scenario, const core::RoleId& role,
                                     std::int64_t available_sim_ms) {
    const core::TableId& table = core::find(scenario, role)->table;
    const core::Decision* first = nullptr;
    for (const core::Decision& decision : scenario.decisions) {
        if (decision.table != table) continue;
        if (decision.deadline_sim_ms <= available_sim_ms + before_decision_ms) continue;
        if (!first || decision.deadline_sim_ms < first->deadline_sim_ms) first = &decision;
    }
    return first;
}

std::int64_t deadline(const core::Scenario& scenario, const core::Need& need,
                      std::int64_t available_sim_ms) {
    if (need.by_sim_ms) return *need.by_sim_ms;
    const core::Decision* decision = need.decision.empty()
                                         ? first_decision(scenario, need.role, available_sim_ms)
                                         : core::find(scenario, need.decision);
    return decision ? decision->deadline_sim_ms - before_decision_ms : scenario.end_sim_ms();
}

// The clock of what is due right after a swap stands still for as long as that of open requests.
std::int64_t shifted_by_swaps(const core::Scenario& scenario, const Ledger& ledger,
                              std::int64_t deadline_sim_ms) {
    for (const auto& swap : ledger.swaps) {
        const std::int64_t pause = swap.event->term_extension_ms;
        const bool within = deadline_sim_ms >= swap.sim_ms &&
                            deadline_sim_ms <= core::sim_after(scenario, swap.sim_ms, pause);
        if (within) deadline_sim_ms = core::sim_after(scenario, deadline_sim_ms, pause);
    }
    return deadline_sim_ms;
}

template <class T>
bool has(const std::vector<T>& list, const T& one) {
    return std::ranges::find(list, one) != list.end();
}

// Says whether this change ended what the condition asks, for everybody who could meet it.
bool makes_impossible(const core::FactChange& change, const core::Condition& condition,
                      const core::Item& item) {
    const auto for_all = [&](auto ended) {
        if (!condition.person.empty()) return ended(condition.person);
        return !item.about.empty() && std::ranges::all_of(item.about, ended);
    };
    switch (condition.kind) {
        case core::ConditionKind::covenant: return change.covenant == false;
        case core::ConditionKind::acute:
            return for_all(
                [&](const core::PersonId& person) { return has(change.no_longer_acute, person); });
        case core::ConditionKind::measure:
            return for_all([&](const core::PersonId& person) {
                return std::ranges::any_of(change.measures_end, [&](const core::Measure& measure) {
                    return measure.person == person &&
                           (condition.subject.empty() || measure.subject == condition.subject);
                });
            });
        case core::ConditionKind::consent:
            return for_all([&](const core::PersonId& person) {
                return std::ranges::any_of(change.consents, [&](const core::ConsentAnswer& answer) {
                    return answer.person == person && !answer.given &&
                           (answer.scope.empty() || answer.scope == condition.subject);
                });
            });
        case core::ConditionKind::triage_accepted:
        case core::ConditionKind::present_in_circle:
        case core::ConditionKind::weighing_recorded:
        case core::ConditionKind::authority_agrees:
        case core::ConditionKind::minor:
        case core::ConditionKind::age:
        case core::ConditionKind::person_is_informed:
        case core::ConditionKind::privacy_advice: break;
    }
    return false;
}

// Gives the item without the ways that something in play closed before the deadline (README.md
// §pairs).
core::Item with_open_ways(const Ledger& ledger, const core::Item& item,
                          std::int64_t deadline_sim_ms) {
    core::Item open = item;
    for (const auto& facts : ledger.facts) {
        if (facts.sim_ms >= deadline_sim_ms) continue;
        std::erase_if(open.grants, [&](const core::Grant& grant) {
            return std::ranges::any_of(grant.when, [&](const core::Condition& condition) {
                return makes_impossible(facts.event->change, condition, item);
            });
        });
    }
    return open;
}

std::vector<core::RoleId> chain_to(const core::Scenario& scenario, const Ledger& ledger,
                                   const core::Item& item, const core::Need& need,
                                   std::int64_t deadline_sim_ms) {
    if (ledger.facts.empty()) return core::lawful_chain(scenario, item, need.role, need.min_form);
    return core::lawful_chain(scenario, with_open_ways(ledger, item, deadline_sim_ms), need.role,
                              need.min_form);
}

// Gives T: the deadline plus as long again as there was time, but not beyond the decision that the
// need names.
std::int64_t last_useful(const core::Scenario& scenario, const core::Need& need,
                         std::int64_t available_sim_ms, std::int64_t deadline_sim_ms) {
    const std::int64_t doubled = deadline_sim_ms + (deadline_sim_ms - available_sim_ms);
    const core::Decision* decision = core::find(scenario, need.decision);
    if (!decision || decision->deadline_sim_ms <= deadline_sim_ms) return doubled;
    return std::min(doubled, decision->deadline_sim_ms);
}

// Gives the one table at which all of them sit, and an empty id when they sit at several.
core::TableId home(const Surroundings& around, const std::vector<core::RoleId>& holders) {
    core::TableId table;
    for (const core::RoleId& holder : holders) {
        const core::TableId& here = table_of(around, holder);
        if (!table.empty() && table != here) return {};
        table = here;
    }
    return table;
}

// Gives the only holder of the item when it was away for more than half of the window, else
// nullptr.
const core::RoleId* absent_holder(const core::Scenario& scenario, const Ledger& ledger,
                                  const Norm& norm) {
    if (norm.holders.size() != 1) return nullptr;
    const core::RoleId& holder = norm.holders.front();
    const auto away = ledger.surroundings->away.find(holder);
    if (away == ledger.surroundings->away.end()) return nullptr;
    const Interval window{norm.available_sim_ms, norm.deadline_sim_ms};
    const std::int64_t length =
        core::running_between(scenario, window.from_sim_ms, window.to_sim_ms);
    return 2 * covered(scenario, away->second, window) > length ? &holder : nullptr;
}

std::optional<Norm> norm_of(const core::Scenario& scenario, const Ledger& ledger,
                            const core::Item& item, const core::Need& need) {
    const auto available = available_since(ledger, item.id);
    if (!available || core::is_original_holder(item, need.role)) return std::nullopt;
    Norm norm{.item = &item, .need = &need, .available_sim_ms = *available};
    norm.deadline_sim_ms = shifted_by_swaps(scenario, ledger, deadline(scenario, need, *available));
    if (*available >= norm.deadline_sim_ms) return std::nullopt;
    // Nobody can miss what was not yet due when the exercise was stopped.
    if (ledger.end_sim_ms < norm.deadline_sim_ms) return std::nullopt;
    norm.last_useful_sim_ms = last_useful(scenario, need, *available, norm.deadline_sim_ms);
    norm.chain = chain_to(scenario, ledger, item, need, norm.deadline_sim_ms);
    if (norm.chain.empty()) return std::nullopt;
    norm.holders = core::original_holders(item);
    norm.home = home(*ledger.surroundings, norm.holders);
    norm.table = table_of(*ledger.surroundings, need.role);
    return norm;
}

double timeliness(const Norm& norm, std::int64_t came_sim_ms) {
    if (came_sim_ms <= norm.deadline_sim_ms) return 1;
    const auto over = static_cast<double>(came_sim_ms - norm.deadline_sim_ms);
    const auto room = static_cast<double>(norm.last_useful_sim_ms - norm.deadline_sim_ms);
    return std::max(0.0, 1 - over / room);
}

// A red share delivers nothing, so only lawful receptions are looked at.
void settle(Pair& pair, const Holdings& holdings) {
    const Norm& norm = *pair.norm;
    pair.came = holdings.first_lawful(norm.need->role, norm.item->id, norm.need->min_form);
    if (pair.came) {
        const bool in_time = pair.came->sim_ms <= norm.last_useful_sim_ms;
        pair.outcome = in_time ? Outcome::delivered : Outcome::late;
        pair.timeliness = timeliness(norm, pair.came->sim_ms);
        return;
    }
    pair.came = holdings.first_lawful(norm.need->role, norm.item->id, core::Form::pointer);
    if (pair.came) pair.outcome = Outcome::thin;
}

bool unmet_at(const Pair& pair, const Place& place) {
    const bool met = pair.outcome == Outcome::delivered || pair.outcome == Outcome::late;
    return !met || place < pair.came->place;
}

// Gives since when the role has the item of its own, if it does by the deadline.
std::optional<std::int64_t> own_since(const Norm& norm, const Holdings& holdings,
                                      const core::RoleId& role) {
    const Reception* own = holdings.own(role, norm.item->id);
    if (!own || own->sim_ms > norm.deadline_sim_ms) return std::nullopt;
    return own->sim_ms;
}

void knows_since(Pair& pair, const core::RoleId& holder, std::int64_t sim_ms) {
    pair.reason_to_know.push_back(holder);
    pair.known_since_sim_ms = std::min(pair.known_since_sim_ms.value_or(sim_ms), sim_ms);
}

void note_requests(Pair& pair, const Ledger& ledger, const Holdings& holdings) {
    const Norm& norm = *pair.norm;
    for (const core::RoleId& holder : norm.holders) {
        const auto since = own_since(norm, holdings, holder);
        if (norm.need->known_to_holder && since) knows_since(pair, holder, *since);
    }
    for (const auto& request : ledger.requests) {
        if (!asks_for(*request.event, norm)) continue;
        const bool asks = !is_scripted(*request.event) && unmet_at(pair, request.place);
        if (!pair.asked && asks) pair.asked = request.place;
        if (request.sim_ms > norm.deadline_sim_ms) continue;
        for (const core::RoleId& asked : request.event->to) {
            const bool known =
                std::ranges::find(pair.reason_to_know, asked) != pair.reason_to_know.end();
            const auto since = own_since(norm, holdings, asked);
            if (!known && since) knows_since(pair, asked, std::max(*since, request.sim_ms));
        }
    }
}

Finding finding(Outcome outcome) {
    switch (outcome) {
        case Outcome::delivered: return Finding::delivered;
        case Outcome::late: return Finding::late;
        case Outcome::thin: return Finding::thin;
        case Outcome::missed: break;
    }
    return Finding::missed;
}

}  // namespace

Norms norms(const core::Scenario& scenario, const Ledger& ledger) {
    Norms all;
    for (const core::Item& item : scenario.items) {
        for (const core::Need& need : item.needs) {
            const auto norm = norm_of(scenario, ledger, item, need);
            if (!norm) continue;
            if (const core::RoleId* holder = absent_holder(scenario, ledger, *norm)) {
                all.removed.push_back({item.id, need.role, *holder, norm->deadline_sim_ms});
            } else {
                all.counted.push_back(*norm);
            }
        }
    }
    return all;
}

Pair pair_of(const Norm& norm, const Ledger& ledger, const Holdings& holdings) {
    Pair pair{.norm = &norm};
    settle(pair, holdings);
    note_requests(pair, ledger, holdings);
    return pair;
}

std::vector<Pair> pairs(const std::vector<Norm>& counted, const Ledger& ledger,
                        const Holdings& holdings) {
    std::vector<Pair> all;
    for (const Norm& norm : counted) all.push_back(pair_of(norm, ledger, holdings));
    return all;
}

bool asks_for(const core::RequestMade& request, const Norm& norm) {
    return request.asker == norm.need->role && core::asks_for(request, *norm.item);
}

double weight(const Pair& pair) { return pair.norm->need->weight; }

std::vector<Counted> counts_for(const Pair& pair) {
    std::vector<Counted> counted;
    if (pair.came && pair.came->share) {
        counted.push_back({pair.came->share->giver, pair.came->place});
    } else {
        for (const core::RoleId& holder : pair.reason_to_know) counted.push_back({holder, {}});
    }
    const bool nobody_knew = pair.outcome != Outcome::delivered && pair.reason_to_know.empty();
    if (pair.asked || nobody_knew) counted.push_back({pair.norm->need->role, pair.asked});
    return counted;
}

double weight(const core::Item& item) {
    if (item.weight) return *item.weight;
    int highest = 0;
    for (const core::Need& need : item.needs) highest = std::max(highest, need.weight);
    return highest == 0 ? 1 : highest;
}

Evidence evidence(const Pair& pair) {
    const Norm& norm = *pair.norm;
    Evidence found{.finding = finding(pair.outcome),
                   .weight = weight(pair),
                   .item = norm.item->id,
                   .role = norm.need->role,
                   .other = norm.chain.front(),
                   .needed = norm.need->min_form,
                   .purpose = norm.need->purpose};
    found.due_sim_ms = norm.deadline_sim_ms;
    if (pair.asked) found.seqs.push_back(pair.asked->seq);
    if (pair.came) {
        found.seqs.push_back(pair.came->place.seq);
        found.at_sim_ms = pair.came->sim_ms;
        found.form = pair.came->form;
        if (pair.came->share) {
            found.other = pair.came->share->giver;
            found.share = pair.came->share->share;
        }
    }
    if (pair.outcome != Outcome::delivered) {
        found.chain = norm.chain;
        found.reason_to_know = pair.reason_to_know;
        found.known_since_sim_ms = pair.known_since_sim_ms;
    }
    return found;
}

}  // namespace casustafel::score
