#pragma once
// What authors read of the descriptions of the file formats: the reference that stands as
// scenarios/README.md.
#include <string>

namespace casustafel::scenario {

// The whole of scenarios/README.md: how to begin, and every key explained in both languages.
std::string reference();

}  // namespace casustafel::scenario
