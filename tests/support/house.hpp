#pragma once
// A host in a room without doors to the outside: store in memory, clock and network by hand, one
// small case. Tests speak raw frames over connections, or let guests (model::Client) do the
// talking. A restart keeps the store and nothing else.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "client/model/client.hpp"
#include "server/core/families/record.hpp"
#include "server/hosting/host.hpp"
#include "server/rehearsal/local_network.hpp"
#include "server/rehearsal/one_case.hpp"
#include "server/store/memory_store.hpp"
#include "tests/support/core/seed.hpp"

namespace casustafel::support {

// Random bytes from one seed.
hosting::RandomBytes random_from(std::uint64_t seed);

// The small case with three items: I1 held by VT and needed by OVJ, I2 held by POL, and I3 that an
// inject (INJ-1, after one minute, for everybody) deals to VT. INJ-2 is fired by hand. Meeting M1.
core::Scenario hosted_case();

class Guest;

class House {
public:
    using Completion = store::MemoryStore::Completion;

    explicit House(Completion = Completion::at_once, core::Scenario = hosted_case(),
                   hosting::Work& = hosting::work_at_once());

    hosting::Host& host() { return *host_; }
    store::MemoryStore& store() { return store_; }
    rehearsal::LocalNetwork& network() { return network_; }
    rehearsal::ManualClock& clock() { return clock_; }
    const core::Scenario& scenario() const { return *texts_.scenario; }
    const std::string& trainer_key() const { return trainer_key_; }
    const hosting::Opening& opening() const { return opening_; }
    const std::string& code() const { return code_; }  // of the session made last

    // A connection of which the host knows; nothing was said yet. `greeted` said Hello and heard
    // Welcome.
    hosting::ConnectionId connect();
    // Where the connections from now on come from.
    void come_from(hosting::PeerAddress address) { came_from_ = std::move(address); }
    hosting::ConnectionId greeted();
    // A guest of this letter who joined and sits down, as far as the role is free.
    hosting::ConnectionId seated(const std::string& code, char who, const std::string& role);
    // A connection at the trainer's desk, and one that has this house's session attached.
    // With this key, or the one the first start showed.
    hosting::ConnectionId desk(const std::string& key = {});
    // The trainers by name of this server; empty: there is one key.
    std::vector<hosting::Trainer>& trainers() { return book_.trainers; }
    // Where people come in, from the next start on.
    std::string join_address;
    hosting::ConnectionId trainer();
    // Makes a session and gives its code.
    std::string new_session();

    // The host hears it and takes its turn.
    void say(hosting::ConnectionId, const v1::ClientFrame&);
    void say_bytes(hosting::ConnectionId, std::string_view bytes);
    // What the host has said to it since the last time.
    std::vector<v1::ServerFrame> hear(hosting::ConnectionId);
    // The peer is gone.
    void drop(hosting::ConnectionId);

    // What waits becomes durable, and what that brings.
    void commit();
    // Time goes on; the host is woken whenever it asked.
    void pass(std::int64_t duration_ms);
    // The process dies and another starts on the same store. Connections are gone.
    void restart();
    void turn();

    // What who runs the server was told.
    const std::vector<journal::Notice>& notices() const { return notices_; }

    // The durable log of the only session.
    std::vector<core::Record> log();

    // All guests say and hear until it is quiet.
    void settle();

private:
    friend class Guest;
    struct Book final : hosting::TrainerBook {
        const std::vector<hosting::Trainer>& all() override { return trainers; }
        std::vector<hosting::Trainer> trainers;
    };
    void start();
    bool exchange(Guest&);

    hosting::CaseTexts texts_;
    rehearsal::OneCase catalogue_;
    rehearsal::LocalNetwork network_;
    rehearsal::ManualClock clock_;
    store::MemoryStore store_;
    hosting::Work& work_;
    Book book_;
    std::uint64_t starts_ = 0;
    std::unique_ptr<hosting::Host> host_;
    hosting::Opening opening_;
    std::string trainer_key_, code_;
    std::vector<hosting::ConnectionId> open_;
    hosting::PeerAddress came_from_ = "192.0.2.1";
    std::vector<journal::Notice> notices_;
    std::vector<Guest*> guests_;
};

// Somebody with the real conversation of a client.
class Guest {
public:
    explicit Guest(House&);
    ~Guest();
    Guest(const Guest&) = delete;
    Guest& operator=(const Guest&) = delete;

    model::Client& client() { return client_; }
    const model::Model& model() const { return client_.model(); }
    hosting::ConnectionId connection() const { return connection_; }

    void connect();
    void disconnect();
    // Joins the house's session and takes this role; settles.
    void sit(const std::string& role);
    // An act for the role it holds; settles. Its id.
    model::CommandId act(v1::Command);

private:
    friend class House;
    House& house_;
    model::Client client_;
    hosting::ConnectionId connection_ = 0;
};

// Frames and acts, for tests that speak themselves.
v1::ClientFrame hello(std::uint32_t oldest = 1, std::uint32_t newest = 1);
v1::ClientFrame join(const std::string& code, const std::string& name, const std::string& token);
v1::ClientFrame resume(const std::string& code, const std::string& token);
v1::ClientFrame reenter(const std::string& code, const std::string& reentry_code,
                        const std::string& token);
v1::ClientFrame frame_of(const v1::Command&, const std::string& id,
                         const std::string& as_role = {});
std::string token(char letter);       // 32 bytes
std::string command_id(char letter);  // 16 bytes

v1::Command take_role(const std::string& role);
v1::Command start();
v1::Command read_item(const std::string& item);
v1::Command message(const std::string& to, const std::string& text);

// The first frame of this kind, or nullptr.
template <class Has>
const v1::ServerFrame* first(const std::vector<v1::ServerFrame>& frames, Has has) {
    for (const v1::ServerFrame& frame : frames) {
        if ((frame.*has)()) return &frame;
    }
    return nullptr;
}

// The reason of the first Refused or Rejected; empty when there is none.
std::string refusal(const std::vector<v1::ServerFrame>&);
bool accepted(const std::vector<v1::ServerFrame>&, const std::string& command_id);

}  // namespace casustafel::support
