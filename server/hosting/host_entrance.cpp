// How a connection comes to a session: the frames that name a code or a token, and what is counted
// against those who guess.
#include "server/hosting/host.hpp"

#include "proto/contract/codes.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

using contract::Refusal;

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
    if (frame.has_look_up() && looks_on(id, visitor, code)) return true;
    Session* session = going_on(wanted(id, visitor, code, about));
    if (session == nullptr) return true;
    std::optional<std::string> refused;
    if (frame.has_look_up()) session->entrance().watch(id);
    if (frame.has_observe()) refused = session->entrance().observe(id, frame.observe().address());
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

// Whether this is the code of somebody whom a trainer lets look on; then it is they who came.
bool Host::looks_on(ConnectionId id, Visitor& visitor, std::string_view code) {
    if (code.size() > contract::limits::join_code_most_bytes) return false;
    const std::string typed = normalised_code(code);
    for (const auto& [known, session] : sessions_) {
        const core::ObserverId observer = session->observer_with(typed);
        if (observer == core::ObserverId::nobody || !session->continued_as().empty()) continue;
        session->reach();
        session->entrance().look_on(id, observer);
        settle_in(id, visitor, session.get());
        return true;
    }
    return false;
}

// A token cannot be guessed, so who has one is always heard; and whether there is a session with
// this code is not told to who has none.
void Host::come_back(ConnectionId id, Visitor& visitor, const v1::Resume& wish) {
    Session* session = wish.code().size() <= contract::limits::join_code_most_bytes
                           ? going_on(find(normalised_code(wish.code())))
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
    // Of what is put away only trainers hear.
    if (visitor.trainer && is_archived(normalised_code(code))) {
        refuse(id, about, contract::name(Refusal::session_ended));
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

// From now on the connection is somebody in this session, and in no other.
void Host::settle_in(ConnectionId id, Visitor& visitor, Session* session) {
    if (visitor.session != nullptr && visitor.session != session) {
        visitor.session->reach();
        visitor.session->entrance().leave(id);
    }
    visitor.session = session;
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
