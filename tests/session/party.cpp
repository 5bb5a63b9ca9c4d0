#include "party.hpp"

namespace casustafel::simulation {

Party::Party(std::string name, std::unique_ptr<model::Client> of_person)
    : client(std::move(of_person)), witness(std::move(name)) {}

Party::Party(std::string name, std::unique_ptr<bots::Bot> of_program)
    : bot(std::move(of_program)), witness(std::move(name)) {}

void Party::connect(Wires& wires) {
    wire = wires.open();
    last_command.clear();
    witness.opened();
    if (bot)
        bot->connected();
    else
        client->connected();
}

void Party::disconnect() {
    wire = 0;
    if (bot)
        bot->disconnected();
    else
        client->disconnected();
}

bool Party::speak(Wires& wires) {
    const auto frames = bot ? bot->take_outgoing() : client->take_outgoing();
    for (const std::string& frame : frames) {
        witness.said(frame);
        v1::ClientFrame parsed;
        parsed.ParseFromString(frame);
        if (parsed.has_command()) last_command = frame;
        if (parsed.has_sign_out()) last_command.clear();
        wires.say(wire, frame);
    }
    return !frames.empty();
}

bool Party::listen(Wires& wires, std::int64_t now_ms) {
    const auto message = wires.hear(wire);
    if (!message) return false;
    witness.heard(*message);
    if (bot) {
        bot->received(*message, now_ms);
    } else {
        client->received(*message, now_ms);
        client->take_changes();
        for (model::Refusal& refusal : client->take_refusals())
            refusals.push_back(std::move(refusal));
    }
    return true;
}

}  // namespace casustafel::simulation
