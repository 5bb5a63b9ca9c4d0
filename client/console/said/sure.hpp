#pragma once
// The question before an act that cannot be taken back, as the window asks it too: the same
// sentences, of the same acts. Desk and seat ask it before they send; neither decides what is
// asked about.
#include <optional>
#include <string>
#include <string_view>

#include "casustafel/v1/command.pb.h"
#include "client/console/said/printer.hpp"
#include "client/model/model.hpp"

namespace casustafel::console {

// What the act will do and that it stays so; nothing: it can be taken back, or there is nothing
// that would be lost. The acts of a trainer and those of a participant are told apart by `model`.
std::optional<std::string> question_before(const v1::Command& act, const model::Model& model,
                                           const model::View& view, const Printer& printer);
// Before giving the seat and the place in the exercise back.
std::string question_before_sign_out(const Printer& printer);

// "ja", "j", "yes" or "y".
bool says_yes(std::string_view typed);

}  // namespace casustafel::console
