#include "tests/support/core/printing.hpp"

namespace casustafel::core {

void PrintTo(const Command& command, std::ostream* out) {
    std::visit([&](const auto& kind) { PrintTo(kind, out); }, command);
}

void PrintTo(const Event& event, std::ostream* out) {
    std::visit([&](const auto& kind) { PrintTo(kind, out); }, event);
}

}  // namespace casustafel::core
