// Sessions that left memory: how they go once the disk knows it, and how one that rests is read
// again, beside the loop, when somebody wants in. What is said to it meanwhile waits.
#include <algorithm>

#include "proto/contract/limits.hpp"
#include "proto/contract/listed.hpp"
#include "proto/contract/names.hpp"
#include "proto/contract/reasons.hpp"
#include "server/hosting/host.hpp"
#include "server/hosting/session/frames.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

using contract::Refusal;

namespace {

// The code that this frame names, as it was typed; empty: none.
std::string_view code_in(const v1::ClientFrame& frame) {
    if (frame.has_look_up()) return frame.look_up().code();
    if (frame.has_join()) return frame.join().code();
    if (frame.has_reenter()) return frame.reenter().code();
    if (frame.has_observe()) return frame.observe().code();
    if (frame.has_resume()) return frame.resume().code();
    if (frame.has_attach_session()) return frame.attach_session().code();
    if (frame.has_set_card()) return frame.set_card().code();
    if (frame.has_archive_session()) return frame.archive_session().code();
    if (frame.has_fork_session()) return frame.fork_session().code();
    return {};
}

bool is_for_trainers(const v1::ClientFrame& frame) {
    return frame.has_attach_session() || frame.has_set_card() || frame.has_archive_session() ||
           frame.has_fork_session();
}

}  // namespace

bool Host::is_archived(const AwaySession& away) {
    return away.entry.phase() == contract::archived_phase;
}

bool Host::is_archived(const std::string& code) const {
    const auto away = away_.find(code);
    return away != away_.end() && is_archived(away->second.session);
}

void Host::drop_what_left_memory() {
    for (auto each = leaving_.begin(); each != leaving_.end();) {
        const auto found = sessions_.find(each->first);
        if (found == sessions_.end()) {
            each = leaving_.erase(each);
            continue;
        }
        Session& session = *found->second;
        // Somebody came in, or the disk said no: then it stays.
        const bool stays =
            session.away() == Session::Away::archived ? session.in_use() : !session.rests();
        if (stays) session.leave_memory(Session::Away::no);
        if (!stays && !session.put_away()) {
            ++each;
            continue;
        }
        if (!stays) {
            away_[each->first] = {session.as_away()};
            drop(each->first, each->second);
        }
        each = leaving_.erase(each);
    }
}

// The code of the one at rest to which this frame leads; empty: to none. From the archive nothing
// comes back but by a trainer who takes it back.
std::string Host::one_at_rest_for(const v1::ClientFrame& frame) const {
    const std::string_view typed = code_in(frame);
    if (typed.empty() || typed.size() > contract::limits::join_code_most_bytes) return {};
    const std::string wanted = normalised_code(typed);
    const bool takes_back = frame.has_archive_session() && !frame.archive_session().archived();
    for (std::string code = wanted;;) {
        if (const auto away = away_.find(code); away != away_.end()) {
            // Whether there is one with this code is not told to who has no token of it: not by
            // the time that an answer takes either.
            const bool stranger = frame.has_resume() &&
                                  !away->second.session.people.has_heard_of(frame.resume().token());
            const bool stays = is_archived(away->second.session) && !takes_back;
            return stranger || stays ? std::string() : code;
        }
        const auto session = sessions_.find(code);
        if (session == sessions_.end()) break;
        code = session->second->continued_as();
    }
    for (const auto& [code, away] : away_)
        if (frame.has_look_up() && !is_archived(away.session) &&
            away.session.people.observer_with(wanted) != core::ObserverId::nobody)
            return code;
    return {};
}

