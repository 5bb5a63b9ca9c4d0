// Session, the part about standing still: after a restart, and while the disk says no.
#include <algorithm>
#include <utility>

#include "server/hosting/frames.hpp"
#include "server/hosting/limits.hpp"
#include "server/hosting/session.hpp"

namespace casustafel::hosting {

// After a restart: those who sat at a table in a running case and were connected are waited for.
void Session::wait_for_everybody() {
    awaited_.clear();
    if (log_->state().phase == core::SessionPhase::running) {
        for (const auto& [role, seat] : log_->state().seats) {
            const auto found = log_->state().participants.find(seat.occupant);
            if (found != log_->state().participants.end() && found->second.connected) {
                awaited_.insert(seat.occupant);
            }
        }
    }
    hold_ = Hold::recovering;
    if (everybody_is_back()) {
        release_hold(random_command_id());
    } else {
        announce_hold();
    }
}

// The session goes on; the record that says so carries this id. A rejection: it has ended
// meanwhile.
std::optional<core::Rejection> Session::release_hold(const core::CommandId& id) {
    hold_ = Hold::none;
    steady_base_ms_ = around_.clock.steady_ms();
    const auto rejection = submit({.kind = core::ActorKind::host}, id, core::NoteRecovery{});
    if (!rejection) note_departures();
    for (const core::ParticipantId gone : std::exchange(leaving_, {})) {
        submit({.kind = core::ActorKind::participant, .participant = gone}, random_command_id(),
               core::LeaveSession{});
        people_.forget_token(gone);
    }
    announce_hold();
    return rejection;
}

void Session::announce_hold() {
    for (const auto& [connection, watcher] : watchers_) announce_hold_to(connection);
}

void Session::announce_hold_to(ConnectionId connection) {
    v1::ServerFrame frame;
    const auto watcher = watchers_.find(connection);
    const bool trainer = watcher != watchers_.end() && watcher->second.trainer;
    switch (hold_) {
        case Hold::none: frame.mutable_held()->set_reason(""); break;
        case Hold::recovering:
            frame.mutable_held()->set_reason("recovering");
            for (const core::ParticipantId id : awaited_)
                if (trainer && !is_here(id))
                    frame.mutable_held()->add_missing(static_cast<std::uint32_t>(id));
            break;
        case Hold::storage: frame.mutable_held()->set_reason("storage"); break;
    }
    tell(connection, frame);
}

bool Session::is_here(core::ParticipantId id) const {
    return std::any_of(watchers_.begin(), watchers_.end(),
                       [&](const auto& each) { return each.second.participant == id; });
}

bool Session::everybody_is_back() const {
    return std::all_of(awaited_.begin(), awaited_.end(),
                       [&](core::ParticipantId id) { return is_here(id); });
}

// Who came or went while the session waits: it goes on, or everybody hears who is waited for.
void Session::look_who_is_back() {
    if (hold_ != Hold::recovering) return;
    if (everybody_is_back())
        release_hold(random_command_id());
    else
        announce_hold();
}

// What the log says of connections becomes what is so, in either direction.
void Session::note_departures() {
    std::vector<core::NoteConnection> changed;
    for (const auto& [id, participant] : log_->state().participants) {
        if (participant.present && participant.connected != is_here(id)) {
            changed.push_back({id, !participant.connected});
        }
    }
    for (const core::NoteConnection& note : changed) submit_own(note);
}

// A commit failed: what was made since the last durable record never happened.
void Session::fall_back() {
    const std::uint64_t was_durable = gate_.durable_position();
    ++epoch_of_read_;
    real_base_ms_ = real_ms();
    waits_after_storage_ |= hold_ == Hold::recovering;
    hold_ = Hold::storage;
    probe_at_ms_ = around_.clock.steady_ms() + limits::probe_storage_every_ms;
    // Who wanted in and was about to be answered comes again; who is in hears of the hold.
    for (const ConnectionId unanswered : gate_.restart(position())) {
        if (!watchers_.contains(unanswered))
            around_.transport.close(unanswered, CloseReason::going_away);
    }
    readable_ = read();
    announce_hold();
    if (readable_) show_afresh(was_durable);
    throttle_reading();
}

void Session::try_storage() {
    if (around_.clock.steady_ms() < probe_at_ms_) return;
    probe_at_ms_ = around_.clock.steady_ms() + limits::probe_storage_every_ms;
    if (!around_.store.probe() || !claim()) return;
    const std::uint64_t was_durable = gate_.durable_position();
    readable_ = read();
    if (!readable_) return;
    show_afresh(was_durable);
    if (std::exchange(waits_after_storage_, false)) return wait_for_everybody();
    release_hold(random_command_id());
}

// The same people look at another State. Who came in by something that never happened is told so;
// the others are greeted again, so that they drop the views of which they may not have heard that
// they closed.
void Session::show_afresh(std::uint64_t was_durable) {
    for (auto& [participant, rejected] : rejected_) {
        std::erase_if(rejected,
                      [&](const RejectedCommand& each) { return each.position > was_durable; });
    }
    for (auto& [connection, watcher] : watchers_) {
        watcher.stand_by.reset();
        if (watcher.participant != core::ParticipantId::nobody &&
            !people_.has_token_hash(watcher.participant, watcher.token_hash)) {
            refuse(connection, watcher.came_by, "session_held");
            watcher.participant = core::ParticipantId::nobody;
        } else {
            greet(connection, watcher, true);
        }
        std::erase_if(watcher.looked_through, [&](const core::RoleId& role) {
            return !log_->state().looked_through.contains(role);
        });
        settle_views(connection, watcher);
        for (auto& [name, subscriber] : watcher.views) {
            gate_.send(
                connection,
                shared(subscriber.snapshot(projector_, log_->state(), log_->stamp_at(real_ms()))),
                position());
        }
        tell_names_to(connection);
    }
}

}  // namespace casustafel::hosting
