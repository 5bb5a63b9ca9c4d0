#pragma once
// The server without its sockets: sessions by code, connections and who they are, the trainer's
// key. It answers what is no act in a session itself and hands everything else to the session
// concerned.
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "casustafel/v1/envelope.pb.h"
#include "server/hosting/agenda.hpp"
#include "server/hosting/guess_guard.hpp"
#include "server/hosting/session/session.hpp"
#include "server/hosting/session_maker.hpp"
#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::hosting {

// What a start of the host found and made.
struct Opening {
    std::string
        trainer_key;  // only at the first start on this data directory: shown once, kept hashed
    std::vector<std::string> codes;        // sessions folded from the store
    std::vector<DamagedSession> damaged;   // closed to everybody, and left as they are
    std::vector<store::Damage> of_server;  // of the list of sessions and of the server's own values
    bool keyless = false;  // the trainer key is lost: `casustafel trainer-key new` makes another
    bool failed = false;   // the trainer key could not be written down: the server must not start
};

class Host : public Endpoint {
public:
    Host(Surroundings around, std::function<void(const std::string& code)> session_made);

    // Reads everything from the store. Call once, before the first connection.
    Opening open();
    // The server stops: writes down how far every session's time went.
    void stop();

    void opened(ConnectionId, const PeerAddress& from) override;
    void received(ConnectionId, std::string_view message) override;
    void closed(ConnectionId) override;
    std::optional<ConnectionId> needed_least() const override;
    void turn() override;
    std::int64_t next_wake_ms() const override;
    Figures figures() const override;

    // The session with this code, or nullptr. For tests and for what runs in the same process.
    Session* find(const std::string& code);

private:
    struct Visitor {
        bool greeted = false;
        bool trainer = false;
        std::uint32_t number = 0;  // of the trainer; 0: one without a name
        bool lists = false;        // is told when the list of sessions changed
        Session* session = nullptr;
        PeerAddress from;
        int wrong_codes = 0;
        // What it said, in order, to a session with this code that is being read again.
        std::string waits_for;
        std::vector<v1::ClientFrame> said;
        std::size_t said_bytes = 0;
    };
    // One that left memory.
    struct Away {
        AwaySession session;
        bool being_read = false;
    };

    void open_trainer_key(Opening&);
    void open_calendar();
    void look_at_calendar();
    void handle(ConnectionId, Visitor&, const v1::ClientFrame&);
    void greet(ConnectionId, Visitor&, const v1::Hello&);
    bool handle_entrance(ConnectionId, Visitor&, const v1::ClientFrame&);
    void come_back(ConnectionId, Visitor&, const v1::Resume&);
    bool listens_to(ConnectionId, const Visitor&, std::string_view about);
    bool looks_on(ConnectionId, Visitor&, std::string_view code);
    void count_wrong(ConnectionId, Visitor&);
    bool handle_trainer(ConnectionId, Visitor&, const v1::ClientFrame&);
    void handle_in_session(ConnectionId, Visitor&, const v1::ClientFrame&);
    void open_as_trainer(ConnectionId, Visitor&, const v1::OpenAsTrainer&);
    const Trainer* trainer_with(const std::string& key);
    bool second_factor_fits(const Trainer&, const v1::OpenAsTrainer&);
    void look_at_trainers();
    bool is_trainer_still(const Visitor&);
    void handle_desk(ConnectionId, Visitor&, const v1::ClientFrame&);
    void handle_control(ConnectionId, Visitor&, const v1::ClientFrame&);
    void list_sessions(ConnectionId);
    void told_list_changes();
    void tell_lists();
    // Whether one of those who opened as a trainer is so. Every turn asks, so the others are not
    // looked at.
    bool any_desk(bool (*is_so)(const Visitor&)) const;
    void new_session(ConnectionId, const Visitor&, const v1::NewSession&);
    void fork(ConnectionId, Visitor&, const v1::ForkSession&);
    void go_on_in(Session& fork);
    Session* going_on(Session*);
    void set_card(ConnectionId, Visitor&, const v1::SetCard&);
    void archive(ConnectionId, Visitor&, const v1::ArchiveSession&);
    void erase(ConnectionId, Visitor&, const v1::DeleteSession&);
    void drop(const std::string& code, ConnectionId asked_by);
    void drop_what_left_memory();
    static bool is_archived(const AwaySession&);
    bool is_archived(const std::string& code) const;
    std::string one_at_rest_for(const v1::ClientFrame&) const;
    bool waits_for_one_at_rest(ConnectionId, Visitor&, const v1::ClientFrame&);
    void read_again(const std::string& code, Away&);
    void was_read(const std::string& code, const std::variant<Beginning, store::Damage>&);
    void hear_those_who_waited(const std::string& code, bool refused);
    void read_those_with_old_names();
    std::optional<v1::SessionEntry> entry_of(const std::string& code);
    std::size_t open_sessions() const;
    void settle_in(ConnectionId, Visitor&, Session*);
    bool is_damaged(const std::string& code) const;
    Session* wanted(ConnectionId, Visitor&, std::string_view code, std::string_view about);
    void say(ConnectionId, const v1::ServerFrame&);
    void refuse(ConnectionId, std::string_view about, std::string_view reason);
    v1::SessionList session_list();
    void list_scenarios(ConnectionId);
    std::string free_code() const;

    CaseShelf shelf_;
    view::EncodedPool entities_;
    Surroundings around_;
    std::function<void(const std::string&)> session_made_;
    Calendar calendar_;
    std::int64_t keep_calendar_at_ms_ = 0;  // steady_ms
    Gate gate_;  // for what belongs to no session: nothing there waits for the disk
    std::string trainer_key_hash_;
    void keep(std::unique_ptr<Session>);
    void made(SessionMaker::Result, const std::vector<ConnectionId>& asked_by);

    std::map<std::string, std::unique_ptr<Session>> sessions_;  // by code
    Agenda agenda_;
    SessionMaker maker_;
    std::vector<DamagedSession> damaged_;               // that nobody gets into
    std::map<std::string, Away> away_;                  // by code
    std::map<std::string, std::uint32_t> forking_;      // by the new code, for which trainer
    std::map<std::string, ConnectionId> leaving_;       // by code, for whom; 0: for nobody
    std::map<std::uint32_t, std::int64_t> used_steps_;  // of second factors, by trainer
    struct GaveDigits {
        std::uint32_t trainer = 0;
        std::int64_t until_ms = 0;  // steady_ms
    };
    std::map<std::string, GaveDigits> gave_digits_;  // by the hash of the token
    std::string told_list_;                          // what the desks were told last
    std::int64_t tell_lists_at_ms_ = INT64_MAX;      // steady_ms
    std::int64_t look_at_trainers_at_ms_ = 0;        // steady_ms
    std::map<ConnectionId, Visitor> visitors_;       // as they came
    std::set<ConnectionId> desks_;                   // of those: who opened as a trainer
    GuessGuard guesses_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  // work that ends later checks it
};

}  // namespace casustafel::hosting
