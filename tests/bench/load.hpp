#pragma once
// The load driver: sessions of clients on bare sockets and one epoll, so that it costs little
// beside what it measures. It sends commands and waits for their updates, either one command at a
// time per session (its latency is the time until the last client has it) or one at a time per
// client (a burst without end). What a command and an update look like is the dialect's affair.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace casustafel::bench {

// One client's side of the conversation.
class Dialect {
public:
    virtual ~Dialect() = default;
    // The message that performs command `number` of this client's.
    virtual std::string command(std::uint64_t number) = 0;
    // Messages that are no commands and have to be sent now: greeting, joining.
    virtual std::vector<std::string> take_outgoing() { return {}; }
    // Takes one message from the server and calls `saw` for each command (of whichever client) in
    // it.
    virtual void received(std::string_view message,
                          const std::function<void(std::uint64_t)>& saw) = 0;
};

struct LoadPlan {
    int sessions = 1;
    int clients_per_session = 12;
    int hearers = 12;         // clients that see a command, the speaker included
    int active_sessions = 0;  // that speak; 0: all, the others only listen
    bool burst = false;       // every client has one outstanding; else one per session
    int pace_ms = 0;          // each session speaks once in so long; 0: as soon as it is answered
    double seconds = 2;
    std::uint64_t commands_per_session = 0;  // in one run; 0: as many as there is time for
};

struct LoadResult {
    bool complete = false;  // false: a connection broke or nothing came for ten seconds
    std::uint64_t commands = 0;
    std::uint64_t messages = 0;  // WebSocket messages received by all clients
    std::uint64_t bytes = 0;     // on their sockets
    double seconds = 0;
    double median_us = 0;  // from sending until the last of the session's clients has it
    double p99_us = 0;
};

class Load {
public:
    // Connects every client, session by session, to ws://127.0.0.1:port/ws.
    Load(std::uint16_t port, LoadPlan plan,
         const std::function<std::unique_ptr<Dialect>(int session, int client)>& dialect);
    ~Load();
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    bool connected() const { return connected_; }
    // Lets everybody talk until each dialect is ready; false when nothing comes for ten seconds.
    bool prepare(const std::function<bool(const Dialect&)>& ready);
    void commands_in_a_round(std::uint64_t commands) { plan_.commands_per_session = commands; }
    // Runs the plan once; call again for another round.
    LoadResult run();

private:
    struct Client;
    struct Session;

    void say(Session& session, int client);
    void send(Client& client, const std::string& message);
    // False: nothing came in that time.
    bool wait_and_read(int for_ms);
    void begin_to_talk();
    void talk_at_pace();
    void read(Client& client);
    void saw(Client& client, std::uint64_t command);
    void finished(Session& session, std::uint64_t command);

    LoadPlan plan_;
    bool connected_ = false;
    bool stopping_ = false;
    bool broken_ = false;
    int epoll_ = -1;
    std::uint64_t outstanding_ = 0;
    std::uint64_t next_command_ = 0;
    LoadResult result_;
    std::vector<double> latencies_us_;
    std::vector<std::unique_ptr<Session>> sessions_;
};

}  // namespace casustafel::bench
