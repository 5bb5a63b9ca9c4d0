#pragma once
// What one view of one connection has been sent, and from that what to send next. Each function
// gives a ready part of an encoded v1::ServerBatch (one frame with a ViewPatch); parts concatenate.
// A view of any size leaves in pieces of a bounded size, as fast as the line takes them. A patch
// holds only entities that differ for this viewer, and no difference is no frame. Make a new
// Subscriber (or take a new snapshot) after a resume, a move, a swap, a recovery, or when the
// session was held.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/view/projector.hpp"

namespace casustafel::view {

class Subscriber {
public:
    // `name` is the ViewPatch's view: view_name(viewer), or see_as_name(role).
    Subscriber(Viewer viewer, std::string name);

    // The whole view at `now`; it replaces whatever was sent before. This is its first piece; the
    // others follow by `next_piece` while `owes`.
    std::string snapshot(Projector&, const core::State&, core::Stamp now);
    bool owes() const { return next_due_ < due_.size(); }
    std::string next_piece() { return piece(false); }

    // What the record last given to Projector::advance changed for this viewer. `state` is the one
    // right after that record; a snapshot must have come first. While pieces are owed it goes with
    // them.
    std::optional<std::string> patch(Projector&, const core::State& state);

    const Viewer& viewer() const { return viewer_; }
    const std::string& name() const { return name_; }

private:
    // What still has to be sent, in this order; no entity: it is gone.
    struct Due {
        Key key;
        EncodedPtr entity;
    };

    // How it was shown a thing: not at all, or as much as this facet of it.
    using Shown = std::uint8_t;
    static constexpr Shown unseen = 0;
    static Shown shown_as(FacetKind kind) { return static_cast<Shown>(static_cast<int>(kind) + 1); }
    static FacetKind facet_shown(Shown shown) { return static_cast<FacetKind>(shown - 1); }
    Shown& shown(const Projector::Made&);
    std::string piece(bool first);
    void forget_due();
    void owe(const Key&, EncodedPtr);

    Viewer viewer_;
    std::string name_;
    // By the projector's numbers, with what is due. What it said is what the projector has of that
    // facet, or had before the last record.
    std::vector<Shown> of_case_, in_play_;
    std::uint64_t whole_after_ = 0;  // so many records of the projector the last snapshot was
    std::vector<Due> due_;
    std::size_t next_due_ = 0;
};

// The frame that tells a connection that it no longer holds this view.
std::string view_closed(const std::string& name);

}  // namespace casustafel::view
