#pragma once
// Acts that wait for the server, as text to be kept on disk through a crash of the program. They
// keep their ids, so that each happens exactly once whatever the server heard of it already.
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/command.pb.h"

namespace casustafel::model {

// One line of hexadecimal digits an act; empty: there are none.
std::string write_acts(const std::vector<v1::Command>& acts);
// What can be read of it, in order; what cannot is left out.
std::vector<v1::Command> read_acts(std::string_view text);

}  // namespace casustafel::model
