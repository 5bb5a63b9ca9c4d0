#include "server/codec/command.hpp"

#include <algorithm>

#include "server/codec/kinds.hpp"

namespace casustafel::codec {
namespace {

bool is_of_the_host(const v1::Command& command) {
    using What = v1::Command::WhatCase;
    const What what = command.what_case();
    return what == What::kJoinSession || what == What::kNoteConnection ||
           what == What::kNoteRecovery || what == What::kAdmitObserver ||
           what == What::kNoteObserver || what == What::kNoteFork;
}

}  // namespace

DecodedCommand decode_command(const v1::Command& message) {
    if (is_of_the_host(message)) return Malformed{"command of the host"};
    Reader reader;
    core::Command command;
    const bool known = command_kinds().read(reader, message, message.what_case(), command);
    if (reader.says_more) return Malformed{"command: unknown field"};
    if (!known) return Malformed{reader.wrong};
    if (reader.refusal) return *reader.refusal;
    return command;
}

std::optional<core::CommandId> decode_command_id(const v1::Command& command) {
    core::CommandId id{};
    const std::string& bytes = command.command_id();
    if (bytes.size() != id.size()) return std::nullopt;
    std::transform(bytes.begin(), bytes.end(), id.begin(),
                   [](char byte) { return static_cast<std::uint8_t>(byte); });
    if (id == core::CommandId{}) return std::nullopt;
    return id;
}

std::optional<core::RoleId> decode_as_role(const v1::Command& command) {
    if (!is_id(command.as_role())) return std::nullopt;
    return core::RoleId{command.as_role()};
}

v1::Command encode_command(const core::Command& command) {
    v1::Command message;
    command_kinds().write(command, message);
    return message;
}

}  // namespace casustafel::codec
