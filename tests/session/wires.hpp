#pragma once
// The network of the simulation: every message waits on its wire until the world delivers it, in
// order each way. A wire can be cut, with what is under way; a reader so slow that its queue fills
// is closed as the real server does. It can be told to lie, to prove that somebody would notice.
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::simulation {

using hosting::CloseReason;
using hosting::ConnectionId;

// Planted faults; only the simulator's own tests ask for one.
enum class Lie {
    none,
    lost_message,      // one message to a client silently disappears
    swapped_messages,  // two messages to a client change places
};

class Wires : public hosting::Transport {
public:
    explicit Wires(Lie lie = Lie::none) : lie_(lie) {}

    // Named by the one who holds the client's end.
    ConnectionId open();

    // The client's end.
    void say(ConnectionId, std::string frame);
    std::optional<std::string> hear(ConnectionId);  // the next message; nothing: none has come
    // Nothing more will come; why is given when the server said it.
    bool is_dead(ConnectionId) const;
    std::optional<CloseReason> close_reason(ConnectionId) const;

    // The server's end.
    std::optional<std::string> next_for_server(ConnectionId);
    // Connections whose end the server has not been told yet; it is told once.
    std::vector<ConnectionId> take_departed();
    bool has_departed() const;

    // Neither side hears the other any more; what the client had said may still arrive.
    void cut(ConnectionId);
    // The server's process is gone: what it had sent may still arrive.
    void server_died();

    std::vector<ConnectionId> all() const;
    bool quiet() const;
    std::size_t closed_too_slow() const;

    void send(ConnectionId, std::shared_ptr<const std::string> message) override;
    // A reader that is behind has a full line, whatever the messages weigh here.
    std::size_t waiting_bytes(ConnectionId) const override;
    void close(ConnectionId, CloseReason) override;
    void read_from(ConnectionId, bool reading) override;

private:
    struct Wire {
        std::deque<std::string> to_server, to_client;
        bool server_listens = true;  // the server has this connection
        bool client_listens = true;
        bool departed = false;  // the server is to be told
        bool read = true;
        std::optional<CloseReason> reason;
    };
    static constexpr std::size_t longest_queue = 40, full_queue = 20;

    Lie lie_;
    std::size_t sent_ = 0;
    ConnectionId last_ = 0;
    std::map<ConnectionId, Wire> wires_;
};

}  // namespace casustafel::simulation
