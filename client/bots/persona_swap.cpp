// The swap: what everybody hands over, and saying ready. The case's time stands still, so nobody
// waits for a thought to ripen.
#include <algorithm>

#include "client/bots/persona.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::bots {
namespace {

bool moves(const v1::SwapUnderWay& swap, const std::string& role) {
    for (const v1::ViewPair& pair : swap.pairs()) {
        if (pair.one() == role || pair.other() == role) return true;
    }
    return false;
}

constexpr int items_in_a_note = 10;

}  // namespace

void Persona::swap_roles(const model::View& view, const v1::SwapUnderWay& swap) {
    if (manner_ == Manner::silent || !moves(swap, role_) || contains(swap.ready(), role_)) return;
    if (swap.stage() == contract::SwapStage::writing && manner_ != Manner::flooder)
        write_note(view);
    if (swap.stage() == contract::SwapStage::reading && manner_ != Manner::flooder) {
        for (const v1::Item* held : view.all<v1::Item>()) {
            if (held->read() || !done_.insert("read " + held->id()).second) continue;
            v1::Command command;
            command.mutable_read_item()->set_item(held->id());
            say(command);
        }
    }
    // Another swap may follow: what was said is known from the view, not from memory.
    v1::Command command;
    command.mutable_say_ready();
    if (done_.insert("ready " + swap.stage() + std::to_string(sim_ms_)).second) say(command);
}

// What is still to be done in this role: its open requests, and what it holds for others.
void Persona::write_note(const model::View& view) {
    if (!done_.insert("hand over " + std::to_string(sim_ms_)).second) return;
    v1::Command command;
    auto* note = command.mutable_write_handover_note();
    note->set_text("Dit loopt nog. Lees eerst de stukken hieronder en beantwoord de open vragen.");
    for (const v1::Request* request : view.all<v1::Request>()) {
        const bool to_answer = contains(request->to(), role_) &&
                               std::none_of(request->answers().begin(), request->answers().end(),
                                            [&](const auto& each) { return each.by() == role_; });
        const bool unanswered = request->asker() == role_ && request->answers().empty();
        if (to_answer || unanswered) note->add_requests(request->id());
    }
    for (const v1::Item* held : view.all<v1::Item>()) {
        const KeyItem* item = key_.item(held->id());
        if (item == nullptr || note->items_size() >= items_in_a_note) continue;
        const bool needed = need_of(*item, role_) != nullptr || !item->needs.empty();
        if (needed) note->add_items(held->id());
    }
    say(command);
}

}  // namespace casustafel::bots
