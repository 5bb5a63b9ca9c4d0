// Session, the part about who is connected: joining, coming back, being told.
#include <algorithm>

#include "server/codec/command.hpp"
#include "server/codec/text_check.hpp"
#include "server/hosting/frames.hpp"
#include "server/hosting/limits.hpp"
#include "server/hosting/session.hpp"

namespace casustafel::hosting {
namespace {

// The JoinSession of one token has one command id, so that a Join said twice is one join.
core::CommandId join_id(std::string_view token) {
    const std::string hash = secret_hash(token);
    core::CommandId id;
    std::copy_n(hash.begin(), id.size(), id.begin());
    return id;
}

v1::ServerFrame rejected(const v1::Command& command, core::Rejection rejection) {
    v1::ServerFrame frame;
    frame.mutable_rejected()->set_command_id(command.command_id());
    frame.mutable_rejected()->set_reason(std::string(core::name(rejection)));
    return frame;
}

}  // namespace

void Session::watch(ConnectionId connection) {
    Watcher& watcher = watchers_[connection];
    watcher = {};
    settle_views(connection, watcher);
    tell_names_to(connection);
    if (hold_ != Hold::none) announce_hold();
}

std::optional<std::string> Session::join(ConnectionId connection, const v1::Join& join) {
    if (join.token().size() != limits::token_bytes) return "wrong_token";
    if (people_.with_token(join.token()) != core::ParticipantId::nobody) {
        return resume(connection, join.token());
    }
    if (hold_ != Hold::none) return "session_held";
    if (log_->state().phase == core::SessionPhase::ended) return "session_ended";
    if (!codec::is_name(join.name())) return "bad_name";
    const auto language = join.language() == "en" ? core::Language::en : core::Language::nl;
    const auto rejection = submit({.kind = core::ActorKind::participant}, join_id(join.token()),
                                  core::JoinSession{language});
    if (rejection) return std::string(core::name(*rejection));
    const core::ParticipantId id = log_->state().participants.rbegin()->first;
    people_.add(id, join.name(), join.token());
    seat(connection, id, false);
    tell_names();
    return std::nullopt;
}

std::optional<std::string> Session::resume(ConnectionId connection, std::string_view token) {
    const core::ParticipantId id = people_.with_token(token);
    if (token.size() != limits::token_bytes || id == core::ParticipantId::nobody) return "wrong_token";
    supersede(id, connection);
    seat(connection, id, true);
    if (hold_ == Hold::none) {
        const auto& participant = log_->state().participants.at(id);
        if (!participant.connected && log_->state().phase != core::SessionPhase::ended) {
            submit_own(core::NoteConnection{id, true});
        }
    } else if (hold_ == Hold::recovering && everybody_is_back()) {
        release_hold();
    }
    return std::nullopt;
}

std::optional<std::string> Session::reenter(ConnectionId connection, std::string_view code,
                                            std::string_view token) {
    if (token.size() != limits::token_bytes) return "wrong_token";
    // Said again after the answer was lost: the code is used up, but the token is known by now.
    if (people_.with_token(token) != core::ParticipantId::nobody) return resume(connection, token);
    if (wrong_reentry_codes_ >= limits::wrong_reentry_codes_per_session) return "too_many_wrong_codes";
    const core::ParticipantId id = people_.use_reentry_code(normalised_code(code));
    if (id == core::ParticipantId::nobody) {
        ++wrong_reentry_codes_;
        return "wrong_reentry_code";
    }
    people_.replace_token(id, token);
    return resume(connection, token);
}

void Session::seat(ConnectionId connection, core::ParticipantId id, bool returned) {
    Watcher& watcher = watchers_[connection];
    watcher = {};
    watcher.participant = id;
    gate_.forget(connection);  // StandBy counts from Joined
    v1::ServerFrame frame;
    frame.mutable_joined()->set_participant(static_cast<std::uint32_t>(id));
    frame.mutable_joined()->set_code(code_);
    frame.mutable_joined()->set_returned(returned);
    tell(connection, frame);
    settle_views(connection, watcher);
    tell_names_to(connection);
    if (hold_ != Hold::none) announce_hold();
}

void Session::supersede(core::ParticipantId id, ConnectionId by) {
    for (auto entry = watchers_.begin(); entry != watchers_.end();) {
        if (entry->second.participant == id && entry->first != by) {
            gate_.close(entry->first, CloseReason::superseded, position());
            entry = watchers_.erase(entry);
        } else {
            ++entry;
        }
    }
}

void Session::attach_trainer(ConnectionId connection) {
    Watcher& watcher = watchers_[connection];
    watcher = {};
    watcher.trainer = true;
    v1::ServerFrame frame;
    frame.mutable_attached()->set_code(code_);
    tell(connection, frame);
    settle_views(connection, watcher);
    tell_names_to(connection);
    if (hold_ != Hold::none) announce_hold();
}

void Session::sign_out(ConnectionId connection) {
    const auto found = watchers_.find(connection);
    if (found == watchers_.end() || found->second.participant == core::ParticipantId::nobody) return;
    if (hold_ != Hold::none) return;
    const core::ParticipantId id = found->second.participant;
    found->second.participant = core::ParticipantId::nobody;
    core::CommandId command_id;
    around_.random(command_id.data(), command_id.size());
    submit({.kind = core::ActorKind::participant, .participant = id}, command_id, core::LeaveSession{});
    people_.forget_token(id);
    settle_views(connection, found->second);
}

void Session::leave(ConnectionId connection) {
    const auto found = watchers_.find(connection);
    if (found == watchers_.end()) return;
    const core::ParticipantId id = found->second.participant;
    watchers_.erase(found);
    gate_.forget(connection);
    if (id == core::ParticipantId::nobody || hold_ != Hold::none || lost_) return;
    const auto& participant = log_->state().participants.at(id);
    if (participant.present && participant.connected &&
        log_->state().phase != core::SessionPhase::ended) {
        submit_own(core::NoteConnection{id, false});
    }
}

std::optional<std::string> Session::issue_reentry_code(ConnectionId connection, std::uint32_t participant) {
    const core::ParticipantId id{participant};
    if (!people_.knows(id)) return "unknown_participant";
    if (hold_ != Hold::none) return "session_held";
    const std::string code = readable_code(around_.random, 8);
    people_.set_reentry_code(id, code);
    wrong_reentry_codes_ = 0;
    v1::ServerFrame frame;
    frame.mutable_reentry_code()->set_participant(participant);
    frame.mutable_reentry_code()->set_code(code);
    tell(connection, frame);
    return std::nullopt;
}

// Commands -----------------------------------------------------------------------------------------------

void Session::command(ConnectionId connection, const v1::Command& command) {
    const auto found = watchers_.find(connection);
    if (found == watchers_.end()) return;
    Watcher& watcher = found->second;
    const auto id = codec::decode_command_id(command);
    const auto role = codec::decode_as_role(command);
    const auto decoded = codec::decode_command(command);
    const bool nobody = !watcher.trainer && watcher.participant == core::ParticipantId::nobody;
    if (!id || !role || nobody || std::holds_alternative<codec::Malformed>(decoded)) {
        gate_.close(connection, CloseReason::malformed, position());
        return;
    }
    if (hold_ != Hold::none && !releases_hold(watcher, decoded)) return;  // said again after the hold
    if (const auto* rejection = std::get_if<core::Rejection>(&decoded)) {
        tell(connection, rejected(command, *rejection));
        return;
    }
    core::Actor actor;
    actor.kind = watcher.trainer ? core::ActorKind::trainer : core::ActorKind::participant;
    actor.participant = watcher.participant;
    actor.role = *role;
    carry_out(connection, command, actor, *id, std::get<core::Command>(decoded));
}

// A trainer who resumes does not wait any longer for those who were connected.
bool Session::releases_hold(const Watcher& watcher, const codec::DecodedCommand& decoded) {
    const auto* command = std::get_if<core::Command>(&decoded);
    if (hold_ != Hold::recovering || !watcher.trainer || command == nullptr ||
        !std::holds_alternative<core::ResumeSession>(*command)) {
        return false;
    }
    release_hold();
    return true;
}

void Session::carry_out(ConnectionId connection, const v1::Command& said, const core::Actor& actor,
                        const core::CommandId& id, const core::Command& command) {
    v1::ServerFrame accepted;
    accepted.mutable_accepted()->set_command_id(said.command_id());
    if (const AcceptedCommand* earlier = log_->accepted(actor.participant, id)) {
        if (earlier->content_hash != content_hash(actor, command)) {
            gate_.close(connection, CloseReason::reused_command, position());
            return;
        }
        tell(connection, accepted);
        return;
    }
    if (const auto rejection = submit(actor, id, command)) {
        tell(connection, rejected(said, *rejection));
        return;
    }
    tell(connection, accepted);
    const auto found = watchers_.find(connection);
    const auto* look = std::get_if<core::LookThroughRole>(&command);
    if (look == nullptr || found == watchers_.end()) return;
    auto& roles = found->second.looked_through;
    std::erase(roles, look->role);
    roles.push_back(look->role);
    if (roles.size() > limits::roles_looked_through) roles.erase(roles.begin());
    settle_views(connection, found->second);
}

void Session::see_as_nobody(ConnectionId connection) {
    const auto found = watchers_.find(connection);
    if (found == watchers_.end()) return;
    found->second.looked_through.clear();
    settle_views(connection, found->second);
}

void Session::stand_by(ConnectionId connection, const v1::StandBy& stand_by) {
    const auto found = watchers_.find(connection);
    if (found != watchers_.end() && found->second.participant != core::ParticipantId::nobody) {
        found->second.stand_by = stand_by;
    }
}

// Views --------------------------------------------------------------------------------------------------

std::vector<std::pair<std::string, view::Viewer>> Session::views_of(const Watcher& watcher) const {
    if (watcher.trainer) {
        std::vector<std::pair<std::string, view::Viewer>> views = {{"trainer", view::trainer_viewer()}};
        for (const core::RoleId& role : watcher.looked_through) {
            views.push_back({view::see_as_name(role), view::role_viewer(role)});
        }
        return views;
    }
    const core::RoleId role = core::role_of(log_->state(), watcher.participant);
    if (role.empty()) return {{view::view_name(view::seat_viewer()), view::seat_viewer()}};
    return {{view::view_name(view::role_viewer(role)), view::role_viewer(role)}};
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
        if (fresh) {
            gate_.send(connection,
                       shared(entry->second.snapshot(projector_, log_->state(),
                                                     log_->stamp_at(real_ms()))),
                       position());
        }
    }
}

