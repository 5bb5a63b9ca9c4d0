#include "server/hosting/session/watchers.hpp"

#include <algorithm>
#include <utility>

#include "server/core/families/observers.hpp"
#include "server/core/values/clock.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {
namespace {

// Whether somebody may hold other views from here on.
bool changes_a_seat(const core::Event& event) {
    return std::holds_alternative<core::RoleTaken>(event) ||
           std::holds_alternative<core::RoleReleased>(event) ||
           std::holds_alternative<core::StandInStarted>(event) ||
           std::holds_alternative<core::StandInEnded>(event) ||
           std::holds_alternative<core::RolesSwapped>(event);
}

using NamedViews = std::vector<std::pair<std::string, view::Viewer>>;

// A participant has one for each role it plays, or that of a seat in the lobby; a trainer its own,
// those of the roles it stands in for, and those it looks through; an observer that of a seat and
// that of the role through which it looks, if it may.
NamedViews views_of(const Watcher& watcher, const core::State* state) {
    NamedViews views;
    if (state == nullptr) return views;
    const auto add = [&](view::Viewer viewer) {
        std::string name = view::view_name(viewer);
        views.emplace_back(std::move(name), std::move(viewer));
    };
    if (watcher.trainer) {
        add(view::trainer_viewer());
        for (const auto& [role, seat] : state->seats)
            if (seat.stand_in) add(view::role_viewer(role));
        for (const core::RoleId& role : watcher.looked_through)
            views.emplace_back(view::see_as_name(role), view::looking_viewer(role));
        return views;
    }
    if (watcher.observer != core::ObserverId::nobody) {
        add(view::seat_viewer());
        if (core::looks_through(*state, watcher.observer, watcher.eyes))
            views.emplace_back(view::see_as_name(watcher.eyes), view::looking_viewer(watcher.eyes));
        return views;
    }
    for (const core::RoleId& role : core::roles_of(*state, watcher.participant))
        add(view::role_viewer(role));
    if (views.empty()) add(view::seat_viewer(watcher.participant));
    return views;
}

}  // namespace

bool Watcher::owes() const {
    return !papers.empty() || std::any_of(views.begin(), views.end(),
                                          [](const auto& view) { return view.second.owes(); });
}

// Who is here.

Watcher* Watchers::find(ConnectionId connection) {
    const auto found = watchers_.find(connection);
    return found == watchers_.end() ? nullptr : &found->second;
}

std::set<core::ParticipantId> Watchers::here() const {
    std::set<core::ParticipantId> here;
    for (const auto& [connection, watcher] : watchers_) here.insert(watcher.participant);
    return here;
}

bool Watchers::is_here(core::ParticipantId id) const {
    return std::any_of(watchers_.begin(), watchers_.end(),
                       [&](const auto& each) { return each.second.participant == id; });
}

bool Watchers::is_here(core::ObserverId id) const {
    return std::any_of(watchers_.begin(), watchers_.end(),
                       [&](const auto& each) { return each.second.observer == id; });
}

std::size_t Watchers::participants() const {
    return static_cast<std::size_t>(std::count_if(
        watchers_.begin(), watchers_.end(),
        [](const auto& each) { return each.second.participant != core::ParticipantId::nobody; }));
}

std::size_t Watchers::screens() const {
    return static_cast<std::size_t>(std::count_if(
        watchers_.begin(), watchers_.end(), [](const auto& each) { return each.second.screen; }));
}

void Watchers::keep_onlookers(std::size_t most) {
    std::vector<ConnectionId> onlookers;  // as the connections came
    for (const auto& [connection, watcher] : watchers_)
        if (!watcher.trainer && !watcher.screen && watcher.observer == core::ObserverId::nobody &&
            watcher.participant == core::ParticipantId::nobody)
            onlookers.push_back(connection);
    for (std::size_t at = 0; at + most < onlookers.size(); ++at) leave(onlookers[at]);
}

