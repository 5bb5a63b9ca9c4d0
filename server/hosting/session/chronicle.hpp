#pragma once
// One session between memory and the store: its log, its people and its time. An act is decided,
// applied and told to `made` at once; what was made goes to the store between acts, under this
// host's lease. It promises that `position` grows with everything that must be durable before what
// is computed now may leave. It knows no connection.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/codec/record.hpp"
#include "server/hosting/session/people.hpp"
#include "server/hosting/session/session_clock.hpp"
#include "server/hosting/session/session_log.hpp"
#include "server/hosting/surroundings/surroundings.hpp"

namespace casustafel::hosting {

// What a new session is to be, before anything of it is written.
struct SessionOrder {
    std::string id, code, request_id;
    std::string session_key;  // keys the ids of what commands make
    std::int64_t created_wall_ms = 0;
    std::int64_t made_ms = 0;  // of the calendar
    v1::SessionCard card;
    std::uint32_t lead = 0;  // the trainer who makes it
    // Of one that begins with what another has: the other's header, its records up to there, and
    // what is kept of its people and of where it comes from.
    std::string header;
    std::vector<std::string> records;
    std::vector<std::pair<std::string, std::string>> values;
};

// A session as it stands in the store, claimed: one that was just made, or one that was read again
// beside the loop.
struct Beginning {
    std::string id;
    store::LoadedSession written;
    store::Lease lease;
    std::shared_ptr<const core::Scenario> scenario;
    bool records_in_store = false;  // otherwise they go there first
};

// One that left memory (Session::Away).
struct AwaySession {
    std::string id;
    v1::SessionEntry entry;           // as a list told of it then
    std::int64_t names_since_ms = 0;  // of the calendar; 0: it holds no names
    People people;                    // so that only who may come in makes it be read
};

class Chronicle {
public:
    // Each record, right after it was applied.
    using Made = std::function<void(const core::Record&)>;
    // What became of everything up to this position.
    using Written = std::function<void(std::uint64_t position, store::Outcome)>;

    // The surroundings stay the session's.
    Chronicle(const Surroundings&, std::string id, Made, Written);
    Chronicle(const Chronicle&) = delete;

    static SessionOrder order(const Surroundings&, const std::string& code,
                              const std::string& request_id);
    const Surroundings& around() const { return around_; }
    // Writes a new session and claims it; nothing when the disk says no. Waits for the disk, and
    // may be called on any thread.
    static std::optional<Beginning> create(store::Store&, const SessionOrder&, const CaseTexts&);
    // Claims one that left memory and reads it; or what is wrong with it. The same holds.
    static std::variant<Beginning, store::Damage> read_again(store::Store&, Catalogue&,
                                                             const std::string& id);

    // Folds what is durable; the time stands still there. False leaves everything as it was, but
    // for `readable`. One that is away is left alone, and `away` says so.
    bool read();
    const std::optional<AwaySession>& away() const { return away_; }
    // The same of a session that is claimed already, whether it is away or not.
    bool read(const Beginning&);
    // Another host has the lease now.
    bool lost() const { return lost_; }
    // False: what is durable is not known.
    bool readable() const { return readable_; }
    // Why not, when it was read last; nothing: it was readable.
    const std::optional<store::Damage>& damage() const { return damage_; }
    // Makes this host the only one that writes; false when the disk says no.
    bool claim();
    // What the store has not answered yet never happened: its answers are ignored.
    void ignore_answers() { ++epoch_; }

    const std::string& id() const { return id_; }
    const std::string& code() const { return code_; }
    const std::string& request_id() const { return request_id_; }
    const std::shared_ptr<const core::Scenario>& scenario() const { return scenario_; }
    // How old the session is by the host's calendar.
    std::int64_t age_ms() const;
    // When it was made, while it holds names; 0: it holds none.
    std::int64_t names_since_ms() const { return people_.has_names() ? made_ms_ : 0; }
    // Writes down when that was, of a session of before the calendar.
    void note_when_made();
    const SessionLog& log() const { return *log_; }
    const core::State& state() const { return log_->state(); }
    People& people() { return people_; }
    const People& people() const { return people_; }
    SessionClock& clock() { return clock_; }
    const SessionClock& clock() const { return clock_; }

    std::uint64_t position() const { return log_->position() + people_.changes(); }
    // The position that the store was given, or that was read there.
    std::uint64_t handed_position() const { return handed_position_; }
    // The last record known to be durable.
    std::uint64_t durable_seq() const { return durable_seq_; }
    // The case's time now, short of what is due: while the session stands still after a failed
    // commit that may wait, and nobody sees a later time before it has come.
    core::Stamp stamp() const {
        const auto due_ms = clock_.stands_still() ? log_->next_due() : std::nullopt;
        return log_->stamp_at(due_ms ? std::min(*due_ms - 1, clock_.real_ms()) : clock_.real_ms());
    }

    // Brings what is due, then says why a command would not be accepted now; nothing: it would.
    std::optional<core::Rejection> judge(const core::Actor&, const core::CommandId&,
                                         const core::Command&);
    // Brings what is due, then decides; nothing: it was accepted.
    std::optional<core::Rejection> submit(const core::Actor&, const core::CommandId&,
                                          const core::Command&);
    std::optional<core::Rejection> submit_own(const core::Command&);  // as the host
    std::optional<core::Rejection> submit_own(const core::CommandId&, const core::Command&);
    // Brings everything that is due by now.
    void bring_due();
    // Brings the earliest instant that is due; false: nothing is.
    bool take_due(std::int64_t real_ms);

    // Gives the store what is new. Between acts only: a store may answer at once, and an answer may
    // make everything start over.
    void hand_over();
    // The same, and how far and how fast the time goes also when nothing is new.
    void write_down();

private:
    void append(std::vector<store::Value> beside);
    bool fold(const std::optional<store::Examined>&);
    bool is_away(const store::LoadedSession&, const codec::LogHeader&);
    bool read_texts(const codec::LogHeader&);
    void read_made(const store::LoadedSession&, const codec::LogHeader&);
    bool damaged(store::DamageKind, std::uint64_t stands, std::string detail);

    const Surroundings& around_;
    std::string id_, code_, request_id_, session_key_;
    Made made_;
    Written written_;
    std::shared_ptr<const core::Scenario> scenario_;
    std::int64_t made_ms_ = 0;  // of the calendar
    bool made_written_ = true;
    store::Lease lease_;
    std::unique_ptr<SessionLog> log_;
    People people_;
    SessionClock clock_;
    std::uint64_t handed_over_ = 0;      // the last seq given to the store
    std::uint64_t handed_position_ = 0;  // `position` when that was
    bool readable_ = true;
    std::optional<store::Damage> damage_;
    bool lost_ = false;
    bool reads_what_is_away_ = false;
    std::optional<AwaySession> away_;
    std::uint64_t epoch_ = 0;  // answers of appends from before are ignored
    std::uint64_t durable_seq_ = 0;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  // answers of the store check it
};

}  // namespace casustafel::hosting