void Session::publish(const core::Record& record) {
    projector_.advance(log_->state(), record);
    const bool seats_changed = std::any_of(record.events.begin(), record.events.end(), [](const auto& event) {
        return std::holds_alternative<core::RoleTaken>(event) ||
               std::holds_alternative<core::RoleReleased>(event);
    });
    for (auto& [connection, watcher] : watchers_) {
        if (seats_changed) settle_views(connection, watcher);
        for (auto& [name, subscriber] : watcher.views) {
            auto patch = subscriber.patch(projector_, log_->state());
            if (patch) gate_.send(connection, shared(std::move(*patch)), position());
        }
    }
}

void Session::tell(ConnectionId connection, const v1::ServerFrame& frame) {
    gate_.send(connection, encoded(frame), position());
}

void Session::tell_everybody(const v1::ServerFrame& frame) {
    const Frame bytes = encoded(frame);
    for (const auto& [connection, watcher] : watchers_) {
        gate_.send(connection, bytes, position());
    }
}

void Session::tell_names() {
    v1::ServerFrame frame;
    *frame.mutable_names() = people_.names();
    tell_everybody(frame);
}

void Session::tell_names_to(ConnectionId connection) {
    v1::ServerFrame frame;
    *frame.mutable_names() = people_.names();
    tell(connection, frame);
}

}  // namespace casustafel::hosting
