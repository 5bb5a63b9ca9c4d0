#pragma once
// One running session: its log, its gate, its people, and the connections that watch it. It turns
// acts into durable records and records into patches for everybody whose view they change. When a
// commit fails it holds the session, forgets what never became durable, and goes on from disk. It
// does not know how a connection came here; the host tells it who each one is.
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "server/codec/command.hpp"
#include "server/hosting/catalogue.hpp"
#include "server/hosting/codes.hpp"
#include "server/hosting/gate.hpp"
#include "server/hosting/people.hpp"
#include "server/hosting/session_log.hpp"
#include "server/store/store.hpp"
#include "server/view/subscriber.hpp"

namespace casustafel::hosting {

// Why the host holds a session: no command is accepted and the clock stands still.
enum class Hold : std::uint8_t {
    none,
    recovering,  // after a restart, until those who were connected are back or the trainer resumes
    storage,     // a commit failed; until there is room again
};

// What a trainer may ask for that takes too long for the loop: the score as numbers, or the debrief
// page.
enum class Paper : std::uint8_t { results, report_nl, report_en };

// What the sessions of one host share.
struct Surroundings {
    store::Store& store;
    Transport& transport;
    Clock& clock;
    Catalogue& catalogue;
    RandomBytes random;
    Work& work = work_at_once();
};

class Session {
public:
    // A session that is in the store: folds its log and claims it. Nothing when it cannot be read.
    static std::unique_ptr<Session> open(Surroundings, const std::string& id);
    // Makes a new one in the store and opens it; nothing when the disk says no.
    static std::unique_ptr<Session> create(Surroundings, const CaseTexts&, const std::string& code,
                                           const std::string& request_id);

    const std::string& code() const { return code_; }
    const std::string& request_id() const { return request_id_; }
    bool lost() const { return lost_; }  // another server holds the lease
    bool held() const { return hold_ != Hold::none; }
    // What a list of sessions says about this one: only what is durable.
    v1::SessionEntry entry();
    bool full() const;

    // Connections. Each makes the connection somebody here, whoever it was before; a refused one
    // stays what it was.

    // Somebody who typed the code and looks at the lobby.
    void watch(ConnectionId);
    // A screen for the room: sees what the lobby shows, no names, and may not act.
    void observe(ConnectionId);
    // A first Join, or a repeated one with the same token. Refused with a reason, or joined.
    std::optional<std::string> join(ConnectionId, const v1::Join&);
    std::optional<std::string> resume(ConnectionId, std::string_view token);
    std::optional<std::string> reenter(ConnectionId, std::string_view code, std::string_view token);
    void attach_trainer(ConnectionId);
    // Gives the seat back; the connection goes on as one that looks at the lobby.
    void sign_out(ConnectionId);
    // The connection is not here any more.
    void leave(ConnectionId);

    // Frames of an attached connection.
    void command(ConnectionId, const v1::Command&);
    // Closes a role's view beside a trainer's own; no role: all of them.
    void stop_seeing_as(ConnectionId, const std::string& role);
    std::optional<std::string> issue_reentry_code(ConnectionId, std::uint32_t participant);
    void set_maximum_speed(bool on);
    // Makes it of what is durable, beside the loop, and gives it to this trainer, or says why not;
    // at once when nothing happened since it was made last.
    void ask(ConnectionId, Paper);
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
    struct RejectedCommand {
        core::CommandId id;
        core::Rejection why;
        std::uint64_t position;  // at which the answer may leave
    };
    struct PaperOnFile {
        Frame frame;            // made last, nullptr: never
        std::uint64_t seq = 0;  // what it was made of
        bool making = false;
        std::set<ConnectionId> asked_by;  // waiting for what is being made
    };
    struct Watcher {
        core::ParticipantId participant = core::ParticipantId::nobody;
        bool trainer = false;
        bool observer = false;
        std::string came_by;     // the name of the frame that made it a participant
        std::string token_hash;  // with which it did
        std::map<std::string, view::Subscriber> views;  // by view name
        std::vector<core::RoleId> looked_through;       // a trainer's, oldest first
        std::optional<v1::StandBy> stand_by;
    };

    Session(Surroundings, std::string id);

