#pragma once
// `casustafel bots`: simulated participants over the real protocol, who fill the free roles of a
// session and play it to its end.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "client/bots/answer_key.hpp"
#include "client/bots/persona.hpp"
#include "client/console/said/printer.hpp"
#include "client/console/talk.hpp"

namespace casustafel::console {

struct BotsOptions {
    ServerChoice server;
    std::string code;
    bots::Character character = bots::Character::lawful;
    int seats = 0;  // 0: every free role
    std::uint64_t seed = 1;
};

// The answer key of the case with this id, from the files beside the bots; nothing when it is not
// there.
using AnswerKeys = std::function<std::optional<bots::AnswerKey>(const std::string& scenario)>;

// Exit code: 0 when the session has ended, 1 when the server refuses them or the case is not here,
// 4 when no server is there.
int run_bots(const BotsOptions&, const AnswerKeys&, const Printer&);

}  // namespace casustafel::console
