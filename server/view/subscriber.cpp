#include "server/view/subscriber.hpp"

#include <algorithm>

#include "casustafel/v1/envelope.pb.h"
#include "server/view/families.hpp"
#include "server/view/wire.hpp"

namespace casustafel::view {
namespace {

// A snapshot leaves in frames of about this many bytes; an entity is never split.
constexpr std::size_t piece_bytes = 128 * 1024;

struct Pieces {
    std::vector<const Encoded*> entities;
    std::vector<Key> gone;
    bool snapshot = false;
    bool more = false;
};

// ServerBatch{frames: ServerFrame{view: ViewPatch}}, field by field in the order of their numbers.
std::string frame(const std::string& name, const Pieces& pieces) {
    std::string head;
    append_field(head, v1::ViewPatch::kViewFieldNumber, name);
    if (pieces.snapshot) {
        append_varint(head, v1::ViewPatch::kSnapshotFieldNumber << 3);
        append_varint(head, 1);
    }
    std::string tail;
    for (const Key& key : pieces.gone) append_field(tail, v1::ViewPatch::kGoneFieldNumber, key);
    if (pieces.more) {
        append_varint(tail, v1::ViewPatch::kMoreFieldNumber << 3);
        append_varint(tail, 1);
    }
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
    due_.clear();
    next_due_ = 0;
    std::size_t bytes = 0;
    Pieces whole{.snapshot = true};
    for (const Subject& subject : subjects(state, viewer_)) {
        auto entity = projector.entity(state, now, viewer_, subject);
        if (!entity) continue;
        bytes += entity->entity.size();
        whole.entities.push_back(entity.get());
        sent_.push_back(std::move(entity));
    }
    if (bytes > piece_bytes)
        for (const auto& each : sent_) due_.push_back({each->key, each});
    std::sort(sent_.begin(), sent_.end(),
              [](const auto& a, const auto& b) { return a->key < b->key; });
    return bytes > piece_bytes ? piece(true) : frame(name_, whole);
}

std::string Subscriber::piece(bool first) {
    Pieces pieces{.snapshot = first};
    for (std::size_t bytes = 0; owes(); ++next_due_) {
        const Due& due = due_[next_due_];
        const std::size_t size = due.entity ? due.entity->entity.size() : due.key.size();
        if (bytes > 0 && bytes + size > piece_bytes) break;
        bytes += size;
        if (due.entity)
            pieces.entities.push_back(due.entity.get());
        else
            pieces.gone.push_back(due.key);
    }
    pieces.more = owes();
    std::string out = frame(name_, pieces);
    if (!pieces.more) due_ = {}, next_due_ = 0;
    return out;
}

// In one piece what is gone is read last, so nothing stands twice in what is due.
void Subscriber::owe(const Key& key, std::shared_ptr<const Encoded> entity) {
    const auto unsent = due_.begin() + static_cast<std::ptrdiff_t>(next_due_);
    due_.erase(std::remove_if(unsent, due_.end(), [&](const Due& due) { return due.key == key; }),
               due_.end());
    due_.push_back({key, std::move(entity)});
}

std::optional<std::string> Subscriber::patch(Projector& projector, const core::State& state) {
    Pieces pieces;
    const bool owing = owes();
    for (const Subject& subject : projector.touched_) {
        auto entity = projector.entity(state, projector.now_, viewer_, subject);
        const Key key = entity ? entity->key : key_of(subject);
        const auto place = place_of(key);
        const bool known = place != sent_.end() && (*place)->key == key;
        if (!entity && known) {
            sent_.erase(place);
            if (owing)
                owe(key, nullptr);
            else
                pieces.gone.push_back(key);
        } else if (entity && (!known || projector.differs(**place, *entity))) {
            if (owing)
                owe(key, entity);
            else
                pieces.entities.push_back(entity.get());
            if (known)
                *place = std::move(entity);
            else
                sent_.insert(place, std::move(entity));
        }
    }
    if (pieces.entities.empty() && pieces.gone.empty()) return std::nullopt;
    return frame(name_, pieces);
}

std::string view_closed(const std::string& name) {
    v1::ServerBatch batch;
    batch.add_frames()->mutable_view_closed()->set_view(name);
    return batch.SerializeAsString();
}

}  // namespace casustafel::view
