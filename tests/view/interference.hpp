#pragma once
// The two laws of non-interference as checks that can also be run against a view room with a
// planted leak: what a viewer may not know must not change one byte of what reaches it.
#include <cstdint>
#include <string>

#include "run.hpp"
#include "server/view/families/leak.hpp"

namespace casustafel::view {

// What stands behind the views in a run: the real thing, or one with a leak in it.
struct House {
    testing::Leak leak = testing::Leak::none;
    Run::Decide decide = core::decide;
};

struct Finding {
    std::string difference;    // empty: the law held
    std::size_t changed = 0;   // texts said otherwise
    std::size_t inserted = 0;  // acts put between, that happened
    std::size_t refused = 0;   // acts put between, that were rejected
    std::size_t messages = 0;  // that reached the viewer and were compared
};

// One session again with every text that the viewer may not know said otherwise, in another length.
Finding substitute(std::uint64_t session, const House& = {});

// One session again with random acts of others between its steps that, by the model, do not reach
// the viewer. It is followed until an inserted act makes somebody else do differently what does
// reach it.
Finding insert(std::uint64_t session, const House& = {});

}  // namespace casustafel::view
