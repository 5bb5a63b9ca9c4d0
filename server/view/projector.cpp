#include "server/view/projector.hpp"

#include <algorithm>

#include "server/view/content.hpp"
#include "server/view/families.hpp"
#include "server/view/wire.hpp"

namespace casustafel::view {
namespace {

std::string entity_field(const v1::Entity& entity) {
    std::string field;
    const std::size_t size = entity.ByteSizeLong();
    append_tag(field, v1::ViewPatch::kEntitiesFieldNumber);
    append_varint(field, size);
    const std::size_t head = field.size();
    field.resize(head + size);
    entity.SerializeWithCachedSizesToArray(reinterpret_cast<std::uint8_t*>(field.data() + head));
    return field;
}

// What it says apart from its clock reading. A recovery counts as news: while the server was away
// every client's own clock went on.
std::string without_reading(const core::State& state, const Subject& subject, const Facet& facet) {
    return entity_field(content(state, state.clock.anchor, subject, facet, testing::Leak::none)) +
           std::to_string(state.recoveries);
}

}  // namespace

void Projector::advance(const core::State& after, const core::Record& record) {
    now_ = record.stamp;
    touched_.clear();
    for (const Subject& subject : touched_subjects(after, record.events))
        touched_.push_back(&known(subject));
    if (leak_ == testing::Leak::resent_entity)
        touched_.push_back(&known(subject(kind(v1::Entity::kSession))));
    for (Known* each : touched_) each->second.facets.clear();
}

Projector::Known& Projector::known(const Subject& subject) {
    const auto [place, fresh] = made_.try_emplace(subject);
    if (fresh) {
        place->second.key = key_of(subject);
        place->second.number =
            numbers_.try_emplace(place->second.key, numbers_.size()).first->second;
    }
    return *place;
}

bool Projector::differs(const Encoded& before, const Encoded& after) const {
    return leak_ == testing::Leak::resent_entity || !after.says_the_same_as(before);
}

std::shared_ptr<const Encoded> Projector::entity(const core::State& state, core::Stamp now,
                                                 const Viewer& viewer, Known& known) {
    const Subject& subject = known.first;
    const auto facet = facet_of(state, viewer, subject);
    if (!facet) return nullptr;
    auto& facets = known.second.facets;
    auto made = std::find_if(facets.begin(), facets.end(),
                             [&](const auto& each) { return each.first == *facet; });
    if (made == facets.end()) made = facets.insert(made, {*facet, nullptr});
    if (made->second && (made->second->timeless.empty() || now == made->second->now))
        return made->second;
    Encoded encoded{known.second.key, {}, {}, now};
    const v1::Entity entity = content(state, now, subject, *facet, leak_);
    encoded.entity = entity_field(entity);
    if (has_clock_reading(subject, entity))
        encoded.timeless = without_reading(state, subject, *facet);
    return made->second = std::make_shared<const Encoded>(std::move(encoded));
}

}  // namespace casustafel::view
