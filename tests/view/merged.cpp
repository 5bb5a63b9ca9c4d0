#include "merged.hpp"

#include "casustafel/v1/envelope.pb.h"

namespace casustafel::view {

void Merged::take(const std::string& batch) {
    v1::ServerBatch frames;
    if (!frames.ParseFromString(batch)) complaint_ = "no batch";
    for (const v1::ServerFrame& frame : frames.frames())
        if (frame.has_view())
            take(frame.view());
        else
            complaint_ = "a frame without a view";
}

void Merged::take(const v1::ViewPatch& patch) {
    if (patch.snapshot()) entities_.clear();
    if (!patch.snapshot() && patch.entities().empty() && patch.gone().empty())
        complaint_ = "a patch that says nothing";
    for (const v1::Entity& entity : patch.entities()) {
        const bool known = entities_.contains(entity.key());
        std::string bytes = timeless(entity);
        const bool clock = entity.has_session() || entity.has_inject_control() ||
                           entity.has_swap() || entity.decision().status() == "pending" ||
                           entity.prompt().status() == "open";
        if (known && !clock && entities_[entity.key()] == bytes)
            complaint_ = "said again: " + entity.key();
        entities_[entity.key()] = std::move(bytes);
    }
    for (const Key& key : patch.gone())
        if (entities_.erase(key) == 0) complaint_ = "gone without having been there: " + key;
}

Entities projected(const core::State& state, core::Stamp now, const Viewer& viewer) {
    Entities found;
    for (const Key& key : keys(state, viewer))
        if (const auto entity = project(state, now, viewer, key))
            found.emplace(key, timeless(*entity));
    return found;
}

std::string timeless(v1::Entity entity) {
    if (entity.has_session()) entity.mutable_session()->clear_sim_ms();
    if (entity.has_inject_control()) entity.mutable_inject_control()->clear_effective_in_ms();
    if (entity.has_decision()) entity.mutable_decision()->clear_effective_in_ms();
    if (entity.has_swap()) entity.mutable_swap()->clear_ends_in_ms();
    if (entity.has_prompt()) entity.mutable_prompt()->clear_ends_in_ms();
    return entity.SerializeAsString();
}

}  // namespace casustafel::view
