#include "server/hosting/host.hpp"

#include <algorithm>

#include "proto/contract/codes.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/listed.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "proto/contract/versions.hpp"
#include "server/codec/record.hpp"
#include "server/hosting/codes.hpp"
#include "server/hosting/frames.hpp"
#include "server/hosting/limits.hpp"
#include "server/hosting/salvage.hpp"
#include "server/hosting/trainer_key.hpp"

namespace casustafel::hosting {

using contract::Refusal;

namespace {

constexpr const char* calendar_value = "calendar";

// By its code, or by its id when the code cannot be read, as the verbs take it.
v1::SessionEntry entry_of(const DamagedSession& damaged) {
    v1::SessionEntry entry;
    entry.set_code(damaged.code.empty() ? damaged.id : damaged.code);
    entry.set_scenario(damaged.scenario);
    entry.mutable_title()->set_nl(damaged.title.nl);
    entry.mutable_title()->set_en(damaged.title.en);
    entry.set_phase(
        std::string(damaged.saved_as.empty() ? contract::damaged_phase : contract::salvaged_phase));
    return entry;
}

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

// The message that a frame carries, as the contract declares it; the frame is not empty.
const google::protobuf::FieldDescriptor& carried(const v1::ClientFrame& frame) {
    return *frame.GetDescriptor()->FindFieldByNumber(frame.what_case());
}

// It has a field of a version that is not ours. What stands in a command the codec looks at.
bool says_more_than_we_know(const v1::ClientFrame& frame) {
    const auto& ours = *frame.GetReflection();
    if (!ours.GetUnknownFields(frame).empty()) return true;
    if (frame.has_command() || frame.what_case() == v1::ClientFrame::WHAT_NOT_SET) return false;
    const auto& message = ours.GetMessage(frame, &carried(frame));
    return !message.GetReflection()->GetUnknownFields(message).empty();
}

v1::ScenarioList scenario_list(const std::vector<CatalogueEntry>& entries) {
    v1::ScenarioList list;
    for (const CatalogueEntry& entry : entries) {
        v1::ScenarioEntry* added = list.add_scenarios();
        added->set_id(entry.id);
        added->mutable_title()->set_nl(entry.title.nl);
        added->mutable_title()->set_en(entry.title.en);
        added->set_roles(static_cast<std::uint32_t>(entry.roles));
        added->set_minutes(static_cast<std::uint32_t>(entry.minutes));
    }
    return list;
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

// Frames by which somebody comes in. False: the frame is none of these.
bool Host::handle_entrance(ConnectionId id, Visitor& visitor, const v1::ClientFrame& frame) {
    std::string_view about, code;
    if (frame.has_look_up()) about = "look_up", code = frame.look_up().code();
    if (frame.has_join()) about = "join", code = frame.join().code();
    if (frame.has_reenter()) about = "reenter", code = frame.reenter().code();
    if (frame.has_observe()) about = "observe", code = frame.observe().code();
    if (frame.has_resume()) return come_back(id, visitor, frame.resume()), true;
    if (about.empty()) return false;
    if (!listens_to(id, visitor, about)) return true;
    Session* session = wanted(id, visitor, code, about);
    if (session == nullptr) return true;
    std::optional<std::string> refused;
    if (frame.has_look_up()) session->entrance().watch(id);
    if (frame.has_observe()) refused = session->entrance().observe(id);
    if (frame.has_join()) refused = session->entrance().join(id, frame.join());
    if (frame.has_reenter()) {
        refused = session->entrance().reenter(id, frame.reenter().reentry_code(),
                                              frame.reenter().token());
    }
    if (refused && *refused == Refusal::session_held)
        session->entrance().watch(id);  // hears when it is over
    if (!refused || *refused == Refusal::session_held) settle_in(id, visitor, session);
    if (!refused) return true;
    session->refuse(id, about, *refused);
    if (*refused == Refusal::wrong_reentry_code) count_wrong(id, visitor);
    return true;
}

// A token cannot be guessed, so who has one is always heard; and whether there is a session with
// this code is not told to who has none.
void Host::come_back(ConnectionId id, Visitor& visitor, const v1::Resume& wish) {
    Session* session = wish.code().size() <= contract::limits::join_code_most_bytes
                           ? find(normalised_code(wish.code()))
                           : nullptr;
    const auto refused = session == nullptr ? std::optional(contract::word(Refusal::wrong_token))
                                            : session->entrance().resume(id, wish.token());
    if (!refused) return settle_in(id, visitor, session);
    if (session == nullptr) {
        refuse(id, contract::client_frame::resume, *refused);
        return count_wrong(id, visitor);
    }
    if (*refused == Refusal::session_held) {
        session->entrance().watch(id);  // hears when it is over
        settle_in(id, visitor, session);
    }
    session->refuse(id, contract::client_frame::resume, *refused);
    if (*refused == Refusal::wrong_token) count_wrong(id, visitor);
}

// From an address that was wrong too often nothing is looked up, right or wrong.
bool Host::listens_to(ConnectionId id, const Visitor& visitor, std::string_view about) {
    if (guesses_.listens_to(visitor.from, around_.clock.steady_ms())) return true;
    refuse(id, about, contract::name(Refusal::too_many_wrong_codes));
    return false;
}

// The session with the code somebody typed; when there is none, they are told and it is counted.
Session* Host::wanted(ConnectionId id, Visitor& visitor, std::string_view code,
                      std::string_view about) {
    Session* session = code.size() <= contract::limits::join_code_most_bytes
                           ? find(normalised_code(code))
                           : nullptr;
    if (session != nullptr) return session;
    if (is_damaged(normalised_code(code))) {
        refuse(id, about, contract::name(Refusal::storage));
        return nullptr;
    }
    refuse(id, about, contract::name(Refusal::wrong_code));
    count_wrong(id, visitor);
    return nullptr;
}

bool Host::is_damaged(const std::string& code) const {
    return !code.empty() && std::ranges::any_of(damaged_, [&](const DamagedSession& each) {
        return each.code == code;
    });
}

// The frames of a trainer's desk. False: the frame is none of these.
bool Host::handle_trainer(ConnectionId id, Visitor& visitor, const v1::ClientFrame& frame) {
    const bool desk = frame.has_list_scenarios() || frame.has_new_session() ||
                      frame.has_list_sessions() || frame.has_attach_session();
    const bool control = frame.has_issue_reentry_code() || frame.has_see_as() ||
                         frame.has_set_maximum_speed() || frame.has_ask_results() ||
                         frame.has_ask_report() || frame.has_set_door() || frame.has_rename();
    if (frame.has_open_as_trainer()) {
        open_as_trainer(id, visitor, frame.open_as_trainer().key());
        return true;
    }
    if (!desk && !control) return false;
    if (!visitor.trainer) {
        refuse(id, carried(frame).name(), contract::name(Refusal::trainer_only));
    } else if (control && visitor.session == nullptr) {
        refuse(id, carried(frame).name(), contract::name(Refusal::not_attached));
    } else if (frame.has_list_scenarios()) {
        list_scenarios(id);
    } else if (frame.has_list_sessions()) {
        v1::ServerFrame answer;
        *answer.mutable_session_list() = session_list();
        say(id, answer);
    } else if (frame.has_new_session()) {
        new_session(id, frame.new_session());
    } else if (frame.has_attach_session()) {
        if (Session* session =
                wanted(id, visitor, frame.attach_session().code(), "attach_session")) {
            session->entrance().attach_trainer(id);
            settle_in(id, visitor, session);
        }
    } else if (frame.has_issue_reentry_code()) {
        const auto refused = visitor.session->entrance().issue_reentry_code(
            id, frame.issue_reentry_code().participant());
        if (refused) visitor.session->refuse(id, "issue_reentry_code", *refused);
    } else if (frame.has_see_as()) {
        visitor.session->stop_seeing_as(id, frame.see_as().role());
    } else if (frame.has_ask_results()) {
        visitor.session->ask(id, Paper::results);
    } else if (frame.has_ask_report()) {
        const bool english = frame.ask_report().language() == "en";
        visitor.session->ask(id, english ? Paper::report_en : Paper::report_nl);
    } else if (frame.has_set_door()) {
        visitor.session->reception().set_door(frame.set_door().open());
    } else if (frame.has_rename()) {
        const auto refused = visitor.session->reception().rename(
            core::ParticipantId{frame.rename().participant()}, frame.rename().name());
        if (refused) visitor.session->refuse(id, "rename", *refused);
    } else if (frame.has_set_maximum_speed()) {
        visitor.session->set_maximum_speed(frame.set_maximum_speed().on());
    }
    return true;
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
    } else if (frame.has_sign_out()) {
        visitor.session->entrance().sign_out(id);
    }
}

void Host::open_as_trainer(ConnectionId id, Visitor& visitor, const std::string& key) {
    if (!listens_to(id, visitor, contract::client_frame::open_as_trainer)) return;
    const bool right = !trainer_key_hash_.empty() &&
                       key.size() <= contract::limits::open_as_trainer_key_most_bytes &&
                       equal_secrets(secret_hash(normalised_code(key)), trainer_key_hash_);
    if (!right) {
        around_.tell_operator({"log.wrong_key", {visitor.from}, journal::Weight::warning});
        refuse(id, contract::client_frame::open_as_trainer, contract::name(Refusal::wrong_key));
        count_wrong(id, visitor);
        return;
    }
    visitor.trainer = true;
    v1::ServerFrame answer;
    answer.mutable_trainer_opened();
    say(id, answer);
}

void Host::new_session(ConnectionId id, const v1::NewSession& wish) {
    v1::ServerFrame answer;
    answer.mutable_session_created()->set_request_id(wish.request_id());
    for (const auto& [code, session] : sessions_) {
        if (wish.request_id().empty() || session->request_id() != wish.request_id()) continue;
        answer.mutable_session_created()->set_code(code);  // asked twice, made once
        say(id, answer);
        return;
    }
    if (wish.request_id().size() > contract::limits::new_session_request_id_most_bytes)
        return refuse(id, contract::client_frame::new_session,
                      contract::name(Refusal::bad_request));
    if (maker_.joins(wish.request_id(), id)) return;
    if (sessions_.size() + maker_.count() >= limits::sessions)
        return refuse(id, contract::client_frame::new_session,
                      contract::name(Refusal::too_many_sessions));
    maker_.make(wish.scenario(), free_code(), wish.request_id(), id);
}

std::string Host::free_code() const {
    for (;;) {
        std::string code = readable_code(around_.random, contract::code_letters);
        if (!sessions_.contains(code) && !is_damaged(code) && !maker_.makes(code)) return code;
    }
}

void Host::made(SessionMaker::Result result, const std::vector<ConnectionId>& asked_by) {
    if (const auto* why_not = std::get_if<Refusal>(&result)) {
        if (*why_not == Refusal::storage)
            around_.tell_operator({"log.session_not_made", {}, journal::Weight::error});
        for (const ConnectionId each : asked_by)
            if (visitors_.contains(each))
                refuse(each, contract::client_frame::new_session, contract::name(*why_not));
        return;
    }
    auto& session = std::get<std::unique_ptr<Session>>(result);
    around_.tell_operator({"log.session_made", {session->entry().scenario()}});
    v1::ServerFrame answer;
    answer.mutable_session_created()->set_request_id(session->request_id());
    answer.mutable_session_created()->set_code(session->code());
    session_made_(session->code());
    keep(std::move(session));
    for (const ConnectionId each : asked_by)
        if (visitors_.contains(each)) say(each, answer);
}

void Host::keep(std::unique_ptr<Session> session) {
    const Agenda::Place place = agenda_.add(*session);
    session->when_reached([this, place] { agenda_.reach(place); });
    sessions_[session->code()] = std::move(session);
}

// From now on the connection is somebody in this session, and in no other.
void Host::settle_in(ConnectionId id, Visitor& visitor, Session* session) {
    if (visitor.session != nullptr && visitor.session != session) {
        visitor.session->reach();
        visitor.session->entrance().leave(id);
    }
    visitor.session = session;
}

Session* Host::find(const std::string& code) {
    const auto found = sessions_.find(code);
    if (found == sessions_.end() || found->second->lost()) return nullptr;
    found->second->reach();
    return found->second.get();
}

void Host::turn() {
    look_at_calendar();
    for (const auto& [place, session] : agenda_.take(around_.clock.steady_ms())) {
        if (session->advance()) session->reach();
        agenda_.wake_at(place, session->next_wake_ms());
    }
}

std::int64_t Host::next_wake_ms() const {
    return std::min(keep_calendar_at_ms_, agenda_.next_wake_ms(around_.clock.steady_ms()));
}

std::string Host::health() const {
    std::size_t held = 0;
    for (const auto& [code, session] : sessions_) held += session->held();
    return "{\"status\":\"" + std::string(held == 0 ? "ok" : "held") +
           "\",\"sessions\":" + std::to_string(sessions_.size()) +
           ",\"held\":" + std::to_string(held) + ",\"damaged\":" + std::to_string(damaged_.size()) +
           ",\"connections\":" + std::to_string(visitors_.size()) + "}";
}

v1::SessionList Host::session_list() {
    v1::SessionList list;
    for (const auto& [code, session] : sessions_) *list.add_sessions() = session->entry();
    for (const DamagedSession& damaged : damaged_) *list.add_sessions() = entry_of(damaged);
    return list;
}

// Looking in the folder of cases waits for the disk.
void Host::list_scenarios(ConnectionId asked_by) {
    around_.work.run([this, asked_by, &catalogue = around_.catalogue,
                      alive = std::weak_ptr<bool>(alive_)]() -> Work::Finish {
        return [this, asked_by, alive, entries = catalogue.list()] {
            if (alive.expired() || !visitors_.contains(asked_by)) return;
            v1::ServerFrame answer;
            *answer.mutable_scenario_list() = scenario_list(entries);
            say(asked_by, answer);
        };
    });
}

void Host::say(ConnectionId connection, const v1::ServerFrame& frame) {
    gate_.send(connection, encoded(frame), 0);
}

void Host::refuse(ConnectionId connection, std::string_view about, std::string_view reason) {
    say(connection, refused(about, reason));
}

// A wrong code, key or token: after some the connection closes, after more the address is not
// listened to for a while.
void Host::count_wrong(ConnectionId id, Visitor& visitor) {
    const std::int64_t now_ms = around_.clock.steady_ms();
    if (guesses_.wrong(visitor.from, now_ms))
        around_.tell_operator(
            {"log.guesses",
             {visitor.from, std::to_string(guesses_.deaf_for_ms(visitor.from, now_ms) / 1000)},
             journal::Weight::warning});
    if (++visitor.wrong_codes >= limits::wrong_codes_per_connection) {
        around_.transport.close(id, CloseReason::wrong_code);
    }
}

}  // namespace casustafel::hosting
