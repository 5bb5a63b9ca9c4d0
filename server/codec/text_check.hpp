#pragma once
// Whether a text that somebody typed may enter the session: valid UTF-8, nothing that can disturb a
// screen, a log line or the direction of reading, and not longer than its limit. It knows no field
// and no language.
#include <cstddef>
#include <optional>
#include <string_view>

#include "proto/contract/limits.hpp"
#include "server/core/values/rejection.hpp"

namespace casustafel::codec {

enum class Lines : bool { one, several };

// Nothing when the text is fine; else `bad_text` (not UTF-8, a control character, a bidirectional
// override) or `text_too_long`. Line feeds are allowed in texts of several lines. An empty text is
// fine.
std::optional<core::Rejection> refusal_of_text(std::string_view text, std::size_t max_characters,
                                               Lines lines = Lines::several);

// Whether this can be a person's display name: one line, not blank, not longer than Join.name.
bool is_name(std::string_view text);

// Whether this can be an id, or another name that the scenario gives: free of control characters
// and not longer than that. An empty one can.
bool is_id(std::string_view text, std::size_t most_bytes = contract::limits::id_bytes);

}  // namespace casustafel::codec
