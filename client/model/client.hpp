#pragma once
// This program's side of the conversation, without a socket: what it knows (`Model`) and what it
// still has to say. Acts that were not yet acknowledged survive a broken connection and are said
// again with the same id, so each happens exactly once. No ImGui, SDL, Asio, threads or files; time
// and randomness come from the caller.
#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/envelope.pb.h"
#include "client/model/view.hpp"

namespace casustafel::model {

using CommandId = std::array<std::uint8_t, 16>;
using Token = std::string;  // 32 random bytes: the key with which a participant comes back

// Fills a range with random bytes.
using RandomBytes = std::function<void(std::uint8_t*, std::size_t)>;

enum class Link : std::uint8_t {
    offline,   // no connection; acts are kept
    greeting,  // connected, not yet back in the session
    ready,     // in the session (or at the trainer's desk): acts are sent
};

// An answer that something did not happen.
struct Refusal {
    std::string key;    // text key: "rejection.<…>" or "refusal.<…>"
    std::string about;  // the name of the frame or command it answers
    v1::Command
        command;  // the act itself, so that what was typed can be offered again; may be empty
};

struct Model {
    Link link = Link::offline;
    std::string code;
    std::uint32_t participant = 0;  // 0: not joined
    bool trainer = false;
    bool observer = false;                       // looks on for a room, and may do nothing
    std::map<std::string, View> views;           // by name: "seat", "role:VT", "trainer", "as:VT"
    std::map<std::uint32_t, std::string> names;  // display names by participant
    std::string held;                    // text key suffix of why the session is held; empty: not
    std::vector<std::uint32_t> missing;  // participants a held session waits for
    // The last reading of the case's clock, in whichever view it came, and the caller's clock then.
    std::int64_t session_sim_ms = 0, session_received_ms = 0;
    std::int64_t certain_ms = 0;      // caller's clock when the line was last known to live
    std::uint64_t frames_seen = 0;    // since Joined, as StandBy counts them
    std::int64_t reached_sim_ms = 0;  // said by ClockReached
    std::size_t waiting = 0;          // acts sent or kept, not yet acknowledged
    bool returned = false;            // the last join was a coming back
    std::uint64_t arrivals = 0;       // how often Joined or Attached was heard
    std::vector<v1::ScenarioEntry> scenarios;
    std::vector<v1::SessionEntry> sessions;
    bool sessions_listed = false;
    std::string created_code;  // of the session made last
    std::map<std::uint32_t, std::string> reentry_codes;
    bool door_open = true;                             // a trainer: new participants may come in
    std::map<std::uint32_t, std::string> seat_wishes;  // a trainer: who asks for which role
    std::optional<v1::Results> results;  // of this session, as they came last
    bool results_asked = false;          // and are on their way
    bool report_asked = false;           // the debrief page is on its way
    std::string chosen_role;             // the one the user switched to last; may be gone meanwhile
    // What is typed and not yet sent, by view and field: it goes with the view.
    std::map<std::string, std::map<std::string, std::string>> drafts;

    const View* view(const std::string& name) const;
    // The view to act in: the current role's, else the trainer's, else the seat's; nullptr when
    // none. A trainer who stands in acts as trainer until it chooses the role.
    const View* main_view() const;
    // The role this participant acts for now: the chosen one while it is held, else the first;
    // empty when none.
    std::string role() const;
    // All roles this participant holds or stands in for, by id.
    std::vector<std::string> roles() const;
    // What was typed in this field of this view; empty when nothing was.
    const std::string& draft(const std::string& view, const std::string& field) const;
    // The latest case time the server has said; what bots go by.
    std::int64_t said_sim_ms() const;
    // The case's time now, from what was last said and the caller's clock.
    std::int64_t sim_ms(std::int64_t now_ms) const;
    // What is left of the real time that an entity of the view said, counted on while the session
    // runs and the line is there.
    std::int64_t left_ms(const View& view, const std::string& key, std::int64_t said_ms,
                         std::int64_t now_ms) const;
    // The name of a participant, or "p3".
    std::string name_of(std::uint32_t who) const;
};

class Client {
public:
    Client(RandomBytes random, std::string program);

