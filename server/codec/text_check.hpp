#pragma once
// Whether a text that somebody typed may enter the session: valid UTF-8, nothing that can disturb a
// screen, a log line or the direction of reading, and not longer than its limit. It knows no field
// and no language.
#include <cstddef>
#include <optional>
#include <string_view>

#include "server/core/rejection.hpp"

namespace casustafel::codec {

enum class Lines : bool { one, several };

// Nothing when the text is fine; else `bad_text` (not UTF-8, a control character, a bidirectional
// override) or `text_too_long`. Line feeds are allowed in texts of several lines. An empty text is
// fine.
std::optional<core::Rejection> refusal_of_text(std::string_view text, std::size_t max_characters,
                                               Lines lines = Lines::several);

// Whether this can be a person's display name: one line, not blank, at most
// limits::name_characters.
bool is_name(std::string_view text);

// Whether this can be an id at all: not longer than limits::id_bytes and free of control
// characters. An empty one can.
bool is_id(std::string_view text);

}  // namespace casustafel::codec
