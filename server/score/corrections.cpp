#include "server/score/corrections.hpp"

#include <algorithm>
#include <map>

namespace casustafel::score {
namespace {

using Standing = std::vector<const Entry<core::ScoreCorrected>*>;

// Gives the places in the log of what is left out: of an action where it was added, of a decision
// every time it was taken.
std::vector<Place> places_of(const Ledger& ledger, const core::CorrectionTarget& target) {
    std::vector<Place> places;
    const auto collect = [&](const auto& entries, auto is_it) {
        for (const auto& entry : entries) {
            if (is_it(*entry.event)) places.push_back(entry.place);
        }
    };
    switch (target.kind) {
        case core::CorrectionKind::share:
            collect(ledger.shares, [&](const auto& share) { return share.share == target.made; });
            break;
        case core::CorrectionKind::request:
            collect(ledger.requests,
                    [&](const auto& request) { return request.request == target.made; });
            break;
        case core::CorrectionKind::decision:
            collect(ledger.decisions,
                    [&](const auto& taken) { return taken.decision == target.decision; });
            break;
        case core::CorrectionKind::action: {
            const auto added = std::ranges::find(ledger.plan, target.made, &PlanStep::action);
            if (added != ledger.plan.end()) places.push_back(added->place);
            break;
        }
    }
    return places;
}

void tell(const core::ItemShared& share, Correction& told) {
    told.by = share.giver;
    told.to = share.to;
    told.item = share.item;
    told.form = share.form;
}

void tell(const core::RequestMade& request, Correction& told) {
    told.by = request.asker;
    told.to = request.to;
    told.item = request.item;
    told.person = request.person;
}

void tell(const core::DecisionPended& decision, Correction& told) { told.by = decision.by; }

template <class Event>
void tell_first(const std::vector<Entry<Event>>& entries, const std::vector<Place>& places,
                Correction& told) {
    const auto found = std::ranges::find(entries, places.front(), &Entry<Event>::place);
    if (found != entries.end()) tell(*found->event, told);
}

Correction told_correction(const Ledger& whole, const Entry<core::ScoreCorrected>& entry,
                           const std::vector<Flag>& flags) {
    Correction told{.target = entry.event->target,
                    .reason = entry.event->reason,
                    .seq = entry.place.seq,
                    .sim_ms = entry.sim_ms};
    const std::vector<Place> places = places_of(whole, told.target);
    for (const Place& place : places) told.seqs.push_back(place.seq);
    if (places.empty()) return told;
    tell_first(whole.shares, places, told);
    tell_first(whole.requests, places, told);
    tell_first(whole.decisions, places, told);
    const auto added = std::ranges::find(whole.plan, places.front(), &PlanStep::place);
    if (added != whole.plan.end()) told.by = added->by, told.to = {added->terms->lead};
    told.raised_flag = told.target.kind == core::CorrectionKind::share &&
                       std::ranges::find(flags, told.target.made, &Flag::share) != flags.end();
    return told;
}

void put_beside(std::vector<Indicator>& corrected, const std::vector<Indicator>& whole) {
    for (std::size_t at = 0; at < corrected.size(); ++at)
        corrected[at].original = Original{whole[at].value, whole[at].opportunities};
}

}  // namespace

Standing standing_corrections(const Ledger& ledger) {
    std::map<core::CorrectionTarget, const Entry<core::ScoreCorrected>*> last;
    for (const auto& correction : ledger.corrections) last[correction.event->target] = &correction;
    Standing standing;
    for (const auto& correction : ledger.corrections) {
        const bool stands = last.at(correction.event->target) == &correction;
        if (stands && correction.event->leave_out) standing.push_back(&correction);
    }
    return standing;
}

Ledger without(const Ledger& whole, const Standing& corrections) {
    Ledger rest = whole;
    for (const auto* correction : corrections) {
        const core::CorrectionTarget& target = correction->event->target;
        if (target.kind == core::CorrectionKind::decision) {
            rest.not_counted.insert(target.decision);
            continue;
        }
        for (const Place& place : places_of(whole, target)) leave_out(rest, place);
    }
    return rest;
}

std::vector<Correction> told_corrections(const Ledger& whole, const Standing& corrections,
                                         const std::vector<Flag>& flags) {
    std::vector<Correction> told;
    for (const auto* correction : corrections)
        told.push_back(told_correction(whole, *correction, flags));
    return told;
}

void put_originals_beside(Score& corrected, const Score& whole) {
    put_beside(corrected.team, whole.team);
    put_beside(corrected.tables, whole.tables);
    put_beside(corrected.roles, whole.roles);
    put_beside(corrected.people, whole.people);
    Headings& with = corrected.headings;
    with.sharing.original = Original{whole.headings.sharing.value};
    with.cooperation.original = Original{whole.headings.cooperation.value};
    with.original_arrived = Original{whole.headings.arrived};
    with.original_careful = Original{whole.headings.careful};
}

}  // namespace casustafel::score
