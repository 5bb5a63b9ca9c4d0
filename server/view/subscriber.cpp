#include "server/view/subscriber.hpp"

#include <algorithm>

#include "casustafel/v1/envelope.pb.h"
#include "server/view/families.hpp"
#include "server/view/wire.hpp"

namespace casustafel::view {
namespace {

struct Pieces {
    std::vector<const Encoded*> entities;
    std::vector<Key> gone;
};

// ServerBatch{frames: ServerFrame{view: ViewPatch}}, field by field in the order of their numbers.
std::string frame(const std::string& name, bool snapshot, const Pieces& pieces) {
    std::string head;
    append_field(head, v1::ViewPatch::kViewFieldNumber, name);
    if (snapshot) {
        append_varint(head, v1::ViewPatch::kSnapshotFieldNumber << 3);
        append_varint(head, 1);
    }
    std::string tail;
    for (const Key& key : pieces.gone) append_field(tail, v1::ViewPatch::kGoneFieldNumber, key);
    std::size_t patch_size = head.size() + tail.size();
    for (const Encoded* each : pieces.entities) patch_size += each->entity.size();
    const std::size_t frame_size = 1 + varint_size(patch_size) + patch_size;

    std::string out;
    out.reserve(1 + varint_size(frame_size) + frame_size);
    append_tag(out, v1::ServerBatch::kFramesFieldNumber);
    append_varint(out, frame_size);
    append_tag(out, v1::ServerFrame::kViewFieldNumber);
    append_varint(out, patch_size);
    out += head;
    for (const Encoded* each : pieces.entities) out += each->entity;
    out += tail;
    return out;
}

}  // namespace

Subscriber::Subscriber(Viewer viewer, std::string name)
    : viewer_(std::move(viewer)), name_(std::move(name)) {}

Subscriber::Sent::iterator Subscriber::place_of(const Key& key) {
    return std::lower_bound(sent_.begin(), sent_.end(), key,
                            [](const auto& each, const Key& sought) { return each->key < sought; });
}

std::string Subscriber::snapshot(Projector& projector, const core::State& state, core::Stamp now) {
    sent_.clear();
    Pieces pieces;
    for (const Subject& subject : subjects(state, viewer_)) {
        auto entity = projector.entity(state, now, viewer_, subject);
        if (!entity) continue;
        pieces.entities.push_back(entity.get());
        sent_.push_back(std::move(entity));
    }
    std::sort(sent_.begin(), sent_.end(),
              [](const auto& a, const auto& b) { return a->key < b->key; });
    return frame(name_, true, pieces);
}

std::optional<std::string> Subscriber::patch(Projector& projector, const core::State& state) {
    Pieces pieces;
    for (const Subject& subject : projector.touched_) {
        auto entity = projector.entity(state, projector.now_, viewer_, subject);
        const Key key = entity ? entity->key : key_of(subject);
        const auto place = place_of(key);
        const bool known = place != sent_.end() && (*place)->key == key;
        if (!entity && known) {
            sent_.erase(place);
            pieces.gone.push_back(key);
        } else if (entity && !known) {
            pieces.entities.push_back(sent_.insert(place, std::move(entity))->get());
        } else if (entity && projector.differs(**place, *entity)) {
            *place = std::move(entity);
            pieces.entities.push_back(place->get());
        }
    }
    if (pieces.entities.empty() && pieces.gone.empty()) return std::nullopt;
    return frame(name_, false, pieces);
}

std::string view_closed(const std::string& name) {
    v1::ServerBatch batch;
    batch.add_frames()->mutable_view_closed()->set_view(name);
    return batch.SerializeAsString();
}

}  // namespace casustafel::view
