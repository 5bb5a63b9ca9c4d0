#include <algorithm>

#include "server/score/indicators.hpp"

namespace casustafel::score {
namespace {

constexpr double critical = 3;  // the weight from which an item is

// The role's last note before this swap, and since the one before.
const Entry<core::HandoverNoteWritten>* note_of(const Ledger& ledger, const core::RoleId& role,
                                                const Place& since, const Place& swap) {
    const Entry<core::HandoverNoteWritten>* last = nullptr;
    for (const auto& note : ledger.notes) {
        if (note.event->role == role && since < note.place && note.place < swap) last = &note;
    }
    return last;
}

// Items of its own that somebody badly needs, could still use, and did not have yet.
std::vector<core::ItemId> open_items(const Reading& read, const core::RoleId& role,
                                     const Entry<core::RolesSwapped>& swap) {
    std::vector<core::ItemId> open;
    for (const Pair& pair : read.pairs) {
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

std::vector<core::EntityId> open_requests(const Reading& read, const core::RoleId& role,
                                          const Entry<core::RolesSwapped>& swap) {
    std::vector<core::EntityId> open;
    for (const Question& question : read.questions) {
        const bool answered = question.reply.place && *question.reply.place < swap.place;
        if (question.asked == role && question.place < swap.place && !answered)
            open.push_back(question.request->request);
    }
    return open;
}

template <class T>
int count_in(const std::vector<T>& wanted, const std::vector<T>& mentioned) {
    return static_cast<int>(std::ranges::count_if(wanted, [&](const T& one) {
        return std::ranges::find(mentioned, one) != mentioned.end();
    }));
}

}  // namespace

std::vector<Handover> handovers(const Reading& read) {
    std::vector<Handover> all;
    Place since;
    for (const auto& swap : read.ledger.swaps) {
        for (const core::SeatChange& seat : swap.event->seats) {
            const auto items = open_items(read, seat.role, swap);
            const auto requests = open_requests(read, seat.role, swap);
            Handover handover{.role = seat.role};
            handover.open = static_cast<int>(items.size() + requests.size());
            if (const auto* note = note_of(read.ledger, seat.role, since, swap.place)) {
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
