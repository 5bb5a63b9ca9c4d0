#include "server/core/families/command.hpp"

namespace casustafel::core {

Command::Command() = default;
Command::Command(const Command&) = default;
Command::Command(Command&&) noexcept = default;
Command& Command::operator=(const Command&) = default;
Command& Command::operator=(Command&&) noexcept = default;
Command::~Command() = default;

bool operator==(const Command& left, const Command& right) {
    return static_cast<const CommandKinds&>(left) == static_cast<const CommandKinds&>(right);
}

std::string_view act_name(const Command& command) {
    return std::visit([]<class Kind>(const Kind&) { return name_of<Kind>(); }, command);
}

}  // namespace casustafel::core
