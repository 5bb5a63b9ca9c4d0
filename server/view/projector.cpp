#include "server/view/projector.hpp"

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
    touched_ = touched_subjects(after, record.events);
    if (leak_ == testing::Leak::resent_entity)
        touched_.push_back(subject(kind(v1::Entity::kSession)));
    for (const Subject& subject : touched_) made_.erase(subject);
}

bool Projector::differs(const Encoded& before, const Encoded& after) const {
    return leak_ == testing::Leak::resent_entity || !after.says_the_same_as(before);
}

std::shared_ptr<const Encoded> Projector::entity(const core::State& state, core::Stamp now,
                                                 const Viewer& viewer, const Subject& subject) {
    const auto facet = facet_of(state, viewer, subject);
    if (!facet) return nullptr;
    auto& made = made_[subject][*facet];
    if (made && (made->timeless.empty() || now == made->now)) return made;
    Encoded encoded{key_of(subject), {}, {}, now};
    const v1::Entity entity = content(state, now, subject, *facet, leak_);
    encoded.entity = entity_field(entity);
    if (has_clock_reading(subject, entity))
        encoded.timeless = without_reading(state, subject, *facet);
    return made = std::make_shared<const Encoded>(std::move(encoded));
}

}  // namespace casustafel::view