Was Watchers::start_afresh(ConnectionId connection) {
    Watcher& watcher = watchers_[connection];
    const Was was{watcher.participant, watcher.observer};
    watcher = {};
    if (!reading_) transport_.read_from(connection, false);
    return was;
}

Was Watchers::leave(ConnectionId connection) {
    gate_.forget(connection);
    const auto found = watchers_.find(connection);
    if (found == watchers_.end()) return {};
    const Was was{found->second.participant, found->second.observer};
    watchers_.erase(found);
    if (!reading_) transport_.read_from(connection, true);
    return was;
}

void Watchers::close_each(const std::function<bool(ConnectionId, const Watcher&)>& is_one,
                          CloseReason reason, std::uint64_t position) {
    std::erase_if(watchers_, [&](const auto& entry) {
        if (!is_one(entry.first, entry.second)) return false;
        gate_.close(entry.first, reason, position);
        return true;
    });
}

void Watchers::supersede(core::ParticipantId id, ConnectionId by, std::uint64_t position) {
    close_each([&](ConnectionId connection,
                   const Watcher& each) { return each.participant == id && connection != by; },
               CloseReason::superseded, position);
}

void Watchers::supersede(core::ObserverId id, ConnectionId by, std::uint64_t position) {
    close_each([&](ConnectionId connection,
                   const Watcher& each) { return each.observer == id && connection != by; },
               CloseReason::superseded, position);
}

void Watchers::close_those_of(core::ParticipantId id, CloseReason reason, std::uint64_t position) {
    close_each([&](ConnectionId, const Watcher& each) { return each.participant == id; }, reason,
               position);
}

void Watchers::close_those_of(core::ObserverId id, CloseReason reason, std::uint64_t position) {
    close_each([&](ConnectionId, const Watcher& each) { return each.observer == id; }, reason,
               position);
}

void Watchers::close_all(CloseReason reason) {
    for (const auto& [connection, watcher] : watchers_) transport_.close(connection, reason);
}

void Watchers::read(bool reading) {
    if (reading == reading_) return;
    reading_ = reading;
    for (const auto& [connection, watcher] : watchers_) transport_.read_from(connection, reading);
}

// What they see.

void Watchers::settle_views(ConnectionId connection, Watcher& watcher, const Moment& live) {
    const auto [projector, now] = sight_of(watcher, live);
    const NamedViews wanted = views_of(watcher, now.state);
    std::erase_if(watcher.views, [&](const auto& held) {
        const bool keep = std::any_of(wanted.begin(), wanted.end(),
                                      [&](const auto& view) { return view.first == held.first; });
        if (!keep) gate_.send(connection, shared(view::view_closed(held.first)), now.position);
        return !keep;
    });
    for (const auto& [name, viewer] : wanted) {
        const auto [held, fresh] = watcher.views.try_emplace(name, viewer, name);
        if (!fresh) continue;
        gate_.send(connection, shared(held->second.snapshot(*projector, *now.state, now.stamp)),
                   now.position);
        some_owe_ |= held->second.owes();
    }
}

void Watchers::show_whole(ConnectionId connection, Watcher& watcher, const Moment& live) {
    const auto [projector, now] = sight_of(watcher, live);
    for (auto& [name, subscriber] : watcher.views) {
        gate_.send(connection, shared(subscriber.snapshot(*projector, *now.state, now.stamp)),
                   now.position);
        some_owe_ |= subscriber.owes();
    }
}

void Watchers::hand_out(Watcher& watcher, const std::vector<Frame>& pieces) {
    watcher.papers.insert(watcher.papers.end(), pieces.begin(), pieces.end());
    some_owe_ = true;
}

bool Watchers::feed(std::uint64_t position) {
    if (!std::exchange(some_owe_, false)) return false;
    for (auto& [connection, watcher] : watchers_) {
        if (!watcher.owes()) continue;
        feed(connection, watcher, position);
        some_owe_ |= watcher.owes();
    }
    return some_owe_;
}

