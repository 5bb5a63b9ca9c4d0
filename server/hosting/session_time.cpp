// Session, the part about time: what is due, who waits for it, and running as fast as the bots
// allow.
#include <algorithm>

#include "server/hosting/limits.hpp"
#include "server/hosting/session.hpp"

namespace casustafel::hosting {

std::int64_t Session::real_ms() const {
    if (held() || maximum_speed_) return real_base_ms_;
    return real_base_ms_ + around_.clock.steady_ms() - steady_base_ms_;
}

bool Session::take_due(std::int64_t now_ms) {
    const auto record = log_->take_due(now_ms, around_.clock.wall_ms());
    if (!record) return false;
    publish(*record);
    return true;
}

bool Session::advance() {
    if (lost_) return false;
    if (hold_ == Hold::storage) try_storage();
    if (hold_ != Hold::storage) forget_old_names();
    bool more = false;
    if (hold_ == Hold::none) {
        int instants = 0;
        while (instants < limits::instants_per_turn && take_due(real_ms())) ++instants;
        wake_those_who_stand_by();
        more = jump_when_all_stand_by() || instants == limits::instants_per_turn;
    }
    hand_over();
    const bool runs = log_->state().phase == core::SessionPhase::running;
    if (runs && around_.clock.steady_ms() - clock_saved_ms_ >= limits::save_clock_every_ms)
        save_clock();
    return more;
}

std::int64_t Session::next_wake_ms() const {
    if (lost_) return INT64_MAX;
    if (hold_ == Hold::storage) return probe_at_ms_;
    if (hold_ == Hold::recovering) return forget_names_at_ms_;
    if (maximum_speed_) return all_stand_by() ? around_.clock.steady_ms() : forget_names_at_ms_;
    std::int64_t wake_ms = forget_names_at_ms_;
    const auto at = [&](std::int64_t session_ms) {
        wake_ms = std::min(wake_ms, steady_base_ms_ + session_ms - real_base_ms_);
    };
    if (const auto due = core::next_due(log_->state())) at(*due);
    if (const auto reached = earliest_stand_by()) at(*reached);
    if (log_->state().phase == core::SessionPhase::running) {
        wake_ms = std::min(wake_ms, clock_saved_ms_ + limits::save_clock_every_ms);
    }
    return wake_ms;
}

// The real_ms at which the first of those who stand by wants to be told; nothing when none waits.
std::optional<std::int64_t> Session::earliest_stand_by() const {
    std::optional<std::int64_t> earliest;
    for (const auto& [connection, watcher] : watchers_) {
        if (!watcher.stand_by) continue;
        const auto reached = core::real_when_sim(log_->state().clock, *texts_.scenario,
                                                 watcher.stand_by->until_sim_ms());
        if (reached && (!earliest || *reached < *earliest)) earliest = reached;
    }
    return earliest;
}

void Session::wake_those_who_stand_by() {
    if (log_->state().phase != core::SessionPhase::running) return;
    const std::int64_t sim_ms = log_->stamp_at(real_ms()).sim_ms;
    for (auto& [connection, watcher] : watchers_) {
        if (!watcher.stand_by || watcher.stand_by->until_sim_ms() > sim_ms) continue;
        watcher.stand_by.reset();
        v1::ServerFrame frame;
        frame.mutable_clock_reached()->set_sim_ms(sim_ms);
        tell(connection, frame);
    }
}

// Everybody at a table has seen all there is to see, and waits for the clock. Nobody waits for an
// autopilot, which the clock itself plays, nor for a trainer who stands in.
bool Session::all_stand_by() const {
    if (log_->state().phase != core::SessionPhase::running || gate_.waiting() || !reading_)
        return false;
    const auto& seats = log_->state().seats;
    return std::all_of(seats.begin(), seats.end(), [&](const auto& entry) {
        const core::ParticipantId occupant = entry.second.occupant;
        if (occupant == core::ParticipantId::nobody) return true;
        return std::any_of(watchers_.begin(), watchers_.end(), [&](const auto& each) {
            const auto& [connection, watcher] = each;
            return watcher.participant == occupant && watcher.stand_by &&
                   watcher.stand_by->frames_seen() == gate_.sent_to(connection);
        });
    });
}

// True: it did, and whoever it woke or told nothing may let it go on at once.
bool Session::jump_when_all_stand_by() {
    if (!maximum_speed_ || !all_stand_by()) return false;
    std::optional<std::int64_t> next = core::next_due(log_->state());
    const auto reached = earliest_stand_by();
    if (reached && (!next || *reached < *next)) next = reached;
    if (!next) return false;
    real_base_ms_ = std::max(real_base_ms_, *next);
    while (take_due(real_base_ms_)) {
    }
    wake_those_who_stand_by();
    return true;
}

void Session::set_maximum_speed(bool on) {
    if (on == maximum_speed_) return;
    real_base_ms_ = real_ms();
    steady_base_ms_ = around_.clock.steady_ms();
    maximum_speed_ = on;
    save_clock();  // so that a restart goes on as fast
}

}  // namespace casustafel::hosting
