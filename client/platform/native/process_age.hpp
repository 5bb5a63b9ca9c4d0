#pragma once
// How long this program has been there, loading its libraries included, as the kernel counts it.

namespace casustafel::platform {

// Milliseconds since the process was made. The kernel says when that was in steps of ten: up to ten
// too many, never too few. Negative when it says nothing.
double process_age_ms();

}  // namespace casustafel::platform
