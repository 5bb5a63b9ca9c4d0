#pragma once
// A sentence of the scenario in both languages; Dutch is never empty in a validated scenario.
#include <string>

namespace casustafel::core {

struct Text {
    std::string nl, en;
    bool operator==(const Text&) const = default;
};

}  // namespace casustafel::core
