#pragma once
// What one view of one connection has been sent, and from that what to send next. Both functions
// give a ready piece of an encoded v1::ServerBatch (one frame with a ViewPatch); pieces
// concatenate. A patch holds only entities that differ for this viewer, and no difference is no
// frame. Make a new Subscriber (or take a new snapshot) after a resume, a move, a swap, a recovery,
// or when the session was held.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/view/projector.hpp"

namespace casustafel::view {

class Subscriber {
public:
    // `name` is the ViewPatch's view: view_name(viewer), or see_as_name(role).
    Subscriber(Viewer viewer, std::string name);

    // The whole view at `now`; it replaces whatever was sent before.
    std::string snapshot(Projector&, const core::State&, core::Stamp now);

    // What the record last given to Projector::advance changed for this viewer. `state` is the one
    // right after that record; a snapshot must have come first.
    std::optional<std::string> patch(Projector&, const core::State& state);

    const Viewer& viewer() const { return viewer_; }
    const std::string& name() const { return name_; }

private:
    using Sent = std::vector<std::shared_ptr<const Encoded>>;  // ordered by key

    Sent::iterator place_of(const Key&);

    Viewer viewer_;
    std::string name_;
    Sent sent_;
};

// The frame that tells a connection that it no longer holds this view.
std::string view_closed(const std::string& name);

}  // namespace casustafel::view
