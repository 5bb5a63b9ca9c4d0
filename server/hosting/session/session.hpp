#pragma once
// One running session: the centre that its parts stand around. The chronicle keeps what happened,
// the watchers are shown it, acts are carried out, the hold says when nothing may happen. When a
// commit fails the session stands still, forgets what never became durable, and goes on from disk.
// It does not know how a connection came here; the host tells it who each one is.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "server/hosting/session/acts.hpp"
#include "server/hosting/session/allowances.hpp"
#include "server/hosting/session/announcer.hpp"
#include "server/hosting/session/chronicle.hpp"
#include "server/hosting/session/entrance.hpp"
#include "server/hosting/session/gate.hpp"
#include "server/hosting/session/hold.hpp"
#include "server/hosting/session/lookback.hpp"
#include "server/hosting/session/papers.hpp"
#include "server/hosting/session/pulse.hpp"
#include "server/hosting/session/reception.hpp"
#include "server/hosting/session/watchers.hpp"
#include "server/hosting/surroundings/surroundings.hpp"

namespace casustafel::hosting {

// A session that cannot be gone on with: it is left as it is, and nobody comes in.
struct DamagedSession {
    std::string id;
    std::string code;  // empty when that cannot be read either
    store::Damage damage;
    std::string saved_as;  // the code of what was saved of it; empty when nothing was
    std::string scenario;  // which case it plays; empty when that cannot be read either
    core::Text title;
};

class Session {
public:
    // A session that is in the store: folds its log and claims it.
    using Opened = std::variant<std::unique_ptr<Session>, DamagedSession, AwaySession>;
    static Opened open(Surroundings, const std::string& id);
    // One that was just made, or read again.
    static std::unique_ptr<Session> begin(Surroundings, const Beginning&);

    const std::string& code() const { return chronicle_.code(); }
    const std::string& request_id() const { return chronicle_.request_id(); }
    bool lost() const { return chronicle_.lost(); }  // another server holds the lease
    bool held() const { return hold_.held(); }
    // It goes on as the session with this code, and takes nothing any more.
    void continue_as(const std::string& code);
    const std::string& continued_as() const { return chronicle_.people().continued_as(); }
    // It begins with what another has, up to this record; then its people come.
    void begin_as_fork(const std::string& origin);
    void move_in(ConnectionId, const Watcher& was, const std::string& name);
    void everybody_moved(std::uint32_t trainer);
    Watcher watcher(ConnectionId) const;
    std::string name_of(core::ParticipantId who) const { return chronicle_.people().name_of(who); }
    // What a list of sessions says about this one: only what is durable.
    v1::SessionEntry entry();
    // What trainers write on it, and what they do with it as a whole. `in_use`: it runs, or a
    // participant is in it.
    void set_card(const v1::SessionCard&);
    const v1::SessionCard& card() const { return chronicle_.people().card(); }
    bool in_use() const;
    bool runs() const { return chronicle_.state().phase == core::SessionPhase::running; }
    bool over() const {
        return hold_.continued() || chronicle_.state().phase == core::SessionPhase::ended;
    }
    // How it is not in memory any more: in the archive, where nobody comes in until a trainer takes
    // it back; or at rest, where it is over and is read again as soon as anybody wants in.
    enum class Away { no, resting, archived };
    // It may be dropped once this is durable, and `put_away` says so; or it stays.
    void leave_memory(Away);
    Away away() const { return away_; }
    bool put_away() const { return away_ != Away::no && gate_.durable_position() >= away_at_; }
    AwaySession as_away();
    // It is over and nobody was in it for a while: it need not stay in memory.
    bool rests() const;
    // Nobody is in it any more: whoever looked on is let go.
    void dismiss() { watchers_.close_all(CloseReason::going_away); }
    const std::string& id() const { return chronicle_.id(); }
    const std::shared_ptr<const core::Scenario>& scenario() const { return chronicle_.scenario(); }

