#pragma once
// Inside codec only: commands as the log has them, those of the host included. Texts were checked
// when they came in and are taken as they are, so that a lower limit never makes an old log
// unreadable.
#include "server/codec/command.hpp"

namespace casustafel::codec {

std::optional<core::Command> decode_logged_command(const v1::Command&);

}  // namespace casustafel::codec
