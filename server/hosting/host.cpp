#include "server/hosting/host.hpp"

#include <algorithm>

#include "proto/contract/codes.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/listed.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "proto/contract/versions.hpp"
#include "server/codec/record.hpp"
#include "server/hosting/salvage.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/surroundings/limits.hpp"
#include "server/hosting/trainer_key.hpp"

namespace casustafel::hosting {

using contract::Refusal;

namespace {

constexpr const char* calendar_value = "calendar";

// What the logs know of the time, for a directory in which no calendar was kept yet.
std::int64_t newest_wall_ms(store::Store& store) {
    std::int64_t newest_ms = 0;
    for (const std::string& id : store.list()) {
        const auto examined = store.examine(id);
        if (!examined) continue;
        const store::LoadedSession& log = examined->standing;
        if (const auto header = codec::decode_header(log.header))
            newest_ms = std::max(newest_ms, header->created_wall_ms);
        const auto last =
            log.records.empty() ? std::nullopt : codec::decode_record(log.records.back());
        if (last) newest_ms = std::max(newest_ms, last->wall_ms);
    }
    return newest_ms;
}

// It has a field of a version that is not ours. What stands in a command the codec looks at.
bool says_more_than_we_know(const v1::ClientFrame& frame) {
    const auto& ours = *frame.GetReflection();
    if (!ours.GetUnknownFields(frame).empty()) return true;
    if (frame.has_command() || frame.what_case() == v1::ClientFrame::WHAT_NOT_SET) return false;
    const auto& message = ours.GetMessage(frame, &carried(frame));
    return !message.GetReflection()->GetUnknownFields(message).empty();
}

}  // namespace

Host::Host(Surroundings around, std::function<void(const std::string&)> session_made)
    : around_(std::move(around)),
      session_made_(std::move(session_made)),
      gate_(around_.transport),
      maker_(around_, [this](SessionMaker::Result result, const auto& asked_by) {
          made(std::move(result), asked_by);
      }) {
    around_.calendar = &calendar_;
    around_.shelf = &shelf_;
    around_.entities = &entities_;
}

Opening Host::open() {
    Opening opening;
    opening.of_server = around_.store.damage();
    open_trainer_key(opening);
    open_calendar();
    for (const std::string& id : around_.store.list()) {
        auto opened = Session::open(around_, id);
        if (auto* away = std::get_if<AwaySession>(&opened)) {
            const std::string code = away->entry.code();
            if (!is_archived(*away)) opening.codes.push_back(code);
            away_[code] = {std::move(*away)};
            continue;
        }
        if (auto* damaged = std::get_if<DamagedSession>(&opened)) {
            damaged->saved_as = saved_as(around_.store, id);
            damaged_.push_back(*damaged);
            opening.damaged.push_back(std::move(*damaged));
            continue;
        }
        auto& session = std::get<std::unique_ptr<Session>>(opened);
        opening.codes.push_back(session->code());
        keep(std::move(session));
    }
    return opening;
}

// A key that cannot be read is damage and never a first start: whoever asks for one gets none.
void Host::open_trainer_key(Opening& opening) {
    if (const auto known = trainer_key_of(around_.store, opening.of_server)) {
        trainer_key_hash_ = *known;
    } else if (around_.trainers != nullptr && !around_.trainers->all().empty()) {
        // Each has a key of their own.
    } else if (!opening.of_server.empty() || !around_.store.list().empty()) {
        opening.keyless = true;
    } else {
        opening.trainer_key = new_trainer_key(around_.store, around_.random);
        opening.failed = opening.trainer_key.empty();
        trainer_key_hash_ = secret_hash(opening.trainer_key);
    }
}

void Host::open_calendar() {
    const auto kept = around_.store.server_value(calendar_value);
    calendar_.load(kept, kept ? 0 : newest_wall_ms(around_.store), around_.clock.wall_ms(),
                   around_.clock.steady_ms());
    keep_calendar_at_ms_ = around_.clock.steady_ms() + limits::keep_calendar_every_ms;
}

// Written down beside the loop: nothing waits for it.
void Host::look_at_calendar() {
    const std::int64_t now_ms = around_.clock.steady_ms();
    calendar_.look(around_.clock.wall_ms(), now_ms);
    if (now_ms < keep_calendar_at_ms_) return;
    keep_calendar_at_ms_ = now_ms + limits::keep_calendar_every_ms;
    read_those_with_old_names();
    around_.work.run([&store = around_.store, value = calendar_.value(),
                      tell = around_.tell_operator]() -> Work::Finish {
        const auto kept = store.set_server_value({calendar_value, value});
        return [kept, tell] {
            if (kept != store::Outcome::durable)
                tell({"log.calendar_not_kept", {}, journal::Weight::error});
        };
    });
}

void Host::stop() {
    for (auto& [code, session] : sessions_) session->save_clock();
    calendar_.look(around_.clock.wall_ms(), around_.clock.steady_ms());
    around_.store.set_server_value({calendar_value, calendar_.value()});
}

void Host::opened(ConnectionId connection, const PeerAddress& from) {
    visitors_[connection].from = from;
}

std::optional<ConnectionId> Host::needed_least() const {
    for (const auto& [connection, visitor] : visitors_)
        if (!visitor.trainer &&
            (visitor.session == nullptr || !visitor.session->is_somebody(connection)))
            return connection;
    return std::nullopt;
}

void Host::closed(ConnectionId connection) {
    const auto found = visitors_.find(connection);
    if (found == visitors_.end()) return;
    settle_in(connection, found->second, nullptr);
    visitors_.erase(found);
    desks_.erase(connection);
    gate_.forget(connection);
}

void Host::received(ConnectionId connection, std::string_view message) {
    const auto found = visitors_.find(connection);
    if (found == visitors_.end()) return;
    v1::ClientFrame frame;
    if (!frame.ParseFromArray(message.data(), static_cast<int>(message.size())) ||
        says_more_than_we_know(frame)) {
        around_.transport.close(connection, CloseReason::malformed);
        return;
    }
    handle(connection, found->second, frame);
}

void Host::handle(ConnectionId id, Visitor& visitor, const v1::ClientFrame& frame) {
    if (visitor.session != nullptr) visitor.session->reach();
    if (frame.has_hello() == visitor.greeted) {  // Hello comes first, and once
        around_.transport.close(id, CloseReason::malformed);
        return;
    }
    if (frame.has_hello()) {
        greet(id, visitor, frame.hello());
    } else if (frame.has_ping()) {
        v1::ServerFrame answer;
        answer.mutable_pong()->set_nonce(frame.ping().nonce());
        say(id, answer);
    } else if (waits_for_one_at_rest(id, visitor, frame)) {
        // It is said again once that is in memory.
    } else if (!handle_entrance(id, visitor, frame) && !handle_trainer(id, visitor, frame)) {
        handle_in_session(id, visitor, frame);
    }
}

void Host::greet(ConnectionId id, Visitor& visitor, const v1::Hello& hello) {
    const auto version = contract::common_version(hello.oldest_version(), hello.newest_version());
    if (!version) {
        around_.transport.close(id, CloseReason::wrong_version);
        return;
    }
    visitor.greeted = true;
    v1::ServerFrame answer;
    answer.mutable_welcome()->set_version(*version);
    answer.mutable_welcome()->set_server("casustafel " CASUSTAFEL_VERSION);
    say(id, answer);
}

void Host::handle_in_session(ConnectionId id, Visitor& visitor, const v1::ClientFrame& frame) {
    if (frame.what_case() == v1::ClientFrame::WHAT_NOT_SET) {
        around_.transport.close(id, CloseReason::malformed);
    } else if (visitor.session == nullptr) {
        refuse(id, carried(frame).name(), contract::name(Refusal::not_attached));
    } else if (frame.has_command()) {
        visitor.session->command(id, frame.command());
    } else if (frame.has_stand_by()) {
        visitor.session->stand_by(id, frame.stand_by());
    } else if (frame.has_look_through()) {
        const core::RoleId role{frame.look_through().role()};
        if (!visitor.session->entrance().look_through(id, role))
            visitor.session->refuse(id, contract::client_frame::look_through,
                                    contract::name(Refusal::role_not_yours_to_see));
    } else if (frame.has_ask_replay()) {
        visitor.session->ask_replay(id);
    } else if (frame.has_look_back()) {
        visitor.session->look_back(id, frame.look_back());
    } else if (frame.has_sign_out()) {
        visitor.session->entrance().sign_out(id);
    }
}

Session* Host::find(const std::string& code) {
    const auto found = sessions_.find(code);
    if (found == sessions_.end() || found->second->lost()) return nullptr;
    found->second->reach();
    return found->second.get();
}

void Host::turn() {
    look_at_calendar();
    look_at_trainers();
    const auto taken = agenda_.take(around_.clock.steady_ms());
    for (const auto& [place, session] : taken) {
        if (session->advance()) session->reach();
        if (session->rests() && session->away() == Session::Away::no) {
            session->leave_memory(Session::Away::resting);
            leaving_[session->code()] = 0;
        }
        agenda_.wake_at(place, session->next_wake_ms());
    }
    drop_what_left_memory();
    if (!taken.empty()) told_list_changes();
    tell_lists();
}

std::int64_t Host::next_wake_ms() const {
    // Whose key may be revoked is looked at; a server at rest is not woken for it.
    const bool named =
        any_desk([](const Visitor& each) { return each.trainer && each.number != 0; });
    return std::min({keep_calendar_at_ms_, tell_lists_at_ms_,
                     named ? look_at_trainers_at_ms_ : INT64_MAX,
                     agenda_.next_wake_ms(around_.clock.steady_ms())});
}

Figures Host::figures() const {
    Figures figures{
        .sessions = sessions_.size(), .damaged = damaged_.size(), .visitors = visitors_.size()};
    for (const auto& [code, session] : sessions_) figures.held += session->held() ? 1 : 0;
    return figures;
}

void Host::say(ConnectionId connection, const v1::ServerFrame& frame) {
    gate_.send(connection, encoded(frame), 0);
}

void Host::refuse(ConnectionId connection, std::string_view about, std::string_view reason) {
    say(connection, refused(about, reason));
}

}  // namespace casustafel::hosting
