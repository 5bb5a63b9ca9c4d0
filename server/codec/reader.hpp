#pragma once
// Inside codec only: what comes to light while one message is read.
#include <optional>
#include <string_view>

#include "server/core/values/rejection.hpp"

namespace casustafel::codec {

// Texts from a stranger are checked. Those of a log were checked when they came in and are taken as
// they are, so that a lower limit never makes an old log unreadable.
enum class Texts : bool { checked, as_they_are };

struct Reader {
    Texts texts = Texts::checked;
    std::optional<core::Rejection> refusal{};  // of the first text that may not be
    std::string_view wrong{};  // once reading failed: the outermost field that holds what no honest
                               // client makes
    bool says_more = false;    // once reading failed: because of a field unknown to this build
};

}  // namespace casustafel::codec
