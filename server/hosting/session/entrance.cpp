#include "server/hosting/session/entrance.hpp"

#include <algorithm>
#include <utility>

#include "proto/contract/codes.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/session/names.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

using contract::Refusal;
namespace {

// The JoinSession of one token has one command id, so that a Join said twice is one join.
core::CommandId join_id(std::string_view token) {
    const std::string hash = secret_hash(token);
    core::CommandId id;
    std::copy_n(hash.begin(), id.size(), id.begin());
    return id;
}

}  // namespace

void Entrance::watch(ConnectionId connection) {
    announcer_.settle(connection, welcome(connection), false);
    watchers_.keep_onlookers(limits::onlookers);
}

std::optional<std::string> Entrance::observe(ConnectionId connection,
                                             const std::string& reached_by) {
    const Watcher* known = watchers_.find(connection);
    if ((known == nullptr || !known->screen) && watchers_.screens() >= limits::screens)
        return contract::word(Refusal::session_is_full);
    Watcher& watcher = welcome(connection);
    watcher.screen = true;
    watcher.reached_by = reached_by;
    announcer_.settle(connection, watcher, false);
    announcer_.invite(connection, watcher);
    return std::nullopt;
}

void Entrance::move_in(ConnectionId connection, const Watcher& was, const std::string& name) {
    const core::State& state = chronicle_.state();
    if (was.trainer) return attach_trainer(connection, was.trainer_number, was.reached_by);
    if (was.screen && !observe(connection, was.reached_by)) return;
    const auto observer = state.observers.find(was.observer);
    if (observer != state.observers.end() && !observer->second.dismissed)
        return look_on(connection, was.observer);
    const auto id = known_here(was, name);
    if (id == core::ParticipantId::nobody) return watch(connection);
    if (!state.participants.at(id).connected) chronicle_.submit_own(core::NoteConnection{id, true});
    seat(connection, id, was.token_hash, "resume");
}

// Who it is here; who came there later than this session begins joins.
core::ParticipantId Entrance::known_here(const Watcher& was, const std::string& name) {
    if (was.participant == core::ParticipantId::nobody) return was.participant;
    const core::State& state = chronicle_.state();
    const auto id = chronicle_.people().with_token_hash(was.token_hash);
    const auto found = state.participants.find(id);
    if (found != state.participants.end() && found->second.present) return id;
    const core::Actor newcomer{.kind = core::ActorKind::participant};
    if (chronicle_.submit(newcomer, random_command_id(around_.random), core::JoinSession{}))
        return core::ParticipantId::nobody;
    const core::ParticipantId fresh = state.participants.rbegin()->first;
    chronicle_.people().add_with_hash(fresh, name, was.token_hash);
    return fresh;
}

void Entrance::look_on(ConnectionId connection, core::ObserverId id) {
    const core::State& state = chronicle_.state();
    const Watcher* known = watchers_.find(connection);
    if (known != nullptr && known->observer == id) return;
    watchers_.supersede(id, connection, chronicle_.position());
    Watcher& watcher = welcome(connection);
    watcher.observer = id;
    watcher.delayed = state.observers.at(id).delay_ms > 0;
    for (const core::Role& role : chronicle_.scenario()->roles)
        if (watcher.eyes.empty() && core::looks_through(state, id, role.id)) watcher.eyes = role.id;
    if (!hold_.held() && state.phase != core::SessionPhase::ended &&
        !state.observers.at(id).connected)
        chronicle_.submit_own(core::NoteObserver{id, true});
    watchers_.catch_up(chronicle_.stamp().real_ms, chronicle_.position());
    announcer_.settle(connection, watcher, false);
}

bool Entrance::look_through(ConnectionId connection, const core::RoleId& role) {
    Watcher* watcher = watchers_.find(connection);
    if (watcher == nullptr || !core::looks_through(chronicle_.state(), watcher->observer, role))
        return false;
    watcher->eyes = role;
    watchers_.catch_up(chronicle_.stamp().real_ms, chronicle_.position());
    watchers_.settle_views(connection, *watcher, announcer_.now());
    return true;
}

