// Session, the part about acts and what everybody sees of them.
#include <algorithm>

#include "server/hosting/frames.hpp"
#include "server/hosting/limits.hpp"
#include "server/hosting/session.hpp"

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

}  // namespace

void Session::command(ConnectionId connection, const v1::Command& command) {
    const auto found = watchers_.find(connection);
    if (found == watchers_.end() || lost_) return;
    const Watcher& watcher = found->second;
    if (watcher.observer) return refuse(connection, "command", "observer");
    const auto id = codec::decode_command_id(command);
    const auto role = codec::decode_as_role(command);
    const auto decoded = codec::decode_command(command);
    const bool nobody = !watcher.trainer && watcher.participant == core::ParticipantId::nobody;
    if (!id || !role || nobody || std::holds_alternative<codec::Malformed>(decoded)) {
        gate_.close(connection, CloseReason::malformed, position());
        return;
    }
    if (ends_hold(watcher, *id, decoded)) return answer(connection, *id, release_hold(*id));
    if (held()) return;  // said again after the hold
    if (const RejectedCommand* earlier = rejected(watcher.participant, *id)) {
        return answer(connection, *id, earlier->why);
    }
    if (const auto* rejection = std::get_if<core::Rejection>(&decoded)) {
        return answer(connection, *id, *rejection);
    }
    core::Actor actor;
    actor.kind = watcher.trainer ? core::ActorKind::trainer : core::ActorKind::participant;
    actor.participant = watcher.participant;
    actor.role = *role;
    carry_out(connection, actor, *id, std::get<core::Command>(decoded));
}

// A trainer who resumes does not wait any longer for those who were connected. A resuming from
// before the restart, said again because its answer was lost, meant something else.
bool Session::ends_hold(const Watcher& watcher, const core::CommandId& id,
                        const codec::DecodedCommand& decoded) const {
    const auto* command = std::get_if<core::Command>(&decoded);
    return hold_ == Hold::recovering && watcher.trainer && command != nullptr &&
           std::holds_alternative<core::ResumeSession>(*command) &&
           log_->accepted(core::ParticipantId::nobody, id) == nullptr;
}

void Session::carry_out(ConnectionId connection, const core::Actor& actor,
                        const core::CommandId& id, const core::Command& command) {
    std::optional<core::Rejection> rejection;
    if (const AcceptedCommand* earlier = log_->accepted(actor.participant, id)) {
        // The resuming that ended a hold stands in the log as the host's own record.
        const bool ended_hold =
            std::holds_alternative<core::ResumeSession>(command) &&
            earlier->content_hash ==
                content_hash({.kind = core::ActorKind::host}, core::NoteRecovery{});
        if (!ended_hold && earlier->content_hash != content_hash(actor, command)) {
            gate_.close(connection, CloseReason::reused_command, position());
            return;
        }
    } else {
        rejection = submit(actor, id, command);
    }
    answer(connection, id, rejection);
    const auto* look = std::get_if<core::LookThroughRole>(&command);
    if (look != nullptr && !rejection) look_through(connection, look->role);
}

// An act said during a hold or over a connection that broke may arrive after it was said again: who
// was told no must not find it done.
const Session::RejectedCommand* Session::rejected(core::ParticipantId who,
                                                  const core::CommandId& id) const {
    const auto found = rejected_.find(who);
    if (found == rejected_.end()) return nullptr;
    const auto place = std::find_if(found->second.begin(), found->second.end(),
                                    [&](const RejectedCommand& each) { return each.id == id; });
    return place == found->second.end() ? nullptr : &*place;
}

void Session::remember_rejected(core::ParticipantId who, const core::CommandId& id,
                                core::Rejection why) {
    if (rejected(who, id) != nullptr) return;
    auto& rejected = rejected_[who];
    rejected.push_back({id, why, position()});
    if (rejected.size() > limits::rejections_remembered) rejected.pop_front();
}

void Session::answer(ConnectionId connection, const core::CommandId& id,
                     std::optional<core::Rejection> rejection) {
    const std::string id_bytes(id.begin(), id.end());
    v1::ServerFrame frame;
    if (rejection) {
        frame.mutable_rejected()->set_command_id(id_bytes);
        frame.mutable_rejected()->set_reason(std::string(core::name(*rejection)));
        remember_rejected(watchers_.at(connection).participant, id, *rejection);
    } else {
        frame.mutable_accepted()->set_command_id(id_bytes);
    }
    tell(connection, frame);
}

