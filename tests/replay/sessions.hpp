#pragma once
// The runs that tests/golden/runs holds, as a past to look back at.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "assets/text/text.hpp"
#include "server/replay/past.hpp"

namespace casustafel::replay {

// Their files.
std::vector<std::string> stored_runs();

Past stored(const std::string& name);

// The same, and then a trainer opened the case.
Past opened(const Past&);

}  // namespace casustafel::replay