void Entrance::attach_trainer(ConnectionId connection, std::uint32_t number,
                              const std::string& reached_by) {
    Watcher& watcher = welcome(connection);
    watcher.trainer = true;
    watcher.trainer_number = number;
    watcher.reached_by = reached_by;
    announcer_.settle(connection, watcher, false);
    announcer_.invite(connection, watcher);
    reception_.tell(connection);
}

std::optional<std::string> Entrance::join(ConnectionId connection, const v1::Join& join) {
    if (join.token().size() != contract::limits::join_token_bytes)
        return contract::word(Refusal::wrong_token);
    People& people = chronicle_.people();
    if (people.with_token(join.token()) != core::ParticipantId::nobody)
        return resume(connection, join.token());
    const auto name =
        name_given(join.name(), core::ParticipantId::nobody, chronicle_.state(), people);
    if (!name) return contract::word(Refusal::bad_name);
    if (!reception_.is_open()) return contract::word(Refusal::door_closed);
    // A second participant over the same connection would be one person twice.
    const Watcher* known = watchers_.find(connection);
    if (known != nullptr && known->participant != core::ParticipantId::nobody)
        return contract::word(Refusal::already_joined);
    if (hold_.held()) return contract::word(Refusal::session_held);
    const auto language = join.language() == "en" ? core::Language::en : core::Language::nl;
    const auto rejection = chronicle_.submit({.kind = core::ActorKind::participant},
                                             join_id(join.token()), core::JoinSession{language});
    if (rejection) return std::string(core::name(*rejection));
    const core::ParticipantId id = chronicle_.state().participants.rbegin()->first;
    people.add(id, *name, join.token());
    seat(connection, id, secret_hash(join.token()), "join");
    announcer_.names();
    return std::nullopt;
}

std::optional<std::string> Entrance::resume(ConnectionId connection, std::string_view token) {
    // What the people table says now may not be what the disk says.
    if (!chronicle_.readable()) return contract::word(Refusal::session_held);
    const core::ParticipantId id = chronicle_.people().with_token(token);
    if (id == core::ParticipantId::nobody && chronicle_.people().is_retired(token))
        return contract::word(Refusal::no_longer_here);
    if (token.size() != contract::limits::join_token_bytes || id == core::ParticipantId::nobody)
        return contract::word(Refusal::wrong_token);
    if (!allowances_.may_come(id, chronicle_.clock().passed_ms()))
        return contract::word(Refusal::too_often);
    watchers_.supersede(id, connection, chronicle_.position());
    seat(connection, id, secret_hash(token), "resume");
    if (hold_.held()) {
        look_who_is_back_();
    } else {
        const bool over = chronicle_.state().phase == core::SessionPhase::ended;
        if (!over && !chronicle_.state().participants.at(id).connected)
            chronicle_.submit_own(core::NoteConnection{id, true});
    }
    return std::nullopt;
}

std::optional<std::string> Entrance::reenter(ConnectionId connection, std::string_view code,
                                             std::string_view token) {
    if (token.size() != contract::limits::join_token_bytes)
        return contract::word(Refusal::wrong_token);
    People& people = chronicle_.people();
    // Said again after the answer was lost: the code is used up, but the token is known by now.
    if (people.with_token(token) != core::ParticipantId::nobody) return resume(connection, token);
    if (hold_.no_storage()) return contract::word(Refusal::session_held);
    const core::ParticipantId id = people.use_reentry_code(normalised_code(code));
    if (id == core::ParticipantId::nobody) return contract::word(Refusal::wrong_reentry_code);
    people.replace_token(id, token);
    v1::ServerFrame used;
    used.mutable_reentry_code()->set_participant(static_cast<std::uint32_t>(id));
    for (const auto& [each, watcher] : watchers_.all())
        if (watcher.trainer) announcer_.tell(each, used);
    return resume(connection, token);
}

std::optional<std::string> Entrance::issue_reentry_code(ConnectionId connection,
                                                        std::uint32_t participant) {
    if (hold_.no_storage()) return contract::word(Refusal::session_held);
    const core::ParticipantId id{participant};
    const auto found = chronicle_.state().participants.find(id);
    if (found == chronicle_.state().participants.end() || !found->second.present ||
        !chronicle_.people().knows(id))
        return contract::word(Refusal::unknown_participant);
    const std::string code = readable_code(around_.random, contract::code_letters);
    chronicle_.people().set_reentry_code(id, code);
    v1::ServerFrame frame;
    frame.mutable_reentry_code()->set_participant(participant);
    frame.mutable_reentry_code()->set_code(code);
    announcer_.tell(connection, frame);
    return std::nullopt;
}

