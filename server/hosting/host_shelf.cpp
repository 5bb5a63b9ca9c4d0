// What a trainer does with whole sessions: the card on each, the archive, and deleting; and the
// desks, which are told when something of it changed.
#include "server/hosting/host.hpp"

#include <algorithm>

#include "proto/contract/limits.hpp"
#include "proto/contract/listed.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/card.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

using contract::Refusal;

std::optional<v1::SessionEntry> Host::entry_of(const std::string& code) {
    if (Session* session = find(code)) return session->entry();
    const auto away = away_.find(code);
    return away == away_.end() ? std::nullopt : std::optional(away->second.session.entry);
}

std::size_t Host::open_sessions() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(sessions_, [](const auto& each) { return !each.second->over(); }));
}

void Host::set_card(ConnectionId id, Visitor& visitor, const v1::SetCard& wish) {
    const auto card = card_given(wish.card());
    if (!card)
        return refuse(id, contract::client_frame::set_card, contract::name(Refusal::bad_request));
    Session* session = wanted(id, visitor, wish.code(), contract::client_frame::set_card);
    if (session == nullptr) return;
    if (session->held())
        return refuse(id, contract::client_frame::set_card, contract::name(Refusal::session_held));
    session->set_card(*card);
}

// The session leaves memory once the disk knows that it is put away. One that comes back is in
// memory again before this is asked.
void Host::archive(ConnectionId id, Visitor& visitor, const v1::ArchiveSession& wish) {
    const auto about = contract::client_frame::archive_session;
    if (wish.archived() && is_archived(normalised_code(wish.code()))) return;
    Session* session = wanted(id, visitor, wish.code(), about);
    if (session == nullptr || !wish.archived()) return;
    if (session->in_use()) return refuse(id, about, contract::name(Refusal::session_in_use));
    session->leave_memory(Session::Away::archived);
    leaving_[session->code()] = id;
}

// Nobody is in it: who looked on is let go, and whoever asked goes on at the desk.
void Host::drop(const std::string& code, ConnectionId asked_by) {
    const auto found = sessions_.find(code);
    for (auto& [connection, visitor] : visitors_) {
        if (visitor.session != found->second.get()) continue;
        settle_in(connection, visitor, nullptr);
        if (connection != asked_by) around_.transport.close(connection, CloseReason::going_away);
    }
    agenda_.remove(*found->second);
    sessions_.erase(found);
    told_list_changes();
}

void Host::erase(ConnectionId id, Visitor& visitor, const v1::DeleteSession& wish) {
    const auto about = contract::client_frame::delete_session;
    const std::string code = normalised_code(wish.code());
    std::string session_id;
    if (const auto away = away_.find(code); away != away_.end()) {
        const std::uint32_t lead = away->second.session.entry.lead();
        Visitor leads;
        leads.number = lead;
        const bool led = lead != 0 && around_.trainers != nullptr && is_trainer_still(leads);
        if (led && lead != visitor.number)
            return refuse(id, about, contract::name(Refusal::lead_only));
        session_id = away->second.session.id;
        away_.erase(away);
    } else {
        Session* session = wanted(id, visitor, wish.code(), about);
        if (session == nullptr) return;
        if (!session->reception().may_decide(visitor.number))
            return refuse(id, about, contract::name(Refusal::lead_only));
        if (session->in_use()) return refuse(id, about, contract::name(Refusal::session_in_use));
        session_id = session->id();
        leaving_.erase(code);
        drop(code, id);
    }
    told_list_changes();
    around_.tell_operator({"log.session_deleted", {session_id}});
    around_.work.run([this, id, about, session_id, &store = around_.store,
                      tell = around_.tell_operator,
                      alive = std::weak_ptr<bool>(alive_)]() -> Work::Finish {
        const auto erased = store.erase(session_id);
        return [this, id, about, session_id, tell, erased, alive] {
            if (erased == store::Outcome::durable) return;
            // It comes back at the next start.
            tell({"log.session_not_deleted", {session_id}, journal::Weight::error});
            if (!alive.expired() && visitors_.contains(id))
                refuse(id, about, contract::name(Refusal::storage));
        };
    });
}

// The desks.

void Host::list_sessions(ConnectionId id) {
    v1::ServerFrame answer;
    *answer.mutable_session_list() = session_list();
    say(id, answer);
}

// Looked at a second later, however much happens until then, and only while a desk is open.
void Host::told_list_changes() {
    if (!any_desk([](const Visitor& each) { return each.lists; })) return;
    tell_lists_at_ms_ =
        std::min(tell_lists_at_ms_, around_.clock.steady_ms() + limits::tell_lists_every_ms);
}

bool Host::any_desk(bool (*is_so)(const Visitor&)) const {
    return std::ranges::any_of(desks_,
                               [&](ConnectionId desk) { return is_so(visitors_.at(desk)); });
}

void Host::tell_lists() {
    if (around_.clock.steady_ms() < tell_lists_at_ms_) return;
    // Who is silent changes without anything happening.
    const bool any_runs =
        std::ranges::any_of(sessions_, [](const auto& each) { return each.second->runs(); });
    const bool listened = any_desk([](const Visitor& each) { return each.lists; });
    tell_lists_at_ms_ = any_runs && listened
                            ? around_.clock.steady_ms() + limits::look_at_lists_every_ms
                            : INT64_MAX;
    v1::ServerFrame frame;
    *frame.mutable_session_list() = session_list();
    // That time goes on is no change.
    v1::SessionList compared = frame.session_list();
    for (v1::SessionEntry& entry : *compared.mutable_sessions()) entry.clear_sim_ms();
    const std::string now = compared.SerializeAsString();
    if (now == told_list_) return;
    told_list_ = now;
    for (const ConnectionId desk : desks_)
        if (visitors_.at(desk).lists) say(desk, frame);
}

}  // namespace casustafel::hosting
