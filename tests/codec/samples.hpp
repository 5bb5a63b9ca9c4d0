#pragma once
// One of every command and every event, with something in every field: what comes back from the
// wire or the disk without a field shows here, whatever random play happens to reach.
#include <vector>

#include "server/core/families/command.hpp"
#include "server/core/families/event.hpp"

namespace casustafel::codec {

std::vector<core::Command> sample_commands();
std::vector<core::Event> sample_events();

}  // namespace casustafel::codec