// This connection starts afresh here, as nobody yet.
Watcher& Entrance::welcome(ConnectionId connection) {
    note_gone(watchers_.start_afresh(connection));
    return *watchers_.find(connection);
}

void Entrance::seat(ConnectionId connection, core::ParticipantId id, const std::string& token_hash,
                    const std::string& came_by) {
    Watcher* known = watchers_.find(connection);
    const bool same = known != nullptr && known->participant == id;
    Watcher& watcher = same ? *known : welcome(connection);
    watcher = {};
    watcher.participant = id;
    watcher.came_by = came_by;
    watcher.token_hash = token_hash;
    announcer_.settle(connection, watcher, came_by != "join");
}

void Entrance::sign_out(ConnectionId connection) {
    Watcher* watcher = watchers_.find(connection);
    if (watcher == nullptr) return;
    if (watcher->observer != core::ObserverId::nobody)
        return note_gone(watchers_.start_afresh(connection));
    if (watcher->participant == core::ParticipantId::nobody) return;
    const auto id = std::exchange(watcher->participant, core::ParticipantId::nobody);
    if (hold_.held())
        hold_.sign_out(id);
    else
        leave_the_table(id);
    watchers_.settle_views(connection, *watcher, announcer_.now());
    // Nobody waits for who does not come back.
    look_who_is_back_();
}

void Entrance::leave_the_table(core::ParticipantId id) {
    leave_for(id);
    chronicle_.people().forget_token(id);
}

void Entrance::leave_for(core::ParticipantId id) {
    chronicle_.submit({.kind = core::ActorKind::participant, .participant = id},
                      random_command_id(around_.random), core::LeaveSession{});
}

void Entrance::leave(ConnectionId connection) {
    const Was was = watchers_.leave(connection);
    note_gone(was);
    if (hold_.waits_for(was.participant)) announcer_.hold();
}

void Entrance::let_ghosts_fade() {
    const std::int64_t now_ms = around_.clock.steady_ms();
    if (now_ms < look_for_ghosts_at_ms_ || hold_.held()) return;
    const core::State& state = chronicle_.state();
    look_for_ghosts_at_ms_ = INT64_MAX;
    if (state.phase == core::SessionPhase::ended) return;
    std::erase_if(gone_since_ms_,
                  [&](const auto& gone) { return !state.participants.contains(gone.first); });
    std::vector<core::ParticipantId> faded;
    for (const auto& [id, participant] : state.participants) {
        if (!participant.present || participant.connected || !core::roles_of(state, id).empty())
            gone_since_ms_.erase(id);
        else if (now_ms - gone_since_ms_.try_emplace(id, now_ms).first->second >=
                 limits::fades_after_ms)
            faded.push_back(id);
    }
    if (!gone_since_ms_.empty()) look_for_ghosts_at_ms_ = now_ms + limits::look_for_ghosts_every_ms;
    for (const core::ParticipantId id : faded) {
        leave_for(id);
        chronicle_.people().retire_token(id);
    }
}

void Entrance::note(const core::Record& record) {
    for (const core::Event& event : record.events)
        if (std::holds_alternative<core::ConnectionLost>(event) ||
            std::holds_alternative<core::RoleReleased>(event))
            look_for_ghosts_at_ms_ = std::min(look_for_ghosts_at_ms_, around_.clock.steady_ms());
}

// While the session stands still nothing is noted; when it goes on, what is so then is. After the
// end nobody is missed.
void Entrance::note_gone(const Was& was) {
    if (hold_.held() || chronicle_.lost()) return;
    const core::State& state = chronicle_.state();
    if (state.phase == core::SessionPhase::ended) return;
    const auto observer = state.observers.find(was.observer);
    if (observer != state.observers.end() && observer->second.connected)
        chronicle_.submit_own(core::NoteObserver{was.observer, false});
    const auto known = state.participants.find(was.participant);
    if (known != state.participants.end() && known->second.present && known->second.connected)
        chronicle_.submit_own(core::NoteConnection{was.participant, false});
}

}  // namespace casustafel::hosting