    const Model& model() const { return model_; }

    // Wishes. They are said as soon as the connection allows and again after each reconnection.
    void look_up(const std::string& code);
    void join(const std::string& code, const std::string& name, const std::string& language);
    void resume(const std::string& code, const Token& token);
    void reenter(const std::string& code, const std::string& reentry_code);
    void open_as_trainer(const std::string& key);
    void attach(const std::string& code);  // as trainer
    void observe(const std::string& code);
    void sign_out();  // forgets the token

    // 32 random bytes.
    Token new_token();

    // Other frames, said once while connected.
    void say(v1::ClientFrame frame);

    // An act; gets its id and waits in the outbox until it is accepted or refused. With too many
    // waiting it is refused here.
    CommandId act(v1::Command command);

    // Switches to another of the roles held; false when this one is not. An empty one is a
    // trainer's own place.
    bool choose_role(const std::string& role);
    // Keeps what is typed, so that it is there when the user comes back to this view.
    void keep_draft(const std::string& view, const std::string& field, std::string text);

    // The token of the current seat, to be kept for a restart of the program; empty: none.
    const Token& token() const { return token_; }

    // The acts that wait, and those of an earlier run of the program, which come before them.
    std::vector<v1::Command> waiting_acts() const { return {outbox_.begin(), outbox_.end()}; }
    void take_up(std::vector<v1::Command> acts);

    // From the connection.
    void connected();
    // `now_ms`: the caller's clock; 0: it shows none.
    void disconnected(std::int64_t now_ms = 0);
    // One ServerBatch. False: the bytes are none, and the connection should be dropped.
    bool received(std::string_view bytes, std::int64_t now_ms);

    // ClientFrames to send now, in order.
    std::vector<std::string> take_outgoing();
    // What changed in the views since the last call, each thing once; what was refused since then.
    std::vector<Change> take_changes();
    std::vector<Refusal> take_refusals();
    // The acts the server said yes to since the last call: from then on they are never lost.
    std::vector<v1::Command> take_accepted();
    // The debrief page that was asked for, as HTML, once; nothing while it is not there.
    std::optional<std::string> take_report();

private:
    void greet();
    void flush_outbox();
    void handle(const v1::ServerFrame& frame, std::int64_t now_ms);
    void settle(const std::string& command_id, const std::string* reason);
    void merge(const v1::ViewPatch& patch, std::int64_t now_ms);
    void send(const v1::ClientFrame& frame);
    void arrived();
    void hear_report(const v1::Report& piece);
    void become_ready();
    bool is_heard(const v1::ServerFrame& frame);
    void refused(const v1::Refused& refused);
    void held(const v1::Held& held);
    void take_names(const v1::Names& names);
    void drop_view(const std::string& name);

    RandomBytes random_;
    std::string program_;
    Model model_;
    Token token_;
    std::string name_, language_ = "nl", reentry_code_, trainer_key_, attach_code_, look_up_code_,
                       observe_code_;
    bool joining_ = false;               // the next Join is a first one, not a return
    std::set<std::string> stale_views_;  // from before this arrival, and not heard of since
    // Over one connection a session goes on talking until the server knows that it was left.
    enum class Hearing : std::uint8_t {
        everything,
        from_snapshot,  // asked about a session: until its first view, what comes is of another
        nothing,        // of the session that was left
    };
    Hearing hearing_ = Hearing::everything;
    std::deque<v1::Command> outbox_;
    std::vector<std::string> outgoing_;
    std::vector<Change> changes_;
    std::vector<Refusal> refusals_;
    std::vector<v1::Command> accepted_;
    std::optional<std::string> report_;
    std::string coming_report_;  // the pieces so far
};

// The name of the act that a command holds, e.g. "share_item"; "rejection" texts do not depend on
// it.
std::string act_name(const v1::Command& command);

}  // namespace casustafel::model
