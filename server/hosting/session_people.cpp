// Session, the part about who is connected: joining, coming back, leaving, being told names.
#include <algorithm>

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

}  // namespace

void Session::watch(ConnectionId connection) {
    Watcher& watcher = welcome(connection);
    settle_views(connection, watcher);
    tell_names_to(connection);
    if (held()) announce_hold_to(connection);
}

void Session::observe(ConnectionId connection) {
    Watcher& watcher = welcome(connection);
    watcher.observer = true;
    greet(connection, watcher, false);
    settle_views(connection, watcher);
    if (held()) announce_hold_to(connection);
}

std::optional<std::string> Session::join(ConnectionId connection, const v1::Join& join) {
    if (join.token().size() != limits::token_bytes) return "wrong_token";
    if (people_.with_token(join.token()) != core::ParticipantId::nobody) {
        return resume(connection, join.token());
    }
    if (!codec::is_name(join.name())) return "bad_name";
    if (held()) return "session_held";
    const auto language = join.language() == "en" ? core::Language::en : core::Language::nl;
    const auto rejection = submit({.kind = core::ActorKind::participant}, join_id(join.token()),
                                  core::JoinSession{language});
    if (rejection) return std::string(core::name(*rejection));
    const core::ParticipantId id = log_->state().participants.rbegin()->first;
    people_.add(id, join.name(), join.token());
    seat(connection, id, join.token(), "join");
    tell_names();
    return std::nullopt;
}

std::optional<std::string> Session::resume(ConnectionId connection, std::string_view token) {
    // What the people table says now may not be what the disk says.
    if (!readable_) return "session_held";
    const core::ParticipantId id = people_.with_token(token);
    if (token.size() != limits::token_bytes || id == core::ParticipantId::nobody)
        return "wrong_token";
    supersede(id, connection);
    seat(connection, id, token, "resume");
    if (hold_ == Hold::none) {
        const bool over = log_->state().phase == core::SessionPhase::ended;
        if (!over && !log_->state().participants.at(id).connected) {
            submit_own(core::NoteConnection{id, true});
        }
    } else {
        look_who_is_back();
    }
    return std::nullopt;
}

std::optional<std::string> Session::reenter(ConnectionId connection, std::string_view code,
                                            std::string_view token) {
    if (token.size() != limits::token_bytes) return "wrong_token";
    // Said again after the answer was lost: the code is used up, but the token is known by now.
    if (people_.with_token(token) != core::ParticipantId::nobody) return resume(connection, token);
    if (hold_ == Hold::storage) return "session_held";
    if (wrong_reentry_codes_ >= limits::wrong_reentry_codes_per_session)
        return "too_many_wrong_codes";
    const core::ParticipantId id = people_.use_reentry_code(normalised_code(code));
    if (id == core::ParticipantId::nobody) {
        ++wrong_reentry_codes_;
        return "wrong_reentry_code";
    }
    people_.replace_token(id, token);
    v1::ServerFrame used;
    used.mutable_reentry_code()->set_participant(static_cast<std::uint32_t>(id));
    for (const auto& [each, watcher] : watchers_)
        if (watcher.trainer) tell(each, used);
    return resume(connection, token);
}

// This connection starts afresh here, as nobody yet.
Session::Watcher& Session::welcome(ConnectionId connection) {
    const auto [found, fresh] = watchers_.try_emplace(connection);
    const core::ParticipantId was = found->second.participant;
    found->second = {};
    if (!fresh) note_gone(was);
    if (!reading_) around_.transport.read_from(connection, false);
    return found->second;
}

void Session::seat(ConnectionId connection, core::ParticipantId id, std::string_view token,
                   const std::string& came_by) {
    const auto found = watchers_.find(connection);
    const bool same = found != watchers_.end() && found->second.participant == id;
    Watcher& watcher = same ? found->second : welcome(connection);
    watcher = {};
    watcher.participant = id;
    watcher.came_by = came_by;
    watcher.token_hash = secret_hash(token);
    greet(connection, watcher, came_by != "join");
    settle_views(connection, watcher);
    tell_names_to(connection);
    if (held()) announce_hold_to(connection);
}

