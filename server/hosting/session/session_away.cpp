// A session that goes on elsewhere, that is put away, or that rests: how it leaves memory, and what
// the list says of it then.
#include "proto/contract/listed.hpp"
#include "server/hosting/session/session.hpp"
#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

bool Session::in_use() const {
    if (hold_.continued()) return watchers_.participants() > 0;
    return held() || runs() || watchers_.participants() > 0;
}

// Going on elsewhere, from an earlier moment.

void Session::continue_as(const std::string& code) {
    chronicle_.people().set_continued_as(code);
    chronicle_.clock().stand_still();
    hold_.continued_elsewhere();
    reach();
}

void Session::begin_as_fork(const std::string& origin) {
    const auto position = static_cast<std::int64_t>(chronicle_.log().position());
    chronicle_.submit_own(core::NoteFork{origin, position});
}

Watcher Session::watcher(ConnectionId connection) const {
    const auto found = watchers_.all().find(connection);
    return found == watchers_.all().end() ? Watcher{} : found->second;
}

void Session::move_in(ConnectionId connection, const Watcher& was, const std::string& name) {
    v1::ServerFrame moved;
    moved.mutable_moved()->set_code(code());
    moved.mutable_moved()->set_sim_ms(chronicle_.people().forked_at_ms());
    announcer_.tell(connection, moved);
    entrance_.move_in(connection, was, name);
}

// The case stands still until a trainer says that it goes on.
void Session::everybody_moved(std::uint32_t trainer) {
    note_departures();
    const core::Actor actor{core::ActorKind::trainer, core::ParticipantId::nobody, {}, trainer};
    if (runs()) chronicle_.submit(actor, random_command_id(around_.random), core::PauseSession{});
    announcer_.names();
    reach();
}

// Nobody looks at the calendar for what is in the archive: its names go now. Of what rests they are
// looked after by the host.
void Session::leave_memory(Away how) {
    v1::SessionEntry entry = this->entry();
    entry.clear_connected();
    if (how == Away::archived) {
        entry.set_phase(std::string(contract::archived_phase));
        chronicle_.people().forget_names();
    }
    chronicle_.people().set_away(how == Away::no ? std::string() : entry.SerializeAsString());
    away_ = how;
    away_at_ = chronicle_.position();
    reach();
}

AwaySession Session::as_away() {
    AwaySession away{id(), entry(), chronicle_.names_since_ms(), chronicle_.people()};
    if (away_ == Away::archived) away.entry.set_phase(std::string(contract::archived_phase));
    away.entry.clear_connected();
    return away;
}

// It is over, nothing of it waits for the disk, and for a while nobody at all was in it.
void Session::look_whether_it_rests() {
    const bool idle = over() && !lost() && !hold_.no_storage() && watchers_.count() == 0;
    if (!idle)
        rests_at_ms_ = INT64_MAX;
    else if (rests_at_ms_ == INT64_MAX)
        rests_at_ms_ = around_.clock.steady_ms() + limits::rests_after_ms;
}

bool Session::rests() const { return around_.clock.steady_ms() >= rests_at_ms_; }

}  // namespace casustafel::hosting
