#pragma once
// Commands as they travel and as the core knows them. Decoding checks everything that can be
// checked without State: words of the closed lists, counts, ids, encoding and length of texts. It
// never asks whether the command is allowed. Bytes that no honest client makes are Malformed (the
// connection closes); a text that somebody typed and that may not be is a Rejection.
#include <optional>
#include <string_view>
#include <variant>

#include "casustafel/v1/command.pb.h"
#include "server/core/families/command.hpp"
#include "server/core/families/record.hpp"
#include "server/core/values/rejection.hpp"

namespace casustafel::codec {

struct Malformed {
    std::string_view what;  // for the server's log: the field that is wrong
    bool operator==(const Malformed&) const = default;
};

using DecodedCommand = std::variant<core::Command, core::Rejection, Malformed>;

// A command as a client sent it. What only the host may ask is Malformed.
DecodedCommand decode_command(const v1::Command&);

// The 128 random bits of the command; nothing when they are not 16 bytes or all zero.
std::optional<core::CommandId> decode_command_id(const v1::Command&);

// The role the command is for; nothing when that cannot be an id.
std::optional<core::RoleId> decode_as_role(const v1::Command&);

// The command without id and role. decode_command gives it back.
v1::Command encode_command(const core::Command&);

}  // namespace casustafel::codec