void Session::look_through(ConnectionId connection, const core::RoleId& role) {
    Watcher& watcher = watchers_.at(connection);
    std::erase(watcher.looked_through, role);
    watcher.looked_through.push_back(role);
    if (watcher.looked_through.size() > limits::roles_looked_through) {
        watcher.looked_through.erase(watcher.looked_through.begin());
    }
    settle_views(connection, watcher);
}

void Session::stop_seeing_as(ConnectionId connection, const std::string& role) {
    const auto found = watchers_.find(connection);
    if (found == watchers_.end()) return;
    std::erase_if(found->second.looked_through,
                  [&](const core::RoleId& each) { return role.empty() || each.value == role; });
    settle_views(connection, found->second);
}

void Session::stand_by(ConnectionId connection, const v1::StandBy& stand_by) {
    const auto found = watchers_.find(connection);
    if (found != watchers_.end() && found->second.participant != core::ParticipantId::nobody) {
        found->second.stand_by = stand_by;
    }
}

void Session::refuse(ConnectionId connection, std::string_view about, std::string_view reason) {
    v1::ServerFrame frame;
    frame.mutable_refused()->set_about(std::string(about));
    frame.mutable_refused()->set_reason(std::string(reason));
    tell(connection, frame, Counted::no);
}

// Views.

// A participant has one for each role it plays, or that of a seat in the lobby; a trainer its own,
// those of the roles it stands in for, and those it looks through.
std::vector<std::pair<std::string, view::Viewer>> Session::views_of(const Watcher& watcher) const {
    if (!readable_) return {};
    std::vector<std::pair<std::string, view::Viewer>> views;
    const auto add = [&](view::Viewer viewer) {
        std::string name = view::view_name(viewer);
        views.emplace_back(std::move(name), std::move(viewer));
    };
    if (watcher.trainer) {
        add(view::trainer_viewer());
        for (const auto& [role, seat] : log_->state().seats)
            if (seat.stand_in) add(view::role_viewer(role));
        for (const core::RoleId& role : watcher.looked_through)
            views.emplace_back(view::see_as_name(role), view::role_viewer(role));
        return views;
    }
    for (const core::RoleId& role : core::roles_of(log_->state(), watcher.participant))
        add(view::role_viewer(role));
    if (views.empty()) add(view::seat_viewer(watcher.participant));
    return views;
}

// Opens the views this watcher should have and closes those it should not.
void Session::settle_views(ConnectionId connection, Watcher& watcher) {
    const auto wanted = views_of(watcher);
    for (auto entry = watcher.views.begin(); entry != watcher.views.end();) {
        const bool keep = std::any_of(wanted.begin(), wanted.end(),
                                      [&](const auto& view) { return view.first == entry->first; });
        if (keep) {
            ++entry;
            continue;
        }
        gate_.send(connection, shared(view::view_closed(entry->first)), position());
        entry = watcher.views.erase(entry);
    }
    for (const auto& [name, viewer] : wanted) {
        const auto [entry, fresh] = watcher.views.try_emplace(name, viewer, name);
        if (!fresh) continue;
        gate_.send(
            connection,
            shared(entry->second.snapshot(projector_, log_->state(), log_->stamp_at(real_ms()))),
            position());
    }
}

void Session::publish(const core::Record& record) {
    projector_.advance(log_->state(), record);
    const bool seats_changed =
        std::any_of(record.events.begin(), record.events.end(), changes_a_seat);
    for (auto& [connection, watcher] : watchers_) {
        if (seats_changed) settle_views(connection, watcher);
        for (auto& [name, subscriber] : watcher.views) {
            auto patch = subscriber.patch(projector_, log_->state());
            if (patch) gate_.send(connection, shared(std::move(*patch)), position());
        }
    }
}

void Session::tell(ConnectionId connection, const v1::ServerFrame& frame, Counted counted) {
    gate_.send(connection, encoded(frame), position(), counted);
}

}  // namespace casustafel::hosting
