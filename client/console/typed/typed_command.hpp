#pragma once
// One typed line of `join`, understood: an act for the server, a screen to show, another role to
// play, or what is wrong with it. Dutch and English words both work. It asks nothing and prints
// nothing. Verbs and screens are texts (README.md); what a text cannot say of a verb is a function
// in typed_command.cpp.
#include <string>
#include <string_view>
#include <variant>

#include "casustafel/v1/command.pb.h"
#include "client/console/said/printer.hpp"
#include "client/model/view.hpp"

namespace casustafel::console {

// The screen of the text `console.screen.<name>`.
struct ShowScreen {
    std::string name;
};

// From here on the typist plays this one of its roles.
struct SwitchRole {
    std::string role;
};

// What was typed cannot be an act: a text key, and the sentence.
struct NotUnderstood {
    std::string key;
    std::string sentence;
};

using Understood = std::variant<v1::Command, ShowScreen, SwitchRole, NotUnderstood>;

// `view` is what the typist sees: numbers of requests, actions, spoken shares and questions are
// those of its lists.
Understood understand(std::string_view line, const model::View& view, const Printer&);

// Everything that can be typed: the verbs a line each, and the words of the screens.
std::string what_can_be_typed(const Printer&);

}  // namespace casustafel::console
