#pragma once
// A simulated participant with its whole conversation: joins, takes a free role, plays it and any
// role that a swap or a trainer gives it as its persona does, comes back after a lost connection,
// and knows when the session is over. Driven only by what the server says; no I/O.
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/bots/answer_key.hpp"
#include "client/bots/persona.hpp"
#include "client/model/client.hpp"

namespace casustafel::bots {

struct BotOptions {
    std::string code, name;
    Character character = Character::lawful;
    std::uint64_t seed = 1;
    std::string role;  // the one it wants; empty: the first free one
    Script script = {};
    model::EntityPool* shared = nullptr;  // of the bots of one process that hear the same
};

class Bot {
public:
    Bot(BotOptions options, const AnswerKey& key);

    void connected();
    void disconnected();
    // One ServerBatch at the caller's clock. False: it is none.
    bool received(std::string_view bytes, std::int64_t now_ms);
    std::vector<std::string> take_outgoing();

    // The session has ended, or there is no seat for this one.
    bool finished() const { return ended_ || no_seat_; }
    bool found_no_seat() const { return no_seat_; }
    // A code that is wrong or a session that takes nobody: text key; empty while all is well.
    const std::string& refused() const { return refused_; }
    const model::Model& model() const { return client_.model(); }
    std::string role() const { return client_.model().role(); }

private:
    void think();
    void play(const std::string& role, const model::View& view);
    void say_some();
    bool asking() const;
    void take_a_role(const model::View& seat);
    void stand_by();

    BotOptions options_;
    const AnswerKey& key_;
    model::Client client_;
    std::map<std::string, Persona> personas_;  // one for each role it holds now
    std::uint64_t roles_played_ = 0;
    std::deque<v1::Command> intended_;  // not yet said: a few at a time
    std::set<std::string> tried_roles_;
    std::set<std::string> answered_prompts_;  // once, whatever roles it holds
    bool ended_ = false, no_seat_ = false;
    std::string refused_;
    std::pair<std::uint64_t, std::uint64_t> stood_by_at_;  // arrivals, frames seen since
};

}  // namespace casustafel::bots
