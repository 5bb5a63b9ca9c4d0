#pragma once
// Inside replay only: what a change of one entity of a view says, in a sentence. It is made of what
// that viewer was shown and of nothing else, so a sentence can tell nobody more than a screen did.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/replay.pb.h"
#include "casustafel/v1/view.pb.h"

namespace casustafel::replay {

struct Line {
    std::string kind;  // ReplayMoment.kind
    std::string role;
    v1::Sentence sentence;
    std::string typed;
    std::string item, meeting;
    std::uint32_t participant = 0;  // where the entity itself says so
};

// An entity of the same view by its key; nullptr: it is not shown there.
using Shown = std::function<const v1::Entity*(const std::string& key)>;

// `before`: how it was shown; nullptr: it was not. `after`: the same, now.
std::vector<Line> lines(const Shown&, const v1::Entity* before, const v1::Entity* after);

// Whether such an entity is ever told, by its key.
bool is_told(std::string_view key);

}  // namespace casustafel::replay
