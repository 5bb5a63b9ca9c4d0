#pragma once
// The computer that the program was started on: its network, its sound card, its documents.
#include <functional>

#include "client/program/machine.hpp"

namespace casustafel::program {

// Without a window: who has one adds what it can. `wake` is called from another thread when
// something arrived for Program::update().
Machine native_machine(std::function<void()> wake);

}  // namespace casustafel::program