// True: what it said waits, in order, until the session is in memory.
bool Host::waits_for_one_at_rest(ConnectionId id, Visitor& visitor, const v1::ClientFrame& frame) {
    if (visitor.waits_for.empty()) {
        if (away_.empty() || (is_for_trainers(frame) && !visitor.trainer)) return false;
        const std::string code = one_at_rest_for(frame);
        if (code.empty()) return false;
        // Who guessed too often makes nobody read.
        if (!frame.has_resume() && !guesses_.listens_to(visitor.from, around_.clock.steady_ms()))
            return false;
        if (sessions_.size() >= limits::sessions_in_memory) {
            refuse(id, carried(frame).name(), contract::name(Refusal::too_many_sessions));
            return true;
        }
        visitor.waits_for = code;
    }
    visitor.said_bytes += frame.ByteSizeLong();
    if (visitor.said_bytes > limits::bytes_said_to_one_at_rest) {
        around_.transport.close(id, CloseReason::going_away);
        return true;
    }
    visitor.said.push_back(frame);
    if (const auto away = away_.find(visitor.waits_for); away != away_.end())
        read_again(away->first, away->second);
    return true;
}

void Host::read_again(const std::string& code, Away& away) {
    if (std::exchange(away.being_read, true)) return;
    around_.work.run([this, code, id = away.session.id, &store = around_.store,
                      &catalogue = around_.catalogue,
                      alive = std::weak_ptr<bool>(alive_)]() -> Work::Finish {
        return [this, code, alive, read = Chronicle::read_again(store, catalogue, id)] {
            if (!alive.expired()) was_read(code, read);
        };
    });
}

// It may have been deleted meanwhile: then there is none with that code.
void Host::was_read(const std::string& code, const std::variant<Beginning, store::Damage>& read) {
    const auto away = away_.find(code);
    if (away == away_.end()) return hear_those_who_waited(code, false);
    const auto* begun = std::get_if<Beginning>(&read);
    auto session = begun == nullptr ? nullptr : Session::begin(around_, *begun);
    if (session != nullptr) {
        away_.erase(away);
        session->leave_memory(Session::Away::no);
        keep(std::move(session));
        told_list_changes();
        return hear_those_who_waited(code, false);
    }
    // The disk may say yes later; what is damaged is left as it is.
    const store::Damage damage = begun == nullptr
                                     ? std::get<store::Damage>(read)
                                     : store::Damage{store::DamageKind::unreadable, 0, 0, {}};
    away->second.being_read = false;
    around_.tell_operator(
        {"log.session_not_read", {away->second.session.id}, journal::Weight::error});
    if (damage.kind != store::DamageKind::disk) {
        const AwaySession& lost = away->second.session;
        damaged_.push_back({lost.id,
                            code,
                            damage,
                            {},
                            lost.entry.scenario(),
                            {lost.entry.title().nl(), lost.entry.title().en()}});
        away_.erase(away);
        told_list_changes();
    }
    hear_those_who_waited(code, true);
}

void Host::hear_those_who_waited(const std::string& code, bool refused) {
    std::vector<ConnectionId> waited;
    for (const auto& [id, visitor] : visitors_)
        if (visitor.waits_for == code) waited.push_back(id);
    for (const ConnectionId id : waited) {
        std::vector<v1::ClientFrame> said;
        if (const auto found = visitors_.find(id); found != visitors_.end()) {
            found->second.waits_for.clear();
            said = std::exchange(found->second.said, {});
            found->second.said_bytes = 0;
        }
        for (const v1::ClientFrame& frame : said) {
            const auto found = visitors_.find(id);
            if (found == visitors_.end()) break;
            if (refused)
                refuse(id, carried(frame).name(), contract::name(Refusal::storage));
            else
                handle(id, found->second, frame);
        }
    }
}

// Each forgets them itself once it is read, and rests again.
void Host::read_those_with_old_names() {
    std::vector<std::string> old;
    for (const auto& [code, away] : away_)
        if (away.session.names_since_ms != 0 &&
            calendar_.now_ms() - away.session.names_since_ms >= limits::forget_names_after_ms)
            old.push_back(code);
    for (const std::string& code : old)
        if (const auto away = away_.find(code); away != away_.end()) read_again(code, away->second);
}

}  // namespace casustafel::hosting
