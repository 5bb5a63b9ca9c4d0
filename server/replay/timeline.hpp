#pragma once
// What happened in a session, moment by moment, as somebody may know of it: made of the screens
// through which they may look (eyes.hpp), each change in a sentence (lines.hpp).
#include "casustafel/v1/replay.pb.h"
#include "server/replay/eyes.hpp"

namespace casustafel::replay {

v1::Replay timeline(const Past&, const Asker&);

}  // namespace casustafel::replay