// One piece after another, each when the line has taken most of those before it.
void Watchers::feed(ConnectionId connection, Watcher& watcher, std::uint64_t position) {
    const auto has_room = [&] {
        return !gate_.waits(connection) &&
               transport_.waiting_bytes(connection) < limits::full_line_bytes;
    };
    for (auto& [name, subscriber] : watcher.views)
        while (subscriber.owes() && has_room())
            gate_.send(connection, shared(subscriber.next_piece()), position);
    for (; !watcher.papers.empty() && has_room(); watcher.papers.pop_front())
        gate_.send(connection, watcher.papers.front(), gate_.durable_position(), Counted::no);
}

void Watchers::publish(const core::Record& record, const Moment& after) {
    projector_.advance(*after.state, record);
    const bool seats_changed =
        std::any_of(record.events.begin(), record.events.end(), changes_a_seat);
    for (auto& [connection, watcher] : watchers_) {
        if (watcher.delayed) continue;
        if (seats_changed) settle_views(connection, watcher, after);
        patch(connection, watcher, projector_, after);
    }
    keep_for_later(record, *after.state);
}

void Watchers::patch(ConnectionId connection, Watcher& watcher, view::Projector& projector,
                     const Moment& after) {
    for (auto& [name, subscriber] : watcher.views) {
        auto patch = subscriber.patch(projector, *after.state);
        if (patch) gate_.send(connection, shared(std::move(*patch)), after.position);
    }
}

void Watchers::look_through(ConnectionId connection, Watcher& watcher, const core::RoleId& role,
                            const Moment& now) {
    std::erase(watcher.looked_through, role);
    watcher.looked_through.push_back(role);
    if (watcher.looked_through.size() > limits::roles_looked_through)
        watcher.looked_through.erase(watcher.looked_through.begin());
    settle_views(connection, watcher, now);
}

void Watchers::stop_looking_through(ConnectionId connection, Watcher& watcher,
                                    const std::string& role, const Moment& now) {
    std::erase_if(watcher.looked_through,
                  [&](const core::RoleId& each) { return role.empty() || each.value == role; });
    settle_views(connection, watcher, now);
}

// Who waits for the clock.

std::optional<std::int64_t> Watchers::earliest_stand_by(const core::State& state) const {
    std::optional<std::int64_t> earliest;
    for (const auto& [connection, watcher] : watchers_) {
        if (!watcher.stand_by) continue;
        const auto reached =
            core::real_when_sim(state.clock, *state.scenario, watcher.stand_by->until_sim_ms());
        if (reached && (!earliest || *reached < *earliest)) earliest = reached;
    }
    return earliest;
}

void Watchers::wake(std::int64_t sim_ms, std::uint64_t position) {
    for (auto& [connection, watcher] : watchers_) {
        if (!watcher.stand_by || watcher.stand_by->until_sim_ms() > sim_ms) continue;
        watcher.stand_by.reset();
        v1::ServerFrame frame;
        frame.mutable_clock_reached()->set_sim_ms(sim_ms);
        gate_.send(connection, encoded(frame), position);
    }
}

bool Watchers::all_stand_by(const core::State& state) const {
    if (state.phase != core::SessionPhase::running || gate_.waiting() || !reading_) return false;
    return std::all_of(state.seats.begin(), state.seats.end(), [&](const auto& entry) {
        const core::ParticipantId occupant = entry.second.occupant;
        if (occupant == core::ParticipantId::nobody) return true;
        return std::any_of(watchers_.begin(), watchers_.end(), [&](const auto& each) {
            const auto& [connection, watcher] = each;
            return watcher.participant == occupant && watcher.stand_by && !watcher.owes() &&
                   watcher.stand_by->frames_seen() == gate_.sent_to(connection);
        });
    });
}

}  // namespace casustafel::hosting
