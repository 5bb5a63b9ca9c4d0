#include <algorithm>
#include <functional>
#include <set>

#include "server/core/law/lawful.hpp"
#include "server/score/indicators.hpp"
#include "server/score/limits.hpp"

namespace casustafel::score {
namespace {

using core::Form;

constexpr double false_certainty = 0.25;  // per assumption or untruth cited as fact
constexpr double too_early = 0.25;        // once, for not awaiting an answer on its way

// One decision with the moment at which it was taken.
struct Taken {
    const core::Decision* decision = nullptr;
    const Entry<core::DecisionPended>* entry = nullptr;
};

bool was_retracted(const Review& review, const Entry<core::DecisionPended>& taken,
                   const Entry<core::DecisionPended>* next) {
    return std::ranges::any_of(review.ledger.retractions, [&](const auto& retraction) {
        return retraction.event->decision == taken.event->decision &&
               taken.place < retraction.place && (!next || retraction.place < next->place);
    });
}

// Gives the first time the decision was taken and not taken back. A retracted decision counts as
// never taken.
const Entry<core::DecisionPended>* first_taken(const Review& review, const core::DecisionId& id) {
    std::vector<const Entry<core::DecisionPended>*> takings;
    for (const auto& taken : review.ledger.decisions) {
        if (taken.event->decision == id) takings.push_back(&taken);
    }
    for (std::size_t at = 0; at < takings.size(); ++at) {
        const auto* next = at + 1 < takings.size() ? takings[at + 1] : nullptr;
        if (!was_retracted(review, *takings[at], next)) return takings[at];
    }
    return nullptr;
}

// Gives the form in which the deciders need the item: the one named, else the least that any
// decider needs, else a conclusion.
Form needed_form(const core::Decision& decision, const core::Required& required,
                 const core::Item& item) {
    if (required.min_form) return *required.min_form;
    Form least = Form::silent;
    for (const core::Need& need : item.needs) {
        if (std::ranges::find(decision.deciders, need.role) == decision.deciders.end()) continue;
        if (least == Form::silent || need.min_form < least) least = need.min_form;
    }
    return least == Form::silent ? Form::conclusion : least;
}

// Gives the richest form in which some decider lawfully held the item when the decision was taken.
Form held_form(const Review& review, const Taken& taken, const core::ItemId& item) {
    Form richest = Form::silent;
    for (const core::RoleId& decider : taken.decision->deciders) {
        richest = std::max(richest,
                           review.holdings.lawful_form_before(decider, item, taken.entry->place));
    }
    return richest;
}

const core::Cited* citation(const Taken& taken, const core::ItemId& item) {
    const auto& cited = taken.entry->event->cited;
    const auto found = std::ranges::find(cited, item, &core::Cited::item);
    return found == cited.end() ? nullptr : &*found;
}

// A citation earns half when it calls a true item an assumption, and all otherwise.
double citation_credit(const core::Item& item, const core::Cited& cited) {
    const bool timid = item.truth == core::Truth::true_ && cited.as == core::Mark::assumption;
    return timid ? 0.5 : 1;
}

// Gives the lawful way by which a missing item could have reached a decider: the way of a need that
// counts, else one that the scenario offers. It only tells.
std::vector<core::RoleId> open_chain(const Review& review, const core::Decision& decision,
                                     const core::Item& item, Form needed) {
    if (!review.tells) return {};
    const auto& deciders = decision.deciders;
    for (const Pair& pair : review.pairs) {
        if (pair.norm->item != &item) continue;
        if (std::ranges::find(deciders, pair.norm->need->role) != deciders.end())
            return pair.norm->chain;
    }
    for (const core::RoleId& decider : deciders) {
        auto chain = core::lawful_chain(review.scenario, item, decider, needed);
        if (!chain.empty()) return chain;
    }
    return {};
}

// Adds up the `count` heaviest weights.
double heaviest(std::vector<double> weights, std::size_t count) {
    std::ranges::sort(weights, std::greater<>());
    double sum = 0;
    for (std::size_t at = 0; at < std::min(count, weights.size()); ++at) sum += weights[at];
    return sum;
}

// What one entry of the required set adds up to. An entry is an item, or a group of which some
// suffice.
struct Weighed {
    std::vector<double> all, available, cited;
    std::size_t count = 1;  // how many of them suffice
};

class Judge {
public:
    Judge(const Review& review, const Taken& taken, DecisionCard& card)
        : review_(review), taken_(taken), card_(card) {}

    void judge() {
        for (const core::Required& required : taken_.decision->required) weigh(required);
        judge_citations();
        card_.available = whole_ > 0 ? available_ / whole_ : 0;
        card_.cited = whole_ > 0 ? cited_ / whole_ * relevance() : 0;
        card_.too_early = unawaited();
        card_.value = (card_.available + card_.cited) / 2 -
                      false_certainty * static_cast<double>(card_.wrong_as_fact.size());
        if (card_.too_early != core::EntityId::none) card_.value -= too_early;
        card_.value = std::max(0.0, card_.value);
    }

private:
    void weigh(const core::Required& required) {
        Weighed weighed;
        if (!required.item.empty()) weigh(required, required.item, false, weighed);
        for (const core::ItemId& id : required.of) weigh(required, id, true, weighed);
        if (required.any > 0) weighed.count = static_cast<std::size_t>(required.any);
        size_ += std::min(weighed.count, weighed.all.size());
        whole_ += heaviest(weighed.all, weighed.count);
        available_ += heaviest(weighed.available, weighed.count);
        cited_ += heaviest(weighed.cited, weighed.count);
    }

