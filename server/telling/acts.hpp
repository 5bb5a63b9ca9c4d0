#pragma once
// What stands beside the numbers in sentences: flags, what was left out and why, and what the
// notes of a swap passed on.
#include "server/telling/keyed_text.hpp"

namespace casustafel::telling {

KeyedText tell(const score::Flag&);
KeyedText tell(const score::RemovedNeed&);

// What a correction is about: who shared, asked, decided or planned what.
KeyedText about(const score::Correction&);
// That a flag went with it; nothing when none did.
std::optional<KeyedText> lost_flag(const score::Correction&);
// The trainer's reason.
KeyedText reason(const score::Correction&);

// How much of what was open the note named, and of what the case had begun for the role.
std::vector<KeyedText> tell(const score::Handover&);

}  // namespace casustafel::telling
