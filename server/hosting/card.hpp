#pragma once
// The card that trainers write on a session.
#include <optional>

#include "casustafel/v1/envelope.pb.h"

namespace casustafel::hosting {

// The card in the form in which texts are kept; nothing when one of them may not stand there.
std::optional<v1::SessionCard> card_given(const v1::SessionCard& typed);

}  // namespace casustafel::hosting
