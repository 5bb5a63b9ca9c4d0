#pragma once
// Inside codec only: what happened, as the log has it.
#include <optional>

#include "casustafel/v1/log.pb.h"
#include "server/core/event.hpp"

namespace casustafel::codec {

void encode_event(const core::Event&, v1::Event& out);

// Nothing when a word, number or kind is none of this format.
std::optional<core::Event> decode_event(const v1::Event&);

}  // namespace casustafel::codec
