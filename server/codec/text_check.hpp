#pragma once
// How a text that somebody typed enters the session, and what can be an id. What may stand in a
// text is a rule of both sides of the line (proto/text_rules); here it becomes the answer of the
// server.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "proto/contract/limits.hpp"
#include "proto/text_rules/normal.hpp"
#include "server/core/values/rejection.hpp"

namespace casustafel::codec {

using text_rules::Lines;

// Puts the text in normal form. `bad_text` when it may not be, `text_too_long` when its normal form
// has more characters than that. An empty text is fine.
std::optional<core::Rejection> take_in(std::string& text, std::size_t max_characters,
                                       Lines lines = Lines::several);

// Whether this can be an id, or another name that the scenario gives: one line without controls and
// marks that steer, and not longer than that. An empty one can.
bool is_id(std::string_view text, std::size_t most_bytes = contract::limits::id_bytes);

}  // namespace casustafel::codec
