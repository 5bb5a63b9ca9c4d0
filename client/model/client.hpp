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
#include "client/model/heard.hpp"
#include "client/model/model.hpp"

namespace casustafel::model {

using CommandId = std::array<std::uint8_t, 16>;
using Token = std::string;  // 32 random bytes: the key with which a participant comes back

// Fills a range with random bytes.
using RandomBytes = std::function<void(std::uint8_t*, std::size_t)>;

// An answer that something did not happen.
struct Refusal {
    std::string key;    // text key: "rejection.<…>" or "refusal.<…>"
    std::string about;  // the name of the frame or command it answers
    v1::Command
        command;  // the act itself, so that what was typed can be offered again; may be empty
};

class Client {
public:
    Client(RandomBytes random, std::string program);

    const Model& model() const { return model_; }
    // What several clients of this process are sent alike is read once; the pool outlives them.
    void share_entities(EntityPool& pool) { pool_ = &pool; }

    // Wishes. They are said as soon as the connection allows and again after each reconnection.
    void look_up(const std::string& code);
    void join(const std::string& code, const std::string& name, const std::string& language);
    void resume(const std::string& code, const Token& token);
    void reenter(const std::string& code, const std::string& reentry_code);
    // `digits`: of the moment, when the trainer has a second factor.
    void open_as_trainer(const std::string& key, const std::string& digits = {});
    void attach(const std::string& code);  // as trainer
    void observe(const std::string& code);
    // How this program reaches the server, "https://host:port"; what the server tells people of
    // where to come in follows from it when it does not know better.
    void reach_by(std::string address) { reached_by_ = std::move(address); }
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
    // Takes the acts that wait out of the outbox: they are not said again unless they are taken up.
    std::vector<v1::Command> set_aside();

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
    void forget_changes() { changes_.clear(); }  // of who does not look at them
    std::vector<Refusal> take_refusals();
    // The acts the server said yes to since the last call: from then on they are never lost.
    std::vector<v1::Command> take_accepted();
    // The debrief page that was asked for, as HTML, once; nothing while it is not there.
    std::optional<std::string> take_report();

private:
    void greet();
    void flush_outbox();
    void handle(HeardFrame& heard, std::int64_t now_ms);
    void settle(const std::string& command_id, const std::string* reason);
    void merge(HeardFrame& heard, std::int64_t now_ms);
    void send(const v1::ClientFrame& frame);
    void arrived();
    void hear_report(const v1::Report& piece);
    void hear_replay(v1::Replay& piece);
    void become_ready();
    bool is_heard(const v1::ServerFrame& frame);
    void refused(const v1::Refused& refused);
    bool looks_on_no_longer();
    void held(const v1::Held& held);
    void moved(const v1::Moved& moved);
    void moved_while_away(const v1::Joined& joined);
    void refuse_what_waits();
    void take_names(const v1::Names& names);
    void drop_view(const std::string& name);

    RandomBytes random_;
    EntityPool* pool_ = nullptr;
    std::string program_;
    Model model_;
    Token token_;
    std::string name_, language_ = "nl", reentry_code_, trainer_key_, attach_code_, look_up_code_,
                       observe_code_, digits_, reached_by_;
    Token program_token_;                // with which a second factor is asked for once
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

}  // namespace casustafel::model