    // Whether this connection is a participant, a trainer or a screen here.
    bool is_somebody(ConnectionId) const;
    // How connections become somebody here, and stop being it.
    Entrance& entrance() { return entrance_; }
    // Who looks on with this code; nobody while what is so is not known.
    core::ObserverId observer_with(std::string_view code) const;
    // Refused with a reason, or somebody may look on from now on, with this code.
    std::optional<std::string> invite_observer(std::uint32_t trainer, const v1::InviteObserver&,
                                               const std::string& code);
    // What a trainer decides about people.
    Reception& reception() { return reception_; }

    // Called whenever something reached it from which `advance` may have something to do.
    void when_reached(std::function<void()> tell) { reached_ = std::move(tell); }
    void reach() { reached_(); }

    // Frames of an attached connection.
    void command(ConnectionId, const v1::Command&);
    // Closes a role's view beside a trainer's own; no role: all of them.
    void stop_seeing_as(ConnectionId, const std::string& role);
    void set_maximum_speed(bool on);
    // Makes it of what is durable, beside the loop, and gives it to this trainer, or says why not;
    // at once when nothing happened since it was made last.
    void ask(ConnectionId, Paper);
    // Of a session that has ended: what happened, what stood on a screen, and where a trainer leads
    // everybody who looks back.
    void ask_replay(ConnectionId);
    void look_back(ConnectionId, const v1::LookBack&);
    std::optional<std::string> lead_replay(const v1::LeadReplay&);
    void stand_by(ConnectionId, const v1::StandBy&);
    // An answer that a request was refused, in order with the rest.
    void refuse(ConnectionId, std::string_view about, std::string_view reason);

    // Time.
    // Lets the clock bring what is due; hands new records to the store. True: there is more to do
    // now.
    bool advance();
    // The steady_ms at which `advance` has something to do.
    std::int64_t next_wake_ms() const;
    // The server stops: writes down how far the session's time went.
    void save_clock();

private:
    Session(const Surroundings&, std::string id);

    // The log and the store.
    bool read();
    void take_what_was_read();
    void finished(std::uint64_t position, store::Outcome);
    void lose();
    void hand_over();
    void throttle_reading();
    void forget_old_names();
    void note_durable_entry();

    void give(ConnectionId, Paper, const std::vector<Frame>&);
    std::optional<replay::Asker> asker(ConnectionId, std::string_view about);
    PastSource past() const;
    void give_past(ConnectionId, const replay::Asker&, std::string_view about,
                   const std::vector<Frame>&);

    // Standing still, and going on.
    void wait_for_everybody();
    std::optional<core::Rejection> release_hold(const core::CommandId&);
    void look_who_is_back();
    void note_departures();
    void fall_back(bool wait_afterwards = false);
    void try_storage();
    void show_afresh(std::uint64_t was_durable);

    void look_whether_it_rests();

    // Time.
    std::int64_t next_due_wake_ms() const;
    bool jump_when_all_stand_by();
    void wake_those_who_stand_by();

    Surroundings around_;
    std::function<void()> reached_ = [] {};
    Gate gate_;
    Watchers watchers_;
    Chronicle chronicle_;
    Hold hold_;
    Announcer announcer_;
    Allowances allowances_;
    Reception reception_;
    Acts acts_;
    Entrance entrance_;
    Papers papers_;
    Lookback lookback_;
    std::optional<v1::ReplayLed> led_;  // where a trainer leads everybody
    Pulse pulse_;
    v1::SessionEntry durable_entry_;  // what a list may say, as it was when all was durable last
    Away away_ = Away::no;
    std::uint64_t away_at_ = 0;             // the position at which that leaves
    std::int64_t rests_at_ms_ = INT64_MAX;  // steady_ms
    std::int64_t forget_names_at_ms_ = 0;   // steady_ms
    bool owes_ = false;                     // somebody's line had no room for all of a view or page
};

}  // namespace casustafel::hosting