    void weigh(const core::Required& required, const core::ItemId& id, bool of_group,
               Weighed& weighed) {
        const core::Item* item = core::find(review_.scenario, id);
        if (!item) return;
        RequiredItem found{.item = id, .of_group = of_group};
        found.needed = needed_form(*taken_.decision, required, *item);
        found.held = held_form(review_, taken_, id);
        const core::Cited* cited = citation(taken_, id);
        weighed.all.push_back(weight(*item));
        if (found.held >= found.needed) weighed.available.push_back(weight(*item));
        if (cited && found.held != Form::silent) {
            weighed.cited.push_back(weight(*item) * citation_credit(*item, *cited));
            found.cited_as = cited->as;
            found.use = Use::cited;
        } else {
            found.use = found.held >= found.needed   ? Use::not_cited
                        : found.held != Form::silent ? Use::too_thin
                                                     : Use::not_there;
        }
        if (found.use == Use::not_there || found.use == Use::too_thin)
            found.chain = open_chain(review_, *taken_.decision, *item, found.needed);
        lacks_[id] = found.held < found.needed ? found.needed : Form::silent;
        card_.required.push_back(found);
    }

    // Looks at each cited item once, and notes which were beside the point and which were no fact
    // but were cited as one.
    void judge_citations() {
        std::set<core::ItemId> seen;
        for (const core::Cited& cited : taken_.entry->event->cited) {
            if (!seen.insert(cited.item).second) continue;
            const bool known = held_form(review_, taken_, cited.item) != Form::silent;
            if (!lacks_.contains(cited.item) || !known) card_.beside.push_back(cited.item);
            const core::Item* item = core::find(review_.scenario, cited.item);
            if (item && item->truth != core::Truth::true_ && cited.as == core::Mark::fact)
                card_.wrong_as_fact.push_back(cited.item);
        }
    }

    // Citing more than half as many items beside the point as there are required ones lowers the
    // credit.
    double relevance() const {
        const auto size = static_cast<double>(size_);
        const auto extra = static_cast<double>(card_.beside.size());
        if (size <= 0) return 1;
        return std::min(1.0, size / (size + extra - size / 2));
    }

    // Gives a request that the deciders should have waited for: a decider asked a holder who could
    // lawfully give something required, its term had not run out, and that term ends before the
    // decision is due.
    core::EntityId unawaited() const {
        for (const Question& question : review_.questions) {
            if (is_awaited(question)) return question.request->request;
        }
        return core::EntityId::none;
    }

    bool is_awaited(const Question& question) const {
        const auto& deciders = taken_.decision->deciders;
        const core::RoleId& asker = question.request->asker;
        const Place& now = taken_.entry->place;
        if (std::ranges::find(deciders, asker) == deciders.end() || now < question.place)
            return false;
        if (is_scripted(*question.request)) return false;
        if (question.reply.place && *question.reply.place < now) return false;
        // In the term's last minute it is not too early any more.
        if (taken_.entry->sim_ms >= question.term_ends_sim_ms - minute_ms) return false;
        if (question.term_ends_sim_ms > card_.deadline_sim_ms) return false;
        return std::ranges::any_of(
            question.matches, [&](const core::Item* item) { return could_come(question, *item); });
    }

    bool could_come(const Question& question, const core::Item& item) const {
        const Place& now = taken_.entry->place;
        const core::RoleId& asker = question.request->asker;
        const auto required = std::ranges::find(card_.required, item.id, &RequiredItem::item);
        if (required == card_.required.end()) return false;
        if (review_.holdings.lawful_form_before(asker, item.id, now) >= required->needed)
            return false;
        if (review_.holdings.form_before(question.asked, item.id, now) < required->needed)
            return false;
        const auto ways = review_.ledger.surroundings->open_at_decision.find(now);
        if (ways == review_.ledger.surroundings->open_at_decision.end()) return false;
        const auto way = ways->second.find({question.asked, asker, item.id});
        return way != ways->second.end() && way->second >= required->needed;
    }

