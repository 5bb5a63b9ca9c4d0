#pragma once
// One who takes part in a simulated session from the client's side: a person, the trainer or a bot,
// each with the real conversation, and a witness at their shoulder.
#include <memory>
#include <string>

#include "client/bots/bot.hpp"
#include "client/model/client.hpp"
#include "wires.hpp"
#include "witness.hpp"

namespace casustafel::simulation {

class Party {
public:
    Party(std::string name, std::unique_ptr<model::Client> client);
    Party(std::string name, std::unique_ptr<bots::Bot> bot);

    const std::string& name() const { return witness.name(); }
    const model::Model& model() const { return bot ? bot->model() : client->model(); }
    bool is_connected() const { return wire != 0; }
    bool is_person() const { return client != nullptr && !model().trainer; }

    void connect(Wires&);
    // The wire is dead, or is given up.
    void disconnect();
    // Puts what there is to say on the wire. False: nothing.
    bool speak(Wires&);
    // Takes the next message. False: there was none.
    bool listen(Wires&, std::int64_t now_ms);

    std::unique_ptr<model::Client> client;  // or
    std::unique_ptr<bots::Bot> bot;
    Witness witness;
    ConnectionId wire = 0;
    std::string last_command;  // as it went over this wire, for the network to say twice
    std::vector<model::Refusal> refusals;
};

}  // namespace casustafel::simulation
