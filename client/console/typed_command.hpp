#pragma once
// One typed line of `join`, understood: an act for the server, a screen to show, another role to
// play, or what is wrong with it. Dutch and English words both work. It asks nothing and prints
// nothing.
#include <string>
#include <string_view>
#include <variant>

#include "casustafel/v1/command.pb.h"
#include "client/console/printer.hpp"
#include "client/model/view.hpp"

namespace casustafel::console {

enum class Screen : std::uint8_t {
    help,
    roles,
    card,
    dossier,
    item,
    requests,
    meetings,
    messages,
    choices,
    status,
    decisions,
    interventions,
    plan,
    waiting,
    swap,
    probe,
    legal,
    notes,
    leave,
    stop,
};

struct ShowScreen {
    Screen screen{};
    std::string argument;
};

// From here on the typist plays this one of its roles.
struct SwitchRole {
    std::string role;
};

// What was typed cannot be an act: a text key and its arguments.
struct NotUnderstood {
    std::string key;
    std::vector<std::string> arguments;
};

using Understood = std::variant<v1::Command, ShowScreen, SwitchRole, NotUnderstood>;

// `view` is what the typist sees: numbers of requests, actions, spoken shares and questions are
// those of its lists.
Understood understand(std::string_view line, const model::View& view, const Printer&);

}  // namespace casustafel::console