void Session::attach_trainer(ConnectionId connection) {
    Watcher& watcher = welcome(connection);
    watcher.trainer = true;
    greet(connection, watcher, false);
    settle_views(connection, watcher);
    tell_names_to(connection);
    if (held()) announce_hold_to(connection);
}

void Session::greet(ConnectionId connection, const Watcher& watcher, bool returned) {
    v1::ServerFrame frame;
    if (watcher.trainer) {
        frame.mutable_attached()->set_code(code_);
        tell(connection, frame);
    } else if (watcher.observer) {
        frame.mutable_observing()->set_code(code_);
        tell(connection, frame);
    } else if (watcher.participant != core::ParticipantId::nobody) {
        frame.mutable_joined()->set_participant(static_cast<std::uint32_t>(watcher.participant));
        frame.mutable_joined()->set_code(code_);
        frame.mutable_joined()->set_returned(returned);
        tell(connection, frame, Counted::from_here);  // StandBy counts from Joined
    }
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

void Session::sign_out(ConnectionId connection) {
    const auto found = watchers_.find(connection);
    if (found == watchers_.end() || found->second.participant == core::ParticipantId::nobody)
        return;
    const core::ParticipantId id = found->second.participant;
    found->second.participant = core::ParticipantId::nobody;
    if (held()) {
        leaving_.insert(id);
        awaited_.erase(id);
    } else {
        submit({.kind = core::ActorKind::participant, .participant = id}, random_command_id(),
               core::LeaveSession{});
        people_.forget_token(id);
    }
    settle_views(connection, found->second);
    // Nobody waits for who does not come back.
    look_who_is_back();
}

void Session::leave(ConnectionId connection) {
    gate_.forget(connection);
    const auto found = watchers_.find(connection);
    if (found == watchers_.end()) return;
    const core::ParticipantId id = found->second.participant;
    watchers_.erase(found);
    if (!reading_) around_.transport.read_from(connection, true);
    note_gone(id);
    if (hold_ == Hold::recovering && awaited_.contains(id)) announce_hold();
}

// While the session stands still nothing is noted; when it goes on, what is so then is. After the
// end nobody is missed.
void Session::note_gone(core::ParticipantId id) {
    if (id == core::ParticipantId::nobody || held() || lost_) return;
    if (log_->state().phase == core::SessionPhase::ended) return;
    const core::Participant& participant = log_->state().participants.at(id);
    if (participant.present && participant.connected) submit_own(core::NoteConnection{id, false});
}

std::optional<std::string> Session::issue_reentry_code(ConnectionId connection,
                                                       std::uint32_t participant) {
    if (hold_ == Hold::storage) return "session_held";
    const core::ParticipantId id{participant};
    const auto found = log_->state().participants.find(id);
    if (found == log_->state().participants.end() || !found->second.present || !people_.knows(id)) {
        return "unknown_participant";
    }
    const std::string code = readable_code(around_.random, 8);
    people_.set_reentry_code(id, code);
    wrong_reentry_codes_ = 0;
    v1::ServerFrame frame;
    frame.mutable_reentry_code()->set_participant(participant);
    frame.mutable_reentry_code()->set_code(code);
    tell(connection, frame);
    return std::nullopt;
}

void Session::tell_names() {
    for (const auto& [connection, watcher] : watchers_) tell_names_to(connection);
}

void Session::tell_names_to(ConnectionId connection) {
    if (!readable_ || watchers_.at(connection).observer) return;
    v1::ServerFrame frame;
    *frame.mutable_names() = people_.names();
    tell(connection, frame);
}

}  // namespace casustafel::hosting
