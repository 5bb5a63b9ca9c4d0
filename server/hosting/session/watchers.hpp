#pragma once
// The connections that watch one session: who each is here, which views it holds, and what it is
// sent of them. An observer with a delay is shown the State of so long ago, which is folded for it
// here, record by record, as each grows old enough. Everything leaves by the gate, at the position
// the session says. It does not know how somebody came in, nor what a command is.
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"
#include "server/hosting/session/gate.hpp"
#include "server/view/subscriber.hpp"

namespace casustafel::hosting {

struct Watcher {
    core::ParticipantId participant = core::ParticipantId::nobody;
    bool trainer = false;
    std::uint32_t trainer_number = 0;  // 0: one without a name
    bool screen = false;               // looks on for a whole room
    core::ObserverId observer = core::ObserverId::nobody;
    bool delayed = false;    // an observer who sees nothing new
    core::RoleId eyes;       // of an observer: the role through which it looks
    std::string reached_by;  // the server's address, as a trainer's or a screen's program knows it
    std::string came_by;     // the name of the frame that made it a participant
    std::string token_hash;  // with which it did
    std::map<std::string, view::Subscriber> views;  // by view name
    std::vector<core::RoleId> looked_through;       // a trainer's, oldest first
    std::deque<Frame> papers;  // pieces of what it asked for, that wait for room in its line
    std::optional<v1::StandBy> stand_by;

    bool owes() const;
};

// Who a connection was.
struct Was {
    core::ParticipantId participant = core::ParticipantId::nobody;
    core::ObserverId observer = core::ObserverId::nobody;
};

// A session as those who watch may be shown it now.
struct Moment {
    const core::State* state = nullptr;  // nullptr: what is durable is not known, nobody has a view
    core::Stamp stamp;
    std::uint64_t position = 0;  // what must be durable before anything of it leaves
};

class Watchers {
public:
    // The pool is shared by the sessions of a host and outlives them; there may be none.
    Watchers(Transport& transport, Gate& gate, view::EncodedPool* pool = nullptr)
        : transport_(transport), gate_(gate), pool_(pool) {
        forget_projections();
    }

    std::map<ConnectionId, Watcher>& all() { return watchers_; }
    const std::map<ConnectionId, Watcher>& all() const { return watchers_; }
    std::size_t count() const { return watchers_.size(); }
    Watcher* find(ConnectionId);
    std::set<core::ParticipantId> here() const;
    bool is_here(core::ParticipantId) const;
    bool is_here(core::ObserverId) const;
    // How many of them are participants.
    std::size_t participants() const;
    std::size_t screens() const;
    // Who typed the code and is nobody yet: beyond this many the oldest is not shown it any more.
    void keep_onlookers(std::size_t most);

    // From now on it is somebody here, as yet nobody.
    Was start_afresh(ConnectionId);
    // It is not here any more.
    Was leave(ConnectionId);
    // This participant or observer came by a newer connection: the others close.
    void supersede(core::ParticipantId, ConnectionId by, std::uint64_t position);
    void supersede(core::ObserverId, ConnectionId by, std::uint64_t position);
    // It is nobody here any more: its connections close.
    void close_those_of(core::ParticipantId, CloseReason, std::uint64_t position);
    void close_those_of(core::ObserverId, CloseReason, std::uint64_t position);
    void close_all(CloseReason);
    // Stops or resumes reading from all of them.
    void read(bool reading);

    // Another State than the one that was shown follows: nothing made before is sent again.
    void forget_projections() { projector_ = view::Projector(view::testing::Leak::none, pool_); }
    // The same for observers with a delay: each waits anew until this State is old enough.
    void delay_from(const core::State&, std::int64_t real_ms);
    // Opens the views this watcher should have and closes those it should not.
    void settle_views(ConnectionId, Watcher&, const Moment&);
    // Every view it holds, whole.
    void show_whole(ConnectionId, Watcher&, const Moment&);
    // Pieces of what this watcher asked for, to be fed to it.
    void hand_out(Watcher&, const std::vector<Frame>& pieces);
    // Lets large views and papers go on where the line has room; whether any still does not.
    bool feed(std::uint64_t position);
    // What the record that was just applied changed, to everybody whose view it changed.
    void publish(const core::Record&, const Moment& after);
    // Shows observers with a delay what has become old enough by this real_ms.
    void catch_up(std::int64_t real_ms, std::uint64_t position);
    // The real_ms at which there is something to show to one who is here; nothing: never.
    std::optional<std::int64_t> catches_up_at() const;
    // How long, in session time, until this observer is shown anything.
    std::int64_t shows_in_ms(core::ObserverId, std::int64_t real_ms) const;
    // A trainer looks through one role more; the oldest one goes when it has too many.
    void look_through(ConnectionId, Watcher&, const core::RoleId&, const Moment&);
    // Closes a role's view beside a trainer's own; no role: all of them.
    void stop_looking_through(ConnectionId, Watcher&, const std::string& role, const Moment&);

    // Those who wait for the clock.
    // The real_ms at which the first of them wants to be told; nothing when none waits.
    std::optional<std::int64_t> earliest_stand_by(const core::State&) const;
    // Tells those who waited for no later than this.
    void wake(std::int64_t sim_ms, std::uint64_t position);
    // Everybody at a table has seen all there is to see, and waits for the clock. Nobody waits for
    // an autopilot, which the clock itself plays, nor for a trainer who stands in.
    bool all_stand_by(const core::State&) const;

private:
    // The session as it was so long ago.
    struct Earlier {
        core::State state;
        view::Projector projector;
        std::deque<core::Record> coming;  // too new as yet
        std::int64_t delay_ms = 0;
        std::int64_t from_ms = 0;  // the real_ms of the first State
        bool shown = false;        // that is old enough
    };
    struct Sight {
        view::Projector* projector;
        Moment moment;
    };
    Sight sight_of(const Watcher&, const Moment& now);
    void delay(core::ObserverId, std::int64_t delay_ms, const core::State&, std::int64_t real_ms);
    void keep_for_later(const core::Record&, const core::State& after);
    void patch(ConnectionId, Watcher&, view::Projector&, const Moment& after);
    void close_each(const std::function<bool(ConnectionId, const Watcher&)>& is_one, CloseReason,
                    std::uint64_t position);
    void feed(ConnectionId, Watcher&, std::uint64_t position);

    Transport& transport_;
    Gate& gate_;
    view::EncodedPool* pool_;
    view::Projector projector_;
    std::map<core::ObserverId, Earlier> earlier_;
    std::map<ConnectionId, Watcher> watchers_;
    bool reading_ = true;
    bool some_owe_ = false;  // somebody may owe more than its line took
};

}  // namespace casustafel::hosting