    const Review& review_;
    const Taken& taken_;
    DecisionCard& card_;
    std::map<core::ItemId, Form> lacks_;  // of what is required: the form lacked, or silent
    std::size_t size_ = 0;                // |R_d|, a group as many as suffice
    double whole_ = 0, available_ = 0, cited_ = 0;
};

// Adds up the weight of what the decision should rest on. A group is worth its heaviest items.
double weight_of_required(const core::Scenario& scenario, const core::Decision& decision) {
    double sum = 0;
    const auto weigh = [&](const core::ItemId& id) {
        const core::Item* item = core::find(scenario, id);
        return item ? weight(*item) : 0.0;
    };
    for (const core::Required& required : decision.required) {
        if (!required.item.empty()) sum += weigh(required.item);
        std::vector<double> group;
        for (const core::ItemId& id : required.of) group.push_back(weigh(id));
        sum += heaviest(group, static_cast<std::size_t>(std::max(required.any, 0)));
    }
    return sum;
}

// Tells for a decision that was never taken what it should have rested on, and what the deciders
// had of it at the deadline or the end.
void tell_missing(const Review& review, const core::Decision& decision, DecisionCard& card) {
    const auto tell = [&](const core::Required& required, const core::ItemId& id, bool of_group) {
        const core::Item* item = core::find(review.scenario, id);
        if (!item) return;
        RequiredItem found{.item = id, .of_group = of_group};
        found.needed = needed_form(decision, required, *item);
        for (const core::RoleId& decider : decision.deciders) {
            for (const Reception& reception : review.holdings.of(decider, id)) {
                if (reception.lawful) found.held = std::max(found.held, reception.form);
            }
        }
        found.use = found.held >= found.needed   ? Use::not_cited
                    : found.held != Form::silent ? Use::too_thin
                                                 : Use::not_there;
        if (found.use != Use::not_cited)
            found.chain = open_chain(review, decision, *item, found.needed);
        card.required.push_back(found);
    };
    for (const core::Required& required : decision.required) {
        if (!required.item.empty()) tell(required, required.item, false);
        for (const core::ItemId& id : required.of) tell(required, id, true);
    }
}

// Says whether what the option asks to be best was filled in.
bool is_filled_in_well(const core::Decision& decision, const core::DecisionPended& taken) {
    const core::DecisionOption* option = core::find(decision, taken.option);
    return option && std::ranges::all_of(option->best_with, [&](const core::FilledIn& wanted) {
               return core::filled_in(taken.filled_in, wanted.field) == wanted.value;
           });
}

std::optional<DecisionCard> card_of(const Review& review, const core::Decision& decision) {
    DecisionCard card{.decision = decision.id,
                      .deadline_sim_ms = deadline_of(review.ledger, decision),
                      .core = decision.core,
                      .weight = weight_of_required(review.scenario, decision),
                      .left_out = review.ledger.not_counted.contains(decision.id)};
    if (card.weight <= 0) return std::nullopt;
    const Taken taken{&decision, first_taken(review, decision.id)};
    if (!taken.entry) {
        // A session that still goes on says nothing about what is not due yet.
        card.not_due = review.ledger.end_sim_ms < card.deadline_sim_ms;
        if (card.not_due && !review.ledger.ended) return std::nullopt;
        tell_missing(review, decision, card);
        return card;
    }
    card.option = taken.entry->event->option;
    card.filled_in_well = is_filled_in_well(decision, *taken.entry->event);
    card.by = taken.entry->event->by;
    card.seq = taken.entry->place.seq;
    card.at_sim_ms = taken.entry->sim_ms;
    card.late = taken.entry->sim_ms > card.deadline_sim_ms;
    Judge(review, taken, card).judge();
    if (card.late && card.core) card.value = 0;
    return card;
}

Finding finding(const DecisionCard& card) {
    if (!card.at_sim_ms) return Finding::not_decided;
    return card.late ? Finding::decided_late : Finding::decided;
}

Evidence evidence(const DecisionCard& card, const core::Decision& decision) {
    const bool nobody = card.by.empty() && !decision.deciders.empty();
    Evidence found{.finding = finding(card),
                   .credit = card.value,
                   .weight = card.weight,
                   .role = nobody ? decision.deciders.front() : card.by,
                   .decision = card.decision,
                   .at_sim_ms = card.at_sim_ms,
                   .due_sim_ms = card.deadline_sim_ms};
    if (card.seq > 0) found.seqs.push_back(card.seq);
    return found;
}

}  // namespace

std::vector<DecisionCard> decision_cards(const Review& review) {
    std::vector<DecisionCard> cards;
    for (const core::Decision& decision : review.scenario.decisions) {
        if (auto card = card_of(review, decision)) cards.push_back(std::move(*card));
    }
    return cards;
}

Indicator informed_decisions(const Review& review, const Scope& scope,
                             const std::vector<DecisionCard>& cards) {
    Indicator indicator{.id = IndicatorId::c5, .scope = scope};
    double part = 0, whole = 0;
    for (const DecisionCard& card : cards) {
        const core::Decision& decision = *core::find(review.scenario, card.decision);
        if (scope.level == Level::table && decision.table != scope.table) continue;
        if (card.left_out || card.not_due) continue;
        // What was due and never taken is an opportunity, also beside the core, where it does not
        // pull the mean down.
        Evidence found = evidence(card, decision);
        if (!is_counted(card)) found.weight = 0;
        part += found.weight * card.value;
        whole += found.weight;
        indicator.evidence.push_back(found);
        ++indicator.opportunities;
    }
    indicator.value = percentage(part, whole);
    return indicator;
}

}  // namespace casustafel::score
