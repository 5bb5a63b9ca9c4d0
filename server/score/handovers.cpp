#include "server/score/handovers.hpp"

#include <algorithm>

namespace casustafel::score {
namespace {

constexpr double critical = 3;  // the weight from which an item is

// Gives the last note that the role wrote between the swap before this one and this one.
const Entry<core::HandoverNoteWritten>* note_of(const Ledger& ledger, const core::RoleId& role,
                                                const Place& since, const Place& swap) {
    const Entry<core::HandoverNoteWritten>* last = nullptr;
    for (const auto& note : ledger.notes) {
        if (note.event->role == role && since < note.place && note.place < swap) last = &note;
    }
    return last;
}

// Gives the role's own items that somebody badly needed, could still use, and did not have yet.
std::vector<core::ItemId> open_items(const Review& review, const core::RoleId& role,
                                     const Entry<core::RolesSwapped>& swap) {
    std::vector<core::ItemId> open;
    for (const Pair& pair : review.pairs) {
        const core::Item& item = *pair.norm->item;
        if (!core::is_original_holder(item, role) || weight(pair) < critical) continue;
        const bool came = pair.outcome != Outcome::missed && pair.outcome != Outcome::thin &&
                          pair.came->place < swap.place;
        if (came || pair.norm->available_sim_ms > swap.sim_ms) continue;
        if (pair.norm->last_useful_sim_ms < swap.sim_ms) continue;
        if (std::ranges::find(open, item.id) == open.end()) open.push_back(item.id);
    }
    return open;
}

std::vector<core::EntityId> open_requests(const Review& review, const core::RoleId& role,
                                          const Entry<core::RolesSwapped>& swap) {
    std::vector<core::EntityId> open;
    for (const Question& question : review.questions) {
        const bool answered = question.reply.place && *question.reply.place < swap.place;
        if (question.asked == role && question.place < swap.place && !answered)
            open.push_back(question.request->request);
    }
    return open;
}

bool has(const std::vector<core::ItemId>& items, const core::ItemId& item) {
    return std::ranges::find(items, item) != items.end();
}

// Gives what the case began for this role and nobody had changed, each with the items it rests on.
// A request rests on nothing: a note links it itself.
std::vector<std::pair<core::EntityId, std::vector<core::ItemId>>> begun_by_case(
    const Review& review, const core::RoleId& role, const Entry<core::RolesSwapped>& swap) {
    std::vector<std::pair<core::EntityId, std::vector<core::ItemId>>> begun;
    for (const core::EntityId open : open_requests(review, role, swap)) {
        const auto request = std::ranges::find_if(review.ledger.requests, [&](const auto& entry) {
            return entry.event->request == open;
        });
        if (is_scripted(*request->event)) begun.push_back({open, {}});
    }
    for (const PlanStep& step : review.ledger.plan) {
        if (swap.place < step.place) break;
        if (step.scripted && (step.by == role || step.terms->lead == role))
            begun.push_back({step.action, step.terms->items});
        else if (step.terms || step.withdrawn)
            std::erase_if(begun, [&](const auto& one) { return one.first == step.action; });
    }
    return begun;
}

void judge_begun(const Review& review, const Entry<core::RolesSwapped>& swap,
                 const core::HandoverNoteWritten* note, Handover& handover) {
    for (const auto& [id, items] : begun_by_case(review, handover.role, swap)) {
        handover.begun.push_back(id);
        if (!note) continue;
        const bool linked =
            std::ranges::find(note->requests, id) != note->requests.end() ||
            std::ranges::any_of(items, [&](const auto& item) { return has(note->items, item); });
        if (linked) handover.begun_mentioned.push_back(id);
    }
}

template <class T>
int count_in(const std::vector<T>& wanted, const std::vector<T>& mentioned) {
    return static_cast<int>(std::ranges::count_if(wanted, [&](const T& one) {
        return std::ranges::find(mentioned, one) != mentioned.end();
    }));
}

}  // namespace

std::vector<Handover> handovers(const Review& review) {
    std::vector<Handover> all;
    Place since;
    for (const auto& swap : review.ledger.swaps) {
        for (const core::SeatChange& seat : swap.event->seats) {
            const auto items = open_items(review, seat.role, swap);
            const auto requests = open_requests(review, seat.role, swap);
            Handover handover{.role = seat.role};
            handover.open = static_cast<int>(items.size() + requests.size());
            const auto* note = note_of(review.ledger, seat.role, since, swap.place);
            judge_begun(review, swap, note ? note->event : nullptr, handover);
            if (note) {
                handover.seq = note->place.seq;
                handover.mentioned =
                    count_in(items, note->event->items) + count_in(requests, note->event->requests);
            }
            all.push_back(handover);
        }
        since = swap.place;
    }
    return all;
}

}  // namespace casustafel::score
