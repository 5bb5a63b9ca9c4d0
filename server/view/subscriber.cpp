#include "server/view/subscriber.hpp"

#include <algorithm>
#include <utility>

#include "casustafel/v1/envelope.pb.h"
#include "server/view/families/families.hpp"
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

Subscriber::Shown& Subscriber::shown(const Projector::Made& made) {
    std::vector<Shown>& all = made.in_play() ? in_play_ : of_case_;
    if (all.size() <= made.number) all.resize(made.number + 1, unseen);
    return all[made.number];
}

std::string Subscriber::snapshot(Projector& projector, const core::State& state, core::Stamp now) {
    of_case_.clear();
    in_play_.clear();
    whole_after_ = projector.records_;
    due_.clear();
    next_due_ = 0;
    std::size_t bytes = 0;
    Pieces whole{.snapshot = true};
    const std::vector<Subject> all = subjects(state, viewer_);
    for (const Subject& subject : all) {
        Projector::Made& made = projector.made_of(state, subject);
        auto [kind, entity] = projector.sight(state, now, viewer_, made);
        if (!entity) continue;
        shown(made) = shown_as(kind);
        bytes += entity->entity.size();
        whole.entities.push_back(entity.get());
        due_.push_back({key_of(subject), std::move(entity)});
    }
    if (bytes > piece_bytes) return piece(true);
    forget_due();
    return frame(name_, whole);
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
    if (!pieces.more) forget_due();
    return out;
}

void Subscriber::forget_due() {
    std::vector<Due>().swap(due_);  // gives the memory back too
    next_due_ = 0;
}

// In one piece what is gone is read last, so nothing stands twice in what is due.
void Subscriber::owe(const Key& key, EncodedPtr entity) {
    const auto unsent = due_.begin() + static_cast<std::ptrdiff_t>(next_due_);
    due_.erase(std::remove_if(unsent, due_.end(), [&](const Due& due) { return due.key == key; }),
               due_.end());
    due_.push_back({key, std::move(entity)});
}

std::optional<std::string> Subscriber::patch(Projector& projector, const core::State& state) {
    // A whole view that was made after this record says it already.
    if (whole_after_ == projector.records_) return std::nullopt;
    Pieces pieces;
    const bool owing = owes();
    for (const Projector::Change& change : projector.changes_) {
        if (!change.concerns(viewer_)) continue;
        auto [kind, entity] = projector.sight(state, projector.now_, viewer_, *change.of);
        const Shown before = std::exchange(shown(*change.of), entity ? shown_as(kind) : unseen);
        if (!entity && before == unseen) continue;
        if (entity && before != unseen &&
            !projector.differs(change, viewer_, facet_shown(before), *entity))
            continue;
        if (owing)
            owe(key_of(*change.of->subject), entity);
        else if (entity)
            pieces.entities.push_back(entity.get());
        else
            pieces.gone.push_back(key_of(*change.of->subject));
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