    // session.cpp: the log and the store
    bool read();
    bool claim();
    // Grows with everything that must be durable before what is computed now may leave.
    std::uint64_t position() const { return log_->position() + people_.changes(); }
    std::optional<core::Rejection> submit(const core::Actor&, const core::CommandId&,
                                          const core::Command&);
    std::optional<core::Rejection> submit_own(const core::Command&);  // as the host
    core::CommandId random_command_id();
    void hand_over();
    void append(store::Append);
    void finished(std::uint64_t position, store::Outcome);
    void lose();
    void throttle_reading();
    void forget_old_names();
    void note_durable_entry();

    // session_hold.cpp
    void wait_for_everybody();
    std::optional<core::Rejection> release_hold(const core::CommandId&);
    void announce_hold();
    void announce_hold_to(ConnectionId);
    bool is_here(core::ParticipantId) const;
    bool everybody_is_back() const;
    void look_who_is_back();
    void note_departures();
    void fall_back();
    void try_storage();
    void show_afresh(std::uint64_t was_durable);

    // session_time.cpp
    std::int64_t real_ms() const;
    bool take_due(std::int64_t now_ms);
    void wake_those_who_stand_by();
    bool all_stand_by() const;
    bool jump_when_all_stand_by();
    std::optional<std::int64_t> earliest_stand_by() const;

    // session_people.cpp
    Watcher& welcome(ConnectionId);
    void seat(ConnectionId, core::ParticipantId, std::string_view token,
              const std::string& came_by);
    void greet(ConnectionId, const Watcher&, bool returned);
    void supersede(core::ParticipantId, ConnectionId by);
    void note_gone(core::ParticipantId);
    void tell_names();
    void tell_names_to(ConnectionId);

    // session_papers.cpp
    void make(Paper);
    void give(Paper);

    // session_views.cpp: commands, and what everybody sees of them
    bool ends_hold(const Watcher&, const core::CommandId&, const codec::DecodedCommand&) const;
    void carry_out(ConnectionId, const core::Actor&, const core::CommandId&, const core::Command&);
    const RejectedCommand* rejected(core::ParticipantId, const core::CommandId&) const;
    void answer(ConnectionId, const core::CommandId&, std::optional<core::Rejection>);
    void remember_rejected(core::ParticipantId, const core::CommandId&, core::Rejection);
    void look_through(ConnectionId, const core::RoleId&);
    std::vector<std::pair<std::string, view::Viewer>> views_of(const Watcher&) const;
    void settle_views(ConnectionId, Watcher&);
    void publish(const core::Record&);
    void tell(ConnectionId, const v1::ServerFrame&, Counted = Counted::yes);

    Surroundings around_;
    std::string id_, code_, request_id_, session_key_;
    CaseTexts texts_;
    store::Lease lease_;
    std::unique_ptr<SessionLog> log_;
    Gate gate_;
    People people_;
    view::Projector projector_;
    std::map<ConnectionId, Watcher> watchers_;
    // What was refused to whom (nobody: the trainers), newest last: said again it is refused again.
    std::map<core::ParticipantId, std::deque<RejectedCommand>> rejected_;
    v1::SessionEntry durable_entry_;  // what a list may say, as it was when all was durable last
    Hold hold_ = Hold::none;
    bool waits_after_storage_ = false;  // the storage hold came upon one that waits for people
    bool readable_ = true;  // false: a commit failed, and what is durable is not known yet
    bool lost_ = false;
    bool reading_ = true;
    bool maximum_speed_ = false;
    std::set<core::ParticipantId> awaited_;  // while recovering: those who were connected
    std::set<core::ParticipantId> leaving_;  // signed out during a hold
    std::uint64_t handed_over_ = 0;          // the last seq given to the store
    std::uint64_t handed_position_ = 0;      // `position` when that was
    std::uint64_t epoch_of_read_ = 0;        // answers of appends from before are ignored
    std::uint64_t durable_seq_ = 0;          // the last seq known to be durable
    std::map<Paper, PaperOnFile> papers_;
    std::int64_t real_base_ms_ = 0;  // session time at steady_base_ms_
    std::int64_t steady_base_ms_ = 0;
    std::int64_t clock_saved_ms_ = 0;  // steady_ms of the last save
    std::int64_t probe_at_ms_ = 0;
    std::int64_t forget_names_at_ms_ = 0;  // steady_ms
    int wrong_reentry_codes_ = 0;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  // answers of the store check it
};

}  // namespace casustafel::hosting
